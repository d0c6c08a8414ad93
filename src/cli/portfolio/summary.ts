/** A portfolio for reading: a line for each of the first rows, what failed, and how many there are of each. */
import type { DiagnosticJson, NoteStanding } from "../../index.ts";
import { visibleText } from "../../index.ts";
import type { RowResult } from "../../workers/kinds/portfolio.ts";
import { dayWords } from "../render/parts/day.ts";
import { renderFigure } from "../render/parts/figure.ts";
import type { Cell } from "../render/parts/table.ts";
import { flexible, renderTable } from "../render/parts/table.ts";
import { counted, kept } from "../render/parts/text.ts";
import type { Terminal } from "../terminal.ts";
import { findingWords } from "./lines.ts";

const mostShown = 100;
const mostFailures = 20;

export class Summary {
  readonly #terminal: Terminal;
  readonly #values: readonly string[];
  readonly #shown: RowResult[] = [];
  readonly #failed: { readonly id: string; readonly found: readonly DiagnosticJson[] }[] = [];
  readonly #counts = { rows: 0, failed: 0, inDefault: 0, overdue: 0 };

  /** With the values that were asked for, each in a column. */
  constructor(terminal: Terminal, values: readonly string[]) {
    this.#terminal = terminal;
    this.#values = values;
  }

  take(result: RowResult): void {
    const counts = this.#counts;
    counts.rows++;
    if ("failed" in result) {
      counts.failed++;
      if (this.#failed.length < mostFailures) this.#failed.push({ id: result.id, found: result.failed });
      return;
    }
    if (result.defaults.length > 0) counts.inDefault++;
    if (result.due.some(({ status }) => status === "overdue")) counts.overdue++;
    if (this.#shown.length < mostShown) this.#shown.push(result);
  }

  end(): undefined {
    const { out } = this.#terminal;
    const { rows, failed, inDefault, overdue } = this.#counts;
    if (this.#shown.length > 0) out.write(`${this.#table()}\n\n`);
    const left = rows - failed - this.#shown.length;
    if (left > 0) out.write(`${counted(left, "more row")} ran; --csv, --json and --parquet have all of them\n\n`);
    for (const { id, found } of this.#failed) {
      const words = found.map((it) => `  ${visibleText(findingWords(it))}`);
      out.write(`${out.paint.red(`${visibleText(id)} failed`)}\n${words.join("\n")}\n`);
    }
    if (failed > this.#failed.length) out.write(`${failed - this.#failed.length} more failed\n`);
    const parts = [
      `${rows - failed} ran`,
      `${failed} failed`,
      `${inDefault} in default`,
      `${overdue} with something overdue`,
    ];
    out.write(`${this.#failed.length > 0 ? "\n" : ""}${counted(rows, "row")}: ${parts.join(", ")}\n`);
  }

  #table(): string {
    const { width, paint } = this.#terminal.out;
    const figures = this.#values.length > 0 ? this.#values : this.#commonRoles();
    const columns = [
      "id",
      "as of",
      ...figures.map((head) => ({ head, align: "right" as const })),
      flexible("next due"),
    ];
    const rows = this.#shown.map((row) => this.#cells(row, figures));
    return renderTable([...columns, flexible("defaults")], rows, width, paint);
  }

  #cells(row: RowResult, figures: readonly string[]): Cell[] {
    if ("failed" in row) return [];
    const [next] = row.due;
    const due = next === undefined ? "" : `${next.due === null ? "?" : dayWords(next.due)} ${next.text}`;
    return [
      { text: kept(row.id) },
      { text: dayWords(row.asOf) },
      ...figures.map((name) => ({ text: figureOf(name, row) })),
      { text: due },
      {
        text: row.defaults.map(({ section, title }) => `${title} ${kept(`[${section}]`)}`).join("; "),
        paint: this.#terminal.out.paint.red,
      },
    ];
  }

  /** The roles that most of the rows have, two of them. */
  #commonRoles(): readonly string[] {
    const counts = new Map<string, number>();
    for (const row of this.#shown) {
      if ("failed" in row) continue;
      for (const role of new Set(row.answers.flatMap((it) => ("role" in it ? [it.role] : []))))
        counts.set(role, (counts.get(role) ?? 0) + 1);
    }
    return [...counts]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 2)
      .map(([role]) => role);
  }
}

/** The figure under a role or a name; of several under one role the first. */
function figureOf(name: string, { answers }: NoteStanding): string {
  const answer = answers.find((it) => ("role" in it && it.role === name) || it.value === name);
  if (answer === undefined || "because" in answer) return "–";
  if ("error" in answer) return "?";
  return renderFigure("amount" in answer ? answer.amount : answer.answer, answer.unit);
}
