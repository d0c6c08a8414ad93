import type { Span } from "../source/span.ts";
import { textOf } from "../source/span.ts";
import type { AccountDeclaration, TypeName } from "../syntax/ast.ts";
import { zero } from "../units/exact.ts";
import { usualCurrency } from "../units/money/currencies.ts";
import { amountInWords, areOtherCurrencies } from "../units/money/money-words.ts";
import { renderValue } from "../units/render-value.ts";
import type { Quantity, Unit, ValueType } from "../units/value-type.ts";
import {
  currencyOf,
  date,
  days,
  exchangeRate,
  money,
  moneyIn,
  percent,
  perShare,
  plainNumber,
  price,
  priceIn,
  rate,
  sameUnit,
  shares,
  text,
  time,
  unitName,
  years,
  yesOrNo,
} from "../units/value-type.ts";

/** A kind of value in the words of a contract, with its article: "an amount of money". */
export function kindInWords(type: ValueType): string {
  switch (type.kind) {
    case "quantity":
      return unitInWords(type.unit);
    case "date":
      return "a date";
    case "time":
      return "a time of day";
    case "yes or no":
      return "a yes or no";
    case "text":
      return "a text";
    case "choice":
      return `a choice among ${listInWords(type.options)}`;
    case "occurrence":
      return `an event (${type.event})`;
  }
}

/** How a value of a kind may be made into a condition. */
export function testInWords(type: ValueType): string {
  switch (type.kind) {
    case "quantity":
      return `is more than ${nothingInWords(type.unit)}`;
    case "date":
      return "is before today";
    case "time":
      return "is before 18:00";
    case "yes or no":
      return "is yes";
    case "text":
      return 'is "…"';
    case "choice":
      return `is "${type.options[0] ?? ""}"`;
    case "occurrence":
      return "has happened";
  }
}

function nothingInWords(unit: Unit): string {
  const isKnown = [shares, rate].some((known) => sameUnit(known.unit, unit));
  const isAmount =
    currencyOf({ kind: "quantity", unit }) !== undefined && unit.year === 0 && [0, -1].includes(unit.share);
  return isAmount || isKnown ? renderValue(zero, { kind: "quantity", unit }) : "0";
}

/** `"a", "b" and "c"`. */
export function listInWords(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}

/** What stands at a place, on one line. */
export function shown(span: Span): string {
  return textOf(span).replaceAll(/\s+/g, " ").trim();
}

/** The type that a declaration names. */
export function typeNamed({ name, options, currency = usualCurrency, per = usualCurrency }: TypeName): ValueType {
  switch (name) {
    case "choice":
      return { kind: "choice", options: options.map((option) => option.text) };
    case "money":
      return moneyIn(currency);
    case "price":
      return priceIn(currency);
    case "exchange rate":
      return exchangeRate(currency, per);
    default:
      return declaredTypes[name];
  }
}

/** What an account holds. */
export function moneyOfAccount(account: Pick<AccountDeclaration, "money">): Quantity {
  return moneyIn(account.money?.currency ?? usualCurrency);
}

type TypeWithoutParts = Exclude<TypeName["name"], "choice" | "money" | "price" | "exchange rate">;
const declaredTypes: Readonly<Record<TypeWithoutParts, ValueType>> = {
  shares,
  percent,
  rate,
  number: plainNumber,
  "number per share": perShare,
  date,
  time,
  "yes or no": yesOrNo,
  text,
};

/** Whether a word names a kind of value, as `given` has it. */
export function isKindOfValue(word: string): boolean {
  return word === "money" || word === "price" || Object.hasOwn(declaredTypes, word);
}

const unitsInWords: readonly (readonly [Quantity, string])[] = [
  [money, "an amount of money"],
  [price, "a price per share"],
  [shares, "a number of shares"],
  [perShare, "a number per share"],
  [rate, "a rate per year"],
  [years, "a length of time"],
];

function unitInWords(unit: Unit): string {
  if (sameUnit(unit, plainNumber.unit)) {
    if (unit.shownAs === percent.unit.shownAs) return "a percent";
    return unit.shownAs === days.unit.shownAs ? "a number of days" : "a plain number";
  }
  const known = unitsInWords.find(([quantity]) => sameUnit(quantity.unit, unit));
  return known?.[1] ?? amountInWords(unit) ?? `a figure in ${unitName({ kind: "quantity", unit })}`;
}

/** Two kinds beside each other; of two currencies both are named, the usual one too. */
export function kindsInWords(left: ValueType, right: ValueType): readonly [string, string] {
  if (left.kind !== "quantity" || right.kind !== "quantity" || !areOtherCurrencies(left.unit, right.unit)) {
    return [kindInWords(left), kindInWords(right)];
  }
  return [amountInWords(left.unit) ?? kindInWords(left), amountInWords(right.unit) ?? kindInWords(right)];
}
