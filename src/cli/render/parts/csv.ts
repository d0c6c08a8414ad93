import type { JournalEntry, Refusal } from "../../../index.ts";
import { visibleText } from "../../../index.ts";

const columns = ["on", "at", "kind", "section", "name", "from", "to", "amount", "unit", "event", "text"] as const;

type Row = { readonly [column in (typeof columns)[number]]?: string | boolean | null };

/** The timeline as CSV (RFC 4180, but lines end with LF), one row per entry; refusals are rows of the kind "refused". */
export function renderCsv(journal: readonly JournalEntry[], refused: readonly Refusal[]): string {
  const refusals = refused.map(({ on, section, event, id, because }) => ({
    on,
    kind: "refused",
    section,
    name: event,
    event: id ?? event,
    text: because,
  }));
  const rows: Row[] = [...journal, ...refusals];
  const inOrder = rows.toSorted((a, b) => (String(a.on) < String(b.on) ? -1 : String(a.on) > String(b.on) ? 1 : 0));
  const lines = inOrder.map((row) => columns.map((column) => cell(row[column])).join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

/** A spreadsheet takes what begins so for a formula; an apostrophe before it makes it a text. A plain number stays one. */
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^-?\d+(?:\.\d+)?$/;

function cell(value: string | boolean | null | undefined): string {
  const shown = visibleText(String(value ?? ""));
  const text = formula.test(shown) && !plainNumber.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
