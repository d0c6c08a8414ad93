import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Expression, Handed } from "../../syntax/ast.ts";
import { expressionsOfKind } from "../../syntax/walk.ts";
import type { ValueType } from "../../units/value-type.ts";
import type { Checked } from "../tree.ts";
import { typeNamed } from "../words.ts";
import type { Inference } from "./inference.ts";
import { faulty, sameType } from "./inference.ts";
import { sayWrongUnit } from "./wrong-unit.ts";

/** What a clause takes a value as: the clause that reads it comes last. */
export function typeHanded(handed: readonly Handed[]): ValueType | undefined {
  const what = handed.at(-1)?.takes.what;
  return what?.kind === "TypeName" ? typeNamed(what) : undefined;
}

/** A value that a note hands to a clause is of the kind that the clause takes, at each place where the clause reads it. */
export function requireHanded(node: Checked, handed: readonly Handed[], context: Inference): Checked {
  if (node.type === undefined) return node;
  for (const { takes } of handed) {
    if (takes.what.kind !== "TypeName" || takes.verb !== "takes") continue;
    const type = typeNamed(takes.what);
    if (sameType(node.type, type)) continue;
    sayWrongUnit(takes.name, type, node, node.type, context, "the clause takes it here");
    return faulty(node);
  }
  return node;
}

/** A finding in a value that speaks of an event depends on where the clause reads it, and shows that place. */
export function readAt(finding: Diagnostic, expression: Expression): Diagnostic {
  const { handed = [] } = expression;
  if (expressionsOfKind(expression, "ItsReference").length === 0) return finding;
  const places = handed.map(({ at }) => ({ span: at, label: "the clause reads it here" }));
  return { ...finding, related: [...finding.related, ...places] };
}
