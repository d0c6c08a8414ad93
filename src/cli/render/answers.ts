import type { Answer } from "../../index.ts";
import { visibleText } from "../../index.ts";
import { renderFigure } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";

/** One answer as a sentence: `Conversion Price on 2006-01-20 is $0.0412 per share (1.2(a))`. */
export function renderAnswer(answer: Answer, paint: Paint): string {
  const asked = paint.bold(visibleText(questionWords(answer)));
  const section = answer.section === "" ? "" : paint.dim(` (${answer.section})`);
  if ("error" in answer) {
    const { kind, message } = answer.error;
    return `${asked} can't be answered${section}\n${paint.red(`  ${kind}: ${visibleText(message)}`)}`;
  }
  if (answer.answer === null) return `${asked} has no value${section}\n  because ${visibleText(answer.because)}`;
  return `${asked} is ${visibleText(renderFigure(answer.answer, answer.unit))}${section}`;
}

/** What was asked: `Conversion Shares of c1 on 2006-05-10`. */
export function questionWords({
  value,
  on,
  of,
}: {
  readonly value: string;
  readonly on?: string;
  readonly of?: string;
}): string {
  return `${value}${of === undefined ? "" : ` of ${of}`}${on === undefined ? "" : ` on ${on}`}`;
}
