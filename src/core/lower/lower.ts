import { invariant } from "../../base/invariant.ts";
import { monthsOf } from "../../checked/infer/expressions/figures.ts";
import type { Checked, Identifier, Value } from "../../checked/tree.ts";

import { namedBusinessDay } from "../../units/calendars/day-unit.ts";
import type { DayRange, DayWindow, Expr, InterestPeriods } from "../core.ts";

/** The core of a value. */
export type Lower = (value: Checked) => Expr;

/** What an expression is, without its type and place. */
export type Placeless<E = Expr> = E extends Expr ? Omit<E, "type" | "span"> : never;

export function soundOf(node: Checked): Value {
  invariant(node.type !== undefined, `a ${node.kind} of a program without errors has a type`);
  return node;
}

export function typeAndPlace({ type, span }: Value): Pick<Expr, "type" | "span"> {
  return { type, span };
}

/** The sections that a family is asked under, in an order of their own. */
export const sectionLabels = (sections: readonly Identifier[] = []): string[] =>
  sections.map(({ text }) => text).toSorted();

/** The months of interest periods, and a day on which one begins. */
export function lowerPeriods(
  periods: CheckedPeriods | undefined,
  lower: Lower,
): { readonly periods?: InterestPeriods } {
  if (periods === undefined) return {};
  const months = monthsOf(periods.length);
  invariant(months !== undefined, "a program without errors has periods that go into a year");
  return { periods: { months, anchor: lower(periods.anchor) } };
}

type CheckedPeriods = NonNullable<Extract<Value, { readonly kind: "InterestOn" }>["periods"]>;

/** The kind of day that is counted, with the calendar that the clause names for it. */
export function unitOf<U extends string>({
  unit,
  calendar,
}: {
  readonly unit: U;
  readonly calendar?: Identifier | undefined;
}) {
  return calendar === undefined ? unit : namedBusinessDay(calendar.text);
}

type CheckedDays = Extract<Value, { readonly kind: "DaysFold" }>["days"];

export function lowerDays(days: CheckedDays, lower: Lower): DayRange | DayWindow {
  if (days.kind === "DayRange") return lowerRange(days, lower);
  const { kind, count, where, ending } = days;
  const chosen = where && { where: lower(where) };
  return { kind, count: lower(count), unit: unitOf(days), ...chosen, ending: lower(ending) };
}

export function lowerRange(range: Extract<CheckedDays, { readonly kind: "DayRange" }>, lower: Lower): DayRange {
  const { kind, from, fromIncluded, to, toIncluded } = range;
  return { kind, unit: unitOf(range), from: lower(from), fromIncluded, to: lower(to), toIncluded };
}
