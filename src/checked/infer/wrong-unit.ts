import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Expression, Identifier } from "../../syntax/ast.ts";
import type { ValueType } from "../../units/value-type.ts";
import { kindInWords } from "../words.ts";
import type { Inference } from "./inference.ts";
import { originsOf, requireValue, sameType } from "./inference.ts";
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
): void {
  const typed = context.infer(value, scope, type);
  if (typed === undefined) return;
  if (type !== undefined && !sameType(type, typed.type)) {
    sayWrongUnit(declaredAt, type, value, typed.type, context, "declared here");
  } else requireValue(context, value, typed, user);
}

export function sayWrongUnit(
  name: Identifier,
  type: ValueType,
  value: Expression,
  found: ValueType,
  context: Inference,
  label: string,
): void {
  const facts = { name: name.text, expected: kindInWords(type), found: kindInWords(found) };
  const related = [{ span: name.span, label: `${label}: ${kindInWords(type)}` }, ...originsOf(context, value)];
  const help = `write a value that is ${facts.expected}, or declare \`${name.text}\` to be ${facts.found}`;
  context.say(diagnostic("TN3002", value.span, facts, related, { help }));
}
