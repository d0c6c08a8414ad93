/** What a story says, read: what happens, in words that every instrument shares. */
import type { Value } from "../../core/core.ts";
import type { Span } from "../../source/span.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { TimeOfDay } from "../../units/time-of-day.ts";

export interface CommonStory {
  readonly name: string;
  readonly title: string | undefined;
  /** The currency of its amounts and prices. */
  readonly currency: string;
  /** The first day and the last one that are looked at. */
  readonly from: PlainDate;
  readonly through: PlainDate;
  /** By the names of `commonTerms`. */
  readonly deal: ReadonlyMap<string, Value>;
  /** In the order of the file. */
  readonly events: readonly StoryStep[];
}

/** One event, with every field that the story gives; a payment may be `whatIsDue`. */
export interface StoryStep {
  readonly on: PlainDate;
  readonly at: TimeOfDay | undefined;
  /** A name of `commonEvents`. */
  readonly event: string;
  readonly id: string | undefined;
  /** The id of the event that it answers. */
  readonly for: string | undefined;
  readonly fields: ReadonlyMap<string, Value>;
  readonly span: Span;
}
