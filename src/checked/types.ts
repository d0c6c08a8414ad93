/**
 * The type of every expression, and what each name in one means.
 *
 * Definitions have no declared type: theirs is that of what they say. They are looked at in the order in which they depend
 * on one another, so that a long chain of them needs no deep recursion; one that depends on itself has no type, and a rule
 * of its own tells of the circle.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { WithDiagnostics } from "../diagnostics/result.ts";
import type { Exception, Expression } from "../syntax/ast.ts";
import { writtenForm } from "../syntax/walk.ts";
import type { ValueType } from "../units/value-type.ts";
import { yesOrNo } from "../units/value-type.ts";
import type { CheckedProgram, DefinitionSymbol, Meaning, Typed } from "./ast.ts";
import { alternatives } from "./infer/alternatives.ts";
import { conditions } from "./infer/conditions.ts";
import { dates } from "./infer/dates.ts";
import { figures } from "./infer/figures.ts";
import { folds } from "./infer/folds.ts";
import type { Inference } from "./infer/inference.ts";
import { always, inferCondition, perhaps, sameType } from "./infer/inference.ts";
import { inDependencyOrder } from "./infer/order.ts";
import { references } from "./infer/references.ts";
import type { Scope } from "./infer/scope.ts";
import { factsIf, knowing, scopeOf } from "./infer/scope.ts";
import { inferStatement } from "./infer/statements.ts";
import { sayWrongUnit } from "./infer/wrong-unit.ts";
import type { Names } from "./names.ts";
import { typeNamed } from "./words.ts";

export function inferTypes({ statements, symbols, span }: Names): WithDiagnostics<CheckedProgram> {
  const order = inDependencyOrder(symbols);
  let engine = new Engine(symbols, { definitions: new Map(), expressions: new Map() });
  for (;;) {
    for (const key of order) engine.definitionType(key);
    const found = { definitions: known(engine.definitions), expressions: engine.types() };
    // Fixed values of different events may have each other's names without a circle in time: what was left open
    // there is looked at again with what has been found since, until nothing more is found.
    if (!engine.sawRecursion || sizeOf(found) === sizeOf(engine.assumed)) break;
    engine = new Engine(symbols, found);
  }
  for (const { statement } of statements) inferStatement(statement, engine);
  const value: CheckedProgram = {
    kind: "CheckedProgram",
    statements,
    span,
    symbols,
    types: engine.types(),
    meanings: engine.meanings,
    definitionTypes: known(engine.definitions),
    stateTypes: known(engine.states),
  };
  return { value, diagnostics: engine.found };
}

type Inferrer = (expression: never, context: Inference, scope: Scope, expected?: ValueType) => Typed | undefined;

const inferrers: Readonly<Record<Expression["kind"], Inferrer>> = {
  ...references,
  ...figures,
  ...alternatives,
  ...dates,
  ...conditions,
  ...folds,
  Missing: () => undefined,
};

interface Found {
  readonly definitions: ReadonlyMap<string, Typed>;
  readonly expressions: ReadonlyMap<Expression, Typed>;
}

const sizeOf = ({ definitions, expressions }: Found): number => definitions.size + expressions.size;

type Answers<K> = Map<K, Typed | undefined>;

/** Remembers each answer, so that a finding is told once. An answer that is still being worked out is none. */
class Engine implements Inference {
  readonly symbols: Names["symbols"];
  readonly meanings = new Map<Expression, Meaning>();
  readonly found: Diagnostic[] = [];
  readonly definitions: Answers<string> = new Map();
  readonly states: Answers<string> = new Map();
  readonly #expressions: Answers<Expression> = new Map();
  readonly #displaced: Answers<string> = new Map();
  /** What an earlier look found; stands in for an answer that is still being worked out. */
  readonly assumed: Found;
  /** Whether a definition or an expression was asked for while it was being worked out. */
  sawRecursion = false;
  readonly inProgress = new Set<string>();
  /** What a note hands to a clause is one expression at several places, so that one may be come to from another. */
  readonly #inferring = new Set<Expression>();

  constructor(symbols: Names["symbols"], assumed: Found) {
    this.symbols = symbols;
    this.assumed = assumed;
  }

  infer(expression: Expression, scope: Scope, expected?: ValueType): Typed | undefined {
    if (this.#inferring.has(expression)) {
      this.sawRecursion = true;
      return this.assumed.expressions.get(expression);
    }
    return remembered(this.#expressions, expression, () => {
      this.#inferring.add(expression);
      const infer: (...args: [Expression, Inference, Scope, ValueType?]) => Typed | undefined = inferrers[
        expression.kind
      ] as never;
      const typed = infer(expression, this, scope, expected);
      this.#inferring.delete(expression);
      return typed?.isOptional && isKnown(expression, scope) ? always(typed.type) : typed;
    });
  }

  definitionType(key: string): Typed | undefined {
    // They come in the order in which they depend on one another, so that only a circle goes deep.
    if (this.inProgress.has(key) || (!this.definitions.has(key) && this.#isTooDeep())) {
      this.sawRecursion = true;
      return this.assumed.definitions.get(key);
    }
    this.inProgress.add(key);
    const typed = this.#definitionType(key);
    this.inProgress.delete(key);
    return typed;
  }

  #isTooDeep(): boolean {
    return this.inProgress.size > deepest || this.#inferring.size > mostUnderWay;
  }

  #definitionType(key: string): Typed | undefined {
    return remembered(this.definitions, key, () => {
      const base = this.displacedType(key);
      const exceptions = (this.symbols.exceptions.get(key) ?? []).map((it) =>
        exceptionType(it.statement, key, base, this),
      );
      return base && perhaps(base.type, base.isOptional || exceptions.some((it) => it?.isOptional));
    });
  }

  displacedType(key: string): Typed | undefined {
    return remembered(this.#displaced, key, () => {
      const symbol = this.symbols.definitions.get(key);
      return symbol && ownType(symbol, this);
    });
  }

  stateType(name: string): Typed | undefined {
    return remembered(this.states, name, () => {
      const statement = this.symbols.noteLevel.get(name)?.statement;
      if (statement?.kind === "StatusDefinition") return always(yesOrNo);
      if (statement?.kind !== "StateDeclaration") return undefined;
      const declared = statement.type && typeNamed(statement.type);
      const initial = statement.initial && this.infer(statement.initial, scopeOf(), declared);
      const type = declared ?? initial?.type;
      return type && perhaps(type, statement.initial === undefined || this.symbols.cleared.has(name));
    });
  }

  say(finding: Diagnostic): void {
    this.found.push(finding);
  }

  get suggests(): boolean {
    return this.found.length < mostSuggestions;
  }

  types(): Map<Expression, Typed> {
    return known(this.#expressions);
  }
}

/** Findings that come with a suggestion of what was meant. */
export const mostSuggestions = 100;

/** Definitions that may be under way at once: more than any circle that was meant. */
const deepest = 200;
/** Expressions that may be under way as another definition is asked for: one statement has fewer, and the stack has room. */
const mostUnderWay = 1_000;

function remembered<K>(answers: Answers<K>, key: K, work: () => Typed | undefined): Typed | undefined {
  if (answers.has(key)) return answers.get(key);
  answers.set(key, undefined);
  const answer = work();
  answers.set(key, answer);
  return answer;
}

function known<K>(answers: Answers<K>): Map<K, Typed> {
  return new Map([...answers].flatMap(([key, typed]) => (typed === undefined ? [] : [[key, typed] as const])));
}

function isKnown(expression: Expression, { facts }: Scope): boolean {
  return facts.size > 0 && facts.has(writtenForm(expression));
}

/** What a definition says, without its exceptions. */
function ownType({ statement, owner }: DefinitionSymbol, context: Inference): Typed | undefined {
  const scope = scopeOf(owner);
  switch (statement.kind) {
    case "Definition": {
      if (statement.verb !== "holds when") return context.infer(statement.value, scope);
      inferCondition(context, statement.value, scope, "what holds or not");
      return always(yesOrNo);
    }
    case "Power": {
      const facts = statement.conditions.flatMap(({ condition }) => factsIf(condition));
      return statement.askingFor && context.infer(statement.askingFor, knowing(scope, facts));
    }
    case "Prohibition":
      if (statement.unless) inferCondition(context, statement.unless, scope, "a prohibition");
      return always(yesOrNo);
  }
}

/** An exception speaks of the same kind of value as the rule that it displaces. */
function exceptionType(
  exception: Exception,
  key: string,
  base: Typed | undefined,
  context: Inference,
): Typed | undefined {
  const definition = context.symbols.definitions.get(key);
  const scope: Scope = { ...scopeOf(definition?.owner), displaced: key };
  inferCondition(context, exception.condition, scope, "an exception");
  const typed = context.infer(exception.value, knowing(scope, factsIf(exception.condition)), base?.type);
  if (typed && base && definition && !sameType(typed.type, base.type)) {
    sayWrongUnit(definition.name, base.type, exception.value, typed.type, context, "defined here");
  }
  return typed;
}
