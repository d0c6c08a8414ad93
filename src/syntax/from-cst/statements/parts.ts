/** Parts that several kinds of statements have. */
import type * as cst from "../../../../grammar/cst.generated.d.ts";
import type { Token } from "../../../../grammar/tokens.ts";
import { isName } from "../../../../grammar/tokens.ts";
import type { Span } from "../../../source/span.ts";
import type * as ast from "../../ast.ts";
import { lowerOperand } from "../expressions.ts";
import type { Lowering } from "../lowering.ts";
import { first, node, wordOf } from "../lowering.ts";
import { lowerType } from "../types.ts";

/** Reports a labelled line that comes a second time; the first one counts. Of each kind of line, the words that open one. */
export function oneLineEach(it: Lowering, ...openings: readonly (readonly Token[] | undefined)[]): void {
  for (const second of openings.flatMap((all) => all?.slice(1) ?? [])) {
    it.report("TN1027", it.tokenSpan(second), { label: wordOf(second).replace(/:$/, "") });
  }
}

/** What stands where a statement lacks a line that it can't do without. */
export function lackingLine(it: Lowering, span: Span, statement: string, line: string): ast.Expression {
  it.report("TN1026", span, { statement, line });
  return { kind: "Missing", span };
}

/** A defined term in quotes, as contracts have it where they define it. */
export function termIn(it: Lowering, token: Token): ast.Identifier {
  const { text, span } = it.quoted(token);
  if (!isName(text)) {
    const right = text.replaceAll(/(?<![A-Za-z0-9-])[a-z]/g, (letter) => letter.toUpperCase());
    const fix = isName(right) ? { span, text: right } : undefined;
    it.report("TN1022", span, { found: text, right }, { fix });
  }
  return { text: text.replaceAll(/[ \t]+/g, " "), span };
}

export function ownerOf(it: Lowering, owner: readonly cst.OwnerCstNode[]): ast.Identifier {
  return it.name(first(first(owner).children.Name));
}

/** What an event, or a row of a list, has under a name. */
export const lowerField = node("FieldDeclaration", (it, c: cst.FieldCstChildren) => ({
  name: it.name(first(c.Name)),
  type: lowerType(it, first(c.type)),
  isOptional: c.CommaOptional !== undefined,
  ...(c.initial && { initial: lowerOperand(it, first(c.initial)) }),
  ...(c.asOf && { asOf: it.name(first(c.asOf)) }),
}));
