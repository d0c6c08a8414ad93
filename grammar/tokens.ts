import type { CustomPatternMatcherFunc, TokenType } from "chevrotain";
import { createToken } from "chevrotain";
import { blank, colon, hyphen, isBlank, isLineEnd, isLowerCase, isWordCharacter } from "./characters.ts";
import { currencyCode, currencySign, dollarSign, signInitials } from "./forms/currencies.ts";
import { count, figure, fraction } from "./forms/figures.ts";
import { numeral, numeralOpenings } from "./forms/numerals.ts";
import { namedSection, namedSectionOpenings } from "./forms/sections.ts";
import { dayOfYear, monthInitials, writtenDate } from "./forms/written-dates.ts";
import type { TokenName } from "./vocabulary.ts";
import { allNames, isIn, rowOf, wordingsOf } from "./words.ts";

// The tokens of a template, for `tokenize.ts` to find in a text: one for each row of the vocabulary. Keywords are
// lower-case words; a phrase of several words is one token and may span a line break. Literals are taken generously, so
// that `$5,00,0` or `8 % per annum` is one token that can be named in a message.

/** A token with its offsets; `endOffset` is that of its last character. */
export type { IToken as Token } from "chevrotain";

/**
 * What a token begins with: a word where that is lower case, and else a character. Nowhere else is it looked for, and
 * where two tokens fit, the one that `tokenTypes` names first is taken.
 */
export const openings = new Map<TokenType, readonly string[]>();

function opensWith(opens: readonly string[], type: TokenType): TokenType {
  openings.set(type, opens);
  return type;
}

const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const digits = "0123456789".split("");
const figures = [...digits, ".", ...numeralOpenings];

// Between the words of a phrase: blanks, comments, and line ends that do not lead to the margin.
const gap = String.raw`(?:[ \t]|--[^\r\n]*(?=[\r\n])|[\r\n](?=[ \t\r\n]|--))+`;
const wordEnd = "(?![A-Za-z0-9_])";
const percentSign = `[ \\t]*(?:%|(?:per[ \\t]?cent\\.?|percent|bps?|basis${gap}points?)${wordEnd})`;
/** `8%`, `eight percent (8%)`, `50 bps` */
const percent = `${count}${percentSign}(?:[ \\t]*\\([ \\t]*${figure}[ \\t]*%[ \\t]*\\))?`;

/** `days`, `business days`, `months` …: what a count of time is a count of. */
const TimeUnit = createToken({ name: "TimeUnit", label: "days, months or years" });
/** What can stand for a section: `3.10`, `8(a)(vii)`, `Article III`, `preamble`. */
const SectionToken = createToken({ name: "SectionToken", label: "a section such as `1.2(a)`" });

// ---------------------------------------------------------------- tokens with a form of their own

interface Form {
  readonly opens: readonly string[];
  readonly pattern: string | RegExp;
  readonly category?: TokenType;
}

const capitalised = "[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*";

/** `Tranche 2`: a number behind a word of a name, where it is no figure with a unit or words, date, time or section. */
const numberInName = `(?:[ \\t]+\\d{1,4}(?![A-Za-z0-9_%/(-]|[.,:]\\d|[ \\t]+\\([ \\t]*${numeral}[ \\t]*\\)|[ \\t]+(?:shares?|(?:(?:business|trading|calendar|working|banking)[ \\t]+)?days?|weeks?|months?|years?|percent|per|bps?|basis|thousand|million|billion)${wordEnd}))`;

/** `the first 3-month anniversary of`, with its number inside. */
const anniversary = (which: "first" | "last"): Form => ({
  opens: ["the"],
  pattern: `the${gap}${which}${gap}\\d+-month${gap}anniversary${gap}of${wordEnd}`,
});

/** Amounts of money, by what may stand before them. */
export function moneyForms(sign: string) {
  const amount = `${sign}[ \\t]*${figure}`;
  return {
    PriceLiteral: `${amount}(?:${gap}(?:per|a|each)${gap}|[ \\t]*/[ \\t]*)shares?${wordEnd}`,
    ExchangeRateLiteral: `${amount}${gap}per${gap}${currencyCode}${wordEnd}`,
    MoneyLiteral: amount,
  } as const;
}

const forms: { readonly [K in TokenName]?: Form } = {
  Text: { opens: ['"'], pattern: /"[^"\r\n]*"/ },
  DayCount: {
    opens: ["actual", "business", "bus", "nl", "3"],
    pattern: `(?:actual|business|bus|nl|30[A-Z]?)/(?:actual|act|\\d{3}[A-Z]?)(?:[ \\t]+(?:ISDA|ICMA|ISMA|AFB|FBF|US|NASD))?${wordEnd}`,
  },
  DateLiteral: {
    opens: [...digits, ...monthInitials, "the"],
    pattern: String.raw`(?:\d{4}-\d{1,2}-\d{1,2}${wordEnd}|${writtenDate})`,
  },
  DayOfYear: { opens: [...digits, ...monthInitials], pattern: dayOfYear },
  TimeLiteral: { opens: digits, pattern: String.raw`\d{1,2}:\d{2}(?:[ \t]*[ap](?:\.m\.|m\b)|${wordEnd})` },
  SectionLabel: {
    opens: digits,
    pattern: /\d+(?:\.\d+)*(?:\([A-Za-z0-9]{1,6}\))+|\d+(?:\.\d+){2,}/,
    category: SectionToken,
  },
  PriceLiteral: { opens: signInitials, pattern: moneyForms(currencySign).PriceLiteral },
  ExchangeRateLiteral: { opens: signInitials, pattern: moneyForms(currencySign).ExchangeRateLiteral },
  MoneyLiteral: { opens: signInitials, pattern: moneyForms(currencySign).MoneyLiteral },
  InCurrency: { opens: ["in"], pattern: `in(?=[ \\t]+${currencyCode}${wordEnd})` },
  RateLiteral: {
    opens: figures,
    pattern: `${percent}${gap}(?:(?:(?:per|a)${gap}(?:year|annum)|annually)${wordEnd}|p\\.a\\.)`,
  },
  PercentLiteral: { opens: figures, pattern: percent },
  SharesLiteral: { opens: figures, pattern: `${count}${gap}shares?${wordEnd}` },
  Fraction: { opens: [...numeralOpenings, "half", "a"], pattern: `${fraction}${gap}of${wordEnd}` },
  NumberLiteral: { opens: figures, pattern: count, category: SectionToken },
  NamedSection: { opens: namedSectionOpenings, pattern: namedSection, category: SectionToken },
  Preamble: { opens: ["preamble"], pattern: `preamble${wordEnd}`, category: SectionToken },
  StartOf: { opens: ["the", "start"], pattern: `(?:the${gap}(?:earliest${gap})?)?start${gap}of${wordEnd}` },
  TheFirstAnniversaryOf: anniversary("first"),
  TheLastAnniversaryOf: anniversary("last"),
  Name: {
    opens: capitals,
    pattern: `${capitalised}${numberInName}?(?:(?:[ \\t]+(?:of|per|as|at|in))?[ \\t]+(?!${namedSection}|${dollarSign})${capitalised}${numberInName}?)*`,
  },
  ListLabel: { opens: ["("], pattern: /\((?:[ivx]+|[a-z])\)/ },
  Possessive: { opens: ["'", "’"], pattern: /['’]s(?![A-Za-z0-9_])/ },
  Word: { opens: [], pattern: /[a-z][a-z0-9]*(?:-[a-z0-9]+)*/ },
  Colon: { opens: [":"], pattern: /:(?!=)/ },
  Equals: { opens: ["="], pattern: /=(?![=>])/ },
};

function tokenFor(name: TokenName): TokenType {
  const form = forms[name];
  const { words } = rowOf(name);
  if (form !== undefined) return written(name, words, form);
  if (isIn(name, "dayUnit", "longUnit")) return written(name, words, { ...unitForm(words), category: TimeUnit });
  if (isIn(name, "clockUnit")) return written(name, words, unitForm(words));
  if (isPhrase(words)) return wordsToken(name);
  return written(name, words, { opens: [words], pattern: `\\${words}` });
}

function written(name: string, label: string, { opens, pattern, category }: Form): TokenType {
  const categories = category === undefined ? [] : [category];
  return opensWith(opens, createToken({ name, label, pattern: new RegExp(pattern, "y"), categories }));
}

/** `business days` and `business day`. */
function unitForm(words: string): Form {
  const [first = "", ...others] = words.split(" ");
  const opens = others.length > 0 ? [first] : [first.slice(0, -1), first];
  return { opens, pattern: `${words.replace(" ", gap)}?${wordEnd}` };
}

/** Words of the language and not signs; a phrase may open with a comma. */
const isPhrase = (words: string) => isLowerCase(words.charCodeAt(words.length > 2 && words.startsWith(",") ? 2 : 0));

// ---------------------------------------------------------------- phrases

/** A phrase or a label, mostly written with one blank between its words; then it needs no regular expression. */
function wordsToken(name: TokenName): TokenType {
  const { words: label } = rowOf(name);
  const end = label.endsWith(":") ? ":" : "";
  const words = label.slice(0, label.length - end.length);
  const parts = words.split(" ");
  let pattern: RegExp | undefined;
  const exec: CustomPatternMatcherFunc = (text, offset) => {
    const found = matchPhrase(text, offset, parts, end);
    if (found !== undefined) return found === null ? null : [found];
    pattern ??= new RegExp(sourceOf(words, end), "y");
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };
  return opensWith(parts.slice(0, 1), createToken({ name, label, pattern: { exec } }));
}

function sourceOf(words: string, end: "" | ":"): string {
  if (end === ":") return `${words.replaceAll(" ", "[ \\t]+")}[ \\t]*:`;
  return words.split(" ").join(gap).replace(`,${gap}`, `,(?:${gap})?`) + wordEnd;
}

/** The words as they stand at a place, null where they do not, and undefined where that takes a closer look. */
function matchPhrase(text: string, offset: number, parts: readonly string[], end: "" | ":"): string | null | undefined {
  let at = offset;
  const last = parts.length - 1;
  for (let index = 0; ; index += 1) {
    const part = parts[index] ?? "";
    if (!text.startsWith(part, at)) return null;
    at += part.length;
    if (index === last) break;
    // After a comma there may be no blank; between words there is one, or more that has to be looked at.
    if (!mayBeGap(text.charCodeAt(at))) {
      if (part !== ",") return null;
    } else if (text.charCodeAt(at) !== blank || mayBeGap(text.charCodeAt(at + 1))) return undefined;
    else at += 1;
  }
  const next = text.charCodeAt(at);
  if (end === "") return isWordCharacter(next) ? null : text.slice(offset, at);
  if (next === colon) return text.slice(offset, at + 1);
  return mayBeGap(next) && (mayBeGap(text.charCodeAt(at + 1)) || text.charCodeAt(at + 1) === colon) ? undefined : null;
}

/** Blanks, line ends, and the hyphen that may open a comment. */
const mayBeGap = (code: number) => isBlank(code) || isLineEnd(code) || code === hyphen;

/** Any lower-case words with a colon that open a line; those of the language were tried before. */
function labelAt(text: string, offset: number): RegExpExecArray | null {
  let before = offset - 1;
  while (before >= 0 && /[ \t]/.test(text.charAt(before))) before--;
  if (before >= 0 && !/[\r\n]/.test(text.charAt(before))) return null;
  unknownLabel.lastIndex = offset;
  const match = unknownLabel.exec(text);
  return match === null || /^(?:on[ \t]|(?:may|must|must[ \t]+not|today)[ \t]*:)/.test(match[0]) ? null : match;
}
const unknownLabel = /[a-z][a-z-]*(?:[ \t]+[a-z][a-z-]*){0,5}[ \t]*:(?!=)/y;

// ---------------------------------------------------------------- all of them

/** Tokens that no rule takes, each with a message of its own. */
const strays = {
  UnknownLabel: createToken({ name: "UnknownLabel", label: "a label", pattern: { exec: labelAt } }),
  UnclosedText: written("UnclosedText", "a text", { opens: ['"'], pattern: /"[^"\r\n]*/ }),
  CurlyText: written("CurlyText", "a text", { opens: ["“", "”", "„"], pattern: /[“”„][^“”„"\r\n]*[“”"]?/ }),
  WrongSymbol: written("WrongSymbol", "a sign", {
    opens: ":><=!&|*^≥≤≠×÷−–—;".split(""),
    pattern: /:=|>=|<=|=<|==|=>|!=|<>|&&|\|\||\*\*|[<>&|!≥≤≠×÷−–—;^]/,
  }),
  FullStop: written("FullStop", "a full stop", { opens: ["."], pattern: /\./ }),
} as const;

const names = allNames();
// cast: Object.fromEntries does not know its keys; here they are all names of the table.
// oxlint-disable-next-line typescript/consistent-type-assertions
const words = Object.fromEntries(names.map((name) => [name, tokenFor(name)])) as Readonly<Record<TokenName, TokenType>>;

/** Every token, by name. */
export const tokens = { ...words, ...strays, TimeUnit, SectionToken } as const;

/** Other wordings, each as a token of its own that stands for another: the longest are tried first. */
export const standsFor: ReadonlyMap<TokenType, TokenType> = new Map(
  names
    .filter((name) => wordingsOf(name).length > 0)
    .toSorted((a, b) => longestWording(b) - longestWording(a))
    .map((name) => [wordingsToken(name), words[name]]),
);

function wordingsToken(name: TokenName): TokenType {
  const all = wordingsOf(name).toSorted((a, b) => b.length - a.length);
  const opens = new Set(all.map((wording) => wording.split(" ")[0] ?? wording));
  const pattern = `(?:${all.map((wording) => sourceOf(wording, "")).join("|")})`;
  return written(`${name}InOtherWords`, rowOf(name).words, { opens: [...opens], pattern });
}

function longestWording(name: TokenName): number {
  return Math.max(...wordingsOf(name).map((wording) => wording.split(" ").length));
}

/** Whether a text as a whole is a name. */
export function isName(text: string): boolean {
  return new RegExp(`^(?:${forms.Name?.pattern})$`).test(text);
}

/** Tokens that any lower-case word may begin. */
export const anyWord: ReadonlySet<TokenType> = new Set([strays.UnknownLabel, words.Word]);

/** In the order in which they are tried: labels, literals, then phrases, the longest first, and signs. */
export const tokenTypes: TokenType[] = [
  ...typesOf((name) => rowOf(name).words.endsWith(":") && name !== "Colon"),
  strays.UnknownLabel,
  words.Fraction,
  ...typesOf((name) => isIn(name, "figure", "literal", "section")),
  strays.UnclosedText,
  strays.CurlyText,
  strays.WrongSymbol,
  words.Name,
  ...standsFor.keys(),
  ...typesOf(isInner).toSorted((a, b) => wordCount(b) - wordCount(a)),
  words.Word,
  strays.FullStop,
  ...typesOf((name) => isIn(name, "mark", "sum", "product") && !isInner(name) && name !== "Word"),
  TimeUnit,
  SectionToken,
];

/** Phrases and units, but no labels. */
function isInner(name: TokenName): boolean {
  const { words: label } = rowOf(name);
  const isOther =
    isIn(name, "figure", "literal", "fraction", "section", "mark") || name === "Name" || label.endsWith(":");
  return !isOther && isPhrase(label);
}

function typesOf(isWanted: (name: TokenName) => boolean): TokenType[] {
  return names.filter(isWanted).map((name) => words[name]);
}

function wordCount(type: TokenType): number {
  return (type.LABEL ?? "").split(" ").length;
}
