/** What nothing is under: event fields, deal terms and market rows. */

import { entryIn } from "../../base/entry-in.ts";
import type { EventMoment } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import type { ValueType } from "../../units/value-type.ts";
import { date, plainNumber, price, shares, time } from "../../units/value-type.ts";
import type { Replay } from "../replay/replay.ts";
import type { Evaluation, Occurrence } from "../state/run.ts";
import { Absent } from "../values/problem.ts";
import type { ReasonFact } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";

export function fieldReason(occurrence: Occurrence, name: string, result: Evaluation): ReasonFact {
  const { type, on } = occurrence;
  return new Reason({
    kind: "field",
    name,
    day: on,
    of: occurrence,
    result,
    type: momentTypes.get(name) ?? entryIn(type.fields, name).type,
    section: type.section,
    because:
      result instanceof Absent ? { kind: "absent", problem: result } : { kind: "given by event", event: type.name },
  });
}

/** Of what an event, or a row of a schedule, has beside its fields. */
const momentTypes: ReadonlyMap<string, ValueType> = new Map<EventMoment["moment"], ValueType>([
  ["date", date],
  ["time", time],
  ["start", date],
  ["number", plainNumber],
]);

export function marketReason(column: string, day: PlainDate, result: Evaluation): ReasonFact {
  const type = column === "volume" ? shares : price;
  return new Reason({ kind: "market", name: column, day, result, type, because: { kind: "market data" } });
}

export function paramReason(name: string, result: Evaluation, { machine, run }: Replay): ReasonFact {
  const { type, section } = entryIn(machine.program.params, name);
  const because =
    result instanceof Absent ? ({ kind: "absent", problem: result } as const) : ({ kind: "deal term" } as const);
  return new Reason({ kind: "deal term", name, day: asPlainDate(run.start), result, type, section, because });
}
