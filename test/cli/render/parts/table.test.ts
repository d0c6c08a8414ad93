import { expect, test } from "vitest";
import { createPaint, plainPaint } from "../../../../src/cli/render/parts/paint.ts";
import { renderTable } from "../../../../src/cli/render/parts/table.ts";
import { kept, wrap } from "../../../../src/cli/render/parts/text.ts";

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

test("a title stands between rows, at their margin, and a table without headings has no line for them", () => {
  const untitled = [{ head: "" }, { head: "", align: "right" }] as const;
  const parts = [{ title: "Owed" }, [{ text: kept("  principal") }, { text: "$5" }], { title: "Cash" }];
  expect(renderTable(untitled, parts, 60, plainPaint).split("\n")).toEqual(["  Owed", "    principal  $5", "  Cash"]);
});

test("a name and a figure with its unit stay on one line while other words can give way", () => {
  const both = [
    { head: "value", isFlexible: true },
    { head: "answer", align: "right", isFlexible: true },
  ] as const;
  const row = [
    { text: `${kept("Conversion Shares")} ${kept("on 2006-05-10")}` },
    { text: kept("4,055,555.55… shares") },
  ];
  expect(renderTable(both, [row], 45, plainPaint).split("\n")).toEqual([
    "  value                                answer",
    "  Conversion Shares      4,055,555.55… shares",
    "  on 2006-05-10",
  ]);
  // Where there is no room for a name, it stands whole above its figures.
  expect(renderTable(both, [row], 36, plainPaint).split("\n")).toEqual([
    "  value                       answer",
    "  Conversion Shares on 2006-05-10",
    "                4,055,555.55… shares",
  ]);
  // And where there is none for a figure either, that is broken rather than let the line grow.
  expect(renderTable(both, [row], 30, plainPaint).split("\n")).toEqual([
    "  value                 answer",
    "  Conversion Shares",
    "  on 2006-05-10",
    "                 4,055,555.55…",
    "                        shares",
  ]);
});

test("what is kept together is broken where it is longer than a line", () => {
  expect(wrap(`a ${kept("Maximum Share Amount")} b`, 22)).toEqual(["a Maximum Share Amount", "b"]);
  expect(wrap(`a ${kept("Maximum Share Amount")} b`, 21)).toEqual(["a", "Maximum Share Amount", "b"]);
  expect(wrap(kept("Maximum Share Amount"), 14)).toEqual(["Maximum Share", "Amount"]);
});
