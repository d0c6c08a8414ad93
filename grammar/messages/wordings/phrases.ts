import { inOrder } from "../../forms/written-dates.ts";
import type { Token } from "../../tokens.ts";
import { tokens as t } from "../../tokens.ts";
import { isIn } from "../../words.ts";
import { endsOperand } from "../brackets.ts";
import type { ErrorContext, StatementTokens, SyntaxFinding } from "../syntax-error.ts";
import { endOf, matched, replacement, reworded, shown } from "../syntax-error.ts";
import { clausePhrases } from "./parts/clause-phrases.ts";
import { contractPhrases } from "./parts/contract-phrases.ts";
import { notePhrases } from "./parts/note-phrases.ts";
import type { Phrase } from "./parts/phrase.ts";
import { inWords } from "./parts/phrase.ts";

/** Phrases that contracts have and the language does not take, each answered whole: half of one may say the opposite. */
export function phrase({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const date = dateInFigures(statement, found);
  if (date !== undefined) return date;
  const opening = statement.tokens.slice(Math.max(0, index - longestOpening), index + 2);
  for (const token of opening) {
    for (const { words, right, help, behind, sign, joint } of phrases) {
      const match = matched(statement, token, words);
      if (match === undefined || match.index + match[0].length < found.startOffset) continue;
      if (behind !== undefined && (token !== found || !isBehind(behind, previous))) continue;
      if (sign !== undefined) return operationFinding(statement, match, sign);
      if (joint !== undefined) return jointFinding(statement, match, joint);
      const form = right?.(...match);
      // What is said as the language says it is not what is wrong.
      if (form !== undefined && form === match[0].replaceAll(/\s+/g, " ").trim()) continue;
      return phraseFinding(statement.text, match, form, help);
    }
  }
  return undefined;
}

function phraseFinding(text: string, match: RegExpExecArray, right?: string, help?: string): SyntaxFinding {
  const [start, end] = [match.index, match.index + match[0].length];
  if (right === undefined) {
    const facts = { expected: "a wording of the language", found: `\`${shown(match[0])}\`` };
    return { code: "TN1001", start, end, facts, ...(help !== undefined && { help }) };
  }
  const finding = reworded(text, start, end, right, false, "TN1024");
  // Before a comma there is no blank.
  const from = right.startsWith(",") ? text.slice(0, start).trimEnd().length : start;
  const blank = match[0].startsWith(",") && !right.startsWith(",") ? " " : "";
  return { ...finding, fix: { start: from, end, text: blank + right } };
}

/** `the sum of A and`: beside other operations only brackets keep what belongs together. */
function operationFinding({ text, tokens }: StatementTokens, match: RegExpExecArray, sign: string): SyntaxFinding {
  const [, left = ""] = match;
  const isPart = /(?:%|percent|per cent|times|half|thirds?|quarters?|fourths?|twice|double)\s+(?:of\s+)?$/.test(
    text.slice(0, match.index),
  );
  if (!isPart && !tokens.some(isOperation)) return phraseFinding(text, match, `${left} ${sign}`);
  const isSimple = tokens.every((token) => !isOperation(token) || !isInside(token, match));
  const right = `(${isSimple ? left : `(${left})`} ${sign} …)`;
  return reworded(text, match.index, match.index + match[0].length, right, false, "TN1024");
}

/** `A net of B`: with another operation beside it, only brackets say what is taken from what. */
function jointFinding({ text, tokens }: StatementTokens, match: RegExpExecArray, joint: string): SyntaxFinding {
  const isAlone = tokens.every((token) => !isIn(token.tokenType.name, "sum") || isInside(token, match));
  if (isAlone) return phraseFinding(text, match, joint);
  const [start, end] = [match.index, match.index + match[0].length];
  const help = `write \`${joint}\`, with brackets round what belongs together: \`A ${joint} (B + C)\` or \`(A ${joint} B) + C\``;
  return { ...reworded(text, start, end, joint, false, "TN1024"), help };
}

function isInside({ startOffset }: Token, { index, 0: { length } }: RegExpExecArray): boolean {
  return startOffset > index && startOffset < index + length;
}

function isOperation({ tokenType: { name } }: Token): boolean {
  return isIn(name, "sum", "product", "power", "fraction");
}

function isBehind(what: NonNullable<Phrase["behind"]>, previous: Token | undefined): boolean {
  if (previous === undefined) return false;
  return what === "value" ? endsOperand(previous) : isIn(previous.tokenType.name, "rounding");
}

/** How many words of a phrase the grammar may take before it stops. */
const longestOpening = 3;

const steps: Readonly<Record<string, string>> = { cent: "a cent", dollar: "$1", share: "1 share" };
const stepOf = (unit = ""): string => steps[unit] ?? unit;
const roundings: Readonly<Record<string, string>> = { up: "up", down: "down", upward: "up", downward: "down" };

const sizes: Readonly<Record<string, string>> = {
  k: "thousand",
  m: "million",
  mm: "million",
  mn: "million",
  bn: "billion",
};
const ordinals = "second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

const condition = "write `VALUE if CONDITION, otherwise VALUE`, or `VALUE only while CONDITION`";
const limit = "write a limit as `the lesser of A and B`, and what goes before another clause with `notwithstanding`";

const unit = "((?:[Bb]usiness |[Tt]rading |[Cc]alendar )?[Dd]ay)";
const unitOf = (words = "day") => words.toLowerCase().replace("calendar ", "");
const directions: Readonly<Record<string, string>> = {
  ...{
    after: "after",
    following: "after",
    succeeding: "after",
    before: "before",
    preceding: "before",
    "prior to": "before",
  },
};

const phrases: readonly Phrase[] = [
  ...notePhrases,
  ...clausePhrases,
  ...contractPhrases,
  {
    words: inWords(
      `the (?:next(?: succeeding| following)? ${unit} (?:immediately )?|${unit} (?:immediately |next )*)(after|following|succeeding|before|preceding|prior to)\\b`,
    ),
    right: (_, first, second, way = "") => `1 ${unitOf(first ?? second)} ${directions[way] ?? way}`,
  },
  {
    words: inWords(`the (first|${ordinals.join("|")}) anniversary of\\b`),
    right: (_, which = "") => `${ordinals.indexOf(which) + 2} year${which === "first" ? "" : "s"} after`,
  },
  { words: inWords(', else(?! ["“])\\b'), right: () => ", otherwise", behind: "value" },
  {
    words: inWords("(?:per|for (?:each|every)) (?:business |trading |calendar )?day\\b"),
    help: "write `AMOUNT * (the number of days from and including D to and including E)`",
    behind: "value",
  },
  {
    words: inWords(
      ",? ?rounded (?:(half up|up|down|upward|downward) )?to (?:(?:the|an?) )?(?:(?:nearest|next) )?(?:(?:whole|full|one) )?(?:number of )?(cent|dollar|share)s?\\b",
    ),
    right: (_, way = "half up", unit) => `, rounded ${roundings[way] ?? way} to ${stepOf(unit)}`,
  },
  {
    words: inWords("(?:whole|full|one)? ?(?:number of )?(cent|dollar|share)s?\\b"),
    right: (_, unit) => stepOf(unit),
    behind: "rounding",
  },
  {
    words: inWords("\\$([\\d,.]+) ?(k|mm?|mn|bn)\\b"),
    right: (_, figure, size = "") => `$${figure} ${sizes[size] ?? "million"}`,
  },
  {
    words: inWords("(?:(\\d+) )?([1-7])/([248])(?= ?%| per ?cent\\b)"),
    right: (_, whole = "0", over = "", under = "") => String(Number(whole) + Number(over) / Number(under)),
  },
  {
    words: inWords("(?:an?|one)?[ -]?half (?:of )?(?:(?:one|an?|1) )?per ?cent\\b"),
    right: () => "0.5%",
  },
  {
    words: inWords("(one|an?|three)[ -](?:quarter|fourth)s? (?:of )?(?:(?:one|an?|1) )?per ?cent\\b"),
    right: (_, over) => (over === "three" ? "0.75%" : "0.25%"),
  },
  {
    words: inWords("consecutive ((?:business |trading |calendar )?(?:days?))\\b"),
    right: (_, unit = "") => unit,
  },
  {
    words: inWords(
      "the date (?:that is|which is|that falls|which falls|falling|occurring) (\\S+(?: \\(\\S+\\))? (?:business |trading |calendar )?(?:days?|months?|years?))\\b",
    ),
    right: (_, count = "") => count,
  },
  {
    words: inWords(`the (${ordinals.join("|")}|\\d+(?:st|nd|rd|th)) ${unit} (after|before|following|prior to)\\b`),
    right: (_, which = "", day = "", way = "") =>
      `${ordinals.includes(which) ? ordinals.indexOf(which) + 2 : Number.parseInt(which, 10)} ${unitOf(day)}s ${directions[way] ?? way}`,
  },
  {
    words: inWords("an? ((?:business |trading |calendar )?day|month|year)(?= (?:after|before|following|prior)\\b)"),
    right: (_, unit = "") => `1 ${unit}`,
  },
  {
    words: inWords(
      "(?:an?|the) (?:amount|number|price|sum|rate)(?: in cash| of shares)? equal to ((?:its |market )?(?:[A-Z][\\w-]*(?:(?: (?:of|per|as|at|in))? [A-Z][\\w-]*)*|[a-z]+|[$\\d(]\\S*))",
    ),
    right: (_, value = "") => value,
  },
  { words: inWords("(?:twice|double)(?: of)?(?= [A-Z($])"), right: () => "2 *" },
  {
    words: inWords(
      "(?:(?<=\\$[\\d,.]+ )(?:each|apiece)|per (?:common |ordinary |preferred )?[Ss]hare(?: of common stock)?)\\b",
    ),
    right: () => "per share",
    behind: "value",
  },
  { words: inWords("x(?= [A-Z\\d($])"), right: () => "*", behind: "value" },
  {
    words: inWords("is (?:true|false)\\b"),
    help: "a yes or no stands by itself: write its name, or `not` and its name",
  },
  {
    words: inWords("(?:not|no) (?:less|lower|fewer) than\\b"),
    help: "in a condition write `A is at least B`; a value that is at least so much is `the greater of A and B`",
  },
  {
    words: inWords("(?:not|no) (?:more|greater|higher) than\\b"),
    help: "in a condition write `A is at most B`; a value that is at most so much is `the lesser of A and B`",
  },
  {
    words: inWords(",? ?rounded (?:up |down )?to (?:the nearest )?\\S+ decimals?(?: places?)?\\b"),
    help: "write the step itself, in the unit of the value: `, rounded half up to $0.01`",
  },
  { words: inWords(", if(?! (?:set|any)\\b)"), help: condition, behind: "value" },
  { words: inWords("half(?= (?:its |market |[A-Z]))"), right: () => "half of" },
  {
    words: inWords(
      ",? ?(?:less(?! than)|net of|after (?:the )?deduction of|reduced by|decreased by)(?! [\\d.]+ ?%)\\b",
    ),
    joint: "-",
    behind: "value",
  },
  { words: inWords(",? ?(?:together with|increased by|(?<=, ?)plus)(?! [\\d.]+ ?%)\\b"), joint: "+", behind: "value" },
  { words: inWords("the product of ([^,()\\r\\n]+?) and\\b"), sign: "*" },
  { words: inWords("the (?:quotient|ratio) of ([^,()\\r\\n]+?) (?:and|to)\\b"), sign: "/" },
  {
    words: inWords("the (?:sum|aggregate|total)(?: amount)? of [^,()\\r\\n]+,(?= [^\\r\\n]* and\\b)"),
    help: "write `A + B + C`, or `the total of` with its entries (i), (ii), (iii)",
  },
  { words: inWords("the (?:sum|aggregate|total)(?: amount)? of ([A-Z][\\w -]*?|\\$[\\d,.]+) and\\b"), sign: "+" },
  { words: inWords("the difference (?:of|between) ([^,()\\r\\n]+?) and\\b"), sign: "-" },
  {
    words: inWords("the (highest|lowest) of ([^,()\\r\\n]+?)(?=, [^\\r\\n]+ and\\b| and\\b)"),
    right: (_, which, left = "") => `${which === "highest" ? "the greatest of" : "the least of"} ${left}`,
  },
  {
    words: inWords(
      ",? ?(?:provided,? ?(?:however,? ?)?that|except (?:that|if|where|when)|in the event that|to the extent that)\\b",
    ),
    help: condition,
  },
  {
    words: inWords(",? ?unless\\b"),
    help: "write `VALUE only while not CONDITION`, or `VALUE if not CONDITION, otherwise VALUE`",
    behind: "value",
  },
  { words: inWords(",? ?subject to\\b"), help: limit },
  {
    words: inWords("in arrears\\b"),
    help: "take it out: `falls due on` says the day, and what has accrued to that day is what falls due",
  },
  { words: inWords("in advance\\b"), help: "take it out, and say the day itself behind `falls due on`" },
  {
    words: inWords("(?:is )?(?:positive|greater than zero)\\b"),
    help: "write `is more than $0`, or `0` with the unit of the value",
  },
  { words: inWords("(?:is )?negative\\b"), help: "write `is less than $0`, or `0` with the unit of the value" },
  { words: inWords("(?:is )?zero\\b"), help: "write `$0`, or `0` with the unit of the value" },
];

/** `2006/03/01`, `2006.3.1`: the order is that of the language. */
function yearFirst(statement: StatementTokens, token: Token): SyntaxFinding | undefined {
  const match = matched(statement, token, /(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?![\d%])/y);
  const [written = "", year = "", , month = "", day = ""] = match ?? [];
  const start = token.startOffset;
  return match === undefined
    ? undefined
    : reworded(statement.text, start, start + written.length, inOrder(year, month, day));
}

/** `01/03/2006`, `3.1.2006`, `3-1-2006`, `1/3/06`: which of the two is the month is not seen, unless one of them can't be. */
export function dateInFigures(statement: StatementTokens, token: Token): SyntaxFinding | undefined {
  const match = matched(statement, token, /(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\d%A-Za-z])/y);
  if (match === undefined) return yearFirst(statement, token);
  const [written, first = "", sign, second = "", figures = ""] = match;
  if (sign !== "/" && figures.length < 4) return undefined;
  const year = figures.length === 4 ? figures : `20${figures}`;
  const isMonth = (figure: string) => Number(figure) >= 1 && Number(figure) <= 12;
  const readings = [
    ...(isMonth(first) ? [inOrder(year, first, second)] : []),
    ...(isMonth(second) && first !== second ? [inOrder(year, second, first)] : []),
  ].map((it) => `\`${it}\``);
  const problem = "it does not say which part is the month";
  const facts = { found: written, kind: "a date", problem: readings.length > 1 ? problem : "it has another form" };
  const help = `write ${readings.join(" or ") || "it as in `2005-12-28`"}`;
  return { code: "TN1005", start: token.startOffset, end: token.startOffset + written.length, facts, help };
}

/** `$1,000,000.-`: an amount ends with its figures. */
export function dashBehindAmount(
  { text, tokens }: StatementTokens,
  stop: Token,
  index: number,
): SyntaxFinding | undefined {
  const amount = tokens[index - 1];
  const dash = /^\.[-–—]+/.exec(text.slice(stop.startOffset))?.[0];
  if (amount?.tokenType !== t.MoneyLiteral || dash === undefined || endOf(amount) !== stop.startOffset)
    return undefined;
  const place = { ...amount, image: amount.image + dash };
  return {
    ...reworded(text, amount.startOffset, endOf(place), amount.image),
    fix: replacement(place, amount.image),
  };
}
