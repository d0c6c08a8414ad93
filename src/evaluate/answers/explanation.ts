/**
 * Why a value is what it is: the definition worked out once more with everything that it looks up written down, and
 * the same for each of those, down to market rows, event fields, deal terms and what events did to states.
 *
 * Nothing of this costs a run anything: values stay as they were remembered, and only what is asked about is looked at.
 */
import type { Definition, Value } from "../../core/core.ts";
import { printSource } from "../../core/source-text.ts";
import { formatDate } from "../../units/plain-date.ts";
import { money, yesOrNo } from "../../units/value-type.ts";
import { ledgerAt } from "../compile/account-ledgers.ts";
import type { DefaultGround } from "../compile/defaults.ts";
import { unpaid } from "../ledger/measures.ts";
import type { Replay } from "../replay/replay.ts";
import type { Moment, Occurrence, Result } from "../state/run.ts";
import type { Tracer } from "../state/trace.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { Query } from "./answer.ts";
import { find } from "./answer.ts";
import { wordsAsRead } from "./clause-words.ts";
import type { Reason } from "./explanation-leaves.ts";
import { answerOf, field, market, nameOf } from "./explanation-leaves.ts";

export interface ReasonLimits {
  /** Levels below the value asked about. */
  readonly depth: number;
  /** Values that one value is shown to use; the rest are counted. */
  readonly width: number;
}

/** The tree behind an answer. A value that was shown once is shown without its parts when it comes again. */
export function reasonFor(query: Query, replay: Replay, limits: ReasonLimits = { depth: 12, width: 40 }): Reason {
  const { result, type, section, source } = find(query, replay);
  const builder = new ExplanationBuilder(replay, limits);
  if (source !== undefined) return builder.definition(source.key, source.owner, source.moment, result, 0);
  const occurrence = query.of === undefined ? undefined : replay.occurrences.find(({ id }) => id === query.of);
  if (occurrence !== undefined) return field(occurrence, query.value, result);
  const moment = query.on === undefined ? replay.run.now : replay.run.endOf(query.on, replay.run.now);
  const bare = replay.machine.program.askable.get(query.value)?.noteLevel?.kind ?? "";
  const kind = bareKinds[bare];
  if (bare === "family") {
    return builder.family(query.value, query.of === undefined ? [] : [query.of], result, moment, 0);
  }
  return {
    value: query.value,
    on: formatDate(moment.day),
    ...answerOf(result, type),
    section,
    kind: kind ?? "definition",
    because: kind === undefined ? "" : builder.lastChange(query.value, moment),
    uses: [],
  };
}

const bareKinds: Readonly<Partial<Record<string, Reason["kind"]>>> = {
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

  definition(key: string, owner: Occurrence | undefined, moment: Moment, result: Result, level: number): Reason {
    const { definitions } = this.#replay.machine;
    const definition = definitions.definition(key);
    const of = owner === undefined ? undefined : nameOf(owner);
    const at = definition.isFixed && owner?.fixedAt !== undefined ? moment.run.momentAt(owner.fixedAt) : moment;
    const place = `${key}|${owner?.index ?? ""}|${at.point}|${at.day}`;
    const isNew = !this.#shown.has(place);
    this.#shown.add(place);
    const uses = isNew && level < this.#limits.depth ? this.#usesOf(definition, owner, at, level) : [];
    return {
      value: definition.name,
      on: formatDate(at.day),
      ...(of !== undefined && { of }),
      ...answerOf(result, definition.type),
      section: definition.section,
      kind: "definition",
      because: result instanceof Absent ? result.because : isNew ? this.#wordsOf(definition, owner, at) : "as above",
      uses,
    };
  }

  /** The words that give the value: of the rule or of the exception that holds, and of a reading the choice in force. */
  #wordsOf({ key, value }: Definition, owner: Occurrence | undefined, moment: Moment): string {
    const { machine, run } = this.#replay;
    const exception = withoutTrace(moment, () => machine.definitions.exceptionAt(key, owner, moment));
    const words = wordsAsRead(exception?.value ?? value, run.inputs.readings);
    return exception === undefined ? words : `exception in ${exception.section}: ${words}`;
  }

  /** Works the definition out anew under a tracer; each thing looked up is shown once. */
  #usesOf(definition: Definition, owner: Occurrence | undefined, moment: Moment, level: number): Reason[] {
    return this.#traced(level, () => {
      this.#replay.machine.definitions.workOut(definition.key, owner, moment);
      this.#limitsOn(definition.key, owner, moment);
    });
  }

  #traced(level: number, work: () => void): Reason[] {
    const { run } = this.#replay;
    const seen = new Map<string, () => Reason>();
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
  family(name: string, sections: readonly string[], result: Result, moment: Moment, level: number): Reason {
    const place = `family ${name}|${sections.join(" ")}|${moment.point}`;
    const isNew = !this.#shown.has(place);
    this.#shown.add(place);
    const grounds = withoutTrace(moment, () =>
      this.#replay.machine.eventsOfDefault.occurredOrPendingAt(name, sections, moment),
    );
    const first = grounds.find(({ continues }) => continues === true) ?? grounds[0];
    const what = sections.length === 0 ? name : `${name} under ${sections.join(", ")}`;
    return {
      value: name,
      on: formatDate(moment.day),
      ...(sections.length === 0 ? {} : { of: sections.join(", ") }),
      ...answerOf(result, yesOrNo),
      section: first?.defaultCondition.section ?? sections[0] ?? "",
      kind: "family",
      because: !isNew ? "as above" : first === undefined ? `no ${what} has occurred or is pending` : groundWords(first),
      uses: isNew && level < this.#limits.depth ? grounds.map((ground) => this.#ground(ground, moment, level + 1)) : [],
    };
  }

  #ground(ground: DefaultGround, moment: Moment, level: number): Reason {
    const { defaultCondition, occurrence, continues } = ground;
    return {
      value: defaultCondition.title === "" ? defaultCondition.family : defaultCondition.title,
      on: formatDate(moment.day),
      ...(occurrence !== undefined && { of: nameOf(occurrence) }),
      ...answerOf(continues, yesOrNo),
      section: defaultCondition.section,
      kind: "family",
      because: `${groundWords(ground)}: ${printSource(defaultCondition.condition.span)}`,
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

  #tracer(seen: Map<string, () => Reason>, level: number): Tracer {
    const add = (key: string, tell: () => Reason) => {
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
        add(`field ${occurrence.index} ${name}`, () => field(occurrence, name, value)),
      param: (name, value) => add(`param ${name}`, () => this.#param(name, value)),
      family: (name, sections, value, moment) =>
        add(`family ${name} ${sections.join(" ")} ${moment.point}`, () =>
          this.family(name, sections, value, moment, level + 1),
        ),
      market: (column, day, value) => add(`market ${column} ${day}`, () => market(column, day, value)),
    };
  }

  #state(name: string, value: Result, moment: Moment): Reason {
    const state = this.#replay.machine.program.states.get(name);
    const on = formatDate(moment.day);
    return {
      value: name,
      on,
      ...answerOf(value, state?.type ?? yesOrNo),
      section: state?.section ?? "",
      kind: "state",
      because: this.lastChange(name, moment),
      uses: [],
    };
  }

  /** What the journal says last changed a state or an account up to a moment. */
  lastChange(name: string, { point }: Moment): string {
    const entry = this.#replay.journal.lastChange(name, point);
    if (entry === undefined) return "as it started";
    const { cause } = entry;
    const by = cause === undefined ? "" : ` by ${cause.id ?? cause.type.name}`;
    return `since ${formatDate(entry.day)}${by} (${entry.section})`;
  }

  #account(name: string, moment: Moment): Reason {
    const account = this.#replay.machine.program.accounts.get(name);
    const ledger = ledgerAt(name, moment);
    const on = formatDate(moment.day);
    return {
      value: name,
      on,
      ...answerOf(isProblem(ledger) ? ledger : unpaid(ledger), money),
      section: account?.section ?? "",
      kind: "account",
      because: this.lastChange(name, moment),
      uses: [],
    };
  }

  #param(name: string, value: Value): Reason {
    const param = this.#replay.machine.program.params.get(name);
    const on = formatDate(this.#replay.run.start);
    const answered = answerOf(value, param?.type ?? yesOrNo);
    return {
      value: name,
      on,
      ...answered,
      section: param?.section ?? "",
      kind: "deal term",
      because: "a deal term",
      uses: [],
    };
  }
}

function groundWords({ status: { occurredOn, pendingSince }, continues }: DefaultGround): string {
  if (occurredOn !== undefined) return `since ${formatDate(occurredOn)}`;
  if (pendingSince !== undefined) return `pending since ${formatDate(pendingSince)}, with time left to cure it`;
  return continues === true ? "it holds" : "it can't be told";
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
