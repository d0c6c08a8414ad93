import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, nearestName } from "../../src/base/nearest-name.ts";

describe("nearest name", () => {
  const names = ["Conversion Price", "Conversion Date", "Market Price", "Principal"];
  test.each([
    ["a letter left out", "Conversion Prce", "Conversion Price"],
    ["two letters swapped", "Pirncipal", "Principal"],
    ["other capitals", "MARKET price", "Market Price"],
    ["nothing near", "Holder", undefined],
    ["more slips than one in three letters", "Pxxxxxpal", undefined],
  ])("%s", (_, written, nearest) => {
    expect(nearestName(written, names)).toBe(nearest);
  });

  test("the first of two equally near", () => {
    expect(nearestName("Rate C", ["Rate A", "Rate B"])).toBe("Rate A");
  });

  test("a nearer one after a farther one", () => {
    expect(nearestName("Discount", ["Discoxxt", "Discounts"])).toBe("Discounts");
  });

  test("the name itself is no help", () => {
    expect(nearestName("Discount", ["Discount", "Discounts"])).toBe("Discounts");
  });

  test("a short name allows one slip", () => {
    expect(nearestName("ad", ["as", "at"])).toBe("as");
    expect(nearestName("ad", ["ox"])).toBeUndefined();
  });
});

describe("edit distance", () => {
  test.each([
    ["same", "share", "share", 0],
    ["one replaced", "share", "shire", 1],
    ["one added", "share", "shares", 1],
    ["one left out", "share", "shar", 1],
    ["neighbours swapped", "share", "sahre", 1],
    ["a swap after the start of both", "ca", "abc", 3], // No letter is touched twice: c goes, b and c come.
    ["from nothing", "", "note", 4],
    ["kitten to sitting: k to s, e to i, g added", "kitten", "sitting", 3],
  ])("%s", (_, from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
    expect(editDistance(to, from)).toBe(distance);
  });

  test("a limit changes only distances above it", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(8), (from, to, limit) => {
        const distance = editDistance(from, to);
        const limited = editDistance(from, to, limit);
        expect(distance <= limit ? limited === distance : limited > limit).toBe(true);
      }),
    );
  });
});
