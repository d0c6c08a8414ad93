import { invariant } from "../../../base/invariant.ts";
import type { Occurrence as OccurrenceExpr } from "../../../core/core.ts";
import { sizeOf } from "../../../core/depth.ts";
import { hasApplied, undeterminedOf } from "../../state/applied.ts";
import type { Binding, Code, Occurrence } from "../../state/run.ts";
import { entriesOfStep } from "../../values/limits.ts";
import { Absent, isProblem } from "../../values/problem.ts";
import type { Compiler } from "../compiler.ts";
import { withOne } from "./operands.ts";

type ExprOf<K> = Extract<OccurrenceExpr, { readonly kind: K }>;

/** How an expression for one occurrence finds it; `Absent` where there is none at that moment. */
export function compileOccurrence<K extends OccurrenceExpr["kind"]>(
  expr: ExprOf<K>,
  compiler: Compiler,
): Code<Occurrence> {
  return compilers[expr.kind](expr, compiler);
}

const compilers: { readonly [K in OccurrenceExpr["kind"]]: (expr: ExprOf<K>, it: Compiler) => Code<Occurrence> } = {
  Bound: ({ depth }) => bound(depth),
  Referring: ({ event, of, isFirst }, compiler) => referring(event, compileOccurrence(of, compiler), isFirst === true),
  Referred: ({ event, of }, compiler) => referred(event, compileOccurrence(of, compiler)),
  Found: found,
  Named: named,
};

function bound(depth: number): Code<Occurrence> {
  if (depth === 0) return (_, binding) => occurrenceOf(binding);
  return (_, binding) => {
    let at = binding;
    for (let count = depth; count > 0; count -= 1) at = at?.outer;
    return occurrenceOf(at);
  };
}

function occurrenceOf(binding: Binding | undefined): Occurrence {
  invariant(binding !== undefined, "an occurrence that is spoken of is bound");
  return binding.occurrence;
}

function referring(event: string, of: Code<Occurrence>, isFirst: boolean): Code<Occurrence> {
  return withOne(of, (target, moment) => {
    const undetermined = undeterminedOf(event, moment, ({ refersTo }) => refersTo === target);
    if (undetermined !== undefined) return undetermined;
    const all = moment.run.referring.get(target) ?? [];
    const isMeant = (it: Occurrence) => it.type.name === event && hasApplied(it, moment.point);
    const index = isFirst ? all.findIndex(isMeant) : all.findLastIndex(isMeant);
    moment.run.spend((isFirst ? index + 2 : all.length - index) / entriesOfStep);
    return all[index] ?? new Absent({ kind: "no event refers to it", event, target: target.type.name });
  });
}

function referred(event: string, of: Code<Occurrence>): Code<Occurrence> {
  return withOne(of, (source, moment) => {
    const target = source.refersTo;
    if (target === undefined) return new Absent({ kind: "refers to no event", event, source: source.type.name });
    // A notice that was refused, or has not taken effect, is nothing that another event could build on.
    if (hasApplied(target, moment.point)) return target;
    return undeterminedOf(event, moment, (it) => it === target) ?? new Absent({ kind: "event does not count", event });
  });
}

function found(expr: Found, { condition }: Compiler): Code<Occurrence> {
  const where = expr.where === undefined ? undefined : condition(expr.where);
  const size = sizeOf(expr.where);
  return (moment, binding) => {
    const undetermined = undeterminedOf(expr.event, moment);
    if (undetermined !== undefined) return undetermined;
    const all = moment.run.applied.get(expr.event) ?? [];
    for (const occurrence of inOrder[expr.which](all)) {
      if (!hasApplied(occurrence, moment.point)) continue;
      moment.run.evaluates(size, expr.where?.span);
      const holds = where === undefined || where(moment, { occurrence, outer: binding });
      if (isProblem(holds)) return holds;
      if (holds) return occurrence;
    }
    return new Absent({ kind: "no such event", event: expr.event });
  };
}

type Found = ExprOf<"Found">;
type Order = (all: readonly Occurrence[]) => Iterable<Occurrence>;
const inOrder: { readonly [K in Found["which"]]: Order } = { first: (all) => all, last: backwards };

function* backwards(list: readonly Occurrence[]): Iterable<Occurrence> {
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const occurrence = list[index];
    if (occurrence !== undefined) yield occurrence;
  }
}

function named(expr: ExprOf<"Named">, compiler: Compiler): Code<Occurrence> {
  const of = expr.of === undefined ? undefined : compileOccurrence(expr.of, compiler);
  const read = compiler.definitions.occurrenceReader(expr.key);
  return (moment, binding) => {
    const owner = of?.(moment, binding);
    return isProblem(owner) ? owner : read(owner, moment);
  };
}
