/**
 * Why a value is what it is: the definition worked out once more with everything that it looks up written down, and
 * the same for each of those, down to market rows, event fields, deal terms and what events did to states.
 *
 * Nothing of this costs a run anything: values stay as they were remembered, and only what is asked about is looked at.
 */
import type { Definition, Value } from "../../core/core.ts";
import { money, yesOrNo } from "../../units/value-type.ts";
import { ledgerAt } from "../compile/account-ledgers.ts";
import type { DefaultGround } from "../compile/defaults.ts";
import { unpaid } from "../ledger/measures.ts";
import type { Replay } from "../replay/replay.ts";
import type { Evaluation, Moment, Occurrence, Tracer } from "../state/run.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { Query } from "./answer.ts";
import { answer } from "./answer.ts";
import type { Because, ReasonFact, ReasonKind } from "./reason-facts.ts";
import { fieldReason, marketReason } from "./reason-facts.ts";

export interface ReasonLimits {
  /** Levels below the value asked about. */
  readonly depth: number;
  /** Values that one value is shown to use; the rest are counted. */
  readonly width: number;
}

/** The tree behind an answer. A value that was shown once is shown without its parts when it comes again. */
export function reasonFor(query: Query, replay: Replay, limits: ReasonLimits = { depth: 12, width: 40 }): ReasonFact {
  const { result, type, section, source } = answer(query, replay);
  const builder = new ExplanationBuilder(replay, limits);
  if (source !== undefined) return builder.definition(source.key, source.owner, source.moment, result, 0);
  const occurrence = query.of === undefined ? undefined : replay.occurrences.find(({ id }) => id === query.of);
  if (occurrence !== undefined) return fieldReason(occurrence, query.value, result);
  const moment = query.on === undefined ? replay.run.now : replay.run.endOf(query.on, replay.run.now);
  const bare = replay.machine.program.askable.get(query.value)?.noteLevel?.kind ?? "";
  if (bare === "family") {
    return builder.family(query.value, query.of === undefined ? [] : [query.of], result, moment, 0);
  }
  const kind = bareKinds[bare];
  return {
    kind: kind ?? "definition",
    name: query.value,
    day: moment.day,
    of: undefined,
    result,
    type,
    section,
    because: kind === undefined ? { kind: "no reason" } : builder.lastChange(query.value, moment),
    uses: [],
  };
}

const bareKinds: Readonly<Partial<Record<string, ReasonKind>>> = {
  state: "state",
  account: "account",
  param: "deal term",
};

class ExplanationBuilder {
  readonly #replay: Replay;
  readonly #limits: ReasonLimits;
  readonly #shown = new Set<string>();

  constructor(replay: Replay, limits: ReasonLimits) {
    this.#replay = replay;
    this.#limits = limits;
  }

  definition(
    key: string,
    owner: Occurrence | undefined,
    moment: Moment,
    result: Evaluation,
    level: number,
  ): ReasonFact {
    const { definitions } = this.#replay.machine;
    const definition = definitions.definition(key);
    const at = definition.isFixed && owner?.fixedAt !== undefined ? moment.run.momentAt(owner.fixedAt) : moment;
    const place = `${key}|${owner?.index ?? ""}|${at.point}|${at.day}`;
    const isNew = !this.#shown.has(place);
    this.#shown.add(place);
    const uses = isNew && level < this.#limits.depth ? this.#usesOf(definition, owner, at, level) : [];
    return {
      kind: "definition",
      name: definition.name,
      day: at.day,
      of: owner,
      result,
      type: definition.type,
      section: definition.section,
      because: isNew ? this.#clauseOf(definition, owner, at, result) : shownBefore(result),
      uses,
    };
  }

  /** What gives the value: the rule, or the exception that holds. */
  #clauseOf({ key, value }: Definition, owner: Occurrence | undefined, moment: Moment, result: Evaluation): Because {
    if (result instanceof Absent) return { kind: "absent", problem: result };
    const exception = withoutTrace(moment, () => this.#replay.machine.definitions.exceptionAt(key, owner, moment));
    return { kind: "clause", expr: exception?.value ?? value, exceptionIn: exception?.section };
  }

  /** Works the definition out anew under a tracer; each thing looked up is shown once. */
  #usesOf(definition: Definition, owner: Occurrence | undefined, moment: Moment, level: number): ReasonFact[] {
    return this.#traced(level, () => {
      this.#replay.machine.definitions.workOut(definition.key, owner, moment);
      this.#limitsOn(definition.key, owner, moment);
    });
  }

  #traced(level: number, work: () => void): ReasonFact[] {
    const { run } = this.#replay;
    const seen = new Map<string, () => ReasonFact>();
    const outer = run.tracer;
    run.tracer = this.#tracer(seen, level);
    try {
      work();
    } finally {
      run.tracer = outer;
    }
    const list = [...seen.values()];
    return list.slice(0, this.#limits.width).map((tell) => tell());
  }

  /** Whether a family holds: the grounds that have occurred or are pending, each with what its condition looks at. */
  family(name: string, sections: readonly string[], result: Evaluation, moment: Moment, level: number): ReasonFact {
    const place = `family ${name}|${sections.join(" ")}|${moment.point}`;
    const isNew = !this.#shown.has(place);
    this.#shown.add(place);
    const grounds = withoutTrace(moment, () =>
      this.#replay.machine.eventsOfDefault.occurredOrPendingAt(name, sections, moment),
    );
    const first = grounds.find(({ continues }) => continues === true) ?? grounds[0];
    return {
      kind: "family",
      name,
      day: moment.day,
      of: sections.length === 0 ? undefined : sections,
      result,
      type: yesOrNo,
      section: first?.defaultCondition.section ?? sections[0] ?? "",
      because: !isNew
        ? { kind: "shown before" }
        : first === undefined
          ? { kind: "no default", family: name, sections }
          : { kind: "default", ground: first },
      uses: isNew && level < this.#limits.depth ? grounds.map((ground) => this.#ground(ground, moment, level + 1)) : [],
    };
  }

  #ground(ground: DefaultGround, moment: Moment, level: number): ReasonFact {
    const { defaultCondition, occurrence, continues } = ground;
    return {
      kind: "family",
      name: defaultCondition.title === "" ? defaultCondition.family : defaultCondition.title,
      day: moment.day,
      of: occurrence,
      result: continues,
      type: yesOrNo,
      section: defaultCondition.section,
      because: { kind: "ground of default", ground },
      uses:
        level < this.#limits.depth
          ? this.#traced(level, () => this.#replay.machine.eventsOfDefault.workOut(ground, moment))
          : [],
    };
  }

  /** What a power gives was asked for, and cut back by its limits. */
  #limitsOn(key: string, owner: Occurrence | undefined, moment: Moment): void {
    const power = owner === undefined ? undefined : this.#replay.machine.powers.get(owner.type.name);
    if (owner === undefined || power?.power.giving !== key) return;
    for (const limit of power.limits) limit(moment, { occurrence: owner, outer: undefined });
  }

  #tracer(seen: Map<string, () => ReasonFact>, level: number): Tracer {
    const add = (key: string, tell: () => ReasonFact) => {
      if (!seen.has(key)) seen.set(key, tell);
    };
    const { definitions } = this.#replay.machine;
    return {
      definition: (definition, owner, moment) => {
        const key = `definition ${definition.key} ${owner?.index ?? ""} ${moment.point} ${moment.day}`;
        add(key, () => {
          const result = withoutTrace(moment, () => definitions.read(definition.key, owner, moment));
          return this.definition(definition.key, owner, moment, result, level + 1);
        });
      },
      state: (name, value, moment) => add(`state ${name} ${moment.point}`, () => this.#state(name, value, moment)),
      account: (name, measure, moment) =>
        add(`account ${name} ${measure} ${moment.point}`, () => this.#account(name, moment)),
      field: (occurrence, name, value) =>
        add(`field ${occurrence.index} ${name}`, () => fieldReason(occurrence, name, value)),
      param: (name, value) => add(`param ${name}`, () => this.#param(name, value)),
      family: (name, sections, value, moment) =>
        add(`family ${name} ${sections.join(" ")} ${moment.point}`, () =>
          this.family(name, sections, value, moment, level + 1),
        ),
      market: (column, day, value) => add(`market ${column} ${day}`, () => marketReason(column, day, value)),
    };
  }

  #state(name: string, result: Evaluation, moment: Moment): ReasonFact {
    const state = this.#replay.machine.program.states.get(name);
    return {
      kind: "state",
      name,
      day: moment.day,
      of: undefined,
      result,
      type: state?.type ?? yesOrNo,
      section: state?.section ?? "",
      because: this.lastChange(name, moment),
      uses: [],
    };
  }

  /** What the journal says last changed a state or an account up to a moment. */
  lastChange(name: string, { point }: Moment): Because {
    return { kind: "last change", change: this.#replay.journal.lastChange(name, point) };
  }

  #account(name: string, moment: Moment): ReasonFact {
    const ledger = ledgerAt(name, moment);
    return {
      kind: "account",
      name,
      day: moment.day,
      of: undefined,
      result: isProblem(ledger) ? ledger : unpaid(ledger),
      type: money,
      section: this.#replay.machine.program.accounts.get(name)?.section ?? "",
      because: this.lastChange(name, moment),
      uses: [],
    };
  }

  #param(name: string, result: Value): ReasonFact {
    const param = this.#replay.machine.program.params.get(name);
    return {
      kind: "deal term",
      name,
      day: this.#replay.run.start,
      of: undefined,
      result,
      type: param?.type ?? yesOrNo,
      section: param?.section ?? "",
      because: { kind: "deal term" },
      uses: [],
    };
  }
}

function shownBefore(result: Evaluation): Because {
  return result instanceof Absent ? { kind: "absent", problem: result } : { kind: "shown before" };
}

function withoutTrace<T>({ run }: Moment, work: () => T): T {
  const outer = run.tracer;
  run.tracer = undefined;
  try {
    return work();
  } finally {
    run.tracer = outer;
  }
}
