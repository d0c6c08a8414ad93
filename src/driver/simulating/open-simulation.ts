/**
 * A simulation from texts and settings alone, as it travels to workers: nothing of it is a path of a file. Chunks of its
 * paths are run by whoever has opened it, and the bytes of a chunk depend on these and on the chunk alone.
 */
import type { Result } from "../../diagnostics/result.ts";
import type { Limits } from "../../evaluate/values/limits.ts";
import { PathMaker } from "../../paths/path-maker.ts";
import type { CheckedPath } from "../../simulation/agreement.ts";
import { checkedPaths } from "../../simulation/agreement.ts";
import type { ChunkData, PathRange, PathRunner } from "../../simulation/chunks.ts";
import { chunksOf, runChunk } from "../../simulation/chunks.ts";
import { figuresOf } from "../../simulation/path-facts.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, formatDate } from "../../units/plain-date.ts";
import { Replay } from "../questions.ts";
import type { LoadedScenario, NamedText, ScenarioTexts } from "../scenarios.ts";
import { loadScenario } from "../scenarios.ts";
import { sha256Of } from "../sha256.ts";
import type { Template } from "../templates.ts";
import { markOf } from "../templates.ts";
import { withinLimits } from "../within-limits.ts";
import type { NotCompiled } from "./compiled-runner.ts";
import { compiledRunner } from "./compiled-runner.ts";
import { exactRunner, runPath } from "./exact-runner.ts";
import type { LoadedSimulation, SimulationAsked } from "./load-simulation.ts";
import { loadSimulation } from "./load-simulation.ts";
import type { Changes } from "./variants.ts";
import { changed } from "./variants.ts";

export interface SimulationTexts extends ScenarioTexts {
  /** The file that the model names. */
  readonly prices?: NamedText | undefined;
}

/** Everything that a result depends on beside the texts; plain data. */
export interface SimulationSettings extends Omit<SimulationAsked, "through"> {
  /** The last day, as a number of days. */
  readonly through?: number | undefined;
  /** The same paths under other terms, readings and parameters. */
  readonly variants: readonly Changes[];
}

export interface OpenSimulation {
  /** As it is asked for. */
  readonly base: LoadedSimulation;
  readonly variants: readonly LoadedSimulation[];
  /** The first day with a row, and the last day. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** SHA-256 of everything that the paths and what they come to depend on, but for how many there are. */
  readonly receipt: string;
  /** What can't be compiled, so that all paths run in the exact engine: of the base, or of a variant alone. */
  readonly notCompiled: readonly NotCompiledOf[];
  /** How so many paths are divided. */
  chunks(paths: number): PathRange[];
  run(range: PathRange, onPath?: (done: number) => void): Result<ChunkData>;
  /** So many of some paths, drawn by the seed, each once. */
  drawn(paths: number, count: number): readonly number[];
  /** Paths of the base in both engines. */
  check(paths: readonly number[]): Result<readonly CheckedPath[]>;
  /** One path by itself, to be asked like any scenario. */
  replay(path: number): Result<Replay>;
}

export interface NotCompiledOf extends NotCompiled {
  /** Of a variant: what it changes. */
  readonly changes?: Changes | undefined;
}

export function openSimulation(
  template: Template,
  texts: SimulationTexts,
  settings: SimulationSettings,
  limits: Partial<Limits> = {},
): Result<OpenSimulation> {
  const loaded = loadScenario(template, texts, limits);
  if (!loaded.ok) return loaded;
  const made = withinLimits(template, loaded.value, () => openLoaded(template, loaded.value, texts, settings));
  return made.ok ? made.value : made;
}

function openLoaded(
  template: Template,
  loaded: LoadedScenario,
  texts: SimulationTexts,
  settings: SimulationSettings,
): Result<OpenSimulation> {
  const { variants, through, ...rest } = settings;
  const asked = { ...rest, ...(through !== undefined && { through: asPlainDate(through) }) };
  const first = { loaded, asked };
  const base = loadSimulation(template, first.loaded, first.asked, texts.prices);
  if (!base.ok) return base;
  const others = variants.map((changes) => {
    const variant = changed(template, first, changes);
    if (!variant.ok) return variant;
    // Charts show the paths as they are asked for.
    return loadSimulation(template, variant.value.loaded, { ...variant.value.asked, charted: 0 }, texts.prices);
  });
  const diagnostics = others.flatMap((it) => (it.ok ? [] : it.diagnostics));
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const loadedVariants = others.flatMap((it) => (it.ok ? [it.value] : []));
  const receipt = receiptOf(template, texts, settings);
  return { ok: true, value: opened(loaded, base.value, loadedVariants, settings, receipt) };
}

function opened(
  loaded: LoadedScenario,
  base: LoadedSimulation,
  variants: readonly LoadedSimulation[],
  { exact, variants: changes }: SimulationSettings,
  receipt: string,
): OpenSimulation {
  const engine = engineOf(base, exact === true);
  const others = variants.map((it) => engineOf(it, exact === true));
  const notCompiled = [
    ...engine.gaps,
    ...others.flatMap(({ gaps }, index) =>
      gaps.filter((it) => !isAmong(it, engine.gaps)).map((it): NotCompiledOf => ({ ...it, changes: changes[index] })),
    ),
  ];
  const isCompiled = [engine, ...others].every(({ runner }) => runner !== undefined);
  const [runner, runners] = [engine.runner ?? engine.exact, others.map((it) => it.runner ?? it.exact)];
  const { days, through } = base;
  const firstRow: PlainDate = asPlainDate(days.days[days.history] ?? through);
  const within = <T>(act: () => T) => withinLimits(base.template, loaded, act);
  return {
    base,
    variants,
    firstDay: formatDate(firstRow),
    lastDay: formatDate(through),
    receipt,
    notCompiled,
    chunks: (paths) => chunksOf(paths, isCompiled ? "compiled" : "exact", variants.length),
    run: (range, onPath) => within(() => runChunk(runner, runners, range, onPath)),
    drawn: (paths, count) => checkedPaths(base.seed, paths, count),
    check: (paths) => within(() => paths.map((path) => checked(path, runner, engine.exact))),
    replay: (path) => within(() => pathReplay(loaded, base, path)),
  };
}

function isAmong({ section, what }: NotCompiled, gaps: readonly NotCompiled[]): boolean {
  return gaps.some((it) => it.section === section && it.what === what);
}

interface Engines {
  readonly exact: PathRunner;
  /** Undefined where the note is not compiled. */
  readonly runner: PathRunner | undefined;
  readonly gaps: readonly NotCompiled[];
}

function engineOf(setting: LoadedSimulation, isForcedExact: boolean): Engines {
  const exact = exactRunner(setting);
  if (isForcedExact) return { exact, runner: undefined, gaps: [] };
  const compiled = compiledRunner(setting, exact);
  return compiled.ok ? { exact, runner: compiled.runner, gaps: [] } : { exact, runner: undefined, gaps: compiled.gaps };
}

/** One path in a runner and in the exact engine. */
export function checked(path: number, runner: PathRunner, exact: PathRunner): CheckedPath {
  const [one, other] = [runner.run(path), exact.run(path)];
  const clauses = ({ defaults, caps }: typeof one) =>
    JSON.stringify([[...new Set(defaults)], [...new Set(caps)].toSorted()]);
  return {
    path,
    isCompiled: !one.isExact,
    compiled: figuresOf(one),
    exact: figuresOf(other),
    hasSameClauses: clauses(one) === clauses(other),
  };
}

/** The path is the market data of the scenario, from a maker of its own, so that its rows stay. */
function pathReplay(loaded: LoadedScenario, base: LoadedSimulation, path: number): Replay {
  const { environment, template, through, model, days } = base;
  const maker = new PathMaker(model, days.days.length - days.history, [...base.maker.rows.columns.keys()]);
  const { scenario, series } = runPath({ ...base, maker }, path);
  const alone: LoadedScenario = { ...loaded, scenario, environment: { ...environment, series }, warnings: [] };
  return new Replay(template, alone, through);
}

function receiptOf({ program }: Template, texts: SimulationTexts, settings: SimulationSettings): string {
  const { scenario, market, series, calendar, exchange, rows, prices } = texts;
  const all = [scenario, market, ...(series?.values() ?? []), calendar, exchange, ...(rows?.values() ?? []), prices];
  return sha256Of(JSON.stringify([markOf(program), settings, ...all.map((it) => it?.text ?? null)]));
}
