import type { Token } from "../../tokens.ts";
import { tokens as t } from "../../tokens.ts";
import type { ErrorContext, SyntaxFinding } from "../syntax-error.ts";
import { endOf, reworded, shown } from "../syntax-error.ts";

// Amounts with the sign or the code of a currency. The language has one, written `$`.

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
  if (other === undefined) return undefined;
  const from = start + other.index;
  const problem = "a template has one currency, and `$` stands for it";
  const facts = { found: shown(other[0]), kind: "an amount of money", problem };
  const help = `write \`$${other[1] ?? other[2] ?? ""}\` in the whole template, and name the currency in words: \`in words: "All amounts are in …"\``;
  return { code: "TN1005", start: from, end: from + other[0].length, facts, help };
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
