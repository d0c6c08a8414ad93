/** The amounts that a template marks as owed, for who reads their figures without a replay. The rule is `owedParts`. */
import type { CoreProgram } from "../../core/core.ts";
import { owedParts, owedRoles } from "../../evaluate/answers/position-totals.ts";
import type { Known } from "../../simulation/path-facts.ts";
import { usualCurrency } from "../../units/money/currencies.ts";
import { noSum } from "../../units/money/sums.ts";
import type { Role } from "../../units/roles.ts";
import { currencyOf } from "../../units/value-type.ts";
import { withoutFigure } from "./exact-facts.ts";

/** Names of the values of the note by their roles, with the currency of each. */
export type OwedAmounts = ReadonlyMap<Role, readonly OwedAmount[]>;

export interface OwedAmount {
  readonly name: string;
  readonly currency: string;
}

const ofOwed: readonly Role[] = ["default amount", ...owedRoles];

export function owedAmounts({ roles, askable, definitions, states, params, accounts }: CoreProgram): OwedAmounts {
  const amounts = (role: Role) =>
    roles.flatMap(({ role: its, name }): OwedAmount[] => {
      const key = its === role ? askable.get(name)?.noteLevel?.key : undefined;
      if (key === undefined) return [];
      const type = (definitions.get(key) ?? states.get(key) ?? params.get(key) ?? accounts.get(key))?.type;
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

/** What is owed, of figures in binary; NaN is none. */
export function owedSum(amounts: OwedAmounts, figureOf: (name: string) => number): Known<number> {
  const found = owedParts(
    (role) => amounts.get(role) ?? [],
    ({ name }) => (Number.isNaN(figureOf(name)) ? "absent" : "figure"),
  );
  if (found === undefined) return 0;
  if ("unknown" in found) return withoutFigure(found.unknown.name);
  let [sum, of] = [0, ""];
  for (const { name, currency } of found.parts) {
    const amount = figureOf(name);
    if (amount === 0) continue;
    if (of !== "" && of !== currency) return noSum(of, currency);
    [sum, of] = [sum + amount, currency];
  }
  return sum;
}
