/** What a scenario says, read. */
import type { Value } from "../../core/core.ts";
import type { Span } from "../../source/span.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { TimeOfDay } from "../../units/time-of-day.ts";

/** What happens to a note, and what is asked about it, with every name known to the note's template. */
export interface Scenario {
  readonly name: string;
  readonly title?: string;
  /** The template as the scenario names it; a story of the template names none. */
  readonly note?: string;
  /** Deal terms that the scenario gives; the rest have their defaults. */
  readonly terms: ReadonlyMap<string, Value>;
  /** Choices that the scenario makes; the rest stay as the template has them. */
  readonly readings: ReadonlyMap<string, string>;
  /** In the order of the file. */
  readonly events: readonly ScenarioEvent[];
  readonly ask: readonly Question[];
}

export interface ScenarioEvent {
  readonly on: PlainDate;
  /** The time of the report, in the note's zone; without one, the event stands right after the one listed before it. */
  readonly at?: TimeOfDay;
  readonly event: string;
  readonly id?: string;
  /** The id of the event that this one refers to. */
  readonly for?: string;
  /** Fields that the scenario gives; the rest have their defaults or no value. */
  readonly fields: ReadonlyMap<string, Value>;
  readonly span: Span;
}

export interface Question {
  readonly value: string;
  readonly on?: PlainDate;
  /** The id of an event, or a section. */
  readonly of?: string;
  /** Where the answer stands in the contract, as the scenario says. */
  readonly section?: string;
  readonly expect?: Expectation;
  readonly span: Span;
}

export type Expectation =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "null" }
  | { readonly kind: "error"; readonly error: string };
