/** Stories: what happens, and what is expected of it. */
import type { Span } from "../../source/span.ts";
import type { Elsewhere } from "../../units/calendars/time-zones.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { TimeOfDay } from "../../units/time-of-day.ts";
import type { MarketFile } from "./declarations.ts";
import type { Value } from "./expressions.ts";
import type { Declared } from "./placed.ts";
import type { ListRow } from "./schedules.ts";

export interface Story extends Declared {
  readonly terms: ReadonlyMap<string, Value>;
  /** The rows of lists, rising. */
  readonly lists: ReadonlyMap<string, readonly ListRow[]>;
  readonly readings: ReadonlyMap<string, string>;
  readonly market: readonly MarketFile[];
  readonly calendar?: string;
  readonly events: readonly StoryEvent[];
  readonly expectations: readonly StoryExpectation[];
}

export interface StoryEvent {
  readonly on: PlainDate;
  /** The time of the report, in the note's zone; without one, the event stands right after the one listed before it. */
  readonly at?: TimeOfDay | undefined;
  /** What was reported, where that was by the clock of another place. */
  readonly elsewhere?: Elsewhere | undefined;
  readonly event: string;
  readonly id?: string | undefined;
  /** The id of the event that this one refers to. */
  readonly for?: string | undefined;
  readonly fields: ReadonlyMap<string, Value>;
  readonly span: Span;
}

export interface StoryExpectation {
  readonly value: string;
  /** The id of an event, or a section. */
  readonly of?: string | undefined;
  readonly on?: PlainDate | undefined;
  readonly expected: Expectation;
  readonly span: Span;
  /** Where the contract says so, if that is another section than the value's own. */
  readonly section?: string | undefined;
}

export type Expectation =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "null" }
  | { readonly kind: "error"; readonly error: string };
