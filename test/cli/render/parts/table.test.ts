import { expect, test } from "vitest";
import { createPaint, plainPaint } from "../../../../src/cli/render/parts/paint.ts";
import { renderTable } from "../../../../src/cli/render/parts/table.ts";

const columns = [{ head: "due" }, { head: "of" }, { head: "what", isFlexible: true }];
const rows = [
  [{ text: "2006-10-02" }, { text: "" }, { text: "Interest of $8,870.13, overdue" }],
  [{ text: "2007-01-02" }, { text: "" }, { text: "Interest" }],
];

test("a table that fits has one line a row, and no column that says nothing", () => {
  expect(renderTable(columns, rows, 60, plainPaint).split("\n")).toEqual([
    "  due         what",
    "  2006-10-02  Interest of $8,870.13, overdue",
    "  2007-01-02  Interest",
  ]);
});

test("a flexible column gives way at its spaces", () => {
  expect(renderTable(columns, rows, 30, plainPaint).split("\n")).toEqual([
    "  due         what",
    "  2006-10-02  Interest of",
    "              $8,870.13,",
    "              overdue",
    "  2007-01-02  Interest",
  ]);
});

test("colours don't count as width", () => {
  const { red } = createPaint(true);
  const [, line] = renderTable(
    [{ head: "a" }, { head: "b" }],
    [[{ text: "x", paint: red }, { text: "y" }]],
    60,
    plainPaint,
  ).split("\n");
  expect(line).toBe("  \u001B[31mx\u001B[39m  y");
});

test("a word that is longer than there is room for stays whole", () => {
  expect(renderTable([{ head: "a", isFlexible: true }], [[{ text: "x".repeat(50) }]], 30, plainPaint)).toContain(
    "x".repeat(50),
  );
});
