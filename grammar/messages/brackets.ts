import { labelAfter } from "../labels.ts";
import type { Token } from "../tokens.ts";
import { tokens as t } from "../tokens.ts";
import { isIn } from "../words.ts";
import type { ErrorContext, SyntaxFinding } from "./syntax-error.ts";
import { endOf, findingAt, isFirstOnLine, replacement, shown } from "./syntax-error.ts";

export function mixedLogic({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
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

export function listLabel({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
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

export function bracketTooMany({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  if (found?.tokenType !== t.RightBracket) return undefined;
  const before = statement.tokens.slice(0, index);
  const isOpen = count(before, t.LeftBracket) > count(before, t.RightBracket);
  return isOpen ? undefined : findingAt(found, "TN1017", {}, replacement(found, ""));
}

function count(tokens: readonly Token[], type: Token["tokenType"]): number {
  return tokens.filter((token) => token.tokenType === type).length;
}

/** `the lesser of A and B + C`, `2 * the lesser of …`. */
export function bracketsNeeded({ found, previous }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const { name } = found.tokenType;
  // A value has one tail at its end; with two it would not be clear which comes first.
  const isTail = isIn(name, "tail");
  const isOperator = isTail || isIn(name, "sum", "product", "power");
  const hasLeft = previous !== undefined && endsOperand(previous);
  if (isOperator && hasLeft) {
    const what = `the part ${isTail ? "before" : "with"} \`${shown(found.image)}\``;
    return findingAt(found, "TN1015", { what, reason: "it is not clear how far it reaches" });
  }
  const isPick = isIn(name, "pairPick", "listPick", "total", "extremeFold", "fold", "count", "interest");
  if (!isPick) return undefined;
  return findingAt(found, "TN1015", {
    what: `\`${shown(found.image)} …\``,
    reason: "it is not clear how far it reaches",
  });
}

/** Whether a value may end with this token. */
export function endsOperand({ tokenType, image }: Token): boolean {
  return (
    isIn(tokenType.name, "figure", "literal", "constant", "yesNo", "longUnit", "section", "stateTest") ||
    [t.Name, t.RightBracket, t.DateType, t.TimeType].includes(tokenType) ||
    (tokenType === t.Word && image !== "then")
  );
}

export function missingOtherwise({ statement, found, previous, expected }: ErrorContext): SyntaxFinding | undefined {
  if (expected !== t.CommaOtherwise.name) return undefined;
  if (found?.tokenType === t.RightBracket) return findingAt(found, "TN1009", {});
  const last = previous ?? found;
  if (last === undefined || (found !== undefined && !isFirstOnLine(statement.text, found))) return undefined;
  return { code: "TN1009", start: endOf(last), end: endOf(last), facts: {} };
}

export function bracketNotClosed({ statement, index, found, expected }: ErrorContext): SyntaxFinding | undefined {
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
