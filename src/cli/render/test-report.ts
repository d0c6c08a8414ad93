import type { Refusal } from "../../index.ts";
import { visibleText } from "../../index.ts";
import { renderProblems } from "../problem.ts";
import type { CaseReport, Failure } from "../testing/report.ts";
import { questionWords } from "./answers.ts";
import { renderDerivation } from "./derivation.ts";
import type { ExplanationStyle } from "./explanation.ts";
import { renderFigure } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";
import { indented, wrap } from "./parts/text.ts";

/** Where a report is shown. */
export type ReportStyle = Pick<ExplanationStyle, "width" | "isUnicode" | "paint">;

/** One line for a scenario, and under it each question that failed. Text that ends with a line end. */
export function renderCase(report: CaseReport, style: ReportStyle): string {
  const { paint } = style;
  const { file, scenario, passed, failures, problems, refused = [] } = report;
  const failed = failures.length;
  const sign = failed === 0 ? paint.green("ok  ") : paint.red("FAIL");
  const counts = failed === 0 ? `${passed}` : `${passed} passed, ${failed} failed`;
  const line = `${sign} ${nameLine(file, scenario, paint)}  ${paint.dim(counts)}\n`;
  if (problems.length > 0) return `${line}\n${indented(renderProblems(problems, paint))}`;
  const notes = renderRefusals(refused, file, style);
  if (failed === 0) return `${line}${notes}`;
  return `${line}${failures.map((failure) => renderFailure(failure, style)).join("")}${notes}\n`;
}

/** Events that the story does not expect to be refused: what they should have changed stays as it was. */
function renderRefusals(refused: readonly Refusal[], file: string, { paint, width }: ReportStyle): string {
  const [first] = refused;
  if (first === undefined) return "";
  const lines = refused.flatMap(({ event, id, on, because }) =>
    wrap(`${event}${id === undefined ? "" : ` ${id}`} of ${on} is refused: ${because}`, width - answerIndent),
  );
  const all = [...lines, `if that is meant: ${expectedIn(file, first)}`];
  return indented(`${all.map((line) => paint.dim(visibleText(line))).join("\n")}\n`, answerIndent);
}

/** How a story, or a scenario in JSON, says that an event is to be refused. */
function expectedIn(file: string, { event, id = "ID" }: Refusal): string {
  return file.endsWith(".tenor")
    ? `expect: ${event} of "${id}" is refused`
    : `{ "value": "${event}", "of": "${id}", "expect": { "error": "refused" } }`;
}

function nameLine(file: string, scenario: string, paint: Paint): string {
  return scenario === "" ? visibleText(file) : `${visibleText(scenario)}  ${paint.dim(visibleText(file))}`;
}

/** The question with its section; what was expected and what came, one under the other; the way to what came. */
function renderFailure(failure: Failure, style: ReportStyle): string {
  const { paint, width } = style;
  const { section, expected, got, unit = "", difference } = failure;
  const words = visibleText(questionWords(failure));
  const beside = difference === undefined ? "" : paint.dim(`  (${signed(difference, unit)})`);
  const lines = [
    `  ${paint.bold(words)}${section === "" ? "" : paint.dim(`  ${visibleText(section)}`)}`,
    `    expected  ${shown(expected, unit)}`,
    `    got       ${paint.red(shown(got, unit))}${beside}`,
  ];
  const derivation = failure.why && renderDerivation(failure.why, { ...style, width: width - answerIndent });
  return `${lines.join("\n")}\n${indented(derivation ?? "", answerIndent)}`;
}

const answerIndent = 4;

function signed(difference: string, unit: string): string {
  return difference.startsWith("-")
    ? `${renderFigure(difference.slice(1), unit)} too little`
    : `${renderFigure(difference, unit)} too much`;
}

function shown(answer: Failure["expected"] | Failure["got"], unit: string): string {
  if (answer === null) return "no value (null)";
  if (typeof answer !== "object") return visibleText(renderFigure(answer, unit));
  const message = "message" in answer ? `: ${answer.message}` : "";
  return visibleText(`error, ${answer.error}${message}`);
}
