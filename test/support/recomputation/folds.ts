/** Sums and the like over days and events, from what each of them gave. */

import { assertNever } from "../../../src/base/assert-never.ts";
import type { DayFold, EventFold } from "../../../src/core/core.ts";
import type { Operation, ReasonFact } from "../../../src/index.ts";
import { Absent } from "../../../src/index.ts";
import type { Data } from "./dates.ts";
import { isDayOf } from "./dates.ts";
import type { Fraction } from "./fraction.ts";
import { over, times, whole } from "./fraction.ts";
import type { Worked } from "./values.ts";
import { decided, extreme, isFraction, isProblem, orderOf, sum } from "./values.ts";

type Subjects = Extract<Operation, { kind: "expression" }>["subjects"];

/** The days or the event that some operands are for, with those operands. */
interface Looked {
  readonly days: { readonly first: number; readonly last: number } | undefined;
  readonly values: readonly ReasonFact["result"][];
}

export function folded(expr: DayFold | EventFold, subjects: Subjects, fact: ReasonFact, data: Data): Worked {
  const { operands } = fact;
  const open = operands.slice(0, subjects[0]?.from ?? operands.length).find((it) => isProblem(it.result));
  if (open !== undefined) return open.result;
  // Days that calendar or data don't reach are not looked at.
  if (subjects.length === 0 && isProblem(fact.result)) return undefined;
  const chosen = expr.kind === "DayFold" && expr.days.kind === "DayWindow" ? expr.days.where : undefined;
  const conditions = [chosen, expr.where].filter((it) => it !== undefined).length;
  if (expr.kind === "DayFold" && expr.body === undefined && conditions === 0 && expr.operation === "number") {
    const counted = subjects.length === 0 ? daysOf(expr, operands, data) : subjects.length - 1;
    return counted === undefined ? undefined : whole(counted);
  }
  const looked = subjects.flatMap(({ subject, from }, index): Looked[] => {
    if (subject === undefined) return [];
    const values = operands.slice(from, subjects[index + 1]?.from).map((it) => it.result);
    return [{ days: "first" in subject ? subject : undefined, values }];
  });
  const values: ReasonFact["result"][] = [];
  let count = 0;
  const kept: number[] = [];
  for (const one of looked) {
    const fails = one.values.slice(0, conditions).find((it) => it !== true);
    if (isProblem(fails)) return fails;
    if (fails !== undefined) continue;
    const value = one.values[conditions];
    const days = one.days === undefined ? 1 : one.days.last - one.days.first + 1;
    if (one.days !== undefined) kept.push(one.days.first);
    if (expr.body === undefined) {
      count += days;
      continue;
    }
    if (value === undefined) return undefined;
    if (isQuantifier(expr.operation)) values.push(value);
    else if (value instanceof Absent && expr.kind === "EventFold") continue;
    else if (isProblem(value)) return value;
    else values.push(value);
    count += days;
  }
  return combined(expr, values, count, kept, operands.at(-1)?.result);
}

function product(values: readonly unknown[]): Fraction | undefined {
  return values.reduce<Fraction | undefined>(
    (soFar, one) => (soFar && isFraction(one) ? times(soFar, one) : undefined),
    whole(1),
  );
}

function isQuantifier(operation: string): boolean {
  return operation === "every" || operation === "some" || operation === "no";
}

function combined(
  expr: DayFold | EventFold,
  values: readonly ReasonFact["result"][],
  count: number,
  kept: readonly number[],
  last: ReasonFact["result"] | undefined,
): Worked {
  const { operation } = expr;
  const picked = expr.kind === "DayFold" && expr.pick !== undefined ? pick(expr.pick.which, values, last) : values;
  switch (operation) {
    case "every":
      return decided(values, false);
    case "some":
      return decided(values, true);
    case "no": {
      const some = decided(values, true);
      return typeof some === "boolean" ? !some : some;
    }
    case "number":
      return whole(count);
    case "first":
      return kept[0] as Worked;
    case "last":
      return kept.at(-1) as Worked;
    case "sum":
      return picked && sum(picked);
    case "product":
      return picked && product(picked);
    case "average": {
      const total = picked && picked.length > 0 ? sum(picked) : undefined;
      return total && picked && over(total, whole(picked.length));
    }
    case "lowest":
    case "earliest":
      return picked && extreme("least", picked);
    case "highest":
    case "latest":
      return picked && extreme("greatest", picked);
    default:
      return assertNever(operation);
  }
}

/** So many of the lowest or the highest; none where there are fewer. */
function pick(which: "lowest" | "highest", values: readonly ReasonFact["result"][], count: unknown) {
  const wanted = isFraction(count) ? Number(count.n) : 0;
  const sign = which === "lowest" ? 1 : -1;
  return values.length < wanted ? undefined : values.toSorted((a, b) => sign * orderOf(a, b)).slice(0, wanted);
}

/** How many days of a kind a range holds. */
function daysOf({ days }: DayFold, operands: readonly ReasonFact[], data: Data): number | undefined {
  const [from, to] = operands.map((it) => it.result);
  if (days.kind !== "DayRange" || typeof from !== "number" || typeof to !== "number") return undefined;
  let count = 0;
  for (let day = from + (days.fromIncluded ? 0 : 1); day <= to - (days.toIncluded ? 0 : 1); day += 1) {
    const counts = isDayOf(days.unit, day, data);
    if (counts === undefined) return undefined;
    if (counts) count += 1;
  }
  return count;
}
