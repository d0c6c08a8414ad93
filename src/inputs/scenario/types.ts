/** What a scenario says, read. */
import type { Expectation, ListRow, StoryEvent, StoryExpectation, Value } from "../../core/core.ts";
import type { Span } from "../../source/span.ts";
import type { PlainDate } from "../../units/plain-date.ts";

export type { Expectation } from "../../core/core.ts";

/** What happens to a note, and what is asked about it, with every name known to the note's template. */
export interface Scenario {
  readonly name: string;
  readonly title?: string | undefined;
  /** The template as the scenario names it; a story of the template names none. */
  readonly note?: string;
  /** Deal terms that the scenario gives; the rest have their defaults. */
  readonly terms: ReadonlyMap<string, Value>;
  /** Lists that the scenario gives, their rows rising. */
  readonly lists?: ReadonlyMap<string, readonly ListRow[]>;
  /** The files of those lists that a file has the rows of, by the names of the lists. */
  readonly listFiles?: ReadonlyMap<string, string>;
  /** Choices that the scenario makes; the rest stay as the template has them. */
  readonly readings: ReadonlyMap<string, string>;
  /** In the order of the file. */
  readonly events: readonly ScenarioEvent[];
  readonly ask: readonly Question[];
  /** The last day of the run, where it goes on after the last event and question. */
  readonly through?: PlainDate | undefined;
}

/** An event as a story has it. Fields that the scenario does not give have their defaults or no value. */
export type ScenarioEvent = StoryEvent;

/** What a scenario asks, and what it expects where it says so. */
export interface Question extends Omit<StoryExpectation, "expected"> {
  readonly expect?: Expectation | undefined;
}

/** The first day of a note; without a place where it is the template's default. */
export interface FirstDay {
  readonly day: PlainDate;
  readonly span: Span | undefined;
}
