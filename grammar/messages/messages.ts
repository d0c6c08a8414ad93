import type { IRecognitionException } from "chevrotain";
import { labelAfter } from "../labels.ts";
import type { Token } from "../tokens.ts";
import { tokens as t } from "../tokens.ts";
import * as w from "../words.ts";

const labelWords = w.labelWords();
const phraseWords = w.phraseWords();

import { wordings } from "./contract-wordings.ts";
import type { ErrorContext, Heuristic, StatementTokens, SyntaxFinding } from "./syntax-error.ts";
import { endOf, findingAt, insertion, isFirstOnLine, lineStart, replacement, shown } from "./syntax-error.ts";

const longestStatement = 4000;
const deepestNesting = 60;

// ---------------------------------------------------------------- before parsing

/** The first thing in a statement that no grammar rule can make good: a stray sign, a malformed figure, a quote. */
export function strayIn(statement: StatementTokens): SyntaxFinding | undefined {
  for (const [index, token] of statement.tokens.entries()) {
    const complaint = strayAt(statement, token, index);
    if (complaint !== undefined) return complaint;
  }
  return tooMuch(statement);
}

function strayAt(statement: StatementTokens, token: Token, index: number): SyntaxFinding | undefined {
  switch (token.tokenType) {
    case t.UnclosedText:
      return findingAt(token, "TN1004", { found: shown(token.image) }, insertion(endOf(token), '"'));
    case t.CurlyText: {
      const straight = `"${token.image.replaceAll(/[“”„"]/g, "")}"`;
      return findingAt(token, "TN1020", { right: shown(straight) }, replacement(token, straight));
    }
    case t.WrongSymbol:
      return wrongSymbol(statement, token, index);
    case t.FullStop:
      return index === statement.tokens.length - 1
        ? findingAt(token, "TN1031", {}, replacement(token, ""))
        : findingAt(token, "TN1003", { found: "." });
    case t.UnknownLabel:
      return unknownLabel(statement, token);
    case t.Name:
      return shoutedWord(token);
    default:
      return malformedFigure(token);
  }
}

const wordsForSigns: Readonly<Record<string, string>> = {
  ">=": "is at least",
  "≥": "is at least",
  "<=": "is at most",
  "≤": "is at most",
  "=>": "is at least",
  ">": "is more than",
  "<": "is less than",
  "==": "is",
  "=": "is",
  ":=": "is",
  "!=": "is not",
  "<>": "is not",
  "≠": "is not",
  "&&": "and",
  "&": "and",
  "||": "or",
  "|": "or",
  "!": "not",
  "×": "*",
  "÷": "/",
  "^": "to the power of",
  "**": "to the power of",
  "−": "-",
  "–": "-",
  "—": "-",
};

function wrongSymbol(statement: StatementTokens, token: Token, index: number): SyntaxFinding {
  const isDefining = index === 1 && statement.tokens[0]?.tokenType === t.Name;
  if (isDefining && /^(?::=|==|=>|=)$/.test(token.image)) return missingVerb(statement, token);
  const words = wordsForSigns[token.image];
  if (words === undefined) return findingAt(token, "TN1003", { found: token.image });
  return findingAt(
    token,
    "TN1008",
    { found: token.image, words },
    replacement(token, spaced(statement.text, token, words)),
  );
}

/** Words in the place of a sign, with blanks where the sign stood close. */
function spaced(text: string, token: Token, words: string): string {
  const before = /\S/.test(text.charAt(token.startOffset - 1)) ? " " : "";
  const after = /\S/.test(text.charAt(endOf(token))) ? " " : "";
  return before + words + after;
}

function missingVerb({ tokens }: StatementTokens, found: Token): SyntaxFinding {
  const name = shown(tokens[0]?.image ?? "");
  return findingAt(found, "TN1007", { name, found: shown(found.image) }, replacement(found, "means"));
}

function unknownLabel({ nearest }: StatementTokens, token: Token): SyntaxFinding {
  const words = token.image.replace(/[ \t]*:$/, "").replaceAll(/[ \t]+/g, " ");
  const near = nearest(words, labelWords);
  return near === undefined
    ? {
        ...findingAt(token, "TN1012", { label: words }),
        help: `labels are ${labelWords
          .slice(0, 4)
          .map((it) => `\`${it}:\``)
          .join(", ")} and so on; leave the colon out of what is no label`,
      }
    : {
        ...findingAt(token, "TN1012", { label: words }, replacement(token, `${near}:`)),
        help: `did you mean \`${near}:\`?`,
      };
}

/** `AND` inside a run of capitals would be part of a name. */
function shoutedWord(token: Token): SyntaxFinding | undefined {
  const match = /(?<![A-Za-z0-9-])(?:AND|OR|NOT|IF|THEN|ELSE|IS|OTHERWISE)(?![A-Za-z0-9-])/.exec(token.image);
  if (match === null) return undefined;
  const start = token.startOffset + match.index;
  const place = { start, end: start + match[0].length };
  const word = match[0].toLowerCase();
  return { code: "TN1006", ...place, facts: { found: match[0], word }, fix: { ...place, text: word } };
}

const figureWords: Readonly<
  Record<string, { readonly form: RegExp; readonly kind: string; readonly example: string }>
> = {
  MoneyLiteral: { form: /^\$F$/, kind: "an amount of money", example: "$500,000" },
  PriceLiteral: { form: /^\$F per share$/, kind: "a price", example: "$0.05 per share" },
  RateLiteral: { form: /^F% per year$/, kind: "a rate", example: "8% per year" },
  PercentLiteral: { form: /^F%$/, kind: "a percent", example: "50%" },
  SharesLiteral: { form: /^F shares?$/, kind: "a number of shares", example: "1,000 shares" },
  NumberLiteral: { form: /^F$/, kind: "a number", example: "1,000" },
};
const groupedFigure = /^(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;

function malformedFigure(token: Token): SyntaxFinding | undefined {
  if (token.tokenType === t.DateLiteral)
    return isDate(token.image) ? undefined : malformed(token, "a date", "2005-12-28");
  if (token.tokenType === t.TimeLiteral) return isTime(token.image) ? undefined : malformed(token, "a time", "18:00");
  const words = figureWords[token.tokenType.name];
  if (words === undefined) return undefined;
  const image = token.image.replaceAll(/--[^\r\n]*|\s+/g, " ").replaceAll(/ +/g, " ");
  const figure = /[\d.,]*\d/.exec(image)?.[0] ?? "";
  const hasForm = words.form.test(image.replace(figure, "F"));
  if (hasForm && groupedFigure.test(figure)) return undefined;
  const right = groupedFigure.test(figure) ? figureFor(token, figure) : undefined;
  return malformed(token, words.kind, right ?? words.example, right);
}

/** The figure in the form of its kind, where nothing else than the words round it was wrong. */
function figureFor(token: Token, figure: string): string | undefined {
  if (/thousand|million|billion/.test(token.image)) return undefined;
  return figureWords[token.tokenType.name]?.form.source.replaceAll(/[\^?]|\\|\$$/g, "").replace("F", figure);
}

function malformed(token: Token, kind: string, example: string, right?: string): SyntaxFinding {
  const facts = { found: shown(token.image), kind, example };
  return findingAt(token, "TN1005", facts, right === undefined ? undefined : replacement(token, right));
}

function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return /^\d{4}-\d\d-\d\d$/.test(text) && year >= 1 && day >= 1 && day <= length;
}

function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** A statement so long or so deep that it can't be meant; everything after the parser may walk it by recursion. */
function tooMuch({ tokens }: StatementTokens): SyntaxFinding | undefined {
  const [opening] = tokens;
  if (opening === undefined) return undefined;
  if (tokens.length > longestStatement) return findingAt(opening, "TN1030", { what: "long" });
  let brackets = 0;
  let openings = 0;
  for (const token of tokens) {
    if (token.tokenType === t.LeftBracket) brackets++;
    if (token.tokenType === t.RightBracket) brackets--;
    if (nesting.has(token.tokenType)) openings++;
    if (brackets > deepestNesting || openings > deepestNesting * 5)
      return findingAt(token, "TN1030", { what: "deeply nested" });
  }
  return undefined;
}

/** Words after which a value or a condition opens inside another. */
const nesting = new Set([
  ...[
    t.After,
    t.Before,
    t.OnOrAfter,
    t.OnOrBefore,
    t.Has,
    t.IsRead,
    t.OnEvery,
    t.OnSome,
    t.OnNo,
    t.AllOf,
    t.AnyOf,
    t.NoneOf,
  ],
  ...[
    t.TheLeastOf,
    t.TheGreatestOf,
    t.TheTotalOf,
    t.TheEarliestOf,
    t.TheLatestOf,
    t.OfTheMonthOf,
    t.OfTheQuarterOf,
    t.OfTheYearOf,
  ],
  ...[t.PayableOn, t.CommaOrElse, t.Possessive, t.AsOf, t.TheFirstOfEvery, t.TheLastOfEvery],
]);

// ---------------------------------------------------------------- after parsing

/** A grammar error in words for people who write contracts. */
export function explain(statement: StatementTokens, error: IRecognitionException): SyntaxFinding {
  const { tokens } = statement;
  const index = error.token.tokenType.name === "EOF" ? -1 : tokens.indexOf(error.token);
  const place: ErrorContext = {
    statement,
    index: index < 0 ? tokens.length : index,
    found: index < 0 ? undefined : tokens[index],
    previous: tokens[(index < 0 ? tokens.length : index) - 1],
    rules: error.context.ruleStack,
    expected: error.message,
  };
  for (const guess of guesses) {
    const complaint = guess(place);
    if (complaint !== undefined) return complaint;
  }
  return unexpected(place);
}

/** The likeliest mistakes, the surest signs first. */
const guesses: readonly Heuristic[] = [
  lineAtMargin,
  capitalKeyword,
  statementIndented,
  labelWithoutColon,
  ...wordings,
  rangeWithoutEnds,
  wordInName,
  definitionVerb,
  ifThenElse,
  signForWord,
  missingComma,
  unknownUnit,
  modalVerb,
  pickWords,
  comparisonWords,
  functionWord,
  mixedLogic,
  listLabel,
  bracketTooMany,
  bracketsNeeded,
  missingOtherwise,
  bracketNotClosed,
  unknownStatement,
  wordAfterThe,
  lowerCaseName,
  changeForm,
  twoNames,
  unfinished,
];

/** A line that goes on with the statement above was not indented. */
function lineAtMargin({ index, found }: ErrorContext): SyntaxFinding | undefined {
  if (index !== 0 || found === undefined) return undefined;
  const { tokenType } = found;
  const goesOn = tokenType.LABEL?.endsWith(":") || continuations.has(tokenType) || tokenType.LABEL?.startsWith(", ");
  return goesOn
    ? findingAt(found, "TN1029", { found: shown(found.image) }, insertion(found.startOffset, "  "))
    : undefined;
}

const continuations = new Set([
  ...[
    t.ListLabel,
    t.OnlyIf,
    t.UpTo,
    t.If,
    t.And,
    t.Or,
    t.Over,
    t.While,
    t.Unless,
    t.Plus,
    t.Minus,
    t.Times,
    t.Divide,
    t.ToThePowerOf,
  ],
  ...[
    t.Comma,
    t.LeftBracket,
    t.Its,
    t.ItIs,
    t.ItIsNot,
    t.Text,
    t.FromAndIncluding,
    t.ToAndIncluding,
    t.ToButExcluding,
    t.Where,
    t.OnWhich,
  ],
]);

/** `When`, `The Holder`, `Otherwise`: the capital makes a name of what should be a keyword. */
function capitalKeyword({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const opening = statement.tokens[0];
  const isOpening = index <= 2 && opening?.tokenType === t.Name && isShoutedHead(opening, statement.tokens[1]);
  const token = isOpening ? opening : found;
  if (token?.tokenType !== t.Name) return undefined;
  const written = firstWord(token);
  const word = written.toLowerCase();
  if (!isOpening && !smallWords.has(word)) return undefined;
  const place = { start: token.startOffset, end: token.startOffset + written.length };
  return { code: "TN1006", ...place, facts: { found: written, word }, fix: { ...place, text: word } };
}

/** `Event of Default` is a name; `Event Stock Split` with its fields on the next line opens a statement. */
function isShoutedHead(opening: Token, next: Token | undefined): boolean {
  const word = firstWord(opening).toLowerCase();
  const rest = /^[A-Za-z0-9]+$/.test(opening.image) ? "" : opening.image;
  switch (word) {
    case "when":
    case "the":
    case "notwithstanding":
    case "given":
    case "on":
      return true;
    case "event":
      return rest !== "" && (next === undefined || [t.Name, t.For, t.By].includes(next.tokenType));
    case "account":
      return next?.tokenType === t.OwedBy;
    case "note":
    case "reading":
    case "role":
    case "test":
      return rest === "" && next?.tokenType === t.Text;
    case "section":
      return next?.tokenType === t.SectionLabel || next?.tokenType === t.NumberLiteral;
    case "share":
    case "our":
    case "in":
      return rest === "" && ["basis", "view", "view:", "words"].includes(next?.image ?? "");
    default:
      return false;
  }
}

function firstWord({ image }: Token): string {
  return /^[A-Za-z0-9]+/.exec(image)?.[0] ?? image;
}

const heads: readonly string[] = [
  ...["note", "given", "section", "event", "share basis changes on", "account", "reading", "when", "on", "on each"],
  ...["notwithstanding", "the", "role", "test", "in words", "our view"],
];
const keywordOpenings = new Set(phraseWords.map((words) => words.replace(/^, /, "").split(" ")[0] ?? words));
/** Keywords that hardly open a name when they have a capital. */
const smallWords = new Set([
  ...[
    "if",
    "otherwise",
    "and",
    "or",
    "not",
    "is",
    "means",
    "when",
    "unless",
    "while",
    "where",
    "over",
    "on",
    "as",
    "from",
  ],
  ...["to", "after", "before", "the", "only", "up", "has", "some", "every", "called", "by", "its", "today"],
]);

/** A statement pasted with blanks before it. */
function statementIndented({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || !isFirstOnLine(statement.text, found)) return undefined;
  const next = statement.tokens[index + 1];
  const isHead = statementHeads.has(found.tokenType) && !(found.tokenType === t.Reading && next?.tokenType !== t.Text);
  const isDefining = found.tokenType === t.Name && next !== undefined && definingWords.has(next.tokenType);
  if (!isHead && !isDefining) return undefined;
  const start = lineStart(statement.text, found.startOffset);
  if (start === found.startOffset) return undefined;
  return findingAt(found, "TN1002", { found: shown(found.image) }, { start, end: found.startOffset, text: "" });
}

const statementHeads = new Set([
  ...[t.Note, t.Given, t.Section, t.Event, t.ShareBasis, t.Account, t.Reading, t.When, t.OnEach, t.Notwithstanding],
  ...[t.Role, t.Test, t.InWords, t.InWordsLine, t.OurViewLine, t.The],
]);
const definingWords = new Set([...[t.Means, t.HoldsWhen, t.HoldsFrom, t.IsFixedAs, t.StartsAt, t.Occurs, t.ForEach]]);

function labelWithoutColon({ statement, found }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || !isFirstOnLine(statement.text, found)) return undefined;
  const rest = statement.text.slice(found.startOffset, found.startOffset + 40).replaceAll(/[ \t]+/g, " ");
  const words = labelWords.toSorted((a, b) => b.length - a.length).find((it) => rest.startsWith(`${it} `));
  if (words === undefined) return undefined;
  const length = new RegExp(words.replaceAll(" ", "[ \\t]+")).exec(statement.text.slice(found.startOffset))?.[0].length;
  const end = found.startOffset + (length ?? words.length);
  return { code: "TN1013", start: found.startOffset, end, facts: { label: words }, fix: insertion(end, ":") };
}

/** `Last Day to Pay`: a lower-case word other than the five that a name takes. */
function wordInName({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const next = statement.tokens[index + 1];
  if (found === undefined || previous?.tokenType !== t.Name || next?.tokenType !== t.Name) return undefined;
  if (!wordsInNames.has(found.tokenType) || Object.hasOwn(comparisons, found.image)) return undefined;
  const between = statement.text.slice(endOf(previous), next.startOffset);
  if (/[\r\n]/.test(between)) return undefined;
  const place = { start: previous.startOffset, end: endOf(next) };
  const written = statement.text.slice(place.start, place.end);
  const word = found.image.charAt(0).toUpperCase() + found.image.slice(1);
  const right = written.replace(between, between.replace(found.image, word));
  return { code: "TN1034", ...place, facts: { found: shown(written), word: found.image, right: shown(right) } };
}

const wordsInNames = new Set([t.Word, t.The, t.To, t.By, t.For, t.On, t.From, t.Over, t.A]);

/** `X = …`, `X: …`, `X $5`: the verb of a definition is missing. */
function definitionVerb({ statement, index, found, previous, rules }: ErrorContext): SyntaxFinding | undefined {
  const isValue = rules.includes("unsetState") && rules.at(-1) === "type" && previous?.tokenType === t.Is;
  if (isValue && index === 2) return missingVerb(statement, previous);
  if (index !== 1 || statement.tokens[0]?.tokenType !== t.Name || found === undefined) return undefined;
  if (rules.length > 0 && !rules.includes("namedDeclaration")) return undefined;
  if (found.tokenType === t.Equals) return missingVerb(statement, found);
  const name = shown(statement.tokens[0].image);
  const complaint = findingAt(found, "TN1007", { name, found: shown(found.image) });
  return found.tokenType === t.OwedBy
    ? { ...complaint, help: `a statement about an account begins with the word: \`account ${name} owed by …\`` }
    : complaint;
}

function ifThenElse({ found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const word = found.image;
  const isEarlyIf = found.tokenType === t.If && (previous === undefined || !endsOperand(previous));
  return isEarlyIf || ["then", "else", "elseif", "elif"].includes(word)
    ? findingAt(found, "TN1010", { found: word })
    : undefined;
}

function signForWord({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  return found?.tokenType === t.Equals && previous !== undefined && endsOperand(previous)
    ? wrongSymbol(statement, found, index)
    : undefined;
}

function missingComma({ statement, found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || previous === undefined) return undefined;
  const isElse = previous.tokenType === t.Or && found.image === "else";
  const start = isElse ? previous : found;
  const words = ["otherwise", "restated", "rounded", "optional"];
  if (!isElse && !words.includes(found.image)) return undefined;
  const before = /\s*$/.exec(statement.text.slice(0, start.startOffset))?.[0].length ?? 0;
  return findingAt(
    start,
    "TN1032",
    { found: isElse ? "or else" : found.image },
    insertion(start.startOffset - before, ","),
  );
}

function unknownUnit({ found, previous }: ErrorContext): SyntaxFinding | undefined {
  const isCounted = previous?.tokenType === t.NumberLiteral && found?.tokenType === t.Word;
  if (
    !isCounted ||
    found === undefined ||
    !/^(?:week|quarter|hour|minute|fortnight|working|banking|trade|decade)/.test(found.image)
  ) {
    return undefined;
  }
  return findingAt(found, "TN1019", { found: found.image });
}

function modalVerb({ found }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || !/^(?:can|cannot|could|shall|will|should|might|ought)$/.test(found.image))
    return undefined;
  return findingAt(found, "TN1023", { found: found.image });
}

const comparisons: Readonly<Record<string, string>> = {
  ...{ greater: "is more than", bigger: "is more than", larger: "is more than", higher: "is more than" },
  ...{ above: "is more than", exceeds: "is more than", smaller: "is less than", lower: "is less than" },
  ...{ fewer: "is less than", below: "is less than", equals: "is", equal: "is" },
  ...{ later: "is after", earlier: "is before", minus: "-", plus: "+", times: "*" },
};

/** What is picked out of two or more, in the language's own words. */
const picks: Readonly<Record<string, string>> = {
  ...{ greater: "greater", higher: "greater", larger: "greater", bigger: "greater", lesser: "lesser", lower: "lesser" },
  ...{ smaller: "lesser", earlier: "earlier", later: "later", least: "least", greatest: "greatest" },
  ...{ earliest: "earliest", latest: "latest" },
};

/** `greater of A and B`, `the lower of A and B` */
function pickWords({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const [word, next] = statement.tokens.slice(found?.tokenType === t.The ? index + 1 : index);
  if (found === undefined || word === undefined || next?.tokenType !== t.Of) return undefined;
  const pick = Object.hasOwn(picks, word.image) ? picks[word.image] : undefined;
  if (pick === undefined) return undefined;
  const place = { start: found.startOffset, end: endOf(next) };
  const right = `the ${pick} of`;
  const written = statement.text.slice(place.start, place.end);
  return { code: "TN1024", ...place, facts: { found: shown(written), right }, fix: { ...place, text: right } };
}

function comparisonWords({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const word = found?.image ?? "";
  const right = Object.hasOwn(comparisons, word) ? comparisons[word] : undefined;
  if (found === undefined || right === undefined) return undefined;
  const opening = previous?.tokenType === t.Is ? previous : found;
  const next = statement.tokens[index + 1];
  const closing = next !== undefined && ["than", "to"].includes(next.image) ? next : found;
  const place = { start: opening.startOffset, end: endOf(closing) };
  const written = statement.text.slice(place.start, place.end);
  return { code: "TN1024", ...place, facts: { found: shown(written), right }, fix: { ...place, text: right } };
}

const functionWords: Readonly<Record<string, string>> = {
  ...{ max: "the greater of A and B", maximum: "the greater of A and B", min: "the lesser of A and B" },
  ...{ minimum: "the lesser of A and B", sum: "the sum of X over DAYS", average: "the average of X over DAYS" },
  ...{ mean: "the average of X over DAYS", lowest: "the lowest of X over DAYS", highest: "the highest of X over DAYS" },
};

/** `max(A, B)`, `min of`, `the average of 3 lowest of`. */
function functionWord({ found }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const isPick = found.tokenType === t.LowestOf || found.tokenType === t.HighestOf;
  const form = isPick
    ? `the 3 ${found.tokenType.LABEL ?? ""} X`
    : Object.hasOwn(functionWords, found.image)
      ? functionWords[found.image]
      : undefined;
  if (form === undefined || (!isPick && found.tokenType !== t.Word)) return undefined;
  const facts = { expected: `words such as \`${form}\``, found: `\`${found.image}\`` };
  return { ...findingAt(found, "TN1001", facts), help: `write \`${form}\`` };
}

/** `until`, `between`, `from X to Y`: whether the ends count is not said. */
function rangeWithoutEnds({ found, rules }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const isRangeWord = /^(?:between|through|till|since|during|within)$/.test(found.image) || found.tokenType === t.Until;
  const isBareEnd = found.tokenType === t.From || (found.tokenType === t.To && rules.includes("range"));
  return isRangeWord || isBareEnd ? findingAt(found, "TN1018", { found: found.image }) : undefined;
}

function mixedLogic({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.And && found?.tokenType !== t.Or) return undefined;
  const other = found.tokenType === t.And ? t.Or : t.And;
  let depth = 0;
  for (const token of statement.tokens.slice(0, index).toReversed()) {
    if (token.tokenType === t.RightBracket) depth++;
    if (token.tokenType === t.LeftBracket && --depth < 0) return undefined;
    if (depth > 0) continue;
    if (token.tokenType === other) return findingAt(found, "TN1011", {});
    if (token.tokenType === t.ListLabel || token.tokenType === t.If) return undefined;
  }
  return undefined;
}

function listLabel({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.ListLabel) return undefined;
  const labels = statement.tokens
    .slice(0, index)
    .flatMap((token) => (token.tokenType === t.ListLabel ? [token.image] : []));
  if (labels.length === 0) return undefined;
  const opening = labels.findLastIndex(
    (label, place) => label === "(a)" || (label === "(i)" && labels[place - 1] !== "(h)"),
  );
  const next = labelAfter(labels.slice(Math.max(opening, 0)));
  if (opening < 0) {
    const [opener = found] = statement.tokens.filter((token) => token.tokenType === t.ListLabel);
    return findingAt(opener, "TN1014", { found: opener.image, expected: "`(i)` or `(a)`" });
  }
  return findingAt(found, "TN1014", { found: found.image, expected: `\`${next}\`` }, replacement(found, next));
}

function bracketTooMany({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.RightBracket) return undefined;
  const before = statement.tokens.slice(0, index);
  const isOpen = count(before, t.LeftBracket) > count(before, t.RightBracket);
  return isOpen ? undefined : findingAt(found, "TN1017", {}, replacement(found, ""));
}

function count(tokens: readonly Token[], type: Token["tokenType"]): number {
  return tokens.filter((token) => token.tokenType === type).length;
}

/** `the lesser of A and B + C`, `2 * the lesser of …`, `-5`. */
function bracketsNeeded({ found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const isOperator = operators.has(found.tokenType) || tails.has(found.tokenType);
  const hasLeft = previous !== undefined && endsOperand(previous);
  if (isOperator && hasLeft) {
    const what = `the part ${tails.has(found.tokenType) ? "before" : "with"} \`${shown(found.image)}\``;
    return findingAt(found, "TN1015", { what, reason: "it is not clear how far it reaches" });
  }
  if (found.tokenType === t.Minus) return findingAt(found, "TN1033", {});
  const isPick =
    /^the (?:lesser|greater|earlier|later|least|greatest|earliest|latest|total|sum|average|highest|lowest|number|first|last) of$|^interest at$/.test(
      found.tokenType.LABEL ?? "",
    );
  if (!isPick) return undefined;
  return findingAt(found, "TN1015", {
    what: `\`${shown(found.image)} …\``,
    reason: "it is not clear how far it reaches",
  });
}

/** A value has one of these at its end; with two it would not be clear which comes first. */
const tails = new Set([t.OnlyWhile, t.CommaOrElse, t.If]);
const operators = new Set([t.Plus, t.Minus, t.Times, t.Divide, t.ToThePowerOf]);

/** Whether a value may end with this token. */
function endsOperand({ tokenType, image }: Token): boolean {
  return (
    [t.Name, t.RightBracket, t.Today, t.Yes, t.No, t.Unlimited, t.DateType, t.TimeType, t.Text].includes(tokenType) ||
    /Literal$/.test(tokenType.name) ||
    /^(?:Months|Years|IsSet|IsNotSet|HasHappened|HasNotHappened|SectionLabel|NamedSection|Preamble)$/.test(
      tokenType.name,
    ) ||
    (tokenType === t.Word && image !== "then")
  );
}

function missingOtherwise({ statement, found, previous, expected }: ErrorContext): SyntaxFinding | undefined {
  if (expected !== t.CommaOtherwise.name) return undefined;
  if (found?.tokenType === t.RightBracket) return findingAt(found, "TN1009", {});
  const last = previous ?? found;
  if (last === undefined || (found !== undefined && !isFirstOnLine(statement.text, found))) return undefined;
  return { code: "TN1009", start: endOf(last), end: endOf(last), facts: {} };
}

function bracketNotClosed({ statement, index, found, expected }: ErrorContext): SyntaxFinding | undefined {
  if (found !== undefined && expected !== t.RightBracket.name) return undefined;
  const open: Token[] = [];
  for (const token of statement.tokens.slice(0, index)) {
    if (token.tokenType === t.LeftBracket) open.push(token);
    if (token.tokenType === t.RightBracket) open.pop();
  }
  const last = open.at(-1);
  const goesOn =
    found && !isFirstOnLine(statement.text, found) && !/^(?:, |if$|only while$)/.test(found.tokenType.LABEL ?? "");
  return last && !goesOn ? findingAt(last, "TN1016", {}) : undefined;
}

function unknownStatement({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  if (index !== 0 || found === undefined) return undefined;
  const line = statement.text.slice(found.startOffset, found.startOffset + 60).replaceAll(/[ \t]+/g, " ");
  const head = ["our view", "in words"].find((it) => line.startsWith(it));
  if (head !== undefined) {
    const end = found.startOffset + head.length;
    return { code: "TN1013", start: found.startOffset, end, facts: { label: head }, fix: insertion(end, ":") };
  }
  if (found.tokenType === t.Word && statement.tokens.some((token) => definingWords.has(token.tokenType))) {
    return lowerCase(statement, found, index);
  }
  const near = found.tokenType === t.Word ? statement.nearest(found.image, heads) : undefined;
  const complaint = findingAt(
    found,
    "TN1028",
    { found: shown(found.image) },
    near === undefined ? undefined : replacement(found, near),
  );
  return near === undefined ? complaint : { ...complaint, help: `did you mean \`${near}\`?` };
}

/** A lower-case word where a name or a value is wanted; or a keyword that is misspelt. */
function lowerCaseName({
  statement,
  index,
  found,
  previous,
  rules,
  expected,
}: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.Word) return undefined;
  const near = expected === t.Name.name ? undefined : statement.nearest(found.image, keywordOpenings);
  if (near !== undefined && near.length > 2) {
    const words = { expected: `\`${near}\``, found: `\`${found.image}\`` };
    return { ...findingAt(found, "TN1001", words, replacement(found, near)), help: `did you mean \`${near}\`?` };
  }
  const rule = rules.at(-1) ?? "";
  const isName = expected === t.Name.name || (expected === "" && !Object.hasOwn(wordsForRules, rule));
  return (previous !== undefined && endsOperand(previous)) || !isName ? undefined : lowerCase(statement, found, index);
}

/** `the closing price`: not the article is wrong, but what it opens. */
function wordAfterThe({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const next = statement.tokens[index + 1];
  if (found?.tokenType !== t.The || index === 0 || next === undefined) return undefined;
  const expected = "words such as `the average of`, `the lesser of` or `the first day on or after`";
  const help = "write one of these, or a name with its capitals and without `the`";
  return { ...findingAt(next, "TN1001", { expected, found: `\`${shown(next.image)}\`` }), help };
}

/** Words that may be meant as parts of a name, keywords among them. */
const wordsOfNames = new Set([
  ...[t.Word, t.MoneyType, t.PriceType, t.SharesType, t.PercentType, t.RateType, t.NumberType, t.DateType, t.TimeType],
  ...[t.Due, t.Paid, t.Note, t.Event, t.Section, t.Market],
]);

function lowerCase({ text, tokens }: StatementTokens, found: Token, index: number): SyntaxFinding {
  let last = found;
  for (const token of tokens.slice(index + 1)) {
    if (!wordsOfNames.has(token.tokenType) || text.slice(endOf(last), token.startOffset).trim() !== "") break;
    last = token;
  }
  const place = { start: found.startOffset, end: endOf(last) };
  const written = text.slice(place.start, place.end);
  const right = written.replaceAll(/(?<![a-z0-9-])[a-z]/g, (letter) => letter.toUpperCase());
  return {
    code: "TN1022",
    ...place,
    facts: { found: shown(written), right: shown(right) },
    fix: { ...place, text: right },
  };
}

/** `X is 5` under `when`: no such change. */
function changeForm({ statement, index, found, rules }: ErrorContext): SyntaxFinding | undefined {
  const verb = statement.tokens[index + 1];
  if (!/^(?:rule|change)$/.test(rules.at(-1) ?? "") || found?.tokenType !== t.Name || verb === undefined)
    return undefined;
  return findingAt(verb, "TN1001", { expected: wordsForRules.namedChange ?? "", found: `\`${shown(verb.image)}\`` });
}

function twoNames({ found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.Name || previous?.tokenType !== t.Name) return undefined;
  return findingAt(found, "TN1021", { first: shown(previous.image), second: shown(found.image) });
}

function unfinished(place: ErrorContext): SyntaxFinding | undefined {
  const { found, previous } = place;
  if (found !== undefined || previous === undefined) return undefined;
  const end = endOf(previous);
  return { code: "TN1025", start: end, end, facts: { expected: expectedWords(place) } };
}

function unexpected(place: ErrorContext): SyntaxFinding {
  const { found, previous } = place;
  const facts = {
    expected: expectedWords(place),
    found: found === undefined ? "the end" : `\`${shown(found.image)}\``,
  };
  const token = found ?? previous;
  return token === undefined ? { code: "TN1001", start: 0, end: 0, facts } : findingAt(token, "TN1001", facts);
}

// ---------------------------------------------------------------- words

const wordsForRules: Readonly<Record<string, string>> = {
  statement: "a statement such as `given`, `event`, `when` or a name with `means`",
  noteLine: "`language:`, `parties:`, `exists from:`, `business days:` or `times are in:`",
  type: "a type such as `money`, `price`, `shares`, `percent`, `rate`, `number`, `date`, `time`, `yes or no` or `text`",
  namedDeclaration: "`means`, `holds when`, `is fixed as`, `holds from`, `starts at` or `occurs`",
  defaultLine: "`when`, `unless cured by the end of:` or `continues:`",
  accountLine: "`accrues:`, `from and including:` or `while:`",
  readingLine: "`passage:`, `choices:` or `chosen:`",
  rule: "a change, such as `N becomes VALUE`",
  change: "a change, such as `N becomes VALUE`",
  namedChange:
    "`becomes`, `rises by`, `falls by`, `is charged`, `falls due on`, `is waived`, `is converted by` or `is cleared`",
  exceptionLine: "`while:`, `it is:` or `over:`",
  partyClause: "`may give`, `must give`, `must pay` or `must not give`",
  powerLine: "`only if`, `asking for:`, `up to`, `beyond that:` or `giving:`",
  onlyIf: "`all of` or a condition",
  beyond: '`cut back`, `void` or `as "…" is read`',
  beyondRule: "`cut back` or `void`",
  inWords: "`must`, `may` or `must not`",
  storyLine: "`with:`, `reading:`, `market:`, `calendar:`, `on DATE:` or `expect:`",
  expectation: '`is VALUE`, `is no value` or `is an error "…"`',
  asRead: 'a choice with its value, such as `"choice": VALUE`',
  range: "`to and including` or `to but excluding`",
  step: "`on or after`, `on or before`, `after`, `before`, or `of the month of`, `of the quarter of`, `of the year of`",
  direction: "`on or after`, `on or before`, `after` or `before`",
  memberName: "the name of a field, `date` or `time`",
  entries: "a list of entries that open with `(i)`, `(ii)` …",
  conditionList: "a list of entries that open with `(i)`, `(ii)` …",
  set: "days or events, such as `20 trading days ending today` or `Interest Paid events`",
  called: "`called` and a name",
  defaultDeclaration: "`while the condition holds` or `for good`",
};

/** The rule of the labelled lines that a statement with this head has. */
const linesOfHeads = new Map([
  [t.Note, "noteLine"],
  [t.Reading, "readingLine"],
  [t.Test, "storyLine"],
  [t.Account, "accountLine"],
  [t.Notwithstanding, "exceptionLine"],
  [t.The, "powerLine"],
]);

function expectedWords({ statement, found, rules, expected }: ErrorContext): string {
  if (expected !== "") {
    const label = Object.hasOwn(t, expected) ? (t[expected as keyof typeof t].LABEL ?? expected) : expected;
    return /^(?:a|an|days,|the name) |^a$/.test(label) ? label : `\`${label}\``;
  }
  const rule = rules.at(-1) ?? "";
  const opening = statement.tokens[0]?.tokenType ?? t.Word;
  const line = found && isFirstOnLine(statement.text, found) ? linesOfHeads.get(opening) : undefined;
  if (rule === "") return wordsForRules[line ?? ""] ?? "the statement to end or to go on with an operator or a comma";
  return Object.hasOwn(wordsForRules, rule)
    ? (wordsForRules[rule] ?? "")
    : "a value, such as a name, a figure or a date";
}
