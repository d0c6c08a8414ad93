import { count, digitsOf } from "../../forms/figures.ts";
import type { Token } from "../../tokens.ts";
import { tokens as t } from "../../tokens.ts";
import { isIn } from "../../words.ts";
import type { ErrorContext, SyntaxFinding } from "../syntax-error.ts";
import { endOf, findingAt, insertion, matched, replacement, reworded, shown } from "../syntax-error.ts";
import { isDay } from "./comparison-phrases.ts";

/** `10 Trading Days after D`, `10 calendar days after D` */
export function capitalUnit({ statement, index, found, previous, expected }: ErrorContext): SyntaxFinding | undefined {
  const isCounted = previous?.tokenType === t.NumberLiteral || expected === t.TimeUnit.name;
  if (found === undefined || !isCounted) return undefined;
  if (found.image === "calendar") {
    const next = statement.tokens[index + 1];
    return next?.tokenType === t.Days
      ? reworded(statement.text, found.startOffset, endOf(next), next.image)
      : undefined;
  }
  if (found.tokenType !== t.Name || !unitInCapitals.test(found.image)) return undefined;
  const words = found.image.toLowerCase().replaceAll(/\s+/g, " ");
  const right = words.replace("calendar ", "").replace(/working|banking/, "business");
  if (right !== words) return reworded(statement.text, found.startOffset, endOf(found), right);
  return findingAt(found, "TN1006", { found: found.image, word: right }, replacement(found, right));
}

const unitInCapitals = /^(?:(?:Trading|Business|Calendar|Working|Banking)\s+)?(?:Days?|Months?|Years?)$/;

/** `by actual/365 (Fixed)`, `by 30E/360 (Eurobond Basis)`: what stands in brackets is said by the name. */
export function dayCountWithBrackets({
  statement: { text },
  found,
  previous,
}: ErrorContext): SyntaxFinding | undefined {
  if (previous?.tokenType !== t.DayCount || found?.tokenType !== t.LeftBracket) return undefined;
  const name = previous.image.replaceAll(/\s+/g, " ");
  const [written, words = ""] = /^\(\s*([A-Za-z ]+?)\s*\)/.exec(text.slice(found.startOffset)) ?? [];
  const right = written === undefined ? undefined : bracketed[words.toLowerCase()]?.[name];
  if (written === undefined || right === undefined) return undefined;
  return reworded(text, previous.startOffset, found.startOffset + written.length, right);
}

const bracketed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(["fixed", "f"].map((word) => [word, { "actual/365": "actual/365" }])),
  isda: { "actual/actual": "actual/actual", "30E/360": "30E/360 ISDA" },
  "bond basis": { "30/360": "30/360" },
  "eurobond basis": { "30E/360": "30E/360" },
};

/** `by act/360`, `by Act/365 (Fixed)`, `by Act/Act (ICMA)` */
export function dayCountInOtherWords({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const opening = statement.tokens[found?.tokenType === t.Divide ? index - 1 : index];
  const before = statement.tokens[found?.tokenType === t.Divide ? index - 2 : index - 1];
  if (opening === undefined || (before?.tokenType !== t.By && before?.tokenType !== t.Colon)) return undefined;
  const match = matched(
    statement,
    opening,
    /act(?:ual)?\s*\/\s*(365L?|360|act)(?:ual)?(?:\s*\(?\s*(f(?:ixed)?|icma|isma|isda|afb|fbf)\b\s*\)?)?/iy,
  );
  const [year, rule] = [match?.[1]?.toLowerCase().replace("l", "L"), match?.[2]?.toUpperCase()];
  if (match === undefined || year === undefined) return undefined;
  const end = opening.startOffset + match[0].trimEnd().length;
  const name = year === "act" ? `actual/actual${ruleNames[rule ?? ""] ?? ""}` : `actual/${year}`;
  return reworded(statement.text, opening.startOffset, end, name);
}

/** The body whose actual/actual it is; ISDA's is that without a name. */
const ruleNames: Readonly<Record<string, string>> = { ICMA: " ICMA", ISMA: " ICMA", AFB: " AFB", FBF: " AFB" };

/** `first business day on or after D`, `number of Notice events` */
export function missingThe({ statement, found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || previous?.tokenType === t.The) return undefined;
  const match = matched(
    statement,
    found,
    /(?:(?:first|last)\s+(?:overdue\s+date\s+of|of\s+every|of|(?:business|trading)\s+day|day|\d+-month\s+anniversary\s+of)|(?:number|total)\s+of)\b/y,
  );
  if (match === undefined) return undefined;
  const facts = { found: shown(match[0]), right: shown(`the ${match[0]}`) };
  const start = found.startOffset;
  return { code: "TN1035", start, end: start + match[0].length, facts, fix: insertion(start, "the ") };
}

/** `within 3 trading days after D` where one day is meant. */
export function withinDays({ statement, found, previous, rules }: ErrorContext): SyntaxFinding | undefined {
  if (found?.image !== "within" || previous?.tokenType === t.Is) return undefined;
  const isDeadline = rules.at(-1) === "endsBy";
  const isValue = previous !== undefined && (isDeadline || openValues.has(previous.tokenType));
  const count = countAt(statement.text, found.startOffset + "within".length);
  if (!isValue || count === undefined) return undefined;
  const right = `${isDeadline ? "by " : ""}${count.right}`;
  return reworded(statement.text, found.startOffset, count.end, right, count.isWhole);
}

/** `5 days from D`: counted from the day after it. */
export function daysFrom({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const isCounted = previous !== undefined && (previous.tokenType.CATEGORIES ?? []).includes(t.TimeUnit);
  const next = statement.tokens[index + 1];
  if (found?.tokenType !== t.From || !isCounted || next === undefined) return undefined;
  const opensDate = [t.Name, t.Its, t.Today, t.The, t.DateLiteral].includes(next.tokenType);
  const isEvery = statement.tokens
    .slice(0, index)
    .some(
      ({ tokenType }) => tokenType === t.Every || isIn(tokenType.name, "count", "fold", "whichOfEvery", "interest"),
    );
  return opensDate && !isEvery ? reworded(statement.text, found.startOffset, endOf(found), "after") : undefined;
}

/** `today is within 3 days of D`: from when is not said, and `of` may also reach back. */
export function withinDaysOf({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const { text, tokens } = statement;
  const verb = tokens[index - 1];
  if (found?.image !== "within" || (verb?.tokenType !== t.Is && verb?.tokenType !== t.IsNot)) return undefined;
  const match = withinCount.exec(text.slice(found.startOffset));
  const [written = "", count = "", way = ""] = match ?? [];
  if (match === null) return undefined;
  const isDenied = verb.tokenType === t.IsNot;
  const [first, last] = isDenied ? ["is before", "is after"] : ["is on or after", "is on or before"];
  const forms: Readonly<Record<string, string>> = {
    after: `\`${last} ${count} after D\`, and add \`${first} D\` where it may not be earlier`,
    before: `\`${first} ${count} before D\`, and add \`${last} D\` where it may not be later`,
    of: `\`${last} ${count} after D\`, and add \`${first} D\`, or \`${first} ${count} before D\`, where that is meant`,
  };
  const form = forms[way === "prior to" ? "before" : way] ?? forms.of ?? "";
  const help = `write ${isDenied ? form.replaceAll("and add", "and put `or` before").replaceAll("may not", "may") : form}`;
  const end = found.startOffset + written.length;
  return {
    code: "TN1018",
    start: verb.startOffset,
    end,
    facts: { found: shown(text.slice(verb.startOffset, end)), ends: bothEnds },
    help,
  };
}

/** What a range without its ends leaves open. */
const bothEnds = "the first and the last day count";

const withinCount = new RegExp(
  `^within\\s+(${count}\\s+(?:(?:business|trading|calendar)\\s+)?(?:days?|months?|years?))\\s+(after|before|following|prior to|of|from)\\b`,
  "i",
);

/** After these a value begins. */
const openValues = new Set([t.Means, t.IsFixedAs, t.Becomes, t.StartsAt, t.By, t.Colon, t.Equals, t.LeftBracket]);

/** `5 business days after`, with the word that is wanted for others like it; whole only where there is such a word. */
export function countAt(text: string, place: number): { right: string; end: number; isWhole: boolean } | undefined {
  const match = counted.exec(text.slice(place));
  const [written = "", count = "", unit = "", word] = match ?? [];
  if (match === null) return undefined;
  const words = unit
    .toLowerCase()
    .replace(/calendar\s+/, "")
    .replaceAll(/\s+/g, " ");
  const figure = `${digitsOf(count)} ${words}`;
  const direction = word === undefined ? "after D" : word === "before" ? word : "after";
  return { right: `${figure} ${direction}`, end: place + written.length, isWhole: word !== undefined };
}

const counted = new RegExp(
  `^\\s*(${count})\\s+((?:(?:business|trading)\\s+)?(?:calendar\\s+)?(?:days?|months?|years?))\\b(?:\\s+(after|before|from|of|following)\\b(?!\\s+and\\b))?`,
  "i",
);

/** `the last day of the quarter`, `the last day of each month` */
export function dayInPeriod({ statement, found, rules }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || rules.at(-1) !== "step") return undefined;
  const match = matched(
    statement,
    found,
    /of\s+(?:the|each|every|that|such|a|any)\s+(?:calendar\s+)?(month|quarter|year)\b(?!\s+of\b)/y,
  );
  if (match === undefined) return undefined;
  const end = found.startOffset + match[0].length;
  const isSchedule = statement.tokens[1]?.tokenType === t.Are;
  if (!isSchedule) return reworded(statement.text, found.startOffset, end, `of the ${match[1]} of today`);
  const facts = { expected: "`every`", found: `\`${shown(match[0])}\`` };
  return { code: "TN1001", start: found.startOffset, end, facts, help: endsOfPeriods };
}

const endsOfPeriods =
  "dates of a schedule are counted from a day: write `are every month from and including D to and including E`, `counted from:` the " +
  "last day of a month, and `month ends: kept`";

/** `today is from and including D to and including E`, `today is between D and E`, `Fee is between $5 and $9` */
export function insideRange({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const { text, tokens } = statement;
  const isDenied = previous?.tokenType === t.IsNot;
  if (found === undefined || (previous?.tokenType !== t.Is && !isDenied)) return undefined;
  const what = tokens[index - 2];
  if (what === undefined) return undefined;
  const start = tokens[index - 3]?.tokenType === t.Its ? (tokens[index - 3]?.startOffset ?? 0) : what.startOffset;
  const subject = shown(text.slice(start, endOf(what)));
  if (found.image === "between") return betweenTwo(subject, isDenied, found, isDay(what) ? what : tokens[index + 1]);
  if (isDenied) return undefined;
  const opening = rangeOpenings.get(found.tokenType);
  if (opening === undefined) return undefined;
  const last = tokens.slice(index).find(({ tokenType }) => rangeClosings.has(tokenType));
  const closing = last && rangeClosings.get(last.tokenType);
  const place = { start: previous.startOffset, end: endOf(found) };
  const written = `${subject} ${text.slice(place.start, place.end)} D`;
  if (last === undefined || closing === undefined) {
    return { code: "TN1035", ...place, facts: { found: written, right: `${subject} ${opening} D` } };
  }
  const between = text.slice(endOf(found), last.startOffset).trim();
  const right = `${opening} ${between} and ${subject} ${closing}`;
  const facts = {
    found: shown(`${written} ${last.image} E`),
    right: `${subject} ${opening} D and ${subject} ${closing} E`,
  };
  // Beside an `or` the two would need brackets.
  const fix = tokens.some(({ tokenType }) => tokenType === t.Or)
    ? undefined
    : { start: place.start, end: endOf(last), text: right };
  return { code: "TN1035", ...place, facts, ...(fix && { fix }) };
}

function betweenTwo(subject: string, isDenied: boolean, found: Token, next: Token | undefined): SyntaxFinding {
  const joined = (first: string, joint: string, second: string) =>
    `\`${subject} ${first} ${joint} ${subject} ${second}\``;
  const figures = isDenied
    ? `${joined("is less than A", "or", "is more than B")}, or \`is at most\` and \`is at least\``
    : `${joined("is at least A", "and", "is at most B")}, or \`is more than\` and \`is less than\``;
  const days = isDenied
    ? `${joined("is before D", "or", "is after E")}, or \`is on or before\` and \`is on or after\``
    : `${joined("is on or after D", "and", "is on or before E")}, or \`is after\` and \`is before\` where the day itself is left out`;
  if (next !== undefined && isIn(next.tokenType.name, "figure")) {
    const facts = { expected: "two comparisons, which say whether the ends are in", found: shown("`between`") };
    return { ...findingAt(found, "TN1001", facts), help: `write ${figures}` };
  }
  const help = next?.tokenType === t.Name && !isDay(next) ? `write ${figures}; between dates ${days}` : `write ${days}`;
  return { ...findingAt(found, "TN1018", { found: found.image, ends: bothEnds }), help };
}

const rangeOpenings = new Map([
  [t.FromAndIncluding, "is on or after"],
  [t.FromButExcluding, "is after"],
]);

const rangeClosings = new Map([
  [t.ToAndIncluding, "is on or before"],
  [t.ToButExcluding, "is before"],
]);
