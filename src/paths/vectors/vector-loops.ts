/** The loops over days in WebAssembly, on two days at a time. The arrays lie in the memory of a module. */
import { invariant } from "../../base/invariant.ts";
import { lazily } from "../../base/lazily.ts";
import type { Body } from "../../base/wasm/body.ts";
import { moduleOf } from "../../base/wasm/body.ts";
import type { Started } from "../../base/wasm/start.ts";
import { startModule } from "../../base/wasm/start.ts";
import { rootsOfTwo } from "../elementary.ts";
import type { DayLoops } from "../loops.ts";
import { tableSize } from "../normal.ts";
import { plainLoops } from "../plain-loops.ts";
import { averagesBody, extremesBody, movesBody, normalsBody, ticksBody } from "./days.ts";
import { wordsBody } from "./words.ts";

/** Where the table of the roots of two begins; the address 0 stays free. */
const rootsAt = 64;
const firstFree = rootsAt + rootsOfTwo.length * 8;
/** So many bytes at a time are written, so arrays begin and end at multiples of them. */
const step = 64;

const bodies = lazily(
  () =>
    new Map<string, Body>([
      ["words", wordsBody()],
      ["normals", normalsBody()],
      ["moves", movesBody(rootsAt)],
      ["averages", averagesBody()],
      ["high", extremesBody("high", rootsAt)],
      ["low", extremesBody("low", rootsAt)],
      ["ticks of closes", ticksBody(false)],
      ["ticks", ticksBody(true)],
    ]),
);

/** For the arrays of paths of so many days and columns, by whatever is the fastest here. */
export function fastLoops(days: number, columns: number): DayLoops {
  return vectorLoops(days, columns) ?? plainLoops;
}

/** Undefined where the platform has no such modules. */
export function vectorLoops(days: number, columns: number): DayLoops | undefined {
  const outerBytes = roundUp(4 * (days + 2));
  const module = startModule(moduleOf(bodies(), roundUp(firstFree) + outerBytes + bytesOfPaths(days, columns)));
  if (module === undefined) return undefined;
  new Float64Array(module.buffer, rootsAt, rootsOfTwo.length).set(rootsOfTwo);
  return loopsIn(module, outerBytes);
}

/** Each column has figures, multiples, words and a table of distances; moves, volumes and listing have theirs. */
function bytesOfPaths(days: number, columns: number): number {
  const [figures, words] = [roundUp(8 * days), roundUp(4 * (days + 3))];
  return columns * (2 * figures + words + roundUp(8 * tableSize)) + 8 * figures + 6 * words;
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / step) * step;
}

function loopsIn(module: Started, outerBytes: number): DayLoops {
  const outer = roundUp(firstFree);
  const calls = new Map([...bodies().keys()].map((name) => [name, module.function(name)]));
  const call = (name: string, ...figures: readonly number[]) => calls.get(name)?.(...figures);
  let free = outer + outerBytes;
  const room = (bytes: number) => {
    const start = free;
    free += roundUp(bytes);
    invariant(free <= module.buffer.byteLength, "the room for a path's arrays is reckoned beforehand");
    return start;
  };
  return {
    figures: (count) => new Float64Array(module.buffer, room(8 * count), count),
    words: (count) => new Uint32Array(module.buffer, room(4 * count), count),
    fillWords({ words, key }, { byteOffset, byteLength }) {
      call("words", ...words, ...key, byteOffset, byteOffset + byteLength);
    },
    moves(words, { growth, daily }, { factors, logs, sizes }) {
      const days = factors.length;
      call("normals", words.byteOffset, outer, sizes.byteOffset, days);
      call("moves", sizes.byteOffset, logs.byteOffset, factors.byteOffset, days, growth, daily);
    },
    averages({ words, distances }, factors, out) {
      const drawn = [words.byteOffset, distances.byteOffset, distances.length - 1];
      call("averages", ...drawn, factors.byteOffset, out.byteOffset, out.length);
    },
    extremes(which, words, trades, { factors, logs, daily }, out) {
      const drawn = [
        words.byteOffset,
        trades.words.byteOffset,
        trades.distances.byteOffset,
        trades.distances.length - 1,
      ];
      call(which, ...drawn, logs.byteOffset, factors.byteOffset, out.byteOffset, out.length, 2 * daily * daily);
    },
    ticks(closes, multiples, out, scale, { from, end }) {
      // Whole pairs; another day, which is not made yet, is left alone.
      const days = (end - from) & ~1;
      const name = multiples === undefined ? "ticks of closes" : "ticks";
      const [of, by, to] = [closes, multiples ?? closes, out].map((it) => it.byteOffset + 8 * from);
      call(name, of ?? 0, by ?? 0, to ?? 0, days, scale);
      plainLoops.ticks(closes, multiples, out, scale, { from: from + days, end });
    },
  };
}
