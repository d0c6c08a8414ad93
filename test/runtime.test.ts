import { expect, test } from "vitest";

test("tests run on the Node that the project brings, not on an older one of the machine", () => {
  const [major] = process.versions.node.split(".").map(Number);
  expect(major).toBeGreaterThanOrEqual(22);
});
