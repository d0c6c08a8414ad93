import type { Token } from "../../tokens.ts";
import { tokens as t } from "../../tokens.ts";
import { isIn } from "../../words.ts";
import type { ErrorContext, SyntaxFinding } from "../syntax-error.ts";
import { endOf, findingAt, isFirstOnLine, matched, replacement, reworded, shown } from "../syntax-error.ts";

/** `the Fixed Price` where a value is wanted. */
export function article({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const next = statement.tokens[index + 1];
  const isArticle = found?.tokenType === t.The || found?.tokenType === t.A || found?.tokenType === t.An;
  // Right behind a name the word is meant for a part of it: `Half the Series`.
  if (!isArticle || index === 0 || (index === 1 && previous?.tokenType === t.Name) || next?.tokenType !== t.Name)
    return undefined;
  return reworded(statement.text, found.startOffset, endOf(next), next.image);
}

/** `the Fixed Price becomes` under `when` */
export function articleInChange({
  statement: { text, tokens },
  index,
  found,
}: ErrorContext): SyntaxFinding | undefined {
  const [name, verb] = tokens.slice(index + 1);
  if (found?.tokenType !== t.The || index === 0 || name?.tokenType !== t.Name || verb === undefined) return undefined;
  if (!isIn(verb.tokenType.name, "stateVerb", "accountVerb")) return undefined;
  return reworded(text, found.startOffset, endOf(name), name.image);
}

/** `the arithmetic average of`, `the simple mean of` */
export function averageInOtherWords({ statement, found }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.The) return undefined;
  const match = matched(statement, found, /(the\s+)((arithmetic|simple|unweighted)\s+(?:average|mean))\s+of\b/y);
  const [written, opening = "", words = "", word = ""] = match ?? [];
  if (written === undefined) return undefined;
  const start = found.startOffset + opening.length;
  const fix = { start, end: start + words.length, text: "average" };
  const facts = { found: shown(written), right: "the average of" };
  return { code: "TN1035", start, end: start + word.length, facts, fix };
}

/** `A if B, C otherwise` */
export function otherwiseLast({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
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

/** `2 A` where a product is meant. */
export function figureBesideName({ statement: { text }, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const isFigure = previous?.tokenType === t.NumberLiteral || previous?.tokenType === t.PercentLiteral;
  if (found?.tokenType !== t.Name || !isFigure || isFirstOnLine(text, found)) return undefined;
  if (/^(?:[A-Z]{3}\b|(?:Business|Trading|Calendar|Days?|Months?|Years?|Shares?)\b)/.test(found.image))
    return undefined;
  return reworded(text, previous.startOffset, endOf(found), `${previous.image} * ${found.image}`);
}

/** `2/3rds of A`, `1/4th A`: a figure with the end of its word. */
export function fractionInFigures({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const { text, tokens } = statement;
  const [whole, sign] = [tokens[index - 3], tokens[index - 2]];
  if (found === undefined || previous?.tokenType !== t.NumberLiteral || sign?.tokenType !== t.Divide) return undefined;
  if (whole?.tokenType !== t.NumberLiteral || !/^(?:rds?|ths?|nds?|st)$/.test(found.image)) return undefined;
  const of = tokens[index + 1]?.tokenType === t.Of ? tokens[index + 1] : undefined;
  const right = `${whole.image} / ${previous.image} *`;
  // Behind a sign of division it would divide by the first figure alone.
  const isDivided = tokens[index - 4]?.tokenType === t.Divide;
  const finding = reworded(text, whole.startOffset, endOf(of ?? found), right, !isDivided);
  return isDivided ? { ...finding, help: `write \`(${right} …)\` in brackets` } : finding;
}

/** `85% of Average Price` */
export function shareOf({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const isShare = previous?.tokenType === t.PercentLiteral || previous?.tokenType === t.NumberLiteral;
  if (found?.tokenType !== t.Of || !isShare) return undefined;
  const next = statement.tokens[index + 1];
  const figure = shown(previous.image);
  const isName = next?.tokenType === t.Name || next?.tokenType === t.Its || next?.tokenType === t.Market;
  // With a sum behind the name, the share may be one of all of it.
  if (isName && !statement.tokens.slice(index).some(({ tokenType: { name } }) => isIn(name, "sum"))) {
    return findingAt(found, "TN1035", { found: `${figure} of`, right: `${figure} *` }, replacement(found, "*"));
  }
  const help = `write \`${figure} *\` and the value, in brackets where it is more than one name`;
  const onward = next?.tokenType.LABEL?.startsWith("the ") || next?.tokenType === t.The;
  const edit = { start: previous.startOffset, end: next?.startOffset ?? endOf(found), text: "" };
  const finding = findingAt(found, "TN1035", { found: `${figure} of`, right: `${figure} *` });
  return { ...finding, help, ...(onward && { onward: edit }) };
}

/** `X * $10 per $1,000`, `$10 per $1,000 of X`, `$10 for each $1,000 of X` */
export function amountPerAmount({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const { text, tokens } = statement;
  if (found === undefined || previous?.tokenType !== t.MoneyLiteral) return undefined;
  const joint = /(?:per|for\s+(?:each|every)|on\s+(?:each|every))\s+(?=\$)/y;
  joint.lastIndex = found.startOffset;
  const words = joint.exec(text)?.[0] ?? "";
  const at = tokens.findIndex(({ startOffset }) => startOffset === found.startOffset + words.length);
  const next = tokens[at];
  if (words === "" || next?.tokenType !== t.MoneyLiteral) return undefined;
  const facts = {
    found: shown(text.slice(previous.startOffset, endOf(next))),
    right: `AMOUNT / ${next.image} * ${previous.image}`,
  };
  const [before, after] = [tokens[index - 2], tokens[at + 1]];
  const place = { start: previous.startOffset, end: endOf(next) };
  if (before?.tokenType === t.Times) {
    const fix = { start: before.startOffset, end: place.end, text: `/ ${next.image} * ${previous.image}` };
    return { code: "TN1035", ...place, facts, fix };
  }
  const isSum = tokens.slice(at).some(({ tokenType: { name } }) => isIn(name, "sum"));
  if (isSum) {
    const help = `write \`(A + B) / ${next.image} * ${previous.image}\`, or \`A / ${next.image} * ${previous.image} + B\``;
    return { code: "TN1035", ...place, facts, help };
  }
  if (after?.tokenType !== t.Of && after?.tokenType !== t.Times) return { code: "TN1035", ...place, facts };
  return {
    code: "TN1035",
    ...place,
    facts,
    fix: { start: place.start, end: endOf(after), text: `${previous.image} / ${next.image} *` },
  };
}

/** `A, at least B`, `A, but not more than B`, `A but never less than B` */
export function leastOrMost({ statement, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const opening = [found, previous].find((it) => it?.tokenType === t.Comma || it?.image === "but");
  if (opening === undefined) return undefined;
  for (const [written, pick] of bounds) {
    const match = matched(statement, opening, written);
    if (match === undefined) continue;
    const [start, end] = [opening.startOffset, opening.startOffset + match[0].length];
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
  [/(?:,\s*(?:but\s+)?|but\s+)(?:in\s+no\s+event\s+|never\s+|not\s+|no\s+)(?:less|lower)\s+than\b/y, "greater"],
  [/(?:,\s*(?:but\s+)?|but\s+)at\s+least\b/y, "greater"],
  [/(?:,\s*(?:but\s+)?|but\s+)(?:in\s+no\s+event\s+|never\s+|not\s+|no\s+)(?:more|greater|higher)\s+than\b/y, "lesser"],
  [
    /(?:,\s*(?:but\s+)?|but\s+)(?:at\s+most|up\s+to(?:\s+a\s+maximum\s+of)?|capped\s+at|not\s+to\s+exceed)(?![a-z])/y,
    "lesser",
  ],
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

/** `$13 / 3 per share`: the unit stands behind its figure. */
export function unitBehindQuotient({
  statement: { text, tokens },
  index,
  found,
}: ErrorContext): SyntaxFinding | undefined {
  const [amount, sign, figure] = tokens.slice(Math.max(0, index - 3), index);
  const share = tokens[index + 1];
  if (found?.image !== "per" || share?.image !== "share" || amount?.tokenType !== t.MoneyLiteral) return undefined;
  if (sign?.tokenType !== t.Divide || figure?.tokenType !== t.NumberLiteral) return undefined;
  const right = `${amount.image} per share / ${figure.image}`;
  return reworded(text, amount.startOffset, endOf(share), right);
}
