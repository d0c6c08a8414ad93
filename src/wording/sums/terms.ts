/** Sums of amounts that belong to days: each of them where they are few, else their totals by month or year. */
import { groupBy } from "../../base/group-by.ts";
import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { isFigure } from "../../evaluate/state/run.ts";
import type { Exact } from "../../units/exact.ts";
import { compare, equal, negate, sign, sumOfAll, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { yearOf } from "../../units/plain-date.ts";
import { renderValue } from "../../units/render-value.ts";
import type { ValueType } from "../../units/value-type.ts";
import { daysFromTo, monthOf } from "./day-words.ts";
import type { Formula } from "./formula.ts";
import { formula, infix, within } from "./formula.ts";

/** An amount of some days, with the formula or the words that stand for it. */
export interface Term {
  readonly amount: Exact;
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** Of a part that is added; it is the amount without its sign. */
  readonly part?: Formula;
}

/** More terms than these are shown by their totals. */
const mostTerms = 8;
const mostTotals = 12;

/** The sum of some terms, in order; a negative one is subtracted. */
export function sumOfTerms(terms: readonly Term[], type: ValueType, most: number = mostTerms): Formula {
  if (terms.length <= most) return signedSum(terms, type);
  const byMonth = totals(terms, ({ first }) => monthOf(first));
  if (byMonth.length <= mostTotals) return signedSum(labelled(byMonth, type), type);
  const byYear = totals(terms, ({ first }) => String(yearOf(first)));
  if (byYear.length <= mostTotals) return signedSum(labelled(byYear, type), type);
  return formula(`${renderValue(totalOf(terms), type)} of ${terms.length} amounts`);
}

interface Total extends Term {
  readonly label: string;
}

function totals(terms: readonly Term[], labelOf: (term: Term) => string): Total[] {
  return [...groupBy(terms, labelOf)].flatMap(([label, group]) => {
    const [first, last] = [group[0]?.first, group.at(-1)?.last];
    return first === undefined || last === undefined ? [] : [{ label, amount: totalOf(group), first, last }];
  });
}

function labelled(sums: readonly Total[], type: ValueType): Term[] {
  return sums.map((it) => ({ ...it, part: formula(`${renderValue(positive(it.amount), type)} in ${it.label}`) }));
}

export function totalOf(terms: readonly { readonly amount: Exact }[]): Exact {
  return sumOfAll(terms.map(({ amount }) => amount)) ?? zero;
}

export function positive(amount: Exact): Exact {
  return sign(amount) < 0 ? (negate(amount) ?? amount) : amount;
}

function signedSum(terms: readonly Term[], type: ValueType): Formula {
  const [first, ...others] = terms;
  if (first === undefined) return formula(renderValue(zero, type));
  const partOf = ({ part, amount }: Term) => part ?? formula(renderValue(positive(amount), type));
  const start = sign(first.amount) < 0 ? formula(`-${within(partOf(first), "figure")}`) : partOf(first);
  return others.reduce((sum, term) => infix(sum, sign(term.amount) < 0 ? "–" : "+", partOf(term)), start);
}

/** One value on some days, or of an event and its day. */
export interface Counted {
  readonly fact: ReasonFact;
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/** Values of days as terms: the same value on several days after one another is one term. */
export function termsOf(counted: readonly Counted[], type: ValueType, unit: string | undefined): Term[] {
  const runs: { value: Exact; count: number; first: PlainDate; last: PlainDate }[] = [];
  for (const { fact, first, last } of counted) {
    const value = isFigure(fact.result) ? fact.result : zero;
    const run = runs.at(-1);
    if (run !== undefined && equal(run.value, value)) {
      run.count += 1;
      run.last = last;
    } else runs.push({ value, count: 1, first, last });
  }
  return runs.map(({ value, count, first, last }) => {
    const amount = sumOfAll(Array.from({ length: count }, () => value)) ?? zero;
    const figure = formula(renderValue(positive(value), type));
    const part = count === 1 ? figure : infix(figure, "×", countOf(count, unit, first, last));
    return { amount, first, last, part };
  });
}

function countOf(count: number, unit: string | undefined, first: PlainDate, last: PlainDate): Formula {
  if (unit === undefined) return formula(String(count));
  return { ...formula(`${count} ${unit}s`), days: daysFromTo(first, last) };
}

/** `the 3 lowest`: so many of the values, in order. */
export function pickedFrom(counted: readonly Counted[], which: "lowest" | "highest", count: number): Counted[] {
  const order = which === "lowest" ? 1 : -1;
  const figure = ({ fact }: Counted) => (isFigure(fact.result) ? fact.result : zero);
  return counted.toSorted((a, b) => order * compare(figure(a), figure(b))).slice(0, count);
}
