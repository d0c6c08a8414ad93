import { visibleText } from "../../index.ts";
import { renderProblems } from "../problem.ts";
import type { CaseReport, Failure, Got } from "../testing/report.ts";
import { questionWords } from "./answers.ts";
import { renderDerivation } from "./derivation.ts";
import type { ExplanationStyle } from "./explanation.ts";
import { renderFigure } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";

/** Where a report is shown. */
export type ReportStyle = Pick<ExplanationStyle, "width" | "isUnicode" | "paint">;

/** One line for a scenario, and under it each question that failed. Text that ends with a line end. */
export function renderCase(report: CaseReport, style: ReportStyle): string {
  const { paint } = style;
  const { file, scenario, passed, failures, problems } = report;
  const failed = failures.length;
  const sign = failed === 0 ? paint.green("ok  ") : paint.red("FAIL");
  const counts = failed === 0 ? `${passed}` : `${passed} passed, ${failed} failed`;
  const line = `${sign} ${nameLine(file, scenario, paint)}  ${paint.dim(counts)}\n`;
  if (problems.length > 0) return `${line}\n${indented(renderProblems(problems, paint))}`;
  return failed === 0 ? line : `${line}${failures.map((failure) => renderFailure(failure, style)).join("")}\n`;
}

function nameLine(file: string, scenario: string, paint: Paint): string {
  return scenario === "" ? visibleText(file) : `${visibleText(scenario)}  ${paint.dim(visibleText(file))}`;
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
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
  return `${lines.join("\n")}\n${(derivation ?? "").replaceAll(/^(?=.)/gm, " ".repeat(answerIndent))}`;
}

const answerIndent = 4;

function signed(difference: string, unit: string): string {
  return difference.startsWith("-")
    ? `${renderFigure(difference.slice(1), unit)} too little`
    : `${renderFigure(difference, unit)} too much`;
}

function shown(answer: Failure["expected"] | Got, unit: string): string {
  if (answer === null) return "no value (null)";
  if (typeof answer !== "object") return visibleText(renderFigure(answer, unit));
  const message = "message" in answer ? `: ${answer.message}` : "";
  return visibleText(`error, ${answer.error}${message}`);
}
