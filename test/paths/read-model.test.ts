import { expect, test } from "vitest";
import { modelOf, readModelText } from "../../src/paths/read-model.ts";

test("a model has its parameters, and the usual values of the others", () => {
  const read = readModelText(
    "jumps?volatility=90%&price=$1.20&mean jump=-20%&delisting=5%&split below=1&volume=250000",
  );
  if (!read.ok) throw new Error("it reads well");
  expect(modelOf(read.value, undefined)).toMatchObject({
    moves: { kind: "jumps", volatility: 0.9, drift: 0, rate: 4, mean: -0.2, spread: 0.15 },
    price: 1.2,
    digits: 4,
    volume: { mean: 250_000 },
    listing: { split: { below: 1, closes: 30, target: 5 }, delisting: { yearly: 0.05, loss: 0.5 } },
  });
});

test("a file gives the price where none is said", () => {
  const read = readModelText("bootstrap?file=prices.csv&block=20");
  if (!read.ok) throw new Error("it reads well");
  const file = { close: Float64Array.of(1, 2, 3) };
  expect(read.value.file).toBe("prices.csv");
  expect(modelOf(read.value, file)).toMatchObject({ moves: { kind: "bootstrap", block: 20, file }, price: 3 });
});

test("of two files neither is taken, and of two figures neither", () => {
  const codes = (text: string) => {
    const read = readModelText(text);
    return read.ok ? [] : read.diagnostics.map(({ code, span }) => `${code} ${span.start}`);
  };
  // The second file begins behind `bootstrap?` and `file=a.csv&`, of ten and eleven letters.
  expect(codes("bootstrap?file=a.csv&file=b.csv")).toEqual(["TN5523 21"]);
  expect(codes("bootstrap?file=&file=b.csv")).toEqual(["TN5523 16"]);
  expect(codes("bootstrap?file=a.csv&block=5&block=6")).toEqual(["TN5523 29"]);
  expect(codes("bootstrap?file=a.csv&block=5")).toEqual([]);
});

test("all that is wrong is found in one go, each at its place", () => {
  const read = readModelText("gbm?volatility=eighty&blok=3&price=0");
  if (read.ok) throw new Error("it reads badly");
  const found = read.diagnostics.map(({ code, message, span }) => `${code} ${span.start}: ${message}`);
  expect(found).toEqual([
    "TN5522 4: The parameter `volatility` can't be `eighty`",
    "TN5521 22: The model `gbm` takes no `blok`",
    "TN5522 29: The parameter `price` can't be `0`",
  ]);
  const unknown = readModelText("jump?volatility=80%");
  expect(unknown.ok ? "" : unknown.diagnostics.map(({ help }) => help)).toEqual(["write `jumps`, if that is meant"]);
});
