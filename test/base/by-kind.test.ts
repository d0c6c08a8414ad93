import { expect, test } from "vitest";
import { byKind } from "../../src/base/by-kind.ts";

type Shape = { readonly kind: "square"; readonly side: number } | { readonly kind: "strip"; readonly length: number };

test("the entry of its kind makes something of it, with whatever else is handed over", () => {
  const area = byKind<Shape, number, [width: number]>({
    square: ({ side }) => side * side,
    strip: ({ length }, width) => length * width,
  });
  // 3 × 3, and 5 × 2.
  expect([area({ kind: "square", side: 3 }, 2), area({ kind: "strip", length: 5 }, 2)]).toEqual([9, 10]);
});
