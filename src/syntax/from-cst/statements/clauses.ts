/** Clauses of a library, and their uses. */
import type * as cst from "../../../../grammar/cst.generated.d.ts";
import type { Token } from "../../../../grammar/tokens.ts";
import type * as ast from "../../ast.ts";
import { lowerValue } from "../expressions.ts";
import type { Lowering } from "../lowering.ts";
import { first, meaningIn, node } from "../lowering.ts";
import { lowerTexts, lowerType } from "../types.ts";
import { versionOf } from "./head.ts";
import { ownerOf } from "./parts.ts";

export const lowerClauseHead = node("ClauseHead", (it, c: cst.ClauseHeadCstChildren) => ({
  title: it.quoted(first(c.title)),
  ...(c.version && { language: versionOf(it, c.version) }),
  ...(c.says && { says: it.quoted(first(c.says)) }),
  ...(c.sentence && { sentence: it.quoted(first(c.sentence)) }),
  alsoKnownAs: (c.alsoKnownAs ?? []).flatMap((texts) => lowerTexts(it, texts)),
  sources: (c.source ?? []).map((token) => it.quoted(token)),
}));

export function lowerTakes(it: Lowering, node: cst.TakesCstNode): ast.Statement {
  const { verb, Name, owner, Event, refersTo, Account, Party, DayCountType, type, meaning } = node.children;
  const span = it.span(node);
  const whatOf = () => {
    if (Event) return { kind: "EventKind", ...(refersTo && { refersTo: it.name(first(refersTo)) }), span } as const;
    if (Account) return { kind: "AccountKind", span } as const;
    if (Party) return { kind: "PartyKind", span } as const;
    return DayCountType ? ({ kind: "DayCountKind", span } as const) : lowerType(it, first(type));
  };
  return {
    kind: "Takes",
    verb: meaningIn("takes", verb),
    name: it.name(first(Name)),
    ...(owner && { owner: ownerOf(it, owner) }),
    what: whatOf(),
    ...(meaning && { meaning: meaningOf(it, meaning) }),
    span,
  };
}

function meaningOf(it: Lowering, nodes: readonly cst.MeaningCstNode[]): ast.Identifier {
  return it.quoted(first(first(nodes).children.Text));
}

export const lowerGives = node("Gives", (it, { Name, owner, meaning }: cst.GivesCstChildren) => ({
  name: it.name(first(Name)),
  ...(owner && { owner: ownerOf(it, owner) }),
  ...(meaning && { meaning: meaningOf(it, meaning) }),
}));

/** What amounts of an account are: what it says, or the currency of a note that names one. */
export function moneyOf(it: Lowering, said: readonly Token[] | undefined): { readonly money?: ast.TypeName } {
  const [token] = said ?? [];
  const money = { kind: "TypeName", name: "money", options: [] } as const;
  if (token !== undefined) return { money: { ...money, currency: it.name(token).text, span: it.tokenSpan(token) } };
  const [currency] = it.currencies;
  return currency === undefined ? {} : { money: { ...money, currency, isImplied: true, span: it.place(0, 0) } };
}

export const lowerUse = node("Use", (it, { clause, file, currency, says, binding = [] }: cst.UseCstChildren) => ({
  clause: it.quoted(first(clause)),
  ...(file && { from: it.quoted(first(file)) }),
  ...(currency && { currency: it.name(first(currency)) }),
  ...(says && { says: it.quoted(first(says)) }),
  bindings: binding.map(({ children }) => ({
    name: it.name(first(children.Name)),
    value: lowerValue(it, first(children.value)),
  })),
}));
