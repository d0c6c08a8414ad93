/** Runs paths in the note as it was compiled, and those that it can't decide in the exact engine. */
import type { CompiledNote } from "../../bulk/compile-bulk.ts";
import { compileBulk } from "../../bulk/compile-bulk.ts";
import { signalColumn } from "../../bulk/note/note.ts";
import type { BulkRunner, LoadRoutine } from "../../bulk/routine/javascript.ts";
import { javaScriptOf, loadByFunction } from "../../bulk/routine/javascript.ts";
import type { CoreProgram, Plan } from "../../core/core.ts";
import type { PathColumn } from "../../paths/model.ts";
import type { PathRunner } from "../../simulation/chunks.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import { CompiledFacts, readOfPath } from "./compiled-facts.ts";
import type { LoadedSimulation } from "./load-simulation.ts";
import { owedOfEachEvent } from "./owed-amounts.ts";
import { scenarioAsPlan } from "./scenario-as-plan.ts";

/** What of a note can't be compiled; the section is that of the clause, or the name of the plan, or nothing. */
export interface NotCompiled {
  readonly section: string;
  readonly what: string;
}

export type CompiledRunner =
  | { readonly ok: true; readonly runner: PathRunner }
  | { readonly ok: false; readonly gaps: readonly NotCompiled[] };

export function compiledRunner(
  setting: LoadedSimulation,
  exact: PathRunner,
  load: LoadRoutine = loadByFunction,
): CompiledRunner {
  const { template, scenario, environment, days, values, through } = setting;
  const { program } = template;
  const notYet = (section: string, what: string) => ({ ok: false, gaps: [{ section, what }] }) as const;
  const ofEvents = owedOfEachEvent(program);
  if (ofEvents !== undefined) return notYet("", `${ofEvents}, which is owed and of which each event has its own`);
  const { plan, targets } = scenarioAsPlan(scenario, setting.plan, program);
  const read = readOfPath(program, values);
  const compiled = compileBulk(program, plan, {
    terms: scenario.terms,
    readings: scenario.readings,
    calendar: environment.calendar,
    ...(environment.exchange && { exchange: environment.exchange }),
    rowDays: [...days.days].map(asPlainDate),
    last: through,
    ...read,
    counts: true,
    targets,
    hasSignals: hearsOfListing(setting),
  });
  if (!compiled.ok) return { ok: false, gaps: compiled.gaps.map(({ section, what }) => ({ section, what })) };
  const runner = loaded(compiled.note, load);
  if (runner === undefined) return notYet("", "code that is made while it runs, which is not allowed here");
  return { ok: true, runner: { ...exact, run: pathsIn(setting, plan, compiled.note, runner, exact, read) } };
}

/** A page may forbid it. */
function loaded(note: CompiledNote, load: LoadRoutine): BulkRunner | undefined {
  try {
    return javaScriptOf(note, load);
  } catch {
    return undefined;
  }
}

function pathsIn(
  setting: LoadedSimulation,
  { sales, impact }: Plan,
  note: CompiledNote,
  runner: BulkRunner,
  exact: PathRunner,
  read: ReturnType<typeof readOfPath>,
): PathRunner["run"] {
  const { maker, seed } = setting;
  const facts = new CompiledFacts(setting, note, runner, read);
  const columns = columnsOf(setting, note, runner);
  const isByDay = sales !== undefined && impact !== undefined;
  const signals = signalsIn(setting, runner);
  return (path) => {
    maker.start(seed, path);
    runner.start();
    if (isByDay) runByDay(setting, note, runner, { columns, signals });
    else runWhole(setting, note, runner, { columns, signals });
    return runner.needsExact() ? exact.run(path) : facts.read();
  };
}

/** The rows that the maker makes, and where the note reads them. */
interface Column {
  readonly made: Float64Array;
  readonly read: Float64Array;
}

function columnsOf({ maker }: LoadedSimulation, note: CompiledNote, runner: BulkRunner): Column[] {
  return [...note.columns.keys()].flatMap((name) => {
    const made = [...maker.rows.columns].find(([it]: readonly [PathColumn, Float64Array]) => it === name)?.[1];
    const read = runner.column(name);
    return made === undefined || read === undefined ? [] : [{ made, read }];
  });
}

/** Tells the note of a row what the listing has come to: how many new shares an old one is, and whether it has ended. */
type Signal = (row: number) => void;

function signalsIn({ maker: { rows }, template }: LoadedSimulation, runner: BulkRunner): Signal[] {
  return [...template.program.states.values()].flatMap(({ name, type, isSignal }): Signal[] => {
    const column = isSignal === true ? runner.column(signalColumn(name)) : undefined;
    if (column === undefined) return [];
    if (type.kind === "quantity") return [(row) => (column[row] = 1 / (rows.splits[row] ?? 1))];
    return type.kind === "yes or no" ? [(row) => (column[row] = rows.delisted[row] ?? 0)] : [];
  });
}

interface Read {
  readonly columns: readonly Column[];
  readonly signals: readonly Signal[];
}

/** Nothing that the path does moves its prices: they are made beforehand. */
function runWhole(
  { maker, days: { days, history } }: LoadedSimulation,
  note: CompiledNote,
  runner: BulkRunner,
  { columns, signals }: Read,
): void {
  maker.finish();
  for (const { made, read } of columns) read.set(made);
  for (const tell of signals) for (let row = history; row < days.length; row += 1) tell(row);
  runner.run(0, note.days);
}

/** What was sold on a day moves the prices of the next: each row is made when the days before it have been run. */
function runByDay(
  { maker, days: { days, history } }: LoadedSimulation,
  note: CompiledNote,
  runner: BulkRunner,
  { columns, signals }: Read,
): void {
  for (const { made, read } of columns) read.set(made);
  const [start = 0] = note.levels.days;
  let [next, sold] = [0, 0];
  for (let row = history; row < days.length; row += 1) {
    maker.next(sold);
    for (const { made, read } of columns) read[row] = made[row] ?? 0;
    for (const tell of signals) tell(row);
    const end = (days[row] ?? 0) - start + 1;
    runner.run(next, end);
    next = end;
    sold = runner.soldToday();
  }
  if (next < note.days) runner.run(next, note.days);
}

/** Whether the plan is told of splits, or of a delisting, that may come on these paths. */
function hearsOfListing({ template, model: { listing }, plan }: LoadedSimulation): boolean {
  if (plan === undefined) return false;
  const kinds = signalKinds(template.program);
  return (kinds.has("quantity") && listing.split !== undefined) || (kinds.has("yes or no") && isDelisted(listing));
}

function isDelisted({ delisting }: LoadedSimulation["model"]["listing"]): boolean {
  return delisting !== undefined && (delisting.yearly > 0 || delisting.below !== undefined);
}

function signalKinds({ states }: CoreProgram): ReadonlySet<string> {
  return new Set([...states.values()].filter(({ isSignal }) => isSignal === true).map(({ type }) => type.kind));
}
