/** Tables as CSV (RFC 4180, but lines end with LF), safe to open in a spreadsheet. */
import type { JournalEntry, NotePosition, PositionFigure, Refusal, SimulationResult } from "../../../index.ts";
import { visibleText } from "../../../index.ts";

const timelineColumns = [
  "on",
  "at",
  "kind",
  "section",
  "name",
  "of",
  "from",
  "to",
  "amount",
  "unit",
  "event",
  "text",
] as const;

/** The timeline, one row per entry; refusals are rows of the kind "refused". */
export function renderCsv(journal: readonly JournalEntry[], refused: readonly Refusal[]): string {
  const refusals = refused.map(({ on, section, event, id, because }) => ({
    on,
    kind: "refused",
    section,
    name: event,
    event: id ?? event,
    text: because,
  }));
  const rows: Row<typeof timelineColumns>[] = [...journal, ...refusals];
  const inOrder = rows.toSorted((a, b) => (String(a.on) < String(b.on) ? -1 : String(a.on) > String(b.on) ? 1 : 0));
  return csvOf(timelineColumns, inOrder);
}

export const simulationColumns = [
  "variant",
  "metric",
  "unit",
  "paths",
  "mean",
  "standard error",
  "5%",
  "50%",
  "95%",
  "lowest 5%",
  "highest 5%",
] as const;

export function simulationCsv(result: SimulationResult): string {
  return csvOf(simulationColumns, simulationRows(result));
}

/** A simulation, one row for each metric, and for each variant of it. */
export function simulationRows({ metrics, variants }: SimulationResult): Row<typeof simulationColumns>[] {
  const rowsOf = (variant: string, of: SimulationResult["metrics"]) =>
    of.map(
      ({ metric, unit, paths, mean, standardError, percentiles, tails }): Row<typeof simulationColumns> => ({
        variant,
        metric,
        unit,
        paths: String(paths),
        mean: mean ?? "",
        "standard error": standardError ?? "",
        "5%": percentiles["5"] ?? "",
        "50%": percentiles["50"] ?? "",
        "95%": percentiles["95"] ?? "",
        "lowest 5%": tails?.lowest ?? "",
        "highest 5%": tails?.highest ?? "",
      }),
    );
  const named = (changes: Readonly<Record<string, string>>) =>
    Object.entries(changes)
      .map((it) => it.join("="))
      .join("&");
  const others = variants.flatMap((it) => rowsOf(named(it.changes), it.metrics));
  return [...rowsOf("", metrics), ...others];
}

const balanceColumns = ["on", "role", "value", "section", "amount", "unit", "because"] as const;

/** Positions over time, one row for each value on each day. Where it has no figure, the last column says why. */
export function balancesCsv(days: readonly NotePosition[]): string {
  const rows = days.flatMap(({ on, balances, owed, dilution }) => [
    ...balances.map((it): Row<typeof balanceColumns> => {
      const { role, value, section } = it;
      if ("error" in it) return { on, role, value, section, because: `${it.error.kind}: ${it.error.message}` };
      if (it.amount === null) return { on, role, value, section, because: it.because };
      return { on, role, value, section, amount: it.amount, unit: it.unit };
    }),
    ...sumRow(on, "owed in all", owed),
    ...sumRow(on, "dilution", dilution),
  ]);
  return csvOf(balanceColumns, rows);
}

function sumRow(on: string, role: string, figure: PositionFigure | undefined): Row<typeof balanceColumns>[] {
  if (figure === undefined) return [];
  if (figure.amount === null) return [{ on, role, because: figure.because }];
  return [{ on, role, amount: figure.amount, unit: figure.unit }];
}

export type Row<C extends readonly string[]> = { readonly [column in C[number]]?: string | boolean | null | undefined };

function csvOf<const C extends readonly string[]>(columns: C, rows: readonly Row<C>[]): string {
  const lines = rows.map((row) => csvLine(columns.map((column: C[number]) => row[column])));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}

/** One row, without the end of its line. */
export function csvLine(cells: readonly Row<readonly [string]>[string][]): string {
  return cells.map(cell).join(",");
}

/** A spreadsheet takes what begins so for a formula; an apostrophe before it makes it a text. A plain number stays one. */
const formula = /^[=+\-@\t\r]/;
const plainNumber = /^-?\d+(?:\.\d+)?$/;

function cell(value: string | boolean | null | undefined): string {
  const shown = visibleText(String(value ?? ""));
  const text = formula.test(shown) && !plainNumber.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
