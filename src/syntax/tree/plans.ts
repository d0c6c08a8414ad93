/** Plans: what a party gives and sells, and when. */
import type { DayUnit, Expression } from "./expressions.ts";
import type { Identifier, Node, Quoted } from "./nodes.ts";
import type { CalendarTrigger, EdgeTrigger, EventTrigger, ScheduleTrigger } from "./rules.ts";

/** `plan "fees"`: what a holder and an issuer do, by the rules, sales and price impact behind it. */
export interface PlanHead extends Node<"PlanHead"> {
  readonly title: Quoted;
}

/** `on D [for each E] [at the close] [if C], the Holder gives E, Field being V[, otherwise the Holder gives …]`. */
export interface PlanRule extends Node<"PlanRule"> {
  readonly trigger: PlanTrigger;
  readonly isAtClose: boolean;
  readonly condition?: Expression;
  readonly gives: Gift;
  readonly otherwise?: Gift;
}

export type PlanTrigger =
  | EventTrigger
  | CalendarTrigger
  | ScheduleTrigger
  | EdgeTrigger
  | EachDayTrigger
  | EveryDaysTrigger;

/** `on each trading day`. */
export interface EachDayTrigger extends Node<"EachDayTrigger"> {
  readonly unit: DayUnit;
}

/** `every 10 trading days from and including D`. */
export interface EveryDaysTrigger extends Node<"EveryDaysTrigger"> {
  readonly count: Expression;
  readonly unit: DayUnit;
  readonly from: Expression;
}

/** The event that a rule of a plan gives. */
export interface Gift extends Node<"Gift"> {
  readonly party: Identifier;
  readonly event: Identifier;
  readonly fields: readonly { readonly name: Identifier; readonly value: Expression }[];
}

/** `the Holder sells N, at most V, at P[, leaving X]`: of N shares that were received so far, what is sold each day. */
export interface Sale extends Node<"Sale"> {
  readonly party: Identifier;
  readonly received: Expression;
  readonly most: Expression;
  readonly price: Expression;
  /** The state that holds what is left. */
  readonly leaving?: Identifier;
}

/** `price impact: V` with `lasting part:`, `half life in trading days:` and `source:` lines. */
export interface PriceImpact extends Node<"PriceImpact"> {
  readonly coefficient: Expression;
  readonly lasting: Expression;
  readonly halfLife: Expression;
  readonly source?: Quoted;
}
