import { expect, test } from "vitest";
import { exponential, logarithm } from "../../src/paths/elementary.ts";
import { logarithmOfWord, normalOfWord, normalQuantile } from "../../src/paths/normal.ts";
import type { Counter } from "../../src/paths/philox.ts";
import { fillWords } from "../../src/paths/philox.ts";
import { fillStream, readSeed } from "../../src/paths/streams.ts";

function wordsOf(words: Counter["words"], key: Counter["key"], count = 4): string {
  const out = new Uint32Array(count);
  fillWords({ words, key }, out);
  return [...out].map((word) => word.toString(16).padStart(8, "0")).join(" ");
}

const all = 0xffffffff;

// The known answers of Random123 1.09, file kat_vectors, for philox4x32 with 10 rounds.
test.each([
  ["zeros", [0, 0, 0, 0], [0, 0], "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
  ["ones", [all, all, all, all], [all, all], "408f276d 41c83b0e a20bc7c6 6d5451fd"],
  [
    "digits of pi",
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    "d16cfe09 94fdcceb 5001e420 24126ea1",
  ],
] as const)("Philox gives its published words for %s", (_name, words, key, expected) => {
  expect(wordsOf(words, key)).toBe(expected);
});

test("the counter goes up by one for each four words", () => {
  const [first, second] = [wordsOf([7, 1, 2, 3], [4, 5]), wordsOf([8, 1, 2, 3], [4, 5])];
  expect(wordsOf([7, 1, 2, 3], [4, 5], 8)).toBe(`${first} ${second}`);
});

// Table of the normal distribution; the last two are the checks of AS 241.
test.each([
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.25, -0.6744897501960817],
  [0.001, -3.090232306167813],
  [1e-20, -9.26234008979841],
])("the share %f of the normal distribution lies below %f", (share, expected) => {
  expect(normalQuantile(share)).toBeCloseTo(expected, 13);
});

test("a word is the middle of its step, at both ends alike", () => {
  for (const word of [0, 1, 5, 321_000_000, 322_300_000, 2_000_000_000, 2_147_483_647]) {
    expect(normalOfWord(word)).toBeCloseTo(normalQuantile((word + 0.5) / 2 ** 32), 12);
    expect(normalOfWord(all - word)).toBe(-normalOfWord(word));
    expect(logarithmOfWord(all - word)).toBeCloseTo(Math.log((all - word + 0.5) / 2 ** 32), 12);
  }
});

test("exponential and logarithm are right to the last digits", () => {
  for (let x = -700; x <= 700; x += 0.7321) {
    expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
    expect(Math.abs(logarithm(exponential(x)) - x)).toBeLessThan(1e-15 * Math.max(1, Math.abs(x)));
  }
  expect([exponential(0), exponential(-800), logarithm(1)]).toEqual([1, 0, 0]);
});

test("a word depends on seed, path, stream and day, and on nothing else", () => {
  const [a, b] = [new Uint32Array(12), new Uint32Array(40)];
  fillStream([3, 4], 9, "returns", a);
  fillStream([3, 4], 2 ** 32 + 9, "returns", b);
  expect(b.subarray(0, 12)).not.toEqual(a);
  fillStream([3, 4], 9, "trade", b);
  expect(b.subarray(0, 12)).not.toEqual(a);
  fillStream([3, 4], 9, "returns", b);
  expect(b.subarray(0, 12)).toEqual(a);
});

test("a seed is a whole number of 64 bits", () => {
  expect(readSeed("4711")).toEqual([4711, 0]);
  expect(readSeed("18446744073709551615")).toEqual([all, all]);
  expect(["18446744073709551616", "-1", "1.5", "", "x"].map(readSeed)).toEqual(Array(5).fill(undefined));
});
