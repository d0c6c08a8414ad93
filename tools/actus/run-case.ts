/** A case of the suite run by a template: the events that come about, each with its payoff and the state behind it. */
import { readFileSync } from "node:fs";
import type { Answer, JournalFact, NamedText, Template } from "../../src/index.ts";
import { clausesUsed, compile, formatDate, loadScenarioData, Replay } from "../../src/index.ts";
import type { ActusCase, ActusEvent } from "./cases.ts";
import { stateNames } from "./cases.ts";
import type { ContractType } from "./types.ts";
import { kindsBySection } from "./types.ts";

/** What stands in the way of a run. */
export class NoRun extends Error {}

const templates = new Map<string, Template>();

function templateOf(name: string): Template {
  const known = templates.get(name);
  if (known !== undefined) return known;
  const file = `terms/actus/${name}.tenor`;
  const text = readFileSync(file, "utf8");
  const titles = new Set(clausesUsed(text).map(({ title }) => title));
  const template = must(compile(text, file, ...[...titles].map(clauseFile)));
  templates.set(name, template);
  return template;
}

function clauseFile(title: string): NamedText {
  const name = `terms/actus/library/${title.replaceAll(" ", "-")}.tenor`;
  return { name, text: readFileSync(name, "utf8") };
}

type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly diagnostics: readonly object[] };

function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new NoRun(outcome.diagnostics.map((it) => JSON.stringify(it, ["code", "message", "pointer"])).join("; "));
}

/** The events after the status date, from a purchase on and up to the day that the case ends with. */
export function runCase(actus: ActusCase, type: ContractType): ActusEvent[] {
  const template = templateOf(type.template);
  const status = actus.terms.get("statusDate")?.slice(0, 10) ?? "";
  const end = actus.to ?? endOf(run(actus, type, template, status).outcome.answers[0]);
  const { facts } = run(actus, type, template, end);
  const sign = ["RPL", "ST"].includes(actus.terms.get("contractRole") ?? "") ? -1 : 1;
  const atEnd = new Map(facts.answers.map(({ query, result }) => [query.value, result]));
  const events = eventsIn(facts.journal, atEnd, type, sign);
  const purchase = events.findIndex(({ kind }) => kind === "PRD");
  return events.slice(Math.max(0, purchase)).filter(({ day }) => day <= end);
}

function endOf(answer: Answer | undefined): string {
  if (answer !== undefined && "answer" in answer && typeof answer.answer === "string") return answer.answer;
  throw new NoRun("the contract has no end");
}

function run(actus: ActusCase, type: ContractType, template: Template, end: string) {
  const { market, series } = observedFiles(actus, type, end);
  const scenario = {
    scenario: actus.id,
    note: type.template,
    terms: type.terms(termsOf(actus)),
    ...(series.size > 0 && { market }),
    events: type.events?.(actus) ?? [],
    ask: [
      { value: "Contract End", on: actus.terms.get("statusDate")?.slice(0, 10) },
      ...Object.values(type.states).map((value) => ({ value, on: end })),
      { value: "Events Past", on: end },
    ],
  };
  const loaded = must(
    loadScenarioData(template, scenario, { series, calendar: everyWeekday }, { steps: 1_000_000_000 }),
  );
  return must(new Replay(template, loaded).outcome());
}

/** Beside the terms of a case, its last day, and the last day on which a party has called it. */
function termsOf({ terms, to, events }: ActusCase): ActusCase["terms"] {
  const called = events
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
  const more = Object.entries({ to, called }).flatMap(([name, day]) =>
    day === undefined ? [] : [[name, day] as const],
  );
  return new Map([...terms, ...more]);
}

/** The calendar of the suite: Mondays to Fridays. Its rows are days of rest anyway, and say from when to when it goes. */
const everyWeekday: NamedText = {
  name: "monday-to-friday.csv",
  text: "date,holiday\n1990-01-06,Saturday\n2099-12-26,Saturday\n",
};

/** A figure holds from its day to that of the next one; the last one to the end. */
function observedFiles(actus: ActusCase, type: ContractType, end: string) {
  const market: Record<string, string> = {};
  const series = new Map<string, NamedText>();
  for (const [term, [name, column]] of Object.entries(type.series)) {
    const rows = actus.observed.get(actus.terms.get(term) ?? "") ?? [];
    const last = rows.at(-1);
    if (last === undefined) continue;
    const held = last.day < end ? [{ day: end, value: last.value }] : [];
    const lines = [...rows, ...held].map(({ day, value }) => `${day},${value}`);
    market[name] = `${name}.csv`;
    series.set(name, { name: `${name}.csv`, text: `date,${column}\n${lines.join("\n")}\n` });
  }
  return { market, series };
}

/** One event for each change of the number of events; all that its section changes is in one batch. */
function eventsIn(
  journal: readonly JournalFact[],
  atEnd: ReadonlyMap<string, unknown>,
  { states }: ContractType,
  sign: number,
): ActusEvent[] {
  const changes = journal.flatMap((entry) => (entry.kind === "StateChanged" ? [entry] : []));
  const stateAt = (name: string, point: number): number => {
    const before = changes.findLast((it) => it.state.name === name && it.point <= point);
    if (before !== undefined) return numberIn(before.to);
    const after = changes.find((it) => it.state.name === name);
    return numberIn(after === undefined ? atEnd.get(name) : after.from);
  };
  return changes.flatMap(({ state: { name }, day, point, section }): ActusEvent[] => {
    if (name !== "Events Past") return [];
    const paid = changes.find((it) => it.state.name === "Cash Paid" && it.point === point);
    const state = stateNames.flatMap((it) => {
      const own = states[it];
      if (own === undefined) return [];
      return [[it, stateAt(own, point) * (it === "nominalInterestRate" ? 1 : sign)] as const];
    });
    const payoff = paid === undefined ? 0 : sign * numberIn(less(paid.to, paid.from));
    const kind = kindsBySection[section] ?? section;
    return [{ day: formatDate(day), kind, payoff, state: Object.fromEntries(state) }];
  });
}

/** A figure as a number, for a comparison; what can't be determined is none. */
function numberIn(value: unknown): number {
  if (!isQuotient(value) || value.d === 0n) return Number.NaN;
  const scale = 10n ** 30n;
  return Number((value.n * scale) / value.d) / 1e30;
}

const less = (a: unknown, b: unknown): unknown =>
  isQuotient(a) && isQuotient(b) ? { n: a.n * b.d - b.n * a.d, d: a.d * b.d } : undefined;

function isQuotient(value: unknown): value is { readonly n: bigint; readonly d: bigint } {
  return typeof value === "object" && value !== null && "n" in value && "d" in value;
}
