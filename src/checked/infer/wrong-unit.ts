import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Expression, Identifier } from "../../syntax/ast.ts";
import type { ValueType } from "../../units/value-type.ts";
import type { Checked } from "../tree.ts";
import { kindsInWords } from "../words.ts";
import { conversionHelp } from "./conversion-help.ts";
import type { Inference } from "./inference.ts";
import { faulty, originsOf, requireValue, sameType } from "./inference.ts";
import type { Scope } from "./scope.ts";

/** A value that goes to a name: a default, a start, a change. It has the name's unit, and is never missing. */
export function inferFor(
  name: Identifier,
  type: ValueType | undefined,
  value: Expression,
  scope: Scope,
  user: string,
  context: Inference,
  declaredAt: Identifier = name,
): Checked {
  const node = context.infer(value, scope, type);
  if (node.type === undefined) return node;
  if (type !== undefined && !sameType(type, node.type)) {
    sayWrongUnit(declaredAt, type, node, node.type, context, "declared here", user !== "a test");
    return faulty(node);
  }
  requireValue(context, node, user);
  return node;
}

export function sayWrongUnit(
  name: Identifier,
  type: ValueType,
  value: Checked,
  found: ValueType,
  context: Inference,
  label: string,
  /** Whether the declaration may be what is wrong; not where a test says another value. */
  mayDeclare = true,
): void {
  const [expected, foundKind] = kindsInWords(type, found);
  const facts = { name: name.text, expected, found: foundKind };
  const related = [{ span: name.span, label: `${label}: ${expected}` }, ...originsOf(context, value)];
  const help =
    conversionHelp("it", found, type) ??
    (mayDeclare
      ? `write a value that is ${facts.expected}, or declare \`${name.text}\` to be ${facts.found}`
      : `write a value that is ${facts.expected}`);
  context.say(diagnostic("TN3002", value.span, facts, related, { help }));
}
