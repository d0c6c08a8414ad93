/** The page of the first example's readings. The differences by hand stand in its README and here. */
import { expect, test } from "vitest";
import type { Cell } from "../../src/reports.ts";
import { readingsReport } from "../../src/reports.ts";
import { exampleReplay, rowsOf } from "./pages.ts";

const replay = exampleReplay();
const effects = replay.readingEffects(undefined, { mostPairs: 0 });
if (!effects.ok) throw new Error("no effects");
const made = readingsReport(replay, effects.value, "1.4(g) Late delivery. Invented words.");
if (!made.ok) throw new Error("no page");
const page = made.value;

test("says how many passages there are, and how many move something", () => {
  const { readings } = replay.template.program;
  const moving = new Set(effects.value.moves.filter(({ moved }) => moved.length > 0).map(({ reading }) => reading));
  expect(page.summary).toEqual([
    `${readings.size} passages can be read in more than one way. ${moving.size} of them move an answer of this scenario.`,
  ]);
});

test("shows each answer under both readings, with the difference", () => {
  // From the grace day's end on 20 November, $2,000 for each of the days 21 to 23 instead of 17 to 23: 6,000, not 14,000.
  const rows = rowsOf(page, '"late delivery start" read "grace" instead of "deadline"');
  expect(rows).toContainEqual(["Late Delivery Payments on 2006-11-30", "$14,000", "$6,000", "-$8,000"]);
});

test("lists the choices that move nothing", () => {
  const quiet = effects.value.moves.filter(({ moved }) => moved.length === 0);
  expect(rowsOf(page, "Choices that move no answer of this scenario")).toHaveLength(quiet.length);
});

test("shows the contract's text of the passages", () => {
  const section = page.contract.find(({ label }) => label === "1.4(g)");
  expect(section?.text).toEqual(["1.4(g) Late delivery. Invented words."]);
});

test("explains each answer as the passage is read", () => {
  const table = page.sections
    .flatMap(({ blocks }) => blocks)
    .find((it) => it.kind === "Table" && it.caption.startsWith('"late delivery start" read "grace"'));
  const rows = table?.kind === "Table" ? table.rows : [];
  const [, byDefault, chosen] = rows.find(([value]) => value === "Late Delivery Payments on 2006-11-30") ?? [];
  const noteOf = (cell: Cell | undefined) => {
    const id = typeof cell === "object" && "kind" in cell && cell.kind === "Figure" ? cell.note : undefined;
    return page.notes.find((it) => it.id === id);
  };
  expect(noteOf(byDefault)?.title).toBe("Late Delivery Payments on 2006-11-30");
  expect(noteOf(chosen)?.title).toBe('"late delivery start" read "grace": Late Delivery Payments on 2006-11-30');
  // $2,000 for each of seven days by default, for three under the choice.
  expect([byDefault, chosen].map((it) => noteOf(it)?.figure.text)).toEqual(["$14,000", "$6,000"]);
});
