/** Scenarios and stories with the data that they name, read against a template and ready to run. */

import { lazily } from "../base/lazily.ts";
import { unknownCalendar } from "../checked/calendars.ts";
import type { CoreProgram, MarketFile, Story } from "../core/core.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../diagnostics/result.ts";
import type { Environment } from "../evaluate/evaluate.ts";
import type { FileLimits, Limits } from "../evaluate/values/limits.ts";
import { defaultLimits } from "../evaluate/values/limits.ts";
import { readCalendar } from "../inputs/calendar-file.ts";
import type { Market } from "../inputs/market.ts";
import { readMarket } from "../inputs/market.ts";
import { textIn } from "../inputs/scenario/context.ts";
import { onlySeries, seriesNotSaid } from "../inputs/scenario/market-files.ts";
import { layoutOf } from "../inputs/scenario/market-layout.ts";
import { reviewTimeline } from "../inputs/scenario/timeline-review.ts";
import type { AskedQuestion, Question, Scenario } from "../inputs/scenario.ts";
import { readAskedQuestion, readScenario, scenarioOf } from "../inputs/scenario.ts";
import { textOfData, withPointers } from "../inputs/scenario-data.ts";
import type { ScenarioFile } from "../inputs/scenario-file.ts";
import { filesOf, parseScenario } from "../inputs/scenario-file.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import { textOf } from "../source/span.ts";
import type { Calendar } from "../units/business-days.ts";
import { builtInCalendar, isExchange } from "../units/calendars/built-in.ts";
import { marketErrors, marketWarnings } from "./market-warnings.ts";
import type { Template } from "./templates.ts";
import { beyondLength } from "./templates.ts";

/** A file as a shell read it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** The files behind a scenario. Without a calendar here, the one that it or its template names is looked up by name. */
export interface ScenarioTexts {
  /** As text, or as `parseScenario` made of it, which saves to parse it once more. */
  readonly scenario: NamedText | ScenarioFile;
  readonly market?: NamedText | undefined;
  /** The files of series that are named, by the name. */
  readonly series?: ReadonlyMap<string, NamedText> | undefined;
  readonly calendar?: NamedText | undefined;
  /** The calendar of the exchange, where the template names a file. */
  readonly exchange?: NamedText | undefined;
  /** The files whose rows are events, by the paths that the scenario writes. */
  readonly rows?: ReadonlyMap<string, NamedText> | undefined;
}

export type DataTexts = Omit<ScenarioTexts, "scenario">;

/** A scenario with its data, read against a template and ready to run. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  readonly environment: Environment;
  readonly texts: DataTexts & { readonly scenario: NamedText };
  /** What looks wrong in its timeline and its market data; nothing of it stands in the way. */
  readonly warnings: readonly Diagnostic[];
}

/** Reads a scenario and its data; every problem of every file is found in one go. Limits not given are the usual ones. */
export function loadScenario(
  template: Template,
  texts: ScenarioTexts,
  changed: Partial<Limits> = {},
): Result<LoadedScenario> {
  const { name, text } = texts.scenario;
  const load = () => {
    const file = "document" in texts.scenario ? texts.scenario : parseScenario(text, name);
    const files = filesOf(file);
    const { calendar, market = [] } = files.ok ? files.value : {};
    return { read: readScenario(file, template.program, texts.rows), market, calendar, place: placeOfCalendar(file) };
  };
  return withData(template, load, { ...texts, scenario: { name, text } }, changed);
}

/** Where a scenario names its calendar, or else its start. */
function placeOfCalendar({ document, source }: ScenarioFile): Span {
  const named = document.ok ? textIn(document.value.root, "calendar") : undefined;
  return named?.span ?? { source, start: 0, end: 0 };
}

/**
 * The same for a scenario that was made as data, an object of the shape that its file would have. A finding in it has the
 * JSON pointer of its place beside a place in the scenario's text.
 */
export function loadScenarioData(
  template: Template,
  data: object,
  { name = "scenario.json", ...files }: DataTexts & { readonly name?: string } = {},
  changed: Partial<Limits> = {},
): Result<LoadedScenario> {
  const text = textOfData(data, name);
  if (!text.ok) return text;
  const loaded = loadScenario(template, { ...files, scenario: { name, text: text.value } }, changed);
  const placed = (found: readonly Diagnostic[]) => withPointers(found, name, text.value);
  if (!loaded.ok) return { ok: false, diagnostics: placed(loaded.diagnostics) };
  const { value } = loaded;
  return { ok: true, value: withWarnings(value, () => placed(value.warnings)) };
}

/** The stories of a template, in the order of their names. */
export function storiesOf({ program }: Template): readonly Story[] {
  return program.stories;
}

/** A story with its data, ready to run like any scenario. */
export function loadStory(
  template: Template,
  story: Story,
  texts: DataTexts,
  changed: Partial<Limits> = {},
): Result<LoadedScenario> {
  const scenario = { name: story.name, text: textOf(story.span) };
  const read: Result<Scenario> = { ok: true, value: scenarioOf(story) };
  const { market, calendar, span } = story;
  const load = () => ({ read, market, calendar, place: span });
  return withData(template, load, { ...texts, scenario }, changed);
}

/** One more question to a scenario, with the checks that the scenario's own questions get. */
export function loadQuestion(
  { program }: Template,
  { scenario }: LoadedScenario,
  asked: AskedQuestion,
): Result<Question> {
  return readAskedQuestion(asked, scenario, program);
}

/** Warnings are looked for when they are asked for: a market file may have very many rows. */
function withWarnings(
  { scenario, environment, texts }: Omit<LoadedScenario, "warnings">,
  warnings: () => readonly Diagnostic[],
): LoadedScenario {
  return {
    scenario,
    environment,
    texts,
    get warnings() {
      return warnings();
    },
  };
}

/** What is read of a scenario or story, with the files and the calendar that it names and where a finding about that is shown. */
export interface Part {
  readonly read: Result<Scenario>;
  readonly market: readonly MarketFile[];
  readonly calendar: string | undefined;
  readonly place: Span;
}

/** What was read, with its market and calendar. Nothing is read where a file is too long. */
export function withData(
  { program }: Template,
  load: () => Part,
  texts: LoadedScenario["texts"],
  changed: Partial<Limits>,
): Result<LoadedScenario> {
  const limits = { ...defaultLimits, ...changed };
  const tooLong = filesBeyond(texts, limits);
  if (tooLong.length > 0) return { ok: false, diagnostics: tooLong };
  const { read, market, calendar: name = program.calendar ?? "us-bank", place } = load();
  const series = marketsIn(texts, market, program);
  const { calendar: file } = texts;
  const calendar = file === undefined ? namedCalendar(name, place) : readCalendar(file.text, file.name);
  const exchange = exchangeOf(program, texts, place);
  const diagnostics = [read, series, calendar, exchange].flatMap((it) => (it.ok ? [] : it.diagnostics));
  if (!read.ok || !calendar.ok || !series.ok || !exchange.ok) return { ok: false, diagnostics };
  const trading = exchange.value ?? (isExchange(calendar.value) ? calendar.value : undefined);
  const environment = { series: series.value, calendar: calendar.value, exchange: trading, limits };
  const scenario = read.value;
  const errors = marketErrors(program, scenario, environment);
  if (errors.length > 0) return { ok: false, diagnostics: errors };
  const warnings = lazily(() => [
    ...reviewTimeline(scenario.events, program),
    ...marketWarnings(program, scenario, environment),
  ]);
  return { ok: true, value: withWarnings({ scenario, environment, texts }, warnings) };
}

/** Each file read for its series; one that names none is that of the only series there is. */
function marketsIn(
  texts: DataTexts,
  files: readonly MarketFile[],
  program: CoreProgram,
): Result<ReadonlyMap<string, Market>> {
  const markets = new Map<string, Market>();
  const diagnostics: Diagnostic[] = [];
  const read = (name: string, { text, name: fileName }: NamedText, file: Omit<MarketFile, "file" | "span">) => {
    const series = program.series.get(name);
    if (series === undefined) return;
    const market = readMarket(text, fileName, layoutOf(series, file));
    if (market.ok) markets.set(name, market.value);
    else diagnostics.push(...market.diagnostics);
  };
  const unnamed = files.find(({ series }) => series === undefined);
  if (texts.market !== undefined) {
    const only = onlySeries(program);
    if (only !== undefined) read(only, texts.market, unnamed ?? { columns: new Map() });
    else if (program.series.size > 0) diagnostics.push(seriesNotSaid(program, placeOf(unnamed, texts.market)));
  }
  for (const [name, text] of texts.series ?? []) {
    read(name, text, files.find(({ series }) => series === name) ?? { columns: new Map() });
  }
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: markets };
}

function placeOf(file: MarketFile | undefined, { name, text }: NamedText): Span {
  return file?.span ?? { source: new SourceFile(name, text), start: 0, end: 0 };
}

function filesBeyond(
  { scenario, market, series, calendar, exchange, rows }: LoadedScenario["texts"],
  limits: FileLimits,
): Diagnostic[] {
  const lengths = [
    [scenario, limits.scenarioLength] as const,
    ...[market, ...(series?.values() ?? []), calendar, exchange, ...(rows?.values() ?? [])].map(
      (it) => [it, limits.dataLength] as const,
    ),
  ];
  return lengths.flatMap(([file, length]) =>
    file === undefined ? [] : beyondLength(new SourceFile(file.name, file.text), length),
  );
}

/** The calendar by which the note's trading days go, where it names one. */
function exchangeOf(
  { exchange }: CoreProgram,
  { exchange: file }: DataTexts,
  place: Span,
): Result<Calendar | undefined> {
  if (file !== undefined) return readCalendar(file.text, file.name);
  return exchange === undefined ? { ok: true, value: undefined } : namedCalendar(exchange, place);
}

function namedCalendar(name: string, place: Span): Result<Calendar> {
  const builtIn = builtInCalendar(name);
  if (builtIn !== undefined) return { ok: true, value: builtIn };
  return { ok: false, diagnostics: [unknownCalendar(name, place)] };
}
