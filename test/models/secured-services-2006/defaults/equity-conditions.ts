import { isQuarterEnd } from "../base/days.ts";
import type { Rational } from "../base/rational.ts";
import { isAboveZero, isLess, least, less, over, plus, times, total, zero } from "../base/rational.ts";
import type { WrittenEvent } from "../base/story.ts";
import type { Book } from "../book.ts";
import { accruedInterest, unpaidOf } from "../interest/dues.ts";
import { electedPart } from "../interest/elections.ts";
import { lateFees } from "../interest/late-fees.ts";
import { dueToday, sharesIssuable } from "../interest/share-count.ts";
import { isPaid, liquidatedDamages } from "../shares/delivery.ts";
import { issuableRoom, ownershipRoom, sharesIssued } from "../shares/limits.ts";
import { isDefault } from "./defaults.ts";
import { lapses } from "./registration.ts";

/** Noted at the end of each day; within one, what is due that day is not unpaid yet. */
export function areConditionsMet(book: Book, isDayOver = true): boolean {
  return (
    areConversionsHonoured(book) &&
    areAmountsPaid(book) &&
    isRegistered(book) &&
    isOpen(book, "Delisting", "Relisting") === undefined &&
    isAuthorized(book) &&
    !isDefault(book) &&
    !mayBecomeDefault(book, isDayOver) &&
    doSharesFit(book) &&
    failedConditions(book).size === 0
  );
}

/** (i): no shares are late. */
const areConversionsHonoured = ({ conversions }: Book) =>
  [...conversions.values()].every((it) => !it.isLate || it.delivered !== undefined || it.rescinded !== undefined);

/** (ii): damages, Late Fees and Buy-In Payments. */
function areAmountsPaid(book: Book): boolean {
  const damages = [...book.conversions.values()].some((it) => isAboveZero(liquidatedDamages(book, it)));
  const buyIns = [...book.buyIns.values()].some((it) => isAboveZero(it.payment) && !isPaid(it));
  return !damages && !buyIns && !isAboveZero(lateFees(book));
}

/** (iii): a Registration Statement is effective, and has not lapsed. */
const isRegistered = (book: Book) =>
  book.reports.some(({ event }) => event.event === "Registration Effective") &&
  !lapses(book).some(([from, end]) => from <= book.today && book.today <= end);

/** (v): of the authorized shares as many are left as full conversion takes. */
function isAuthorized(book: Book): boolean {
  const { authorized } = book.terms;
  if (authorized === undefined) return true;
  return !isLess(less(times(authorized, book.basis), sharesIssued(book)), reservedShares(book));
}

/** 4(d)(vi) */
export const reservedShares = (book: Book) => over(plus(book.principal, accruedInterest(book)), book.price);

/** (vi): what becomes an Event of Default if nothing is done. */
function mayBecomeDefault(book: Book, isDayOver: boolean): boolean {
  return (
    isAboveZero(overdue(book, isDayOver)) ||
    isOpen(book, "Covenant Default", "Covenant Default Cured") !== undefined ||
    isOpen(book, "Bankruptcy Case", "Bankruptcy Dismissed") !== undefined
  );
}

/** Without what was elected in shares of the interest that is due that very day, whether or not shares may pay it. */
function overdue(book: Book, isDayOver: boolean): Rational {
  const lastDay = isDayOver ? book.today : book.today - 1;
  const late = total(book.dues.filter(({ inCash, due }) => inCash && due <= lastDay).map(unpaidOf));
  const elected = book.dues.some(({ due, earnedTo }) => due === book.today && earnedTo === book.today)
    ? electedInCash(book)
    : zero;
  return less(late, elected);
}

function electedInCash(book: Book): Rational {
  if (!isQuarterEnd(book.today) || hasSharesDue(book)) return zero;
  return times(dueToday(book), electedPart(book, book.today) ?? zero);
}

const hasSharesDue = ({ dues, today }: Book) =>
  dues.some(({ kind, earnedTo }) => kind === "shares" && earnedTo === today);

/** (vii): the shares of the interest due that day keep within 4(c). */
function doSharesFit(book: Book): boolean {
  if (!isQuarterEnd(book.today)) return true;
  const shares = sharesIssuable(book, book.today, dueToday(book)) ?? zero;
  return !isLess(least(ownershipRoom(book), issuableRoom(book) ?? shares), shares);
}

/** An event that no later one has ended; what ends it names it with `for`, where it has an id. */
function isOpen({ reports }: Book, begins: string, ends: string): WrittenEvent | undefined {
  return reports.find(
    ({ event }, index) =>
      event.event === begins &&
      !reports.some((it, at) => at > index && it.event.event === ends && it.event.for === event.id),
  )?.event;
}

/** Conditions that were reported as failed, and not as met since. */
function failedConditions({ reports }: Book): Set<unknown> {
  const failed = new Set<unknown>();
  for (const { event } of reports) {
    if (event.event === "Equity Condition Failed") failed.add(event.Condition);
    if (event.event === "Equity Condition Met") failed.delete(event.Condition);
  }
  return failed;
}
