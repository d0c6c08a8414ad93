/** Scenarios and stories with the data that they name, read against a template and ready to run. */
import { once } from "../base/once.ts";
import type { Story } from "../core/core.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../diagnostics/result.ts";
import type { Environment } from "../evaluate/evaluate.ts";
import type { FileLimits, Limits } from "../evaluate/values/limits.ts";
import { defaultLimits } from "../evaluate/values/limits.ts";
import { readCalendar } from "../inputs/calendar-file.ts";
import { readMarket } from "../inputs/market.ts";
import type { AskedQuestion, Question, Scenario } from "../inputs/scenario.ts";
import { readAskedQuestion, readScenario, scenarioOf } from "../inputs/scenario.ts";
import { textOfData, withPointers } from "../inputs/scenario-data.ts";
import type { ScenarioFile } from "../inputs/scenario-file.ts";
import { filesOf, parseScenario } from "../inputs/scenario-file.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import { textOf } from "../source/span.ts";
import type { Calendar } from "../units/business-days.ts";
import { builtInCalendar, builtInCalendarNames } from "../units/calendars/built-in.ts";
import { marketWarnings } from "./market-warnings.ts";
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
  readonly market?: NamedText;
  readonly calendar?: NamedText;
}

type DataTexts = Omit<ScenarioTexts, "scenario">;

/** A scenario with its data, read against a template and ready to run. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  readonly environment: Environment;
  readonly texts: DataTexts & { readonly scenario: NamedText };
  /** What looks wrong in its market data; nothing of it stands in the way. */
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
    return {
      read: readScenario(file, template.program),
      calendar: files.ok ? files.value.calendar : undefined,
      place: { source: file.source, start: 0, end: 0 },
    };
  };
  return withData(template, load, { ...texts, scenario: { name, text } }, changed);
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
  return loaded.ok ? loaded : { ok: false, diagnostics: withPointers(loaded.diagnostics, name, text.value) };
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
  const load = () => ({ read, calendar: story.calendar, place: story.span });
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

/** What is read of a scenario or story, with the calendar that it names and where a finding about that is shown. */
interface Part {
  readonly read: Result<Scenario>;
  readonly calendar: string | undefined;
  readonly place: Span;
}

/** What was read, with its market and calendar. Nothing is read where a file is too long. */
function withData(
  { program }: Template,
  load: () => Part,
  texts: LoadedScenario["texts"],
  changed: Partial<Limits>,
): Result<LoadedScenario> {
  const limits = { ...defaultLimits, ...changed };
  const tooLong = filesBeyond(texts, limits);
  if (tooLong.length > 0) return { ok: false, diagnostics: tooLong };
  const { read, calendar: name = program.calendar ?? "us-bank", place } = load();
  const market = texts.market && readMarket(texts.market.text, texts.market.name);
  const { calendar: file } = texts;
  const calendar = file === undefined ? namedCalendar(name, place) : readCalendar(file.text, file.name);
  const diagnostics = [read, market, calendar].flatMap((it) => (it === undefined || it.ok ? [] : it.diagnostics));
  if (!read.ok || !calendar.ok || market?.ok === false) return { ok: false, diagnostics };
  const environment = { market: market?.value, calendar: calendar.value, limits };
  const scenario = read.value;
  // Looked for when they are asked for: a market file may have very many rows.
  const warnings = once(() => marketWarnings(program, scenario, environment));
  return {
    ok: true,
    value: {
      scenario,
      environment,
      texts,
      get warnings() {
        return warnings();
      },
    },
  };
}

function filesBeyond({ scenario, market, calendar }: LoadedScenario["texts"], limits: FileLimits): Diagnostic[] {
  const lengths = [
    [scenario, limits.scenarioLength] as const,
    ...[market, calendar].map((it) => [it, limits.dataLength] as const),
  ];
  return lengths.flatMap(([file, length]) =>
    file === undefined ? [] : beyondLength(new SourceFile(file.name, file.text), length),
  );
}

function namedCalendar(name: string, place: Span): Result<Calendar> {
  const builtIn = builtInCalendar(name);
  if (builtIn !== undefined) return { ok: true, value: builtIn };
  return { ok: false, diagnostics: [diagnostic("TN5302", place, { name, known: builtInCalendarNames.join(", ") })] };
}
