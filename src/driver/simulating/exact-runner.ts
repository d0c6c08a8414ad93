/** Runs paths in the exact engine, one by one. */
import type { Plan } from "../../core/core.ts";
import type { Environment } from "../../evaluate/evaluate.ts";
import { replayScenario } from "../../evaluate/evaluate.ts";
import type { DaySales } from "../../evaluate/plans/plan-facts.ts";
import { runPlan } from "../../evaluate/plans/run-plan.ts";
import type { Replay } from "../../evaluate/replay/replay.ts";
import type { Market } from "../../inputs/market.ts";
import type { Scenario } from "../../inputs/scenario.ts";
import type { PathMaker } from "../../paths/path-maker.ts";
import type { Seed } from "../../paths/streams.ts";
import type { PathRunner } from "../../simulation/chunks.ts";
import { metricsIn } from "../../simulation/path-facts.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import type { Template } from "../templates.ts";
import { amountOn, exactFacts } from "./exact-facts.ts";
import type { PathDays } from "./path-days.ts";
import { marketOfPath } from "./path-market.ts";
import { signalsOf, sourceOfPath } from "./path-source.ts";

/** All that a path is run with. */
export interface PathSetting {
  readonly template: Template;
  /** Whose rules give further events. */
  readonly plan?: Plan | undefined;
  readonly scenario: Scenario;
  readonly environment: Environment;
  /** The series that the paths are the data of. */
  readonly series: string;
  readonly seed: Seed;
  readonly days: PathDays;
  readonly maker: PathMaker;
  readonly through: PlainDate;
  /** Values by their names, beside the metrics that every note has. */
  readonly values: readonly string[];
  /** How many days are charted; 0 without charts. */
  readonly charted: number;
}

/** What is charted over time, in the order of the series. */
export const chartedRoles = ["shares to the holder", "principal left"] as const;

export function exactRunner(setting: PathSetting): PathRunner {
  const { days, maker, values, charted } = setting;
  const rows = chartedRows(setting);
  const closes = maker.rows.columns.get("close") ?? new Float64Array();
  return {
    metrics: metricsIn("").length + values.length,
    series: charted === 0 ? [] : Array.from({ length: 1 + chartedRoles.length }, () => rows.length),
    run(path) {
      const { replay, sales, series: markets } = runPath(setting, path);
      const market = markets.get(setting.series);
      const closeOn = (day: PlainDate) => closes[market?.lastRowOnOrBefore(day) ?? -1] ?? 0;
      const facts = exactFacts(replay, {
        values,
        closeOn,
        sales: setting.plan?.sales === undefined ? undefined : sales,
      });
      const onRow = (role: string) =>
        rows.map((row) => numberOr(amountOn(role, replay, asPlainDate(days.days[row] ?? 0))));
      const charts = charted === 0 ? [] : [rows.map((row) => closes[row] ?? 0), ...chartedRoles.map(onRow)];
      return { ...facts, series: charts };
    },
  };
}

/** The rows whose days are charted: the last before the first day, the last of all, and those that divide what is between. */
export function chartedRows({ days: { days, history }, charted }: Pick<PathSetting, "days" | "charted">): number[] {
  const [first, last] = [Math.max(0, history - 1), days.length - 1];
  const count = Math.min(charted, last - first + 1);
  return Array.from({ length: count }, (_, index) =>
    Math.round(first + ((last - first) * index) / Math.max(1, count - 1)),
  );
}

function numberOr(figure: number | string): number {
  return typeof figure === "number" ? figure : Number.NaN;
}

/** A path as the exact engine ran it, with the scenario that a plan made of it. */
export interface RunPath {
  readonly replay: Replay;
  readonly scenario: Scenario;
  readonly series: ReadonlyMap<string, Market>;
  readonly sales: readonly DaySales[];
}

/** One path, with everything that a run of a scenario has. */
export function runPath(setting: PathSetting, path: number): RunPath {
  const { template, scenario, environment, series: name, seed, days, maker, through, plan } = setting;
  const { machine, program } = template;
  maker.start(seed, path);
  const series = new Map([...environment.series, [name, marketOfPath(path, maker, days.days)]]);
  if (plan === undefined) {
    maker.finish();
    return {
      replay: replayScenario(machine, scenario, { ...environment, series }, through),
      scenario,
      series,
      sales: [],
    };
  }
  const source = sourceOfPath(maker, days, signalsOf(program), series);
  const { replayed, made, facts } = runPlan(machine, plan, scenario, environment, { source, through });
  return { replay: replayed, scenario: made, series, sales: facts.sales };
}
