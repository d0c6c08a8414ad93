import { digitsOf, isSameFigure } from "../../forms/figures.ts";
import type { Token } from "../../tokens.ts";
import { tokens as t } from "../../tokens.ts";
import type { ErrorContext, SyntaxFinding } from "../syntax-error.ts";
import { endOf, reworded, shown } from "../syntax-error.ts";

// Amounts whose currency stands behind them or in words, or by a code that the head of the note does not name.

const figures = String.raw`(\d[\d,]*(?:\.\d+)?(?:[ \t]+(?:thousand|million|billion)(?![A-Za-z]))?)`;
const dollars = "(?:US\\$|USD|U\\.S\\.[ \\t]+dollars?|US[ \\t]+dollars?|dollars?)";
const others =
  "(?:[€£¥₤₣₹]|(?:A|C|CA|S|HK|NZ)\\$|(?:EUR|GBP|CHF|JPY|CAD|AUD|NZD|SGD|HKD|NOK|SEK|DKK|CNY|INR)\\b|euros?\\b|pounds?\\b|francs?\\b|yen\\b)";

/** `US$5`, `USD 5`, `5 USD`, `$5 USD`: with `$` alone. */
const inDollars = new RegExp(`(?:US\\$|USD)[ \\t]*\\$?${figures}|\\$?${figures}[ \\t]*${dollars}(?![A-Za-z])`, "g");
const inOthers = new RegExp(`${others}[ \\t]*${figures}|${figures}[ \\t]*${others}`, "g");

/** An amount that holds or touches a place of a text, on its line. */
export function amountAt(text: string, place: number): SyntaxFinding | undefined {
  const start = Math.max(text.lastIndexOf("\n", place - 1), text.lastIndexOf("\r", place - 1)) + 1;
  const line = /[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  const touching = ({ index, 0: found }: RegExpExecArray) =>
    start + index <= place && place <= start + index + found.length;
  const dollar = [...line.matchAll(inDollars)].find(touching);
  if (dollar !== undefined) {
    const from = start + dollar.index;
    return reworded(text, from, from + dollar[0].length, `$${dollar[1] ?? dollar[2] ?? ""}`);
  }
  const other = [...line.matchAll(inOthers)].find(touching);
  if (other === undefined) return signMisplaced(text, place);
  const from = start + other.index;
  const digits = other[1] ?? other[2] ?? "";
  const [mark = ""] = /[€£¥₤₣₹]|[A-Z]*\$|[A-Za-z]+/.exec(other[0].replace(digits, "")) ?? [];
  const sign = signs.get(mark.toLowerCase().replace(/s$/, "")) ?? mark;
  if (/[$€£¥]$/.test(sign)) return reworded(text, from, from + other[0].length, `${sign}${digits}`);
  const code = /^[A-Z]{3}$/.test(sign) ? sign : "CHF";
  const problem = "a code is one where the head of the note names it";
  const facts = { found: shown(other[0]), kind: "an amount of money", problem };
  const help = `write \`${code} ${digits}\`, and in the head of the note \`currencies: ${code}\``;
  return { code: "TN1005", start: from, end: from + other[0].length, facts, help };
}

/** The signs for what contracts write in words, or by a code. */
const signs: ReadonlyMap<string, string> = new Map([
  ["eur", "€"],
  ["euro", "€"],
  ["gbp", "£"],
  ["pound", "£"],
  ["jpy", "¥"],
  ["yen", "¥"],
  ["aud", "A$"],
  ["cad", "C$"],
  ["hkd", "HK$"],
  ["nzd", "NZ$"],
  ["sgd", "S$"],
  ["franc", "CHF"],
]);

/** `five thousand dollars ($5,000)`, `fifty cents` */
export function amountInWords({ statement: { text }, found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (previous?.tokenType !== t.NumberLiteral || found === undefined || !/^(?:dollars?|cents?)$/.test(found.image))
    return undefined;
  const digits = digitsOf(previous.image);
  const amount = found.image.startsWith("cent") ? `0.${digits.padStart(2, "0")}` : grouped(digits);
  if (found.image.startsWith("cent") && !/^\d{1,2}$/.test(digits)) return undefined;
  const [bracket = "", inFigures] = /^\s*\(\s*\$?\s*([\d,.]+)\s*\)/.exec(text.slice(endOf(found))) ?? [];
  const end = endOf(found) + bracket.length;
  if (inFigures !== undefined && !isSameFigure(inFigures.replaceAll(",", ""), amount.replaceAll(",", ""))) {
    const facts = { found: shown(text.slice(previous.startOffset, end)), first: amount, second: inFigures };
    return { code: "TN1036", start: previous.startOffset, end, facts };
  }
  return reworded(text, previous.startOffset, end, `$${amount}`);
}

function grouped(digits: string): string {
  return digits.replaceAll(/(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/g, ",");
}

/** `$5 000`, `5 000 shares`: a blank where a comma parts the digits. */
export function blankInFigure({ statement: { text }, found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || previous === undefined) return undefined;
  const match = /^(\$?)(\d{1,3}(?: \d{3})+)(?!\d)/.exec(text.slice(previous.startOffset));
  if (match === null || previous.startOffset + match[0].length < endOf(found) - found.image.length + 3)
    return undefined;
  const right = match[0].replaceAll(" ", ",");
  return reworded(text, previous.startOffset, previous.startOffset + match[0].length, right);
}

/** `$-5`, `5$` */
function signMisplaced(text: string, place: number): SyntaxFinding | undefined {
  if (text.charAt(place) !== "$") return undefined;
  const behind = /^\$[ \t]*-[ \t]*(\d[\d,.]*)/.exec(text.slice(place));
  if (behind !== null) return reworded(text, place, place + behind[0].length, `-$${behind[1] ?? ""}`);
  const before = /(?<![\d.,$])(\d[\d,]*(?:\.\d+)?)[ \t]?$/.exec(text.slice(Math.max(0, place - 40), place));
  return before === null ? undefined : reworded(text, place - before[0].length, place + 1, `$${before[1] ?? ""}`);
}

/** The same where the grammar stops: at the code, or at the figure behind it. */
export function currencyCode({ statement, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const isFigure = (token: Token | undefined) =>
    token?.tokenType === t.NumberLiteral || token?.tokenType === t.MoneyLiteral;
  if (found === undefined || (!isFigure(found) && !isFigure(previous))) return undefined;
  if (previous !== undefined && !/^[ \t]*$/.test(statement.text.slice(endOf(previous), found.startOffset)))
    return undefined;
  return amountAt(statement.text, found.startOffset);
}
