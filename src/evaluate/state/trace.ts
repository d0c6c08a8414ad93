import type { Definition, Value } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Moment, Occurrence, Result } from "./run.ts";

/** Told of everything that is looked up while one definition is worked out. */
export interface Tracer {
  definition(definition: Definition, owner: Occurrence | undefined, moment: Moment): void;
  state(name: string, value: Result, moment: Moment): void;
  account(name: string, measure: string, moment: Moment): void;
  field(occurrence: Occurrence, name: string, value: Result): void;
  param(name: string, value: Value): void;
  family(name: string, sections: readonly string[], value: Result, moment: Moment): void;
  market(column: string, day: PlainDate, value: Value): void;
}
