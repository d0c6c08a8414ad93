/** A payment of which one target is of several events: each takes its part, or what was due first is paid first. */
import type { Operation, ReasonFact } from "../../../src/index.ts";
import { byDueDate, unpaidOf } from "../simple-evaluator/account-state.ts";
import type { Books } from "./books.ts";
import type { Fraction } from "./fraction.ts";
import { minus, none, order, over, plus, times } from "./fraction.ts";
import type { Worked } from "./values.ts";
import { figureOf, isFraction } from "./values.ts";

type OfPayment = Extract<Operation, { kind: "payment" }>;

/** What falls due as the day ends is taken beside what is due: then all parts and the rest are the money, which is `isConserved`. */
export function paidAmong(
  { operands, day, result }: ReasonFact,
  { part }: OfPayment,
  books: Books,
  isConserved: boolean,
): Worked {
  const { among, to, target } = part;
  if (among === undefined) return undefined;
  const [money, ...others] = operands.map(figureOf);
  const earlier = others.slice(0, among.firstPart).map((it) => it ?? none);
  const left = earlier.reduce((rest, it) => difference(rest, it), atLeastNone(money ?? none));
  const open = operands.slice(1 + among.firstPart);
  const place = among.open.findIndex(({ slot }) => slot === to);
  const figures = open.map((it) => atLeastNone(figureOf(it) ?? none));
  const taken = among.isProRata ? proRata(left, figures) : oldestFirst(left, figures, open, day, books, part);
  const expected = taken[place];
  const isSame = expected !== undefined && isFraction(result) && order(expected, result) === 0;
  if (isSame || target.kind === "State") return expected;
  return isConserved ? result : undefined;
}

function proRata(left: Fraction, open: readonly Fraction[]): Fraction[] {
  const whole = open.reduce(sum, none);
  if (order(left, whole) >= 0) return [...open];
  return open.map((it) => over(times(left, it) ?? none, whole) ?? none);
}

function oldestFirst(
  money: Fraction,
  figures: readonly Fraction[],
  open: readonly ReasonFact[],
  day: number,
  books: Books,
  { target }: OfPayment["part"],
): Fraction[] {
  let left = money;
  const taken = figures.map(() => none);
  const take = (index: number, most: Fraction) => {
    const amount = order(most, left) < 0 ? atLeastNone(most) : left;
    left = difference(left, amount);
    taken[index] = sum(taken[index] ?? none, amount);
  };
  if (target.kind !== "State") {
    const due = open.flatMap((fact, index) =>
      byDueDate(books.stateOf(fact).items.filter(({ dueOn }) => dueOn <= day)).map((item) => ({ index, item })),
    );
    for (const { index, item } of due.toSorted((a, b) => a.item.dueOn - b.item.dueOn)) take(index, unpaidOf(item));
  }
  for (const [index, figure] of figures.entries()) take(index, difference(figure, taken[index] ?? none));
  return taken;
}

const atLeastNone = (it: Fraction): Fraction => (order(it, none) < 0 ? none : it);
const sum = (a: Fraction, b: Fraction): Fraction => plus(a, b) ?? none;
const difference = (a: Fraction, b: Fraction): Fraction => minus(a, b) ?? none;
