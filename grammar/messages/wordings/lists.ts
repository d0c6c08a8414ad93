import { romanLabel } from "../../labels.ts";
import type { Token } from "../../tokens.ts";
import { tokens as t } from "../../tokens.ts";
import type { ErrorContext, StatementTokens, SyntaxFinding } from "../syntax-error.ts";
import { endOf, findingAt, isFirstOnLine, replacement, reworded } from "../syntax-error.ts";

// Lists as contracts write them: `(1)` and `1.` for labels, `; and` at the end of an entry.

/** `(1)`, `1.`, `2)` at the head of a line. */
export function figureAsLabel({ text }: StatementTokens, token: Token | undefined): SyntaxFinding | undefined {
  if (token === undefined || !isFirstOnLine(text, token)) return undefined;
  const match = /^(?:\((\d{1,2})\)|(\d{1,2})[.)])(?=[ \t])/.exec(text.slice(token.startOffset));
  if (match === null) return undefined;
  const right = romanLabel(Number(match[1] ?? match[2]) - 1);
  return reworded(text, token.startOffset, token.startOffset + match[0].length, right);
}

export function numberedList({ statement, index, found }: ErrorContext): SyntaxFinding | undefined {
  return index === 0 ? undefined : figureAsLabel(statement, found);
}

/** `(i) A; and` */
export function endOfEntry({ text }: StatementTokens, token: Token): SyntaxFinding | undefined {
  const match = /^;(?:[ \t]*(?:and|or))?(?=[ \t]*(?:--|[\r\n]|$))/.exec(text.slice(token.startOffset));
  return match === null ? undefined : entryEnds(token, match[0]);
}

/** `(i) A, and`, where a list of conditions goes on with the next entry. */
export function commaAfterEntry({
  statement: { text, tokens },
  index,
  found,
}: ErrorContext): SyntaxFinding | undefined {
  if (found === undefined) return undefined;
  const isSign = found.tokenType === t.Comma || found.tokenType === t.And || found.tokenType === t.Or;
  const next = tokens[index + 1];
  const last = next?.tokenType === t.And || next?.tokenType === t.Or ? next : found;
  const after = tokens[tokens.indexOf(last) + 1];
  if (!isSign || after?.tokenType !== t.ListLabel) return undefined;
  return entryEnds(found, text.slice(found.startOffset, endOf(last)));
}

function entryEnds(token: Token, image: string): SyntaxFinding {
  const end = { ...token, image };
  return findingAt(end, "TN1037", { found: image }, replacement(end, ""));
}
