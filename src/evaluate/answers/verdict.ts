import { assertNever } from "../../base/assert-never.ts";
import type { Expectation, Question } from "../../inputs/scenario.ts";
import type { Exact } from "../../units/exact.ts";
import { agrees, equal, parseDecimal, subtract, toDecimalText } from "../../units/exact.ts";
import type { Replay } from "../replay/replay.ts";
import type { Evaluation } from "../state/run.ts";
import { isFigure } from "../state/run.ts";
import { Absent, Failure } from "../values/problem.ts";
import type { AnswerFact } from "./answer.ts";
import { answer } from "./answer.ts";

/** A question that says what it expects, with what it got. */
export interface VerdictFact {
  readonly question: Question;
  readonly passed: boolean;
  readonly expected: Expectation;
  readonly answer: AnswerFact;
  /** What was got less what was expected, where both are figures and differ. */
  readonly difference: Exact | undefined;
}

/**
 * Compares an answer with what its question expects; undefined for a question that expects nothing.
 *
 * Figures agree exactly, or to one part in 10^15 where the answer's decimal does not end. Null, a value and the kinds of
 * error are different answers.
 */
export function judge(question: Question, replay: Replay): VerdictFact | undefined {
  const { expect: expected } = question;
  if (expected === undefined) return undefined;
  const answered = answer(question, replay);
  const [got, wanted] = [figureIn(answered.result), expected.kind === "value" ? figureIn(expected.value) : undefined];
  const passed = meets(expected, answered.result);
  const difference = passed || got === undefined || wanted === undefined ? undefined : subtract(got, wanted);
  return { question, passed, expected, answer: answered, difference };
}

/** Whether a result is what is expected of it. */
export function meets(expect: Expectation, result: Evaluation): boolean {
  switch (expect.kind) {
    case "null":
      return result instanceof Absent;
    case "error":
      return result instanceof Failure && result.error === expect.error;
    case "value": {
      const [wanted, got] = [figureIn(expect.value), figureIn(result)];
      if (wanted === undefined || got === undefined) return expect.value === result;
      return agree(wanted, got);
    }
    default:
      return assertNever(expect);
  }
}

function agree(wanted: Exact, got: Exact): boolean {
  // The text of a figure with more digits than are printed is not quite it, so equal figures are not compared by it.
  return equal(wanted, got) || (!isPrintedWhole(got) && agrees(toDecimalText(wanted), got));
}

function isPrintedWhole(value: Exact): boolean {
  const printed = parseDecimal(toDecimalText(value));
  return printed !== undefined && equal(printed, value);
}

export function figureIn(result: Evaluation): Exact | undefined {
  return isFigure(result) ? result : undefined;
}
