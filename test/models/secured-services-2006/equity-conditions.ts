/** Section 1, "Equity Conditions": each on one day; Section 2(a) asks for all of them over a period. */
import type { Day } from "./base/days.ts";
import { isAboveZero } from "./base/rational.ts";
import type { WrittenEvent } from "./base/story.ts";
import type { Book, Due } from "./book.ts";
import { isDefault } from "./defaults.ts";
import { isPaid, liquidatedDamages } from "./delivery.ts";
import { unpaidOf } from "./dues.ts";
import { lateFees } from "./late-fees.ts";
import { lapses } from "./registration.ts";

/** Noted at the end of each day. */
export function areConditionsMet(book: Book): boolean {
  return (
    areConversionsHonoured(book) &&
    areAmountsPaid(book) &&
    isRegistered(book) &&
    isOpen(book, "Delisting", "Relisting") === undefined &&
    !isDefault(book) &&
    !mayBecomeDefault(book) &&
    failedConditions(book).size === 0
  );
}

/** Over the days from `from` to today. */
export const wereConditionsMet = ({ unmet, today }: Book, from: Day) =>
  !unmet.some((day) => from <= day && day <= today);

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

/** (vi): what becomes an Event of Default if nothing is done. */
function mayBecomeDefault(book: Book): boolean {
  const isOverdue = book.dues.some((it) => dueBy(it) <= book.today && isAboveZero(unpaidOf(it)));
  return (
    isOverdue ||
    isOpen(book, "Covenant Default", "Covenant Default Cured") !== undefined ||
    isOpen(book, "Bankruptcy Case", "Bankruptcy Dismissed") !== undefined
  );
}

/** Interest to be paid in shares is no such event while they may still come. */
const dueBy = ({ inCash, due }: Due) => (inCash ? due : Number.POSITIVE_INFINITY);

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
