import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { isOccurrence } from "../../evaluate/state/run.ts";
import { isProblem } from "../../evaluate/values/problem.ts";
import { renderValue } from "../../units/render-value.ts";
import { problemWords } from "../../wording/problems.ts";

/** A value as a template would write it, or why there is none. */
export function figureShown({ result, type }: ReasonFact): string {
  if (isProblem(result)) return `no value (${problemWords(result)})`;
  return isOccurrence(result) ? (result.id ?? result.type.name) : renderValue(result, type);
}
