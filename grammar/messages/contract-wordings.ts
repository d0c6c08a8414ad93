/**
 * Wordings that contracts have and the language has otherwise. Each guess knows one by its words and says the language's
 * own form; where it gives a fix, the statement can be read with it.
 */

import type { Token } from "../tokens.ts";
import { tokens as t } from "../tokens.ts";
import type { ErrorContext, Heuristic, SyntaxFinding } from "./syntax-error.ts";
import { endOf, findingAt, insertion, isFirstOnLine, replacement, shown } from "./syntax-error.ts";

export const wordings: readonly Heuristic[] = [
  termWithoutKind,
  sectionTitle,
  capitalUnit,
  dayCountInOtherWords,
  changeInOtherWords,
  modalWords,
  cureInOtherWords,
  eventWithArticle,
  article,
  averageInOtherWords,
  missingThe,
  withinDays,
  dayInPeriod,
  dateInRange,
  otherwiseLast,
  shareOf,
  amountPerAmount,
  leastOrMost,
  cutBack,
];

/** `X = 15% per year`, `X is …`, `X: 15% per year`, `X: rate is …` after `given`. */
function termWithoutKind({ statement, index, found, rules }: ErrorContext): SyntaxFinding | undefined {
  const [head, name] = statement.tokens;
  if (head?.tokenType !== t.Given || name?.tokenType !== t.Name || found === undefined) return undefined;
  const isVerb = found.tokenType === t.Equals || found.tokenType === t.Is;
  if (index === 2 && isVerb) {
    const kind = kindsOfFigures[statement.tokens[3]?.tokenType.name ?? ""];
    const form = `given ${shown(name.image)}: ${kind ?? "KIND"} = …`;
    const help = kind === undefined ? `write \`${form}\`, with a kind such as \`money\`` : `write \`${form}\``;
    const facts = { expected: "`:` and a kind", found: `\`${found.image}\`` };
    const fix = { start: endOf(name), end: endOf(found), text: `: ${kind ?? ""} =` };
    return { ...findingAt(found, "TN1001", facts, kind === undefined ? undefined : fix), help };
  }
  const kind = kindsOfFigures[found.tokenType.name];
  if (rules.at(-1) === "type" && kind !== undefined) {
    const facts = { expected: "a kind", found: `\`${shown(found.image)}\`` };
    const fix = insertion(found.startOffset, `${kind} = `);
    return { ...findingAt(found, "TN1001", facts, fix), help: `write \`${kind} = ${shown(found.image)}\`` };
  }
  return found.tokenType === t.Is
    ? findingAt(found, "TN1035", { found: "is", right: "=" }, replacement(found, "="))
    : undefined;
}

const kindsOfFigures: Readonly<Record<string, string>> = {
  ...{ MoneyLiteral: "money", PriceLiteral: "price", SharesLiteral: "shares", PercentLiteral: "percent" },
  ...{ RateLiteral: "rate", NumberLiteral: "number", DateLiteral: "date", TimeLiteral: "time", Text: "text" },
  ...{ Yes: "yes or no", No: "yes or no" },
};

/** `section 1(b) Title` */
function sectionTitle({ statement: { text, tokens }, index, found }: ErrorContext): SyntaxFinding | undefined {
  if (tokens[0]?.tokenType !== t.Section || index !== 2 || found === undefined) return undefined;
  const isMark = found.tokenType === t.Colon || found.tokenType === t.Minus;
  const opening = isMark ? tokens[3] : found;
  if (opening === undefined) return undefined;
  const line = /^[^\r\n]*?(?=[ \t]*(?:--|[\r\n]|$))/.exec(text.slice(opening.startOffset))?.[0] ?? "";
  if (line === "") return undefined;
  const title = line.startsWith('"') ? line : `"${line.replaceAll('"', "")}"`;
  const [start, end] = [found.startOffset, opening.startOffset + line.length];
  const gap = /\s/.test(text.charAt(start - 1)) ? "" : " ";
  const facts = { found: shown(text.slice(start, end)), right: shown(title) };
  return { code: "TN1035", start, end, facts, fix: { start, end, text: gap + title } };
}

/** `10 Trading Days after D`, `10 calendar days after D` */
function capitalUnit({ statement, index, found, previous, expected }: ErrorContext): SyntaxFinding | undefined {
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

/** `by act/360`, `by Act/365 (Fixed)` */
function dayCountInOtherWords({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const opening = statement.tokens[found?.tokenType === t.Divide ? index - 1 : index];
  const before = statement.tokens[found?.tokenType === t.Divide ? index - 2 : index - 1];
  if (opening === undefined || (before?.tokenType !== t.By && before?.tokenType !== t.Colon)) return undefined;
  const match = matched(
    statement,
    opening,
    /act(?:ual)?\s*\/\s*(365|360|act)(?:ual)?(?:\s*\(?\s*f(?:ixed)?\b\s*\)?)?/iy,
  );
  const year = match?.[1]?.toLowerCase();
  if (match === undefined || year === undefined) return undefined;
  const end = opening.startOffset + match[0].trimEnd().length;
  return reworded(statement.text, opening.startOffset, end, `actual/${year === "act" ? "actual" : year}`);
}

/** `X is reduced by A` where a rule says what changes. */
function changeInOtherWords({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const head = statement.tokens[0]?.tokenType;
  const next = statement.tokens[index + 1];
  if (found?.tokenType !== t.Name || next === undefined || !isFirstOnLine(statement.text, found)) return undefined;
  if (head !== t.When && head !== t.On && head !== t.OnEach) return undefined;
  for (const [written, right] of changes) {
    const match = matched(statement, next, written);
    if (match) return reworded(statement.text, next.startOffset, next.startOffset + match[0].length, right);
  }
  if (next.tokenType !== t.Is || statement.tokens[index + 2]?.tokenType === t.Word) return undefined;
  return findingAt(next, "TN1035", { found: next.image, right: "becomes" }, replacement(next, "becomes"));
}

const changes: readonly (readonly [RegExp, string])[] = [
  [/(?:is|shall be|will be)\s+(?:reduced|decreased|lowered|diminished)\s+by\b/y, "falls by"],
  [/(?:decreases|declines|drops|goes\s+down|reduces)\s+by\b/y, "falls by"],
  [/(?:is|shall be|will be)\s+(?:increased|raised)\s+by\b/y, "rises by"],
  [/(?:increases|grows|goes\s+up)\s+by\b/y, "rises by"],
  [/(?:(?:is|shall be|will be)\s+(?:set|reset|changed|adjusted|reduced|increased)|changes|resets)\s+to\b/y, "becomes"],
  [/(?:is|becomes)\s+due\s+on\b/y, "falls due on"],
  [/is\s+(?:forgiven|cancelled|canceled)(?![a-z])/y, "is waived"],
];

/** `may not give`, `must deliver`, `may within …`: what comes after the first word is not as it should be. */
function modalWords({ statement, index, found, rules }: ErrorContext): SyntaxFinding | undefined {
  const next = statement.tokens[index + 1];
  if (rules.at(-1) !== "partyClause" || found === undefined || next === undefined) return undefined;
  const modal = modals.get(found.tokenType);
  if (modal === undefined) return undefined;
  const after = statement.tokens[index + 2];
  if (found.tokenType === t.May && next.tokenType === t.Not) {
    const last = after?.image === "give" ? after : next;
    const start = found.startOffset;
    const fix = { start, end: endOf(last), text: "must not give" };
    const facts = { found: shown(statement.text.slice(start, endOf(last))), right: "must not give" };
    return findingAt(next, "TN1035", facts, fix);
  }
  const isVerb = next.tokenType === t.Word && after?.tokenType === t.Name && !prepositions.has(next.image);
  if (isVerb) {
    const right = found.tokenType === t.Must && payingVerbs.has(next.image) ? "pay" : "give";
    const facts = { found: `${found.image} ${next.image}`, right: `${found.image} ${right}` };
    return findingAt(next, "TN1035", facts, replacement(next, right));
  }
  const facts = { expected: modal.expected, found: `\`${shown(next.image)}\`` };
  return { ...findingAt(next, "TN1001", facts), help: modal.help };
}

const prepositions = new Set(["within", "upon", "in", "at", "any", "not", "only"]);
const payingVerbs = new Set(["repay", "prepay", "reimburse", "redeem"]);
const modals = new Map([
  [t.May, { expected: "`give`", help: "write `may give` and the event; say when under `only if`" }],
  [t.Must, { expected: "`give` or `pay`", help: "write `must give EVENT by DATE` or `must pay AMOUNT by DATE`" }],
  [t.MustNot, { expected: "`give`", help: "write `must not give` and the event; say the exception after `unless`" }],
]);

/** `unless cured within 5 days after D` */
function cureInOtherWords({ statement, found }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.Unless || !statement.tokens.some(({ tokenType }) => tokenType === t.Occurs))
    return undefined;
  const match = matched(
    statement,
    found,
    /unless\s+(?:it\s+is\s+)?(?:cured|remedied)\s+(within|by|on\s+or\s+before|in)\s+/y,
  );
  if (match === undefined) return undefined;
  const start = found.startOffset;
  const count = countAt(statement.text, start + match[0].length);
  if (count === undefined) {
    if (match[1] !== "within" && match[1] !== "in")
      return reworded(statement.text, start, start + match[0].trimEnd().length, "unless cured by the end of:");
    return { ...findingAt(found, "TN1035", { found: match[0].trim(), right: "unless cured by the end of:" }) };
  }
  return reworded(statement.text, start, count.end, `unless cured by the end of: ${count.right}`, count.isWhole);
}

/** `a Notice has (…)`, `any Notice has (…)`, `each Notice has (…)` */
function eventWithArticle({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const [name, verb] = statement.tokens.slice(index + 1);
  if (found === undefined || name?.tokenType !== t.Name || verb?.tokenType !== t.Has) return undefined;
  const word = /^(?:a|an|any|one|the)$/.test(found.image) ? "some" : /^(?:each|all)$/.test(found.image) ? "every" : "";
  if (word === "") return undefined;
  const [written, rest] = [`${found.image} ${name.image} has`, `${name.image} has`];
  const facts = { found: shown(written), right: shown(`${word} ${rest}`) };
  return findingAt(found, "TN1035", facts, replacement(found, word));
}

/** `the Fixed Price` where a value is wanted. */
function article({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const next = statement.tokens[index + 1];
  const isArticle = found?.tokenType === t.The || found?.tokenType === t.A || found?.tokenType === t.An;
  if (!isArticle || index === 0 || next?.tokenType !== t.Name) return undefined;
  return reworded(statement.text, found.startOffset, endOf(next), next.image);
}

/** `the arithmetic average of`, `the simple mean of` */
function averageInOtherWords({ statement, found }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.The) return undefined;
  const match = matched(statement, found, /(the\s+)((arithmetic|simple|unweighted)\s+(?:average|mean))\s+of\b/y);
  const [written, opening = "", words = "", word = ""] = match ?? [];
  if (written === undefined) return undefined;
  const start = found.startOffset + opening.length;
  const fix = { start, end: start + words.length, text: "average" };
  const facts = { found: shown(written), right: "the average of" };
  return { code: "TN1035", start, end: start + word.length, facts, fix };
}

/** `first business day on or after D`, `number of Notice events` */
function missingThe({ statement, found, previous }: ErrorContext): SyntaxFinding | undefined {
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
function withinDays({ statement, found, previous, expected }: ErrorContext): SyntaxFinding | undefined {
  if (found?.image !== "within" || previous?.tokenType === t.Is) return undefined;
  const isDeadline = expected === t.By.name;
  const isValue = previous !== undefined && (isDeadline || openValues.has(previous.tokenType));
  const count = countAt(statement.text, found.startOffset + "within".length);
  if (!isValue || count === undefined) return undefined;
  const right = `${isDeadline ? "by " : ""}${count.right}`;
  return reworded(statement.text, found.startOffset, count.end, right, count.isWhole);
}

/** After these a value begins. */
const openValues = new Set([t.Means, t.IsFixedAs, t.Becomes, t.StartsAt, t.By, t.Colon, t.Equals, t.LeftBracket]);

/** `5 business days after`, with the word that is wanted for others like it; whole only where there is such a word. */
function countAt(text: string, place: number): { right: string; end: number; isWhole: boolean } | undefined {
  const match =
    /^\s*(\d[\d,]*\s+(?:(?:business|trading)\s+)?(?:calendar\s+)?(?:days?|months?|years?))\b(?:\s+(after|before|from|of|following)\b(?!\s+and\b))?/i.exec(
      text.slice(place),
    );
  const [written = "", count = "", word] = match ?? [];
  if (match === null) return undefined;
  const figure = count
    .toLowerCase()
    .replace(/calendar\s+/, "")
    .replaceAll(/\s+/g, " ");
  const direction = word === undefined ? "after D" : word === "before" ? word : "after";
  return { right: `${figure} ${direction}`, end: place + written.length, isWhole: word !== undefined };
}

/** `the last day of the quarter`, `the last day of each month` */
function dayInPeriod({ statement, found, rules }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || rules.at(-1) !== "step") return undefined;
  const match = matched(
    statement,
    found,
    /of\s+(?:the|each|every|that|such|a|any)\s+(?:calendar\s+)?(month|quarter|year)\b(?!\s+of\b)/y,
  );
  if (match === undefined) return undefined;
  const end = found.startOffset + match[0].length;
  return reworded(statement.text, found.startOffset, end, `of the ${match[1]} of today`);
}

/** `today is from and including D to and including E`, `today is between D and E` */
function dateInRange({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const { text, tokens } = statement;
  if (found === undefined || previous?.tokenType !== t.Is) return undefined;
  const what = tokens[index - 2];
  if (what === undefined) return undefined;
  const start = tokens[index - 3]?.tokenType === t.Its ? (tokens[index - 3]?.startOffset ?? 0) : what.startOffset;
  const subject = shown(text.slice(start, endOf(what)));
  const form = `${subject} is on or after D and ${subject} is on or before E`;
  if (found.image === "between") {
    const help = `write \`${form}\`, or \`is after\` and \`is before\` where the day itself is left out`;
    return { ...findingAt(found, "TN1018", { found: found.image }), help };
  }
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

const rangeOpenings = new Map([
  [t.FromAndIncluding, "is on or after"],
  [t.FromButExcluding, "is after"],
]);
const rangeClosings = new Map([
  [t.ToAndIncluding, "is on or before"],
  [t.ToButExcluding, "is before"],
]);

/** `A if B, C otherwise` */
function otherwiseLast({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  const { text, tokens } = statement;
  const next = tokens[index + 1];
  if (found?.image !== "otherwise") return undefined;
  if (next !== undefined && next.tokenType !== t.RightBracket && !isFirstOnLine(text, next)) return undefined;
  let depth = 0;
  for (const token of tokens.slice(0, index).toReversed()) {
    if (token.tokenType === t.RightBracket) depth++;
    if (token.tokenType === t.LeftBracket && --depth < 0) return undefined;
    if (depth > 0 || token.tokenType !== t.Comma) continue;
    const value = text.slice(endOf(token), found.startOffset).trim();
    return value === "" ? undefined : reworded(text, token.startOffset, endOf(found), `, otherwise ${value}`);
  }
  return undefined;
}

/** `85% of Average Price` */
function shareOf({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const isShare = previous?.tokenType === t.PercentLiteral || previous?.tokenType === t.NumberLiteral;
  if (found?.tokenType !== t.Of || !isShare) return undefined;
  const next = statement.tokens[index + 1];
  const figure = shown(previous.image);
  if (next?.tokenType === t.Name || next?.tokenType === t.Its || next?.tokenType === t.Market) {
    return findingAt(found, "TN1035", { found: `${figure} of`, right: `${figure} *` }, replacement(found, "*"));
  }
  const help = `write \`${figure} *\` and the value, in brackets where it is more than one name`;
  return { ...findingAt(found, "TN1035", { found: `${figure} of`, right: `${figure} *` }), help };
}

/** `X * $10 per $1,000`, `$10 per $1,000 of X` */
function amountPerAmount({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const { text, tokens } = statement;
  const next = tokens[index + 1];
  if (found?.image !== "per" || previous?.tokenType !== t.MoneyLiteral || next?.tokenType !== t.MoneyLiteral) {
    return undefined;
  }
  const facts = {
    found: `${previous.image} per ${next.image}`,
    right: `AMOUNT / ${next.image} * ${previous.image}`,
  };
  const [before, after] = [tokens[index - 2], tokens[index + 2]];
  const place = { start: previous.startOffset, end: endOf(next) };
  if (before?.tokenType === t.Times) {
    const fix = { start: before.startOffset, end: place.end, text: `/ ${next.image} * ${previous.image}` };
    return { code: "TN1035", ...place, facts, fix };
  }
  if (after?.tokenType !== t.Of && after?.tokenType !== t.Times) return { code: "TN1035", ...place, facts };
  return {
    code: "TN1035",
    ...place,
    facts,
    fix: { start: place.start, end: endOf(after), text: `${text.slice(place.start, place.end).replace("per", "/")} *` },
  };
}

/** `A, at least B`, `A, but not more than B` */
function leastOrMost({ statement, found }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.Comma) return undefined;
  for (const [written, pick] of bounds) {
    const match = matched(statement, found, written);
    if (match === undefined) continue;
    const [start, end] = [found.startOffset, found.startOffset + match[0].length];
    const facts = { found: shown(match[0]), right: `the ${pick} of A and B` };
    const sides = simpleSides(statement, start, end);
    if (sides === undefined) return { code: "TN1035", start, end, facts };
    const right = `the ${pick} of ${sides.left} and ${sides.right}`;
    const fix = { start: sides.start, end: sides.end, text: right };
    return { code: "TN1035", start, end, facts: { ...facts, right: shown(right) }, fix };
  }
  return undefined;
}

const bounds: readonly (readonly [RegExp, "greater" | "lesser"])[] = [
  [/,\s*(?:but\s+)?(?:in\s+no\s+event\s+|not\s+|no\s+)(?:less|lower)\s+than\b/y, "greater"],
  [/,\s*(?:but\s+)?at\s+least\b/y, "greater"],
  [/,\s*(?:but\s+)?(?:in\s+no\s+event\s+|not\s+|no\s+)(?:more|greater|higher)\s+than\b/y, "lesser"],
  [/,\s*(?:but\s+)?(?:at\s+most|up\s+to|capped\s+at)(?![a-z])/y, "lesser"],
];

/** What stands before and after a place in `NAME means …`, where both are products at most. */
function simpleSides({ text, tokens }: ErrorContext["statement"], start: number, end: number) {
  const verb = tokens.find(({ tokenType }) => tokenType === t.Means || tokenType === t.IsFixedAs);
  const last = tokens.at(-1);
  if (verb === undefined || last === undefined) return undefined;
  const operands = tokens.filter((token) => token.startOffset > verb.startOffset);
  const [left, right] = [
    operands.filter((token) => token.startOffset < start),
    operands.filter((token) => token.startOffset >= end),
  ];
  if (![left, right].every((side) => side.length > 0 && side.every(isInProduct))) return undefined;
  const [from, to] = [left[0]?.startOffset ?? start, endOf(last)];
  return { start: from, end: to, left: text.slice(from, start).trim(), right: text.slice(end, to).trim() };
}

function isInProduct({ tokenType }: Token): boolean {
  return /Literal$/.test(tokenType.name) || [t.Name, t.Its, t.Times, t.Divide, t.Market, t.Word].includes(tokenType);
}

/** `beyond that: cut down` */
function cutBack({ statement, index, found, rules }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.Word || !/^beyond/.test(rules.at(-1) ?? "")) return undefined;
  const next = statement.tokens[index + 1];
  const isPhrase = found.image === "cut" && next?.tokenType === t.Word;
  if (isPhrase) return reworded(statement.text, found.startOffset, endOf(next), "cut back");
  if (/^(?:cut|reduced|limited|capped)$/.test(found.image))
    return reworded(statement.text, found.startOffset, endOf(found), "cut back");
  return undefined;
}

// ---------------------------------------------------------------- helpers

/** What stands from `start` to `end` is put otherwise; with a fix where that is the whole of it. */
function reworded(text: string, start: number, end: number, right: string, isWhole = true): SyntaxFinding {
  const facts = { found: shown(text.slice(start, end)), right: shown(right) };
  return { code: "TN1035", start, end, facts, ...(isWhole && { fix: { start, end, text: right } }) };
}

/** Words from a token on, within the statement. */
function matched(
  { text, tokens }: ErrorContext["statement"],
  token: Token,
  words: RegExp,
): RegExpExecArray | undefined {
  words.lastIndex = token.startOffset;
  const match = words.exec(text);
  const last = tokens.at(-1);
  return match === null || last === undefined || token.startOffset + match[0].trimEnd().length > endOf(last)
    ? undefined
    : match;
}
