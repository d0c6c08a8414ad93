import type { OutcomeValue } from "../compare/comparison.ts";
import { briefFigure, renderFigure } from "../units/figure-text.ts";
import type { AnswerValue } from "../wording/outcome.ts";
import type { Cell, Figure, NoteId } from "./page.ts";

/** A figure as tables show it, shortened; the whole of it stands in its title. */
export function figureOf(value: AnswerValue, unit: string, note?: NoteId): Figure {
  const full = renderFigure(value, unit);
  const text = briefFigure(value, unit);
  return { kind: "Figure", text, ...(text.includes("…") && { full }), ...(note !== undefined && { note }) };
}

/** An answer, or why there is none. */
export function answerCell(answer: OutcomeValue & { readonly expected?: string | undefined }, note?: NoteId): Cell {
  if ("error" in answer) {
    return { kind: "Marked", tone: "bad", text: `${answer.error.kind}: ${answer.error.message}` };
  }
  if (answer.answer === null) return { kind: "Marked", tone: "quiet", text: `no value: ${answer.because}` };
  const figure = figureOf(answer.answer, answer.unit, note);
  const expected = "expected" in answer ? answer.expected : undefined;
  return expected === undefined ? figure : [figure, { kind: "Marked", tone: "quiet", text: `(${expected})` }];
}

/** Words in the place of a figure. */
export function wordsAsFigure(text: string, note?: NoteId): Figure {
  return { kind: "Figure", text, ...(note !== undefined && { note }) };
}
