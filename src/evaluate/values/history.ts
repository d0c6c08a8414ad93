import { lastUpTo } from "../../base/last-up-to.ts";

/**
 * A value that changes, with all that it was: what it was at a point is the last entry up to that point.
 *
 * Entries are only ever added at the end. A second entry for one point takes the place of the first.
 */
export class History<T> {
  readonly #points: number[] = [];
  readonly #values: T[] = [];

  record(point: number, value: T): void {
    if (this.#points.at(-1) === point) {
      this.#values[this.#values.length - 1] = value;
      return;
    }
    this.#points.push(point);
    this.#values.push(value);
  }

  /** Undefined before the first entry. */
  at(point: number): T | undefined {
    // Mostly the last one is asked for.
    const isLast = (this.#points.at(-1) ?? Infinity) <= point;
    return isLast ? this.latest : this.#values[lastUpTo(this.#points, point)];
  }

  /** The point of the last entry up to a point; undefined before the first. */
  pointOf(point: number): number | undefined {
    return this.#points[lastUpTo(this.#points, point)];
  }

  /** The points of all entries up to a point, rising. */
  pointsUpTo(point: number): readonly number[] {
    return this.#points.slice(0, lastUpTo(this.#points, point) + 1);
  }

  get latest(): T | undefined {
    return this.#values.at(-1);
  }
}
