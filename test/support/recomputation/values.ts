/** Values of an explanation, and what is done to several of them. */
import type { ReasonFact } from "../../../src/index.ts";
import { Absent, Failure } from "../../../src/index.ts";
import type { Fraction } from "./fraction.ts";
import { none, order, plus } from "./fraction.ts";

/** A value, or none where the operation has no result. */
export type Worked = ReasonFact["result"] | undefined;

export function figureOf({ result }: ReasonFact): Fraction | undefined {
  return isFraction(result) ? result : undefined;
}

export function isFraction(value: unknown): value is Fraction {
  return typeof value === "object" && value !== null && "n" in value;
}

export function isProblem(value: unknown): value is Absent | Failure {
  return value instanceof Absent || value instanceof Failure;
}

export function sum(values: readonly unknown[]): Fraction | undefined {
  return values.reduce<Fraction | undefined>(
    (total, one) => (total && isFraction(one) ? plus(total, one) : undefined),
    none,
  );
}

export function extreme(which: "least" | "greatest", values: readonly ReasonFact["result"][]): Worked {
  const open = values.find(isProblem);
  if (open !== undefined) return open;
  const wanted = which === "least" ? -1 : 1;
  return values.reduce<Worked>(
    (best, one) => (best === undefined || Math.sign(orderOf(one, best)) === wanted ? one : best),
    undefined,
  );
}

export function orderOf(a: unknown, b: unknown): number {
  if (isFraction(a) && isFraction(b)) return order(a, b);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return a === b ? 0 : Number.NaN;
}

/** One that decides, whatever the others are; else the first of which it is unknown. */
export function decided(values: readonly ReasonFact["result"][], deciding: boolean): Worked {
  if (values.includes(deciding)) return deciding;
  return values.find(isProblem) ?? !deciding;
}
