/** Code made of the code of its operands: they are evaluated in order, and the first problem is the result. */
import type { Binding, Code, Moment } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";
import { isProblem } from "../../values/problem.ts";

export function withOne<A, T>(
  operand: Code<A>,
  make: (value: A, moment: Moment, binding: Binding | undefined) => T | Problem,
): Code<T> {
  return (moment, binding) => {
    const value = operand(moment, binding);
    return isProblem(value) ? value : make(value, moment, binding);
  };
}

export function withTwo<A, B, T>(
  first: Code<A>,
  second: Code<B>,
  make: (first: A, second: B, moment: Moment, binding: Binding | undefined) => T | Problem,
): Code<T> {
  return (moment, binding) => {
    const a = first(moment, binding);
    if (isProblem(a)) return a;
    const b = second(moment, binding);
    return isProblem(b) ? b : make(a, b, moment, binding);
  };
}
