import * as syntax from "../syntax/walk.ts";
import type { Checked, Kind } from "./tree.ts";

/** Every expression at or under a part of the checked tree, from outside in, in the order written. */
export function expressionsIn(root: unknown): readonly Checked[] {
  return syntax.expressionsIn(root);
}

/** Those of one kind. */
export function expressionsOfKind<K extends Kind>(root: unknown, kind: K): Extract<Checked, { readonly kind: K }>[] {
  return expressionsIn(root).filter((it): it is Extract<Checked, { readonly kind: K }> => it.kind === kind);
}
