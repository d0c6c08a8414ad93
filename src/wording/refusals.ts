/** Why an event is refused, in English. */
import { assertNever } from "../base/assert-never.ts";
import type { FailedCondition, Refused } from "../evaluate/values/refused.ts";

export function refusalWords(refused: Refused): string {
  switch (refused.kind) {
    case "TargetRefused": {
      const { event, id } = refused.target;
      return `the ${event}${id === undefined ? "" : ` ${id}`} that it is for was refused`;
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
