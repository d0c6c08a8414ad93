/** Words between two names or values for which the language has another one at that place. */
import { tokens as t } from "../../tokens.ts";
import type { ErrorContext, SyntaxFinding } from "../syntax-error.ts";
import { endOf, findingAt, matched, reworded } from "../syntax-error.ts";

/** `X is defined as V`, `X shall be equal to V`, `X equals V` at the margin. */
export function definedAs({ statement, index }: ErrorContext): SyntaxFinding | undefined {
  const [opening, verb] = statement.tokens;
  if (opening?.tokenType !== t.Name || verb === undefined) return undefined;
  const match = matched(
    statement,
    verb,
    /(?:is\s+(?:hereby\s+)?defined\s+(?:as|to\s+mean)|(?:shall|will)\s+be(?:\s+equal\s+to)?|shall\s+equal|is\s+equal\s+to|equals)\b/y,
  );
  if (match === undefined || index > 4) return undefined;
  return reworded(statement.text, match.index, match.index + match[0].length, "means");
}

/** `given Cap: money in the amount of $5` */
export function amountOfTerm({ statement, found, rules }: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined || statement.tokens[0]?.tokenType !== t.Given || rules.includes("value")) return undefined;
  const match = matched(statement, found, /(?:in\s+the\s+(?:amount|sum)\s+of|of)(?=\s+[$\d])/y);
  return match && reworded(statement.text, match.index, match.index + match[0].length, "=");
}

/** `when Sale and X is more than $5` */
export function conditionOfRule({
  statement: { text, tokens },
  index,
  found,
}: ErrorContext): SyntaxFinding | undefined {
  const [opening] = tokens;
  if (opening?.tokenType !== t.When || index !== 2 || found === undefined) return undefined;
  if (found.tokenType === t.And) return reworded(text, found.startOffset, endOf(found), "if");
  if (found.tokenType !== t.Or) return undefined;
  const name = tokens[1]?.image ?? "E";
  const complaint = findingAt(found, "TN1001", { expected: "one event", found: "`or`" });
  return {
    ...complaint,
    help: `write a rule for each: \`when ${name}\`, and another \`when …\` with the same changes`,
  };
}

/** `must give Report on D` */
export function dayOfDuty({
  statement: { text, tokens },
  index,
  found,
  previous,
}: ErrorContext): SyntaxFinding | undefined {
  const isDuty = tokens.some(({ tokenType }) => tokenType === t.MustGive);
  if (found?.image !== "on" || previous?.tokenType !== t.Name || !isDuty || tokens[index + 1] === undefined)
    return undefined;
  return reworded(text, found.startOffset, endOf(found), "by");
}

/** `Principal on Maturity Date`: a value of another day. */
export function valueOnDay({ statement, index, found, previous }: ErrorContext): SyntaxFinding | undefined {
  const next = statement.tokens[index + 1];
  const isValue = statement.tokens.some(({ tokenType }) => values.has(tokenType));
  if (found?.image !== "on" || previous?.tokenType !== t.Name || !isValue) return undefined;
  if (next?.tokenType !== t.Name && next?.tokenType !== t.DateLiteral && next?.tokenType !== t.The) return undefined;
  return reworded(statement.text, found.startOffset, endOf(found), "as of");
}

const values = new Set([t.Means, t.HoldsWhen, t.IsFixedAs, t.StartsAt]);
