/** How a definition gets its value: the clause, or the exception that holds, with what it looks up. */
import { knownIn } from "../../base/known-in.ts";
import type { Expr, Power, ValueType } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Compiled, OverrideSet } from "../compile/definitions.ts";
import type { Evaluation, Moment, Occurrence } from "../state/run.ts";
import { bindingOf, memoKey } from "../state/run.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { Explaining } from "./explaining.ts";
import type { Because, Made, Operation, ReasonFact } from "./reason-facts.ts";

/** A definition at a moment; of an event, where it has an owner. */
class DefinitionReason implements ReasonFact {
  readonly kind = "definition";
  readonly result: Evaluation;
  readonly of: Occurrence | undefined;
  readonly #compiled: Compiled;
  readonly #variant: OverrideSet;
  readonly #moment: Moment;
  readonly #explaining: Explaining;
  #made: Made | undefined;

  constructor(
    compiled: Compiled,
    variant: OverrideSet,
    owner: Occurrence | undefined,
    moment: Moment,
    result: Evaluation,
    explaining: Explaining,
  ) {
    this.#compiled = compiled;
    this.#variant = variant;
    this.of = owner;
    this.#moment = moment;
    this.result = result;
    this.#explaining = explaining;
  }

  get name(): string {
    return this.#compiled.definition.name;
  }

  get day(): PlainDate {
    return this.#moment.day;
  }

  get type(): ValueType {
    return this.#compiled.definition.type;
  }

  get section(): string {
    return this.#compiled.definition.section;
  }

  get operation(): Operation {
    return this.#making().operation;
  }

  get operands(): readonly ReasonFact[] {
    return this.#making().operands;
  }

  /** What gives the value: the rule, or the exception that holds. */
  get because(): Because {
    const { result } = this;
    if (result instanceof Absent) return { kind: "absent", problem: result };
    const { machine, run } = this.#explaining.replay;
    const override = run.untraced(() =>
      machine.definitions.exceptionAt(this.#variant, this.of, this.#moment),
    )?.override;
    const expr = override?.value ?? this.#compiled.definition.value;
    return { kind: "clause", expr, readings: run.inputs.readings, exceptionIn: override?.section };
  }

  #making(): Made {
    this.#made ??= this.#make();
    return this.#made;
  }

  #make(): Made {
    const { machine } = this.#explaining.replay;
    const { definition, full } = this.#compiled;
    const { key } = definition;
    // What an exception displaces is worked out at each moment anew.
    const isFixed = definition.isFixed && this.#variant === full;
    const owner = this.of;
    // What never was fixed was never worked out.
    const isUntaken = isFixed && (owner?.fixedAt ?? Infinity) > this.#moment.point;
    if (isUntaken || owner?.refused !== undefined) return { operation: { kind: "given" }, operands: [] };
    const power = isFixed && owner !== undefined ? machine.powers.get(owner.type.name)?.power : undefined;
    const undecided = power !== undefined && isProblem(this.result) ? this.#undecided(power) : undefined;
    if (undecided !== undefined) return undecided;
    if (power?.giving === key) return this.#limited(power);
    const operands = this.#explaining.recorded(() => this.#workOut());
    const [only, ...others] = operands;
    // Without exceptions to look at, the value is what the clause does.
    if (only?.kind === "operation" && others.length === 0) {
      return { operation: only.operation, operands: only.operands };
    }
    return { operation: { kind: "clause" }, operands };
  }

  /** What a power can't decide, its event can't fix. */
  #undecided({ conditions }: Power): Made | undefined {
    const operands = this.#evaluated(conditions.map(({ condition }) => condition));
    if (!operands.some(({ result }) => isProblem(result))) return undefined;
    return { operation: { kind: "undecided" }, operands };
  }

  #limited({ beyond, askingFor, limits }: Power): Made {
    const { readings } = this.#explaining.replay.run.inputs;
    const choice = beyond.reading === undefined ? undefined : readings.get(beyond.reading);
    const rule = (choice === undefined ? undefined : beyond.rules.get(choice)) ?? beyond.otherwise;
    const asked = askingFor === undefined ? [] : [askingFor];
    return {
      operation: { kind: "limit", beyond: rule },
      operands: this.#evaluated([...asked, ...limits]),
    };
  }

  #evaluated(exprs: readonly Expr[]): readonly ReasonFact[] {
    const { traced } = this.#explaining.replay.machine;
    return this.#explaining.recorded(() => {
      for (const expr of exprs) traced(expr)(this.#moment, bindingOf(this.of));
    });
  }

  /** Evaluates whether each exception applies, then what gives the value; nothing does where two collide. */
  #workOut(): void {
    const { machine, run } = this.#explaining.replay;
    const [variant, moment] = [this.#variant, this.#moment];
    const binding = bindingOf(this.of);
    let applies = false;
    for (const { override, displaced } of variant.overrides) {
      const holds = machine.traced(override.guard, displaced)(moment, binding);
      if (isProblem(holds)) return;
      applies ||= holds === true;
    }
    const exception = run.untraced(() => machine.definitions.exceptionAt(variant, this.of, moment));
    if (exception === undefined && applies) return;
    machine.traced(exception?.override.value ?? this.#compiled.definition.value, exception?.displaced)(moment, binding);
  }
}

/** Each definition at each moment is made once. */
export class DefinitionReasons {
  readonly #explaining: Explaining;
  readonly #known = new Map<OverrideSet, Map<Occurrence | undefined, Map<number, ReasonFact>>>();

  constructor(explaining: Explaining) {
    this.#explaining = explaining;
  }

  reason(
    compiled: Compiled,
    variant: OverrideSet,
    owner: Occurrence | undefined,
    moment: Moment,
    result: Evaluation,
  ): ReasonFact {
    const owners = knownIn(this.#known, variant, () => new Map<Occurrence | undefined, Map<number, ReasonFact>>());
    const moments = knownIn(owners, owner, () => new Map<number, ReasonFact>());
    const known = moments.get(memoKey(moment));
    if (known !== undefined) return known;
    const made = new DefinitionReason(compiled, variant, owner, moment, result, this.#explaining);
    moments.set(memoKey(moment), made);
    return made;
  }
}
