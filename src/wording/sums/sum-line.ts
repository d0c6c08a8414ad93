/**
 * A value on one line: the sum that gives it, with the figures put in.
 *
 * A figure is exact, or is cut and marked with "…". Where a value only passes on another one, as a definition that names
 * another does, the line has the sum of that one. What decides beside the sum, such as the case that held or the day of
 * the last change, stands in parentheses behind the result.
 */
import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { isProblem } from "../../evaluate/values/problem.ts";
import { describeValue } from "../explanations.ts";
import type { Formula } from "./formula.ts";
import { figureOf, whole } from "./formula.ts";
import { followed, formulaOf } from "./operations.ts";

/** The sum, or only the figure where there is nothing to work out; undefined where there is no value. */
export function sumLine(fact: ReasonFact): string | undefined {
  if (isProblem(fact.result)) return undefined;
  const notes: string[] = [];
  const written = followed(formulaOf(fact, notes), notes);
  const { text, days } = spelledOut(written);
  const result = figureOf(fact, "").text;
  const sum = days === undefined ? text : `${text}, ${days}`;
  const { only } = written;
  if (only !== undefined && sum === result && saysWhy.has(only.kind)) notes.push(describeValue(only).because);
  const said = notes.length === 0 ? "" : ` (${[...new Set(notes)].join("; ")})`;
  if (sum === result) return `${result}${said}`;
  return `${sum}${typeof fact.result === "boolean" ? ", so " : " = "}${result}${said}`;
}

/** Facts that are given, not calculated: their line says where they come from. */
const saysWhy: ReadonlySet<ReasonFact["kind"]> = new Set(["deal term", "field", "market", "family"]);

/** What is rounded stands with its own figure before it is rounded. */
function spelledOut(written: Formula): Formula {
  const { rounding } = written;
  if (rounding === undefined || rounding.inner.text === rounding.figure) return written;
  const { inner, figure, words } = rounding;
  return { text: `${whole(inner)} = ${figure}, ${words}`, binding: "phrase" };
}
