/** Scenarios and stories with the data that they name, read against a template and ready to run. */
import type { CoreProgram, Story } from "../core/core.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../diagnostics/result.ts";
import type { Environment } from "../evaluate/evaluate.ts";
import type { FileLimits, Limits } from "../evaluate/values/limits.ts";
import { defaultLimits } from "../evaluate/values/limits.ts";
import { readCalendar } from "../inputs/calendar-file.ts";
import { readMarket } from "../inputs/market.ts";
import { readNoteName } from "../inputs/note-reference.ts";
import type { Scenario } from "../inputs/scenario.ts";
import { readScenario, scenarioOf } from "../inputs/scenario.ts";
import { textOfData, withPointers } from "../inputs/scenario-data.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import { textOf } from "../source/span.ts";
import type { Calendar } from "../units/business-days.ts";
import { builtInCalendar, builtInCalendarNames } from "../units/calendars/built-in.ts";
import type { Template } from "./templates.ts";
import { beyondLength } from "./templates.ts";

/** A file as a shell read it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** The files behind a scenario. Without a calendar here, the one that it or its template names is looked up by name. */
export interface ScenarioTexts {
  readonly scenario: NamedText;
  readonly market?: NamedText;
  readonly calendar?: NamedText;
}

/** A scenario with its data, read against a template and ready to run. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  readonly environment: Environment;
  readonly texts: ScenarioTexts;
}

/** Reads a scenario and its data; every problem of every file is found in one go. Limits not given are the usual ones. */
export function loadScenario(
  { program }: Template,
  texts: ScenarioTexts,
  changed: Partial<Limits> = {},
): Result<LoadedScenario> {
  const limits = { ...defaultLimits, ...changed };
  const tooLong = filesBeyond(texts, limits);
  if (tooLong.length > 0) return { ok: false, diagnostics: tooLong };
  const source = new SourceFile(texts.scenario.name, texts.scenario.text);
  const scenario = readScenario(source, program);
  const market = texts.market === undefined ? undefined : readMarket(texts.market.text, texts.market.name);
  const calendar = calendarFor(source, texts, program);
  const read = [notesBeyond(source), scenario, market, calendar];
  const diagnostics = read.flatMap((result) => (result === undefined || result.ok ? [] : result.diagnostics));
  if (!scenario.ok || !calendar.ok || diagnostics.length > 0) return { ok: false, diagnostics };
  const environment = { market: market?.ok ? market.value : undefined, calendar: calendar.value, limits };
  return { ok: true, value: { scenario: scenario.value, environment, texts } };
}

/**
 * The same for a scenario that was made as data, an object of the shape that its file would have. A finding in it has the
 * JSON pointer of its place beside a place in the scenario's text.
 */
export function loadScenarioData(
  template: Template,
  data: object,
  { name = "scenario.json", ...files }: Omit<ScenarioTexts, "scenario"> & { readonly name?: string } = {},
  changed: Partial<Limits> = {},
): Result<LoadedScenario> {
  const text = textOfData(data, name);
  if (!text.ok) return text;
  const loaded = loadScenario(template, { ...files, scenario: { name, text: text.value } }, changed);
  return loaded.ok ? loaded : { ok: false, diagnostics: withPointers(loaded.diagnostics, name, text.value) };
}

/** Whether the note's name stays within the folder of templates; all else about names of files is the shell's. */
function notesBeyond(source: SourceFile): Result<undefined> {
  const named = readNoteName(source);
  const found = named.ok ? [] : named.diagnostics.filter(({ code }) => code === "TN5222");
  return found.length === 0 ? { ok: true, value: undefined } : { ok: false, diagnostics: found };
}

function filesBeyond({ scenario, market, calendar }: Partial<ScenarioTexts>, limits: FileLimits): Diagnostic[] {
  const lengths = [
    [scenario, limits.scenarioLength] as const,
    ...[market, calendar].map((it) => [it, limits.dataLength] as const),
  ];
  return lengths.flatMap(([file, length]) =>
    file === undefined ? [] : beyondLength(new SourceFile(file.name, file.text), length),
  );
}

function calendarFor(source: SourceFile, { calendar }: ScenarioTexts, program: CoreProgram): Result<Calendar> {
  if (calendar !== undefined) return readCalendar(calendar.text, calendar.name);
  const files = readNoteName(source);
  const name = (files.ok ? files.value.calendar : undefined) ?? program.calendar ?? "us-bank";
  return namedCalendar(name, { source, start: 0, end: 0 });
}

function namedCalendar(name: string, place: Span): Result<Calendar> {
  const builtIn = builtInCalendar(name);
  if (builtIn !== undefined) return { ok: true, value: builtIn };
  return { ok: false, diagnostics: [diagnostic("TN5302", place, { name, known: builtInCalendarNames.join(", ") })] };
}

/** The stories of a template, in the order of their names. */
export function storiesOf({ program }: Template): readonly Story[] {
  return program.stories;
}

/** A story with its data, ready to run like any scenario. */
export function loadStory(
  { program }: Template,
  story: Story,
  texts: Omit<ScenarioTexts, "scenario">,
  changed: Partial<Limits> = {},
): Result<LoadedScenario> {
  const limits = { ...defaultLimits, ...changed };
  const tooLong = filesBeyond(texts, limits);
  if (tooLong.length > 0) return { ok: false, diagnostics: tooLong };
  const market = texts.market === undefined ? undefined : readMarket(texts.market.text, texts.market.name);
  const named = texts.calendar === undefined ? undefined : readCalendar(texts.calendar.text, texts.calendar.name);
  const calendar = named ?? namedCalendar(story.calendar ?? program.calendar ?? "us-bank", story.span);
  const diagnostics = [market, calendar].flatMap((it) => (it === undefined || it.ok ? [] : it.diagnostics));
  if (!calendar.ok || market?.ok === false) return { ok: false, diagnostics };
  const environment = { market: market?.value, calendar: calendar.value, limits };
  const scenario = { name: story.name, text: textOf(story.span) };
  return { ok: true, value: { scenario: scenarioOf(story), environment, texts: { ...texts, scenario } } };
}
