/** How a definition gets its value: the clause, or the exception that holds, with what it looks up. */
import { knownIn } from "../../base/known-in.ts";
import type { Expr, Power } from "../../core/core.ts";
import type { Compiled, OverrideSet } from "../compile/definitions.ts";
import type { Evaluation, Moment, Occurrence } from "../state/run.ts";
import { bindingOf, memoKey } from "../state/run.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { Explaining } from "./explaining.ts";
import type { Because, Made, ReasonFact } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";

/** A definition at a moment; of an event, where it has an owner. */
interface Defined {
  readonly compiled: Compiled;
  readonly variant: OverrideSet;
  readonly owner: Occurrence | undefined;
  readonly moment: Moment;
  readonly result: Evaluation;
}

export class DefinitionReasons {
  readonly #explaining: Explaining;
  readonly #known = new Map<OverrideSet, Map<Occurrence | undefined, Map<number, ReasonFact>>>();

  constructor(explaining: Explaining) {
    this.#explaining = explaining;
  }

  /** Each definition at each moment is made once. */
  reason(it: Defined): ReasonFact {
    const { variant, owner, moment, result } = it;
    const owners = knownIn(this.#known, variant, () => new Map<Occurrence | undefined, Map<number, ReasonFact>>());
    const moments = knownIn(owners, owner, () => new Map<number, ReasonFact>());
    const { name, type, section } = it.compiled.definition;
    return knownIn(
      moments,
      memoKey(moment),
      () =>
        new Reason({
          kind: "definition",
          name,
          day: moment.day,
          of: owner,
          result,
          type,
          section,
          because: () => this.#because(it),
          made: () => this.#made(it),
        }),
    );
  }

  /** What gives the value: the rule, or the exception that holds. */
  #because({ compiled, variant, owner, moment, result }: Defined): Because {
    if (result instanceof Absent) return { kind: "absent", problem: result };
    const { machine, run } = this.#explaining.replay;
    const override = run.untraced(() => machine.definitions.exceptionAt(variant, owner, moment))?.override;
    const expr = override?.value ?? compiled.definition.value;
    return { kind: "clause", expr, readings: run.inputs.readings, exceptionIn: override?.section };
  }

  #made(it: Defined): Made {
    const { machine } = this.#explaining.replay;
    const { compiled, variant, owner, moment, result } = it;
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
    const operands = this.#explaining.recorded(() => this.#workOut(it));
    const [only, ...others] = operands;
    // Without exceptions to look at, the value is what the clause does.
    if (only?.kind === "operation" && others.length === 0) {
      return { operation: only.operation, operands: only.operands };
    }
    return { operation: { kind: "clause" }, operands };
  }

  /** What a power can't decide, its event can't fix. */
  #undecided(it: Defined, { conditions }: Power): Made | undefined {
    const operands = this.#evaluated(
      it,
      conditions.map(({ condition }) => condition),
    );
    if (!operands.some(({ result }) => isProblem(result))) return undefined;
    return { operation: { kind: "undecided" }, operands };
  }

  #limited(it: Defined, { beyond, askingFor, limits }: Power): Made {
    const { readings } = this.#explaining.replay.run.inputs;
    const choice = beyond.reading === undefined ? undefined : readings.get(beyond.reading);
    const rule = (choice === undefined ? undefined : beyond.rules.get(choice)) ?? beyond.otherwise;
    const asked = askingFor === undefined ? [] : [askingFor];
    return {
      operation: { kind: "limit", beyond: rule },
      operands: this.#evaluated(it, [...asked, ...limits]),
    };
  }

  #evaluated({ moment, owner }: Defined, exprs: readonly Expr[]): readonly ReasonFact[] {
    const { traced } = this.#explaining.replay.machine;
    return this.#explaining.recorded(() => {
      for (const expr of exprs) traced(expr)(moment, bindingOf(owner));
    });
  }

  /** Evaluates whether each exception applies, then what gives the value; nothing does where two collide. */
  #workOut({ compiled, variant, moment, owner }: Defined): void {
    const { machine, run } = this.#explaining.replay;
    const binding = bindingOf(owner);
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
