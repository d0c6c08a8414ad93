import type * as cst from "../../../grammar/cst.generated.d.ts";
import type { Meaning } from "../../../grammar/vocabulary.ts";
import { vocabulary } from "../../../grammar/vocabulary.ts";
import { namesIn, rowOf } from "../../../grammar/words.ts";
import type * as ast from "../ast.ts";
import type { Lowering } from "./lowering.ts";
import { first, meaningIn } from "./lowering.ts";

/** The kind of a deal term, a field, or of what stands in a file: `money in NOK`, `"cash", "stock"`. */
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

export function lowerTexts(it: Lowering, { children }: cst.TextsCstNode): ast.Quoted[] {
  return children.Text.map((token) => it.quoted(token));
}
