/** A template to begin with: a contract's sections laid out, with its defined terms, figures and dates beside them. */
import { writtenSection } from "../../grammar/forms/sections.ts";
import type { ContractPart, Sentence } from "../contract/contract-text.ts";
import { readContract } from "../contract/contract-text.ts";
import { markerOf } from "../contract/part-labels.ts";
import { currenciesOf, isCurrency } from "../units/money/currencies.ts";
import { commented, notesOn } from "./section-notes.ts";
import { definitionsIn, textFindings } from "./text-findings.ts";

/** The template as text; it parses as it stands, and computes nothing yet. `file` is how its head names the contract. */
export function layOut(contract: string, file: string): string {
  const parts = readContract(contract).filter(({ label }) => !/^(?:Exhibit|Annex|Appendix|signatures)/.test(label));
  const sentences = parts.flatMap((part) => part.sentences);
  const asUsed = termsAsUsed(sentences);
  const terms = [...new Set(definitionsIn(sentences).map(({ term }) => asUsed(term)))];
  const findings = textFindings(parts);
  const parties = partiesAmong(sentences);
  const issueDate = terms.find((it) => /^(?:[A-Z][a-z]+ )?Issue Date$/.test(it)) ?? "Issue Date";
  const head = [
    `-- Laid out from ${file}. Write under each section what it says; \`tenor cover\` lists the sentences that nothing says yet.`,
    "",
    `note "${quotable(titleOf(contract, sentences))}"`,
    "  language: 1",
    `  parties: ${parties.join(", ")}`,
    ...currencyLine(contract),
    `  exists from: ${issueDate}`,
    `  business days: "${calendarIn(sentences)}"`,
    `  text: "${quotable(file)}"`,
    "",
    `given ${issueDate}: date`,
    "",
    ...(terms.length === 0 ? [] : [...commented(`Terms that the text defines: ${terms.join(", ")}.`), ""]),
  ];
  const sections = parts.flatMap((part) => {
    const own = findings.filter(({ section }) => section === part.label);
    return [sectionOf(part), ...notesOn(part, own, asUsed), ""];
  });
  return `${[...head, ...sections].join("\n").trimEnd()}\n`;
}

/**
 * The line in capitals that ends with what the paper calls itself, as in `CONVERTIBLE NOTE` where the text says `this Note`; else
 * one that has that word, else the first of more than one word, else the first line, where no part begins with it.
 */
function titleOf(contract: string, sentences: readonly Sentence[]): string {
  const lines = contract.split(/\r\n|[\r\n]/).map((line) =>
    line
      .replaceAll(/^\s*#+\s|\*\*|\s+/g, " ")
      .replaceAll(/ +/g, " ")
      .trim(),
  );
  const inCapitals = lines.filter((it) => /^[A-Z0-9][A-Z0-9 ,.'’&%_-]*$/.test(it) && /[A-Z] /.test(it));
  const titles = inCapitals.filter((it) => !/^(?:EXHIBIT|ARTICLE|SECTION)\b/.test(it));
  const [own = ""] = namesOfPaper(sentences);
  const named = titles.filter((it) => own !== "" && it.split(" ").includes(own.toUpperCase()));
  const [title] = [...named.filter((it) => it.endsWith(` ${own.toUpperCase()}`)), ...named, ...titles];
  const heading = lines.find((it) => it !== "")?.replaceAll(/^#+ |\*\*/g, "");
  return title ?? (heading === undefined || markerOf(heading) !== undefined ? "Note" : heading);
}

/** What a text calls itself, as `this Note`; the name that it has most often first. */
function namesOfPaper(sentences: readonly Sentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of sentences) {
    for (const [, name = ""] of text.matchAll(/\b[Tt]his ([A-Z][a-z]+)\b/g)) {
      if (!/^(?:Section|Article|Clause|Condition)$/.test(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}

/** A term that is defined in capitals, as printers do, in the letters in which the text goes on to use it. */
function termsAsUsed(sentences: readonly Sentence[]): (term: string) => string {
  const text = sentences.map((it) => it.text).join("\n");
  return (term) => {
    if (!/^[A-Z][A-Z -]*[A-Z]$/.test(term)) return term;
    const used = new RegExp(`\\b${term.replaceAll(/[ -]/g, "[ -]")}s?\\b`, "gi");
    const found = (text.match(used) ?? []).filter((it) => /[a-z]/.test(it) && /^[A-Z]/.test(it));
    // What occurs once so may be the words of which the capitals are the first letters.
    return found.length < 2 ? term : (found[0] ?? term).slice(0, term.length);
  };
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

function sectionOf({ label, title }: ContractPart): string {
  if (writtenSection(label) !== label) return `section "${quotable(label)}"`;
  return title === "" || title === label ? `section ${label}` : `section ${label} "${quotable(title)}"`;
}

function quotable(text: string): string {
  return text.replaceAll(/["“”]/g, "'").replaceAll(/\s+/g, " ");
}
