import type { PlainDate } from "../../units/plain-date.ts";

/** Why an event is refused: the event that it is for was, or does not happen on that day, or conditions of its power do not hold. */
export type Refused = TargetRefused | NoSuchDay | ConditionsFailed;

export interface TargetRefused {
  readonly kind: "TargetRefused";
  /** The event that it is for. */
  readonly target: { readonly event: string; readonly id: string | undefined };
  readonly section: string;
}

/** It is for an event that happens by itself, and not on that day. */
export interface NoSuchDay {
  readonly kind: "NoSuchDay";
  readonly event: string;
  readonly day: PlainDate;
  readonly section: string;
}

export interface ConditionsFailed {
  readonly kind: "ConditionsFailed";
  /** In the order of the list in the template. */
  readonly conditions: readonly FailedCondition[];
  readonly section: string;
}

export interface FailedCondition {
  /** The reason as the template words it. */
  readonly reason: string;
  /** Of a named condition, the parts that do not hold, as the template words them. */
  readonly failedParts: readonly string[];
}
