import { count } from "../../forms/figures.ts";
import { tokenize } from "../../tokenize.ts";
import type { Token } from "../../tokens.ts";
import { tokens as t } from "../../tokens.ts";
import type { Words } from "../../vocabulary.ts";
import { isIn } from "../../words.ts";
import type { ErrorContext, StatementTokens, SyntaxFinding } from "../syntax-error.ts";
import { endOf, reworded, shown } from "../syntax-error.ts";

/**
 * Comparisons as English has them. They are not listed as phrases: each is read for what it says of two values, so that
 * whatever is said of it has the same meaning, with the equal and the denial.
 */

/** Which of three may hold: the first is less, they are equal, the first is more. */
type Holding = number;
const [less, equal, more] = [1, 2, 4];
const all = less | equal | more;

interface Heard {
  readonly holding: Holding;
  /** How many words say it. */
  readonly length: number;
  readonly isOfDays: boolean;
  /** A denial of `or equal`: it can be meant with and without the equal. */
  readonly isUnclear: boolean;
  /** Said of a stretch of time, as `never` and `has exceeded` are. */
  readonly isEver: boolean;
}

const wordsForFigures: Readonly<Record<Holding, Words>> = {
  [less]: "is less than",
  [equal]: "is",
  [more]: "is more than",
  [less | equal]: "is at most",
  [equal | more]: "is at least",
  [less | more]: "is not",
};
const wordsForDays: Readonly<Record<Holding, Words>> = {
  ...wordsForFigures,
  [less]: "is before",
  [more]: "is after",
  [less | equal]: "is on or before",
  [equal | more]: "is on or after",
};

// ---------------------------------------------------------------- what words say

/** Words that compare, behind `is`; the longest first. Those of days stand apart, as do those for both. */
const terms: readonly Term[] = [
  ["at least equal to|at least|at a minimum|a minimum of", equal | more],
  [
    "at most equal to|at most|at a maximum|a maximum of|up to and including|up to|limited to|capped at|within",
    less | equal,
  ],
  ["more than|greater than|higher than|larger than|bigger than|above|over|beyond|in excess of", more],
  ["less than|lower than|smaller than|fewer than|below|under|short of", less],
  ["more|greater|higher|larger|bigger", more],
  ["less|lower|smaller|fewer|exceeded by|surpassed by|outnumbered by", less],
  ["exceeds|exceed|surpasses", more],
  ["equal to|equals|equal|the same as|identical to|exactly|precisely|no different from", equal],
  ["at", equal],
  ["unequal to|different from|other than|anything but", less | more],
  ["by", less | equal, "days"],
  ["later than|after|subsequent to|following|past", more, "days"],
  ["earlier than|sooner than|before|prior to|previous to", less, "days"],
  ["no later than", less | equal, "days"],
  ["no earlier than|no sooner than", equal | more, "days"],
  ["on and after|from and after|on and following", equal | more, "days"],
  ["on and before", less | equal, "days"],
  ["on|as of", equal, "days"],
]
  .flatMap(([words, holding, of]) => entries(String(words), Number(holding), of === "days"))
  .toSorted(longestFirst);

/** Verbs that compare by themselves, in the forms that follow `does not`, `has` and a name. */
const verbs: readonly Term[] = [
  ["exceeds|exceed|exceeded|surpasses|surpass|surpassed|outnumbers|outnumber", more],
  ["rises above|rise above|risen above|goes above|go above|gone above|climbs above", more],
  ["reaches|reach|reached|attains|attain|attained|meets|meet|met", equal | more],
  ["falls below|fall below|fallen below|drops below|drop below|dropped below|goes below|go below|falls under", less],
  ["falls short of|fall short of|fallen short of", less],
  ["matches|match|matched|equals|equal|equalled", equal],
  ["differs from|differ from|differed from", less | more],
  ["precedes|precede|preceded|predates|falls before|fall before|occurs before", less, "days"],
  ["follows|follow|followed|postdates|falls after|fall after|occurs after", more, "days"],
  ["falls on or before|occurs on or before", less | equal, "days"],
  ["falls on or after|occurs on or after", equal | more, "days"],
  ["falls on", equal, "days"],
]
  .flatMap(([words, holding, of]) => entries(String(words), Number(holding), of === "days"))
  .toSorted(longestFirst);

interface Term {
  readonly words: readonly string[];
  readonly holding: Holding;
  readonly isOfDays: boolean;
}

function entries(words: string, holding: Holding, isOfDays: boolean): readonly Term[] {
  return words.split("|").map((it) => ({ words: it.split(" "), holding, isOfDays }));
}

function longestFirst(one: Term, other: Term): number {
  return other.words.length - one.words.length;
}

const being = ["has been", "have been", "had been", "is", "are", "was", "were", "be", "been", "remains", "remain"]
  .concat(["stays", "stay", "lies", "stands", "stands at", "closes", "amounts to", "totals", "comes to"])
  .map((it) => it.split(" "))
  .toSorted((a, b) => b.length - a.length);
/** What a verb means that may stand without a word that compares. */
const countsAsEqual = new Set(["stands at", "amounts to", "totals", "comes to"]);
const auxiliary = /^(?:does|do|did|shall|will|may|must|can|could|should|would|has|have|had)$/;
const perfect = /^(?:has|have|had)$/;
const past = /^(?:has|have|had|was|were)$/;
const denial = /^(?:not|no|never|neither)$/;
const adverb = /^(?:strictly|still|then|now|currently|also|any|either)$/;

/** What words say that compare, from the first of them on. */
function heard(words: readonly string[]): Heard | undefined {
  const first = words[0] ?? "";
  let at = 0;
  let [isDenied, isEver] = [false, false];
  const skip = () => {
    for (let word = words[at]; word !== undefined; word = words[at]) {
      if (terms.some((it) => it.words[0] === "no" && startsWith(words, at, it.words))) return;
      if (denial.test(word)) isDenied = !isDenied;
      else if (!adverb.test(word)) return;
      isEver ||= word === "never";
      at += 1;
    }
  };
  if (auxiliary.test(first) && !startsWith(words, 0, ["has", "been"]) && !startsWith(words, 0, ["have", "been"])) {
    isEver ||= perfect.test(first);
    at = 1;
  } else if (/^fails?$/.test(first) && words[1] === "to") {
    isDenied = true;
    at = 2;
  }
  skip();
  // Without a helping verb only the third person is one: `an amount equal to` compares nothing.
  const verb = verbs.find((it) => startsWith(words, at, it.words) && (at > 0 || /s$/.test(first)));
  let found: Compared | undefined;
  const be = being.find((it) => startsWith(words, at, it));
  if (verb !== undefined) {
    found = continued(words, at + verb.words.length, verb);
  } else if (be !== undefined) {
    isEver ||= past.test(be[0] ?? "");
    at += be.length;
    skip();
    found = compared(words, at);
    if (found === undefined && countsAsEqual.has(be.join(" ")))
      found = { holding: equal, length: at, isOfDays: false, isNeither: false };
  }
  if (found === undefined || found.holding === 0 || found.holding === all) return undefined;
  const isUnclear = isDenied && !found.isNeither && joinsEqual(words.slice(at, found.length));
  return { ...found, holding: isDenied ? all & ~found.holding : found.holding, isUnclear, isEver };
}

interface Compared extends Pick<Heard, "holding" | "length" | "isOfDays"> {
  /** `neither … nor`: what is denied is each of them, and nothing is unclear. */
  readonly isNeither: boolean;
}

/** `greater than or equal to`, `equal to or greater than`: a word that compares, with others joined to it. */
function compared(words: readonly string[], at: number): Compared | undefined {
  const term = terms.find((it) => startsWith(words, at, it.words));
  return term === undefined ? undefined : continued(words, at + term.words.length, term);
}

function continued(words: readonly string[], from: number, first: Pick<Term, "holding" | "isOfDays">): Compared {
  let { holding, isOfDays } = first;
  let [length, isNeither] = [from, false];
  for (;;) {
    const isWithout = startsWith(words, length, ["but", "not"]);
    const isJoined = /^n?or$/.test(words[length] ?? "");
    const place = length + (isWithout ? 2 : isJoined ? 1 : 0);
    const term = place === length ? undefined : terms.find((it) => startsWith(words, place, it.words));
    if (term === undefined) return { holding, length, isOfDays, isNeither };
    isNeither ||= words[length] === "nor";
    holding = isWithout ? holding & ~term.holding : holding | term.holding;
    isOfDays ||= term.isOfDays;
    length = place + term.words.length;
  }
}

function joinsEqual(words: readonly string[]): boolean {
  return (
    words.includes("or") ||
    startsWith(words, 0, ["at", "least", "equal"]) ||
    startsWith(words, 0, ["at", "most", "equal"])
  );
}

function startsWith(words: readonly string[], at: number, start: readonly string[]): boolean {
  return start.every((word, index) => words[at + index] === word);
}

// ---------------------------------------------------------------- what is said of them

/** A comparison in words of English, answered whole: half of one may say the opposite. */
export function comparison({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const { text, tokens } = statement;
  for (const [place, token] of tokens.entries()) {
    if (place < index - longestOpening || place > index + 1) continue;
    const words = readWords(text, token.startOffset);
    const said = heard(words.map(({ word }) => word));
    const last = said === undefined ? undefined : words[said.length - 1];
    if (said === undefined || last === undefined || last.end <= found.startOffset) continue;
    // What the language has itself is not what is wrong.
    if (isIn(token.tokenType.name, "comparison") && endOf(token) >= last.end) continue;
    const behind = tokens.find(({ startOffset }) => startOffset >= last.end);
    return answer(text, { start: token.startOffset, end: last.end }, said, [tokens[place - 1], behind]);
  }
  return undefined;
}

/** `isn't more than`, `hasn't happened`: the apostrophe stands at a place of the text. */
export function contraction(text: string, place: number): SyntaxFinding | undefined {
  const start = place - (/[a-z]*$/.exec(text.slice(0, place))?.[0].length ?? 0);
  const words = readWords(text, start);
  const [first, denied] = words;
  if (first === undefined || denied?.word !== "not" || denied.end !== first.end || first.end < place) return undefined;
  const said = heard(words.map(({ word }) => word));
  const end = words[(said?.length ?? 0) - 1]?.end;
  if (said !== undefined && end !== undefined) return answer(text, { start, end }, said, sidesOf(text, start, end));
  return reworded(text, start, first.end, `${first.word} not`);
}

function sidesOf(text: string, start: number, end: number): Sides {
  return [tokenize(text.slice(0, start)).tokens.at(-1), tokenize(text.slice(end)).tokens[0]];
}

/** `is $5 or more`, `is Maturity Date or later` */
export function orMore({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const { text, tokens } = statement;
  if (found === undefined || previous?.tokenType !== t.Or) return undefined;
  const term = terms.find(
    ({ words, holding }) => words.join(" ").replace(/ (?:than|to)$/, "") === found.image && holding !== equal,
  );
  const opening = tokens
    .slice(0, index - 1)
    .findLastIndex(({ tokenType }) => isIn(tokenType.name, "comparison", "logic"));
  const verb = tokens[opening];
  const value = tokens[opening + 1];
  if (term === undefined || value === undefined || (verb?.tokenType !== t.Is && verb?.tokenType !== t.IsNot))
    return undefined;
  const said = { holding: term.holding | equal, isOfDays: term.isOfDays };
  const isDenied = verb.tokenType === t.IsNot;
  const holding = isDenied ? all & ~said.holding : said.holding;
  const { words } = inWords(text.slice(value.startOffset), { ...said, holding }, [tokens[opening - 1], value]);
  const written = text.slice(value.startOffset, endOf(tokens[index - 2] ?? value));
  return reworded(text, verb.startOffset, endOf(found), `${words} ${written}`, true, "TN1024");
}

/** How many words of a comparison the grammar may take before it stops. */
const longestOpening = 3;

/** The words at a place of a text, with where each ends; `isn't` is two of them. */
function readWords(text: string, start: number): readonly { readonly word: string; readonly end: number }[] {
  const words = /(?:[a-z]+(?:['’]t)?\s+){0,12}(?:[a-z]+(?:['’]t)?)?/y;
  words.lastIndex = start;
  return [...(words.exec(text)?.[0] ?? "").matchAll(/\S+/g)].flatMap(({ index, 0: word }) => {
    const end = start + index + word.length;
    const denied = /^(can)not$|^(.+)n['’]t$/.exec(word);
    const helper = denied?.[1] ?? contracted[denied?.[2] ?? ""] ?? denied?.[2];
    return (helper === undefined ? [word] : [helper, "not"]).map((it) => ({ word: it, end }));
  });
}

const contracted: Readonly<Record<string, string>> = { ca: "can", wo: "will" };

type Sides = readonly [before: Token | undefined, behind: Token | undefined];

function answer(
  text: string,
  { start, end }: { start: number; end: number },
  said: Heard,
  sides: Sides,
): SyntaxFinding {
  const { words, loose, otherwise } = inWords(text.slice(end), said, sides);
  const facts = { expected: "a wording of the language", found: `\`${shown(text.slice(start, end))}\`` };
  const place = { code: "TN1001", start, end, facts } as const;
  if (said.isUnclear) return { ...place, help: `write \`${words}\`, or \`${loose}\` if it may be equal` };
  if (said.isEver) {
    const days = `on ${/\b(?:not|never)\b|n['’]t/.test(text.slice(start, end)) ? "every" : "some"} day from and including D to and including today`;
    return { ...place, help: `write \`A ${words} B\` where one day is meant, or \`${days}, A ${words} B\`` };
  }
  const finding = reworded(text, start, end, words, true, "TN1024");
  return otherwise === undefined
    ? finding
    : { ...finding, help: `write \`${words}\`, or \`${otherwise}\` between dates` };
}

const shift = new RegExp(
  `^\\s*(?:${count})\\s+(?:[a-z]+\\s+)?(?:day|month|year)s?\\s+(before|prior|after|following|from)\\b`,
);

/** The words for what is said; between names that may be of either kind, those for dates as well. */
export function inWords(
  behind: string,
  { holding, isOfDays }: Pick<Heard, "holding" | "isOfDays">,
  sides: Sides,
): { readonly words: Words; readonly loose: Words; readonly otherwise: Words | undefined } {
  const way = shift.exec(behind)?.[1];
  // At least ten days before a day is on or before the tenth: what is more days before is the earlier day.
  const isBackwards = !isOfDays && (way === "before" || way === "prior");
  const meant = isBackwards ? (holding & equal) | (holding & less ? more : 0) | (holding & more ? less : 0) : holding;
  const isDays = isOfDays || way !== undefined || sides.some(isDay);
  const table = isDays ? wordsForDays : wordsForFigures;
  const isEither = !isDays && sides.every((side) => side?.tokenType === t.Name) && wordsForDays[meant] !== table[meant];
  return {
    words: table[meant] ?? "is",
    loose: table[meant | equal] ?? "is",
    otherwise: isEither ? wordsForDays[meant] : undefined,
  };
}

/** What is a day by its form, or by the name that contracts give to days. */
export function isDay(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const { tokenType, image } = token;
  return (
    [t.Today, t.DateLiteral, t.DateType].includes(tokenType) ||
    (tokenType === t.Name && /(?:^|[ -])(?:Date|Day|Deadline|Anniversary|Maturity)$/.test(image))
  );
}

/** A sign such as `<=` in words, by what stands before it and behind it. */
export function signWords(
  words: Words,
  { text, tokens }: StatementTokens,
  opening: Token,
  behind: Token | undefined,
): ReturnType<typeof inWords> | undefined {
  const holding = Object.entries(wordsForFigures).find(([, it]) => it === words)?.[0];
  if (holding === undefined) return undefined;
  const said = { holding: Number(holding), isOfDays: false };
  return inWords(text.slice(behind?.startOffset ?? text.length), said, [tokens[tokens.indexOf(opening) - 1], behind]);
}
