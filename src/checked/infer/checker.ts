import { once } from "../../base/once.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { WithDiagnostics } from "../../diagnostics/result.ts";
import type { Exception, Expression, Power, Statement } from "../../syntax/ast.ts";
import { writtenForm } from "../../syntax/walk.ts";
import type { ValueType } from "../../units/value-type.ts";
import { text, yesOrNo } from "../../units/value-type.ts";
import type { CheckedProgram, DefinitionSymbol, Symbols } from "../ast.ts";
import type { Checked, CheckedStatement, Kind, StatementOf, Typing } from "../tree.ts";
import { moneyOfAccount, typeNamed } from "../words.ts";
import { alternatives } from "./expressions/alternatives.ts";
import { conditions } from "./expressions/conditions.ts";
import { dates } from "./expressions/dates.ts";
import { duties } from "./expressions/duties.ts";
import { figures } from "./expressions/figures.ts";
import { folds } from "./expressions/folds.ts";
import { measured } from "./expressions/measures.ts";
import { references } from "./expressions/references.ts";
import { tables } from "./expressions/tables.ts";
import { readAt, requireHanded, typeHanded } from "./handed.ts";
import type { Inference, Inferrers, Written } from "./inference.ts";
import { always, perhaps, sameType } from "./inference.ts";
import type { Scope } from "./scope.ts";
import { scopeOfPower } from "./statements/powers.ts";
import { inferStatement } from "./statements/statements.ts";

/** How each expression is checked. One that is missing does not compile. */
const expressions: Inferrers<Kind> = {
  ...references,
  ...measured,
  ...figures,
  ...alternatives,
  ...dates,
  ...duties,
  ...conditions,
  ...folds,
  ...tables,
  Missing: (it: Written<"Missing">) => it,
};

function inferExpression<K extends Kind>(it: Written<K>, context: Inference, scope: Scope, expected?: ValueType) {
  return expressions[it.kind](it, context, scope, expected);
}

type Answers = Map<string, Typing | undefined>;

/** What an earlier look found that still holds. */
export interface Kept extends Pick<CheckedProgram, "definitionTypes" | "stateTypes"> {
  readonly statements: ReadonlyMap<Statement, WithDiagnostics<CheckedStatement>>;
}

export const nothingKept: Kept = { statements: new Map(), definitionTypes: new Map(), stateTypes: new Map() };

/** Checks each statement once, when it is asked for. An inference in progress gives no answer. */
export class Checker implements Inference {
  readonly symbols: Symbols;
  readonly definitions: Answers;
  readonly states: Answers;
  readonly #kept: Kept;
  readonly #displaced: Answers = new Map();
  readonly #displacing: ReadonlyMap<Exception, string>;
  /** Results of an earlier pass, used for an inference that is still in progress. */
  readonly #assumed: ReadonlyMap<string, Typing>;
  readonly #inProgress = new Set<string>();
  /** What was used for definitions that were asked for while their inference was in progress. */
  readonly #standIns: Answers = new Map();
  /** Expressions within one another, those of definitions that are asked for on the way among them. */
  #underWay = 0;
  #said = 0;
  /** Of the statement that is being looked at. */
  #found: Diagnostic[] = [];

  constructor(symbols: Symbols, assumed: ReadonlyMap<string, Typing>, kept: Kept) {
    this.symbols = symbols;
    this.#assumed = assumed;
    this.#kept = kept;
    this.definitions = new Map(kept.definitionTypes);
    this.states = new Map(kept.stateTypes);
    this.#displacing = new Map(
      [...symbols.exceptions].flatMap(([key, all]) => all.map(({ statement }) => [statement, key] as const)),
    );
  }

  readonly statement: (statement: Statement) => WithDiagnostics<CheckedStatement> = once(
    (statement) => this.#kept.statements.get(statement) ?? this.#apart(() => inferStatement(statement, this)),
  );

  readonly asked: (power: Power) => WithDiagnostics<Checked | undefined> = once((power) =>
    this.#apart(() => power.askingFor && this.infer(power.askingFor, scopeOfPower(power, this.symbols))),
  );

  infer(expression: Expression, scope: Scope, expected?: ValueType): Checked {
    const { handed } = expression;
    if (handed === undefined) return this.#infer(expression, scope, expected);
    const { value, diagnostics } = this.#apart(() =>
      requireHanded(this.#infer(expression, scope, typeHanded(handed)), handed, this),
    );
    for (const finding of diagnostics) this.say(readAt(finding, expression));
    return value;
  }

  #infer(expression: Expression, scope: Scope, expected?: ValueType): Checked {
    this.#underWay += 1;
    const node = inferExpression(expression, this, scope, expected);
    this.#underWay -= 1;
    return node.isOptional && isKnown(expression, scope) ? { ...node, isOptional: false } : node;
  }

  definitionType(key: string): Typing | undefined {
    // They come in the order in which they depend on one another, so that only a circle goes deep.
    if (this.#inProgress.has(key) || (!this.definitions.has(key) && this.#isTooDeep())) {
      const assumed = this.#solved(key) ?? this.#assumed.get(key);
      this.#standIns.set(key, assumed);
      return assumed;
    }
    this.#inProgress.add(key);
    const typing = answered(this.definitions, key, () => this.#definitionType(key));
    this.#inProgress.delete(key);
    return typing;
  }

  /** What depends on itself says its kind. */
  #solved(key: string): Typing | undefined {
    const statement = this.symbols.definitions.get(key)?.statement;
    return statement?.kind === "Definition" && statement.solved ? always(typeNamed(statement.solved)) : undefined;
  }

  /** Whether each answer that stood in for another is the one that was found. */
  get isSettled(): boolean {
    return [...this.#standIns].every(([key, assumed]) => isSameTyping(assumed, this.definitions.get(key)));
  }

  #isTooDeep(): boolean {
    return this.#inProgress.size > deepest || this.#underWay > mostUnderWay;
  }

  #definitionType(key: string): Typing | undefined {
    const base = this.displacedType(key);
    const exceptions = this.symbols.exceptions.get(key) ?? [];
    const canLack = exceptions.map(({ statement }) => {
      const { value } = this.statement(statement);
      return value.kind === "Exception" && value.value.isOptional === true;
    });
    if (isStanding(this.symbols.definitions.get(key))) return always(text);
    return base && perhaps(base.type, base.isOptional || canLack.includes(true));
  }

  displacedType(key: string): Typing | undefined {
    return answered(this.#displaced, key, () => {
      const symbol = this.symbols.definitions.get(key);
      return symbol && this.#ownType(symbol);
    });
  }

  displacedBy(exception: Exception): string | undefined {
    return this.#displacing.get(exception);
  }

  /** What a definition says, without its exceptions. */
  #ownType(symbol: DefinitionSymbol): Typing | undefined {
    const { statement, isFixed } = symbol;
    // All that an exception can say of a duty is that it excuses.
    if (isStanding(symbol)) return always(excused);
    if (statement.kind === "Power" && isFixed) return typingOf(this.asked(statement).value);
    const { value } = this.statement(statement);
    const solved = this.#solved(symbol.key);
    if (solved) return solved;
    if (value.kind === "Power") return elected(value);
    if (value.kind === "StateDeclaration") return this.stateType(symbol.key);
    if (value.kind === "AccountDeclaration") return always(moneyOfAccount(value));
    return value.kind === "Definition" && value.verb !== "holds when" ? typingOf(value.value) : always(yesOrNo);
  }

  stateType(key: string): Typing | undefined {
    return answered(this.states, key, () => {
      const { noteLevel, definitions } = this.symbols;
      const declared = (noteLevel.get(key) ?? definitions.get(key))?.statement;
      if (declared?.kind === "StatusDefinition") return always(yesOrNo);
      if (declared?.kind !== "StateDeclaration") return undefined;
      const { value } = this.statement(declared);
      const start = value.kind === "StateDeclaration" ? (value.initial ?? value.fixing?.value) : undefined;
      const initial = start?.type;
      const type = declared.type ? typeNamed(declared.type) : initial;
      return type && perhaps(type, declared.initial === undefined || this.symbols.cleared.has(declared.name.text));
    });
  }

  say(finding: Diagnostic): void {
    this.#said += 1;
    this.#found.push(finding);
  }

  get suggests(): boolean {
    return this.#said < mostSuggestions;
  }

  /** What some work gives, with its own findings. */
  #apart<T>(work: () => T): WithDiagnostics<T> {
    const outer = this.#found;
    this.#found = [];
    const value = work();
    const diagnostics = this.#found;
    this.#found = outer;
    return { value, diagnostics };
  }
}

/** Definitions that may be under way at once: more than any circle that was meant. */
const deepest = 200;
/** Expressions that may be under way as another definition is asked for: one statement has fewer, and the stack has room. */
const mostUnderWay = 1_000;
/** Findings that come with a suggestion of what was meant. */
export const mostSuggestions = 100;

function answered(answers: Answers, key: string, work: () => Typing | undefined): Typing | undefined {
  if (answers.has(key)) return answers.get(key);
  answers.set(key, undefined);
  const answer = work();
  answers.set(key, answer);
  return answer;
}

function isSameTyping(one: Typing | undefined, other: Typing | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.isOptional === other.isOptional && sameType(one.type, other.type);
}

const excused: ValueType = { kind: "choice", options: ["excused"] };

/** Whether a name says how far something has come that must, or must not, be done. */
function isStanding(symbol: DefinitionSymbol | undefined): boolean {
  return symbol?.statement.kind === "Duty" || symbol?.statement.kind === "Covenant";
}

/** What is elected; without a word on what holds if nothing is, that is no value. */
function elected({ electing, otherwise }: StatementOf<"Power">): Typing | undefined {
  const own = typingOf(electing);
  return own && perhaps(own.type, own.isOptional || otherwise === undefined || otherwise.isOptional === true);
}

function typingOf(node: Checked | undefined): Typing | undefined {
  return node?.type && perhaps(node.type, node.isOptional);
}

function isKnown(expression: Expression, { facts }: Scope): boolean {
  return facts.size > 0 && facts.has(writtenForm(expression));
}
