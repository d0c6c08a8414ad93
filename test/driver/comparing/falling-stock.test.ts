/**
 * The story of `examples/compare-falling-stock` calculated by a program of its own, from the two contracts: nothing of it is
 * Tenor's. Money is in cents and prices in hundredths of a cent, so that every figure is a whole number; no day is worked
 * out twice in one way.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { comparedIn, totalsIn } from "../../support/comparing.ts";

const folder = "examples/compare-falling-stock";

/** Days since 1 January 1970. */
const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

/** Closing price by day, in hundredths of a cent; on these days low, close and average are one price. */
const closes = new Map(
  readFileSync(`${folder}/market.csv`, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => [day(line.slice(0, 10)), Math.round(Number(line.split(",")[4]) * 10_000)] as const),
);

const [issue, end] = [day("2006-01-03"), day("2006-10-02")];
const conversions = ["2006-02-15", "2006-06-15", "2006-08-15"].map(day);
const converted = 26_280_00;
const face = 262_800_00;

/** Principal at the end of a day. */
const principalOn = (on: number) => face - converted * conversions.filter((it) => it <= on).length;

/** Juniper 1.2(a): the lesser of 10 cents and half of the average of the three lowest prices of twenty trading days before. */
function floatingPrice(on: number): number {
  const before = [...closes].filter(([it]) => it < on).slice(-20);
  const lowest = before.map(([, price]) => price).sort((a, b) => a - b);
  const average = ((lowest[0] ?? 0) + (lowest[1] ?? 0) + (lowest[2] ?? 0)) / 3;
  return Math.min(1_000, average / 2);
}

/** Whole shares for the amount of one conversion: cents to hundredths of a cent, by the price. */
const sharesAt = (price: number) => Math.floor((converted * 100) / price);

/** What shares are worth at the close of their day, in cents. */
const worth = (shares: number, on: number) => (shares * (closes.get(on) ?? 0)) / 100;

/** Juniper, preamble: 8% by 365 days; nothing for a month in which every price is above 3.75 cents. */
function juniperInterest(from: number, to: number): number {
  let sum = 0;
  for (let on = from; on < to; on += 1) {
    const month = new Date(on * 86_400_000).toISOString().slice(0, 7);
    const prices = [...closes].filter(
      ([it]) => it >= issue && new Date(it * 86_400_000).toISOString().startsWith(month),
    );
    if (prices.some(([, price]) => price <= 375)) sum += (principalOn(on) * 8) / 36_500;
  }
  return Math.round(sum);
}

/** Secured Services 2(a), 2(c): 7% by 360 days, on a conversion's principal due with it, on the rest with the quarter. */
function securedInterest(from: number, to: number): number {
  let sum = 0;
  for (let on = from; on < to; on += 1) sum += (principalOn(on) * 7) / 36_000;
  return Math.round(sum);
}

const total = (figures: readonly number[]) => figures.reduce((sum, it) => sum + it, 0);
const dollars = (cents: number) => (cents / 100).toFixed(2).replace(/\.?0+$/, "");
const percent = (part: number, whole: number) => String(Math.floor((part / whole) * 10_000 + 0.5) / 10_000);

/** By halving, in binary: good to far more than the 0.01% that is asked for. */
function yearly(flows: readonly (readonly [on: number, cents: number])[]): string {
  const value = (rate: number) => total(flows.map(([on, cents]) => cents / (1 + rate) ** ((on - issue) / 365)));
  let [low, high] = [-0.9999, 100];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (value(middle) >= 0) low = middle;
    else high = middle;
  }
  return String(Math.round(low * 10_000) / 10_000);
}

interface Note {
  readonly shares: readonly number[];
  /** What is paid on which day, in cents. */
  readonly cash: readonly (readonly [on: number, cents: number])[];
  readonly owed: number;
}

const quarters = ["2006-03-31", "2006-06-30", "2006-09-30"].map(day);

const juniper: Note = {
  shares: conversions.map((on) => sharesAt(floatingPrice(on))),
  // January to June are exempt; the quarter that ends on Saturday 30 September is paid on Monday.
  cash: [[end, juniperInterest(day("2006-07-01"), day("2006-09-30"))]],
  owed: principalOn(end) + juniperInterest(day("2006-09-30"), end),
};

/** The interest on the principal of a conversion, from the start of its quarter. */
const withConversion = (on: number, start: number) => ((on - start) * converted * 7) / 36_000;
const starts = [issue, day("2006-03-31"), day("2006-06-30")];
const parts = conversions.map((on, index) => withConversion(on, starts[index] ?? 0));
const secured: Note = {
  shares: conversions.map(() => sharesAt(1_000)),
  cash: [
    ...conversions.map((on, index) => [on, parts[index] ?? 0] as const),
    ...quarters.map((on, index) => {
      const due = securedInterest(starts[index] ?? 0, on) - (parts[index] ?? 0);
      return [index === 2 ? end : on, due] as const;
    }),
  ],
  owed: principalOn(end) + securedInterest(day("2006-09-30"), end),
};

const notes = [juniper, secured];
const stockOf = ({ shares }: Note) => conversions.map((on, index) => [on, worth(shares[index] ?? 0, on)] as const);
const cashOf = ({ cash }: Note) => total(cash.map(([, cents]) => cents));
const worthOf = (note: Note) => total(stockOf(note).map(([, cents]) => cents));

test("the totals are those of a program of its own", () => {
  const comparison = comparedIn(`${folder}/story.json`, [
    { template: "terms/juniper-2005.tenor" },
    { template: "terms/secured-services-2006.tenor" },
  ]);
  const flows = (note: Note) => [[issue, -face] as const, ...note.cash, ...stockOf(note)];
  expect(totalsIn(comparison)).toEqual({
    "cash paid to the holder": notes.map((it) => dollars(cashOf(it))),
    "shares issued to the holder": notes.map(({ shares }) => String(total(shares))),
    "value of those shares": notes.map((it) => dollars(worthOf(it))),
    "cost to the issuer": notes.map((it) => dollars(cashOf(it) + worthOf(it))),
    "still owed at the end": notes.map(({ owed }) => dollars(owed)),
    "return to the holder": notes.map((it) => percent(cashOf(it) + worthOf(it), face)),
    "yearly return so far": notes.map((it) => yearly(flows(it))),
    "yearly return with what is owed": notes.map((it) => yearly([...flows(it), [end, it.owed]])),
    dilution: notes.map(({ shares }) => percent(total(shares), total(shares) + 60_000_000)),
  });
});

// The same figures once more, as the README of the example has them.
test("the program agrees with the sums by hand", () => {
  expect(juniper.shares).toEqual([262_800, 525_600, 1_752_000]);
  expect(secured.shares).toEqual([262_800, 262_800, 262_800]);
  expect(notes.map(cashOf)).toEqual([3_928_32, 11_855_20]);
  expect(notes.map(worthOf)).toEqual([157_680_00, 86_724_00]);
  expect(notes.map(({ owed }) => owed)).toEqual([184_040_64, 184_031_54]);
});

// 1.2(a) with one price of 16 cents and two of 20: half of 56 / 3 cents is 9.33… cents; 4(b) stays at 10.
test("the prices part on the second day on which the stock has fallen", () => {
  const { parts: parting } = comparedIn(`${folder}/story.json`, [
    { template: "terms/juniper-2005.tenor" },
    { template: "terms/secured-services-2006.tenor" },
  ]);
  expect(parting?.roles.find(({ role }) => role === "price of conversion")).toEqual({
    role: "price of conversion",
    on: "2006-04-04",
    sections: ["1.2(a)", "4(b)"],
  });
});

// The rate is a deal term before the first section, and the fee rate is that of 2(d).
test("a term of several values cites the sections of those that have one", () => {
  const { terms } = comparedIn(`${folder}/story.json`, [
    { template: "terms/juniper-2005.tenor" },
    { template: "terms/secured-services-2006.tenor" },
  ]);
  expect(terms.find(({ role }) => role === "default rate")?.values[1]?.section).toBe("2(d)");
});
