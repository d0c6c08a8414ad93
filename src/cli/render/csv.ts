import type { JournalEntry, Refusal } from "../../index.ts";

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

function cell(value: string | boolean | null | undefined): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
