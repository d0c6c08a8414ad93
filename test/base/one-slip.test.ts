import { expect, test } from "vitest";
import { oneSlipApart } from "../../src/base/one-slip.ts";

const areApart = (a: string, b: string) => oneSlipApart([a, b]).get(a)?.includes(b) ?? false;

test.each([
  ["a letter left out", "Event of Default", "Event of Defalt", true],
  ["a letter added", "Event of Default", "Eventt of Default", true],
  ["a letter replaced", "Event of Default", "Event of Defeult", true],
  ["two neighbours swapped", "Event of Default", "Event of Defualt", true],
  ["the last letter", "Event of Default", "Event of Defaulf", true],
  ["two letters", "Event of Default", "Event of Defelt", false],
  ["letters of two words", "Event of Default", "Evnt of Defalt", false],
  ["a letter that moved", "Event of Default", "Event of Deaultf", false],
  ["the first letter", "Base Rate", "Base Date", false],
  ["a short word", "Series A", "Series B", false],
  ["a figure", "Rate2 Paid", "Rate3 Paid", false],
  ["a plural", "Coupon Payment", "Coupon Payments", false],
  ["nothing", "Event of Default", "Event of Default", false],
])("a name that differs by %s", (_, name, other, expected) => {
  expect([areApart(name, other), areApart(other, name)]).toEqual([expected, expected]);
});

test("many names that differ by one letter are meant to", () => {
  const names = Array.from({ length: 60 }, (_, index) => `Amount${String.fromCharCode(0x4e00 + index)}`);
  expect(oneSlipApart(names).size).toBe(0);
  expect(oneSlipApart(names.slice(0, 50)).size).toBe(50);
});
