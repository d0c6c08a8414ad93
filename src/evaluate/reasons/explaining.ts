import type { Constant } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import type { Replay } from "../replay/replay.ts";
import type { Moment, Tracer } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import type { ReasonFact } from "./reason-facts.ts";

type Looked = "definition" | "state" | "account" | "accrualBase" | "field" | "param" | "family" | "market";

/** What makes the values that an expression looks up, as its tracer is given them; each is made once and shared. */
export type ReasonsFor = { readonly [L in Looked]: (...looked: Parameters<Tracer[L]>) => ReasonFact } & {
  constant(expr: Constant): ReasonFact;
  today(moment: Moment): ReasonFact;
  inShares(
    fact: ReasonFact,
    exponent: number,
    from: Moment | undefined,
    to: Moment,
    result: Exact | Problem,
  ): ReasonFact;
};

/** What the parts of an explanation are made with. */
export type Explaining = ReasonsFor & {
  readonly replay: Replay;
  /** What is looked up while traced code evaluates something. */
  readonly recorded: (work: () => void) => readonly ReasonFact[];
};
