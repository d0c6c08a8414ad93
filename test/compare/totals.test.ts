/** Totals of one subject: sums are of one currency, and rounded to its minor unit. */
import { describe, expect, test } from "vitest";
import type { Received } from "../../src/compare/totals/totals.ts";
import { totalsOf } from "../../src/compare/totals/totals.ts";
import { exact, zero } from "../../src/units/exact.ts";
import { together } from "../../src/units/money/sums.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { parseDate } from "../../src/units/plain-date.ts";

const day = parseDate("2024-01-02") as PlainDate;
const flows = (currency: string, ...amounts: number[]) => ({
  currency,
  list: amounts.map((amount) => ({ on: day, amount: exact(amount) })),
});

const inEuro: Received = {
  paid: { on: day, amount: exact(1000), currency: "EUR" },
  cash: flows("EUR", 100, 150),
  stock: flows("EUR", 800),
  shares: exact(40),
  outstanding: exact(160),
  owed: { currency: "EUR", amount: exact(20, 3) },
  lastDay: day,
};

function total(role: string, subject: Received) {
  return totalsOf([subject]).find((it) => it.role === role)?.values[0];
}

describe("in one currency", () => {
  test.each([
    ["cash paid to the holder", { answer: "250", unit: "EUR" }],
    // 100 + 150 + 800
    ["cost to the issuer", { answer: "1050", unit: "EUR" }],
    // 20 ÷ 3, to a cent
    ["still owed at the end", { answer: "6.67", unit: "EUR" }],
    // 1,050 ÷ 1,000
    ["return to the holder", { answer: "1.05", unit: "percent" }],
    // 40 ÷ 200
    ["dilution", { answer: "0.2", unit: "percent" }],
  ])("%s", (role, value) => {
    expect(total(role, inEuro)).toEqual(value);
  });

  test("a yen has no parts", () => {
    expect(total("still owed at the end", { ...inEuro, owed: { currency: "JPY", amount: exact(20, 3) } })).toEqual({
      answer: "7",
      unit: "JPY",
    });
  });
});

describe("in two currencies", () => {
  const mixed = { ...inEuro, stock: flows("NOK", 8000) };

  test("each by itself stands", () => {
    expect(total("cash paid to the holder", mixed)).toEqual({ answer: "250", unit: "EUR" });
    expect(total("value of those shares", mixed)).toEqual({ answer: "8000", unit: "NOK" });
  });

  test.each(["cost to the issuer", "return to the holder", "yearly return so far", "yearly return with what is owed"])(
    "there is no %s",
    (role) => {
      expect(total(role, mixed)).toEqual({
        answer: null,
        because: "EUR and NOK are two currencies, which have no sum",
      });
    },
  );

  test("nothing of one adds nothing to the other", () => {
    const krone = { currency: "NOK", amount: exact(5) };
    const none = { currency: "EUR", amount: zero };
    expect([together(krone, none), together(none, krone)]).toEqual([krone, krone]);
  });
});
