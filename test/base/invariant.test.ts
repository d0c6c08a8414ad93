import { expect, test } from "vitest";
import { invariant } from "../../src/base/invariant.ts";

test("is quiet about what holds", () => {
  expect(() => invariant(true, "one is one")).not.toThrow();
});

test("names what does not hold", () => {
  expect(() => invariant(false, "one is two")).toThrow("Broken invariant: one is two");
});
