import { expect, test } from "vitest";
import { readContract } from "../../src/report/contract-text.ts";

const labels = ["1.1", "1.2(a)", "1.2(b)", "2"];

test.each([
  [
    "plain text",
    "1.1 Right. A right\nto convert.\n\n1.2 Price.\n\n(a) Rule. The lesser\nprice.\n\n(b) Exception. Another.\n\n2. General\n\nThe rest.",
  ],
  [
    "Markdown headings and bold numbers",
    "## 1.1 Right. A right to convert.\n\n## 1.2 Price.\n\n**1.2(a)** Rule. The lesser price.\n\n**1.2(b)** Exception. Another.\n\n# 2. General\n\nThe rest.",
  ],
  [
    "the word Section, and indents",
    "  Section 1.1 Right. A right to convert.\n\n  Section 1.2 Price.\n\n     (a) Rule. The lesser price.\n\n     (b) Exception. Another.\n\n  SECTION 2. General\n\n  The rest.",
  ],
])("finds sections: %s", (_, text) => {
  const found = readContract(text, labels);
  const opening = (label: string) =>
    found
      .get(label)
      ?.join(" ")
      .replace(/^(?:section )?[\d.]*(?:\([ab]\))? */i, "");
  expect(labels.map(opening)).toEqual([
    "Right. A right to convert.",
    "Rule. The lesser price.",
    "Exception. Another.",
    "General The rest.",
  ]);
});

test("sections of one number, with letters and roman numbers before a bracket or a point", () => {
  const text = `SECTION 1. TERMS. Words.

1

SECTION 2. INTEREST.

     a) RATE. The rate.

        i. OF CASH. In cash.

        ii. OF SHARES. In shares.

     b) FEE. The fee.

        i. OF DELAY. A delay.`;
  const found = readContract(text, ["1", "2(a)(i)", "2(a)(ii)", "2(b)", "2(b)(i)"]);
  expect(Object.fromEntries(found)).toEqual({
    "1": ["SECTION 1. TERMS. Words.", "1"],
    "2(a)(i)": ["i. OF CASH. In cash."],
    "2(a)(ii)": ["ii. OF SHARES. In shares."],
    "2(b)": ["b) FEE. The fee."],
    "2(b)(i)": ["i. OF DELAY. A delay."],
  });
});

test("a number within a paragraph refers to another section, and starts none", () => {
  const text = "1.1 Right, subject to\n1.2(a) and to\n2. \n\n1.2 Price.\n\n(a) Rule.\n\n2. General";
  expect(readContract(text, labels).get("1.1")).toEqual(["1.1 Right, subject to 1.2(a) and to 2."]);
});

test("a table of contents gives way to the text", () => {
  const text =
    "1.1 Right 3\n\n2. General 4\n\n1.1 Right. A right to convert the whole of it.\n\n2. General. The rest of it.";
  const found = readContract(text, labels);
  expect(found.get("1.1")).toEqual(["1.1 Right. A right to convert the whole of it."]);
  expect(found.get("2")).toEqual(["2. General. The rest of it."]);
});

test("what stands before all numbers is the first section, where that has no number", () => {
  const text = "A NOTE\n\nFor value received.\n\n1.1 Right.";
  expect(readContract(text, ["preamble", "1.1"]).get("preamble")).toEqual(["A NOTE", "For value received."]);
});

test("1.1 is not 1.10, and 1.2(a) of another section is not taken", () => {
  const found = readContract("1.10 Ten.\n\n(a) Of ten.\n\n1.1 One.", ["1.1", "1.1(a)", "1.10"]);
  expect(found.get("1.1")).toEqual(["1.1 One."]);
  expect(found.has("1.1(a)")).toBe(false);
});

test("a text without numbers has its first section only", () => {
  expect([...readContract("Nothing here.", ["1", "2"])]).toEqual([["1", ["Nothing here."]]]);
});
