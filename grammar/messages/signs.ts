import type { Words } from "../vocabulary.ts";

/** The words for signs of other languages. */
export const wordsForSigns: Readonly<Record<string, Words>> = {
  ">=": "is at least",
  "≥": "is at least",
  "<=": "is at most",
  "≤": "is at most",
  "=<": "is at most",
  "=>": "is at least",
  ">": "is more than",
  "<": "is less than",
  "==": "is",
  "=": "is",
  ":=": "is",
  "!=": "is not",
  "<>": "is not",
  "≠": "is not",
  "&&": "and",
  "&": "and",
  "||": "or",
  "|": "or",
  "!": "not",
  "×": "*",
  "÷": "/",
  "^": "to the power of",
  "**": "to the power of",
  "−": "-",
  "–": "-",
  "—": "-",
};

/** What a comparison is behind `not`. */
export const denials: Readonly<Record<string, Words>> = {
  "is at least": "is less than",
  "is at most": "is more than",
  "is more than": "is at most",
  "is less than": "is at least",
  is: "is not",
  "is not": "is",
};
