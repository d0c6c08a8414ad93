import { numeral, numeralValue, smallNumeral } from "./numerals.ts";

// The forms of figures: digits, words, or both, as in `three (3)` and `20 (twenty)`.

const digits = String.raw`(?:\d+(?:,\d+)*(?:\.\d+)?|\.\d+)`;
const scale = "(?:[ \\t]+(?:thousand|million|billion)(?![A-Za-z0-9_]))?";

/** A figure in digits, with `million` and the like. */
export const figure = `${digits}${scale}`;
/** `and a half`, `and three-quarters` behind a number in words. */
const andPart =
  "(?:[ \\t]+and[ \\t]+(?:(?:an?|one)[ \\t-](?:half|quarter|fourth)|three[ \\t-](?:quarters|fourths))(?![A-Za-z0-9_]))";
/** A figure in digits or in words, or in the one with the other in brackets. */
export const count = `(?:${figure}(?:[ \\t]*\\([ \\t]*${numeral}[ \\t]*\\))?|${numeral}${andPart}?(?:[ \\t]*\\([ \\t]*${digits}[ \\t]*\\))?)`;

/** Of how many parts each word names one. */
const partNames: ReadonlyMap<string, number> = new Map([
  ...["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"].map(
    (word, index) => [word, index + 2] as const,
  ),
  ...([
    ["halve", 2],
    ["fourth", 4],
    ["twentieth", 20],
    ["fiftieth", 50],
    ["hundredth", 100],
    ["thousandth", 1000],
  ] as const),
]);
const part = `(${[...partNames.keys()].join("|")})s?`;
/** `one half`, `two-thirds`, `one-third (1/3)`; what comes behind it is `of`. `twenty-fifth` is no fraction of it. */
export const fraction = `(?:(a|${smallNumeral})(?:-|[ \\t]+)|(?=half))${part}(?:[ \\t]*\\([ \\t]*(\\d+)/(\\d+)[ \\t]*\\))?(?![A-Za-z0-9_])`;

/** A fraction in words as two figures, and the two that stand in brackets beside it. */
export function fractionIn(image: string): { readonly inWords: Quotient; readonly inFigures: Quotient | undefined } {
  const [, over = "a", under = "", overFigure, underFigure] = new RegExp(fraction).exec(image) ?? [];
  const inWords = { over: String(over === "a" ? 1 : numeralValue(over)), under: String(partNames.get(under)) };
  const isDouble = overFigure !== undefined && underFigure !== undefined;
  return { inWords, inFigures: isDouble ? { over: overFigure, under: underFigure } : undefined };
}

interface Quotient {
  readonly over: string;
  readonly under: string;
}

const parts = new RegExp(`(${digits})(?:[ \\t]+(thousand|million|billion))?|(${numeral})(${andPart})?`, "g");
const zeros = new Map([
  ["thousand", 3],
  ["million", 6],
  ["billion", 9],
]);

/** What most figures are: digits with a unit in its usual form. */
const plainFigure = /^\$?(\d[\d,]*(?:\.\d+)?)(?:%(?: per year)?| shares?| per share)?$/;

/** The figures of a token in digits, in the order written; undefined for words that make no number. */
export function figuresIn(image: string): readonly (string | undefined)[] {
  const [, plain] = plainFigure.exec(image) ?? [];
  if (plain !== undefined) return [plain.replaceAll(",", "")];
  const text = image.replaceAll(/--[^\r\n]*/g, (comment) => " ".repeat(comment.length));
  // Behind the basis points there may be the same in percent: `50 bps (0.5%)`.
  const endOfPoints = text.search(/bps?\b|basis/);
  return [...text.matchAll(parts)].map(({ index, 1: written, 2: word = "", 3: words = "", 4: more = "" }) => {
    const figureText = written?.replaceAll(",", "") ?? withPart(numeralValue(words), more);
    const shift = index < endOfPoints ? -2 : 0;
    return figureText === undefined ? undefined : shifted(figureText, shift + (zeros.get(word) ?? 0));
  });
}

/** A number with what `and a half` and the like add to it. */
function withPart(whole: number | undefined, more: string): string | undefined {
  const part = more === "" ? "" : more.includes("half") ? ".5" : more.includes("three") ? ".75" : ".25";
  return whole === undefined ? undefined : `${whole}${part}`;
}

/** Whether two figures in digits are one number: `5` and `5.00`. */
export function isSameFigure(one: string, other: string): boolean {
  const plain = (digits: string) =>
    (digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits).replace(/^0+(?=\d)/, "");
  return plain(one) === plain(other);
}

/** The digits of a token's figure, without commas, `0` before a point; a basis point is a hundredth of a percent. */
export function digitsOf(image: string): string {
  return figuresIn(image)[0] ?? "0";
}

/** A decimal with its point moved to the right by so many places. */
function shifted(text: string, places: number): string {
  const [whole = "", fraction = ""] = text.split(".");
  if (places === 0) return `${whole === "" ? "0" : whole}${text.includes(".") ? `.${fraction}` : ""}`;
  const all = whole.padStart(Math.max(0, -places) + 1, "0") + fraction.padEnd(Math.max(0, places), "0");
  const point = Math.max(whole.length, Math.max(0, -places) + 1) + places;
  const [before, after] = [all.slice(0, point).replace(/^0+(?=\d)/, ""), all.slice(point).replace(/0+$/, "")];
  return after === "" ? before : `${before}.${after}`;
}
