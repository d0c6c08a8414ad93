/** What stands as comments under a section that is laid out: the terms that it defines, its figures and dates, and what it leaves open. */
import type { ContractPart, Sentence } from "../contract/contract-text.ts";
import type { TextFinding } from "./finding.ts";
import { definitionsIn } from "./text-findings.ts";
import { figuresOf, monthNames } from "./words.ts";

/** Lines of at most so many columns, each a comment. `findings` are those of the section. */
export function notesOn(
  { sentences }: ContractPart,
  findings: readonly TextFinding[],
  asUsed: (term: string) => string,
): string[] {
  const defined = [...new Set(definitionsIn(sentences).map(({ term }) => asUsed(term)))];
  const figures = [...new Set(sentences.flatMap(figuresWithUnits))];
  const count = `${sentences.length} ${sentences.length === 1 ? "sentence" : "sentences"}.`;
  return [
    ...(sentences.length === 0 ? [] : commented(count)),
    ...(defined.length === 0 ? [] : commented(`Defines: ${defined.join(", ")}.`)),
    ...(figures.length === 0 ? [] : commented(`Figures and dates: ${figures.join("; ").replace(/\.$/, "")}.`)),
    ...findings.flatMap(({ message }) => commented(`To settle: ${message.replace(/\.$/, "")}.`)),
  ];
}

/**
 * Amounts, parts, dates, times and what is in words and figures, as they are; counts with what they count. The number of a house
 * or of a list counts nothing.
 */
function figuresWithUnits({ text }: Sentence): string[] {
  const days = (text.match(dayOfMonth) ?? []).map((it) => it.replaceAll(/\s+/g, " "));
  const figures = figuresOf(text).flatMap(({ text: written }) => {
    const behind = text.slice(text.indexOf(written) + written.length);
    const [, unit] = counted.exec(behind) ?? [];
    if (unit !== undefined) return [`${written}${unit.replaceAll(/\s+/g, " ")}`];
    return standsAlone.test(written) || isoOrWritten.test(written) ? [written] : [];
  });
  return [...figures, ...days];
}

/** A day without its year. */
const dayOfMonth = new RegExp(String.raw`\b(?:${monthNames})\s+\d{1,2}(?:st|nd|rd|th)?\b(?!,?\s+\d{4})`, "g");
const isoOrWritten = new RegExp(String.raw`^\d{4}-\d\d|(?:${monthNames})`);
/** With a sign, a time, in words and figures, or with digits behind a point. */
const standsAlone = /[$€£¥%:()]|per\s?cent|[ap]\.?m\b|^\.?\d*\.\d+$/i;

/** What is counted right behind a figure: `Trading Days`, `-day year`, `or more shares`. */
const counted =
  /^((?:-| )(?:consecutive |full |or more |additional )*(?:[A-Z][a-z]+ |business |calendar |trading )?(?:days?|weeks?|months?|years?|hours?|minutes?|quarters?|shares?|times)\b(?: year\b)?)/i;

const width = 116;

/** A text as comments. */
export function commented(text: string): string[] {
  const lines: string[] = [];
  let line = "--";
  for (const word of text.replaceAll(/\s+/g, " ").split(" ")) {
    if (line.length + word.length > width) {
      lines.push(line);
      line = "--";
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
