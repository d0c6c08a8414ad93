import { expect, test } from "vitest";
import { assertNever } from "../../src/base/assert-never.ts";

test.each([
  ["a node by its kind", { kind: "Least" }, 'A case is missing for "Least"'],
  ["a word as it stands", "half down", 'A case is missing for "half down"'],
  ["nothing at all", undefined, "A case is missing for undefined"],
])("names %s", (_, value, message) => {
  expect(() => assertNever(value as never)).toThrow(message);
});
