import type {
  ComparedAnswer,
  Diagnostic,
  ExpectedAnswer,
  LoadedScenario,
  ReasonFact,
  Refusal,
  Verdict,
} from "../../index.ts";
import { compared } from "../../index.ts";
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
  /** Events that were refused, though no question expects it. */
  readonly refused?: readonly Refusal[];
}

/** One question whose answer was another, as `tenor test --json` lists it. */
export interface Failure {
  readonly file: string;
  readonly scenario: string;
  readonly value: string;
  readonly on?: string | undefined;
  readonly of?: string | undefined;
  readonly section: string;
  readonly expected: ExpectedAnswer;
  readonly got: ComparedAnswer;
  /** What was got less what was expected, where both are figures. */
  readonly difference?: string | undefined;
  readonly unit?: string;
  /** The way to what was got; shown to people only. */
  readonly why?: ReasonFact | undefined;
}

/** What a scenario or story gave that could be run. */
export function reportOf(
  file: string,
  scenario: string,
  verdicts: readonly Verdict[],
  { warnings }: LoadedScenario,
  refused: readonly Refusal[],
): CaseReport {
  const failed = verdicts.filter(({ passed }) => !passed);
  const failures = failed.map(({ expected, answer, difference, unit, why }) => {
    const { value, on, of, section } = answer;
    return { file, scenario, value, on, of, section, expected, got: compared(answer), difference, unit, why };
  });
  return { file, scenario, passed: verdicts.length - failed.length, failures, problems: [], warnings, refused };
}

/** What was asked of a scenario, as far as that is known of one that could not be run. */
export type UnansweredQuestion = Pick<Failure, "value" | "on" | "of" | "section" | "expected">;

/** What can't be run fails in each of its questions, and at least once. */
export function notRun(
  file: string,
  scenario: string,
  asked: readonly UnansweredQuestion[],
  problems: readonly Problem[],
): CaseReport {
  const got = { error: "not run", message: problems[0]?.message ?? "it can't be run" };
  const questions = asked.length > 0 ? asked : [unknownQuestion];
  return { file, scenario, passed: 0, failures: questions.map((it) => ({ file, scenario, ...it, got })), problems };
}

export const unknownQuestion: UnansweredQuestion = { value: "", section: "", expected: null };
