import type { CheckReport, Diagnostic, DiagnosticJson, PlainDate, Result } from "../index.ts";
import { checkReport, formatDate, renderText, visibleText } from "../index.ts";
import type { Paint } from "./render/parts/paint.ts";

/** Why an input can't be used: a finding in its text, or a file that can't be had at all. */
export type Problem = Diagnostic | FileProblem;

export interface FileProblem {
  readonly kind: "file";
  /** As the user named it. */
  readonly file: string;
  /** One sentence that stands alone. */
  readonly message: string;
  /** The way out, as a statement. */
  readonly help: string;
}

/** What was read, or every problem that stands in the way. */
export type Loaded<T> = Result<T, Problem>;

export function fileProblem(file: string, message: string, help: string): FileProblem {
  return { kind: "file", file, message, help };
}

/** The way out where a name is nearly one that is there. */
export const nearestHelp = (near: string): string => `the nearest is "${near}"; write it as it stands`;

export function refused(...diagnostics: readonly Problem[]): Loaded<never> {
  return { ok: false, diagnostics };
}

/** A day that an option names, before there is a note. */
export function beforeTheNote(path: string, option: string, day: PlainDate, start: PlainDate): Loaded<never> {
  const message = `The note exists from ${formatDate(start)}, and ${option} ${formatDate(day)} lies before it`;
  return refused(fileProblem(path, message, `write a day from ${formatDate(start)}`));
}

export function problemsIn(...read: readonly (Loaded<unknown> | undefined)[]): Problem[] {
  return read.flatMap((it) => (it === undefined || it.ok ? [] : it.diagnostics));
}

export function isError(problem: Problem): boolean {
  return "kind" in problem || problem.severity === "error";
}

/** Problems for reading in a terminal, an empty line after each. A finding ends with where to read more about it. */
export function renderProblems(problems: readonly Problem[], paint: Paint): string {
  return problems.map((problem) => `${renderProblem(problem, paint)}\n\n`).join("");
}

function renderProblem(problem: Problem, { diagnostic: paint }: Paint): string {
  if (!("kind" in problem)) return renderText(problem, paint, `tenor explain --code ${problem.code}`);
  const { message, help } = problem;
  return `${paint.error("error")}${paint.message(`: ${visibleText(message)}`)}\n  ${paint.frame("=")} ${paint.help("help:")} ${visibleText(help)}`;
}

/** Problems as data, in the format of `tenor check --json`; a file that can't be had has the code "file". */
export function problemReport(problems: readonly Problem[]): CheckReport {
  return { ...checkReport([]), diagnostics: problems.flatMap(toJson) };
}

function toJson(problem: Problem): readonly DiagnosticJson[] {
  if (!("kind" in problem)) return checkReport([problem]).diagnostics;
  const { file, message, help } = problem;
  const place = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return [{ code: "file", severity: "error", message, ...place, related: [], help, fix: null }];
}
