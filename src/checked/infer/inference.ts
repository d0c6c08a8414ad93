import { assertNever } from "../../base/assert-never.ts";
import type { Diagnostic, Labelled } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { WithDiagnostics } from "../../diagnostics/result.ts";
import type { Exception, Expression, Identifier, Power } from "../../syntax/ast.ts";
import { usualCurrency } from "../../units/money/currencies.ts";
import type { Quantity, ValueType } from "../../units/value-type.ts";
import { currencyOf, date, moneyIn, sameUnit, yesOrNo } from "../../units/value-type.ts";
import type { Symbols } from "../ast.ts";
import type { Checked, CheckedOf, Condition, Day, Faulty, Kind, Meaning, Typing, Value } from "../tree.ts";
import { kindInWords, kindsInWords, shown, testInWords } from "../words.ts";
import { conversionHelp } from "./conversion-help.ts";
import { figureOfKind } from "./expressions/figure-help.ts";
import type { Scope } from "./scope.ts";

/**
 * What inference works with. Functions that take it give a checked node; one without a type where there is none for a reason
 * that has been reported; what depends on it is then silent.
 */
export interface Inference {
  readonly symbols: Symbols;
  /** `expected` only helps where a word takes its kind from its place: `unlimited`, and a text that is a choice. */
  infer(expression: Expression, scope: Scope, expected?: ValueType): Checked;
  definitionType(key: string): Typing | undefined;
  /** Without the definition's exceptions. */
  displacedType(key: string): Typing | undefined;
  stateType(name: string): Typing | undefined;
  /** What a power asks for: a definition as well, where the power gives it a name. */
  asked(power: Power): WithDiagnostics<Checked | undefined>;
  /** The key of the definition that an exception displaces, where there is one. */
  displacedBy(exception: Exception): string | undefined;
  say(finding: Diagnostic): void;
  /** Whether what was meant is still looked for: not where there are very many findings, each of which looks at every name. */
  readonly suggests: boolean;
}

/** How expressions of some kinds are checked. */
export type Inferrers<K extends Kind> = {
  readonly [P in K]: (expression: Written<P>, context: Inference, scope: Scope, expected?: ValueType) => CheckedOf<P>;
};

/** An expression as written. In this form a table by kind can be applied to one of any kind. */
export type Written<K extends Kind = Kind> = {
  [P in K]: Extract<Expression, { readonly kind: P }> & { readonly kind: P };
}[K];

/** An amount of the note's currency, where one of any would do. */
export function anyMoney({ symbols }: Pick<Inference, "symbols">): Quantity {
  return moneyIn(symbols.head?.currencies?.[0]?.text ?? usualCurrency);
}

export function always<T extends ValueType>(type: T): Typing<T> {
  return { type, isOptional: false };
}

export function perhaps<T extends ValueType>(type: T, isOptional = true): Typing<T> {
  return { type, isOptional };
}

/** A node with its type; without one, it is faulty. */
export function typed<N extends object, T extends ValueType>(node: N, typing: Typing<T> | undefined) {
  return typing === undefined ? node : { ...node, ...typing };
}

/** The same for a name, with what it means. */
export function named<N extends object, M extends Meaning>(node: N, found: Named<M> | undefined) {
  if (found === undefined) return node;
  const { meaning, typing } = found;
  return typing === undefined ? { ...node, meaning } : { ...node, meaning, ...typing };
}

export interface Named<M extends Meaning> {
  readonly meaning: M;
  readonly typing: Typing | undefined;
}

/** A node that does not fit its place, which has been reported. */
export function faulty(node: Checked): Faulty {
  return { ...node, type: undefined, isOptional: undefined };
}

function isOfType<T extends ValueType>(node: Value, type: T): node is Value & Typing<T> {
  return sameType(node.type, type);
}

export function sameType(left: ValueType, right: ValueType): boolean {
  if (left.kind === "quantity") return right.kind === "quantity" && sameUnit(left.unit, right.unit);
  if (left.kind === "choice") return right.kind === "choice" && left.options.join("\n") === right.options.join("\n");
  if (left.kind === "occurrence") return right.kind === "occurrence" && left.event === right.event;
  return left.kind === right.kind;
}

/** Figures and moments have an order, each with words of its own. */
export function sortOf({ kind }: ValueType): "figures" | "moments" | "others" {
  if (kind === "quantity") return "figures";
  return kind === "date" || kind === "time" ? "moments" : "others";
}

/** A condition: yes or no, and never without a value. `place` says whose: "a condition". */
export function inferCondition(
  context: Inference,
  expression: Expression,
  scope: Scope,
  place = "a condition",
): Condition | Faulty {
  const node = context.infer(expression, scope);
  if (node.type === undefined) return node;
  if (!isOfType(node, yesOrNo)) return sayNoCondition(context, node);
  requireValue(context, node, place);
  return node;
}

/**
 * What follows `on which` or `where`: one name or a bracket. Where it is no condition, which is reported, what was to be its
 * end stands outside the fold, and there is nothing more to say of that.
 */
export function inferFilter(
  context: Inference,
  expression: Expression,
  scope: Scope,
  word: "on which" | "where",
): { readonly where: Condition | Faulty; readonly isFilter: boolean } {
  const where = context.infer(expression, scope);
  if (where.type === undefined) return { where, isFilter: true };
  if (isOfType(where, yesOrNo)) {
    requireValue(context, where, "a condition");
    return { where, isFilter: true };
  }
  const whole = `${word} (${shown(expression.span)} ${testInWords(where.type)})`;
  const help = `put the whole condition in brackets, as in \`${whole}\``;
  return { where: sayNoCondition(context, where, help), isFilter: false };
}

function sayNoCondition(context: Inference, node: Value, help?: string): Faulty {
  const facts = { text: shown(node.span), found: kindInWords(node.type), example: testInWords(node.type) };
  context.say(diagnostic("TN3003", node.span, facts, originsOf(context, node), { help }));
  return faulty(node);
}

/** An expression of a kind that its place asks for. `place` opens a sentence: "The date of a deadline". */
export function inferKind<T extends ValueType>(
  context: Inference,
  expression: Expression,
  scope: Scope,
  type: T,
  place: string,
): (Value & Typing<T>) | Faulty {
  return requireKind(context, context.infer(expression, scope, type), type, place);
}

export function requireKind<T extends ValueType>(
  context: Inference,
  node: Checked,
  type: T,
  place: string,
): (Value & Typing<T>) | Faulty {
  if (node.type === undefined || isOfType(node, type)) return node;
  const [expected, found] = kindsInWords(type, node.type);
  const facts = { place, expected, text: shown(node.span), found };
  const help = conversionHelp("it", node.type, type) ?? figureOfKind(node, type, context);
  context.say(diagnostic("TN3004", node.span, facts, originsOf(context, node), { help }));
  return faulty(node);
}

/** An amount of money, in whatever currency. */
export function requireMoney(context: Inference, node: Checked, place: string): (Value & Typing<Quantity>) | Faulty {
  const currency = node.type && currencyOf(node.type);
  return requireKind(context, node, currency === undefined ? anyMoney(context) : moneyIn(currency), place);
}

/** The same, and never without a value; `user` says who needs it: "a limit". */
export function inferSetKind<T extends ValueType>(
  context: Inference,
  expression: Expression,
  scope: Scope,
  type: T,
  place: string,
  user: string,
): (Value & Typing<T>) | Faulty {
  const node = inferKind(context, expression, scope, type, place);
  requireValue(context, node, user);
  return node;
}

export function inferDay(context: Inference, expression: Expression, scope: Scope, place: string): Day | Faulty {
  return inferKind(context, expression, scope, date, place);
}

export function requireValue(context: Inference, node: Checked, user: string): void {
  if (!node.isOptional) return;
  const facts = { text: shown(node.span), place: user };
  context.say(diagnostic("TN3005", node.span, facts, originsOf(context, node)));
}

/** Where an expression that is one name gets its kind. */
export function originsOf({ symbols }: Pick<Inference, "symbols">, { meaning }: Checked): Labelled[] {
  switch (meaning?.kind) {
    case "Given":
    case "State":
      return labelled(symbols.noteLevel.get(meaning.name)?.name, "declared here");
    case "Definition":
    case "Displaced":
      return labelled(symbols.definitions.get(meaning.key)?.name, "defined here");
    case "Field":
      return labelled(symbols.perEvent.get(meaning.of)?.get(meaning.name)?.name, "a field, declared here");
    case "Family":
    case "Party":
    case "Event":
    case "Moment":
    case "Referring":
    case "Referred":
    case "Head":
    case undefined:
      return [];
    default:
      return assertNever(meaning);
  }
}

function labelled(name: Identifier | undefined, label: string): Labelled[] {
  return name === undefined ? [] : [{ span: name.span, label }];
}
