/** What a simulation is made of, read and checked: the note with its terms, the model of its paths, and what is asked. */
import type { CoreProgram, Plan, Series } from "../../core/core.ts";
import { expressionsIn } from "../../core/dependencies.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Code, Facts } from "../../diagnostics/registry.ts";
import type { Result } from "../../diagnostics/result.ts";
import { answer } from "../../evaluate/answers/answer.ts";
import { lastNamedDay, replayScenario } from "../../evaluate/evaluate.ts";
import { impactOf } from "../../evaluate/plans/impact.ts";
import type { Replay } from "../../evaluate/replay/replay.ts";
import { isProblem } from "../../evaluate/values/problem.ts";
import type { Market } from "../../inputs/market.ts";
import { onlySeries } from "../../inputs/scenario/market-files.ts";
import type { Scenario } from "../../inputs/scenario.ts";
import type { PathColumn, PathModel, PriceImpact } from "../../paths/model.ts";
import { pathColumns } from "../../paths/model.ts";
import { PathMaker } from "../../paths/path-maker.ts";
import { modelOf, readModelText } from "../../paths/read-model.ts";
import type { Seed } from "../../paths/streams.ts";
import type { Metric } from "../../simulation/path-facts.ts";
import { metricsIn } from "../../simulation/path-facts.ts";
import { SourceFile } from "../../source/source-file.ts";
import { toBinary } from "../../units/binary/to-binary.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { addDays, asPlainDate, formatDate } from "../../units/plain-date.ts";
import { unitName } from "../../units/value-type.ts";
import type { LoadedScenario, NamedText } from "../scenarios.ts";
import { loadQuestion } from "../scenarios.ts";
import type { Template } from "../templates.ts";
import type { PathSetting } from "./exact-runner.ts";
import { currencyCounted, typeOfValue } from "./money-counted.ts";
import type { PathDays } from "./path-days.ts";
import { tradingDays } from "./path-days.ts";
import { tellsOfSplits } from "./path-source.ts";
import { readPrices, rowsOf } from "./price-file.ts";

/** What is asked of a simulation, as a command says it. */
export interface SimulationAsked {
  readonly model: string;
  readonly seed: Seed;
  /** The last day; without one, that of the scenario, or the note's maturity. */
  readonly through?: PlainDate | undefined;
  readonly values: readonly string[];
  readonly charted: number;
  /** The plan whose rules give events, by its name. */
  readonly plan?: string | undefined;
  /** Whether all paths run in the exact engine, be the note compiled or not. */
  readonly exact?: boolean | undefined;
}

/** A simulation whose paths can be run. */
export interface LoadedSimulation extends PathSetting {
  readonly metrics: readonly Metric[];
  readonly model: PathModel;
}

export function loadSimulation(
  template: Template,
  loaded: LoadedScenario,
  asked: SimulationAsked,
  prices?: NamedText,
): Result<LoadedSimulation> {
  const { program } = template;
  const { scenario, environment } = loaded;
  const text = readModelText(asked.model);
  if (!text.ok) return text;
  const series = seriesOf(program);
  if (!series.ok) return series;
  const opened = replayScenario(template.machine, { ...scenario, events: [], ask: [] }, environment);
  const { start } = opened.run;
  const plan = planNamed(asked.plan, program);
  if (!plan.ok) return plan;
  const through = lastDayOf(template.program, scenario, opened, asked.through);
  if (!through.ok) return through;
  if (through.value < start) return refusedBefore(through.value, start, program);
  const questions = asked.values.map((value) =>
    loadQuestion(template, loaded, { value, on: formatDate(through.value) }),
  );
  const wrong = questions.flatMap((it) => (it.ok ? [] : it.diagnostics));
  if (wrong.length > 0) return { ok: false, diagnostics: wrong };
  const file = prices && readPrices(prices, series.value);
  if (file?.ok === false) return file;
  const model = modelOf(text.value, file && rowsOf(file.value));
  const placed = placedModel(model, file?.value, { start, through: through.value, exchange: environment.exchange });
  const scheduled = splitsIn(template, { scenario, environment }, placed.days);
  if (placed.model.listing.split !== undefined && (plan.value === undefined || !tellsOfSplits(program))) {
    return refused("TN5529", asked.model, { note: program.title });
  }
  const impact = plan.value && impactIn(plan.value, template, loaded);
  if (impact?.ok === false) return impact;
  const ofPaths = { ...placed.model, listing: { ...placed.model.listing, scheduled }, impact: impact?.value };
  const columns = columnsRead(series.value, plan.value);
  const maker = new PathMaker(ofPaths, placed.days.days.length - placed.days.history, columns);
  return {
    ok: true,
    value: {
      template,
      plan: plan.value,
      scenario: { ...scenario, ask: [] },
      environment,
      series: series.value.name,
      seed: asked.seed,
      days: placed.days,
      maker,
      through: through.value,
      values: asked.values,
      charted: asked.charted,
      model: ofPaths,
      metrics: metricsOf(program, asked.values),
    },
  };
}

/** The series that the paths are the data of, where paths have all columns that clauses read of it. */
function seriesOf(program: CoreProgram): Result<Series> {
  const name = program.tradedSeries ?? onlySeries(program);
  const series = name === undefined ? undefined : program.series.get(name);
  if (series === undefined) return refused("TN5525", program.title, { note: program.title });
  const missing = [...series.columns].find(([column, { isRead }]) => isRead && !isPathColumn(column));
  if (missing === undefined) return { ok: true, value: series };
  return refused("TN5526", program.title, { column: missing[0], series: series.name });
}

function planNamed(name: string | undefined, { plans = [], title }: CoreProgram): Result<Plan | undefined> {
  if (name === undefined) return { ok: true, value: undefined };
  const plan = plans.find((it) => it.name === name);
  if (plan !== undefined) return { ok: true, value: plan };
  const all = plans.length === 0 ? "none" : plans.map((it) => `"${it.name}"`).join(", ");
  return refused("TN5528", `--plan ${name}`, { note: title, name, plans: all });
}

/** The figures of a plan's price impact, which are the same on each day. */
function impactIn(
  plan: Plan,
  { machine }: Template,
  { scenario, environment }: LoadedScenario,
): Result<PriceImpact | undefined> {
  const figures = impactOf(machine, plan, scenario, environment);
  if (figures === undefined || plan.impact === undefined) return { ok: true, value: undefined };
  const { coefficient, lasting, halfLife } = figures;
  if (isProblem(coefficient) || isProblem(lasting) || isProblem(halfLife)) {
    return { ok: false, diagnostics: [diagnostic("TN5530", plan.impact.span, {})] };
  }
  const [ofSale, stays] = [toBinary(coefficient), toBinary(lasting)];
  return { ok: true, value: { coefficient: ofSale, stays, halfLife: toBinary(halfLife) } };
}

function isPathColumn(name: string): name is PathColumn {
  return pathColumns.some((it) => it === name);
}

/** Those that clauses read, the close, and those that a plan reads. */
function columnsRead({ columns }: Series, plan: Plan | undefined): PathColumn[] {
  const ofPlan =
    plan === undefined ? [] : expressionsIn(plan).flatMap((it) => (it.kind === "MarketPrice" ? it.column : []));
  const read = [...[...columns].filter(([, { isRead }]) => isRead).map(([name]) => name), ...ofPlan];
  return [...new Set(["close", ...read])].filter(isPathColumn);
}

/** Where events of the scenario change what a share is, the prices of paths change with it, from that day's row on. */
function splitsIn(
  { machine, program }: Template,
  { scenario, environment }: Pick<LoadedScenario, "scenario" | "environment">,
  { days }: PathDays,
): ReadonlyMap<number, number> {
  const adjusting = scenario.events.filter(({ event }) => program.shareAdjustments.has(event));
  if (adjusting.length === 0) return new Map();
  const { run } = replayScenario(machine, { ...scenario, ask: [] }, environment);
  const sharesAt = (day: PlainDate) => toBinary(run.sharesAt(run.endOf(day, run.now)).splitFactor);
  const rows = adjusting.map(({ on }) => {
    const row = days.findIndex((day) => day >= on);
    return [row, sharesAt(asPlainDate(on - 1)) / sharesAt(on)] as const;
  });
  return new Map(rows.filter(([row]) => row >= 0));
}

/** Where the rows of a replay's file lie around the first day, they keep their days; else paths have the exchange's. */
function placedModel(
  model: PathModel,
  file: Market | undefined,
  {
    start,
    through,
    exchange,
  }: { start: PlainDate; through: PlainDate; exchange: LoadedScenario["environment"]["exchange"] },
): { readonly model: PathModel; readonly days: PathDays } {
  const first = file === undefined ? 0 : file.lastRowOnOrBefore(asPlainDate(start - 1)) + 1;
  if (model.moves.kind !== "replay" || file === undefined || first === 0 || first >= file.days.length) {
    const days = tradingDays(start, through, model.history, exchange);
    return { model: { ...model, history: days.history }, days };
  }
  const history = Math.min(first, model.history);
  const rows = rowsOf(file, first - history);
  const days = file.days.slice(first - history, file.lastRowOnOrBefore(through) + 1);
  const price = history === 0 ? model.price : (rows.close[history - 1] ?? model.price);
  return { model: { ...model, history, price, moves: { kind: "replay", file: rows } }, days: { days, history } };
}

function lastDayOf(
  program: CoreProgram,
  scenario: Scenario,
  opened: Replay,
  asked: PlainDate | undefined,
): Result<PlainDate> {
  const last = asked ?? lastNamedDay(scenario, program);
  if (last !== undefined) return { ok: true, value: last };
  const name = program.roles.find(({ role }) => role === "maturity")?.name;
  const found = name && answer({ value: name, on: undefined, of: undefined, section: undefined }, opened);
  const day = found === undefined || found === "" ? undefined : found.result;
  if (typeof day === "number") return { ok: true, value: asPlainDate(day) };
  const example = formatDate(addDays(opened.run.start, 365) ?? opened.run.start);
  return refused("TN5527", program.title, { note: program.title, example });
}

function refusedBefore(through: PlainDate, start: PlainDate, { title }: CoreProgram): Result<never> {
  const [last, first] = [formatDate(through), formatDate(start)];
  return refused("TN5531", `--through ${last}`, { note: title, last, first });
}

function metricsOf(program: CoreProgram, values: readonly string[]): Metric[] {
  const asked = values.map((metric) => {
    const type = typeOfValue(metric, program);
    const unit = type === undefined ? "" : type.kind === "yes or no" ? "percent" : unitName(type);
    return { metric, rule: "the value as the path ends", unit };
  });
  return [...metricsIn(currencyCounted(program)), ...asked];
}

function refused<C extends Code>(code: C, where: string, facts: Facts<C>): Result<never> {
  const place = { source: new SourceFile("the command", where), start: 0, end: where.length };
  return { ok: false, diagnostics: [diagnostic(code, place, facts)] };
}
