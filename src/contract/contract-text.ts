/**
 * A contract's text, divided into its parts and their sentences.
 *
 * Plain text or Markdown. What stands before the first number is the `preamble`. Where a text has no numbers, its headings
 * are its parts.
 */
import type { Paragraph } from "./paragraphs.ts";
import { lineAt, paragraphsOf } from "./paragraphs.ts";
import type { Marker } from "./part-labels.ts";
import { markerOf, PartLabels } from "./part-labels.ts";
import { endsInAbbreviation, sentencesIn } from "./sentences.ts";

export interface Sentence {
  readonly section: string;
  /** Counted from 1 within its section. */
  readonly ordinal: number;
  /** In the file, counted from 1. */
  readonly line: number;
  readonly text: string;
}

export interface ContractPart {
  /** As templates write it: `1.4(g)`, `Article III`; of a heading without a number, its words. */
  readonly label: string;
  readonly title: string;
  readonly line: number;
  readonly sentences: readonly Sentence[];
}

/** In the order of the text. A label that occurs again continues its part. */
export function readContract(text: string): ContractPart[] {
  const paragraphs = paragraphsOf(text, (line) => markerOf(line) !== undefined);
  const numbered = paragraphs.filter(({ text: it }) => markerOf(it)?.kind === "whole").length;
  const reader = new PartReader(numbered < fewNumbers);
  for (const paragraph of paragraphs) reader.read(paragraph);
  return reader.parts();
}

/** With fewer numbers than these a text is divided by its headings. */
const fewNumbers = 2;

interface OpenPart {
  readonly label: string;
  title: string;
  readonly line: number;
  readonly sentences: Sentence[];
}

class PartReader {
  readonly #byHeadings: boolean;
  readonly #labels = new PartLabels("preamble");
  readonly #parts = new Map<string, OpenPart>();
  #current: OpenPart;
  /** The last part whose text so far ends with a colon. */
  #listOpener: OpenPart | undefined;

  constructor(byHeadings: boolean) {
    this.#byHeadings = byHeadings;
    this.#current = this.#partOf("preamble", 1);
  }

  read(paragraph: Paragraph): void {
    const marker = this.#markerOf(paragraph);
    if (marker !== undefined) this.#readRest(paragraph, this.#enter(marker, paragraph));
    else if (this.#byHeadings && startsWithTitle(paragraph)) {
      this.#current = this.#partOf(headingLabel(boldTitle(paragraph)), lineAt(paragraph, 0));
      this.#readRest(paragraph, paragraph.boldLength);
    } else if (!isHeading(paragraph)) {
      this.#leaveList(paragraph);
      this.#readRest(paragraph, 0);
    } else if (this.#byHeadings) this.#current = this.#partOf(headingLabel(paragraph.text), lineAt(paragraph, 0));
  }

  /** Where the text of a part begins, behind its number and its title. */
  #enter(marker: Marker, paragraph: Paragraph): number {
    this.#current = this.#partOf(this.#labels.enter(marker), lineAt(paragraph, 0));
    const opener = this.#listOpener?.label;
    // The next part of the same rank ends the list.
    if (opener !== this.#current.label && formOf(opener) === formOf(this.#current.label)) this.#listOpener = undefined;
    const { text } = paragraph;
    const at = marker.length + (/^[.:)\s–—-]*/.exec(text.slice(marker.length))?.[0].length ?? 0);
    return at + this.#readTitle(text.slice(at));
  }

  /** The name of the document itself, as `Exhibit 4.1` on its first page, is no part of it. */
  #markerOf({ text }: Paragraph): Marker | undefined {
    const marker = markerOf(text);
    const isAttached = marker?.kind === "whole" && /^(?:Exhibit|Annex|Appendix|Schedule)/.test(marker.text);
    return isAttached && this.#parts.size === 1 ? undefined : marker;
  }

  /** What goes on in lower case behind a list belongs to what opened the list; signatures stand apart. */
  #leaveList({ text }: Paragraph): void {
    if (/^\W*IN WITNESS WHEREOF/i.test(text)) this.#current = this.#partOf("signatures", this.#current.line);
    else if (/^[a-z]/.test(text) && this.#listOpener !== undefined) this.#current = this.#listOpener;
  }

  parts(): ContractPart[] {
    return [...this.#parts.values()].filter(({ label, sentences }) => label !== "preamble" || sentences.length > 0);
  }

  #partOf(label: string, line: number): OpenPart {
    const known = this.#parts.get(label);
    const part = known ?? { label, title: "", line, sentences: [] };
    this.#parts.set(label, part);
    return part;
  }

  /** The length of a title at the head of a part. */
  #readTitle(text: string): number {
    const [title = "", words = ""] = /^([^.:]{2,90})(?:[.:]\s+|[.:]?$)/.exec(text) ?? [];
    if (title === "" || !isTitle(words) || (endsInAbbreviation(words) && !/etc$/i.test(words))) return 0;
    this.#current.title = words.trim();
    return title.length;
  }

  #readRest(paragraph: Paragraph, from: number): void {
    const { label, sentences } = this.#current;
    for (const { text, at } of sentencesIn(paragraph.text.slice(from))) {
      this.#listOpener = text.endsWith(":") ? this.#current : this.#listOpener;
      sentences.push({ section: label, ordinal: sentences.length + 1, line: lineAt(paragraph, from + at), text });
    }
  }
}

/** `4(c)` and `8(a)` have one form. */
const formOf = (label: string | undefined) =>
  label
    ?.replaceAll(/\d+/g, "1")
    .replaceAll(/\([a-z]+\)/g, "(a)")
    .replace(/ [IVXLC]+$/, " I");

const smallWords = /^(?:a|an|and|as|at|by|for|from|in|into|of|on|or|other|the|than|to|under|upon|with|without)$/;

/** Words with capitals, but for the small ones. */
function isTitle(words: string): boolean {
  const all = words.trim().split(/\s+/);
  const isCapital = (word: string) => /^["“'([]*[A-Z0-9[]/.test(word) || smallWords.test(word);
  return all.length <= 12 && all.every(isCapital) && all.some((word) => /^["“'([]*[A-Z]/.test(word));
}

function isHeading({ text, isHeading: isMarked }: Paragraph): boolean {
  return isMarked || (!/[.;:,]$/.test(text) && isTitle(text) && !/_{3,}/.test(text));
}

const boldTitle = ({ text, boldLength }: Paragraph): string => text.slice(0, boldLength);

/** A title in bold on the first line of its text. */
function startsWithTitle(paragraph: Paragraph): boolean {
  return paragraph.boldLength > 0 && isTitle(headingLabel(boldTitle(paragraph)));
}

function headingLabel(text: string): string {
  return text.replace(/[.:]$/, "");
}
