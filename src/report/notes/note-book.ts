/**
 * The notes of a page: how each of its figures is calculated, down to prices, events and deal terms.
 *
 * Facts come in, as `tenor explain` has them; notes go out. A value that several figures rest on has one note. They
 * have only so much room: what lies nearest to the figures of the page has its note first, and values for which there is
 * no room are counted.
 */
import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { usesOf } from "../../evaluate/reasons/reason-facts.ts";
import { describeValue } from "../../wording/explanations.ts";
import { sumLine } from "../../wording/sums/sum-line.ts";
import type { Note, NoteId, NoteLine } from "../page.ts";
import { figureOfReason, noteLines, titleOf } from "./note-lines.ts";

/** In characters of the notes, so that a page with its charts and tables stays below a megabyte. */
const usualRoom = 620_000;

/** A value of a run, or a note that is ready. */
type Entry = { readonly fact: ReasonFact; readonly run: string } | { readonly note: Omit<Note, "id" | "isMain"> };

export class NoteBook {
  readonly #room: number;
  readonly #ids = new Map<string, NoteId>();
  readonly #entries: Entry[] = [];
  readonly #leftOut = new Set<string>();
  #mainNotes = 0;
  #size = 0;

  constructor(room = usualRoom) {
    this.#room = room;
  }

  /** How many values have no note for want of room. */
  get leftOut(): number {
    return this.#leftOut.size;
  }

  /**
   * The note of a figure of the page; undefined where there is no more to say than the figure. Of several runs that a page
   * shows, `run` is the one that the figure is of.
   */
  noteOf(fact: ReasonFact, run = ""): NoteId | undefined {
    const id = this.#claim(fact, run);
    this.#mainNotes = this.#entries.length;
    return id;
  }

  /** A note of a figure that the page works out itself. */
  add(note: Omit<Note, "id" | "isMain">): NoteId {
    const id = this.#entries.push({ note });
    this.#size += sizeOf(note);
    this.#mainNotes = id;
    return id;
  }

  /** Writes the notes, in the order of their numbers, and those of the values that they use, level by level. */
  write(): Note[] {
    const notes: Note[] = [];
    // Facts are added while it runs.
    for (let index = 0; index < this.#entries.length; index += 1) {
      const entry = this.#entries[index];
      if (entry === undefined) continue;
      const id = index + 1;
      const note = "note" in entry ? entry.note : this.#noteFor(entry);
      notes.push({ id, isMain: id <= this.#mainNotes, ...note });
    }
    return notes;
  }

  #claim(fact: ReasonFact, run: string): NoteId | undefined {
    if (!hasParts(fact)) return undefined;
    const key = `${run}|${keyOf(fact)}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    if (this.#size >= this.#room) {
      this.#leftOut.add(key);
      return undefined;
    }
    const id = this.#entries.push({ fact, run });
    this.#ids.set(key, id);
    return id;
  }

  #noteFor({ fact, run }: { readonly fact: ReasonFact; readonly run: string }): Omit<Note, "id" | "isMain"> {
    const { value, section, because } = describeValue(fact);
    const ofRun = run === "" ? "" : `${run}: `;
    const figure = figureOfReason(fact);
    const sum = sumLine(fact);
    // A sum has two sides; else it only repeats the figure and what gave it.
    const isSum = sum !== undefined && /(?: = |, so )/.test(sum);
    const isClause = fact.because.kind === "clause";
    const note = {
      title: `${ofRun}${titleOf(fact, undefined)}`,
      name: `${ofRun}${value}`,
      figure,
      // Of an account the lines are the sum.
      sum: fact.kind === "account" || !isSum ? undefined : sum,
      section,
      // The title says what changed a state last, and the line of the change by which event.
      because: fact.because.kind === "last change" ? "" : because,
      isClause,
      lines: noteLines(fact, (use) => this.#claim(use, run)),
    };
    this.#size += sizeOf(note);
    return note;
  }
}

/** About as many characters as the note takes on a page, where notes share the words of their clause. */
function sizeOf({ title, figure, sum = "", because, isClause, lines }: Omit<Note, "id" | "isMain">): number {
  return 60 + title.length + figure.text.length + sum.length + (isClause ? 0 : because.length) + sizeOfLines(lines);
}

function sizeOfLines(lines: readonly NoteLine[]): number {
  return lines.reduce((size, { title, figure, section, because, each = [], lines: inner }) => {
    const list = each.reduce((sum, [what, { text }]) => sum + 25 + what.length + text.length, 0);
    const line = 70 + title.length + figure.text.length + section.length + because.length;
    return size + line + list + sizeOfLines(inner);
  }, 0);
}

/** Two facts that look the same to a reader have one note. */
function keyOf(fact: ReasonFact): string {
  const { value, of, on, kind, answer, error, section, because } = describeValue(fact);
  const since = fact.because.kind === "last change" ? because : on;
  return JSON.stringify([value, of, since, kind, answer, error?.kind, section]);
}

/** Whether there is more to say than the figure, its section and what gave it. */
function hasParts(fact: ReasonFact): boolean {
  return fact.kind === "definition" || fact.kind === "family" || usesOf(fact).length > 0;
}
