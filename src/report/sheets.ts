/**
 * The tables of a page as sheets of a workbook: one sheet for each table, one for the key figures, one for the timeline.
 *
 * A figure becomes a number only where a spreadsheet keeps all its digits. Everything else is text; nothing is a formula.
 */
import { assertNever } from "../base/assert-never.ts";
import { visibleText } from "../diagnostics/visible-text.ts";
import { signOf, usualCurrency } from "../units/money/currencies.ts";
import type { Block, Cell, Page, Table, TimelineEntry } from "./page.ts";

export interface Sheet {
  /** At most 31 characters, and no two alike. */
  readonly name: string;
  /** The first row has the heads of the columns. */
  readonly rows: readonly (readonly SheetCell[])[];
}

export type SheetCell = string | number | Amount;

/** A number that is shown with the sign or the code of its currency. */
export interface Amount {
  readonly value: number;
  readonly mark: string;
}

export function sheetsOf({ keyFigures, sections, foot }: Page): Sheet[] {
  const summary = {
    name: "Summary",
    rows: [["name", "figure"], ...keyFigures.map(({ name, figure }) => [textOf(name), cellOf(figure)])],
  };
  const madeFrom = { name: "Made from", rows: [["name", "value"], ...foot.map((row) => row.map(textOf))] };
  const tables = sections.flatMap(({ title, blocks }) => blocks.flatMap((block) => sheetsIn(block, title)));
  return named([...(keyFigures.length === 0 ? [] : [summary]), ...tables, ...(foot.length === 0 ? [] : [madeFrom])]);
}

function sheetsIn(block: Block, title: string): Sheet[] {
  switch (block.kind) {
    case "Paragraph":
      return [];
    case "Fold":
      return block.blocks.flatMap((it) => sheetsIn(it, block.title));
    case "Chart":
    case "Histogram":
    case "HeatMap":
      return [sheetOf({ ...block.table, caption: block.title }, title)];
    case "Table":
      return [sheetOf(block, title)];
    case "Timeline": {
      const rows = block.days.flatMap(({ on, entries }) => entries.map((entry) => entryRow(on, entry)));
      return [{ name: title, rows: [["day", "section", "what", "detail", "from", "to"], ...rows] }];
    }
    default:
      return assertNever(block);
  }
}

function sheetOf({ caption, columns, rows }: Table, title: string): Sheet {
  const heads = columns.map(({ head }) => textOf(head));
  return { name: caption === "" ? title : caption, rows: [heads, ...rows.map((row) => row.map(cellOf))] };
}

function entryRow(on: string, { section, title, detail = "", from, to }: TimelineEntry): SheetCell[] {
  const figure = (cell: Cell | undefined) => (cell === undefined ? "" : cellOf(cell));
  return [on, textOf(section), textOf(title), textOf(detail), figure(from), figure(to)];
}

/** A number, or the words of the cell. */
function cellOf(cell: Cell): SheetCell {
  const text = wordsOf(cell);
  const [, minus = "", mark = "", digits = ""] =
    /^(-?)((?:[A-Z]{0,2}[$€£¥]|[A-Z]{3} )?)(\d[\d,]*(?:\.\d+)?)$/.exec(text) ?? [];
  if (digits === "" || digits.replaceAll(/\D/g, "").length > mostDigits) return text;
  const value = Number(minus + digits.replaceAll(",", ""));
  return mark === "" || mark === signOf(usualCurrency) ? value : { value, mark };
}

/** A number of a spreadsheet keeps fifteen digits. */
const mostDigits = 15;

function wordsOf(cell: Cell): string {
  if (typeof cell === "string") return textOf(cell);
  if (!("kind" in cell)) return cell.map(wordsOf).join(" ");
  switch (cell.kind) {
    case "Figure":
      return textOf(cell.full ?? cell.text);
    case "Citation":
      return textOf(cell.sections);
    case "Marked":
      return textOf(cell.text);
    case "Day":
      return cell.on;
    default:
      return assertNever(cell);
  }
}

const textOf = (text: string): string => visibleText(text);

/** Names that a spreadsheet takes, each once. */
function named(sheets: readonly Sheet[]): Sheet[] {
  const used = new Set<string>();
  return sheets.map(({ name, rows }) => {
    const plain = textOf(name)
      .replaceAll(/[[\]:*?/\\']/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim();
    let free = plain.slice(0, longestName).trim();
    for (let count = 2; used.has(free.toLowerCase()); count += 1) {
      free = `${plain.slice(0, longestName - 3).trim()} ${count}`;
    }
    used.add(free.toLowerCase());
    return { name: free, rows };
  });
}

const longestName = 31;
