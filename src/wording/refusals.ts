/** Why an event is refused, in English. */
import type { FailedCondition, Refused } from "../evaluate/values/refused.ts";
import { formatDate } from "../units/plain-date.ts";

export function refusalWords(refused: Refused): string {
  if (refused.kind === "ConditionsFailed") return refused.conditions.map(conditionWords).join("; ");
  if (refused.kind === "NoSuchDay") return `no ${refused.event} happens on ${formatDate(refused.day)}`;
  const { event, id } = refused.target;
  return `the ${event}${id === undefined ? "" : ` ${id}`} that it is for was refused`;
}

function conditionWords({ reason, failedParts }: FailedCondition): string {
  if (failedParts.length === 0) return reason;
  const parts = failedParts.map((words) => `\`${words}\``).join(" and ");
  return `${reason}, as ${parts} ${failedParts.length === 1 ? "does" : "do"} not hold`;
}
