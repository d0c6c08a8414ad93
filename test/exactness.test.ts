/**
 * Quotients stay quotients until a clause rounds them.
 *
 * Sections 1.1 and 1.2(a): shares are the Conversion Amount over the Conversion Price; the price is half the average of the
 * three lowest trading prices of twenty days, so with lows that add up to S it is S / 6, and $A buy 6 A / S shares.
 */
import { describe, expect, test } from "vitest";
import type { Answer } from "../src/index.ts";
import { formatDate, loadScenario, parseDate, runScenario } from "../src/index.ts";
import { ensured, templateOf } from "./support/acceptance.ts";

const readings = ["down", "up", "nearest", "exact"] as const;
type Reading = (typeof readings)[number];

describe("$50,000 at 0.01666…", () => {
  // 0.0333 + 0.0333 + 0.0334 = 0.1, so the price is 0.1 / 6 = 1/60, and 50,000 × 60 = 3,000,000.
  const lows = [333n, 333n, 334n];

  test.each(readings)("is 3,000,000 shares, rounded %s", (reading) => {
    expect(sharesFor(5_000_000n, lows, reading)).toBe("3000000");
  });

  // A cent less is 0.01 × 60 = 0.6 of a share less.
  test.each([
    ["down", "2999999"],
    ["up", "3000000"],
    ["nearest", "2999999"],
    ["exact", "2999999.4"],
  ] as const)("less a cent, rounded %s, is %s", (reading, shares) => {
    expect(sharesFor(4_999_999n, lows, reading)).toBe(shares);
  });

  // $0.04 at S = 0.05 + 0.055 + 0.055 = 0.16: 6 × 0.04 / 0.16 = 1.5.
  test.each([
    ["down", "1"],
    ["up", "2"],
    ["nearest", "2"],
  ] as const)("a half is rounded %s to %s", (reading, shares) => {
    expect(sharesFor(4n, [500n, 550n, 550n], reading)).toBe(shares);
  });
});

describe("quotients that do not end", () => {
  const random = randomFrom(20051228);
  const upTo = (most: number) => BigInt(1 + Math.floor(random() * most));
  const cases = Array.from({ length: 100 }, (_, index) => {
    const lows = [upTo(900), upTo(900), upTo(900)];
    // Every other amount is a whole number of shares, or a cent beside one: where a price rounded at first goes wrong.
    const step = sum(lows);
    const amount = index % 2 === 0 ? upTo(50_000_000) : step * upTo(40_000) + BigInt((index % 3) - 1);
    return { amount: amount < 1n ? 1n : amount, lows };
  });

  test.each(cases)("$amount cents at lows of $lows ten-thousandths", ({ amount, lows }) => {
    // 6 A / S with A in cents and S in ten-thousandths: × 10,000 / 100.
    const [n, d] = [600n * amount, sum(lows)];
    const [floor, rest] = [n / d, n % d];
    expect(sharesFor(amount, lows, "down")).toBe(String(floor));
    expect(sharesFor(amount, lows, "up")).toBe(String(rest === 0n ? floor : floor + 1n));
    expect(sharesFor(amount, lows, "nearest")).toBe(String(2n * rest >= d ? floor + 1n : floor));
  });

  test("hold such that do not end, such that are whole, and such that are next to whole", () => {
    const rests = cases.map(({ amount, lows }) => [(600n * amount) % sum(lows), sum(lows)] as const);
    expect(rests.filter(([rest]) => rest === 0n).length).toBeGreaterThan(5);
    expect(rests.filter(([rest, d]) => rest !== 0n && (rest <= 600n || d - rest <= 600n)).length).toBeGreaterThan(5);
    expect(rests.filter(([rest, d]) => rest > 600n && d - rest > 600n).length).toBeGreaterThan(5);
  });
});

/** The shares for an amount in cents at three lows in ten-thousandths of a dollar, below those of every other day. */
function sharesFor(cents: bigint, lows: readonly bigint[], reading: Reading): string {
  const template = templateOf("juniper-2005");
  const days = daysFrom("2006-03-01", 25);
  const [issued, converted] = [days[21] as string, days[22] as string];
  const rows = days.map((day, index) => `${day},0.5,0.5,${decimal(lows[index - 5] ?? 4999n, 4)},0.5,0.5,1000`);
  const scenario = {
    scenario: "exactness",
    note: "juniper-2005",
    terms: {
      Principal: "1000000",
      "Issue Date": issued,
      "Maturity Date": "2009-01-15",
      "Initial Fixed Conversion Price": "100",
      "Shares Outstanding": "1000000000000000",
    },
    readings: { "fractional shares": reading },
    market: "made.csv",
    calendar: "us-bank",
    events: [{ on: converted, event: "Notice of Conversion", id: "c1", "Principal Converted": decimal(cents, 2) }],
    ask: [{ value: "Conversion Shares", of: "c1" }],
  };
  const loaded = loadScenario(template, {
    scenario: { name: "made.json", text: JSON.stringify(scenario) },
    market: { name: "made.csv", text: `date,open,high,low,close,vwap,volume\n${rows.join("\n")}\n` },
  });
  const [answer] = ensured(runScenario(template, ensured(loaded))).outcome.answers;
  return figureIn(answer);
}

function figureIn(answer: Answer | undefined): string {
  return answer !== undefined && "answer" in answer ? String(answer.answer) : JSON.stringify(answer);
}

/** So many days from one on, as ISO dates. */
function daysFrom(first: string, count: number): string[] {
  const start = parseDate(first) as NonNullable<ReturnType<typeof parseDate>>;
  return Array.from({ length: count }, (_, index) => formatDate((start + index) as typeof start));
}

/** A whole number of units of the given decimal place. */
function decimal(units: bigint, places: number): string {
  const digits = units.toString().padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n);
}

/** Numbers from 0 up to 1, the same for a seed on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
