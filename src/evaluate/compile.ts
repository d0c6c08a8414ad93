/**
 * Turns core expressions into closures, once a program. A closure takes the moment and the occurrences that are spoken
 * of, and gives a value or what stands in its place; it reads the run's histories and changes nothing but memos.
 */
import type { CoreProgram, Expr } from "../core/core.ts";
import { conditionCompilers } from "./compile-conditions.ts";
import { dateCompilers } from "./compile-dates.ts";
import { foldCompilers } from "./compile-folds.ts";
import { operatorCompilers } from "./compile-operators.ts";
import { readCompilers } from "./compile-reads.ts";
import type { Definitions, Variant } from "./definitions.ts";
import type { Binding, Moment, Result } from "./run.ts";
import type { Watches } from "./watches.ts";

export type Code = (moment: Moment, binding: Binding | undefined) => Result;

/** What the compilers of single constructs work with. */
export interface Compiler {
  readonly program: CoreProgram;
  readonly definitions: Definitions;
  readonly watches: Watches;
  /** Inside an exception: the definition as the exception displaces it. */
  readonly displaced?: Variant;
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
