/**
 * Pairs of choices whose joint effect on an answer is not the sum of what each of them does alone.
 *
 * There are many pairs, so only so many are run: first those of two choices that move something, then those with one
 * that does, then the rest. Nothing is run here.
 */
import type { Reading } from "../core/core.ts";
import type { Query } from "../evaluate/answers/answer.ts";
import type { Exact } from "../units/exact.ts";
import { add, exact, isZero, subtract, toDecimalText } from "../units/exact.ts";
import type { MostMoved } from "./move-sizes.ts";
import { byMost, mostMoved } from "./move-sizes.ts";
import type { AnsweredFigure, ComparedAnswer, ReadingMoves } from "./readings.ts";
import { compared, completed, dayIn, isSame, unitOf } from "./readings.ts";

/** A choice of a reading. */
export interface ReadingChoice {
  readonly reading: string;
  readonly section: string;
  readonly choice: string;
}

/** Two choices that have another effect together than apart. */
export interface Interaction {
  readonly first: ReadingChoice;
  readonly second: ReadingChoice;
  readonly answers: readonly JointAnswer[];
}

/** An answer under both choices, with what it would be if their effects only added up. */
export interface JointAnswer {
  readonly value: string;
  readonly on?: string | undefined;
  readonly of?: string | undefined;
  readonly together: ComparedAnswer;
  /** Where both choices move a figure or a date: the default with both differences. */
  readonly apart?: string;
  /** The answer together less the one of the effects apart. */
  readonly difference?: string;
  readonly unit: string;
}

export interface Interactions {
  /** How many pairs there are, and how many of them were run. */
  readonly pairs: number;
  readonly run: number;
  /** Those that move most first. */
  readonly found: readonly Interaction[];
}

/** Answers under some choices; undefined where there are no steps left to run them. */
export type AnswerWithin = (readings: ReadonlyMap<string, string>) => readonly AnsweredFigure[] | undefined;

export function interactionsAmong(
  readings: readonly Reading[],
  settled: ReadonlyMap<string, string>,
  queries: readonly Query[],
  moves: readonly ReadingMoves[],
  mostPairs: number,
  answerUnder: AnswerWithin,
): Interactions {
  const pairs = pairsOf(moves);
  const found: Interaction[] = [];
  let run = 0;
  for (const [first, second] of pairs.slice(0, mostPairs)) {
    const corners = cornersOf(readings, settled, first, second).map(answerUnder);
    const [neither, one, other, both] = corners;
    if (neither === undefined || one === undefined || other === undefined || both === undefined) break;
    run += 1;
    const answers = queries.flatMap((_, index) => {
      return jointAnswer(neither[index], one[index], other[index], both[index]) ?? [];
    });
    if (answers.length > 0) found.push({ first: choiceOf(first), second: choiceOf(second), answers });
  }
  return { pairs: pairs.length, run, found: found.toSorted((a, b) => byMost(sizeOf(a), sizeOf(b))) };
}

/** What a pair's joint effect differs by, as moves from the effects apart. */
function sizeOf({ answers }: Interaction): MostMoved[] {
  return mostMoved(answers.map((it) => ({ ...it, default: it.apart ?? null, chosen: it.together })));
}

/** Choices of two readings, the pairs of those that move most first. */
function pairsOf(moves: readonly ReadingMoves[]): (readonly [ReadingMoves, ReadingMoves])[] {
  const pairs = moves.flatMap((first, index) =>
    moves.slice(index + 1).flatMap((second) => (second.reading === first.reading ? [] : [[first, second] as const])),
  );
  const moving = ({ moved }: ReadingMoves) => Number(moved.length > 0);
  return pairs.toSorted((a, b) => moving(b[0]) + moving(b[1]) - moving(a[0]) - moving(a[1]));
}

/** Neither choice, the first, the second, both. */
function cornersOf(
  readings: readonly Reading[],
  settled: ReadonlyMap<string, string>,
  first: ReadingMoves,
  second: ReadingMoves,
): ReadonlyMap<string, string>[] {
  const corner = (one: string, other: string) =>
    completed(readings, settled, [
      [first.reading, one],
      [second.reading, other],
    ]);
  return [
    corner(first.default, second.default),
    corner(first.choice, second.default),
    corner(first.default, second.choice),
    corner(first.choice, second.choice),
  ];
}

function choiceOf({ reading, section, choice }: ReadingMoves): ReadingChoice {
  return { reading, section, choice };
}

function jointAnswer(
  neither: AnsweredFigure | undefined,
  one: AnsweredFigure | undefined,
  other: AnsweredFigure | undefined,
  both: AnsweredFigure | undefined,
): JointAnswer | undefined {
  if (neither === undefined || one === undefined || other === undefined || both === undefined) return undefined;
  const { value, on, of } = both.answer;
  const asked = { value, on, of, together: compared(both.answer) };
  const [base, first, second, joint] = [neither, one, other, both].map(numberIn);
  if (base !== undefined && first !== undefined && second !== undefined && joint !== undefined) {
    return jointFigure(asked, [base, first, second, joint], both);
  }
  const wanted = wantedOf(compared(neither.answer), compared(one.answer), compared(other.answer));
  const isAsOne = wanted.some((it) => isSame(it, asked.together));
  return isAsOne ? undefined : { ...asked, unit: unitOf(both.answer) ?? "" };
}

/** For a value that is not a figure: the answer of the choice that changes it; both answers where both change it. */
function wantedOf(neither: ComparedAnswer, one: ComparedAnswer, other: ComparedAnswer): readonly ComparedAnswer[] {
  if (isSame(neither, one)) return [other];
  return isSame(neither, other) ? [one] : [one, other];
}

function jointFigure(
  asked: Pick<JointAnswer, "value" | "on" | "of" | "together">,
  [base, first, second, joint]: readonly [Exact, Exact, Exact, Exact],
  both: AnsweredFigure,
): JointAnswer | undefined {
  const sum = add(first, second);
  const apart = sum && subtract(sum, base);
  const difference = apart && subtract(joint, apart);
  if (apart === undefined || difference === undefined || isZero(difference)) return undefined;
  const isDate = both.figure === undefined;
  return {
    ...asked,
    ...(!isDate && { apart: toDecimalText(apart) }),
    difference: toDecimalText(difference),
    unit: isDate ? "days" : (unitOf(both.answer) ?? ""),
  };
}

/** A figure, or the number of a day. */
function numberIn({ figure, answer }: AnsweredFigure): Exact | undefined {
  if (figure !== undefined) return figure;
  const day = dayIn(answer);
  return day === undefined ? undefined : exact(day);
}
