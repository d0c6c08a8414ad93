import type { DueReport, Period, PlainDate } from "../../index.ts";
import { formatDate, parseDate, Replay } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { openScenario } from "../files/open-scenario.ts";
import { fileProblem } from "../problem.ts";
import { refuse } from "../refuse.ts";
import { renderDue } from "../render/due.ts";
import type { Terminal } from "../terminal.ts";
import { showWarnings } from "../warnings.ts";
import { writeJson } from "../write-json.ts";

export interface DueOptions {
  readonly from?: string;
  readonly within: string;
  readonly json?: boolean;
}

/** `tenor due SCENARIO`: what is owed or must be done, by when, and what follows if it is not. */
export async function runDue(path: string, options: DueOptions, terminal: Terminal): Promise<ExitStatus> {
  const { from, within, json = false } = options;
  const day = from === undefined ? undefined : parseDate(from);
  const time = readTime(within);
  if (from !== undefined && day === undefined) {
    return wrongUse(`--from ${from} is not a day; write it as 2006-06-13`, terminal);
  }
  if (time === undefined) {
    return wrongUse(`--within "${within}" is not a time; write days, weeks or months, such as "30 days"`, terminal);
  }
  const opened = await openScenario(path);
  if (!opened.ok) return refuse(opened.problems, json, terminal);
  const { template, loaded } = opened.value;
  showWarnings(loaded.warnings, terminal);
  const start = firstDay(loaded.scenario.terms.get(template.program.existsFrom));
  if (day !== undefined && start !== undefined && day < start) return tooEarly(path, day, start, json, terminal);
  const report = new Replay(template, loaded).due(day, time);
  if (!report.ok) return refuse(report.diagnostics, json, terminal);
  if (day !== undefined && day < report.value.start) return tooEarly(path, day, report.value.start, json, terminal);
  show(report.value, json, terminal);
  return exitStatus.fine;
}

function firstDay(term: unknown): PlainDate | undefined {
  // cast: the term from which a note exists is a date.
  return typeof term === "number" ? (term as PlainDate) : undefined;
}

function tooEarly(path: string, day: PlainDate, start: PlainDate, json: boolean, terminal: Terminal): ExitStatus {
  const message = `The note exists from ${formatDate(start)}, and --from ${formatDate(day)} lies before it`;
  return refuse([fileProblem(path, message, `write a day from ${formatDate(start)}`)], json, terminal);
}

function show(report: DueReport, json: boolean, { out, err }: Terminal): void {
  if (json) writeJson({ out, err }, { format: "tenor/due@1", due: report.due });
  else out.write(renderDue(report, out.width, out.paint));
}

function wrongUse(message: string, { err }: Terminal): ExitStatus {
  err.write(`error: ${message}\n`);
  return exitStatus.wrongUse;
}

/** Farther than this nothing is looked for: a century in the longest unit. */
const mostUnits = 1200;
const units = ["day", "week", "month"] as const;

/** Reads "30 days", "1 week", "6 months"; undefined for anything else. */
export function readTime(text: string): Period | undefined {
  const [, digits, name] = /^\s*(\d{1,5})\s*(day|week|month)s?\s*$/i.exec(text) ?? [];
  const [count, unit] = [Number(digits), units.find((it) => it === name?.toLowerCase())];
  return unit === undefined || count > mostUnits * 31 ? undefined : { count, unit };
}
