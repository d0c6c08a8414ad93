/**
 * Definitions at a moment: worked out when first asked for, then remembered by point (and occurrence). A definition
 * with exceptions has one memo for each set of exceptions that may still apply, since `the rule displaced` is another
 * value than the rule as it stands.
 */
import type { CoreProgram, Definition, Expr, Override, Value } from "../../core/core.ts";
import { isTimeless } from "../../core/dependencies.ts";
import { depthOf } from "../../core/depth.ts";
import { shareExponent } from "../../units/value-type.ts";
import { refusalWords } from "../state/refused.ts";
import type { Binding, Moment, Occurrence, Result } from "../state/run.ts";
import { bindingOf, memoKey, restate } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Failure, isProblem } from "../values/problem.ts";
import type { Code } from "./compile.ts";

export interface Compiled {
  readonly definition: Definition;
  readonly exponent: number;
  code: Code | undefined;
  /** The variant without any exception taken away. */
  readonly full: OverrideSet;
  /** Whether it reads neither days nor prices, so that it stays the same until something is changed. */
  readonly isTimeless: boolean;
  /** What it counts for among the definitions that read one another. */
  readonly depth: number;
}
export interface OverrideSet {
  /** Counts all variants of all definitions; its memo has that place in the run. */
  readonly index: number;
  readonly overrides: readonly CompiledOverride[];
}
interface CompiledOverride {
  readonly override: Override;
  guard: Code | undefined;
  value: Code | undefined;
  /** The definition as this exception displaces it. */
  displaced: OverrideSet;
}

export class Definitions {
  readonly #compiled = new Map<string, Compiled>();
  #variants = 0;

  constructor(program: CoreProgram) {
    for (const [key, definition] of program.definitions) {
      const overrides = program.overrides.filter((override) => override.definition === key);
      this.#compiled.set(key, {
        definition,
        exponent: shareExponent(definition.type),
        code: undefined,
        full: this.#variantOf(overrides),
        isTimeless: isTimeless(definition.value, program) && overrides.length === 0,
        depth: callsOfDefinition + depthOf([definition.value, overrides.map(({ guard, value }) => [guard, value])]),
      });
    }
  }

  /** All exceptions of a definition, each with what it displaces: those that neither are it nor go before it. */
  #variantOf(overrides: readonly Override[]): OverrideSet {
    const none = this.#variant([]);
    const all: CompiledOverride[] = overrides.map((override) => ({
      override,
      guard: undefined,
      value: undefined,
      displaced: none,
    }));
    const full = this.#variant(all);
    for (const one of all) {
      one.displaced = this.#variant(all.filter((other) => other !== one && !goesBefore(other, one, full)));
    }
    return full;
  }

  #variant(overrides: readonly CompiledOverride[]): OverrideSet {
    return { index: this.#variants++, overrides };
  }

  /** Fills in the code; apart from the constructor, since definitions refer to each other. */
  compileAll(compile: (expr: Expr, displaced?: OverrideSet) => Code): void {
    for (const compiled of this.#compiled.values()) {
      compiled.code = compile(compiled.definition.value);
      for (const one of compiled.full.overrides) {
        one.guard = compile(one.override.guard, one.displaced);
        one.value = compile(one.override.value, one.displaced);
      }
    }
  }

  definition(key: string): Definition {
    return (this.#compiled.get(key) as Compiled).definition;
  }

  /** The section that a value comes from at a moment: the exception's where one applies. */
  sectionAt(key: string, moment: Moment): string {
    const { definition, full } = this.compiled(key);
    const applying = full.overrides.filter(({ guard }) => (guard as Code)(moment, undefined) === true);
    const first = applying.find((one) => applying.every((other) => other === one || goesBefore(one, other, full)));
    return first?.override.section ?? definition.section;
  }

  /** For code that reads one definition many times. */
  compiled(key: string): Compiled {
    return this.#compiled.get(key) as Compiled;
  }

  read(key: string, owner: Occurrence | undefined, moment: Moment): Result {
    return this.valueOf(this.compiled(key), owner, moment);
  }

  valueOf(compiled: Compiled, owner: Occurrence | undefined, moment: Moment): Result {
    if (compiled.definition.isFixed) return this.#readFixed(compiled, owner as Occurrence, moment);
    moment.run.tracer?.definition(compiled.definition, owner, moment);
    return this.#variantValue(compiled, compiled.full, owner, moment);
  }

  /** The rule that an exception displaces, at a moment. */
  readDisplaced(key: string, displaced: OverrideSet, owner: Occurrence | undefined, moment: Moment): Result {
    const compiled = this.#compiled.get(key) as Compiled;
    moment.run.tracer?.definition(compiled.definition, owner, moment);
    return this.#variantValue(compiled, displaced, owner, moment);
  }

  /** Works a definition out anew, for an explanation; what it uses comes from memos. */
  workOut(key: string, owner: Occurrence | undefined, moment: Moment): Result {
    const compiled = this.#compiled.get(key) as Compiled;
    return compute(compiled, compiled.full, bindingOf(owner), moment);
  }

  /** The exception that gives a definition its value at a moment; undefined where the rule itself does, or two collide. */
  exceptionAt(key: string, owner: Occurrence | undefined, moment: Moment): Override | undefined {
    const { full } = this.#compiled.get(key) as Compiled;
    const applying = applyingAmong(full, bindingOf(owner), moment);
    return isProblem(applying) ? undefined : foremost(applying, full)?.override;
  }

  codeOf(key: string): Code {
    return (this.#compiled.get(key) as Compiled).code as Code;
  }

  #readFixed(compiled: Compiled, owner: Occurrence, moment: Moment): Result {
    const { definition, exponent } = compiled;
    moment.run.tracer?.definition(definition, owner, moment);
    // A day that is looked back to knows nothing of what was fixed after it.
    const isTaken = owner.fixedAt !== undefined && owner.fixedAt <= moment.point;
    const value = isTaken ? (owner.fixed.get(definition.key) ?? this.#fixNow(compiled, owner, moment)) : undefined;
    if (value === undefined) return this.#notFixed(definition, owner);
    if (exponent === 0) return value;
    return restate(value, exponent, moment.run.momentAt(owner.fixedAt as number), moment);
  }

  /** While its event is being applied, one fixed value may read another that is not taken yet. */
  #fixNow(compiled: Compiled, owner: Occurrence, moment: Moment): Value | Problem | undefined {
    if (owner.fixedAt !== moment.point || owner.appliedAt !== undefined || owner.refused !== undefined)
      return undefined;
    moment.run.enter(compiled.depth, compiled.definition.span);
    const value = compute(compiled, compiled.full, bindingOf(owner), moment) as Value | Problem;
    moment.run.leave(compiled.depth);
    owner.fixed.set(compiled.definition.key, value);
    return value;
  }

  #notFixed(definition: Definition, owner: Occurrence): Failure {
    if (owner.refused !== undefined) {
      return new Failure(
        "refused",
        `that ${owner.type.name} was refused: ${refusalWords(owner.refused)}`,
        definition.span,
      );
    }
    return new Failure(
      "undefined",
      `${definition.name} is not fixed before its ${owner.type.name} takes effect`,
      definition.span,
    );
  }

  #variantValue(compiled: Compiled, variant: OverrideSet, owner: Occurrence | undefined, moment: Moment): Result {
    const memo = memoOf(variant, owner, moment);
    // What an event fixes is there from its own point on, which is no change of anything else.
    const isSteady = owner === undefined || (owner.appliedAt !== undefined && owner.appliedAt <= moment.point);
    const key = compiled.isTimeless && isSteady && moment.point >= 0 ? moment.version : memoKey(moment);
    const known = memo.get(key);
    if (known !== undefined) return known;
    moment.run.enter(compiled.depth, compiled.definition.span);
    const value = compute(compiled, variant, bindingOf(owner), moment);
    moment.run.leave(compiled.depth);
    memo.set(key, value);
    return value;
  }
}

/** The calls of this file between one definition's code and the next's. */
const callsOfDefinition = 4;

function memoOf({ index }: OverrideSet, owner: Occurrence | undefined, { run }: Moment): Map<number, Result> {
  if (owner === undefined) {
    run.memos[index] ??= new Map();
    return run.memos[index];
  }
  run.ownedMemos[index] ??= new Map();
  const byOwner = run.ownedMemos[index];
  const known = byOwner.get(owner);
  if (known !== undefined) return known;
  const made = new Map<number, Result>();
  byOwner.set(owner, made);
  return made;
}

function compute(compiled: Compiled, variant: OverrideSet, binding: Binding | undefined, moment: Moment): Result {
  if (variant.overrides.length === 0) return (compiled.code as Code)(moment, binding);
  const applying = applyingAmong(variant, binding, moment);
  if (isProblem(applying)) return applying;
  if (applying.length === 0) return (compiled.code as Code)(moment, binding);
  const first = foremost(applying, variant);
  return first === undefined ? conflict(compiled.definition, applying) : (first.value as Code)(moment, binding);
}

function applyingAmong(
  { overrides }: OverrideSet,
  binding: Binding | undefined,
  moment: Moment,
): CompiledOverride[] | Problem {
  const applying: CompiledOverride[] = [];
  for (const one of overrides) {
    const holds = (one.guard as Code)(moment, binding);
    if (isProblem(holds)) return holds;
    if (holds === true) applying.push(one);
  }
  return applying;
}

function foremost(applying: readonly CompiledOverride[], variant: OverrideSet): CompiledOverride | undefined {
  return applying.find((one) => applying.every((other) => other === one || goesBefore(one, other, variant)));
}

function conflict(definition: Definition, applying: readonly CompiledOverride[]): Failure {
  const sections = applying.map(({ override }) => override.section).join(" and ");
  return new Failure(
    "conflict",
    `${definition.name}: the exceptions in ${sections} both apply, and neither goes before the other`,
    applying[0]?.override.span,
  );
}

/** Whether `one` goes before `other`, directly or through others. */
function goesBefore(one: CompiledOverride, other: CompiledOverride, { overrides }: OverrideSet): boolean {
  return reaches(
    one.override,
    other.override,
    overrides.map(({ override }) => override),
    new Set(),
  );
}

function reaches(from: Override, to: Override, all: readonly Override[], seen: Set<Override>): boolean {
  if (seen.has(from)) return false;
  seen.add(from);
  return all.some(
    (next) => next !== from && from.over.includes(next.section) && (next === to || reaches(next, to, all, seen)),
  );
}
