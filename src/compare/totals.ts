/** How much the readings change altogether. */
import type { Exact } from "../units/exact.ts";
import { compare, parseDecimal, zero } from "../units/exact.ts";
import { isCurrency } from "../units/money/currencies.ts";
import type { MostMoved } from "./move-sizes.ts";
import { byMost, bySize, mostMoved } from "./move-sizes.ts";
import type { MovedAnswer, ReadingMoves } from "./readings.ts";

export interface ReadingTotals {
  /** Passages that can be read in more than one way. */
  readonly passages: number;
  /** How many of them have a choice that moves an answer. */
  readonly moving: number;
  /** The choice with the largest difference between two amounts of money; null where there is none. */
  readonly largest: LargestMove | null;
  /** The kinds of answers that move, in the order in which they count. */
  readonly kinds: readonly string[];
  /** The choices that move something, those that move most first. */
  readonly ranked: readonly RankedChoice[];
  /** For what is owed in all at the end, then for each kind of answer: the choice that moves it most. */
  readonly leaders: readonly Leader[];
}

/** The choice that moves a kind of answer most, with that answer. */
export interface Leader extends Pick<ReadingMoves, "reading" | "section" | "choice"> {
  readonly kind: string;
  readonly most: MovedAnswer;
  /** How many answers of the kind it moves. */
  readonly answers: number;
}

/** A choice with the answer of each kind that it moves most. */
export interface RankedChoice extends Pick<ReadingMoves, "reading" | "section" | "choice"> {
  readonly most: readonly MostMoved[];
}

export interface LargestMove extends Pick<ReadingMoves, "reading" | "section" | "choice"> {
  readonly value: string;
  readonly on?: string | undefined;
  readonly of?: string | undefined;
  readonly difference: string;
  readonly unit: string;
}

/** Of amounts that are moved equally far, the first counts. */
export function readingTotals(moves: readonly ReadingMoves[]): ReadingTotals {
  const names = (list: readonly ReadingMoves[]) => new Set(list.map(({ reading }) => reading)).size;
  const units = moves.flatMap(({ moved }) => moved.map(({ unit }) => unit));
  const all = moves.flatMap((move) => move.moved.flatMap((moved) => inMoney(move, moved, mainCurrency(units))));
  const kinds = mostMoved(moves.flatMap(({ moved }) => moved)).map(({ kind }) => kind);
  const choices = moves.flatMap(ranked).toSorted((a, b) => byMost(a.most, b.most));
  const [largest] = all.toSorted((a, b) => compare(sizeOf(b), sizeOf(a)));
  return {
    passages: names(moves),
    moving: names(moves.filter(({ moved }) => moved.length > 0)),
    largest: largest ?? null,
    kinds,
    ranked: choices,
    leaders: [...leaderOfOwed(moves), ...kinds.flatMap((kind) => leaderOf(kind, choices))],
  };
}

function leaderOfOwed(moves: readonly ReadingMoves[]): Leader[] {
  const all = moves.flatMap(({ reading, section, choice, owed }) =>
    owed === undefined ? [] : [{ kind: owed.value, reading, section, choice, most: owed, answers: 1 }],
  );
  return all.toSorted((a, b) => bySize(a.most, b.most)).slice(0, 1);
}

/** Of answers that are yes or no, the choice that changes most of them. */
function leaderOf(kind: string, choices: readonly RankedChoice[]): Leader[] {
  const all = choices.flatMap(({ reading, section, choice, most }) => {
    const own = most.find((it) => it.kind === kind);
    return own === undefined ? [] : [{ kind, reading, section, choice, most: own, answers: own.answers }];
  });
  return all.toSorted((a, b) => bySize(a.most, b.most) || b.answers - a.answers).slice(0, 1);
}

function ranked({ reading, section, choice, moved }: ReadingMoves): RankedChoice[] {
  return moved.length === 0 ? [] : [{ reading, section, choice, most: mostMoved(moved) }];
}

/** Amounts of two currencies are not larger or smaller than one another: those of the first that comes up are compared. */
function mainCurrency(units: readonly string[]): string | undefined {
  return units.find(isCurrency);
}

function inMoney(
  { reading, section, choice }: ReadingMoves,
  moved: MovedAnswer,
  currency: string | undefined,
): LargestMove[] {
  const { value, on, of, difference, unit } = moved;
  if (difference === undefined || unit !== currency) return [];
  return [{ reading, section, choice, value, on, of, difference, unit }];
}

function sizeOf({ difference }: LargestMove): Exact {
  return parseDecimal(difference.replace("-", "")) ?? zero;
}
