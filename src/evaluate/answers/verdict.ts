import type { Expectation, Question } from "../../inputs/scenario.ts";
import type { Exact } from "../../units/exact.ts";
import { agrees, equal, parseDecimal, subtract, toDecimalText } from "../../units/exact.ts";
import { plainValue } from "../../units/render-value.ts";
import type { ValueType } from "../../units/value-type.ts";
import { unitName } from "../../units/value-type.ts";
import type { Replay } from "../replay/replay.ts";
import type { Result } from "../state/run.ts";
import type { Answer, AnswerValue } from "../values/outcome.ts";
import { Absent, Failure } from "../values/problem.ts";
import type { Query } from "./answer.ts";
import { answer, find } from "./answer.ts";
import type { Reason } from "./explanation-leaves.ts";

/** A question that says what it expects, with what it got. */
export interface Verdict {
  readonly question: Question;
  readonly passed: boolean;
  readonly expected: ExpectedAnswer;
  readonly answer: Answer;
  /** Of the figures in it, also where the answer is none. */
  readonly unit: string;
  /** What was got less what was expected, where both are figures and differ. */
  readonly difference?: string;
  /** The way to the answer, in short, where it is not the one expected. */
  readonly why?: Reason;
}

/** What a question expects, as its scenario writes it. */
export type ExpectedAnswer = AnswerValue | null | { readonly error: string };

/**
 * Holds an answer against what its question expects; undefined for a question that expects nothing.
 *
 * Figures agree exactly, or to one part in 10^15 where the answer's decimal does not end. Null, a value and the kinds of
 * error are different answers.
 */
export function judge(question: Question, replay: Replay): Verdict | undefined {
  const { expect } = question;
  if (expect === undefined) return undefined;
  const { result, type } = find(question, replay);
  const [got, wanted] = [figureIn(result), expect.kind === "value" ? figureIn(expect.value) : undefined];
  const passed = meets(expect, result);
  const difference = passed || got === undefined || wanted === undefined ? undefined : subtract(got, wanted);
  return {
    question,
    passed,
    expected: asWritten(expect, type),
    answer: answer(question, replay),
    unit: unitName(type),
    ...(difference !== undefined && { difference: toDecimalText(difference) }),
  };
}

/** The exact figure that a question asks for; undefined where the answer is none. */
export function figureFor(query: Query, replay: Replay): Exact | undefined {
  return figureIn(find(query, replay).result);
}

/** Whether a result is what is expected of it. */
export function meets(expect: Expectation, result: Result): boolean {
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

/** Exact figures, and nothing else that a result may be, have a numerator and a denominator. */
function figureIn(result: Result): Exact | undefined {
  return typeof result === "object" && "n" in result && "d" in result ? result : undefined;
}

function asWritten(expect: Expectation, type: ValueType): ExpectedAnswer {
  switch (expect.kind) {
    case "null":
      return null;
    case "error":
      return { error: expect.error };
    case "value":
      return plainValue(expect.value, type);
  }
}
