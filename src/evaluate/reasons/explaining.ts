import type { Constant, Value } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Replay } from "../replay/replay.ts";
import type { AccountReading, Evaluation, Moment, Occurrence } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import type { ReasonFact } from "./reason-facts.ts";

/** What makes the values that an expression looks up; each is made once and shared. */
export interface ReasonsFor {
  definition(
    key: string,
    variant: number,
    owner: Occurrence | undefined,
    moment: Moment,
    value: Evaluation,
  ): ReasonFact;
  constant(expr: Constant): ReasonFact;
  state(name: string, value: Evaluation, moment: Moment): ReasonFact;
  account(reading: AccountReading, value: Evaluation, moment: Moment): ReasonFact;
  accrualBase(name: string, moment: Moment): ReasonFact;
  field(occurrence: Occurrence, name: string, value: Evaluation): ReasonFact;
  param(name: string, value: Value): ReasonFact;
  family(name: string, sections: readonly string[], value: Evaluation, moment: Moment): ReasonFact;
  market(column: string, day: PlainDate, value: Value): ReasonFact;
  inShares(
    fact: ReasonFact,
    exponent: number,
    from: Moment | undefined,
    to: Moment,
    result: Exact | Problem,
  ): ReasonFact;
}

/** What the parts of an explanation are made with. */
export interface Explaining extends ReasonsFor {
  readonly replay: Replay;
  /** What is looked up while something is evaluated by code that tells of itself. */
  readonly recorded: (work: () => void) => readonly ReasonFact[];
  /** What is looked at more than once is made once. */
  once(key: string, make: () => ReasonFact): ReasonFact;
}
