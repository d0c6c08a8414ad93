import type { Answer, AskedQuestion } from "../../index.ts";
import { visibleText } from "../../index.ts";
import { renderFigure } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";
import { kept } from "./parts/text.ts";

/** One answer as a sentence: `Conversion Price on 2006-01-20 is $0.0412 per share (1.2(a))`. */
export function renderAnswer(answer: Answer, paint: Paint): string {
  const asked = paint.bold(visibleText(questionWords(answer)));
  const section = answer.section === "" ? "" : paint.dim(` (${answer.section})`);
  if ("error" in answer) {
    const { kind, message } = answer.error;
    return `${asked} can't be answered${section}\n${paint.red(`  ${kind}: ${visibleText(message)}`)}`;
  }
  if (answer.answer === null) return `${asked} has no value${section}\n  because ${visibleText(answer.because)}`;
  const expected = answer.expected === undefined ? "" : `\n  ${visibleText(answer.expected)}`;
  const mark = answer.expected === undefined ? "" : ", expected";
  return `${asked} is ${visibleText(renderFigure(answer.answer, answer.unit))}${mark}${section}${expected}`;
}

/** The same for a table: a name stays on one line. */
export function questionCell({ value, on, of }: AskedQuestion): string {
  const parts = [value, ...(of === undefined ? [] : [`of ${of}`]), ...(on === undefined ? [] : [`on ${on}`])];
  return parts.map(kept).join(" ");
}

/** What was asked: `Conversion Shares of c1 on 2006-05-10`. */
export function questionWords({ value, on, of }: AskedQuestion): string {
  return `${value}${of === undefined ? "" : ` of ${of}`}${on === undefined ? "" : ` on ${on}`}`;
}
