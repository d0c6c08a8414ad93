/** Amounts owed, and lists of them. */
import type { Exact } from "../../units/exact.ts";
import { add, greater, isZero, lesser, multiply, subtract, sumOfAll, zero } from "../../units/exact.ts";
import { withinDigitLimit } from "../values/limits.ts";

export interface Owed {
  readonly charged: Exact;
  readonly paid: Exact;
  readonly onOutstandingBase: Exact;
  /** What was attached as the batch that is under way, or was the last, began. */
  readonly onOutstandingBaseAtBatchStart: Exact;
}
export const nothing: Owed = {
  charged: zero,
  paid: zero,
  onOutstandingBase: zero,
  onOutstandingBaseAtBatchStart: zero,
};

export const plus = (a: Exact, b: Exact): Exact => withinDigitLimit(add(a, b));
export const minus = (a: Exact, b: Exact): Exact => withinDigitLimit(subtract(a, b));
export const times = (a: Exact, b: Exact): Exact => withinDigitLimit(multiply(a, b));
export const total = <T>(list: readonly T[], amount: (entry: T) => Exact): Exact =>
  withinDigitLimit(sumOfAll(list.map(amount)));

export function unpaidOf(owed: Owed): Exact {
  return isZero(owed.paid) ? owed.charged : minus(owed.charged, owed.paid);
}

/** As much as is there and is asked for. What is owed the other way round gives nothing. */
export function takenFrom(owed: Owed, amount: Exact): Exact {
  return greater(zero, lesser(amount, unpaidOf(owed)));
}

/** A block is full with so many. */
const blockSize = 64;

/**
 * Amounts owed, the oldest first. An account may have one for each day of many years, and each day has a list of its own:
 * a list that goes on from another shares with it all blocks in which nothing changed.
 */
export class OwedList<T extends Owed> {
  readonly length: number;
  /** All but the last are full. */
  readonly #blocks: readonly (readonly T[])[];
  /** Found out when it is asked for, or from the list before. */
  #unpaid: Exact | undefined;
  /** At least so many, from the first on, have noted what was attached as a batch began and have not changed since. */
  readonly #noted: number;

  private constructor(blocks: readonly (readonly T[])[], unpaid: Exact | undefined, noted: number) {
    this.#blocks = blocks;
    this.#unpaid = unpaid;
    this.#noted = noted;
    this.length = Math.max(0, blocks.length - 1) * blockSize + (blocks.at(-1)?.length ?? 0);
  }

  static of<T extends Owed>(list: readonly T[]): OwedList<T> {
    const count = Math.ceil(list.length / blockSize);
    const block = (_: unknown, index: number) => list.slice(index * blockSize, (index + 1) * blockSize);
    return new OwedList(count <= 1 ? [list] : Array.from({ length: count }, block), undefined, 0);
  }

  all(): readonly T[] {
    return this.#blocks.length === 1 ? (this.#blocks[0] ?? []) : this.#blocks.flat();
  }

  at(index: number): T | undefined {
    return this.#blocks[Math.floor(index / blockSize)]?.[index % blockSize];
  }

  /** What is unpaid of all of them. */
  get unpaid(): Exact {
    this.#unpaid ??= total(this.all(), unpaidOf);
    return this.#unpaid;
  }

  withOneMore(owed: T): OwedList<T> {
    const last = this.#blocks.at(-1);
    const blocks =
      last === undefined || last.length === blockSize
        ? [...this.#blocks, [owed]]
        : this.#blocks.with(-1, [...last, owed]);
    return new OwedList(blocks, plus(this.unpaid, unpaidOf(owed)), this.#noted);
  }

  /** The same with one of them changed, of which so much more is unpaid now. */
  withOneChanged(index: number, owed: T, more: Exact): OwedList<T> {
    const blocks = this.#changed((entry, at) => (at === index ? owed : entry), Math.floor(index / blockSize));
    return new OwedList(blocks, plus(this.unpaid, more), Math.min(this.#noted, index));
  }

  /** The same with what is attached noted as a batch begins; what is noted already stays the same object. */
  withBatchStart(): OwedList<T> {
    if (this.#noted === this.length) return this;
    const first = Math.floor(this.#noted / blockSize);
    const note = (entry: T, at: number) => (at < this.#noted ? entry : noting(entry));
    return new OwedList(this.#changed(note, first), this.unpaid, this.length);
  }

  map(change: (owed: T) => T): OwedList<T> {
    return new OwedList(this.#changed(change), undefined, 0);
  }

  filter(isMeant: (owed: T) => boolean): OwedList<T> {
    return OwedList.of(this.all().filter(isMeant));
  }

  /** The blocks with what a change makes of each entry, from a block on; a block in which nothing changes stays. */
  #changed(change: (owed: T, index: number) => T, first = 0): readonly (readonly T[])[] {
    return this.#blocks.map((block, place) => {
      if (place < first) return block;
      const changed = block.map((entry, index) => change(entry, place * blockSize + index));
      return changed.every((entry, index) => entry === block[index]) ? block : changed;
    });
  }
}

function noting<T extends Owed>(owed: T): T {
  const { onOutstandingBase, onOutstandingBaseAtBatchStart } = owed;
  if (onOutstandingBaseAtBatchStart === onOutstandingBase) return owed;
  return { ...owed, onOutstandingBaseAtBatchStart: onOutstandingBase };
}
