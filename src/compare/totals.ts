/** How much hangs on the readings altogether. */
import type { Exact } from "../units/exact.ts";
import { compare, parseDecimal, zero } from "../units/exact.ts";
import { isCurrency } from "../units/money/currencies.ts";
import type { MovedAnswer, ReadingMoves } from "./readings.ts";

export interface ReadingTotals {
  /** Passages that can be read in more than one way. */
  readonly passages: number;
  /** How many of them have a choice that moves an answer. */
  readonly moving: number;
  /** The choice that moves an amount of money most; null where none moves one. */
  readonly largest: LargestMove | null;
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
  const [largest] = all.toSorted((a, b) => compare(sizeOf(b), sizeOf(a)));
  return {
    passages: names(moves),
    moving: names(moves.filter(({ moved }) => moved.length > 0)),
    largest: largest ?? null,
  };
}

/** Amounts of two currencies are not larger or smaller than one another: those of the first that comes up are compared. */
export function mainCurrency(units: readonly string[]): string | undefined {
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
