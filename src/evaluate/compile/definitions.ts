/**
 * Definitions at a moment: evaluated when first asked for, then cached by point (and occurrence). A definition
 * with exceptions has one memo for each set of exceptions that may still apply, since `the rule displaced` is another
 * value than the rule as it stands.
 */
import { entryIn } from "../../base/entry-in.ts";
import { groupBy } from "../../base/group-by.ts";
import { invariant } from "../../base/invariant.ts";
import { knownIn } from "../../base/known-in.ts";
import { lazily } from "../../base/lazily.ts";
import { reachIn } from "../../base/reach.ts";
import type { CircleShape, CoreProgram, Definition, Override, Value } from "../../core/core.ts";
import { depthOf } from "../../core/depth.ts";
import type { Exact } from "../../units/exact.ts";
import { shareExponent } from "../../units/value-type.ts";
import { hasApplied } from "../state/applied.ts";
import type { Binding, Code, Evaluation, Moment, Occurrence, Supposed } from "../state/run.ts";
import { bindingOf, isFigure, isOccurrence, memoKey, restate, versionKey } from "../state/run.ts";
import { fixedPointOf } from "../values/fixed-point.ts";
import type { Problem } from "../values/problem.ts";
import { Failure, isProblem } from "../values/problem.ts";
import type { TypedCompiler } from "./typed-compiler.ts";

export interface Compiled {
  readonly definition: Definition;
  readonly exponent: number;
  /** The variant without any exception taken away. */
  readonly full: OverrideSet;
  /** What it counts for among the definitions that read one another. */
  readonly depth: () => number;
  readonly code: Code;
}
export interface OverrideSet {
  /** Counts all variants of all definitions; its memo has that place in the run. */
  readonly index: number;
  readonly overrides: readonly CompiledOverride[];
}
export interface CompiledOverride {
  readonly override: Override;
  /** The exceptions before which it goes, directly or through others. */
  readonly goesBefore: ReadonlySet<Override>;
  /** The definition as this exception displaces it. */
  displaced: OverrideSet;
  readonly code: () => { readonly guard: Code<boolean>; readonly value: Code };
}

/** Inside an exception, for the definition as the exception displaces it. */
type CompilerFor = (displaced: OverrideSet | undefined) => TypedCompiler;

export class Definitions {
  readonly #compiled = new Map<string, Compiled>();
  readonly #compilerFor: CompilerFor;
  readonly #byIndex: OverrideSet[] = [];

  constructor(program: CoreProgram, compilerFor: CompilerFor) {
    this.#compilerFor = compilerFor;
    const { any } = compilerFor(undefined);
    const byDefinition = groupBy(program.overrides, ({ definition }) => definition);
    for (const [key, definition] of program.definitions) {
      const overrides = byDefinition.get(key) ?? [];
      this.#compiled.set(key, {
        definition,
        exponent: shareExponent(definition.type),
        code: any(definition.value),
        full: this.#variantOf(overrides),
        depth: lazily(
          () => callsOfDefinition + depthOf([definition.value, overrides.map(({ guard, value }) => [guard, value])]),
        ),
      });
    }
  }

  /** All exceptions of a definition, each with what it displaces: those that neither are it nor go before it. */
  #variantOf(overrides: readonly Override[]): OverrideSet {
    const none = this.#variant([]);
    const bySection = groupBy(overrides, ({ section }) => section);
    const reach = reachIn<Override>(({ over }) => over.flatMap((section) => bySection.get(section) ?? []));
    const all = overrides.map((override): CompiledOverride => {
      const made: CompiledOverride = {
        override,
        goesBefore: reach(override),
        displaced: none,
        code: lazily(() => {
          const { any, condition } = this.#compilerFor(made.displaced);
          return { guard: condition(override.guard), value: any(override.value) };
        }),
      };
      return made;
    });
    for (const one of all) {
      one.displaced = this.#variant(all.filter((other) => other !== one && !goesBefore(other, one)));
    }
    return this.#variant(all);
  }

  #variant(overrides: readonly CompiledOverride[]): OverrideSet {
    const variant = { index: this.#byIndex.length, overrides };
    this.#byIndex.push(variant);
    return variant;
  }

  definition(key: string): Definition {
    return this.compiled(key).definition;
  }

  /** The section that a value comes from at a moment: the exception's where one applies. */
  sectionAt(key: string, moment: Moment): string {
    const { definition, full } = this.compiled(key);
    const applying = full.overrides.filter((one) => one.code().guard(moment, undefined) === true);
    return foremost(applying)?.override.section ?? definition.section;
  }

  /** For code that reads one definition many times. */
  compiled(key: string): Compiled {
    return entryIn(this.#compiled, key);
  }

  /** Reads a definition that names an occurrence. */
  occurrenceReader(key: string): (owner: Occurrence | undefined, moment: Moment) => Occurrence | Problem {
    const compiled = this.compiled(key);
    return (owner, moment) => {
      const value = this.valueOf(compiled, owner, moment);
      invariant(isProblem(value) || isOccurrence(value), `${key} names an occurrence`);
      return value;
    };
  }

  read(key: string, owner: Occurrence | undefined, moment: Moment): Evaluation {
    return this.valueOf(this.compiled(key), owner, moment);
  }

  /** `variant` is the definition without some of its exceptions, as one of them displaces it. */
  valueOf(
    compiled: Compiled,
    owner: Occurrence | undefined,
    moment: Moment,
    variant: OverrideSet = compiled.full,
  ): Evaluation {
    const { run } = moment;
    const { tracer } = run;
    if (tracer === undefined) {
      if (compiled.definition.isFixed && variant === compiled.full) return this.#readFixed(compiled, owner, moment);
      return this.#variantValue(compiled, variant, owner, moment);
    }
    // As `untraced` does, without a function each: this is the most frequent look-up of all.
    run.tracer = undefined;
    const value = this.valueOf(compiled, owner, moment, variant);
    run.tracer = tracer;
    tracer.definition(compiled.definition.key, variant.index, owner, moment, value);
    return value;
  }

  /** The rule that an exception displaces, at a moment. */
  readDisplaced(key: string, displaced: OverrideSet, owner: Occurrence | undefined, moment: Moment): Evaluation {
    return this.valueOf(this.compiled(key), owner, moment, displaced);
  }

  /** The exception that gives a variant its value at a moment; undefined where the rule itself does, or two collide. */
  exceptionAt(variant: OverrideSet, owner: Occurrence | undefined, moment: Moment): CompiledOverride | undefined {
    const applying = applyingAmong(variant, bindingOf(owner), moment);
    return isProblem(applying) ? undefined : foremost(applying);
  }

  /** A variant of a definition by its number. */
  variant(index: number): OverrideSet {
    const variant = this.#byIndex[index];
    invariant(variant !== undefined, `there is a variant ${index}`);
    return variant;
  }

  #readFixed(compiled: Compiled, owner: Occurrence | undefined, moment: Moment): Evaluation {
    const { definition, exponent } = compiled;
    invariant(owner !== undefined, `${definition.name} is fixed by an event`);
    // A day that is looked back to knows nothing of what was fixed after it.
    const { fixedAt } = owner;
    if (fixedAt === undefined || fixedAt > moment.point) return notFixed(definition, owner);
    const value = owner.fixed.get(definition.key) ?? this.#fixNow(compiled, owner, moment);
    if (value === undefined) return notFixed(definition, owner);
    return exponent === 0 ? value : restate(value, exponent, moment.run.momentAt(fixedAt), moment);
  }

  /** While its event is being applied, one fixed value may read another that is not taken yet; one refused fixes none. */
  #fixNow(compiled: Compiled, owner: Occurrence, moment: Moment): Value | Problem | undefined {
    if (owner.refused !== undefined) return undefined;
    moment.run.enter(compiled.depth(), compiled.definition.span);
    const value = compute(compiled, compiled.full, bindingOf(owner), moment);
    invariant(!isOccurrence(value), "an event fixes values");
    moment.run.leave(compiled.depth());
    owner.fixed.set(compiled.definition.key, value);
    return value;
  }

  #variantValue(compiled: Compiled, variant: OverrideSet, owner: Occurrence | undefined, moment: Moment): Evaluation {
    const { run } = moment;
    const { supposed } = run;
    const { solved } = compiled.definition;
    const isSolved = solved !== undefined && variant === compiled.full;
    if (isSolved && isSupposed(supposed, compiled, owner, moment)) return supposed.value;
    const memo = memoOf(variant, owner, moment);
    // What an event fixes is there from its own point on, which is no change of anything else.
    const isSteady = (owner === undefined || hasApplied(owner, moment.point)) && moment.point >= 0;
    const steady = isSteady ? memo.get(versionKey(moment)) : undefined;
    if (steady !== undefined) return steady;
    const key = memoKey(moment);
    const supposedly = supposed && supposedMemo(supposed, variant, owner);
    const known = memo.get(key) ?? supposedly?.get(key);
    if (known !== undefined) {
      run.hasReadTime = true;
      return known;
    }
    const hadReadTime = run.hasReadTime;
    run.hasReadTime = !isSteady || supposed !== undefined || isSolved;
    const depth = compiled.depth();
    run.enter(depth, compiled.definition.span);
    const value = isSolved
      ? solve(compiled, solved, owner, moment)
      : compute(compiled, variant, bindingOf(owner), moment);
    run.leave(depth);
    (supposedly ?? memo).set(run.hasReadTime ? key : versionKey(moment), value);
    run.hasReadTime ||= hadReadTime;
    return value;
  }
}

/** The one figure that the definition gives back when it is put in. */
function solve(compiled: Compiled, shape: CircleShape, of: Occurrence | undefined, moment: Moment): Evaluation {
  const { definition, full } = compiled;
  const found = fixedPointOf(shape, (figure) => {
    const given = supposing(compiled, of, figure, moment, () => compute(compiled, full, bindingOf(of), moment));
    invariant(isProblem(given) || isFigure(given), "a circle gives figures");
    return given;
  });
  if (typeof found !== "string") return found;
  return new Failure("undefined", { kind: "no single answer", name: definition.name, why: found }, definition.span);
}

/** Does something with a definition supposed to have a figure. */
export function supposing<T>(
  { definition: { key } }: Compiled,
  of: Occurrence | undefined,
  value: Exact,
  moment: Moment,
  work: () => T,
): T {
  return moment.run.under({ key, of, at: memoKey(moment), value, memos: new Map() }, work);
}

export function isSupposed(
  supposed: Supposed | undefined,
  { definition }: Compiled,
  of: Occurrence | undefined,
  moment: Moment,
): supposed is Supposed {
  return (
    supposed !== undefined && supposed.key === definition.key && supposed.of === of && supposed.at === memoKey(moment)
  );
}

function supposedMemo({ memos }: Supposed, { index }: OverrideSet, owner: Occurrence | undefined) {
  const byOwner = knownIn(memos, index, () => new Map<Occurrence | undefined, Map<number, Evaluation>>());
  return knownIn(byOwner, owner, () => new Map<number, Evaluation>());
}

export function notFixed({ name, span }: Pick<Definition, "name" | "span">, { type, refused }: Occurrence): Failure {
  if (refused === undefined) return new Failure("undefined", { kind: "not fixed yet", name, event: type.name }, span);
  return new Failure(
    "refused",
    { kind: "event refused", event: type.name, because: refused, named: "in a clause" },
    span,
  );
}

/** The calls of this file between one definition's code and the next's. */
const callsOfDefinition = 4;

function memoOf({ index }: OverrideSet, owner: Occurrence | undefined, { run }: Moment): Map<number, Evaluation> {
  if (owner === undefined) {
    run.memos[index] ??= new Map();
    return run.memos[index];
  }
  run.ownedMemos[index] ??= new Map();
  const byOwner = run.ownedMemos[index];
  const known = byOwner.get(owner);
  if (known !== undefined) return known;
  const made = new Map<number, Evaluation>();
  byOwner.set(owner, made);
  return made;
}

function compute(compiled: Compiled, variant: OverrideSet, binding: Binding | undefined, moment: Moment): Evaluation {
  if (variant.overrides.length === 0) return compiled.code(moment, binding);
  const applying = applyingAmong(variant, binding, moment);
  if (isProblem(applying)) return applying;
  if (applying.length === 0) return compiled.code(moment, binding);
  const first = foremost(applying);
  return first === undefined ? conflict(compiled.definition, applying) : first.code().value(moment, binding);
}

function applyingAmong(
  { overrides }: OverrideSet,
  binding: Binding | undefined,
  moment: Moment,
): CompiledOverride[] | Problem {
  const applying: CompiledOverride[] = [];
  moment.run.spend(overrides.length, overrides[0]?.override.span);
  for (const one of overrides) {
    const holds = one.code().guard(moment, binding);
    if (isProblem(holds)) return holds;
    if (holds) applying.push(one);
  }
  return applying;
}

/** The one that goes before all others. Whatever does not go before the next is not it, so that one look at each finds it. */
function foremost(applying: readonly CompiledOverride[]): CompiledOverride | undefined {
  const [first, ...others] = applying;
  const found = others.reduce((best, one) => (best && goesBefore(best, one) ? best : one), first);
  return found && applying.every((other) => other === found || goesBefore(found, other)) ? found : undefined;
}

function conflict(definition: Definition, applying: readonly CompiledOverride[]): Failure {
  const sections = applying.map(({ override }) => override.section);
  const { name } = definition;
  return new Failure("conflict", { kind: "exceptions collide", name, sections }, applying[0]?.override.span);
}

function goesBefore(one: CompiledOverride, { override }: CompiledOverride): boolean {
  return one.goesBefore.has(override);
}
