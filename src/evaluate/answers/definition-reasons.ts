/** How a definition gets its value: the clause, or the exception that holds, with what it looks up. */
import type { Definition, Expr, Power } from "../../core/core.ts";
import type { Compiled, OverrideSet } from "../compile/definitions.ts";
import type { Evaluation, Moment, Occurrence } from "../state/run.ts";
import { bindingOf, memoKey } from "../state/run.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { Explaining } from "./explaining.ts";
import type { Because, Made, ReasonFact } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";

export class DefinitionReasons {
  readonly #explaining: Explaining;

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
    const { key, name, type, section } = compiled.definition;
    return this.#explaining.once(`definition ${key}|${variant.index}|${owner?.index ?? ""}|${memoKey(moment)}`, () => {
      return new Reason({
        kind: "definition",
        name,
        day: moment.day,
        of: owner,
        result,
        type,
        section,
        because: () => this.#clauseOf(compiled, variant, owner, moment, result),
        made: () => this.#madeOf(compiled, variant, owner, moment, result),
      });
    });
  }

  /** What gives the value: the rule, or the exception that holds. */
  #clauseOf(
    { definition }: Compiled,
    variant: OverrideSet,
    owner: Occurrence | undefined,
    moment: Moment,
    result: Evaluation,
  ): Because {
    if (result instanceof Absent) return { kind: "absent", problem: result };
    const { machine, run } = this.#explaining.replay;
    const override = run.untraced(() => machine.definitions.exceptionAt(variant, owner, moment))?.override;
    const expr = override?.value ?? definition.value;
    return { kind: "clause", expr, readings: run.inputs.readings, exceptionIn: override?.section };
  }

  #madeOf(
    { definition }: Compiled,
    variant: OverrideSet,
    owner: Occurrence | undefined,
    moment: Moment,
    result: Evaluation,
  ): Made {
    const { machine } = this.#explaining.replay;
    const { key, isFixed } = definition;
    // What never was fixed was never worked out.
    const isUntaken = isFixed && (owner?.fixedAt === undefined || owner.fixedAt > moment.point);
    if (isUntaken || owner?.refused !== undefined) return { operation: { kind: "given" }, operands: [] };
    const power = isFixed && owner !== undefined ? machine.powers.get(owner.type.name)?.power : undefined;
    const undecided = power !== undefined && isProblem(result) ? this.#undecided(power, owner, moment) : undefined;
    if (undecided !== undefined) return undecided;
    if (power?.giving === key) return this.#limited(power, owner, moment);
    const operands = this.#explaining.recorded(() => this.#workOut(definition, variant, owner, moment));
    const [only, ...others] = operands;
    // Without exceptions to look at, the value is what the clause does.
    if (only?.kind === "operation" && others.length === 0) return only;
    return { operation: { kind: "clause" }, operands };
  }

  /** What a power can't decide, its event can't fix. */
  #undecided({ conditions }: Power, owner: Occurrence | undefined, moment: Moment): Made | undefined {
    const operands = this.#evaluated(
      conditions.map(({ condition }) => condition),
      owner,
      moment,
    );
    if (!operands.some(({ result }) => isProblem(result))) return undefined;
    return { operation: { kind: "undecided" }, operands };
  }

  #limited({ beyond, askingFor, limits }: Power, owner: Occurrence | undefined, moment: Moment): Made {
    const { readings } = this.#explaining.replay.run.inputs;
    const choice = beyond.reading === undefined ? undefined : readings.get(beyond.reading);
    const rule = (choice === undefined ? undefined : beyond.rules.get(choice)) ?? beyond.otherwise;
    const asked = askingFor === undefined ? [] : [askingFor];
    return {
      operation: { kind: "limit", beyond: rule },
      operands: this.#evaluated([...asked, ...limits], owner, moment),
    };
  }

  #evaluated(exprs: readonly Expr[], owner: Occurrence | undefined, moment: Moment): readonly ReasonFact[] {
    const { traced } = this.#explaining.replay.machine;
    return this.#explaining.recorded(() => {
      for (const expr of exprs) traced(expr)(moment, bindingOf(owner));
    });
  }

  /** Evaluates whether each exception applies, then what gives the value; nothing does where two collide. */
  #workOut({ value }: Definition, variant: OverrideSet, owner: Occurrence | undefined, moment: Moment): void {
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
    machine.traced(exception?.override.value ?? value, exception?.displaced)(moment, binding);
  }
}
