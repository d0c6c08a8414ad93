import { lastUpTo } from "../base/last-up-to.ts";
import { once } from "../base/once.ts";
import type { Wording } from "./wording.ts";
import { reworded } from "./wording.ts";

/**
 * A text with a name, and where its lines begin.
 *
 * Offsets count UTF-16 units of `text`, from 0. A byte-order mark at the start is not part of `text`; it has no offset
 * and no column. A line ends with LF, CR LF or a lone CR, as in the Language Server Protocol.
 */
export class SourceFile {
  /** As the user wrote it, usually a path; shown in messages, never opened. */
  readonly name: string;
  readonly text: string;
  /** For the copy of a text with other names in it: the words that stand in their place. */
  readonly wording: Wording;
  /** Where the text begins in the file of its name: a unit read by itself moves with what changes above it. */
  startsAt = 0;

  constructor(name: string, text: string, wording: Wording = new Map()) {
    this.name = name;
    this.wording = wording;
    this.text = text.startsWith("\uFEFF") ? text.slice(1) : text;
  }

  /** A piece of the text in the words of its copy. */
  reword(piece: string): string {
    return reworded(piece, this.wording);
  }

  /** Line and column of an offset, both from 1. An offset outside the text is taken as its nearest end. */
  positionAt(offset: number): Position {
    const starts = lineStartsIn(this);
    const inside = Math.min(Math.max(offset, 0), this.text.length);
    const line = lastUpTo(starts, inside);
    return { line: line + 1, column: inside - (starts[line] ?? 0) + 1 };
  }

  /** The text of a line, counted from 1, without what ends it; empty for a line that the file does not have. */
  lineText(line: number): string {
    const starts = lineStartsIn(this);
    const start = starts[line - 1];
    return start === undefined ? "" : this.text.slice(start, starts[line]).replace(/\r?\n$|\r$/, "");
  }
}

// Found on first use: a market file that reads well never needs them.
// Kept apart from the file, which has no private parts so: it can be stored as plain data, and get its methods back.
const lineStartsIn = once((file: SourceFile): readonly number[] => lineStartsOf(file.text));

/** A place in a file, both counted from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + lineEnd.length);
  return starts;
}
