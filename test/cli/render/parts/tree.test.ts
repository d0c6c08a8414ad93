import { describe, expect, test } from "vitest";
import { createPaint, plainPaint } from "../../../../src/cli/render/parts/paint.ts";
import type { TreeNode, TreeStyle } from "../../../../src/cli/render/parts/tree.ts";
import { renderTree } from "../../../../src/cli/render/parts/tree.ts";

const plain: TreeStyle = { width: 40, isUnicode: true, paintLines: plainPaint.dim };
const leaf = (text: string): TreeNode => ({ head: [{ text }], notes: [], children: [] });
const family: TreeNode = {
  head: [{ text: "price:" }, { text: "$2", paint: plainPaint.bold }],
  notes: [{ text: "the lesser of the first price and the second price of the day" }],
  children: [{ ...leaf("first"), children: [leaf("low"), leaf("high")] }, leaf("second")],
};

describe("a tree", () => {
  test("hangs each thing under what it belongs to", () => {
    expect(renderTree(family, plain)).toBe(
      [
        "price: $2",
        "│  the lesser of the first price and the",
        "│  second price of the day",
        "├─ first",
        "│  ├─ low",
        "│  └─ high",
        "└─ second",
        "",
      ].join("\n"),
    );
  });

  test("is plain ASCII where the terminal shows no more", () => {
    expect(renderTree(family, { ...plain, isUnicode: false })).toBe(
      [
        "price: $2",
        "|  the lesser of the first price and the",
        "|  second price of the day",
        "|- first",
        "|  |- low",
        "|  `- high",
        "`- second",
        "",
      ].join("\n"),
    );
  });

  test("goes on under itself where a line is full, and no line is wider than there is room", () => {
    const out = renderTree({ ...leaf("root"), children: [leaf("word ".repeat(20).trim()), leaf("next")] }, plain);
    expect(out).toMatch(/^root\n├─ word word/);
    expect(out).toContain("\n│     word");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  test("colours words that belong together as one", () => {
    const { bold } = createPaint(true);
    const out = renderTree({ ...leaf("x"), head: [{ text: "a" }, { text: "b c", paint: bold }] }, plain);
    expect(out).toBe(`a ${bold("b c")}\n`);
  });

  test("shows signs that would move the cursor", () => {
    expect(renderTree(leaf("a\u001B[2Jb"), plain)).toBe("a␛[2Jb\n");
  });
});
