/** Answers in English, and how they stand against what was expected. */
import type { AnswerFact } from "../evaluate/answers/answer.ts";
import type { VerdictFact } from "../evaluate/answers/verdict.ts";
import { isOccurrence } from "../evaluate/state/run.ts";
import { Absent, Failure } from "../evaluate/values/problem.ts";
import type { Expectation } from "../inputs/scenario.ts";
import { toDecimalText } from "../units/exact.ts";
import { formatDate } from "../units/plain-date.ts";
import { plainValue } from "../units/render-value.ts";
import type { ValueType } from "../units/value-type.ts";
import { unitName } from "../units/value-type.ts";
import type { Answer, ExpectedAnswer, Verdict } from "./outcome.ts";
import { expectedWords } from "./owed.ts";
import { problemWords } from "./problems.ts";

export function describeAnswer({ query, result, type, section, expected }: AnswerFact): Answer {
  const { value, on, of } = query;
  const day = on === undefined ? undefined : formatDate(on);
  const asked = { value, on: day, of, section: query.section ?? section };
  if (result instanceof Absent) return { ...asked, answer: null, because: problemWords(result) };
  if (result instanceof Failure) {
    return { ...asked, error: { kind: result.error, message: problemWords(result) } };
  }
  // An event is shown by its id, or its name.
  const answer = isOccurrence(result) ? (result.id ?? result.type.name) : plainValue(result, type);
  return { ...asked, answer, unit: unitName(type), ...expectedWords(expected) };
}

export function describeVerdict({ question, passed, expected, answer, difference }: VerdictFact): Verdict {
  return {
    question,
    passed,
    expected: asWritten(expected, answer.type),
    answer: describeAnswer(answer),
    unit: unitName(answer.type),
    ...(difference !== undefined && { difference: toDecimalText(difference) }),
  };
}

function asWritten(expected: Expectation, type: ValueType): ExpectedAnswer {
  if (expected.kind === "null") return null;
  return expected.kind === "error" ? { error: expected.error } : plainValue(expected.value, type);
}
