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
  const inDefault = totalInDefault(withRole("default amount", balances));
  if (inDefault !== undefined) return inDefault;
  const parts = owedRoles.flatMap((role) => withRole(role, balances)).filter((it) => !isToCome(it));
  const [first] = parts;
  if (first === undefined) return undefined;
  const of = new Set<string>();
  for (const part of parts) {
    const sum = sumOf(part);
    if (sum === undefined) return { sum: part, of: [] };
    if (!isZero(sum.amount)) of.add(part.role.name);
  }
  return { sum: addedUp(parts.flatMap((part) => sumOf(part) ?? [])), of: [...of] };
}

/** What is owed in place of principal, of all that have such an amount; undefined where none has. */
function totalInDefault(amounts: readonly BalanceFact[]): OwedTotal | undefined {
  const sums = amounts.flatMap((it) => sumOf(it) ?? []);
  const failed = amounts.find(({ answer: { result } }) => result instanceof Failure);
  if (failed !== undefined) return { sum: failed, of: [] };
  if (sums.length === 0) return undefined;
  if (sums.length < amounts.length) return { sum: "the default amount is owed of some and not of all", of: [] };
  return { sum: addedUp(sums), of: ["default amount"] };
}

function addedUp([first, ...others]: readonly Sum[]): Sum | string {
  const start: Sum = first ?? { currency: usualCurrency, amount: exact(0) };
  return others.reduce((total: Sum | string, sum) => together(total, sum), start);
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
  const counted = balances.filter((it) => !isToCome(it));
  const without = counted.find(({ answer: { result } }) => !isFigure(result));
  if (without !== undefined) return without;
  if (balances.length === 0) return undefined;
  return sumOfAll(counted.flatMap(({ answer: { result } }) => (isFigure(result) ? [result] : [])));
}

/** What an event will have that counts only from a later day on. */
function isToCome({ answer: { result } }: BalanceFact): boolean {
  return result instanceof Absent && result.fact.kind === "event counts later";
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
