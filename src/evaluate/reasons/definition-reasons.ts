/** How a definition gets its value: the clause, or the exception that holds, with what it looks up. */
import { knownIn } from "../../base/known-in.ts";
import type { Expr, Power, ValueType } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Compiled, OverrideSet } from "../compile/definitions.ts";
import { isSupposed, supposing } from "../compile/definitions.ts";
import type { Evaluation, Moment, Occurrence, Supposed } from "../state/run.ts";
import { bindingOf, isFigure, memoKey } from "../state/run.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { Explaining } from "./explaining.ts";
import type { Because, Made, Operation, ReasonFact } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";

/** A definition at a moment; of an event, where it has an owner. There are many of them: each is one small object. */
class DefinitionReason implements ReasonFact {
  readonly compiled: Compiled;
  readonly variant: OverrideSet;
  readonly of: Occurrence | undefined;
  readonly moment: Moment;
  readonly result: Evaluation;
  /** The figure that a definition is supposed to have, inside a circle. */
  readonly supposed: Supposed | undefined;
  readonly #reasons: DefinitionReasons;
  #because: Because | undefined;
  #made: Made | undefined;

  constructor(
    reasons: DefinitionReasons,
    compiled: Compiled,
    variant: OverrideSet,
    owner: Occurrence | undefined,
    moment: Moment,
    result: Evaluation,
  ) {
    this.compiled = compiled;
    this.variant = variant;
    this.of = owner;
    this.moment = moment;
    this.result = result;
    this.supposed = moment.run.supposed;
    this.#reasons = reasons;
  }

  get kind() {
    return "definition" as const;
  }

  get name(): string {
    return this.compiled.definition.name;
  }

  get type(): ValueType {
    return this.compiled.definition.type;
  }

  get section(): string {
    return this.compiled.definition.section;
  }

  get day(): PlainDate {
    return this.moment.day;
  }

  get because(): Because {
    this.#because ??= this.#reasons.because(this);
    return this.#because;
  }

  get operation(): Operation {
    return this.#making().operation;
  }

  get operands(): readonly ReasonFact[] {
    return this.#making().operands;
  }

  #making(): Made {
    this.#made ??= this.#reasons.made(this);
    return this.#made;
  }
}

/** Where a circle comes back to the value that it is solved for. */
function answerOfCircle(
  { definition }: Compiled,
  of: Occurrence | undefined,
  { day }: Moment,
  result: Evaluation,
): ReasonFact {
  const { name, type, section } = definition;
  const made: Made = { operation: { kind: "solved" }, operands: [] };
  return new Reason({ kind: "definition", name, day, of, result, type, section, because: { kind: "solved" }, made });
}

type KnownReasons = Map<OverrideSet, Map<Occurrence | undefined, Map<number, ReasonFact>>>;

export class DefinitionReasons {
  readonly #explaining: Explaining;
  readonly #known: KnownReasons = new Map();
  /** Those inside circles, by the figure that is supposed. */
  readonly #supposed = new Map<Supposed, KnownReasons>();

  constructor(explaining: Explaining) {
    this.#explaining = explaining;
  }

  /** Each definition at each moment is made once. Most have been: then nothing is allocated. */
  reason(
    compiled: Compiled,
    variant: OverrideSet,
    owner: Occurrence | undefined,
    moment: Moment,
    result: Evaluation,
  ): ReasonFact {
    const key = memoKey(moment);
    const { supposed } = moment.run;
    const all = supposed === undefined ? this.#known : knownIn(this.#supposed, supposed, (): KnownReasons => new Map());
    const known = all.get(variant)?.get(owner)?.get(key);
    if (known !== undefined) return known;
    const isAnswer = variant === compiled.full && isSupposed(supposed, compiled, owner, moment);
    const made = isAnswer
      ? answerOfCircle(compiled, owner, moment, result)
      : new DefinitionReason(this, compiled, variant, owner, moment, result);
    const owners = knownIn(all, variant, () => new Map<Occurrence | undefined, Map<number, ReasonFact>>());
    knownIn(owners, owner, () => new Map<number, ReasonFact>()).set(key, made);
    return made;
  }

  /** What gives the value: the rule, or the exception that holds. */
  because({ compiled, variant, of: owner, moment, result, supposed }: DefinitionReason): Because {
    if (result instanceof Absent) return { kind: "absent", problem: result };
    const { machine, run } = this.#explaining.replay;
    const found = () => run.untraced(() => machine.definitions.exceptionAt(variant, owner, moment));
    const override = run.under(supposed, found)?.override;
    const expr = override?.value ?? compiled.definition.value;
    const isSolved = compiled.definition.solved !== undefined && variant === compiled.full;
    const { readings } = run.inputs;
    return { kind: "clause", expr, readings, exceptionIn: override?.section, ...(isSolved && { isSolved }) };
  }

  made(it: DefinitionReason): Made {
    return it.moment.run.under(it.supposed, () => this.#made(it));
  }

  #made(it: DefinitionReason): Made {
    const { machine } = this.#explaining.replay;
    const { compiled, variant, of: owner, moment, result } = it;
    const { definition, full } = compiled;
    // What an exception displaces is evaluated anew at each moment.
    const isFixed = definition.isFixed && variant === full;
    // What was never fixed was never evaluated.
    const isUntaken = isFixed && (owner?.fixedAt ?? Infinity) > moment.point;
    if (isUntaken || owner?.refused !== undefined) return { operation: { kind: "given" }, operands: [] };
    const power = isFixed && owner !== undefined ? machine.powers.get(owner.type.name)?.power : undefined;
    const undecided = power !== undefined && isProblem(result) ? this.#undecided(it, power) : undefined;
    if (undecided !== undefined) return undecided;
    if (power?.giving === definition.key) return this.#limited(it, power);
    // A circle without an answer can't be gone round; why it has none is said with the result.
    const solved = definition.solved !== undefined && variant === full;
    if (solved && !isFigure(result)) return { operation: { kind: "given" }, operands: [] };
    const work = () => this.#workOut(it);
    const operands = this.#explaining.recorded(
      solved && isFigure(result) ? () => supposing(compiled, owner, result, moment, work) : work,
    );
    const [only] = operands;
    // Without exceptions to look at, the value is what the clause does.
    if (operands.length === 1 && only?.kind === "operation") return only;
    return { operation: { kind: "clause" }, operands };
  }

  /** What a power can't decide, its event can't fix. */
  #undecided(it: DefinitionReason, { conditions }: Power): Made | undefined {
    const operands = this.#evaluated(
      it,
      conditions.map(({ condition }) => condition),
    );
    if (!operands.some(({ result }) => isProblem(result))) return undefined;
    return { operation: { kind: "undecided" }, operands };
  }

  #limited(it: DefinitionReason, { beyond, askingFor, limits }: Power): Made {
    const { readings } = this.#explaining.replay.run.inputs;
    const choice = beyond.reading === undefined ? undefined : readings.get(beyond.reading);
    const rule = (choice === undefined ? undefined : beyond.rules.get(choice)) ?? beyond.otherwise;
    const asked = askingFor === undefined ? [] : [askingFor];
    return {
      operation: { kind: "limit", beyond: rule },
      operands: this.#evaluated(it, [...asked, ...limits]),
    };
  }

  #evaluated({ moment, of: owner }: DefinitionReason, exprs: readonly Expr[]): readonly ReasonFact[] {
    const { traced } = this.#explaining.replay.machine;
    return this.#explaining.recorded(() => {
      for (const expr of exprs) traced(expr)(moment, bindingOf(owner));
    });
  }

  /** Evaluates whether each exception applies, then what gives the value; nothing does where two collide. */
  #workOut({ compiled, variant, moment, of: owner }: DefinitionReason): void {
    const { machine, run } = this.#explaining.replay;
    const binding = bindingOf(owner);
    if (variant.overrides.length === 0) return void machine.traced(compiled.definition.value)(moment, binding);
    let applies = false;
    for (const { override, displaced } of variant.overrides) {
      const holds = machine.traced(override.guard, displaced)(moment, binding);
      if (isProblem(holds)) return;
      applies ||= holds === true;
    }
    const exception = run.untraced(() => machine.definitions.exceptionAt(variant, owner, moment));
    if (exception === undefined && applies) return;
    machine.traced(exception?.override.value ?? compiled.definition.value, exception?.displaced)(moment, binding);
  }
}
