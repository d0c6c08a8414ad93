/** Default conditions on a path. */
import type { Expr } from "../../core/core.ts";
import type { Num } from "../routine/ir.ts";
import { figure } from "../routine/ir.ts";
import type { Compiling, Scope } from "./compiling.ts";
import type { Expressions } from "./expressions.ts";

export class Families {
  readonly #compiling: Compiling;
  readonly #expressions: () => Expressions;

  constructor(compiling: Compiling, expressions: () => Expressions) {
    this.#compiling = compiling;
    this.#expressions = expressions;
  }

  read(expr: Extract<Expr, { kind: "FamilyHolds" | "FamilyStart" }>, _scope: Scope): Num {
    const members = this.#compiling.program.defaultConditions.filter(({ family }) => family === expr.family);
    if (members.length === 0) return figure(expr.kind === "FamilyHolds" ? 0 : Number.NaN);
    return this.#expressions().gap("defaults", expr);
  }
}
