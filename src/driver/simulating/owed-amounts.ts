/** The amounts that a template marks as owed, for who reads their figures without a replay. The rule is `owedParts`. */
import type { CoreProgram } from "../../core/core.ts";
import { owedParts, owedRoles } from "../../evaluate/answers/position-totals.ts";
import type { Known } from "../../simulation/path-facts.ts";
import { usualCurrency } from "../../units/money/currencies.ts";
import { noSum } from "../../units/money/sums.ts";
import type { Role } from "../../units/roles.ts";
import { currencyOf } from "../../units/value-type.ts";
import { otherCurrency, typeOfValue } from "./money-counted.ts";
import { nothing, withoutFigure } from "./path-words.ts";

/** Names of the values of the note by their roles, with the currency of each. */
export type OwedAmounts = ReadonlyMap<Role, readonly OwedAmount[]>;

export interface OwedAmount {
  readonly name: string;
  readonly currency: string;
}

const ofOwed: readonly Role[] = ["default amount", ...owedRoles];

export function owedAmounts(program: CoreProgram): OwedAmounts {
  const amounts = (role: Role) =>
    program.roles.flatMap(({ role: its, name }): OwedAmount[] => {
      if (its !== role || program.askable.get(name)?.noteLevel === undefined) return [];
      const type = typeOfValue(name, program);
      return [{ name, currency: (type && currencyOf(type)) ?? usualCurrency }];
    });
  return new Map(ofOwed.map((role) => [role, amounts(role)]));
}

/** A value of which each event has its own, where no value of the note stands for its role. */
export function owedOfEachEvent({ roles, askable, states, accounts }: CoreProgram): string | undefined {
  const hasNoteLevel = (role: string) =>
    roles.some((it) => it.role === role && askable.get(it.name)?.noteLevel !== undefined);
  return roles.find(({ role, name }) => {
    const keys = [...(askable.get(name)?.perEvent.values() ?? [])].map(({ key }) => key);
    const isBalance = keys.some((key) => states.has(key) || accounts.has(key));
    return isBalance && ofOwed.some((it) => it === role) && !hasNoteLevel(role);
  })?.name;
}

/** The balances, where what is owed is in more than one currency: then it matters which of them are nothing. */
export function owedInSeveral(program: CoreProgram): readonly string[] {
  const all = [...owedAmounts(program).values()].flat();
  const isBalance = (name: string) => program.askable.get(name)?.noteLevel?.kind === "state";
  if (new Set(all.map(({ currency }) => currency)).size < 2) return [];
  return all.flatMap(({ name }) => (isBalance(name) ? [name] : []));
}

/** The figures of a path that an engine has in binary. */
export interface BinaryFigures {
  /** As the path ends; NaN is none. */
  readonly figureOf: (name: string) => number;
  /** The greatest amount that was there on a day, as far as that is known. */
  readonly greatest: () => number;
}

/** What is owed, in the currency that is counted in. What the digits of greater amounts leave is nothing. */
export function owedSum(amounts: OwedAmounts, counted: string, { figureOf, greatest }: BinaryFigures): Known<number> {
  const found = owedParts(
    (role) => amounts.get(role) ?? [],
    ({ name }) => (Number.isNaN(figureOf(name)) ? "absent" : "figure"),
  );
  if (found === undefined) return 0;
  if ("unknown" in found) return withoutFigure(found.unknown.name);
  const parts = found.parts.map(({ name, currency }) => ({ currency, amount: figureOf(name) }));
  const least = nothing * Math.max(greatest(), ...parts.map(({ amount }) => Math.abs(amount)));
  let [sum, of] = [0, ""];
  for (const { amount, currency } of parts) {
    if (Math.abs(amount) <= least) continue;
    if (of !== "" && of !== currency) return noSum(of, currency);
    [sum, of] = [sum + amount, currency];
  }
  return of === "" ? 0 : owedIn(of, sum, counted);
}

/** A sum that is not in the currency that is counted in has no figure, unless it is nothing. */
export function owedIn(currency: string, sum: number, counted: string): Known<number> {
  return currency === counted || sum === 0 ? sum : otherCurrency("what is owed is", currency, counted);
}
