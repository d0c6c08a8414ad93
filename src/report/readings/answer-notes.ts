/** The notes of the page of readings: how an answer comes about as the passages are read. */
import type { CoreProgram } from "../../core/core.ts";
import type { Query } from "../../evaluate/answers/answer.ts";
import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { parseDate } from "../../units/plain-date.ts";
import type { NoteBook } from "../notes/note-book.ts";
import type { NoteId } from "../page.ts";

/** A question of the scenario, as its answer repeats it. */
export interface Asked {
  readonly value: string;
  readonly of?: string | undefined;
  readonly on?: string | undefined;
}

/** A reading and its choice. */
export type Chosen = readonly [reading: string, choice: string];

/** The note of an answer with some passages read so, the others as the scenario reads them. */
export type AnswerNotes = (asked: Asked, chosen: readonly Chosen[]) => NoteId | undefined;

/** What `look` makes of an explanation with some passages read so; undefined where a bound of the run is reached. */
export type ExplainUnder = <T>(chosen: readonly Chosen[], asked: Query, look: (fact: ReasonFact) => T) => T | undefined;

interface Explained {
  readonly program: CoreProgram;
  /** The choices that the scenario itself makes. */
  readonly settled: ReadonlyMap<string, string>;
  readonly explain: ExplainUnder;
}

export function answerNotes({ program, settled, explain }: Explained, book: NoteBook): AnswerNotes {
  const own = (reading: string) => settled.get(reading) ?? program.readings.get(reading)?.chosen;
  return ({ value, of, on }, chosen) => {
    // What is read as the scenario reads it gives the scenario's own run, whose notes need no other name.
    const others = chosen.filter(([reading, choice]) => own(reading) !== choice);
    const run = others.map(([reading, choice]) => `"${reading}" read "${choice}"`).join(" and ");
    const asked = { value, of, on: on === undefined ? undefined : parseDate(on) };
    return explain(chosen, asked, (fact) => book.noteOf(fact, run));
  };
}
