/** What is due around a day, in English. */
import type { Consequence } from "../evaluate/answers/consequences.ts";
import type { DueItem, PendingGround } from "../evaluate/answers/due.ts";
import type { DayTotal, DueTotal } from "../evaluate/answers/due-totals.ts";
import { Failure } from "../evaluate/values/problem.ts";
import { toDecimalText } from "../units/exact.ts";
import { formatDate } from "../units/plain-date.ts";
import { nameOfChanged, ofEvent } from "./journal.ts";
import type { DayTotalWords, Due, DueTotalWords, Owed } from "./outcome.ts";
import { byDueDate, describeOwed, expectedWords } from "./owed.ts";
import { problemWords } from "./problems.ts";

/** In the order of due date, then section, then words; what has no day that is known comes last. */
export function describeDue(items: readonly DueItem[]): Due[] {
  return items
    .map(({ what, status, consequences }) => {
      const words = what.kind === "PendingGround" ? groundWords(what) : describeOwed(what);
      return { ...words, status, follows: followsWords(consequences) };
    })
    .toSorted(byDueDate);
}

export function describeDueTotals(totals: readonly DueTotal[]): DueTotalWords[] {
  return totals.map((it) => ({ status: it.status, ...totalWords(it) }));
}

export function describeDueByDay(totals: readonly DayTotal[]): DayTotalWords[] {
  return totals.map((it) => ({ due: formatDate(it.payableOn), ...totalWords(it) }));
}

function totalWords({ from, to, currency: unit, amount }: Omit<DueTotal, "status">): Omit<DueTotalWords, "status"> {
  const head = { from, to, unit };
  if (typeof amount === "string") return { ...head, amount: null, because: amount };
  if (amount instanceof Failure) return { ...head, amount: null, because: problemWords(amount) };
  return { ...head, amount: toDecimalText(amount) };
}

function followsWords(consequences: DueItem["consequences"]): string[] {
  return consequences === undefined ? [tooMuch] : [...new Set(consequences.map(consequenceWords))].sort();
}

const tooMuch = "what follows takes more steps or days to find out than the limits allow";

function groundWords({ defaultCondition, occurrence, deadline, expected }: PendingGround): Owed {
  const { title, family, section } = defaultCondition;
  const of = occurrence?.id === undefined ? "" : ` (${occurrence.id})`;
  const text = `${title === "" ? family : title}${of}: to be cured by the end of that day`;
  return { from: "", to: "", due: formatDate(deadline), section, text, ...expectedWords(expected) };
}

function consequenceWords({ kind, name, of, section }: Consequence): string {
  return kind === "default" ? `${name} under ${section}` : `${nameOfChanged({ name, ...ofEvent(of) })} (${section})`;
}
