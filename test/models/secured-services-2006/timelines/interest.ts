/** Payments of interest: in time, on the last day of the cure, late, in part, too much; and interest in shares. */

import type { Day } from "../base/days.ts";
import { isQuarterEnd, quarterEnd, writtenDay } from "../base/days.ts";
import { rolled, tradingDaysBefore } from "../base/market.ts";
import type { Rational } from "../base/rational.ts";
import { isAboveZero, less, plus, rational, times, total, wholePart, zero } from "../base/rational.ts";
import type { WrittenEvent, WrittenStory } from "../base/story.ts";
import type { Book } from "../book.ts";
import { accruedInterest, notYetDue, unpaidOf } from "../interest/dues.ts";
import { partInShares } from "../interest/elections.ts";
import { lateFees } from "../interest/late-fees.ts";
import { walk } from "../model.ts";
import { conversionDate } from "../notices.ts";
import type { Stage } from "./stage.ts";
import { add, inOrder, isLikely, pick, someDay, trading } from "./stage.ts";

/** Amounts rest on what is owed on the day, so they are drawn as the model goes through the days. */
export function drawPayments(stage: Stage, story: Omit<WrittenStory, "events">): void {
  const days = paymentDays(stage);
  const drawn: WrittenEvent[] = [];
  const more = (book: Book) => {
    const paid = days.has(book.today) ? payment(stage, book) : [];
    drawn.push(...paid);
    return paid;
  };
  walk({ ...story, events: inOrder(stage.events) }, stage.market, stage.end, { more });
  stage.events.push(...drawn);
}

/** Around the ends of quarters, and with conversions. */
function paymentDays(stage: Stage): Set<Day> {
  const days = new Set<Day>();
  const isPunctual = stage.isCalm || isLikely(stage, 50);
  for (let end = quarterEnd(stage.issue); end < stage.end - 45; end = quarterEnd(end + 1)) {
    const wait = isPunctual ? pick(stage, 0, 0, 0, stage.isCalm ? 0 : 1) : pick(stage, 0, 1, 3, 4, 10, 40, undefined);
    if (wait !== undefined)
      days.add(trading(stage, rolled(stage.market, end), wait) + (!stage.isCalm && isLikely(stage, 10) ? 1 : 0));
    if (isLikely(stage, 12)) days.add(end - stage.draw(60));
  }
  const notices = stage.events.filter(({ event }) => event === "Notice of Conversion");
  for (const it of notices)
    if (stage.isCalm || isLikely(stage, 60))
      days.add(conversionDate(it) + (stage.isCalm ? 0 : pick(stage, 0, 0, 0, 1, 5)));
  return days;
}

function payment(stage: Stage, book: Book): WrittenEvent[] {
  const accrued = accruedInterest(book);
  const all = plus(accrued, lateFees(book));
  const part = stage.isCalm
    ? inCash(book)
    : pick(stage, accrued, accrued, all, times(all, rational("1/2")), plus(accrued, rational(1)), rational(100));
  if (book.today <= stage.issue || !isAboveZero(part) || isSecondAcceleration(book)) return [];
  return [{ on: writtenDay(book.today), event: "Interest Paid", Amount: inMoney(part) }];
}

/** What is due in cash, or falls due today. */
function inCash(book: Book): Rational {
  const { today } = book;
  const due = total(book.dues.filter((it) => it.inCash).map(unpaidOf));
  const all = isQuarterEnd(today) ? notYetDue(book) : zero;
  const shares = times(all, isQuarterEnd(today) ? partInShares(book, today, all) : zero);
  return less(plus(due, less(all, shares)), book.credit);
}

/** There the terms pay interest before older Late Fees, as their view of 8(b) says; the model does not. */
const isSecondAcceleration = ({ accelerated, reports }: Book) =>
  accelerated !== undefined && reports.some(({ event }) => event.event === "Acceleration Rescinded");

/** To a ten-thousandth of a dollar. */
function inMoney(amount: Rational): string {
  const { above } = wholePart(times(amount, rational(10000)));
  const digits = above.toString().padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** An election with its pre-delivery and its shares, each in time or a day off. */
export function drawShareInterest(stage: Stage): void {
  const quarter = quarterEnd(stage.issue + 100 + stage.draw(stage.end - stage.issue - 250));
  const named = isLikely(stage, 80) ? quarter : rolled(stage.market, quarter);
  const start = tradingDaysBefore(stage.market, rolled(stage.market, quarter), 20);
  const day = start - pick(stage, 0, 1, 1, 5, 20);
  const date = { "Interest Payment Date": writtenDay(named) };
  const kind: Partial<WrittenEvent> = isLikely(stage, 70) ? date : { Continuing: true };
  add(stage, day, "Interest Election", { ...kind, "In Shares": pick(stage, "1", "0.5", "0.25", "0") });
  const ahead = tradingDaysBefore(stage.market, start, pick(stage, 1, 2, 3, 5, 6));
  if (isLikely(stage, 85))
    add(stage, ahead, "Interest Shares Pre-Delivered", { ...date, Shares: pick(stage, "90000", "40000", "18000") });
  if (isLikely(stage, 20)) drawFailure(stage, start + stage.draw(30));
  const shares = pick(stage, "1", "500", "5000", "20000", "60000");
  // On the quarter's last day itself the model has nothing yet that the shares could pay.
  const wait = pick(stage, 0, 1, 2, 3, 3, 4, 9);
  const delivered = trading(
    stage,
    rolled(stage.market, quarter),
    Math.max(wait, isQuarterEnd(named) && named === rolled(stage.market, quarter) ? 1 : 0),
  );
  if (isLikely(stage, 80))
    add(stage, delivered, "Interest Shares Delivered", { id: `s${stage.events.length}`, ...date, Shares: shares });
}

function drawFailure(stage: Stage, day: Day): void {
  const Condition = pick(stage, "(iv)", "(v)", "(viii)");
  add(stage, day, "Equity Condition Failed", { Condition });
  if (isLikely(stage, 70)) add(stage, day + stage.draw(10), "Equity Condition Met", { Condition });
}

export function drawPrincipalPaid(stage: Stage): void {
  add(stage, pick(stage, someDay(stage), stage.maturity, stage.maturity + 1), "Principal Paid", {
    Amount: pick(stage, "10000", "360000"),
  });
}

/** It is refused unless an acceleration stands. */
export function drawPrepayment(stage: Stage): void {
  add(stage, someDay(stage), "Mandatory Prepayment Paid", { Amount: pick(stage, "10000", "450000", "5000000") });
}
