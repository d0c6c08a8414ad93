/** How far answers move, by kind: amounts of money are never held against shares or days. */
import { groupBy } from "../base/group-by.ts";
import type { Exact } from "../units/exact.ts";
import { compare, parseDecimal } from "../units/exact.ts";
import type { ComparedAnswer, MovedAnswer } from "./readings.ts";

/** The answer of a kind that moves most. */
export interface MostMoved extends MovedAnswer {
  /** `money`, `shares`, `price`, `dates`, `yes or no`, and what else there is by its unit. */
  readonly kind: string;
  /** How many answers of the kind move. */
  readonly answers: number;
}

/** For each kind the answer that moves most; the kinds in the order in which they are ranked. Of equal ones the first counts. */
export function mostMoved(moved: readonly MovedAnswer[]): MostMoved[] {
  const kinds = [...groupBy(moved, kindOf)].toSorted(([a], [b]) => placeOf(a) - placeOf(b));
  return kinds.flatMap(([kind, answers]) => {
    const [most] = answers.toSorted(bySize);
    return most === undefined ? [] : [{ kind, answers: answers.length, ...most }];
  });
}

/** What moves more money comes first; where that is equal, more shares, then by price, dates, and yes or no. */
export function byMost(a: readonly MostMoved[], b: readonly MostMoved[]): number {
  for (const kind of new Set([...rankedKinds, ...[...a, ...b].map((it) => it.kind)])) {
    const [one, other] = [a, b].map((list) => list.find((it) => it.kind === kind));
    if (one === undefined && other === undefined) continue;
    if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
    const order = bySize(one, other) || other.answers - one.answers;
    if (order !== 0) return order;
  }
  return 0;
}

const rankedKinds = ["money", "shares", "price", "dates", "yes or no"];

function placeOf(kind: string): number {
  const place = rankedKinds.findIndex((it) => kind.startsWith(it));
  return place === -1 ? rankedKinds.length : place;
}

function kindOf({ unit, default: before, chosen }: MovedAnswer): string {
  const [, currency, perShare] = /^([A-Z]{3})(\/share)?$/.exec(unit) ?? [];
  if (currency !== undefined) {
    return `${perShare === undefined ? "money" : "price"}${currency === "USD" ? "" : ` in ${currency}`}`;
  }
  if (unit === "days" || unit === "date") return "dates";
  if (unit === "shares") return "shares";
  return [before, chosen].some((it) => typeof it === "boolean") ? "yes or no" : unit === "" ? "other" : unit;
}

/** A date that is set under one reading alone moves further than any that is set under both. */
export function bySize(a: MovedAnswer, b: MovedAnswer): number {
  const [one, other] = [sizeOf(a), sizeOf(b)];
  if (one !== undefined && other !== undefined) return compare(other, one);
  return Number(other === undefined && isDate(b)) - Number(one === undefined && isDate(a)) || known(other) - known(one);
}

const isDate = ({ unit }: MovedAnswer) => unit === "date";
const known = (size: Exact | undefined) => Number(size !== undefined);

/** The difference, or the whole figure where there is one under one of the readings alone. */
function sizeOf({ difference, default: before, chosen }: MovedAnswer): Exact | undefined {
  const figure = difference ?? [before, chosen].find(isFigure);
  return figure === undefined ? undefined : parseDecimal(figure.replace("-", ""));
}

function isFigure(answer: ComparedAnswer): answer is string {
  return typeof answer === "string" && /^-?\d+(?:\.\d+)?…?$/.test(answer);
}
