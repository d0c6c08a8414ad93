import { assertNever } from "../../base/assert-never.ts";
import type { Occurrence } from "./run.ts";

/** Why an event is refused: the event that it is for was, or conditions of its power do not hold. */
export type Refused = TargetRefused | ConditionsFailed;

export interface TargetRefused {
  readonly kind: "TargetRefused";
  readonly target: Occurrence;
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

/** The reason in words. It stands here as failures of values that read a refused event still carry words. */
export function refusalWords(refused: Refused): string {
  switch (refused.kind) {
    case "TargetRefused": {
      const { type, id } = refused.target;
      return `the ${type.name}${id === undefined ? "" : ` ${id}`} that it is for was refused`;
    }
    case "ConditionsFailed":
      return refused.conditions.map(conditionWords).join("; ");
    default:
      return assertNever(refused);
  }
}

function conditionWords({ reason, failedParts }: FailedCondition): string {
  if (failedParts.length === 0) return reason;
  const parts = failedParts.map((words) => `\`${words}\``).join(" and ");
  return `${reason}, as ${parts} ${failedParts.length === 1 ? "does" : "do"} not hold`;
}
