/** The tables of a page as a workbook: its sheets as data, and its bytes read back. */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Page, Table } from "../../src/reports.ts";
import { renderWorkbook, sheetsOf } from "../../src/reports.ts";

const table: Table = {
  kind: "Table",
  caption: "Answers: what was asked, and all that was found of it",
  columns: [{ head: "value" }, { head: "on" }, { head: "answer", isFigure: true }, { head: "section" }],
  rows: [
    [
      "=Principal+1",
      { kind: "Day", on: "2024-01-02" },
      { kind: "Figure", text: "$1,234.56…", full: "$1,234.5678" },
      { kind: "Citation", sections: "1, 2" },
    ],
    [
      [{ kind: "Marked", tone: "bad", text: "not" }, "there"],
      "",
      { kind: "Figure", text: "$0.333…", full: "$0.33333333333333333333" },
      "",
    ],
    ["Shares", "", { kind: "Figure", text: "6,000,000 shares" }, ""],
  ],
};
const page: Page = {
  title: "A note",
  kind: "Run",
  summary: [],
  keyFigures: [{ name: "principal left", figure: { kind: "Figure", text: "-$20" } }],
  sections: [
    {
      id: "a",
      title: "Answers",
      blocks: [{ kind: "Paragraph", text: "words" }, table, { kind: "Fold", title: "more", blocks: [table] }],
    },
    {
      id: "b",
      title: "Timeline",
      blocks: [
        {
          kind: "Timeline",
          days: [{ on: "2024-01-03", entries: [{ kind: "event", section: "3", title: "Payment p" }] }],
        },
      ],
    },
  ],
  notes: [],
  contract: [],
  foot: [["receipt", "12ab"]],
};

describe("the sheets of a page", () => {
  test("are its key figures, each table, the timeline and what it was made from", () => {
    // A name has 31 characters at most, and the second table of one caption has a number.
    expect(sheetsOf(page).map(({ name }) => name)).toEqual([
      "Summary",
      "Answers what was asked, and all",
      "Answers what was asked, and 2",
      "Timeline",
      "Made from",
    ]);
  });

  test("hold numbers of up to fifteen digits, and everything else as text", () => {
    const [summary, answers, , timeline, madeFrom] = sheetsOf(page);
    expect(summary?.rows).toEqual([
      ["name", "figure"],
      ["principal left", -20],
    ]);
    expect(answers?.rows).toEqual([
      ["value", "on", "answer", "section"],
      ["=Principal+1", "2024-01-02", 1234.5678, "1, 2"],
      ["not there", "", "$0.33333333333333333333", ""],
      ["Shares", "", "6,000,000 shares", ""],
    ]);
    expect(timeline?.rows[1]).toEqual(["2024-01-03", "3", "Payment p", "", "", ""]);
    expect(madeFrom?.rows).toEqual([
      ["name", "value"],
      ["receipt", "12ab"],
    ]);
  });
});

describe("the workbook", () => {
  test("has no formula, and the same bytes each time", async () => {
    const [one, other] = [await renderWorkbook(page), await renderWorkbook(page)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    const files = Object.entries(unzipSync(one)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    const sheets = files.filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name)).map(([, text]) => text);
    expect(sheets).toHaveLength(5);
    expect(sheets.filter((text) => text.includes("<f>") || text.includes("<f "))).toEqual([]);
    expect(sheets.some((text) => text.includes("<v>1234.5678</v>"))).toBe(true);
    expect(Object.fromEntries(files)["xl/sharedStrings.xml"]).toContain("<t>=Principal+1</t>");
  });
});
