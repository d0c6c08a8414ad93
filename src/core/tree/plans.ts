/** Plans: what a party gives and sells, and when. */
import type { Span } from "../../source/span.ts";
import type { DayUnit } from "../../units/calendars/day-unit.ts";
import type { Expr } from "./expressions.ts";

/**
 * What a party does, by rules; docs/semantics.md says when in a day a rule is decided, and what it may know. Its parameters are deal terms, and what the path tells it of a day are states that are signals: they stand in its own file.
 */
export interface Plan {
  readonly name: string;
  readonly span: Span;
  /** In the order written, which is the order in which the events of one moment are given. */
  readonly rules: readonly PlanRule[];
  readonly sales?: PlanSales;
  readonly impact?: PriceImpact;
}

export interface PlanRule {
  readonly span: Span;
  readonly trigger: PlanTrigger;
  /** Before the day's own prices are known, or when they are. */
  readonly decided: "at the open" | "at the close";
  readonly condition?: Expr;
  readonly gives: GivenEvent;
  /** Given where the condition is false. */
  readonly otherwise?: GivenEvent;
}

export type PlanTrigger =
  | { readonly kind: "EachDay"; readonly unit: DayUnit }
  /** On the day that is the date; with `owner`, once for each applied event of that kind, bound, as soon as its date has come. */
  | { readonly kind: "OnDate"; readonly date: Expr; readonly owner?: string }
  /** On each day of the unit that is a multiple of so many of them after the first on or after `from`. */
  | { readonly kind: "EveryDays"; readonly count: Expr; readonly unit: DayUnit; readonly from: Expr }
  /** On each date of the schedule, bound. */
  | { readonly kind: "OnSchedule"; readonly schedule: string }
  | {
      readonly kind: "OnEdge";
      readonly condition: Expr;
      readonly edge: "begins" | "ends";
      readonly owner?: string;
    };

export interface GivenEvent {
  readonly event: string;
  /** It is for the event that is bound. */
  readonly isFor: boolean;
  readonly fields: ReadonlyMap<string, Expr>;
  readonly span: Span;
}

export interface PlanSales {
  /** How many shares have been received so far. */
  readonly received: Expr;
  /** How many may be sold on a day, and at which price: both at the end of that day. */
  readonly most: Expr;
  readonly price: Expr;
  /** The state that holds what is left to be sold. */
  readonly leaving?: string;
  readonly span: Span;
}

/** What is sold lowers the price by coefficient × volatility of a day × square root of its part of the day's volume. */
export interface PriceImpact {
  readonly coefficient: Expr;
  /** The part that stays. */
  readonly lasting: Expr;
  /** In how many trading days half of the rest is gone. */
  readonly halfLife: Expr;
  /** Where these figures come from. */
  readonly source?: string;
  readonly span: Span;
}
