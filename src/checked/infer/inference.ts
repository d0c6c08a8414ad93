import type { Diagnostic, Labelled } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { ValueType } from "../../units/value-type.ts";
import { sameUnit } from "../../units/value-type.ts";
import type { Meaning, Symbols, Typed } from "../ast.ts";
import { kindInWords, shown, testInWords } from "../words.ts";
import type { Scope } from "./scope.ts";

/**
 * What inference works with. Functions that take it give a type, or undefined where there is none for a reason that has
 * been told; what depends on it is then silent.
 */
export interface Inference {
  readonly symbols: Symbols;
  readonly meanings: Map<Expression, Meaning>;
  /** `expected` only helps where a word takes its kind from its place: `unlimited`, and a text that is a choice. */
  infer(expression: Expression, scope: Scope, expected?: ValueType): Typed | undefined;
  definitionType(key: string): Typed | undefined;
  /** Without the definition's exceptions. */
  displacedType(key: string): Typed | undefined;
  stateType(name: string): Typed | undefined;
  say(finding: Diagnostic): void;
  /** Whether what was meant is still looked for: not where there are very many findings, each of which looks at every name. */
  readonly suggests: boolean;
}

export function always(type: ValueType): Typed {
  return { type, isOptional: false };
}

export function perhaps(type: ValueType, isOptional = true): Typed {
  return { type, isOptional };
}

export function sameType(left: ValueType, right: ValueType): boolean {
  if (left.kind === "quantity") return right.kind === "quantity" && sameUnit(left.unit, right.unit);
  if (left.kind === "choice") return right.kind === "choice" && left.options.join("\n") === right.options.join("\n");
  if (left.kind === "occurrence") return right.kind === "occurrence" && left.event === right.event;
  return left.kind === right.kind;
}

/** A condition: yes or no, and never without a value. `place` says whose: "a condition". */
export function inferCondition(context: Inference, expression: Expression, scope: Scope, place = "a condition"): void {
  const typed = context.infer(expression, scope);
  if (typed === undefined) return;
  if (typed.type.kind !== "yes or no") sayNoCondition(context, expression, typed.type);
  else requireValue(context, expression, typed, place);
}

/**
 * What follows `on which` or `where`: one name or a bracket. False where it is no condition, which is told; what was to be
 * its end then stands outside the fold, and there is nothing more to say of that.
 */
export function inferFilter(
  context: Inference,
  expression: Expression,
  scope: Scope,
  word: "on which" | "where",
): boolean {
  const typed = context.infer(expression, scope);
  if (typed === undefined || typed.type.kind === "yes or no") {
    if (typed !== undefined) requireValue(context, expression, typed, "a condition");
    return true;
  }
  const whole = `${word} (${shown(expression.span)} ${testInWords(typed.type)})`;
  sayNoCondition(context, expression, typed.type, `put the whole condition in brackets, as in \`${whole}\``);
  return false;
}

function sayNoCondition(context: Inference, expression: Expression, type: ValueType, help?: string): void {
  const facts = { text: shown(expression.span), found: kindInWords(type), example: testInWords(type) };
  context.say(diagnostic("TN3003", expression.span, facts, originsOf(context, expression), { help }));
}

/** An expression of a kind that its place asks for. `place` opens a sentence: "The date of a deadline". */
export function inferKind(
  context: Inference,
  expression: Expression,
  scope: Scope,
  kind: "date" | ValueType,
  place: string,
): Typed | undefined {
  const wanted: ValueType = kind === "date" ? { kind: "date" } : kind;
  const typed = context.infer(expression, scope, wanted);
  if (typed === undefined || sameType(typed.type, wanted)) return typed;
  const facts = { place, expected: kindInWords(wanted), text: shown(expression.span), found: kindInWords(typed.type) };
  context.say(diagnostic("TN3004", expression.span, facts, originsOf(context, expression)));
  return undefined;
}

/** The same, and never without a value; `user` says who needs it: "a limit". */
export function inferSetKind(
  context: Inference,
  expression: Expression,
  scope: Scope,
  kind: "date" | ValueType,
  place: string,
  user: string,
): Typed | undefined {
  const typed = inferKind(context, expression, scope, kind, place);
  if (typed !== undefined) requireValue(context, expression, typed, user);
  return typed;
}

export function requireValue(context: Inference, expression: Expression, typed: Typed, user: string): void {
  if (!typed.isOptional) return;
  const facts = { text: shown(expression.span), place: user };
  context.say(diagnostic("TN3005", expression.span, facts, originsOf(context, expression)));
}

/** Where an expression that is one name gets its kind. */
export function originsOf({ symbols, meanings }: Inference, expression: Expression): Labelled[] {
  const meaning = meanings.get(expression);
  switch (meaning?.kind) {
    case "Given":
    case "State": {
      const name = symbols.noteLevel.get(meaning.name)?.name;
      return name === undefined ? [] : [{ span: name.span, label: "declared here" }];
    }
    case "Definition":
    case "Displaced": {
      const name = symbols.definitions.get(meaning.key)?.name;
      return name === undefined ? [] : [{ span: name.span, label: "defined here" }];
    }
    case "Field": {
      const symbol = symbols.perEvent.get(meaning.event)?.get(meaning.name);
      return symbol === undefined ? [] : [{ span: symbol.name.span, label: "a field, declared here" }];
    }
    default:
      return [];
  }
}
