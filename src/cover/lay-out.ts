/** A template to begin with: a contract's sections laid out, with its defined terms, figures and dates beside them. */
import { writtenSection } from "../../grammar/forms/sections.ts";
import type { ContractPart, Sentence } from "../contract/contract-text.ts";
import { readContract } from "../contract/contract-text.ts";
import { markerOf } from "../contract/part-labels.ts";
import { currenciesOf, isCurrency } from "../units/money/currencies.ts";
import { definitionsIn } from "./text-findings.ts";
import { figuresOf } from "./words.ts";

/** The template as text; it parses as it stands, and computes nothing yet. `file` is how its head names the contract. */
export function layOut(contract: string, file: string): string {
  const parts = readContract(contract).filter(({ label }) => !/^(?:Exhibit|Annex|Appendix|signatures)/.test(label));
  const sentences = parts.flatMap((part) => part.sentences);
  const terms = [...new Set(definitionsIn(sentences).map(({ term }) => term))];
  const parties = partiesAmong(sentences);
  const head = [
    `-- Laid out from ${file}. Write under each section what it says; \`tenor cover\` lists the sentences that nothing says yet.`,
    "",
    `note "${quotable(titleOf(contract))}"`,
    "  language: 1",
    `  parties: ${parties.join(", ")}`,
    ...currencyLine(contract),
    "  exists from: Issue Date",
    `  business days: "${calendarIn(sentences)}"`,
    `  text: "${quotable(file)}"`,
    "",
    "given Issue Date: date",
    "",
    ...(terms.length === 0 ? [] : commented(`Terms that the text defines: ${terms.join(", ")}.`)),
  ];
  return `${[...head, ...parts.flatMap(sectionOf)].join("\n").trimEnd()}\n`;
}

/** The first line of the text in capitals that is more than one word, else the first line, where no part begins with it. */
function titleOf(contract: string): string {
  const lines = contract.split(/\r\n|[\r\n]/).map((line) =>
    line
      .replaceAll(/^\s*#+\s|\*\*|\s+/g, " ")
      .replaceAll(/ +/g, " ")
      .trim(),
  );
  const title = lines.find((it) => /^[A-Z][A-Z0-9 ,.'’&-]*$/.test(it) && it.includes(" ") && !/^EXHIBIT\b/.test(it));
  const heading = lines.find((it) => it !== "")?.replaceAll(/^#+ |\*\*/g, "");
  return title ?? (heading === undefined || markerOf(heading) !== undefined ? "Note" : heading);
}

/** Nothing where all amounts are in US dollars. */
function currencyLine(contract: string): string[] {
  const codes = currenciesIn(contract);
  return codes.every((code) => code === "USD") ? [] : [`  currencies: ${codes.join(", ")}`];
}

/** The currencies of amounts, by their signs, and by codes before figures with a comma or a point. */
function currenciesIn(contract: string): string[] {
  const found = Array.from(contract.matchAll(amounts), ([, mark = ""]) => currenciesOf(mark, [])[0]);
  return [...new Set(found.filter(isCurrency))];
}

const amounts = /(?<![A-Za-z])([A-Z]{3}(?=\s?\d+[.,]\d)|[A-Z]{0,2}[$€£¥](?=\s?\d))/g;

/** The first built-in calendar whose place is named where the text says what a business day is. */
function calendarIn(sentences: readonly Sentence[]): string {
  const text = sentences.flatMap(({ text: it }) => (/business day/i.test(it) ? [it] : [])).join(" ");
  const named = places.filter(([place]) => text.includes(place)).map(([, calendar]) => calendar);
  return named.length === 0 ? "us-bank" : named.join(" and ");
}

const places: readonly (readonly [string, string])[] = [
  ["London", "london"],
  ["Oslo", "oslo"],
  ["Singapore", "singapore"],
  ["Sydney", "sydney"],
  ["Tokyo", "tokyo"],
  ["Zurich", "zurich"],
  ["New York", "us-bank"],
  ["TARGET", "target"],
];

/** Who does things in the text: the two that most often shall, may or do something, but for the paper itself. */
function partiesAmong(sentences: readonly Sentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of sentences) {
    for (const [, name = ""] of text.matchAll(/\b[Tt]he ([A-Z][a-z]+) (?:shall|may|must|will|[a-z]+s)\b/g)) {
      if (!itself(name, sentences)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [first = "Borrower", second = first === "Holder" ? "Borrower" : "Holder"] = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name]) => name);
  return [first, second].toSorted();
}

function itself(name: string, sentences: readonly Sentence[]): boolean {
  return sentences.some(({ text }) => new RegExp(`\\b[Tt]his ${name}\\b`).test(text));
}

function sectionOf({ label, title, sentences }: ContractPart): string[] {
  const defined = [...new Set(definitionsIn(sentences).map(({ term }) => term))];
  const figures = [...new Set(sentences.flatMap(({ text }) => figuresOf(text).map((it) => it.text)))];
  const isNumbered = writtenSection(label) === label;
  const name = title === "" || title === label ? label : title;
  return [
    isNumbered ? `section ${label} "${quotable(name)}"` : `section "${quotable(label)}"`,
    ...commented(`${sentences.length} ${sentences.length === 1 ? "sentence" : "sentences"}.`),
    ...(defined.length === 0 ? [] : commented(`Defines: ${defined.join(", ")}.`)),
    ...(figures.length === 0 ? [] : commented(`Figures and dates: ${figures.join("; ")}.`)),
    "",
  ];
}

const width = 116;

/** Comments of at most so many columns. */
function commented(text: string): string[] {
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

function quotable(text: string): string {
  return text.replaceAll(/["“”]/g, "'").replaceAll(/\s+/g, " ");
}
