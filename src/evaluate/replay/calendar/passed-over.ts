/** Days of calendar rules that have gone by without the rule: who reads the clause expects it to have acted. */
import type { PlainDate } from "../../../units/plain-date.ts";
import type { CalendarRule } from "../../compile/machine.ts";
import type { Moment } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";
import { Failure, isProblem } from "../../values/problem.ts";
import type { Journal } from "../journal.ts";
import type { DatePassedOver } from "../journal-facts.ts";

export class PassedOver {
  /** What each rule's date was as the calendar was looked at on the day before; absent where it had none. */
  readonly #dates = new Map<CalendarRule, PlainDate | undefined>();

  /** Takes note of a rule's date of today, and records in the journal that its day has gone by. */
  look(rule: CalendarRule, date: PlainDate | Problem, now: Moment, journal: Journal): void {
    if (date instanceof Failure) {
      this.#dates.delete(rule);
      return;
    }
    const is = isProblem(date) ? undefined : date;
    const fact = this.#dates.has(rule) ? passedOver(rule, this.#dates.get(rule), is, now.day) : undefined;
    this.#dates.set(rule, is);
    if (fact !== undefined && rule.condition?.(now, undefined) !== false) journal.passedOver(fact, rule.rule, now);
  }
}

function passedOver(
  rule: CalendarRule,
  was: PlainDate | undefined,
  is: PlainDate | undefined,
  today: PlainDate,
): Omit<DatePassedOver, "names"> | undefined {
  // A date that the calendar moves lies behind each day anew; one that an event or a rule sets lies there once for each.
  const isNew = was === undefined || was >= today || (is !== was && rule.rows === undefined && !rule.followsCalendar());
  if (is !== undefined && is < today && isNew) return { kind: "DatePassedOver", date: is, movedTo: undefined };
  if (rule.rows !== undefined || was === undefined || is === undefined || was < today || is <= was) return undefined;
  // Where events have no say, nobody has put it off.
  return rule.followsCalendar() ? { kind: "DatePassedOver", date: was, movedTo: is } : undefined;
}
