/** Philox 4x32-10 of four counters side by side, as WebAssembly. */
import type { Code } from "../../base/wasm/body.ts";
import { Body, constant, op, opWith, whole } from "../../base/wasm/body.ts";
import { keySteps, multipliers, rounds } from "../philox.ts";
import { store } from "./arithmetic.ts";

/** Words of 32 bits in four lanes. */
function four(...words: readonly [number, number, number, number]): Code {
  return constant([...new Uint8Array(new Int32Array(words).buffer)]);
}

/** Of the eight words of two vectors, four by their places. */
function chosen(places: readonly [number, number, number, number], left: Code, right: Code): Code {
  const bytes = places.flatMap((place) => [0, 1, 2, 3].map((byte) => place * 4 + byte));
  return opWith("i8x16.shuffle", bytes, left, right);
}

/** Called with the first word of the first counter, its other words, the key, and from where to where words are wanted. */
export function wordsBody(): Body {
  const body = new Body(["first", "word1", "word2", "word3", "key0", "key1", "out", "end"]);
  const splat = (name: string) => op("i32x4.splat", body.get(name));
  const counters = body.variable("v128", op("i32x4.add", splat("first"), four(0, 1, 2, 3)));
  const others = ["word1", "word2", "word3"].map((name) => body.keep(splat(name)));
  const [keys0, keys1] = [keysOf(body, splat("key0"), keySteps[0]), keysOf(body, splat("key1"), keySteps[1])];
  body.loop(body.parameter("out"), body.get("end"), 64, () => {
    let words: readonly Code[] = [counters.get, ...others];
    for (const [round, key0] of keys0.entries()) words = afterRound(body, words, [key0, keys1[round] ?? []]);
    for (const [row, of] of rowsOf(body, words).entries()) {
      store(body, op("i32.add", body.get("out"), whole(row * 16)), of);
    }
    body.set(counters, op("i32x4.add", counters.get, four(4, 4, 4, 4)));
  });
  return body;
}

function keysOf(body: Body, first: Code, step: number): Code[] {
  const keys = [body.keep(first)];
  while (keys.length < rounds) keys.push(body.keep(op("i32x4.add", keys.at(-1) ?? [], four(step, step, step, step))));
  return keys;
}

function afterRound(body: Body, words: readonly Code[], [key0, key1]: readonly [Code, Code]): Code[] {
  const [c0 = [], c1 = [], c2 = [], c3 = []] = words;
  const [a, b] = [productsOf(body, c0, multipliers[0]), productsOf(body, c2, multipliers[1])];
  const mixed = (high: Code, word: Code, key: Code) => body.keep(op("v128.xor", op("v128.xor", high, word), key));
  return [mixed(b.high, c1, key0), b.low, mixed(a.high, c3, key1), a.low];
}

/** The high and the low halves of four products. */
function productsOf(body: Body, words: Code, by: number): { readonly high: Code; readonly low: Code } {
  const factor = four(by, by, by, by);
  const lower = body.keep(op("i64x2.extmul_low_i32x4_u", words, factor));
  const upper = body.keep(op("i64x2.extmul_high_i32x4_u", words, factor));
  return { high: body.keep(chosen([1, 3, 5, 7], lower, upper)), low: body.keep(chosen([0, 2, 4, 6], lower, upper)) };
}

/** Four words of each counter, counter by counter, of the four first words of all, and so on. */
function rowsOf(body: Body, [c0 = [], c1 = [], c2 = [], c3 = []]: readonly Code[]): Code[] {
  const [front01, back01] = [chosen([0, 4, 1, 5], c0, c1), chosen([2, 6, 3, 7], c0, c1)].map((it) => body.keep(it));
  const [front23, back23] = [chosen([0, 4, 1, 5], c2, c3), chosen([2, 6, 3, 7], c2, c3)].map((it) => body.keep(it));
  return [
    chosen([0, 1, 4, 5], front01 ?? [], front23 ?? []),
    chosen([2, 3, 6, 7], front01 ?? [], front23 ?? []),
    chosen([0, 1, 4, 5], back01 ?? [], back23 ?? []),
    chosen([2, 3, 6, 7], back01 ?? [], back23 ?? []),
  ];
}
