import type { Phrase } from "./phrase.ts";
import { inWords } from "./phrase.ts";

const ways: Readonly<Record<string, string>> = { greater: "more", higher: "more", lower: "less", smaller: "less" };

const more = "(?:greater|more|higher|larger)";
const less = "(?:less|lower|fewer|smaller)";

/** Comparisons in words that the language does not take, each answered whole: a part of one leaves the equal out. */
export const comparisonPhrases: readonly Phrase[] = [
  // A denial of `or equal` is read both ways: who writes it has to say whether the equal counts.
  {
    words: inWords(
      `is (?:not|no) (?:at or above|${more} or equal(?: to)?|${more} than or equal(?: to)?|equal to or ${more} than|at least equal to)\\b`,
    ),
    help: "write `is less than`, or `is at most` if it may be equal",
  },
  {
    words: inWords(
      `is (?:not|no) (?:at or below|${less} or equal(?: to)?|${less} than or equal(?: to)?|equal to or ${less} than|at most equal to)\\b`,
    ),
    help: "write `is more than`, or `is at least` if it may be equal",
  },
  {
    words: inWords("is not later than or equal to\\b"),
    help: "write `is before`, or `is on or before` if it may be that day",
  },
  {
    words: inWords("is not earlier than or equal to\\b"),
    help: "write `is after`, or `is on or after` if it may be that day",
  },
  { words: inWords("is not strictly (?:more|greater|higher) than\\b"), right: () => "is at most" },
  { words: inWords("is not strictly (?:less|lower|smaller) than\\b"), right: () => "is at least" },
  { words: inWords("is not (?:greater|higher|larger|bigger)(?! than)\\b"), right: () => "is at most" },
  { words: inWords("is not (?:lower|smaller|fewer)(?! than)\\b"), right: () => "is at least" },
  { words: inWords("is not up to\\b"), right: () => "is more than" },
  { words: inWords("is not (?:different from|unequal to)\\b"), right: () => "is" },
  { words: inWords("does not (?:fall|drop) below\\b"), right: () => "is at least" },
  { words: inWords("does not (?:rise|go) above\\b"), right: () => "is at most" },
  { words: inWords("(?:(?:shall|will|may|can|must) not|cannot) exceed\\b"), right: () => "is at most" },
  {
    words: inWords(`is (?:(?:at|equal to) or above|${more} or equal(?: to)?|at least equal to|not under)\\b`),
    right: () => "is at least",
  },
  {
    words: inWords(`is (?:(?:at|equal to) or below|${less} or equal(?: to)?|at most equal to|up to|not over)\\b`),
    right: () => "is at most",
  },
  {
    words: inWords(
      "is (?:(?:as of|on|equal to) or (?:after|subsequent to|later than)|(?:later than|after|subsequent to|no earlier than) or (?:equal to|on))\\b",
    ),
    right: () => "is on or after",
  },
  {
    words: inWords(
      "is (?:(?:as of|equal to) or (?:before|prior to|earlier than)|(?:earlier than|before|prior to|no later than) or (?:equal to|on))\\b",
    ),
    right: () => "is on or before",
  },
  {
    words: inWords("is strictly (more|less|greater|lower|higher|smaller|before|after|earlier|later)( than|)\\b"),
    right: (_, way = "", than = "") => `is ${ways[way] ?? way}${than}`,
  },
  { words: inWords("is (?:different from|unequal to)\\b"), right: () => "is not" },
  { words: inWords("(?:shall|will) exceed\\b"), right: () => "is more than" },
];
