import { digitsOf } from "./figures.ts";
import { numeral } from "./numerals.ts";

// How contracts number their parts: `1.2(a)`, `Article III`, `Condition 5(b)(ii)`, `Schedule 1, para 3`, `§ 2`.

const number = String.raw`\d+(?:\.\d+)*(?:\([A-Za-z0-9]{1,6}\))*`;
const blanks = "[ \\t]+";
const end = `(?![A-Za-z0-9_-])`;

/** Each as contracts write them: with a capital, in capitals, and but for `section` in lower case. */
const writtenIn = (words: string, isLowerToo: boolean): string =>
  words
    .split(" ")
    .flatMap((word) => [
      `${isLowerToo ? `[${word.charAt(0)}${word.charAt(0).toLowerCase()}]` : word.charAt(0)}${word.slice(1)}`,
      word.toUpperCase(),
    ])
    .join("|");

const lettered = writtenIn("Article Exhibit Annex Appendix Schedule", true);
const numbered = `${writtenIn("Condition Clause Paragraph", true)}|${writtenIn("Section", false)}`;
const inner = `(?:,[ \\t]*(?:para(?:graph)?\\.?|item|clause|section)${blanks}${number})?`;

/** The form of a part with its word; where capitals follow, it belongs to a name. */
export const namedSection = `(?:(?:${lettered})${blanks}(?:[IVXLC]+|[A-Z]|${number})|(?:${numbered})${blanks}${number}|§§?[ \\t]*${number})${inner}${end}(?![ \\t]+[A-Z])`;
export const namedSectionOpenings: readonly string[] = [
  ..."AESCP§".split(""),
  ..."article exhibit annex appendix schedule condition clause paragraph".split(" "),
];

const inWords = new RegExp(`^(?:\\d[\\d,.]* \\( ?)?${numeral}`);
const plainLabel = new RegExp(`^(?:${number}|preamble|${namedSection})$`);

/** What a part is cited by: as written, the word with one capital; `Section 2` is 2, as `section two (2)` is. */
export function sectionLabel(image: string): string {
  const text = image.replaceAll(/[ \t]+/g, " ").replace(/, ?para\.? /, ", para ");
  if (inWords.test(text)) return digitsOf(text);
  if (text.startsWith("§")) return `§ ${text.replace(/^§+ ?/, "")}`;
  const [word = "", ...rest] = text.split(" ");
  if (rest.length === 0) return text;
  const head = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  return head === "Section" ? rest.join(" ") : [head, ...rest].join(" ");
}

/** A label as a template writes it: a heading that stands for one in double quotes. */
export function writtenSection(label: string): string {
  return plainLabel.test(label) ? label : `"${label}"`;
}
