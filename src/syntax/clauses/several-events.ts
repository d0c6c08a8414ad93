/** A use that takes a clause for several events: `Failure: Judgment or Delisting` stands for one use of it for each. */
import type { Expression, NameReference, Takes, Use } from "../ast.ts";

/** The use for each of the events; undefined where the clause is taken for one. The sentence is that of all of them. */
export function forEachEvent(use: Use, takes: readonly Takes[]): readonly Use[] | undefined {
  const events = new Set(takes.flatMap(({ what, name }) => (what.kind === "EventKind" ? [name.text] : [])));
  const several = use.bindings.find(({ name, value }) => events.has(name.text) && severalNames(value) !== undefined);
  const names = several && severalNames(several.value);
  // oxlint-disable-next-line no-unused-vars -- each of them has the same sentence
  const { says: _, ...unsaid } = use;
  return names?.map((value) => ({
    ...unsaid,
    bindings: use.bindings.map((it) => (it === several ? { ...it, value } : it)),
  }));
}

function severalNames(value: Expression): readonly NameReference[] | undefined {
  if (value.kind !== "Logic" || value.operator !== "or") return undefined;
  const names = value.conditions.filter((it): it is NameReference => it.kind === "NameReference");
  return names.length === value.conditions.length ? names : undefined;
}
