/** Parts that several kinds of statements have. */
import type * as cst from "../../../../grammar/cst.generated.d.ts";
import type { Token } from "../../../../grammar/tokens.ts";
import { isName } from "../../../../grammar/tokens.ts";
import type { Meaning } from "../../../../grammar/vocabulary.ts";
import { vocabulary } from "../../../../grammar/vocabulary.ts";
import { namesIn, rowOf } from "../../../../grammar/words.ts";
import type { Span } from "../../../source/span.ts";
import type * as ast from "../../ast.ts";
import { lowerTexts } from "../expressions.ts";
import type { Lowering } from "../lowering.ts";
import { first, meaningIn, wordOf } from "../lowering.ts";

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

export function lowerType(it: Lowering, node: cst.TypeCstNode): ast.TypeName {
  const { word, options, currency } = node.children;
  const span = it.span(node);
  if (options) return { kind: "TypeName", name: "choice", options: lowerTexts(it, first(options)), span };
  const said = currency && it.name(first(currency)).text;
  const shouted = word === undefined ? kindCalled(said) : undefined;
  if (shouted !== undefined)
    it.report("TN1006", span, { found: said ?? "", word: shouted }, { fix: { span, text: shouted } });
  else if (word === undefined && said !== undefined)
    return { kind: "TypeName", ...inCurrency(said), options: [], span };
  const name = shouted ?? meaningIn("type", word);
  if (said !== undefined && shouted === undefined) return { kind: "TypeName", name, currency: said, options: [], span };
  const [implied] = it.currencies;
  const isAmount = implied !== undefined && (name === "money" || name === "price");
  return { kind: "TypeName", name, ...(isAmount && { currency: implied, isImplied: true }), options: [], span };
}

/** `Money`: the word for a kind, with a capital. */
function kindCalled(said: string | undefined): Meaning<"type"> | undefined {
  const kind = namesIn("type").find((name) => rowOf(name).words === said?.toLowerCase());
  return kind && vocabulary[kind].means;
}

/** `NOK`, `NOK per EUR` */
function inCurrency(said: string): Pick<ast.TypeName, "name" | "currency" | "per"> {
  const [currency = "", per] = said.split(" per ");
  return per === undefined ? { name: "money", currency } : { name: "exchange rate", currency, per };
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
