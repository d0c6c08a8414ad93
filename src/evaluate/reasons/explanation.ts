/**
 * Why a value is what it is: the definition evaluated once more with everything that it looks up written down, and the
 * same for each of those, down to market rows, event fields, deal terms and the start of states.
 *
 * A run pays nothing for this: values stay as they were remembered, and only what is looked at is evaluated again.
 */

import { assertNever } from "../../base/assert-never.ts";
import { entryIn } from "../../base/entry-in.ts";
import { knownIn } from "../../base/known-in.ts";
import { once } from "../../base/once.ts";
import type { Constant, Expr, MarketPrice, Value } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { date, shareExponent } from "../../units/value-type.ts";
import type { AnswerFact, Query } from "../answers/answer.ts";
import { answer } from "../answers/answer.ts";
import { shareBasisOf } from "../compile/expressions/reads.ts";
import type { Replay } from "../replay/replay.ts";
import type { AccountReading, Evaluation, Moment, Occurrence } from "../state/run.ts";
import { bindingOf, isFigure, isSame, memoKey, slotOf } from "../state/run.ts";
import { Absent, isProblem } from "../values/problem.ts";
import { AccountReasons } from "./account-reasons.ts";
import { DefinitionReasons } from "./definition-reasons.ts";
import type { Explaining, ReasonsFor } from "./explaining.ts";
import { familyReason } from "./family-reasons.ts";
import { fieldReason, marketReason, paramReason } from "./leaf-reasons.ts";
import type { Because, ReasonFact } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";
import { Recorder } from "./recorder.ts";
import { inShares } from "./share-reasons.ts";
import { StateReasons } from "./state-reasons.ts";

/** The graph behind an answer. What one answer rests on is the same object in that of another. */
export function reasonFor(query: Query, replay: Replay): ReasonFact {
  return explainerOf(replay).answer(query);
}

/** What an expression is made of, of one occurrence or of none. */
export function reasonsOf(
  expr: Expr,
  occurrence: Occurrence | undefined,
  moment: Moment,
  replay: Replay,
): readonly ReasonFact[] {
  return explainerOf(replay).recorded(() => replay.machine.traced(expr)(moment, bindingOf(occurrence)));
}

const explainerOf = once((replay: Replay) => new Explainer(replay));

class Explainer implements Explaining {
  readonly replay: Replay;
  readonly #known = new Map<string, ReasonFact>();
  readonly #constants = new Map<Constant, ReasonFact>();
  readonly #params = new Map<string, ReasonFact>();
  readonly #days = new Map<PlainDate, ReasonFact>();
  readonly #fields = new Map<Occurrence, Map<string, ReasonFact>>();
  /** By series, then by column. */
  readonly #market = new Map<string, Map<string, Map<PlainDate, ReasonFact>>>();
  readonly #definitions: DefinitionReasons;
  readonly #states: StateReasons;
  readonly #accounts: AccountReasons;
  readonly #recorder = new Recorder(this);

  constructor(replay: Replay) {
    this.replay = replay;
    this.#definitions = new DefinitionReasons(this);
    this.#accounts = new AccountReasons(this);
    this.#states = new StateReasons(this, this.#accounts.payments);
  }

  answer(query: Query): ReasonFact {
    const { replay } = this;
    const found = answer(query, replay);
    const { result, source } = found;
    if (source !== undefined) return this.#ofDefinition(source, result);
    const occurrence = query.of === undefined ? undefined : replay.occurrences.find(({ id }) => id === query.of);
    const moment = query.on === undefined ? replay.run.now : replay.run.endOf(query.on, replay.run.now);
    if (occurrence?.type.name === query.value) {
      const { value: name } = query;
      const because = { kind: "given by event", event: name } as const;
      return new Reason({ kind: "field", name, day: moment.day, of: occurrence, ...found, because });
    }
    if (occurrence !== undefined) return this.#ofField(occurrence, query, found, moment);
    const { value: name, of: section } = query;
    const { kind, key } = replay.machine.program.askable.get(name)?.noteLevel ?? { kind: "definition", key: name };
    switch (kind) {
      case "family":
        return this.family(key, section === undefined ? [] : [section], result, moment);
      case "state":
        return this.state(key, result, moment);
      case "account":
        return this.account({ account: key, measure: "unpaid" }, result, moment);
      case "param":
        return this.#ofParam(key, result, moment);
      case "definition":
        return new Reason({ kind, name, day: moment.day, result, type: found.type, section: found.section });
      default:
        return assertNever(kind);
    }
  }

  #ofDefinition(source: NonNullable<AnswerFact["source"]>, result: Evaluation): ReasonFact {
    const { key, owner, moment } = source;
    const { machine, run } = this.replay;
    const { definitions } = machine;
    // Without a day, a fixed value stands as it was taken.
    const { fixedAt } = owner ?? {};
    const isAsTaken = fixedAt !== undefined && owner?.fixed.get(key) === result;
    const at = isAsTaken ? run.momentAt(fixedAt) : moment;
    const value = definitions.read(key, owner, at);
    const slot = slotOf(key, owner);
    // An account of an event is asked for as what is unpaid of it.
    if (run.accounts.has(slot) && isFigure(result))
      return this.account({ account: slot, measure: "unpaid" }, result, at);
    const known = this.definition(key, definitions.compiled(key).full.index, owner, at, value);
    if (isSame(value, result)) return known;
    // A value of one event stands as it was fixed, or is absent where the event does not count.
    const { name, day, of, type, section, because } = known;
    const cause: Because = result instanceof Absent ? { kind: "absent", problem: result } : because;
    return new Reason({ kind: "definition", name, day, of, result, type, section, because: cause });
  }

  #ofField(occurrence: Occurrence, { value }: Query, { result, type }: AnswerFact, moment: Moment): ReasonFact {
    if (isProblem(result)) return fieldReason(occurrence, value, result);
    const given = occurrence.fields.get(value) ?? result;
    const fact = this.field(occurrence, value, given);
    if (!isFigure(result) || isSame(result, given)) return fact;
    const from = shareBasisOf(occurrence, occurrence.type.fields.get(value), moment);
    return this.inShares(fact, shareExponent(type), from, moment, result);
  }

  #ofParam(name: string, result: Evaluation, moment: Moment): ReasonFact {
    const { run, machine } = this.replay;
    const given = run.inputs.terms.get(name);
    if (given === undefined) return paramReason(name, result, this.replay);
    const fact = this.param(name, given);
    const { type } = entryIn(machine.program.params, name);
    return (isFigure(result) || isProblem(result)) && result !== given
      ? this.inShares(fact, shareExponent(type), undefined, moment, result)
      : fact;
  }

  readonly recorded = (work: () => void): readonly ReasonFact[] => {
    const { run } = this.replay;
    run.spend(1);
    const outer = run.tracer;
    run.tracer = this.#recorder;
    try {
      return this.#recorder.during(work);
    } finally {
      run.tracer = outer;
    }
  };

  definition(
    key: string,
    variantIndex: number,
    owner: Occurrence | undefined,
    moment: Moment,
    value: Evaluation,
  ): ReasonFact {
    const { machine, run } = this.replay;
    const compiled = machine.definitions.compiled(key);
    const variant = machine.definitions.variant(variantIndex);
    const { isFixed, type } = compiled.definition;
    const fixedAt = isFixed && variant === compiled.full ? owner?.fixedAt : undefined;
    const taken = fixedAt === undefined || fixedAt > moment.point ? undefined : owner?.fixed.get(key);
    if (fixedAt === undefined || taken === undefined) {
      return this.#definitions.reason(compiled, variant, owner, moment, value);
    }
    const at = run.momentAt(fixedAt);
    const fact = this.#definitions.reason(compiled, variant, owner, at, taken);
    const isRestated = (isFigure(value) || isProblem(value)) && !isSame(value, taken);
    return isRestated ? this.inShares(fact, shareExponent(type), at, moment, value) : fact;
  }

  /** A figure of a clause is the same on each day. */
  constant(expr: Constant): ReasonFact {
    const { type, value: result } = expr;
    const { start: day } = this.replay.run;
    return knownIn(this.#constants, expr, () => new Reason({ kind: "constant", name: "", day, result, type }));
  }

  /** So is a day, wherever a clause speaks of it. */
  today({ day }: Moment): ReasonFact {
    return knownIn(this.#days, day, () => new Reason({ kind: "constant", name: "", day, result: day, type: date }));
  }

  state(name: string, result: Evaluation, moment: Moment): ReasonFact {
    return this.#states.reason(name, result, moment);
  }

  account(reading: AccountReading, result: Evaluation, moment: Moment): ReasonFact {
    const { account, measure, on = "", item = "" } = reading;
    return this.#once(`account ${account}|${measure}|${on}|${item}|${memoKey(moment)}`, () =>
      this.#accounts.reason(reading, result, moment),
    );
  }

  accrualBase(name: string, moment: Moment): ReasonFact {
    return this.#accounts.base(name, moment);
  }

  field(occurrence: Occurrence, name: string, value: Evaluation): ReasonFact {
    const fields = knownIn(this.#fields, occurrence, () => new Map<string, ReasonFact>());
    return knownIn(fields, name, () => fieldReason(occurrence, name, value));
  }

  param(name: string, value: Evaluation): ReasonFact {
    return knownIn(this.#params, name, () => paramReason(name, value, this.replay));
  }

  market(price: MarketPrice, day: PlainDate, value: Value): ReasonFact {
    const { series, column } = price;
    const known = this.#market.get(series)?.get(column)?.get(day);
    if (known !== undefined) return known;
    const made = marketReason(price, day, value);
    const columns = knownIn(this.#market, series, () => new Map<string, Map<PlainDate, ReasonFact>>());
    knownIn(columns, column, () => new Map<PlainDate, ReasonFact>()).set(day, made);
    return made;
  }

  family(name: string, sections: readonly string[], result: Evaluation, moment: Moment): ReasonFact {
    const kind = typeof result === "boolean" ? "holds" : "start";
    return this.#once(`family ${kind} ${name}|${sections.join("|")}|${memoKey(moment)}`, () =>
      familyReason(name, sections, result, moment, this),
    );
  }

  inShares(...[fact, exponent, from, to, result]: Parameters<ReasonsFor["inShares"]>): ReasonFact {
    return inShares({ fact, exponent, from, to, result }, this);
  }

  #once(key: string, make: () => ReasonFact): ReasonFact {
    return knownIn(this.#known, key, make);
  }
}
