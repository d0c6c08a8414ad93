/**
 * What an event would say if its power were used as far as it goes: the most that its limit and its conditions allow, else
 * the least that they ask for; the first day that they allow. What they say nothing of is not supposed.
 */
import type { Compare, EventType, Expr, Field, Power, Value } from "../../../core/core.ts";
import type { Exact } from "../../../units/exact.ts";
import { compare as compareFigures, sign } from "../../../units/exact.ts";
import type { Machine } from "../../compile/machine.ts";
import type { Binding, Moment } from "../../state/run.ts";
import { isFigure } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";

/** What the conditions of a power ask of a field of its event, where that has a value now. */
export interface FieldBounds {
  readonly field: Field;
  readonly atLeast: Value | undefined;
  readonly atMost: Value | undefined;
}

/** A power, with the least of its limits as of a moment. */
interface Limited {
  readonly power: Power;
  readonly event: EventType;
  readonly limit: Exact | Problem | undefined;
}

/** By field; with the limit of the power, where it is the limit of a field. */
export function fieldBounds(
  { power, event, limit }: Limited,
  binding: Binding,
  moment: Moment,
  machine: Machine,
): readonly FieldBounds[] {
  return [...event.fields.values()].filter(isOpen).map((field) => {
    const { above, below } = boundsOf(field, power, event, binding, moment, machine);
    const most = fieldAskedFor(power) === field.name && limit !== undefined && isFigure(limit) ? [limit] : [];
    return { field, atLeast: greatest(below), atMost: least([...above, ...most]) };
  });
}

/** A figure as large as may be, and a date as early. A field that stays open is not there. */
export function supposedFields(bounds: readonly FieldBounds[]): ReadonlyMap<string, Value> {
  return new Map(
    bounds.flatMap(({ field, atLeast, atMost }) => {
      const value = field.type.kind === "date" ? (atLeast ?? atMost) : (atMost ?? atLeast);
      const isNothing = value === undefined || (isFigure(value) && sign(value) <= 0);
      return isNothing ? [] : [[field.name, value] as const];
    }),
  );
}

/** What a scenario has to give. */
export const isOpen = ({ initial, isOptional }: Field): boolean => initial === undefined && !isOptional;

const least = (values: readonly Value[]): Value | undefined => values.toSorted(inOrder)[0];
const greatest = (values: readonly Value[]): Value | undefined => values.toSorted(inOrder).at(-1);

function inOrder(a: Value, b: Value): number {
  return isFigure(a) && isFigure(b) ? compareFigures(a, b) : Number(a) - Number(b);
}

interface Bounds {
  readonly above: readonly Value[];
  readonly below: readonly Value[];
}

/** What a field is compared with in the conditions that all have to hold. What has no value now is no bound. */
function boundsOf(
  { name }: Field,
  { conditions }: Power,
  { name: event }: EventType,
  binding: Binding,
  moment: Moment,
  { compiler }: Machine,
): Bounds {
  const isField = (expr: Expr) => isReadOf(expr, event) && expr.name === name;
  const bounds: { readonly above: Value[]; readonly below: Value[] } = { above: [], below: [] };
  for (const { operator, left, right } of conditions.flatMap(({ condition }) => comparisonsIn(condition))) {
    const other = isField(left) ? right : isField(right) ? left : undefined;
    if (other === undefined || (operator !== "≤" && operator !== "≥" && operator !== "=")) continue;
    const value = compiler.value(other)(moment, binding);
    if (typeof value !== "number" && !isFigure(value)) continue;
    if (operator === "=" || (operator === "≤") === isField(left)) bounds.above.push(value);
    if (operator === "=" || (operator === "≥") === isField(left)) bounds.below.push(value);
  }
  return bounds;
}

function comparisonsIn(condition: Expr): Compare[] {
  if (condition.kind === "Compare") return [condition];
  return condition.kind === "Logic" && condition.operator === "all" ? condition.conditions.flatMap(comparisonsIn) : [];
}

/** The field that a power asks for, itself or as one of those of which it asks for the least. */
function fieldAskedFor({ askingFor, event }: Power): string | undefined {
  if (askingFor === undefined) return undefined;
  const parts = askingFor.kind === "Extreme" ? askingFor.operands.map(({ value }) => value) : [askingFor];
  return parts.flatMap((it) => (isReadOf(it, event) ? it.name : []))[0];
}

function isReadOf(expr: Expr, event: string): expr is Extract<Expr, { readonly kind: "ReadField" }> {
  return expr.kind === "ReadField" && expr.of.kind === "Bound" && expr.of.depth === 0 && expr.of.event === event;
}
