import type { AnswerValue, Diagnostic, ExpectedAnswer, ReasonFact, Verdict } from "../../index.ts";
import type { Problem } from "../problem.ts";

/** What testing one scenario or story gave. */
export interface CaseReport {
  readonly file: string;
  readonly scenario: string;
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** Why it could not be run, where it could not; then each of its questions is among the failures. */
  readonly problems: readonly Problem[];
  /** What looks wrong in its market data. */
  readonly warnings?: readonly Diagnostic[];
}

/** One question whose answer was another, as `tenor test --json` lists it. */
export interface Failure {
  readonly file: string;
  readonly scenario: string;
  readonly value: string;
  readonly on?: string;
  readonly of?: string;
  readonly section: string;
  readonly expected: ExpectedAnswer;
  readonly got: Got;
  /** What was got less what was expected, where both are figures. */
  readonly difference?: string;
  readonly unit?: string;
  /** The way to what was got; shown to people only. */
  readonly why?: ReasonFact;
}

export type Got = AnswerValue | null | { readonly error: string; readonly message: string };

/** A verdict against an answer, as a failure to list. */
export function failureOf(
  { expected, answer, difference, unit, why }: Verdict,
  file: string,
  scenario: string,
): Failure {
  const { value, on, of, section } = answer;
  return {
    file,
    scenario,
    value,
    ...(on !== undefined && { on }),
    ...(of !== undefined && { of }),
    section,
    expected,
    got: "error" in answer ? { error: answer.error.kind, message: answer.error.message } : answer.answer,
    ...(difference !== undefined && { difference }),
    unit,
    ...(why !== undefined && { why }),
  };
}
