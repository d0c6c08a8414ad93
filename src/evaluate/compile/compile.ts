/**
 * Turns core expressions into closures, once a program. A closure takes the moment and the occurrences that are spoken
 * of, and gives a value or what stands in its place; it reads the run's histories and changes nothing but memos.
 */
import type { CoreProgram, Expr } from "../../core/core.ts";
import type { Binding, Moment, Result } from "../state/run.ts";
import { conditionCompilers } from "./conditions.ts";
import { dateCompilers } from "./dates.ts";
import type { EventsOfDefault } from "./defaults.ts";
import type { Definitions, OverrideSet } from "./definitions.ts";
import { foldCompilers } from "./folds.ts";
import { operatorCompilers } from "./operators.ts";
import { readCompilers } from "./reads.ts";

export type Code = (moment: Moment, binding: Binding | undefined) => Result;

/** What the compilers of single constructs work with. */
export interface Compiler {
  readonly program: CoreProgram;
  readonly definitions: Definitions;
  readonly eventsOfDefault: EventsOfDefault;
  /** Inside an exception: the definition as the exception displaces it. */
  readonly displaced?: OverrideSet;
  readonly compile: (expr: Expr) => Code;
}

export type CompilerOf<K extends Expr["kind"]> = (expr: Extract<Expr, { kind: K }>, compiler: Compiler) => Code;
type Compilers = { readonly [K in Expr["kind"]]: CompilerOf<K> };

const compilers: Compilers = {
  ...readCompilers,
  ...operatorCompilers,
  ...conditionCompilers,
  ...dateCompilers,
  ...foldCompilers,
};

export function compileExpression(expr: Expr, compiler: Compiler): Code {
  // The one cast of the dispatch: the table's entry for a kind takes the expressions of that kind.
  const compileKind = compilers[expr.kind] as (expr: Expr, compiler: Compiler) => Code;
  return compileKind(expr, compiler);
}
