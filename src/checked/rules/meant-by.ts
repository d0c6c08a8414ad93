import type { CheckedProgram } from "../ast.ts";
import type { Checked, StatementOf } from "../tree.ts";
import { expressionsIn } from "../walk.ts";

/** What a name stands for, as far as it stands for another value alone. */
export function meantBy(expr: Checked, program: CheckedProgram, depth = 0): Checked {
  const value = depth > 20 ? undefined : definitionOf(expr, program)?.value;
  return value === undefined ? expr : meantBy(value, program, depth + 1);
}

/** The same of a name that is worked out anew each day: what is fixed as its event is applied stands for itself. */
export function meantEachDay(expr: Checked, program: CheckedProgram, depth = 0): Checked {
  const definition = depth > 20 ? undefined : definitionOf(expr, program);
  return definition === undefined || definition.verb === "is fixed as"
    ? expr
    : meantEachDay(definition.value, program, depth + 1);
}

/** An expression with everything that the definitions it reads are made of. */
export function readBy(expr: Checked, program: CheckedProgram, seen = new Set<Checked>()): readonly Checked[] {
  return expressionsIn(expr).flatMap((part) => {
    const value = definitionOf(part, program)?.value;
    if (value === undefined || seen.has(value)) return [part];
    seen.add(value);
    return [part, ...readBy(value, program, seen)];
  });
}

/** The same of what is worked out anew each day: what is fixed as its event is applied is not looked into. */
export function readEachDay(expr: Checked, program: CheckedProgram, seen = new Set<string>()): readonly Checked[] {
  return expressionsIn(expr).flatMap((part) => {
    const definition = definitionOf(part, program);
    if (definition === undefined || definition.verb === "is fixed as" || seen.has(definition.name.text)) return [part];
    seen.add(definition.name.text);
    return [part, ...readEachDay(definition.value, program, seen)];
  });
}

function definitionOf(expr: Checked, { symbols }: CheckedProgram): StatementOf<"Definition"> | undefined {
  if (expr.kind !== "NameReference" && expr.kind !== "ItsReference") return undefined;
  const key = expr.meaning?.kind === "Definition" ? expr.meaning.key : undefined;
  const statement = key === undefined ? undefined : symbols.definitions.get(key)?.statement;
  return statement?.kind === "Definition" ? statement : undefined;
}
