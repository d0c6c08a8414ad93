/** A scenario as the text of its file. */
import { entryIn } from "../base/entry-in.ts";
import type { CoreProgram, Value } from "../core/core.ts";
import type { Scenario, ScenarioEvent } from "../inputs/scenario.ts";
import { hasEnd, isUnlimited, toDecimalText } from "../units/exact.ts";
import { formatDate } from "../units/plain-date.ts";
import { formatMoment } from "../units/render-value.ts";
import { formatTime } from "../units/time-of-day.ts";
import type { ValueType } from "../units/value-type.ts";

/**
 * The text of a scenario that a plan made: as the one that it began with, `from`, without the parameters of plans, and with all
 * events. Figures are exact: a quotient without an end is written as one.
 */
export function madeText(made: Scenario, program: CoreProgram, from: string): string {
  const begun: unknown = JSON.parse(from);
  const kept = typeof begun === "object" && begun !== null ? Object.entries(begun) : [];
  const through = made.through === undefined ? [] : [["through", formatDate(made.through)] as const];
  const parts = kept.flatMap(([key, value]: [string, unknown]): (readonly [string, unknown])[] => {
    // The events of rows are among the rest.
    if (key === "through" || key === "rows") return [];
    if (key === "terms") return [[key, termsOf(value, program)]];
    return key === "events" ? [...through, [key, made.events.map((event) => written(event, program))]] : [[key, value]];
  });
  return `${JSON.stringify(Object.fromEntries(parts), null, 2)}\n`;
}

function termsOf(terms: unknown, { params }: CoreProgram): unknown {
  if (typeof terms !== "object" || terms === null) return terms;
  const ofNote = Object.entries(terms).filter(([name]) => params.get(name)?.isOfPlan !== true);
  return Object.fromEntries(ofNote);
}

function written({ on, at, event, id, for: target, fields }: ScenarioEvent, program: CoreProgram) {
  const declared = entryIn(program.events, event).fields;
  const values = [...fields].map(([name, value]) => [name, plain(value, entryIn(declared, name).type)] as const);
  return {
    on: formatDate(on),
    ...(at !== undefined && { at: formatTime(at) }),
    event,
    ...(id !== undefined && { id }),
    ...(target !== undefined && { for: target }),
    ...Object.fromEntries(values),
  };
}

function plain(value: Value, type: ValueType): string | boolean {
  if (typeof value === "number") return formatMoment(value, type);
  if (typeof value !== "object") return value;
  if (isUnlimited(value)) return "unlimited";
  return hasEnd(value) ? toDecimalText(value) : `${value.n}/${value.d}`;
}
