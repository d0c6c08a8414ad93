/** Reports of a scenario as pages: what a replay says, arranged for people. */
import { knownIn } from "../base/known-in.ts";
import { completed } from "../compare/readings.ts";
import type { CoreProgram } from "../core/core.ts";
import type { Result } from "../diagnostics/result.ts";
import type { Query } from "../evaluate/answers/answer.ts";
import { comparePage } from "../report/compare/compare-page.ts";
import type { ContractText } from "../report/contract-text.ts";
import { readContract } from "../report/contract-text.ts";
import { explainPage } from "../report/explain/explain-page.ts";
import { NoteBook } from "../report/notes/note-book.ts";
import type { Page } from "../report/page.ts";
import type { ReadingsToShow } from "../report/readings/readings-page.ts";
import { readingsPage } from "../report/readings/readings-page.ts";
import { runPage } from "../report/run/run-page.ts";
import type { RunSource } from "../report/run/run-source.ts";
import type { SimulationToShow } from "../report/simulate/simulation-page.ts";
import { simulationPage } from "../report/simulate/simulation-page.ts";
import { fansOf, histogramsOf } from "../simulation/charts.ts";
import type { Merging } from "../simulation/chunks.ts";
import { asPlainDate, formatDate } from "../units/plain-date.ts";
import { unitName } from "../units/value-type.ts";
import type { LoadedComparison } from "./comparisons.ts";
import { lookAtComparison } from "./comparisons.ts";
import type { Replay } from "./questions.ts";
import type { ReadingEffects } from "./reading-effects.ts";
import { chartedRows } from "./simulating/exact-runner.ts";
import type { OpenSimulation } from "./simulating/open-simulation.ts";
import { withinLimits } from "./within-limits.ts";

/**
 * The report of a run. `contract` is the text of the contract: sections that the page cites are shown beside the clauses.
 * A figure whose explanation would pass a bound of the run has no note.
 */
export function runReport(replay: Replay, contract?: string): Result<Page> {
  const run = replay.outcome();
  const [start, lastDay] = [replay.firstDay(), replay.lastDay()];
  if (!run.ok) return run;
  if (!start.ok) return start;
  if (!lastDay.ok) return lastDay;
  const { program } = replay.template;
  const { scenario, environment } = replay.loaded;
  const source: RunSource = {
    program,
    scenario,
    series: environment.series,
    calendar: environment.calendar.name,
    facts: run.value.facts,
    outcome: run.value.outcome,
    receipt: run.value.receipt,
    start: start.value,
    lastDay: lastDay.value,
    position: knownValue(replay.positions([lastDay.value]))?.[0],
    next: knownValue(replay.fallingDue(undefined)),
    powers: knownValue(replay.powers(lastDay.value))?.powers,
    answer: (asked) => knownValue(replay.answer(asked)),
    explain: (asked, look) => knownValue(replay.explain(asked, look)),
    look: (look) => knownValue(withinLimits(replay.template, replay.loaded, look)),
  };
  return { ok: true, value: runPage(source, new NoteBook(), contractOf(replay, contract)) };
}

/** The page of one explanation. */
export function explainReport(replay: Replay, query: Query, contract?: string): Result<Page> {
  const run = replay.outcome();
  if (!run.ok) return run;
  const { template, loaded } = replay;
  const { title, name } = loaded.scenario;
  const origin = { program: template.program, scenario: title ?? name, receipt: run.value.receipt };
  return replay.explain(query, (fact) => explainPage(fact, origin, contractOf(replay, contract)));
}

/** The page of a comparison. */
export function comparisonReport(loaded: LoadedComparison): Result<Page> {
  return lookAtComparison(loaded, (source) => comparePage(source, new NoteBook()));
}

/** The page of what each reading moves. */
export function readingsReport(replay: Replay, effects: ReadingEffects, contract?: string): Result<Page> {
  const run = replay.outcome();
  if (!run.ok) return run;
  const { scenario } = replay.loaded;
  const under = new Map<string, Replay>();
  const shown: ReadingsToShow = {
    ...effects,
    program: replay.template.program,
    scenario: scenario.title ?? scenario.name,
    settled: scenario.readings,
    receipt: run.value.receipt,
    explain: (chosen, asked, look) => {
      const readings = completed([...replay.template.program.readings.values()], scenario.readings, chosen);
      const other = knownIn(under, JSON.stringify([...readings]), () => replay.under(readings));
      return knownValue(other.explain(asked, look));
    },
    look: (look) => knownValue(withinLimits(replay.template, replay.loaded, look)),
  };
  return { ok: true, value: readingsPage(shown, new NoteBook(), contractOf(replay, contract)) };
}

/** The page of a simulation; the path that costs most is opened on it. */
export function simulationReport(
  simulation: OpenSimulation,
  merged: Merging,
  shown: Pick<SimulationToShow, "model" | "seed" | "sweep" | "result">,
): Result<Page> {
  const { base, firstDay, lastDay, receipt } = simulation;
  const tally = merged.base;
  const days = chartedRows(base).map((row) => formatDate(asPlainDate(base.days.days[row] ?? 0)));
  const [price = "USD/share", currency = "USD"] = [
    unitOfSeries(base.template.program, base.series),
    base.metrics[0]?.unit,
  ];
  const units = [price, "shares", currency];
  const names = ["Price of the stock", "Shares issued to the holder", "Principal left"];
  const fans = tally === undefined ? [] : fansOf(tally, days);
  const worst = tally?.metrics[base.metrics.findIndex(({ metric }) => metric === "cost to the issuer")]?.highest?.path;
  const alone = worst === undefined ? undefined : simulation.replay(worst);
  if (alone?.ok === false) return alone;
  const opened = alone && runReport(alone.value);
  if (opened?.ok === false) return opened;
  const page = simulationPage({
    ...shown,
    title: base.template.program.title,
    from: firstDay,
    through: lastDay,
    receipt,
    fans: fans.map((fan, index) => ({ name: names[index] ?? "", unit: units[index] ?? "", fan })),
    histograms: tally === undefined ? [] : histogramsOf(tally, base.metrics),
    worst: worst === undefined || opened === undefined ? undefined : { path: worst, page: opened.value },
  });
  return { ok: true, value: page };
}

function unitOfSeries({ series }: CoreProgram, name: string): string | undefined {
  const type = series.get(name)?.columns.get("close")?.type;
  return type && unitName(type);
}

function contractOf({ template }: Replay, contract: string | undefined): ContractText | undefined {
  if (contract === undefined) return undefined;
  return readContract(
    contract,
    template.program.sections.map(({ label }) => label),
  );
}

function knownValue<T>(result: Result<T>): T | undefined {
  return result.ok ? result.value : undefined;
}
