/** Replays and pages that the tests of reports share. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { LoadedComparison, NamedText, Template } from "../../src/index.ts";
import { compile, loadScenario, Replay } from "../../src/index.ts";
import type { Block, Cell, Page, Table } from "../../src/reports.ts";
import { comparisonReport, readingsReport, runReport } from "../../src/reports.ts";
import { clausesFor } from "../support/library.ts";

export const firstExample = "examples/juniper-first-eighteen-months/scenario.json";

export function compiled(path: string): Template {
  const text = readFileSync(path, "utf8");
  const template = compile(text, path, ...clausesFor(text));
  if (!template.ok) throw new Error(template.diagnostics.map(({ message }) => message).join("\n"));
  return template.value;
}

export function replayOf(template: Template, scenario: NamedText, market?: NamedText): Replay {
  const loaded = loadScenario(template, { scenario, market });
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
  return new Replay(template, loaded.value);
}

/** The first example, whose sums stand in its README. */
export function exampleReplay(): Replay {
  const market = `${dirname(firstExample)}/market.csv`;
  return replayOf(
    compiled("terms/juniper-2005.tenor"),
    { name: firstExample, text: readFileSync(firstExample, "utf8") },
    { name: market, text: readFileSync(market, "utf8") },
  );
}

export function pageOf(replay: Replay, contract?: string): Page {
  const page = runReport(replay, contract);
  if (!page.ok) throw new Error(page.diagnostics.map(({ message }) => message).join("\n"));
  return page.value;
}

export function comparisonPageOf(loaded: LoadedComparison): Page {
  const page = comparisonReport(loaded);
  if (!page.ok) throw new Error(page.diagnostics.map(({ message }) => message).join("\n"));
  return page.value;
}

/** Readings alone, without pairs of them. */
export function readingsPageOf(replay: Replay): Page {
  const effects = replay.readingEffects(undefined, { mostPairs: 0 });
  if (!effects.ok) throw new Error(effects.diagnostics.map(({ message }) => message).join("\n"));
  const page = readingsReport(replay, effects.value);
  if (!page.ok) throw new Error(page.diagnostics.map(({ message }) => message).join("\n"));
  return page.value;
}

/** The rows of the table with this caption, as texts. */
export function rowsOf(page: Page, caption: string): string[][] {
  return cellsOf(page, caption).map((row) => row.map(cellText));
}

/** The titles of the notes that the figures of a table open, by row and column; undefined for a cell that opens none. */
export function notesIn(page: Page, caption: string): (string | undefined)[][] {
  const titles = new Map(page.notes.map(({ id, title }) => [id, title]));
  const noteOf = (cell: Cell) => (typeof cell === "object" && "note" in cell ? cell.note : undefined);
  return cellsOf(page, caption).map((row) => row.map((cell) => titles.get(noteOf(cell) ?? 0)));
}

function cellsOf(page: Page, caption: string): readonly (readonly Cell[])[] {
  const tables = page.sections.flatMap(({ blocks }) => blocks.flatMap(tablesIn));
  const table = tables.find((it) => it.caption === caption);
  if (table === undefined) throw new Error(`no table "${caption}" among ${tables.map((it) => it.caption).join(", ")}`);
  return table.rows;
}

function tablesIn(block: Block): Table[] {
  if (block.kind === "Table") return [block];
  if (block.kind === "Chart") return [block.table];
  return block.kind === "Fold" ? block.blocks.flatMap(tablesIn) : [];
}

export function cellText(cell: Cell): string {
  if (typeof cell === "string") return cell;
  if (!("kind" in cell)) return cell.map(cellText).join(" ");
  if (cell.kind === "Citation") return cell.sections;
  return cell.kind === "Day" ? cell.on : cell.text;
}
