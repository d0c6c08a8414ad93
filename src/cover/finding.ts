import type { Sentence } from "../contract/contract-text.ts";

/** Something that a text leaves open. */
export interface TextFinding {
  readonly kind:
    | "undefined term"
    | "defined twice"
    | "no such section"
    | "other subject"
    | "blank"
    | "words and figures"
    | "reserved"
    | "no consequence"
    | "power without an end"
    | "option of another"
    | "ambiguity without a reading";
  readonly section: string;
  /** In the text, counted from 1. */
  readonly line: number;
  /** One sentence that stands alone. */
  readonly message: string;
}

export function findingAt(
  { section, line }: Pick<Sentence, "section" | "line">,
  kind: TextFinding["kind"],
  message: string,
): TextFinding {
  return { kind, section, line, message };
}

/** A term as it is compared: in small letters, of one thing. */
export const keyOf = (term: string): string =>
  term
    .toLowerCase()
    .replaceAll(/\(s\)$/g, "")
    .replaceAll(/(?<=[a-z])s\b/g, "")
    .replaceAll(/\s+/g, " ");

/** Forms that are attached define their terms for themselves. */
export function isAttached({ section }: Pick<Sentence, "section">): boolean {
  return /^(?:Exhibit|Annex|Appendix|Schedule|signatures)/.test(section);
}
