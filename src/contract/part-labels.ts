/** The numbers of a contract's parts, as its paragraphs open with them, and the label of each part within the others. */
import { sectionLabel } from "../../grammar/forms/sections.ts";

/** The number at the head of a paragraph. */
export interface Marker {
  /** `whole` gives the label by itself; the others are within what stands before them. */
  readonly kind: "whole" | "letter" | "roman" | "capital" | "number";
  /** Of a whole one, the label; else what stands in brackets in one. */
  readonly text: string;
  /** How it is written, with 1 for the number: `(1)`, `1)`, `1.`. Parts of one depth are written alike. */
  readonly form: string;
  /** How much of the paragraph it takes. */
  readonly length: number;
}

const roman = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
const words =
  "ARTICLE|Article|SECTION|Section|CLAUSE|Clause|CONDITION|Condition|SCHEDULE|Schedule|EXHIBIT|Exhibit|ANNEX|Annex|APPENDIX|Appendix|§";
const withWord = new RegExp(
  String.raw`^(?:${words})\s*(?:[IVXLC]+|[A-Z]|\d+(?:\.\d+)*(?:\([A-Za-z0-9]{1,5}\))*)(?![A-Za-z0-9])`,
);
const decimal = /^\d{1,3}(?:(?:\.\d{1,3})+(?:\([A-Za-z0-9]{1,5}\))*|(?:\([A-Za-z0-9]{1,5}\))+)(?![\dA-Za-z%])/;
const alone = /^\d{1,3}(?=[.)]\s+\S)/;
const inner = /^\(?([a-z]{1,5}|[A-Z]|\d{1,2})([.)])(?=\s|\(|$)/;

/** Undefined where a paragraph opens with none. */
export function markerOf(text: string): Marker | undefined {
  const named = withWord.exec(text)?.[0];
  if (named !== undefined && endsHead(text, named.length)) return whole(sectionLabel(named), named.length);
  const number = decimal.exec(text)?.[0];
  if (number !== undefined && endsHead(text, number.length)) return whole(number, number.length);
  const single = alone.exec(text)?.[0];
  if (single !== undefined) return whole(single, single.length);
  const part = inner.exec(text);
  const [head = "", own = "", end = ""] = part ?? [];
  const form = head.startsWith("(") ? "(1)" : `1${end}`;
  if (part === null || (head.startsWith("(") && end !== ")")) return undefined;
  if (/^\d/.test(own)) return { kind: "number", text: own, form, length: head.length };
  if (/^[A-Z]/.test(own)) return form === "1." ? undefined : { kind: "capital", text: own, form, length: head.length };
  if (own.length > 1 && !roman.test(own)) return undefined;
  return { kind: own.length > 1 ? "roman" : "letter", text: own, form, length: head.length };
}

const whole = (label: string, length: number): Marker => ({ kind: "whole", text: label, form: "", length });

/** Behind the number of a part stands a stop, a title or the text; behind a reference to one, the rest of its sentence. */
function endsHead(text: string, length: number): boolean {
  return /^(?:[.:)–—-]|\s+[A-Z"“[(–—-]|\s*$)/.test(text.slice(length));
}

interface Open {
  readonly kind: Marker["kind"];
  readonly form: string;
  readonly text: string;
}

/** Gives parts their labels, in the order of the text: 4 and then (c) and then i. is 4(c)(i). */
export class PartLabels {
  #whole: string;
  #inside: Open[] = [];

  constructor(first: string) {
    this.#whole = first;
  }

  get current(): string {
    return this.#whole + this.#inside.map(({ text }) => `(${text})`).join("");
  }

  enter(marker: Marker): string {
    if (marker.kind === "whole") {
      this.#whole = marker.text;
      this.#inside = [];
      return this.current;
    }
    const { text, form } = marker;
    // A single i, v or x is a letter behind the letter before it, and else the first or next of Roman numbers.
    const kinds = marker.kind === "letter" && roman.test(text) ? (["letter", "roman"] as const) : [marker.kind];
    const next = kinds.flatMap((kind) => this.#depthOf(kind, form, text) ?? []);
    const depth = next.length > 0 ? Math.max(...next) : this.#sameForm(kinds.at(-1) ?? marker.kind, form);
    const kind = kinds.find((it) => this.#depthOf(it, form, text) === depth) ?? kinds.at(-1) ?? marker.kind;
    this.#inside = [...this.#inside.slice(0, depth), { kind, form, text }];
    return this.current;
  }

  /** The depth at which this is the number after the one that is open. */
  #depthOf(kind: Marker["kind"], form: string, text: string): number | undefined {
    const found = this.#inside.findLastIndex(
      (it) => it.kind === kind && it.form === form && orderOf(it.text, kind) === orderOf(text, kind) - 1,
    );
    return found === -1 ? undefined : found;
  }

  #sameForm(kind: Marker["kind"], form: string): number {
    const found = this.#inside.findIndex((it) => it.kind === kind && it.form === form);
    return found === -1 ? this.#inside.length : found;
  }
}

function orderOf(text: string, kind: Marker["kind"]): number {
  if (kind === "roman") return romanValue(text);
  return kind === "number" ? Number(text) : text.toLowerCase().charCodeAt(0);
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function romanValue(text: string): number {
  const digits = text.split("").map((digit) => romanDigits[digit] ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}
