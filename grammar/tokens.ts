import type { IToken, TokenType } from "chevrotain";
import { createToken } from "chevrotain";
import { blank, colon, hyphen, isBlank, isLineEnd, isWordCharacter } from "./characters.ts";

// The tokens of a template, for `tokenize.ts` to find in a text. Keywords are lower-case words; a phrase of several words
// is one token and may span a line break. Literals are taken generously, so that `$5,00,0` or `8 % per annum` is one
// token that can be named in a message.

/** A token with its offsets; `endOffset` is that of its last character. */
export type Token = IToken;

/**
 * What a token begins with: a word where that is lower case, and else a character. Nowhere else is it looked for, and
 * where two tokens fit, the one that `tokenTypes` names first is taken.
 */
export const openings = new Map<TokenType, readonly string[]>();

const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const digits = "0123456789".split("");

function opensWith(opens: readonly string[], type: TokenType): TokenType {
  openings.set(type, opens);
  return type;
}

// Between the words of a phrase: blanks, comments, and line ends that do not lead to the margin.
const gap = String.raw`(?:[ \t]|--[^\r\n]*(?=[\r\n])|[\r\n](?=[ \t\r\n]|--))+`;
const wordEnd = "(?![A-Za-z0-9_])";
const figure = String.raw`(?:\d+(?:,\d+)*(?:\.\d+)?|\.\d+)`;

// ---------------------------------------------------------------- keywords

/** Keywords and phrases, by the name of their token. */
const phrases = {
  // Heads of statements
  Note: "note",
  Given: "given",
  Section: "section",
  Event: "event",
  ShareBasis: "share basis changes on",
  Account: "account",
  Reading: "reading",
  When: "when",
  On: "on",
  OnEach: "on each",
  Notwithstanding: "notwithstanding",
  The: "the",
  Role: "role",
  Test: "test",
  InWords: "in words",
  // What a statement is made of
  ForEach: "for each",
  OfEach: "of each",
  For: "for",
  By: "by",
  Of: "of",
  To: "to",
  At: "at",
  A: "a",
  An: "an",
  Means: "means",
  HoldsWhen: "holds when",
  HoldsFrom: "holds from",
  Until: "until",
  IsFixedAs: "is fixed as",
  StartsAt: "starts at",
  CommaRestated: ", restated for splits",
  CommaNotRestated: ", not restated for splits",
  CommaNotSet: ", at first not set",
  CommaOptional: ", optional",
  OwedBy: "owed by",
  Begins: "begins",
  Ends: "ends",
  Becomes: "becomes",
  BecomesNotSet: "becomes not set",
  RisesBy: "rises by",
  FallsBy: "falls by",
  IsCharged: "is charged",
  DueOn: "due on",
  PayableOn: "payable on",
  CommaPayableOn: ", payable on",
  FallsDueOn: "falls due on",
  FallsDueInFullOn: "falls due in full on",
  FallsDueBy: "falls due by",
  EachWithIts: "each with its",
  IsWaived: "is waived",
  ForTheMonthOf: "for the month of",
  IsConvertedBy: "is converted by",
  IsCleared: "is cleared",
  IsAppliedTo: "is applied to",
  CommaThen: ", then",
  MayGive: "may give",
  MustGive: "must give",
  MustPay: "must pay",
  MustNotGive: "must not give",
  May: "may",
  Must: "must",
  MustNot: "must not",
  Called: "called",
  CommaCalled: ", called",
  OnlyIf: "only if",
  CommaElse: ", else",
  UpTo: "up to",
  CutBack: "cut back",
  Void: "void",
  Unless: "unless",
  Occurs: "occurs",
  Clause: "clause",
  Takes: "takes",
  Changes: "changes",
  Excepts: "excepts",
  Gives: "gives",
  Meaning: "meaning",
  Party: "party",
  Use: "use",
  WhileTheConditionHolds: "while the condition holds",
  ForGood: "for good",
  IsNoValue: "is no value",
  IsAnError: "is an error",
  // Types
  MoneyType: "money",
  PriceType: "price",
  SharesType: "shares",
  PercentType: "percent",
  RateType: "rate",
  NumberType: "number",
  NumberPerShareType: "number per share",
  DayCountType: "day count",
  DateType: "date",
  TimeType: "time",
  YesOrNoType: "yes or no",
  TextType: "text",
  // Values
  As: "as",
  IsRead: "is read",
  AsOf: "as of",
  ToThePowerOf: "to the power of",
  Under: "under",
  If: "if",
  CommaOtherwise: ", otherwise",
  OnlyWhile: "only while",
  CommaOrElse: ", or else",
  CommaRoundedDown: ", rounded down to",
  CommaRoundedUp: ", rounded up to",
  CommaRoundedHalfUp: ", rounded half up to",
  CommaRoundedHalfEven: ", rounded half even to",
  CommaIfSet: ", if set",
  TheLesserOf: "the lesser of",
  TheGreaterOf: "the greater of",
  TheEarlierOf: "the earlier of",
  TheLaterOf: "the later of",
  TheLeastOf: "the least of",
  TheGreatestOf: "the greatest of",
  TheEarliestOf: "the earliest of",
  TheLatestOf: "the latest of",
  TheTotalOf: "the total of",
  TheSumOf: "the sum of",
  TheAverageOf: "the average of",
  TheHighestOf: "the highest of",
  TheLowestOf: "the lowest of",
  TheNumberOf: "the number of",
  TheFirstOf: "the first of",
  TheLastOf: "the last of",
  TheFirstOfEvery: "the first of every",
  TheLastOfEvery: "the last of every",
  TheFirst: "the first",
  TheLast: "the last",
  OfTheMonthOf: "of the month of",
  OfTheQuarterOf: "of the quarter of",
  OfTheYearOf: "of the year of",
  LowestOf: "lowest of",
  HighestOf: "highest of",
  Over: "over",
  Events: "events",
  Where: "where",
  OnWhich: "on which",
  Ending: "ending",
  From: "from",
  FromAndIncluding: "from and including",
  FromButExcluding: "from but excluding",
  ToAndIncluding: "to and including",
  ToButExcluding: "to but excluding",
  After: "after",
  Before: "before",
  OnOrAfter: "on or after",
  OnOrBefore: "on or before",
  InterestAt: "interest at",
  Unpaid: "unpaid",
  Due: "due",
  Overdue: "overdue",
  TheFirstOverdueDateOf: "the first overdue date of",
  Accruing: "accruing",
  Paid: "paid",
  Its: "its",
  ItIsNot: "it is not",
  ItIs: "it is",
  This: "this",
  Market: "market",
  Today: "today",
  Yes: "yes",
  No: "no",
  Unlimited: "unlimited",
  // Conditions
  AllOf: "all of",
  AnyOf: "any of",
  NoneOf: "none of",
  And: "and",
  Or: "or",
  Not: "not",
  OnEvery: "on every",
  OnSome: "on some",
  OnNo: "on no",
  Every: "every",
  Some: "some",
  Has: "has",
  While: "while",
  Is: "is",
  IsNot: "is not",
  IsMoreThan: "is more than",
  IsLessThan: "is less than",
  IsAtLeast: "is at least",
  IsAtMost: "is at most",
  IsBefore: "is before",
  IsAfter: "is after",
  IsOnOrBefore: "is on or before",
  IsOnOrAfter: "is on or after",
  IsSet: "is set",
  IsNotSet: "is not set",
  IsOneOf: "is one of",
  HasHappened: "has happened",
  HasNotHappened: "has not happened",
} as const;

/** Labels that open a line and end in a colon, by the name of their token. */
const lineLabels = {
  LanguageLine: "language",
  PartiesLine: "parties",
  ExistsFromLine: "exists from",
  BusinessDaysLine: "business days",
  TimesAreInLine: "times are in",
  TakesEffectOnLine: "takes effect on",
  TakesEffectAtStartOfLine: "takes effect at the start of",
  AccruesLine: "accrues",
  FromAndIncludingLine: "from and including",
  WhileLine: "while",
  DayOfPaymentCountsLine: "day of payment counts",
  PassageLine: "passage",
  ChoicesLine: "choices",
  ChosenLine: "chosen",
  ItIsLine: "it is",
  OverLine: "over",
  AskingForLine: "asking for",
  BeyondThatLine: "beyond that",
  GivingLine: "giving",
  CuredByLine: "unless cured by the end of",
  ContinuesLine: "continues",
  InWordsLine: "in words",
  OurViewLine: "our view",
  InsteadOfLine: "instead of",
  FavoursLine: "favours",
  WithLine: "with",
  ReadingLine: "reading",
  MarketLine: "market",
  CalendarLine: "calendar",
  ExpectLine: "expect",
  SaysLine: "says",
  AlsoKnownAsLine: "also known as",
  SourceLine: "source",
} as const;

/** The labels as written, without the colon. */
export const labelWords: readonly string[] = Object.values(lineLabels);
/** The keywords and phrases as written. */
export const phraseWords: readonly string[] = Object.values(phrases);

function phraseToken(name: string, words: string): TokenType {
  const source = words.split(" ").join(gap).replace(`,${gap}`, `,(?:${gap})?`) + wordEnd;
  return wordsToken(name, words, words, source);
}

function labelToken(name: string, words: string): TokenType {
  const source = `${words.replaceAll(" ", "[ \\t]+")}[ \\t]*:`;
  return wordsToken(name, `${words}:`, words, source);
}

/** Words that are mostly written with one blank between them, and then need no regular expression. */
function wordsToken(name: string, label: string, words: string, source: string): TokenType {
  const parts = words.split(" ");
  const end = label.endsWith(":") ? ":" : "";
  let pattern: RegExp | undefined;
  const exec = (text: string, offset: number): RegExpExecArray | null => {
    const found = matchPhrase(text, offset, parts, end);
    if (found !== undefined) return found === null ? null : ([found] as unknown as RegExpExecArray);
    pattern ??= new RegExp(source, "y");
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };
  const type = createToken({
    name,
    label,
    pattern: { exec },
  });
  return opensWith(parts.slice(0, 1), type);
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

function tokensOf<K extends string>(
  table: Readonly<Record<K, string>>,
  make: (name: string, words: string) => TokenType,
): Readonly<Record<K, TokenType>> {
  const entries = Object.entries<string>(table).map(([name, words]) => [name, make(name, words)]);
  return Object.fromEntries(entries) as Readonly<Record<K, TokenType>>;
}

// ---------------------------------------------------------------- categories

/** `days`, `business days`, `months` …: what a count of time is a count of. */
const TimeUnit = createToken({ name: "TimeUnit", label: "days, months or years" });
/** What can stand for a section: `3.10`, `8(a)(vii)`, `Article III`, `preamble`. */
const SectionToken = createToken({ name: "SectionToken", label: "a section" });

function unitToken(name: string, label: string, pattern: string, opens: readonly string[]): TokenType {
  const type = createToken({
    name,
    label,
    pattern: new RegExp(pattern + wordEnd, "y"),
    categories: [TimeUnit],
  });
  return opensWith(opens, type);
}

const units = {
  BusinessDays: unitToken("BusinessDays", "business days", `business${gap}days?`, ["business"]),
  TradingDays: unitToken("TradingDays", "trading days", `trading${gap}days?`, ["trading"]),
  Days: unitToken("Days", "days", "days?", ["day", "days"]),
  Months: unitToken("Months", "months", "months?", ["month", "months"]),
  Years: unitToken("Years", "years", "years?", ["year", "years"]),
} as const;

// ---------------------------------------------------------------- names, literals, marks

const capitalised = "[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*";
const numberedPart = String.raw`(?:Article|Exhibit|Annex|Appendix|Schedule)[ \t]+(?:[IVXLC]+|[A-Z]|\d+)(?![A-Za-z0-9-])(?![ \t]+[A-Z])`;

const written = (
  name: string,
  label: string,
  opens: readonly string[],
  pattern: string | RegExp,
  categories: TokenType[] = [],
): TokenType => opensWith(opens, createToken({ name, label, pattern: new RegExp(pattern, "y"), categories }));

const figures = [...digits, "."];

const literals = {
  Text: written("Text", "a text in double quotes", ['"'], /"[^"\r\n]*"/),
  DayCount: written(
    "DayCount",
    "a day count such as actual/365",
    ["actual", "3"],
    `(?:actual/(?:365|360|actual)|30E?/360)${wordEnd}`,
  ),
  DateLiteral: written("DateLiteral", "a date", digits, String.raw`\d{4}-\d{1,2}-\d{1,2}${wordEnd}`),
  TimeLiteral: written("TimeLiteral", "a time", digits, String.raw`\d{1,2}:\d{2}${wordEnd}`),
  SectionLabel: written(
    "SectionLabel",
    "a section",
    digits,
    /\d+(?:\.\d+)*(?:\([A-Za-z0-9]{1,6}\))+|\d+(?:\.\d+){2,}/,
    [SectionToken],
  ),
  PriceLiteral: written(
    "PriceLiteral",
    "a price",
    ["$"],
    `\\$[ \\t]*${figure}${gap}(?:per|a|each)${gap}shares?${wordEnd}`,
  ),
  MoneyLiteral: written(
    "MoneyLiteral",
    "an amount of money",
    ["$"],
    `\\$[ \\t]*${figure}(?:[ \\t]+(?:thousand|million|billion)${wordEnd})?`,
  ),
  RateLiteral: written(
    "RateLiteral",
    "a rate per year",
    figures,
    `${figure}[ \\t]*(?:%|per[ \\t]?cent|percent)${gap}(?:(?:per|a)${gap}(?:year|annum)|annually)${wordEnd}`,
  ),
  PercentLiteral: written(
    "PercentLiteral",
    "a percent",
    figures,
    `${figure}[ \\t]*(?:%|(?:per[ \\t]?cent|percent)${wordEnd})`,
  ),
  SharesLiteral: written("SharesLiteral", "a number of shares", figures, `${figure}${gap}shares?${wordEnd}`),
  NumberLiteral: written("NumberLiteral", "a number", figures, figure, [SectionToken]),
  NamedSection: written("NamedSection", "a section", capitals, numberedPart, [SectionToken]),
} as const;

const marks = {
  Name: written(
    "Name",
    "a name",
    capitals,
    `${capitalised}(?:(?:[ \\t]+(?:of|per|as|at|in))?[ \\t]+(?!${numberedPart})${capitalised})*`,
  ),
  ListLabel: written("ListLabel", "a label such as (i)", ["("], /\((?:[ivx]+|[a-z])\)/),
  Possessive: written("Possessive", "'s", ["'", "’"], /['’]s(?![A-Za-z0-9_])/),
  Word: createToken({ name: "Word", label: "a word", pattern: /[a-z][a-z0-9]*(?:-[a-z0-9]+)*/y }),
  Colon: written("Colon", ":", [":"], /:(?!=)/),
  Comma: written("Comma", ",", [","], /,/),
  LeftBracket: written("LeftBracket", "(", ["("], /\(/),
  RightBracket: written("RightBracket", ")", [")"], /\)/),
  Equals: written("Equals", "=", ["="], /=(?![=>])/),
  Plus: written("Plus", "+", ["+"], /\+/),
  Minus: written("Minus", "-", ["-"], /-/),
  Times: written("Times", "*", ["*"], /\*/),
  Divide: written("Divide", "/", ["/"], /\//),
} as const;

/** Tokens that no rule takes, each with a message of its own. */
const strays = {
  UnknownLabel: createToken({
    name: "UnknownLabel",
    label: "a label",
    pattern: { exec: labelAt },
  }),
  UnclosedText: written("UnclosedText", "a text", ['"'], /"[^"\r\n]*/),
  CurlyText: written("CurlyText", "a text", ["“", "”", "„"], /[“”„][^“”„"\r\n]*[“”"]?/),
  WrongSymbol: written(
    "WrongSymbol",
    "a sign",
    ":><=!&|*^≥≤≠×÷−–—;".split(""),
    /:=|>=|<=|==|=>|!=|<>|&&|\|\||\*\*|[<>&|!≥≤≠×÷−–—;^]/,
  ),
  FullStop: written("FullStop", "a full stop", ["."], /\./),
} as const;

/** Tokens that any lower-case word may begin. */
export const anyWord: ReadonlySet<TokenType> = new Set([strays.UnknownLabel, marks.Word]);

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

const phraseTokens = tokensOf(phrases, phraseToken);
const labelTokens = tokensOf(lineLabels, labelToken);

/** `the first 3-month anniversary of`, with its number inside. */
function anniversaryToken(name: string, which: string): TokenType {
  const pattern = `the${gap}${which}${gap}\\d+-month${gap}anniversary${gap}of${wordEnd}`;
  const label = `the ${which} 3-month anniversary of`;
  return written(name, label, ["the"], pattern);
}

const anniversaries = {
  TheFirstAnniversaryOf: anniversaryToken("TheFirstAnniversaryOf", "first"),
  TheLastAnniversaryOf: anniversaryToken("TheLastAnniversaryOf", "last"),
} as const;

/** Every token, by name. */
export const tokens = {
  ...anniversaries,
  ...phraseTokens,
  ...labelTokens,
  ...units,
  ...literals,
  ...marks,
  ...strays,
  Preamble: written("Preamble", "preamble", ["preamble"], `preamble${wordEnd}`, [SectionToken]),
  StartOf: written("StartOf", "start of", ["the", "start"], `(?:the${gap})?start${gap}of${wordEnd}`),
  TimeUnit,
  SectionToken,
} as const;

/** In the order in which they are tried: labels, literals, then phrases, the longest first. */
export const tokenTypes: TokenType[] = [
  ...Object.values(labelTokens),
  strays.UnknownLabel,
  ...Object.values(literals),
  strays.UnclosedText,
  strays.CurlyText,
  strays.WrongSymbol,
  marks.Name,
  ...Object.values(anniversaries),
  tokens.StartOf,
  tokens.Preamble,
  units.BusinessDays,
  units.TradingDays,
  ...Object.values(phraseTokens).toSorted((a, b) => wordCount(b) - wordCount(a)),
  units.Days,
  units.Months,
  units.Years,
  marks.Word,
  strays.FullStop,
  ...Object.values(marks).filter((type) => type !== marks.Name && type !== marks.Word),
  TimeUnit,
  SectionToken,
];

function wordCount(type: TokenType): number {
  return (type.LABEL ?? "").split(" ").length;
}
