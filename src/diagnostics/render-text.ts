import { groupBy } from "../base/group-by.ts";
import type { Diagnostic, Labelled } from "./diagnostic.ts";
import type { Severity } from "./registry/entry.ts";
import { displayWidth, visibleText } from "./visible-text.ts";

/**
 * A diagnostic for reading in a terminal, in the manner of rustc, without a line end after the last line.
 *
 * Comes in: a diagnostic. Goes out: its message, the source lines that it speaks of with carets under them, related
 * places (dashes) in line order with it where they lie in the same file and as excerpts of their own elsewhere, and its
 * help. Colour is the caller's matter: `paint` wraps the parts. `more` says where to read on, in a line of its own.
 */
export function renderText(diagnostic: Diagnostic, paint: Paint = plain, more?: string): string {
  const { code, severity, span, message, label, related, help } = diagnostic;
  const main: Mark = { span, label: label ?? "", isMain: true };
  const [here, elsewhere] = partition(related, (place) => place.span.source === span.source);
  const excerpts = [excerptOf([main, ...here.map(toMark)]), ...bySource(elsewhere).map(excerptOf)];
  const gutter = Math.max(...excerpts.flatMap(({ rows }) => rows.map(({ line }) => String(line).length)));
  const show = new Excerpts(gutter, severity, paint);
  return [
    `${paint[severity](`${severity}[${code}]`)}${paint.message(`: ${visibleText(message)}`)}`,
    ...excerpts.flatMap((excerpt, index) => show.excerpt(excerpt, index === 0 ? "-->" : ":::")),
    ...(help === undefined ? [] : [show.note("help", help)]),
    ...(more === undefined ? [] : [show.note("more", more)]),
  ].join("\n");
}

/** Styles for the parts of a rendered diagnostic; each takes a text without line ends and gives it back styled. */
export interface Paint extends Readonly<Record<Severity, (text: string) => string>> {
  readonly message: (text: string) => string;
  /** Line numbers, bars and arrows. */
  readonly frame: (text: string) => string;
  /** Dashes and labels of related places. */
  readonly related: (text: string) => string;
  readonly help: (text: string) => string;
}

const asItIs = (text: string): string => text;
const plain: Paint = {
  error: asItIs,
  warning: asItIs,
  hint: asItIs,
  message: asItIs,
  frame: asItIs,
  related: asItIs,
  help: asItIs,
};

/** Lines longer than this are cut around what is marked. */
const longestLine = 120;
const tab = "    ";

interface Mark extends Labelled {
  readonly isMain: boolean;
}

/** What is marked on one source line; columns from 0, in UTF-16 units. */
interface LineMark {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly isMain: boolean;
}

interface Row {
  readonly line: number;
  readonly text: string;
  readonly marks: readonly LineMark[];
}

interface Excerpt {
  /** Where its main mark, or its first, begins. */
  readonly at: string;
  readonly rows: readonly Row[];
}

class Excerpts {
  readonly #gutter: number;
  readonly #severity: Severity;
  readonly #paint: Paint;

  constructor(gutter: number, severity: Severity, paint: Paint) {
    this.#gutter = gutter;
    this.#severity = severity;
    this.#paint = paint;
  }

  excerpt({ at, rows }: Excerpt, arrow: string): string[] {
    const pad = " ".repeat(this.#gutter);
    return [`${pad}${this.#paint.frame(arrow)} ${at}`, this.#bar(""), ...rows.flatMap((row) => this.#row(row))];
  }

  note(name: "help" | "more", note: string): string {
    const pad = " ".repeat(this.#gutter + 1);
    const lines = note.split("\n").map((line) => visibleText(line));
    return `${pad}${this.#paint.frame("=")} ${this.#paint.help(`${name}:`)} ${lines.join(`\n${pad}        `)}`;
  }

  #row({ line, text, marks }: Row): string[] {
    const cut = cutAround(text, marks);
    const shown = cut.before + shownText(text.slice(cut.from, cut.to)) + cut.after;
    const number = this.#paint.frame(`${String(line).padStart(this.#gutter)} |`);
    return [
      shown === "" ? number : `${number} ${shown}`,
      ...marks.map((mark) => this.#bar(this.#underline(text, mark, cut))),
    ];
  }

  #underline(text: string, { from, to, label, isMain }: LineMark, cut: Cut): string {
    const visibleFrom = Math.min(Math.max(from, cut.from), cut.to);
    const visibleTo = Math.min(Math.max(to, visibleFrom), cut.to);
    const indent = displayWidth(cut.before + shownText(text.slice(cut.from, visibleFrom)));
    const width = Math.max(1, displayWidth(shownText(text.slice(visibleFrom, visibleTo))));
    const style = isMain ? this.#paint[this.#severity] : this.#paint.related;
    const words = label === "" ? "" : ` ${visibleText(label)}`;
    return " ".repeat(indent) + style((isMain ? "^" : "-").repeat(width) + words);
  }

  #bar(text: string): string {
    const bar = `${" ".repeat(this.#gutter)} ${this.#paint.frame("|")}`;
    return text === "" ? bar : `${bar} ${text}`;
  }
}

/** The marks of one file as its lines in order; the first mark says where it is. */
function excerptOf(marks: readonly Mark[]): Excerpt {
  // cast: an excerpt is made for a mark.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  const [first] = marks as readonly [Mark, ...Mark[]];
  const { source, start } = first.span;
  const { line, column } = source.positionAt(start);
  const lineMarks = marks.flatMap(lineMarksOf);
  const lines = [...new Set(lineMarks.map((mark) => mark.line))].toSorted((a, b) => a - b);
  return {
    at: `${visibleText(source.name)}:${line}:${column}`,
    rows: lines.map((it) => ({
      line: it,
      text: source.lineText(it),
      marks: lineMarks.filter((mark) => mark.line === it).toSorted((a, b) => a.from - b.from || a.to - b.to),
    })),
  };
}

/** A span within one line gives one mark; a longer one marks its first line and its last, which has the label. */
function lineMarksOf({ span, label, isMain }: Mark): LineMark[] {
  const { source, start, end } = span;
  const first = source.positionAt(start);
  // A span that ends with a line's end stops on that line, not at the start of the next.
  const last = source.positionAt(end > start ? end - 1 : end);
  const lengthOfFirst = source.lineText(first.line).length;
  const from = Math.min(first.column - 1, lengthOfFirst);
  if (first.line === last.line) {
    const to = Math.min(from + Math.max(end - start, 0), lengthOfFirst);
    return [{ line: first.line, from, to, label, isMain }];
  }
  const lastText = source.lineText(last.line);
  return [
    { line: first.line, from, to: lengthOfFirst, label: "", isMain },
    {
      line: last.line,
      from: lastText.length - lastText.trimStart().length,
      to: Math.min(last.column, lastText.length),
      label,
      isMain,
    },
  ];
}

interface Cut {
  readonly from: number;
  readonly to: number;
  /** What stands for the part of the line that is left out. */
  readonly before: string;
  readonly after: string;
}

/** The part of a line to show: all of it, or a stretch that begins a little before the main mark or the first. */
function cutAround(text: string, marks: readonly LineMark[]): Cut {
  if (text.length <= longestLine) return { from: 0, to: text.length, before: "", after: "" };
  const centre = marks.find(({ isMain }) => isMain) ?? marks[0];
  const wanted = Math.max(0, (centre?.from ?? 0) - longestLine / 3);
  const from = atCharacter(text, Math.min(wanted, text.length - longestLine));
  const to = atCharacter(text, from + longestLine);
  return { from, to, before: from > 0 ? "..." : "", after: to < text.length ? "..." : "" };
}

/** Moves an offset back out of the middle of a surrogate pair. */
function atCharacter(text: string, offset: number): number {
  const at = Math.floor(offset);
  return /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at - 1 : at;
}

function shownText(text: string): string {
  return text.split("\t").map(visibleText).join(tab);
}

function toMark(place: Labelled): Mark {
  return { ...place, isMain: false };
}

function bySource(places: readonly Labelled[]): Mark[][] {
  return [...groupBy(places, (place) => place.span.source).values()].map((group) => group.map(toMark));
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
