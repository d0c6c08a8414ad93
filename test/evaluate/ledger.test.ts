/** One account by itself. Ten dollars a day from 30 January 2006 on: two days of January make 20, then February. */
import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/evaluate/ledger/ledger.ts";
import {
  accruedTo,
  accruesOnEach,
  emptyLedger,
  hasGrowingItems,
  withEach,
  withRate,
} from "../../src/evaluate/ledger/ledger.ts";
import { accruing, due, firstOverdue, onOutstandingBase, overdue, unpaid } from "../../src/evaluate/ledger/measures.ts";
import type { Owed } from "../../src/evaluate/ledger/owed.ts";
import { nothing, OwedList } from "../../src/evaluate/ledger/owed.ts";
import { payAll, payDue } from "../../src/evaluate/ledger/payments.ts";
import {
  asBatchBegins,
  bringForward,
  charge,
  convert,
  detach,
  fallDue,
  waive,
} from "../../src/evaluate/ledger/postings.ts";
import type { Exact } from "../../src/units/exact.ts";
import { exact, toDecimalText } from "../../src/units/exact.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { parseDate } from "../../src/units/plain-date.ts";

const on = (text: string) => parseDate(text) as PlainDate;
const dates = (dueOn: string, payableOn = dueOn) => ({ dueOn: on(dueOn), payableOn: on(payableOn) });
const text = (amount: Exact) => toDecimalText(amount);
/** Nothing falls due on the day of the payment. */
const nothingMore = { takesLot: () => false, isApart: () => false, charged: exact(0), inPart: exact(0) };
const january = on("2006-01-01");
const opened = withRate(emptyLedger({ name: "actual/365" }, on("2006-01-30")), on("2006-01-30"), exact(10));
const chargedTwice = charge(
  charge(emptyLedger({ name: "actual/365" }, on("2006-01-30")), exact(100), dates("2006-03-01", "2006-03-03")),
  exact(50),
  dates("2006-02-01", "2006-02-02"),
);

describe("accrual", () => {
  test("by month: 30 and 31 January, then 1 and 2 February", () => {
    const ledger = accruedTo(opened, on("2006-02-03"));
    expect(ledger.lots.all().map(({ charged }) => text(charged))).toEqual(["20", "20"]);
    expect(text(unpaid(ledger))).toBe("40");
  });

  test("in one go or day by day, the lots are the same", () => {
    const atOnce = accruedTo(opened, on("2006-02-02"));
    const daily = accruedTo(accruedTo(accruedTo(opened, on("2006-01-31")), on("2006-02-01")), on("2006-02-02"));
    expect(daily.lots.all()).toEqual(atOnce.lots.all());
    expect(daily).toEqual(atOnce);
  });

  test("nothing a day: no lot, and the day is kept", () => {
    const ledger = accruedTo(emptyLedger({ name: "actual/365" }, on("2006-01-30")), on("2006-02-03"));
    expect(ledger.lots.all()).toEqual([]);
    expect(ledger.since).toBe(on("2006-02-03"));
  });

  test("a waived month takes its later days along: 40 less January's 20, and 31 January adds nothing", () => {
    const early = waive(accruedTo(opened, on("2006-01-31")), january);
    expect(text(unpaid(accruedTo(early, on("2006-02-03"))))).toBe("20");
  });

  test("of a month that is waived only its own lot goes", () => {
    expect(text(unpaid(waive(accruedTo(opened, on("2006-02-03")), january)))).toBe("20");
    expect(text(unpaid(waive(accruedTo(opened, on("2006-02-03")), undefined)))).toBe("0");
  });
});

describe("a month that has fallen due before it is over", () => {
  // On the 31st, 10 of January have accrued; its last day goes to the item, February's do not.
  const early = fallDue(accruedTo(opened, on("2006-01-31")), dates("2006-01-31"), january);

  test("grows its item until the month ends", () => {
    const later = accruedTo(early, on("2006-02-03"));
    expect(text(due(later, on("2006-02-03")))).toBe("20");
    expect(text(accruing(later))).toBe("20");
  });

  test.each([
    ["on its last day", "2006-01-31", true],
    ["when it is over", "2006-02-01", false],
  ])("is growing, or not, %s", (_, day, growing) => {
    expect(hasGrowingItems(accruedTo(early, on(day)))).toBe(growing);
  });

  test("a waived month grows nothing", () => {
    expect(hasGrowingItems(waive(accruedTo(opened, on("2006-01-31")), january))).toBe(false);
  });
});

describe("what is due and what is overdue", () => {
  test.each([
    ["the day before the first is due", "2006-01-31", "0"],
    ["the day on which it is due", "2006-02-01", "50"],
    ["when both are", "2006-03-01", "150"],
  ])("due %s", (_, day, amount) => {
    expect(text(due(chargedTwice, on(day)))).toBe(amount);
  });

  test.each([
    ["the day before it was payable has ended", "2006-02-01", "0", undefined],
    ["the day on which it was payable has ended", "2006-02-02", "50", "2006-02-02"],
    ["both days have ended", "2006-03-03", "150", "2006-02-02"],
  ])("overdue once %s", (_, day, amount, first) => {
    expect(text(overdue(chargedTwice, on(day)))).toBe(amount);
    expect(firstOverdue(chargedTwice, on(day))).toBe(first === undefined ? undefined : on(first));
  });

  test("what is paid is no longer the oldest overdue", () => {
    const { ledger } = payDue(chargedTwice, exact(50), on("2006-03-03"), nothingMore);
    expect(firstOverdue(ledger, on("2006-03-03"))).toBe(on("2006-03-03"));
  });
});

describe("payments", () => {
  const openAmounts = ({ items }: Ledger) =>
    items.all().map(({ charged, paid }) => `${text(paid)} of ${text(charged)}`);

  test("the oldest due date first, whichever was charged first: 60 pay the 50 and 10 of the 100", () => {
    const { ledger, left } = payDue(chargedTwice, exact(60), on("2006-03-01"), nothingMore);
    expect(openAmounts(ledger)).toEqual(["10 of 100", "50 of 50"]);
    expect(text(left)).toBe("0");
  });

  test("of one date, in the order in which they arose", () => {
    const same = charge(
      charge(emptyLedger({ name: "actual/365" }, january), exact(5), dates("2006-02-01")),
      exact(7),
      dates("2006-02-01"),
    );
    expect(openAmounts(payDue(same, exact(6), on("2006-02-01"), nothingMore).ledger)).toEqual(["5 of 5", "1 of 7"]);
  });

  test.each([
    ["before it is due, nothing of the second", "2006-02-28", "10"],
    ["on the day on which it is due, of both", "2006-03-01", "0"],
  ])("what is due, %s", (_, day, left) => {
    expect(text(payDue(chargedTwice, exact(60), on(day), nothingMore).left)).toBe(left);
  });

  test("all that is owed: what is due, what accrues, what is due later; the rest is kept or comes back", () => {
    // On 2 February: 50 due, 30 accrued (30 January to 1 February), 100 due in March: 180 in all, and 20 more.
    const both = charge(
      charge(accruedTo(opened, on("2006-02-02")), exact(50), dates("2006-02-01")),
      exact(100),
      dates("2006-03-01"),
    );
    const kept = payAll(both, exact(200), on("2006-02-02"), nothingMore, true);
    expect([text(kept.taken), text(kept.left), text(kept.ledger.prepaid)]).toEqual(["200", "0", "20"]);
    const back = payAll(both, exact(200), on("2006-02-02"), nothingMore, false);
    expect([text(back.taken), text(back.left), text(back.ledger.prepaid)]).toEqual(["180", "20", "0"]);
    const exactly = payAll(both, exact(180), on("2006-02-02"), nothingMore, true);
    expect([text(exactly.taken), text(exactly.left), text(exactly.ledger.prepaid)]).toEqual(["180", "0", "0"]);
    // 60: first the 50 due, then 10 of what accrues.
    expect(text(accruing(payAll(both, exact(60), on("2006-02-02"), nothingMore, true).ledger))).toBe("20");
  });

  test("what was paid ahead pays what accrues next: 15 ahead, then 40 accrue", () => {
    const ahead = payAll(opened, exact(15), on("2006-01-30"), nothingMore, true).ledger;
    const later = accruedTo(ahead, on("2006-02-03"));
    expect([text(unpaid(later)), text(later.prepaid)]).toEqual(["25", "0"]);
  });
});

describe("dates brought forward", () => {
  test("what is due later comes on the new dates, what is due by then keeps its own", () => {
    const { items } = bringForward(chargedTwice, dates("2006-02-01", "2006-02-10"));
    expect(items.all().map(({ dueOn, payableOn }) => [dueOn, payableOn])).toEqual([
      [on("2006-02-01"), on("2006-02-10")],
      [on("2006-02-01"), on("2006-02-02")],
    ]);
  });
});

test("what is due by then, to be paid later, is to be paid on the new date", () => {
  const { items } = bringForward(chargedTwice, dates("2006-02-01", "2006-02-01"));
  expect(items.all().map(({ dueOn, payableOn }) => [dueOn, payableOn])).toEqual([
    [on("2006-02-01"), on("2006-02-01")],
    [on("2006-02-01"), on("2006-02-01")],
  ]);
});

describe("conversion and what is attached", () => {
  const accrued = accruedTo(opened, on("2006-02-03"));

  test("in proportion: 10 of 40 take a quarter of each month's 20", () => {
    expect(
      convert(accrued, exact(10))
        .lots.all()
        .map(({ charged }) => text(charged)),
    ).toEqual(["15", "15"]);
  });

  test("beyond what is attached, the oldest first: half of the base gone, 30 of 40 converted", () => {
    // 20 are attached and go in proportion, 10 of each month; 10 more come from January alone, then 10 are left.
    const half = detach(asBatchBegins(accrued), exact(100), exact(50));
    expect(text(onOutstandingBase(half))).toBe("20");
    expect(
      convert(half, exact(30))
        .lots.all()
        .map(({ charged }) => text(charged)),
    ).toEqual(["0", "10"]);
  });

  test.each([
    ["stays", 100, 100, "40"],
    ["rises", 100, 150, "40"],
    ["was nothing", 0, 0, "40"],
    ["falls by a quarter", 100, 75, "30"],
    ["goes", 100, 0, "0"],
  ])("a base that %s", (_, before, after, left) => {
    expect(text(onOutstandingBase(detach(asBatchBegins(accrued), exact(before), exact(after))))).toBe(left);
  });
});

describe("what accrues on each amount", () => {
  const each = withEach(emptyLedger({ name: "actual/365" }, january), january, new Map([[0, exact(3)]]), new Map());

  test.each([
    ["the same", new Map([[0, exact(3)]]), true],
    ["another amount", new Map([[0, exact(4)]]), false],
    ["another item", new Map([[1, exact(3)]]), false],
    ["none", new Map<number, Exact>(), false],
    [
      "one more",
      new Map([
        [0, exact(3)],
        [1, exact(3)],
      ]),
      false,
    ],
  ])("%s", (_, rates, same) => {
    expect(accruesOnEach(each, rates)).toBe(same);
  });

  test("three dollars a day for two days", () => {
    expect(text(unpaid(accruedTo(each, on("2006-01-03"))))).toBe("6");
  });
});

describe("what is unpaid of a list", () => {
  const owed = (charged: number, paid = 0) => ({ ...nothing, charged: exact(charged), paid: exact(paid) });

  test("goes on from the list before it: 30 of 50, and 5 more; then 7 more of the first", () => {
    const one = OwedList.of([owed(50, 20)]);
    const two = one.withOneMore(owed(5));
    const grown = two.withOneChanged(0, owed(57, 20), exact(7));
    expect([one, two, grown].map((list) => text(list.unpaid))).toEqual(["30", "35", "42"]);
    expect(text(OwedList.of(grown.all()).unpaid)).toBe("42");
  });

  test("is the same in a list that grew as in one made at once: 1 + 2 + … + 200 is 20,100", () => {
    const all = Array.from({ length: 200 }, (_, index) => owed(index + 1));
    let grown = OwedList.of(all.slice(0, 1));
    for (const one of all.slice(1)) grown = grown.withOneMore(one);
    const atOnce = OwedList.of(all);
    for (const list of [grown, atOnce]) {
      expect(list.all()).toEqual(all);
      expect([list.length, text(list.unpaid), list.at(63), list.at(64), list.at(200)]).toEqual([
        ...[200, "20100", all[63], all[64], undefined],
      ]);
    }
    // The hundredth is paid whole: 100 less.
    const paid = grown.map((it) => (it === all[99] ? owed(100, 100) : it));
    expect(text(paid.unpaid)).toBe("20000");
    expect(text(grown.withOneChanged(99, owed(100, 100), exact(-100)).unpaid)).toBe("20000");
    expect(paid.filter((it) => it.paid.n > 0n).all()).toEqual([owed(100, 100)]);
  });

  test("a batch notes what is attached of those that came or changed since the last, and leaves the others", () => {
    const attached = (amount: number) => ({ ...owed(amount), onOutstandingBase: exact(amount) });
    const noted = (list: OwedList<Owed>) => list.all().map((it) => text(it.onOutstandingBaseAtBatchStart));
    const first = OwedList.of([attached(1), attached(2)]).withBatchStart();
    expect(noted(first)).toEqual(["1", "2"]);
    expect(first.withBatchStart()).toBe(first);
    const changed = first.withOneChanged(1, { ...attached(3), charged: exact(3) }, exact(1));
    const second = changed.withOneMore(attached(4)).withBatchStart();
    expect(noted(second)).toEqual(["1", "3", "4"]);
    expect(second.at(0)).toBe(first.at(0));
  });
});
