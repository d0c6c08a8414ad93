import { expect, test } from "vitest";
import { commonEvents, derive, fieldTypes } from "../../src/units/common-events.ts";
import { exact } from "../../src/units/exact.ts";
import { combine, unitName } from "../../src/units/value-type.ts";

const entries = Object.entries(commonEvents);

test.each(entries)("%s refers only to what there is", (_, event) => {
  const { fields, derived = {}, refersTo, cash } = event;
  const named = Object.values(derived).flatMap(({ of: [left, , right] }) => [left, right]);
  expect(named.filter((name) => !Object.hasOwn(fields, name))).toEqual([]);
  expect(refersTo === undefined || Object.hasOwn(commonEvents, refersTo)).toBe(true);
  expect(cash === undefined || unitName(fieldTypes(event)[cash] ?? { kind: "text" }) === "USD").toBe(true);
});

test.each(entries)("what is derived of %s has the unit of its sum", (_, { fields, derived = {} }) => {
  for (const { type, of } of Object.values(derived)) {
    const [left, right] = [fields[of[0]]?.type, fields[of[2]]?.type];
    if (left?.kind !== "quantity" || right?.kind !== "quantity") throw new Error("a figure is derived from figures");
    const unit = combine(left.unit, right.unit, of[1] === "×" ? 1 : -1);
    expect(unitName({ kind: "quantity", unit })).toBe(unitName(type));
  }
});

// $0.03 × 1,000,000 shares, and 1 new share for 10 old ones.
test("a sale of stock has proceeds, a combination a ratio", () => {
  const proceeds = commonEvents["sale of stock"]?.derived?.proceeds;
  const ratio = commonEvents["combination of shares"]?.derived?.["new per old"];
  if (proceeds === undefined || ratio === undefined) throw new Error("the vocabulary has both");
  expect(derive(proceeds, exact(3, 100), exact(1_000_000))).toEqual(exact(30_000));
  expect(derive(ratio, exact(1), exact(10))).toEqual(exact(1, 10));
  expect(derive(ratio, exact(1), exact(0))).toBeUndefined();
});
