/**
 * Turns core expressions into closures, once a program. A closure takes the moment and the occurrences that are spoken
 * of, and gives a value or what stands in its place; it reads the run's histories and changes nothing but memos.
 */
import type { Expr } from "../../core/core.ts";
import { readsTime } from "../../core/dependencies.ts";
import type { Code } from "../state/run.ts";
import type { Compiler, CompilerOf } from "./compiler.ts";
import { conditionCompilers } from "./expressions/conditions.ts";
import { dateCompilers } from "./expressions/dates.ts";
import { foldCompilers } from "./expressions/folds.ts";
import { operatorCompilers } from "./expressions/operators.ts";
import { readCompilers } from "./expressions/reads.ts";
import { timeCompilers } from "./expressions/times.ts";

/** A kind of expression without a meaning does not compile. */
const compilers: { readonly [K in Expr["kind"]]: CompilerOf<K> } = {
  ...readCompilers,
  ...operatorCompilers,
  ...conditionCompilers,
  ...dateCompilers,
  ...foldCompilers,
  ...timeCompilers,
};

export function compileExpression<K extends Expr["kind"]>(expr: Extract<Expr, { kind: K }>, compiler: Compiler): Code {
  const code = compilers[expr.kind](expr, compiler);
  return readsTime(expr) ? readingTime(code) : code;
}

/** The run notes it; `as of` and families note it where they do. */
function readingTime(code: Code): Code {
  return (moment, binding) => {
    moment.run.hasReadTime = true;
    return code(moment, binding);
  };
}
