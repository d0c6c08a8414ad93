import type { CoreProgram } from "../../core/core.ts";
import type { Query } from "../../evaluate/answers/answer.ts";
import type { RunFacts } from "../../evaluate/evaluate.ts";
import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import type { Market } from "../../inputs/market.ts";
import type { Scenario } from "../../inputs/scenario.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Answer, Due, LapseWords, Outcome } from "../../wording/outcome.ts";
import type { NotePosition } from "../../wording/position.ts";
import type { PowerWords } from "../../wording/standing/powers.ts";
import type { NoteId } from "../page.ts";

export interface ComingTime {
  readonly until: PlainDate;
  readonly due: readonly Due[];
  readonly lapses: readonly LapseWords[];
}

/** A run, with a way to ask it. */
export interface RunSource {
  readonly program: CoreProgram;
  readonly scenario: Scenario;
  readonly series: ReadonlyMap<string, Market>;
  readonly calendar: string;
  readonly facts: RunFacts;
  readonly outcome: Outcome;
  readonly receipt: string;
  /** The first day of the note. */
  readonly start: PlainDate;
  readonly lastDay: PlainDate;
  /** Where the parties stand at the end of the last day; undefined where the bounds don't allow to look. */
  readonly position: NotePosition | undefined;
  /** What falls due and which powers end after the last day, through another; undefined where the bounds don't allow to look. */
  readonly next: ComingTime | undefined;
  /** What each party may do as the last day ends, and what it brings; undefined where the bounds don't allow to look. */
  readonly powers: readonly PowerWords[] | undefined;
  /** Undefined where a bound of the run is reached. */
  readonly answer: (asked: Query) => Answer | undefined;
  /** What `look` makes of the explanation; undefined where a bound of the run is reached. */
  readonly explain: <T>(asked: Query, look: (fact: ReasonFact) => T) => T | undefined;
  /** Looks at explanations that were found before; undefined where a bound of the run is reached. */
  readonly look: <T>(look: () => T) => T | undefined;
}

/** A run as the sections of its report look at it. */
export interface RunView extends RunSource {
  /** The note of a figure of the page. */
  readonly noteOf: (asked: Query) => NoteId | undefined;
}

/** The values of the note, as against those of an event, that the template marks with a role. */
export function namesWith(role: string, { program }: Pick<RunView, "program">): string[] {
  return program.roles.flatMap((it) => {
    return it.role === role && program.askable.get(it.name)?.noteLevel !== undefined ? [it.name] : [];
  });
}
