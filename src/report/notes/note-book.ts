/**
 * The notes of a page: how each of its figures is calculated, down to prices, events and deal terms.
 *
 * Facts come in, as `tenor explain` has them; notes go out. A value that several figures rest on has one note. The
 * number of notes has a bound, so that a page stays small: what lies nearest to the figures of the page has its note
 * first, and a value beyond the bound is shown without one.
 */
import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { usesOf } from "../../evaluate/reasons/reason-facts.ts";
import { describeValue } from "../../wording/explanations.ts";
import { sumLine } from "../../wording/sums/sum-line.ts";
import type { Note, NoteId } from "../page.ts";
import { figureOfReason, noteLines, titleOf } from "./note-lines.ts";

/** So many notes and so many lines in them take less than half a megabyte. */
export interface NoteLimits {
  readonly notes: number;
  readonly lines: number;
}

const usualLimits: NoteLimits = { notes: 450, lines: 1500 };

export class NoteBook {
  readonly #limits: NoteLimits;
  readonly #ids = new Map<string, NoteId>();
  readonly #facts: ReasonFact[] = [];
  #mainNotes = 0;
  #lines = 0;

  constructor(limits = usualLimits) {
    this.#limits = limits;
  }

  /** The note of a figure of the page; undefined where there is no more to say than the figure. */
  noteOf(fact: ReasonFact): NoteId | undefined {
    const id = this.#claim(fact);
    this.#mainNotes = this.#facts.length;
    return id;
  }

  /** Writes the notes, in the order of their numbers, and those of the values that they use, level by level. */
  write(): Note[] {
    const notes: Note[] = [];
    // Facts are added while it runs.
    for (let index = 0; index < this.#facts.length; index += 1) {
      const fact = this.#facts[index];
      if (fact !== undefined) notes.push(this.#noteFor(fact, index + 1));
    }
    return notes;
  }

  #claim(fact: ReasonFact): NoteId | undefined {
    if (!hasParts(fact)) return undefined;
    const key = keyOf(fact);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    if (this.#facts.length >= this.#limits.notes || this.#lines >= this.#limits.lines) return undefined;
    const id = this.#facts.push(fact);
    this.#ids.set(key, id);
    return id;
  }

  #noteFor(fact: ReasonFact, id: NoteId): Note {
    const { value, section, because } = describeValue(fact);
    const figure = figureOfReason(fact);
    const sum = sumLine(fact);
    // A sum has two sides; else it only repeats the figure and what gave it.
    const isSum = sum !== undefined && /(?: = |, so )/.test(sum);
    const lines = noteLines(fact, (use) => this.#claim(use));
    this.#lines += lines.length;
    return {
      id,
      isMain: id <= this.#mainNotes,
      title: titleOf(fact, undefined),
      name: value,
      figure,
      // Of an account the lines are the sum.
      sum: fact.kind === "account" || !isSum ? undefined : sum,
      section,
      because,
      isClause: fact.because.kind === "clause",
      lines,
    };
  }
}

/** Two facts that look the same to a reader have one note. */
function keyOf(fact: ReasonFact): string {
  const { value, of, on, kind, answer, error, section } = describeValue(fact);
  return JSON.stringify([value, of, on, kind, answer, error?.kind, section]);
}

/** Whether there is more to say than the figure, its section and what gave it. */
function hasParts(fact: ReasonFact): boolean {
  return fact.kind === "definition" || fact.kind === "family" || usesOf(fact).length > 0;
}
