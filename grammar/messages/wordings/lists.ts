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

/** `(i) A; and`: taken out of all entries at once. */
export function endOfEntry({ text, tokens }: StatementTokens, token: Token): SyntaxFinding | undefined {
  const last = tokens.at(-1) ?? token;
  const restOfLine = /^[^\r\n]*/.exec(text.slice(endOf(last)))?.[0] ?? "";
  const list = text.slice(token.startOffset, endOf(last) + restOfLine.length);
  const [first, ...others] = [...list.matchAll(/;(?:[ \t]*(?:and|or))?(?=[ \t]*(?:--|[\r\n]|$))/g)];
  if (first?.index !== 0) return undefined;
  const finding = entryEnds(token, first[0]);
  const furthest = others.at(-1);
  if (furthest === undefined) return finding;
  const cut = list.slice(0, furthest.index + furthest[0].length);
  const fix = {
    start: token.startOffset,
    end: token.startOffset + cut.length,
    text: cut.replaceAll(/;(?:[ \t]*(?:and|or))?(?=[ \t]*(?:--|[\r\n]|$))/g, ""),
  };
  return {
    ...finding,
    fix,
    help: "take it out here and in the entries below: the word above the list says how they go together",
  };
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
