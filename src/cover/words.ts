/** What a sentence or a clause is about, for finding which belong together: its words, its figures, its days and times. */
import { count, figuresIn } from "../../grammar/forms/figures.ts";
import { numeral } from "../../grammar/forms/numerals.ts";
import { isoDate, writtenDate } from "../../grammar/forms/written-dates.ts";

/** A figure of a text as written, and its digits without commas and ending zeros: `fifty percent (50%)` is 50. */
export interface FigureFound {
  readonly text: string;
  readonly digits: string;
}

/** Figures, days (`2006-02-15`) and times of day (`18:00`), each once. */
export function figuresOf(text: string): FigureFound[] {
  const found = new Map<string, FigureFound>();
  const note = (it: FigureFound) => {
    if (!found.has(it.digits)) found.set(it.digits, it);
  };
  const withoutDates = text.replaceAll(dates, (written) => {
    note({ text: written, digits: isoDate(written) });
    return " ".repeat(written.length);
  });
  const rest = withoutDates.replaceAll(times, (written: string, hour: string, minutes = "00", half = "") => {
    note({ text: written, digits: `${hourOf(Number(hour), half)}:${minutes}` });
    return " ".repeat(written.length);
  });
  const withoutClocks = rest.replaceAll(clocks, (written: string) => {
    note({ text: written, digits: written.padStart(5, "0") });
    return " ".repeat(written.length);
  });
  const withoutOrdinals = withoutClocks
    .replaceAll(references, " ")
    .replaceAll(dayOfMonth, " ")
    .replaceAll(ordinals, (written: string, which: string) => {
      note({ text: which, digits: String(ordinalWords.indexOf(which.toLowerCase()) + 2) });
      return " ".repeat(written.length);
    });
  for (const { 0: written } of withoutOrdinals.matchAll(figures)) {
    const [digits] = figuresIn(written.replace(/^[^\d.]*(?=[\d.])/, "").replace(/(?<=\d)(?:st|nd|rd|th)$/, ""));
    if (digits !== undefined) note({ text: written.trim(), digits: plainDigits(digits) });
  }
  return [...found.values()];
}

const dates = new RegExp(writtenDate, "g");
const times = /\b(\d{1,2})(?::(\d{2}))?\s*([ap])\.?\s?m\b\.?/gi;
const clocks = /\b(?:[01]?\d|2[0-3]):[0-5]\d\b/g;
/** Numbers that are no figures of the deal: of sections, rules, years of acts, listed clauses. */
const references = new RegExp(
  String.raw`\b(?:sections?|articles?|rules?|clauses?|conditions?|paragraphs?|exhibit|annex|schedule|act of|form|subsections?)\s+[\d.]+(?:[a-z]-\d+)?(?:\([a-z0-9]+\))*(?:(?:,| and| or|,? through| to)\s+[\d.]+(?:\([a-z0-9]+\))*)*|(?<!${numeral}\s?)\(\d\)(?=\s+[a-z])|\bNo\.\s*[\d-]+|\(\d{3}\)\s*\d{3}-\d{4}`,
  "gi",
);
const figures = new RegExp(
  String.raw`(?<![A-Za-z0-9.])[$€£¥]?\s?${count}(?:(?<=\d)(?:st|nd|rd|th))?(?![A-Za-z0-9])(?:\s*(?:%|per\s?cent)(?:\s*\(\s*[\d.]+\s*%\s*\))?)?`,
  "gi",
);

export const monthNames = "January|February|March|April|May|June|July|August|September|October|November|December";
/** A day without its year, as in `April 6 and July 6`: of a schedule, which a template has by its cycle. */
const dayOfMonth = new RegExp(String.raw`\b(?:${monthNames})\s+\d{1,2}(?:st|nd|rd|th)?\b`, "g");
const ordinalWords = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
/** `the fifth Trading Day` counts five of them. */
const ordinals = new RegExp(
  String.raw`\b(${ordinalWords.join("|")})(?=\s+(?:(?:consecutive|calendar|business|trading|full)\s+)*(?:days?|months?|years?|anniversary)\b)`,
  "gi",
);

function hourOf(hour: number, half: string): string {
  const isAfternoon = half.toLowerCase() === "p";
  return String(isAfternoon ? (hour % 12) + 12 : hour % 12).padStart(2, "0");
}

export function plainDigits(digits: string): string {
  const whole = digits.replace(/^\./, "0.");
  return whole.includes(".") ? whole.replace(/\.?0+$/, "") : whole;
}

const smallWords = new Set(
  "a an and any as at be been being but by for from has have he her herein hereof hereunder if in into is it its may means must no nor not of on or other otherwise shall such than that the their them then there thereof these they this those to under until upon was were when where which while who will with within without would".split(
    " ",
  ),
);

/** Words without their endings, in lower case; small words are left out. */
export function stemsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z][a-z-]*[a-z]/g) ?? [];
  return words.filter((word) => !smallWords.has(word)).map(stem);
}

/** Enough of a stem to find `converted` by `conversion`, and `prepaying` by `prepayment`. */
export function stem(word: string): string {
  const singular = word
    .toLowerCase()
    .replace(/(?:'s|’s)$/, "")
    .replace(/ies$/, "y")
    .replace(/(?<!s)s$/, "");
  return singular.replace(/(?:ations?|ments?|ions?|ings?|ed|e)$/, (ending) =>
    singular.length - ending.length >= 4 ? "" : ending,
  );
}

/** All words of a text in order, as stems, for finding names in it. */
export function runOfStems(text: string): string {
  return ` ${(text.match(/[A-Za-z][A-Za-z-]*/g) ?? []).map(stem).join(" ")} `;
}

/** Terms that a text defines: in quotes, as in `the "Maturity Date"`. */
export function termsDefined(text: string): string[] {
  return [...text.matchAll(/["“]([A-Z][^"”]{1,60}?)[.,]?["”]/g)].map(([, term = ""]) => term.trim());
}
