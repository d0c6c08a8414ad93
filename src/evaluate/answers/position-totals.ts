/** What the figures of a position make together: what is owed in all, and the holder's part of the shares. */
import type { Exact } from "../../units/exact.ts";
import { divide, exact, isZero, roundTo, sumOfAll } from "../../units/exact.ts";
import { usualCurrency } from "../../units/money/currencies.ts";
import type { Sum } from "../../units/money/sums.ts";
import { together } from "../../units/money/sums.ts";
import type { Role } from "../../units/roles.ts";
import { currencyOf } from "../../units/value-type.ts";
import { isFigure } from "../state/run.ts";
import { Absent, Failure } from "../values/problem.ts";
import type { BalanceFact } from "./balance.ts";

/** Roles of what adds up to what is owed, where the note has no amount of its own for a default. */
export const owedRoles: readonly Role[] = ["principal left", "interest", "default interest", "fees", "damages"];

/** All that is owed: the default amount where there is one, else the sum of the roles. */
export interface OwedTotal {
  /** A text says why there is no sum; a balance that has no figure is the reason itself. */
  readonly sum: Sum | string | BalanceFact;
  /** The roles of the amounts in it that are not nothing. */
  readonly of: readonly string[];
}

/** Undefined where the template marks nothing that is owed. */
export function owedTotal(balances: readonly BalanceFact[]): OwedTotal | undefined {
  const found = owedParts((role) => withRole(role, balances), standingOf);
  if (found === undefined) return undefined;
  if ("unknown" in found) return { sum: found.unknown, of: [] };
  const [first] = found.parts;
  let total: Sum | string = { currency: (first && currencyOf(first.answer.type)) ?? usualCurrency, amount: exact(0) };
  const of = new Set<string>();
  for (const part of found.parts) {
    const sum = sumOf(part);
    if (sum === undefined) return { sum: part, of: [] };
    if (part.role.name === "default amount" || !isZero(sum.amount)) of.add(part.role.name);
    total = together(total, sum);
  }
  return { sum: total, of: [...of] };
}

/** Whether an amount has a figure, or what is the matter: an event may have it only from a later day on. */
export type Standing = "figure" | "failed" | "to come" | "absent";

/** The amounts that what is owed is the sum of, or the one without a figure; undefined where nothing is marked. */
export function owedParts<T>(
  withRole: (role: Role) => readonly T[],
  standing: (amount: T) => Standing,
): { readonly parts: readonly T[] } | { readonly unknown: T } | undefined {
  const inDefault = withRole("default amount").filter((it) => standing(it) !== "to come");
  const failed = inDefault.find((it) => standing(it) === "failed");
  if (failed !== undefined) return { unknown: failed };
  if (inDefault.some((it) => standing(it) === "figure")) {
    // Where only some have one, what the others owe is in no amount that is marked.
    const without = inDefault.find((it) => standing(it) === "absent");
    return without === undefined ? { parts: inDefault } : { unknown: without };
  }
  const parts = owedRoles.flatMap(withRole).filter((it) => standing(it) !== "to come");
  if (parts.length === 0) return undefined;
  const unknown = parts.find((it) => standing(it) !== "figure");
  return unknown === undefined ? { parts } : { unknown };
}

const basisPoint = exact(1, 10_000);

/**
 * The shares issued to the holder, divided by all shares outstanding, rounded half up to 0.01%; a balance that has no
 * figure is the reason for there being none. Undefined where the template does not mark both.
 */
export function dilution(balances: readonly BalanceFact[]): Exact | BalanceFact | undefined {
  const issued = totalOf(withRole("shares to the holder", balances));
  const all = totalOf(withRole("shares outstanding", balances));
  if (issued === undefined || all === undefined) return undefined;
  if ("answer" in issued) return issued;
  if ("answer" in all) return all;
  const share = isZero(all) ? undefined : divide(issued, all);
  return share && roundTo(share, basisPoint, "half up");
}

/** What several values with one role come to; one without a figure is the reason for there being none. */
function totalOf(balances: readonly BalanceFact[]): Exact | BalanceFact | undefined {
  const counted = balances.filter((it) => standingOf(it) !== "to come");
  const without = counted.find((it) => standingOf(it) !== "figure");
  if (without !== undefined) return without;
  if (balances.length === 0) return undefined;
  return sumOfAll(counted.flatMap(({ answer: { result } }) => (isFigure(result) ? [result] : [])));
}

function standingOf({ answer: { result } }: BalanceFact): Standing {
  if (isFigure(result)) return "figure";
  if (result instanceof Failure) return "failed";
  return result instanceof Absent && result.fact.kind === "event counts later" ? "to come" : "absent";
}

/** The values of the note; where there are none, those of its events. */
function withRole(role: Role, balances: readonly BalanceFact[]): BalanceFact[] {
  const marked = balances.filter((it) => it.role.name === role);
  const ofNote = marked.filter(({ of }) => of === undefined);
  return ofNote.length > 0 ? ofNote : marked;
}

function sumOf({ answer: { result, type } }: BalanceFact): Sum | undefined {
  return isFigure(result) ? { currency: currencyOf(type) ?? usualCurrency, amount: result } : undefined;
}
