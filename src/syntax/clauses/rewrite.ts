/**
 * A copy of a part of a tree with other names, other values in the place of names, or another source for its places.
 *
 * Names and texts in quotes have the same shape in the tree; what is a text is known by the key under which it stands.
 */
import type { Fields } from "../../base/fields.ts";
import { hasFields } from "../../base/fields.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Span } from "../../source/span.ts";
import type { Expression, FileRows, Statement, Takes } from "../ast.ts";

export interface Rewriting {
  readonly source?: SourceFile;
  /** New names by old ones. */
  readonly names?: ReadonlyMap<string, string>;
  /** What stands for a name standing alone. */
  readonly values?: ReadonlyMap<string, StandIn>;
  /** What stands for `its NAME`. */
  readonly ownedValues?: ReadonlyMap<string, StandIn>;
  /** The currency of money and prices that say none: the use says it, or the note. */
  readonly money?: string;
  /** The rows of files, by the places where tables name them. */
  readonly contents?: ReadonlyMap<unknown, FileRows>;
}

/** A value that stands for a name, a copy of its own at each place; where a clause takes it, that is said with each. */
export interface StandIn {
  readonly value: Expression;
  readonly takes?: Takes;
}

export function rewrite<T extends Statement | Expression>(node: T, rewriting: Rewriting): T {
  // cast: a copy has the shape of what is copied; values stand in for values only.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return copy(node, "", rewriting) as T;
}

/** Under these keys stand texts in quotes and labels of sections, never names. */
const textKeys = new Set(
  [
    "title label passage choices chosen choice reading insteadOf options reason role says alsoKnownAs sources",
    "meaning clause boundName sections over file written calendar businessDays timesIn exchange id currency currencies",
  ].flatMap((keys) => keys.split(" ")),
);

function copy(node: unknown, key: string, rewriting: Rewriting): unknown {
  if (!hasFields(node)) return node;
  if (Array.isArray(node)) return node.map((part) => copy(part, key, rewriting));
  if (key === "span") return rewriting.source === undefined ? node : { ...node, source: rewriting.source };
  if (key === "handed" || key === "content") return node;
  const instead = standInFor(node, rewriting);
  if (instead !== undefined) return instead;
  if (isName(node) && !textKeys.has(key)) {
    const { text, span } = node;
    return { text: rewriting.names?.get(text) ?? text, span: copy(span, "span", rewriting) };
  }
  const fields: Fields = node;
  const copied: Record<string, unknown> = {};
  for (const name in fields) copied[name] = copy(fields[name], isBinding(key, name) ? "boundName" : name, rewriting);
  const content = rewriting.contents?.get(fields.span);
  if (content !== undefined) copied.content = content;
  return rewriting.money === undefined ? copied : inMoney(copied, rewriting.money);
}

function inMoney(node: Record<string, unknown>, currency: string): Record<string, unknown> {
  const { kind, name, unit, span } = node;
  const ofUse = { currency, isOfUse: true };
  if (kind === "AccountDeclaration" && node.money === undefined) {
    return { ...node, money: { kind: "TypeName", name: "money", options: [], ...ofUse, span } };
  }
  if (node.currency !== undefined) return node;
  if (kind === "TypeName" && (name === "money" || name === "price")) return { ...node, ...ofUse };
  return kind === "NumberLiteral" && (unit === "money" || unit === "price") ? { ...node, ...ofUse } : node;
}

function standInFor(node: object, { values, ownedValues }: Rewriting): Expression | undefined {
  if (!("kind" in node) || !("name" in node) || !isName(node.name)) return undefined;
  const standIns = node.kind === "NameReference" ? values : node.kind === "ItsReference" ? ownedValues : undefined;
  const found = standIns?.get(node.name.text);
  if (found === undefined) return undefined;
  const copied = rewrite(found.value, {});
  const { takes } = found;
  if (takes === undefined) return copied;
  // The name may itself be one that was handed over, on the way through two clauses.
  return { ...copied, handed: [...(copied.handed ?? []), { takes, at: node.name.span }] };
}

/** In a use of another clause, what stands before the colon is a name of that clause. */
function isBinding(key: string, name: string): boolean {
  return key === "bindings" && name === "name";
}

function isName(node: unknown): node is { readonly text: string; readonly span: Span } {
  if (typeof node !== "object" || node === null || "kind" in node) return false;
  return "text" in node && typeof node.text === "string" && "span" in node;
}
