/** Conditions that have to hold together, the cheap ones first: one that is false decides, whatever the others are. */
import type { Compare, CoreProgram, Expr } from "../../core/core.ts";
import { isTimeless } from "../../core/dependencies.ts";
import type { Bound, Scope } from "./compiling.ts";
import type { SteadyValues } from "./steady.ts";

/** A condition in the scope that it is read in. */
export interface Part {
  readonly condition: Expr;
  readonly scope: Scope;
  /** Whether it has to be false. */
  readonly isNegated: boolean;
}

/** What is the same on every path first, then what looks at no other day. */
export function cheapFirst<T extends Pick<Part, "condition">>(
  parts: readonly T[],
  steady: SteadyValues,
  program: CoreProgram,
): T[] {
  const rank = ({ condition }: T) =>
    steady.needsOf(condition) !== undefined ? 0 : isTimeless(condition, program) ? 1 : 2;
  return parts.toSorted((a, b) => rank(a) - rank(b));
}

/**
 * That a value is a certain word, as the conditions under which its clause gives that word: none of the cases before it
 * holds. Undefined where it can't be said so.
 */
export function partsOfWord(
  { operator, left, right }: Compare,
  scope: Scope,
  program: CoreProgram,
  boundOf: (expr: Extract<Expr, { kind: "ReadDefinition" }>, scope: Scope) => Bound | undefined,
): Part[] | undefined {
  if (operator !== "=" || right.kind !== "Constant" || typeof right.value !== "string") return undefined;
  const word = right.value;
  const parts: Part[] = [];
  let [expr, within] = [left, scope];
  for (;;) {
    if (expr.kind === "ReadDefinition") {
      const definition = program.definitions.get(expr.key);
      const bound = expr.of === undefined ? undefined : boundOf(expr, within);
      if (definition === undefined || definition.isFixed || definition.solved !== undefined) return undefined;
      if (expr.of !== undefined && bound === undefined) return undefined;
      within = { moment: within.moment, bound: bound === undefined ? [] : [bound] };
      for (const { definition: key, guard, value } of program.overrides) {
        if (key !== expr.key) continue;
        if (!isAnotherWord(value, word)) return undefined;
        parts.push({ condition: guard, scope: within, isNegated: true });
      }
      expr = definition.value;
    } else if (expr.kind === "Case") {
      for (const { condition, value } of expr.arms) {
        if (!isAnotherWord(value, word)) return undefined;
        parts.push({ condition, scope: within, isNegated: true });
      }
      expr = expr.otherwise;
    } else {
      return expr.kind === "Constant" && expr.value === word ? parts : undefined;
    }
  }
}

function isAnotherWord(value: Expr, word: string): boolean {
  return value.kind === "Constant" && typeof value.value === "string" && value.value !== word;
}
