import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { textOf } from "../../../source/span.ts";
import type { ValueType } from "../../../units/value-type.ts";
import type { Checked, CheckedOf } from "../../tree.ts";
import { expressionsIn } from "../../walk.ts";
import type { CheckRule } from "../rule.ts";

/**
 * A price or an amount of money, times a rate a year, times a number of days: the year is still in it, so that it is neither
 * interest nor anything else. A rate that rises by the day has no money in it, and stays a rate.
 */
export const ratesTimesDays: CheckRule = ({ statements }) =>
  statements.flatMap(({ statement }) => {
    const seen = new Set<Checked>();
    return expressionsIn(statement).flatMap((it) => {
      if (!isQuotient(it) || seen.has(it)) return [];
      const { factors, parts, divisors } = partsOf(it);
      for (const part of parts) seen.add(part);
      const rate = factors.find((factor) => isPerYear(factor.type));
      const days = factors.find((factor) => isDays(factor.type));
      if (rate === undefined || days === undefined || !isMoneyPerYear(it.type)) return [];
      const facts = { rate: textOf(rate.span), days: textOf(days.span) };
      return [diagnostic("TN3160", it.span, facts, [], { fix: interestFor(it, factors, rate, days, divisors) })];
    });
  });

type Product = CheckedOf<"Arithmetic">;

function isQuotient(it: Checked): it is Product {
  return it.kind === "Arithmetic" && (it.operator === "*" || it.operator === "/");
}

interface Parts {
  readonly factors: readonly Checked[];
  readonly divisors: readonly Checked[];
  /** The products and quotients that it is made of. */
  readonly parts: readonly Product[];
}

function partsOf(product: Product): Parts {
  const [left, right] = [product.left, product.right].map((it) =>
    isQuotient(it) ? partsOf(it) : { factors: [it], divisors: [], parts: [] },
  );
  const of = (one: Parts | undefined) => one ?? { factors: [], divisors: [], parts: [] };
  const [over, under] = product.operator === "*" ? [[of(left), of(right)], []] : [[of(left)], [of(right)]];
  return {
    factors: [...over.flatMap((it) => it.factors), ...under.flatMap((it) => it.divisors)],
    divisors: [...over.flatMap((it) => it.divisors), ...under.flatMap((it) => it.factors)],
    parts: [product, ...of(left).parts, ...of(right).parts],
  };
}

const isPerYear = (type: ValueType | undefined) =>
  type?.kind === "quantity" && type.unit.year < 0 && Object.keys(type.unit.money).length === 0;
const isDays = (type: ValueType | undefined) => type?.kind === "quantity" && type.unit.shownAs === "days";
const isMoneyPerYear = (type: ValueType | undefined) =>
  type?.kind === "quantity" && type.unit.year < 0 && Object.values(type.unit.money).some((it) => it !== 0);

/** The same as interest, where the days are counted in it and divided by those of a year. */
function interestFor(
  { span }: Product,
  factors: readonly Checked[],
  rate: Checked,
  days: Checked,
  divisors: readonly Checked[],
) {
  const [year, ...others] = divisors;
  const range = days.kind === "DaysFold" && days.where === undefined ? days.days : undefined;
  const base = factors.filter((it) => it !== rate && it !== days);
  const basis = year?.kind === "NumberLiteral" && ["365", "360"].includes(year.digits) ? year.digits : undefined;
  if (range?.kind !== "DayRange" || range.unit !== "day" || basis === undefined || others.length > 0) return undefined;
  const [principal] = base;
  if (principal === undefined || base.length > 1) return undefined;
  const counted = textOf(range.span).replace(/^days?\s+/, "");
  return {
    span,
    text: `(interest at ${textOf(rate.span)} on ${textOf(principal.span)} ${counted} by actual/${basis})`,
  };
}
