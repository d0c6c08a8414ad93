/** Whether defaults of a family continue: each with its condition, and how it stood as it occurred. */
import { date, yesOrNo } from "../../units/value-type.ts";
import type { DefaultGround } from "../compile/defaults.ts";
import { isStirred } from "../compile/defaults.ts";
import type { Evaluation, Moment } from "../state/run.ts";
import { bindingOf } from "../state/run.ts";
import type { Explaining } from "./explaining.ts";
import type { Made, ReasonFact } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";

export function familyReason(
  name: string,
  sections: readonly string[],
  result: Evaluation,
  moment: Moment,
  explaining: Explaining,
): ReasonFact {
  const { machine, run } = explaining.replay;
  const grounds = run.untraced(() => machine.eventsOfDefault.groundsAt(name, sections, moment));
  const startOf = ({ status }: DefaultGround) => status.occurredOn ?? moment.day;
  const continuing = grounds.filter(({ continues }) => continues === true);
  const [first = grounds.find(isStirred)] = continuing.toSorted((a, b) => startOf(a) - startOf(b));
  const isStart = typeof result !== "boolean";
  return new Reason({
    kind: "family",
    name,
    day: moment.day,
    of: sections.length === 0 ? undefined : sections,
    result,
    type: isStart ? date : yesOrNo,
    section: first?.defaultCondition.section ?? sections[0] ?? "",
    because: first === undefined ? { kind: "no default", family: name, sections } : { kind: "default", ground: first },
    made: () => ({
      operation: { kind: "family", isStart },
      operands: grounds.map((ground) => groundReason(ground, moment, explaining)),
    }),
  });
}

function groundReason(ground: DefaultGround, moment: Moment, explaining: Explaining): ReasonFact {
  const { defaultCondition, occurrence, continues } = ground;
  return new Reason({
    kind: "family",
    name: defaultCondition.title === "" ? defaultCondition.family : defaultCondition.title,
    day: moment.day,
    of: occurrence,
    result: continues,
    type: yesOrNo,
    section: defaultCondition.section,
    because: { kind: "ground of default", ground },
    made: () => groundMade(ground, moment, explaining),
  });
}

function groundMade(ground: DefaultGround, moment: Moment, { replay, recorded }: Explaining): Made {
  const { machine, run } = replay;
  const { condition, deadline } = ground.defaultCondition;
  const binding = bindingOf(ground.occurrence);
  const { occurredOn } = ground.status;
  const operands = recorded(() => {
    machine.traced(condition)(moment, binding);
    if (occurredOn === undefined) return;
    const then = run.endOf(occurredOn, moment);
    machine.traced(condition)(then, binding);
    if (deadline !== undefined) machine.traced(deadline)(then, binding);
  });
  return { operation: { kind: "default", ground }, operands };
}
