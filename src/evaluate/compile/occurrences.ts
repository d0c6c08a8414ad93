import type { Occurrence as OccurrenceExpr } from "../../core/core.ts";
import type { Binding, Moment, Occurrence } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { Compiler } from "./compile.ts";

export type FindOccurrence = (moment: Moment, binding: Binding | undefined) => Occurrence | Problem;

/** How an expression for one occurrence finds it; `Absent` where there is none at that moment. */
export function compileOccurrence(expr: OccurrenceExpr, compiler: Compiler): FindOccurrence {
  switch (expr.kind) {
    case "Bound":
      return bound(expr.depth);
    case "Referring":
      return referring(expr.event, compileOccurrence(expr.of, compiler));
    case "Referred":
      return referred(expr.event, compileOccurrence(expr.of, compiler));
    case "Found":
      return found(expr, compiler);
    case "Named":
      return named(expr, compiler);
  }
}

/** Occurrences of an event that count at a moment, in the order in which they were applied. */
export function occurrencesAt(event: string, { run, point }: Moment): readonly Occurrence[] {
  const all = run.applied.get(event) ?? [];
  const last = all.at(-1);
  if (last === undefined || (last.appliedAt as number) <= point) return all;
  return all.filter(({ appliedAt }) => (appliedAt as number) <= point);
}

function bound(depth: number): FindOccurrence {
  if (depth === 0) return (_, binding) => (binding as Binding).occurrence;
  return (_, binding) => {
    let at = binding as Binding;
    for (let count = depth; count > 0; count -= 1) at = at.outer as Binding;
    return at.occurrence;
  };
}

function referring(event: string, of: FindOccurrence): FindOccurrence {
  return (moment, binding) => {
    const target = of(moment, binding);
    if (isProblem(target)) return target;
    const all = moment.run.referring.get(target) ?? [];
    const latest = all.findLast(({ type, appliedAt }) => type.name === event && (appliedAt as number) <= moment.point);
    return latest ?? new Absent(`no ${event} for that ${target.type.name}`, "");
  };
}

function referred(event: string, of: FindOccurrence): FindOccurrence {
  return (moment, binding) => {
    const source = of(moment, binding);
    if (isProblem(source)) return source;
    const target = source.refersTo;
    if (target === undefined) return new Absent(`that ${source.type.name} names no ${event}`, "");
    // A notice that was refused, or has not taken effect, is nothing that another event could build on.
    const counts = target.appliedAt !== undefined && target.appliedAt <= moment.point;
    return counts ? target : new Absent(`the ${event} does not count`, "");
  };
}

function found(expr: Extract<OccurrenceExpr, { kind: "Found" }>, { compile }: Compiler): FindOccurrence {
  const where = expr.where === undefined ? undefined : compile(expr.where);
  return (moment, binding) => {
    const all = occurrencesAt(expr.event, moment);
    const ordered = expr.which === "first" ? all : all.toReversed();
    for (const occurrence of ordered) {
      const holds = where === undefined || where(moment, { occurrence, outer: binding });
      if (isProblem(holds)) return holds;
      if (holds === true) return occurrence;
    }
    return new Absent(`no such ${expr.event}`, "");
  };
}

function named(expr: Extract<OccurrenceExpr, { kind: "Named" }>, compiler: Compiler): FindOccurrence {
  const of = expr.of === undefined ? undefined : compileOccurrence(expr.of, compiler);
  return (moment, binding) => {
    const owner = of?.(moment, binding);
    if (isProblem(owner)) return owner;
    return compiler.definitions.read(expr.key, owner, moment) as Occurrence | Problem;
  };
}
