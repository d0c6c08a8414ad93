/** What is worked out for two days side by side, as WebAssembly. Addresses are of the first day; all counts are of days. */
import type { Code, Variable } from "../../base/wasm/body.ts";
import { access, Body, behind, op, whole } from "../../base/wasm/body.ts";
import {
  centralAbove,
  centralBelow,
  centralMiddle,
  centralShares,
  meanSize,
  nearAbove,
  nearBelow,
  nearMiddle,
  wordStep,
} from "../normal.ts";
import { bits, both, load, minus, over, pick, plus, polynomial, root, spread, store, times } from "./arithmetic.ts";
import { exponentialOf, logarithmOfWords } from "./elementary.ts";

const signs = bits(0x8000_0000_0000_0000n);

/** Runs over days in pairs; a last day without another has one that nobody reads. */
function pairs(body: Body, fill: (day: Variable) => void): void {
  const day = body.variable("i32", whole(0));
  body.loop(day, body.get("days"), 2, () => fill(day));
}

/** Two words of 32 bits, as binary numbers. */
function asFigures(words: Code): Code {
  return op("f64x2.convert_low_i32x4_u", words);
}

/** The share that words stand for, less a half. */
function fromMiddle(words: Code): Code {
  return minus(times(plus(words, both(0.5)), both(wordStep)), both(0.5));
}

/** Normal variates of words. Those of the outer shares are made after all others: their days are listed in `outer`. */
export function normalsBody(): Body {
  const body = new Body(["words", "outer", "out", "days"]);
  const count = body.variable("i32", whole(0));
  const listed = (place: Code) => behind(body.get("outer"), place, 2);
  pairs(body, (day) => {
    const words = access("v128.load64_zero", [behind(body.get("words"), day.get, 2)]);
    const q = body.keep(fromMiddle(asFigures(words)));
    store(body, behind(body.get("out"), day.get, 3), centralOf(body, q));
    const isOuter = body.variable("i32", op("i64x2.bitmask", op("f64x2.gt", op("f64x2.abs", q), both(centralShares))));
    const list = (of: Code, isListed: Code) => {
      body.do(access("i32.store", [listed(count.get), of]));
      body.set(count, op("i32.add", count.get, isListed));
    };
    list(day.get, op("i32.and", isOuter.get, whole(1)));
    list(op("i32.add", day.get, whole(1)), op("i32.shr_u", isOuter.get, whole(1)));
  });
  // Of an odd count, the last one once more.
  body.do(access("i32.store", [listed(count.get), access("i32.load", [listed(op("i32.sub", count.get, whole(1)))])]));
  const place = body.variable("i32", whole(0));
  body.loop(place, count.get, 2, () => {
    const days = [place.get, op("i32.add", place.get, whole(1))].map(
      (it) => body.variable("i32", access("i32.load", [listed(it)])).get,
    );
    outerOf(body, days);
  });
  return body;
}

function centralOf(body: Body, q: Code): Code {
  const r = body.keep(minus(both(centralMiddle), times(q, q)));
  return over(times(q, polynomial(centralAbove, r)), polynomial(centralBelow, r));
}

function outerOf(body: Body, [one = [], other = []]: readonly Code[]): void {
  const wordOf = (day: Code) => behind(body.get("words"), day, 2);
  const loaded = access("v128.load32_lane", [wordOf(other), access("v128.load32_zero", [wordOf(one)])], [1]);
  const words = body.keep(asFigures(loaded));
  const isLower = body.keep(op("f64x2.lt", fromMiddle(words), both(0)));
  const far = body.keep(pick(isLower, words, minus(both(4294967295), words)));
  const r = body.keep(minus(root(op("f64x2.neg", logarithmOfWords(body, far))), both(nearMiddle)));
  const size = over(polynomial(nearAbove, r), polynomial(nearBelow, r));
  const made = body.keep(op("v128.xor", size, op("v128.and", isLower, signs)));
  for (const [lane, day] of [one, other].entries()) {
    body.do(access("v128.store64_lane", [behind(body.get("out"), day, 3), made], [lane]));
  }
}

/** `sizes` holds normal variates and is left with the sizes of the moves. */
export function movesBody(roots: number): Body {
  const body = new Body(["sizes", "logs", "factors", "days"], ["growth", "daily"]);
  const [growth, daily] = [body.keep(spread(body.get("growth"))), body.keep(spread(body.get("daily")))];
  pairs(body, (day) => {
    const address = (name: string) => behind(body.get(name), day.get, 3);
    const z = body.keep(load(address("sizes")));
    const log = body.keep(plus(growth, times(daily, z)));
    store(body, address("logs"), log);
    store(body, address("factors"), exponentialOf(body, log, roots));
    store(body, address("sizes"), minus(op("f64x2.abs", z), both(meanSize)));
  });
  return body;
}

/** Of each day the distance of its average, by its word of the trade. */
function averagesOf(body: Body, day: Variable, factors: Code): Code {
  const address = (lane: number) => {
    const word = access("i32.load", [op("i32.add", behind(body.get("trades"), day.get, 2), whole(lane * 4))]);
    return behind(body.get("distances"), op("i32.and", word, body.get("mask")), 3);
  };
  const distances = access("v128.load64_lane", [address(1), access("v128.load64_zero", [address(0)])], [1]);
  return over(distances, root(factors));
}

export function averagesBody(): Body {
  const body = new Body(["trades", "distances", "mask", "factors", "out", "days"]);
  pairs(body, (day) => {
    const factors = load(behind(body.get("factors"), day.get, 3));
    store(body, behind(body.get("out"), day.get, 3), averagesOf(body, day, factors));
  });
  return body;
}

/** `spread` is twice the daily variance. */
export function extremesBody(which: "high" | "low", roots: number): Body {
  const names = ["words", "trades", "distances", "mask", "logs", "factors", "out", "days"];
  const body = new Body([...names], ["spread"]);
  const twice = body.keep(spread(body.get("spread")));
  const isHigh = which === "high";
  pairs(body, (day) => {
    const address = (name: string) => behind(body.get(name), day.get, 3);
    const words = body.keep(asFigures(access("v128.load64_zero", [behind(body.get("words"), day.get, 2)])));
    const log = body.keep(load(address("logs")));
    const reach = root(minus(times(log, log), times(twice, logarithmOfWords(body, words))));
    const beyondOpen = times(isHigh ? plus(log, reach) : minus(log, reach), both(0.5));
    const extreme = exponentialOf(body, minus(beyondOpen, log), roots);
    const average = averagesOf(body, day, load(address("factors")));
    store(body, address("out"), op(isHigh ? "f64x2.pmax" : "f64x2.pmin", average, extreme));
  });
  return body;
}

/** Prices as multiples of closes, in ticks; without multiples, the closes themselves. */
export function ticksBody(hasMultiples: boolean): Body {
  const body = new Body(["closes", "multiples", "out", "days"], ["scale"]);
  const scale = body.keep(spread(body.get("scale")));
  pairs(body, (day) => {
    const address = (name: string) => behind(body.get(name), day.get, 3);
    const close = load(address("closes"));
    const price = hasMultiples ? times(close, load(address("multiples"))) : close;
    const ticks = op("f64x2.floor", plus(times(price, scale), both(0.5)));
    store(body, address("out"), over(op("f64x2.pmax", ticks, both(1)), scale));
  });
  return body;
}
