/** One simulation counts money in one currency: an amount in another one has no figure, with the reason. Nothing is converted. */
import type { CoreProgram } from "../../core/core.ts";
import { onlySeries } from "../../inputs/scenario/market-files.ts";
import type { Flow, Known, PathFacts } from "../../simulation/path-facts.ts";
import { usualCurrency } from "../../units/money/currencies.ts";
import type { ValueType } from "../../units/value-type.ts";
import { currencyOf } from "../../units/value-type.ts";
import { valueMarked } from "../comparing/positions.ts";

/** The type of a value of the note, by its name. */
export function typeOfValue(name: string, program: CoreProgram): ValueType | undefined {
  const key = program.askable.get(name)?.noteLevel?.key;
  if (key === undefined) return undefined;
  const { definitions, states, params, accounts } = program;
  return (definitions.get(key) ?? states.get(key) ?? params.get(key) ?? accounts.get(key))?.type;
}

/** The currency of the principal; else that of another amount with a role, or of the price of the stock. */
export function currencyCounted(program: CoreProgram): string {
  const { roles } = program;
  const principal = roles.filter(({ role }) => role === "principal left");
  const [first] = [...principal, ...roles].flatMap(({ name }) => currencyIn(typeOfValue(name, program)) ?? []);
  return first ?? currencyOfPrice(program) ?? usualCurrency;
}

/** Why an amount in another currency has no figure. */
export const otherCurrency = (what: string, currency: string, counted: string): string =>
  `${what} in ${currency}, and the figures are in ${counted}`;

type Money = Pick<PathFacts, "paid" | "cash" | "stock">;

/** The money of a path, without what is in another currency than the one that is counted in. */
export function moneyCounted(program: CoreProgram): (money: Money) => Money {
  const counted = currencyCounted(program);
  const reasonOf = (role: string) => {
    const name = valueMarked(role, program);
    const currency = name === undefined ? undefined : currencyIn(typeOfValue(name, program));
    return currency === undefined || currency === counted
      ? undefined
      : otherCurrency(`\`${name}\` is`, currency, counted);
  };
  const [paidOut, cashOut] = [reasonOf("cash from the holder"), reasonOf("cash to the holder")];
  const price = currencyOfPrice(program) ?? counted;
  const stockOut = price === counted ? undefined : otherCurrency("prices are", price, counted);
  return ({ paid, cash, stock }) => ({
    paid: typeof paid === "string" || paid.amount === 0 ? paid : (paidOut ?? paid),
    cash: flowsUnless(cashOut, cash),
    stock: flowsUnless(stockOut, stock),
  });
}

/** Nothing is the same in every currency. */
function flowsUnless(reason: string | undefined, flows: Known<readonly Flow[]>): Known<readonly Flow[]> {
  if (reason === undefined || typeof flows === "string") return flows;
  return flows.some(({ amount }) => amount !== 0) ? reason : flows;
}

function currencyOfPrice(program: CoreProgram): string | undefined {
  const name = program.tradedSeries ?? onlySeries(program);
  return name === undefined ? undefined : currencyIn(program.series.get(name)?.columns.get("close")?.type);
}

function currencyIn(type: ValueType | undefined): string | undefined {
  return type && currencyOf(type);
}
