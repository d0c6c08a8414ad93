/**
 * The distribution of a figure in a room that does not grow with the count of paths: how many figures lie in each of many
 * narrow bins. A bin is a 1,024th of an octave wide, so percentiles are right to a thousandth of their value; where a bin
 * holds one figure only, they are exact.
 */

/** The figures of one bin. */
interface Bin {
  count: number;
  least: number;
  most: number;
  sum: number;
}

/** A sketch as plain data: for each bin its number, count, least, most and sum, in order of the figures. */
export type SketchData = readonly (readonly [bin: number, count: number, least: number, most: number, sum: number])[];

const view = new DataView(new ArrayBuffer(8));
/** Sign, exponent and the first ten bits of the fraction. */
const keptBits = 22;

export class Sketch {
  readonly #bins = new Map<number, Bin>();
  count = 0;

  static from(data: SketchData): Sketch {
    const sketch = new Sketch();
    for (const [number, count, least, most, sum] of data) {
      sketch.#bins.set(number, { count, least, most, sum });
      sketch.count += count;
    }
    return sketch;
  }

  add(figure: number): void {
    const number = binOf(figure);
    const bin = this.#bins.get(number);
    this.count += 1;
    if (bin === undefined) this.#bins.set(number, { count: 1, least: figure, most: figure, sum: figure });
    else include(bin, { count: 1, least: figure, most: figure, sum: figure });
  }

  merge(other: Sketch): void {
    this.count += other.count;
    for (const [number, added] of other.#bins) {
      const bin = this.#bins.get(number);
      if (bin === undefined) this.#bins.set(number, { ...added });
      else include(bin, added);
    }
  }

  toData(): SketchData {
    return this.#inOrder().map(([number, { count, least, most, sum }]) => [number, count, least, most, sum]);
  }

  /** The figure that a share of all lies below; by the rank nearest to that share. Undefined where there is none. */
  percentile(share: number): number | undefined {
    const rank = Math.min(this.count - 1, Math.max(0, Math.ceil(share * this.count) - 1));
    let before = 0;
    for (const [, { count, least, most }] of this.#inOrder()) {
      if (rank < before + count) {
        return count === 1 ? least : least + ((most - least) * (rank - before)) / (count - 1);
      }
      before += count;
    }
    return undefined;
  }

  /** The mean of the lowest or highest share of all, at least of one figure. */
  tailMean(share: number, side: "lowest" | "highest"): number | undefined {
    const wanted = Math.max(1, Math.floor(share * this.count));
    let [left, sum] = [wanted, 0];
    const bins = this.#inOrder();
    for (const [, bin] of side === "lowest" ? bins : bins.toReversed()) {
      const taken = Math.min(left, bin.count);
      sum += taken === bin.count ? bin.sum : (bin.sum / bin.count) * taken;
      left -= taken;
      if (left === 0) return sum / wanted;
    }
    return undefined;
  }

  /** How many figures lie in each of so many parts of equal width between two figures, those beyond in the outer parts. */
  histogram(from: number, to: number, parts: number): number[] {
    const counts = Array.from({ length: parts }, () => 0);
    const width = (to - from) / parts || 1;
    for (const [, { count, sum }] of this.#inOrder()) {
      const part = Math.min(parts - 1, Math.max(0, Math.floor((sum / count - from) / width)));
      counts[part] = (counts[part] ?? 0) + count;
    }
    return counts;
  }

  #inOrder(): [number, Bin][] {
    return [...this.#bins].toSorted(([a], [b]) => a - b);
  }
}

function include(bin: Bin, { count, least, most, sum }: Bin): void {
  bin.count += count;
  bin.sum += sum;
  if (least < bin.least) bin.least = least;
  if (most > bin.most) bin.most = most;
}

/** Rises with the figure; 0 and what is next to it is in bin 0. */
function binOf(figure: number): number {
  view.setFloat64(0, figure < 0 ? -figure : figure);
  const size = view.getUint32(0) >>> (32 - keptBits);
  return figure < 0 ? -size : size;
}
