import type { ComparedAnswer, MovedAnswer } from "../../compare/readings.ts";
import { figureOf, wordsAsFigure } from "../figures.ts";
import type { Cell, Figure, NoteId } from "../page.ts";

/** `Conversion Shares of c1 on 2006-05-10`. */
export function questionText({ value, of, on }: Pick<MovedAnswer, "value" | "of" | "on">): string {
  return `${value}${of === undefined ? "" : ` of ${of}`}${on === undefined ? "" : ` on ${on}`}`;
}

/** An answer, or why there is none. */
export function comparedCell(answer: ComparedAnswer, unit: string, note?: NoteId): Cell {
  if (answer === null) return { kind: "Marked", tone: "quiet", text: "no value" };
  if (typeof answer === "object") return { kind: "Marked", tone: "warn", text: answer.error };
  return figureOf(answer, unit, note);
}

/** A difference always has its sign; none where the answers have no difference. */
export function differenceCell({ difference, unit }: Pick<MovedAnswer, "difference" | "unit">): Figure {
  if (difference === undefined) return wordsAsFigure("");
  const figure = figureOf(difference.replace("-", ""), unit);
  const signed = (text: string) => (difference.startsWith("-") ? `-${text}` : `+${text}`);
  return { ...figure, text: signed(figure.text), ...(figure.full !== undefined && { full: signed(figure.full) }) };
}
