import { dirname, resolve } from "node:path";
import type {
  DataTexts,
  LoadedScenario,
  MarketFile,
  NamedText,
  ScenarioFile,
  ScenarioFiles,
  Template,
} from "../../index.ts";
import { filesOf, isCalendarPath, loadScenario, parseScenario, readCalendar, templateFrom } from "../../index.ts";
import { programOf } from "../compiled/compiled.ts";
import { limitsAsked } from "../limits.ts";
import type { Loaded } from "../problem.ts";
import { problemsIn, refused } from "../problem.ts";
import { readText, standardInput } from "./files.ts";
import type { Reach } from "./reach.ts";
import { foldersBeside, reachFrom } from "./reach.ts";
import { findTemplate } from "./templates/find-template.ts";
import type { TemplateFiles } from "./templates/template-files.ts";
import { readTemplate } from "./templates/template-files.ts";

/** A scenario ready to run, with what it is made of. */
export interface OpenScenario {
  readonly template: OpenTemplate;
  readonly loaded: LoadedScenario;
  /** As the scenario names them. */
  readonly files: ScenarioFiles;
}

/** Compiled templates by path: each is read once, however many scenarios are for it. */
export class Templates {
  /** Folders that the command vouches for, beside that of each file. */
  readonly folders: readonly string[];
  readonly #known = new Map<string, Promise<Loaded<OpenTemplate>>>();
  /** Which file of plans is read with a template, where any is. */
  readonly #plansFor: ((path: string) => string) | undefined;

  constructor(folders: readonly string[] = [], plansFor?: (path: string) => string) {
    this.folders = folders;
    this.#plansFor = plansFor;
  }

  /** The paths of the templates that were asked for. */
  get paths(): readonly string[] {
    return [...this.#known.keys()];
  }

  get(path: string): Promise<Loaded<OpenTemplate>> {
    const reach = reachFrom(dirname(path), this.folders);
    const known = this.#known.get(path) ?? compileFile(path, reach, this.#plansFor?.(path));
    this.#known.set(path, known);
    return known;
  }
}

/** A template ready to run, with the calendar file that its head names. */
export interface OpenTemplate extends Template {
  readonly calendar?: NamedText;
  /** The calendar file of the exchange, where its head names one. */
  readonly exchange?: NamedText;
  readonly files: TemplateFiles;
}

/**
 * Reads and compiles a template, with a file of plans where one is named. A calendar file in its head is read and checked here,
 * once for all that runs.
 */
export async function compileFile(path: string, reach: Reach, plans?: string): Promise<Loaded<OpenTemplate>> {
  const read = await withPlans(await readTemplate(path, reach), plans);
  if (!read.ok) return read;
  const compiled = await programOf(read.value);
  if (!compiled.ok) return compiled;
  const { program, mark } = compiled.value;
  const named = [program.calendar, program.exchange];
  const [calendar, exchange] = await Promise.all(named.map((name) => calendarOfHead(name, folderOf(path), reach)));
  if (calendar?.ok === false) return calendar;
  if (exchange?.ok === false) return exchange;
  const own = { ...(calendar && { calendar: calendar.value }), ...(exchange && { exchange: exchange.value }) };
  return { ok: true, value: { ...templateFrom(program, mark), files: read.value, ...own } };
}

async function withPlans(read: Loaded<TemplateFiles>, plans: string | undefined): Promise<Loaded<TemplateFiles>> {
  if (!read.ok || plans === undefined) return read;
  const text = await readText(plans, "template", "command");
  if (!text.ok) return text;
  return { ok: true, value: { ...read.value, additions: [text.value, ...read.value.additions] } };
}

async function calendarOfHead(
  calendar: string | undefined,
  folder: string,
  reach: Reach,
): Promise<Loaded<NamedText> | undefined> {
  if (calendar === undefined) return undefined;
  const read = await readData(calendar, "calendar", folder, reach === "command" ? [] : reach);
  if (!read?.ok) return read;
  const checked = readCalendar(read.value.text, read.value.name);
  return checked.ok ? read : refused(...checked.diagnostics);
}

/** Opens the scenario that a command names, `-` for standard input. */
export async function openScenario(
  path: string,
  templates: Templates = new Templates(),
): Promise<Loaded<OpenScenario>> {
  const read = await readText(path, "scenario", "command");
  return read.ok ? openText(read.value, folderOf(path), templates) : read;
}

function folderOf(path: string): string {
  return path === standardInput ? process.cwd() : dirname(resolve(path));
}

/** Opens a scenario that has been read; what it names counts from `folder`. Every problem of every file shows at once. */
export async function openText(
  { text, name }: NamedText,
  folder: string,
  templates: Templates,
): Promise<Loaded<OpenScenario>> {
  const scenario = parseScenario(text, name);
  const files = filesOf(scenario);
  if (!files.ok) return files;
  const { note, ...data } = files.value;
  const path = findTemplate(note, folder, name, reachFrom(folder, templates.folders));
  const [template, market, ownCalendar] = await Promise.all([
    path.ok ? templates.get(path.value) : path,
    readMarkets(data.market, ({ file }) => readData(file, "market", folder, templates.folders)),
    readData(data.calendar, "calendar", folder, templates.folders),
  ]);
  const rowFiles = rowFilesFor(scenario, template);
  const rows = await readRows(rowFiles, (file) => readData(file, "rows", folder, templates.folders));
  const problems = problemsIn(template, ...market.values(), ...rows.values(), ownCalendar);
  if (!template.ok) return refused(...problems);
  const texts = { scenario, ...dataTexts(market, ownCalendar, data, template.value), rows: textsOf(rows) };
  const loaded = loadScenario(template.value, texts, limitsAsked());
  if (!loaded.ok) {
    return refused(...problems, ...loaded.diagnostics.filter(({ code }) => !isKnown(code, ownCalendar, rows)));
  }
  if (problems.length > 0) return refused(...problems);
  return {
    ok: true,
    value: { template: template.value, loaded: loaded.value, files: { ...files.value, rows: rowFiles } },
  };
}

/** The files of rows that a scenario names. Which of its deal terms are lists, only the template says. */
export function rowFilesFor(scenario: ScenarioFile, template: Loaded<OpenTemplate>): readonly string[] {
  const files = filesOf(scenario, template.ok ? template.value.program : { schedules: new Map() });
  return files.ok ? files.value.rows : [];
}

/** A calendar or a file of rows that can't be read is reported already, so it is not reported as unknown as well. */
function isKnown(code: string | undefined, calendar: Loaded<NamedText> | undefined, rows: Rows): boolean {
  if (code === "TN5302") return calendar?.ok === false;
  return code === "TN5430" && [...rows.values()].some((it) => it?.ok === false);
}

/** The files whose rows are events, by the paths that the scenario writes. */
export type Rows = ReadonlyMap<string, Loaded<NamedText> | undefined>;

export async function readRows(
  files: readonly string[],
  read: (file: string) => Promise<Loaded<NamedText> | undefined>,
): Promise<Rows> {
  return new Map(await Promise.all(files.map(async (file) => [file, await read(file)] as const)));
}

export function textsOf(rows: Rows): ReadonlyMap<string, NamedText> {
  return new Map([...rows].flatMap(([file, read]) => (read?.ok ? [[file, read.value] as const] : [])));
}

/** The files of market data, by the series that each is for; undefined where a file names none. */
export type Markets = ReadonlyMap<string | undefined, Loaded<NamedText> | undefined>;

export async function readMarkets(
  files: readonly MarketFile[],
  read: (file: MarketFile) => Promise<Loaded<NamedText> | undefined>,
): Promise<Markets> {
  return new Map(await Promise.all(files.map(async (file) => [file.series, await read(file)] as const)));
}

/** The files of a scenario or story; without a calendar of its own it has that of the note's head. */
export function dataTexts(
  markets: Markets,
  calendar: Loaded<NamedText> | undefined,
  named: { readonly calendar?: string | undefined },
  template: Pick<OpenTemplate, "calendar" | "exchange">,
): DataTexts {
  const days = calendar?.ok ? calendar.value : named.calendar === undefined ? template.calendar : undefined;
  const market = markets.get(undefined);
  const series = [...markets].flatMap(([name, file]) =>
    name !== undefined && file?.ok ? [[name, file.value] as const] : [],
  );
  return {
    ...(market?.ok && { market: market.value }),
    ...(series.length > 0 && { series: new Map(series) }),
    ...(days && { calendar: days }),
    ...(template.exchange && { exchange: template.exchange }),
  };
}

/** A file of data that a scenario or a story names; undefined where it names none, or a calendar that is built in. */
export async function readData(
  name: string | undefined,
  kind: "market" | "calendar" | "rows",
  folder: string,
  named: readonly string[],
): Promise<Loaded<NamedText> | undefined> {
  if (name === undefined || (kind === "calendar" && !isCalendarPath(name))) return undefined;
  return readText(resolve(folder, name), kind, [...reachFrom(folder, named), ...foldersBeside(folder, name)]);
}
