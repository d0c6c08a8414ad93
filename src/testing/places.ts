/** The clauses of a program, each with its section and the expressions that it is made of. */
import type { CoreProgram, Expr } from "../core/core.ts";
import { expressionsIn } from "../core/dependencies.ts";
import type { Span } from "../source/span.ts";

/** Something written, with the equal expressions that it was lowered to. */
export interface Place {
  readonly section: string;
  readonly span: Span;
  readonly copies: readonly Expr[];
}

/**
 * What is written in one file, by where it stands: a clause may be lowered to several equal expressions, and a change of the
 * text changes them all. What only follows from a statement, and is not written out, is left out.
 */
export function placesIn(program: CoreProgram, file: string): readonly Place[] {
  const places = new Map<string, Omit<Place, "copies"> & { readonly copies: Expr[] }>();
  for (const { section, parts } of clausesOf(program)) {
    for (const expr of expressionsIn(parts)) {
      const { span, kind } = expr;
      if (span.source.name !== file || !isWrittenOut(expr)) continue;
      const key = `${span.start} ${span.end} ${kind}`;
      const place = places.get(key) ?? { section, span, copies: [] };
      if (!place.copies.includes(expr)) place.copies.push(expr);
      places.set(key, place);
    }
  }
  return [...places.values()].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

interface Clause {
  readonly section: string;
  readonly parts: unknown;
}

function clausesOf(program: CoreProgram): readonly Clause[] {
  const { params, events, definitions, overrides, states, accounts, rules, powers, schedules } = program;
  const { defaultConditions, duties, shareAdjustments } = program;
  const placed = [params, events, definitions, states, accounts, powers, schedules].flatMap((it) => [...it.values()]);
  const listed = [...placed, ...overrides, ...rules, ...defaultConditions, ...duties, ...shareAdjustments.values()];
  return listed.map((it) => ({ section: it.section, parts: it }));
}

/** Whether the operands stand beside one another in the text, as they do in what somebody wrote. */
function isWrittenOut(expr: Expr): boolean {
  const spans = operandsOf(expr).map(({ span }) => span);
  if (expr.span.end === expr.span.start) return false;
  return spans.every((it, index) => isInside(it, expr.span) && isBehind(it, spans[index - 1]));
}

function isInside(part: Span, whole: Span): boolean {
  return part.source === whole.source && part.start >= whole.start && part.end <= whole.end;
}

function isBehind(part: Span, before: Span | undefined): boolean {
  return before === undefined || part.start >= before.end;
}

function operandsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "Arithmetic":
    case "Compare":
      return [expr.left, expr.right];
    case "Logic":
      return expr.conditions;
    case "Extreme":
    case "Total":
      return expr.operands.map(({ value }) => value);
    default:
      return [];
  }
}
