/** A phrase that contracts have and the language does not take. */
export interface Phrase {
  readonly words: RegExp;
  /** What it is in the language, made of the groups of its words; where there is no such text, what to do instead. */
  readonly right?: (...groups: (string | undefined)[]) => string;
  readonly help?: string;
  /** The sign of an operation; its first operand is the first group. */
  readonly sign?: "+" | "-" | "*" | "/";
  /** The sign that joins what stands before it and behind it. */
  readonly joint?: "+" | "-";
  /** Only where this stands before it. */
  readonly behind?: "value" | "rounding";
}

/** A blank stands for any blanks. */
export function inWords(words: string): RegExp {
  return new RegExp(words.replaceAll(/ (?!\?)/g, "\\s+").replaceAll(" ?", "\\s*"), "y");
}
