import type { Expr } from "../../core/core.ts";
import type { CompiledChange } from "../compile/machine.ts";
import type { Binding, Code, Moment } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";

/** A condition of a rule, with what it speaks of and when it was asked: before the first of the rule's changes. */
export interface AskedCondition {
  readonly expr: Expr;
  readonly binding: Binding | undefined;
  readonly at: Moment;
}

/** One change of a rule that fires, for one occurrence. */
export class Step {
  readonly compiled: CompiledChange;
  readonly binding: Binding | undefined;
  readonly problem: Problem | undefined;
  /** The condition of the rule, where it has one and it was asked. */
  readonly condition: AskedCondition | undefined;
  /** The state or the account that it changes, as the run holds it; undefined where it changes none by itself. */
  readonly slot: string | undefined;
  constructor(
    compiled: CompiledChange,
    { slot, binding, problem }: Pick<Step, "slot" | "binding" | "problem">,
    condition: AskedCondition | undefined,
  ) {
    this.condition = condition;
    this.slot = slot;
    this.compiled = compiled;
    this.binding = binding;
    this.problem = problem;
  }

  /** Whether it is of a state or an account, and there is no event whose it would be. */
  get isOfNothing(): boolean {
    return this.slot === undefined && this.compiled.kind !== "ApplyPayment";
  }

  /** One of the change's expressions in the state before; undefined where it has no such part. */
  read<T>(code: Code<T>, before: Moment): T | Problem;
  read<T>(code: Code<T> | undefined, before: Moment): T | Problem | undefined;
  read<T>(code: Code<T> | undefined, before: Moment): T | Problem | undefined {
    return this.problem ?? code?.(before, this.binding);
  }
}
