/** What one account accrues, month by month and item by item: what starts on another day, is paid ahead, waived or below zero. */
import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/evaluate/ledger/ledger.ts";
import {
  accruedTo,
  accruesOnEach,
  emptyLedger,
  stepsOf,
  withEach,
  withRate,
} from "../../src/evaluate/ledger/ledger.ts";
import { onOutstandingBase, unpaid } from "../../src/evaluate/ledger/measures.ts";
import { unpaidOf } from "../../src/evaluate/ledger/owed.ts";
import { payAll } from "../../src/evaluate/ledger/payments.ts";
import { asBatchBegins, charge, detach, waive } from "../../src/evaluate/ledger/postings.ts";
import { exact, toDecimalText } from "../../src/units/exact.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { formatDate, parseDate } from "../../src/units/plain-date.ts";

const on = (text: string) => parseDate(text) as PlainDate;
/** Three dollars a day on each of so many items. */
const threeOnEach = (items: number) => new Map(Array.from({ length: items }, (_, of) => [of, exact(3)] as const));
const startingOn = (...days: string[]) => new Map(days.map((day, of) => [of, on(day)] as const));
/** Month, item and what is unpaid of each lot. */
const lotsOf = ({ lots }: Ledger) =>
  lots.all().map((lot) => [formatDate(lot.month).slice(0, 7), lot.of, toDecimalText(unpaidOf(lot))]);
const nothingMore = { takesLot: () => false, isApart: () => false, charged: exact(0), inPart: exact(0) };

describe("what accrues on each item", () => {
  test("counts each from its own day, whichever is first", () => {
    const opened = emptyLedger({ name: "actual/365" }, on("2006-01-20"));
    const later = (days: Map<number, PlainDate>) =>
      lotsOf(accruedTo(withEach(opened, on("2006-01-20"), threeOnEach(2), days), on("2006-01-21")));
    // Through the 20th: 16 days from the 5th, 13 days from the 8th.
    expect(later(startingOn("2006-01-05", "2006-01-08"))).toEqual([
      ["2006-01", 0, "48"],
      ["2006-01", 1, "39"],
    ]);
    expect(later(startingOn("2006-01-08", "2006-01-05"))).toEqual([
      ["2006-01", 0, "39"],
      ["2006-01", 1, "48"],
    ]);
  });

  test("is kept by month, and one has none of the months before its day", () => {
    const opened = emptyLedger({ name: "actual/365" }, on("2006-02-20"));
    const each = withEach(opened, on("2006-02-20"), threeOnEach(2), startingOn("2006-01-05", "2006-02-08"));
    // 5 to 31 January are 27 days, 1 to 20 February 20, 8 to 20 February 13.
    expect(lotsOf(accruedTo(each, on("2006-02-21")))).toEqual([
      ["2006-01", 0, "81"],
      ["2006-02", 0, "60"],
      ["2006-02", 1, "39"],
    ]);
  });

  test("is paid by the oldest month first, though that was taken in after the others", () => {
    const opened = withEach(
      emptyLedger({ name: "actual/365" }, on("2006-02-01")),
      on("2006-02-01"),
      threeOnEach(1),
      new Map(),
    );
    // The second item comes on 20 February and bears from 10 January on: 22 days to the end of that month.
    const second = withEach(opened, on("2006-02-20"), threeOnEach(2), new Map([[1, on("2006-01-10")]]));
    const ledger = accruedTo(second, on("2006-02-21"));
    expect(lotsOf(ledger)).toEqual([
      ["2006-01", 1, "66"],
      ["2006-02", 0, "60"],
      ["2006-02", 1, "60"],
    ]);
    // $70 pay the $66 of January and $4 of February.
    expect(lotsOf(payAll(ledger, exact(70), on("2006-02-21"), nothingMore, true).ledger)).toEqual([
      ["2006-01", 1, "0"],
      ["2006-02", 0, "56"],
      ["2006-02", 1, "60"],
    ]);
  });

  test("is the same only if it is so for all", () => {
    const opened = emptyLedger({ name: "actual/365" }, on("2006-01-01"));
    const each = withEach(opened, on("2006-01-01"), threeOnEach(2), new Map());
    const rates = (first: number, second: number) =>
      new Map([
        [0, exact(first)],
        [1, exact(second)],
      ]);
    expect(accruesOnEach(each, rates(3, 3))).toBe(true);
    expect(accruesOnEach(each, rates(4, 3))).toBe(false);
    expect(accruesOnEach(each, rates(3, 4))).toBe(false);
  });
});

describe("ten dollars a day from 30 January", () => {
  const start = on("2006-01-30");
  const opened = () => withRate(emptyLedger({ name: "actual/365" }, start), start, exact(10));
  /** $15 are paid before anything is owed. */
  const paidAhead = () => payAll(opened(), exact(15), start, nothingMore, true).ledger;

  test("money paid ahead is kept for what is owed, where a month is waived", () => {
    const waived = waive(paidAhead(), on("2006-01-01"));
    // January's two days take nothing of the $15; of February's $20, $5 are left.
    expect(lotsOf(accruedTo(waived, on("2006-02-03")))).toEqual([["2006-02", undefined, "5"]]);
  });

  test("less than nothing is taken off what is owed, and is no payment", () => {
    const ledger = accruedTo(withRate(paidAhead(), start, exact(-10)), on("2006-01-31"));
    expect([unpaid(ledger), ledger.prepaid].map((it) => toDecimalText(it))).toEqual(["-10", "15"]);
  });

  test("only what money paid ahead leaves is attached to the base", () => {
    // Four days are $40, less $15.
    expect(toDecimalText(onOutstandingBase(accruedTo(paidAhead(), on("2006-02-03"))))).toBe("25");
  });

  test("what went with a part of the base is not attached again as more accrues", () => {
    const accrued = accruedTo(opened(), on("2006-02-03"));
    const half = detach(asBatchBegins(accrued), exact(100), exact(50));
    // Of $40 half are attached to what is left of the base; the next day's $10 are, too.
    expect(toDecimalText(onOutstandingBase(accruedTo(half, on("2006-02-04"))))).toBe("30");
  });
});

test("a posting takes more steps, the more there is to look at", () => {
  const start = on("2006-01-30");
  const opened = emptyLedger({ name: "actual/365" }, start);
  const item = (ledger: Ledger) => charge(ledger, exact(5), { dueOn: start, payableOn: start });
  const lot = (ledger: Ledger) => accruedTo(withRate(ledger, start, exact(10)), on("2006-01-31"));
  const each = withEach(opened, start, threeOnEach(2), new Map());
  const more = [item(opened), lot(opened), each].map((ledger) => stepsOf(ledger) > stepsOf(opened));
  expect(more).toEqual([true, true, true]);
  // What accrues on each item looks at every lot for its own.
  const { lots } = lot(opened);
  const forOneLot = (ledger: Ledger) => stepsOf({ ...ledger, lots }) - stepsOf(ledger);
  expect(forOneLot(each)).toBeGreaterThan(forOneLot(opened));
});
