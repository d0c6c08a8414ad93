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
    const last = this.#points.length - 1;
    if (last < 0) return undefined;
    if ((this.#points[last] ?? Infinity) <= point) return this.#values[last];
    const index = lastUpTo(this.#points, point);
    return index < 0 ? undefined : this.#values[index];
  }

  get latest(): T | undefined {
    return this.#values.at(-1);
  }
}
