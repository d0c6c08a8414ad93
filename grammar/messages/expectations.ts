import type { TokenType } from "chevrotain";
import type { Token } from "../tokens.ts";
import { tokens as t } from "../tokens.ts";
import { isIn } from "../words.ts";
import type { Following, Next } from "./next-tokens.ts";
import { firstOf, following, isTaken } from "./next-tokens.ts";
import type { ErrorContext, SyntaxFinding } from "./syntax-error.ts";
import { endOf, findingAt, shown } from "./syntax-error.ts";

// What could stand at a place, from the productions of the grammar, in the words of the vocabulary.

export function unfinished(place: ErrorContext): SyntaxFinding | undefined {
  const { found, previous, statement, index } = place;
  // The grammar looks two words ahead: the last word may be right, and what comes behind it is missing.
  if (found !== undefined && index === statement.tokens.length - 1 && mayFollow(place, found.tokenType)) {
    return unfinished({ ...place, index: index + 1, found: undefined, previous: found, expected: "" });
  }
  if (found !== undefined || previous === undefined) return undefined;
  const end = endOf(previous);
  return { code: "TN1025", start: end, end, facts: { expected: expectedWords(place) } };
}

export function unexpected(place: ErrorContext): SyntaxFinding {
  const { found, previous, statement, index } = place;
  const next = statement.tokens[index + 1];
  // The grammar looks two words ahead: the first of them may be right, and the second is not.
  const isRight = found !== undefined && next !== undefined && mayFollow(place, found.tokenType);
  const wrong = isRight ? { ...place, index: index + 1, found: next, previous: found, expected: "" } : place;
  const facts = {
    expected: expectedWords(wrong),
    found: wrong.found === undefined ? "the end" : `\`${shown(wrong.found.image)}\``,
  };
  const token = wrong.found ?? previous;
  return token === undefined ? { code: "TN1001", start: 0, end: 0, facts } : findingAt(token, "TN1001", facts);
}

/** Whether the grammar takes a word at the place of an error. */
export function mayFollow({ statement, index }: ErrorContext, type: TokenType): boolean {
  return followingAt(statement.tokens, index).next.some((next) => isTaken(next.type, type));
}

/** The first words of what the grammar takes at the place of an error; those of a phrase with a comma, behind one. */
export function openingsAt({ statement: { tokens }, index, previous }: ErrorContext): readonly string[] {
  const here = followingAt(tokens, index).next.map(({ type }) => type.LABEL ?? "");
  const behindComma = previous?.tokenType !== t.Comma ? [] : following(tokens.slice(0, index - 1)).next;
  const phrases = behindComma.flatMap(({ type: { LABEL = "" } }) => (LABEL.startsWith(", ") ? [LABEL.slice(2)] : []));
  return [...new Set([...here, ...phrases].map((words) => words.split(" ")[0] ?? words))];
}

function expectedWords({ statement, index, expected }: ErrorContext): string {
  const only = Object.values(t).find(({ name }) => name === expected);
  return only === undefined ? inWords(followingAt(statement.tokens, index)) : wordsOf(only);
}

/** What a rule may begin with, in words. */
export function expectationOf(rule: string): string {
  return inWords({ next: firstOf(rule), mayEnd: false });
}

/** The last place looked at; a place is asked about by several guesses. */
let last: { readonly tokens: readonly Token[]; readonly index: number; readonly following: Following } | undefined;

function followingAt(tokens: readonly Token[], index: number): Following {
  if (last?.tokens !== tokens || last.index !== index) {
    last = { tokens, index, following: following(tokens.slice(0, index)) };
  }
  return last.following;
}

// ---------------------------------------------------------------- words

/** What begins with a rule of these is named by it; the widest first. */
const kinds: readonly (readonly [rule: string, words: string])[] = [
  ["statement", "a statement, such as `given`, `event`, `when` or a name with `means`"],
  ["change", "a change, such as `N becomes VALUE`"],
  ["set", "days or events, such as `20 trading days ending today` or `Interest Paid events`"],
  ["entries", "a list of entries that open with `(i)`, `(ii)` …"],
  ["readingArm", 'a choice with its value, such as `"choice": VALUE`'],
  ["memberName", "the name of a field, `date` or `time`"],
  ["dateExpression", "a date, such as `today`, a name or `5 days after D`"],
  ["value", "a value, such as a name, a figure or a date"],
  ["rounded", "a value, such as a name, a figure or a date"],
  ["asRead", "a value, such as a name, a figure or a date"],
  ["condition", "a condition, or a value such as a name, a figure or a date"],
  ["operand", "a value, such as a name, a figure or a date"],
  ["raised", "a value, such as a name, a figure or a date"],
  ["primary", "a value, such as a name, a figure or a date"],
  [
    "type",
    "a type such as `money`, `price`, `shares`, `percent`, `rate`, `number`, `date`, `time`, `yes or no` or `text`",
  ],
  ["listOfDates", "`dates` for a list"],
];

/** Many words in one; with fewer of them than so many each is named. */
const families: readonly (readonly [words: string, atLeast: number, isOf: (name: string) => boolean])[] = [
  ["an operator such as `+`", 2, (name) => isIn(name, "sum", "product", "power")],
  ["a comparison such as `is more than`", 2, (name) => isIn(name, "comparison", "stateTest")],
  ["a word that goes on with a value (`and`, `if`, `as of` …)", 4, goesOnWithValue],
];

function goesOnWithValue(name: string): boolean {
  if (isIn(name, "tail", "rounding", "convention", "logic", "payable", "shift")) return true;
  return [t.Possessive, t.AsOf, t.TimeUnit, t.Under].some((type) => type.name === name);
}

function inWords({ next, mayEnd }: Following): string {
  const said: string[] = mayEnd ? ["the end of the statement"] : [];
  // A calendar that is named before a unit goes without saying.
  let open: readonly Next[] = next.filter(({ type, opens }) => type !== t.Text || !opens.includes("unit"));
  for (const [rule, words] of kinds) {
    const rest = withoutRule(open, rule);
    if (rest === undefined) continue;
    said.push(words);
    open = rest;
  }
  for (const [words, atLeast, isOf] of families) {
    const members = new Set(open.flatMap(({ type: { name } }) => (isOf(name) ? [name] : [])));
    if (members.size < atLeast) continue;
    const rest = open.filter(({ type: { name } }) => !members.has(name));
    said.push(words);
    open = rest;
  }
  const others = [...new Set(open.map(({ type }) => wordsOf(type)))];
  return listed([...new Set([...said, ...others])]);
}

/** What is left where all words are taken away with which a rule can begin; undefined where that rule can't begin. */
function withoutRule(next: readonly Next[], rule: string): readonly Next[] | undefined {
  if (!next.some(({ opens }) => opens.includes(rule))) return undefined;
  const first = new Set(firstOf(rule).map(({ type }) => type));
  return next.filter(({ type }) => !first.has(type));
}

/** A word of the language in backquotes; a figure, a name or a text by what it is. */
export function wordsOf({ name, LABEL: label = name }: TokenType): string {
  const isDescribed = isIn(name, "figure", "literal", "section") || /^(?:a|an|days,) ./.test(label);
  return isDescribed && name !== "Preamble" ? label : `\`${label}\``;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}
