/** Rows of a portfolio as lines of one table: what each row is, its answers, what is due, breaches, defaults. */
import type { BreachWords, DiagnosticJson, Due, LapseWords, NoteStanding, StandingDefault } from "../../index.ts";
import type { RowResult } from "../../workers/kinds/portfolio.ts";
import type { Row } from "../render/parts/csv.ts";

export const lineColumns = [
  "row",
  "id",
  "as of",
  "kind",
  "role",
  "name",
  "of",
  "section",
  "on",
  "from",
  "to",
  "amount",
  "unit",
  "status",
  "text",
] as const;

export type Line = Row<typeof lineColumns>;

export function linesOf(result: RowResult): readonly Line[] {
  const head = { row: String(result.row), id: result.id };
  if ("failed" in result) {
    const findings = result.failed.map((it) => ({ ...head, kind: "finding", name: it.code, text: findingWords(it) }));
    return [{ ...head, kind: "row", status: "failed" }, ...findings];
  }
  const of = { ...head, "as of": result.asOf };
  const lines = [
    ...result.answers.map(answerLine),
    ...result.due.map(dueLine),
    ...result.lapses.map(lapseLine),
    ...result.breaches.map(breachLine),
    ...result.defaults.map(defaultLine),
  ];
  return [{ ...of, kind: "row", status: "ran" }, ...lines.map((line) => ({ ...of, ...line }))];
}

/** A finding on one line, with its place. */
export function findingWords({ message, file, line, column, help }: DiagnosticJson): string {
  const place = file === "" ? "" : ` (${file}:${line}:${column})`;
  return `${message}${place}${help === null ? "" : `; ${help}`}`;
}

function answerLine(answer: NoteStanding["answers"][number]): Line {
  const { value: name, section } = answer;
  const role = "role" in answer ? answer.role : undefined;
  const line = { kind: "answer", role, name, section };
  if ("error" in answer) return { ...line, status: answer.error.kind, text: answer.error.message };
  if ("because" in answer) return { ...line, status: "no value", text: answer.because };
  return { ...line, amount: "amount" in answer ? answer.amount : answer.answer, unit: answer.unit };
}

function dueLine({ section, due, from, to, amount, unit, status, text, because }: Due): Line {
  return { kind: "due", section, on: due, from, to, amount, unit, status, text: withReason(text, because) };
}

function lapseLine({ event, party, of, by, section, text, because }: LapseWords): Line {
  return { kind: "lapse", name: event, of, section, on: by, from: party, text: withReason(text, because) };
}

function breachLine({ name, party, of, since, section, text, because }: BreachWords): Line {
  return { kind: "breach", name, of, section, on: since, from: party, text: withReason(text, because) };
}

function defaultLine({ value, of, section, title, since, because }: StandingDefault): Line {
  return { kind: "default", name: value, of, section, on: since, text: withReason(title, because) };
}

function withReason(text: string, because: string | undefined): string {
  return because === undefined ? text : `${text}: ${because}`;
}
