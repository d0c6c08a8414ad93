import { expect, test } from "vitest";
import { renderCsv } from "../../../../src/cli/render/parts/csv.ts";

test("cells with commas and quotes are quoted; refusals stand on their day", () => {
  const entry = { kind: "event", section: "1", name: "Notice", text: 'Notice: "now", please' } as const;
  const refusal = { event: "Notice", id: "n2", on: "2024-01-03", section: "2", because: "it is late" };
  expect(
    renderCsv(
      [
        { on: "2024-01-02", ...entry },
        { on: "2024-01-04", ...entry, text: "Notice" },
      ],
      [refusal],
    ),
  ).toBe(
    [
      "on,at,kind,section,name,of,from,to,amount,unit,event,text",
      '2024-01-02,,event,1,Notice,,,,,,,"Notice: ""now"", please"',
      "2024-01-03,,refused,2,Notice,,,,,,n2,it is late",
      "2024-01-04,,event,1,Notice,,,,,,,Notice",
      "",
    ].join("\n"),
  );
});

test.each([
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["@SUM(1)", "'@SUM(1)"],
  ["-2+3", "'-2+3"],
  ["-2.5", "-2.5"],
  ["\u001B[2J", "\u241B[2J"],
])("a cell that a spreadsheet or a terminal would run, %j, is a text", (id, expected) => {
  const refusal = { event: "Notice", id, on: "2024-01-03", section: "2", because: "late" };
  expect(renderCsv([], [refusal]).split("\n")[1]).toBe(`2024-01-03,,refused,2,Notice,,,,,,${expected},late`);
});
