import { globSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type {
  DataTexts,
  Limits,
  LoadedScenario,
  NamedText,
  Result,
  ScenarioRun,
  ScenarioTexts,
  Template,
} from "../../src/index.ts";
import { compile, loadScenario, renderText, runScenario } from "../../src/index.ts";
import { filesBeside } from "./library.ts";

/** Where the acceptance scenarios lie, from the project's root. */
const folder = "test/data/acceptance";

/** A scenario file with what it names, as it stands on disk. */
export interface AcceptanceScenario {
  /** Its file without folder and ending. */
  readonly name: string;
  /** The template that it is for: its name under `terms/`, or its path. */
  readonly note: string;
  readonly texts: ScenarioTexts;
  readonly ask: readonly AskedQuestion[];
}

export interface AskedQuestion {
  readonly value: string;
  readonly on?: string;
  readonly of?: string;
}

/** Every acceptance scenario, in the order of their names; of one note only, where it is named. */
export function acceptanceScenarios(note?: string): AcceptanceScenario[] {
  const notes = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return notes
    .map(({ name }) => name)
    .filter((name) => name !== "market" && name !== "calendars" && (note === undefined || name === note))
    .toSorted()
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => file.endsWith(".json"))
        .toSorted()
        .map((file) => readScenarioFile(join(folder, name), file)),
    );
}

/** The scenarios of the examples, in the order of their paths. Stories and bindings of comparisons ask nothing. */
export function exampleScenarios(): AcceptanceScenario[] {
  return globSync("examples/*/*.json")
    .filter((path) => /"ask"\s*:/.test(readFileSync(path, "utf8")))
    .toSorted()
    .map((path) => readScenarioFile(dirname(path), basename(path)));
}

/** Scenarios of one note, by the numbers at the beginning of their names. */
export function acceptanceScenario(note: string, number: string): AcceptanceScenario {
  const found = acceptanceScenarios(note).find(({ name }) => name.startsWith(`${number}-`));
  if (found === undefined) throw new Error(`${note} has no scenario ${number}`);
  return found;
}

function readScenarioFile(directory: string, file: string): AcceptanceScenario {
  const scenario = textAt(join(directory, file));
  const { note, market, calendar, rows, ask } = JSON.parse(scenario.text) as {
    readonly note: string;
    readonly rows?: readonly { readonly file: string }[];
    readonly market?: MarketFiles;
    readonly calendar?: string;
    readonly ask: readonly AskedQuestion[];
  };
  const isFile = calendar?.endsWith(".csv") === true;
  return {
    name: basename(file, ".json"),
    note: note.endsWith(".tenor") ? join(directory, note) : note,
    texts: {
      scenario,
      ...(market !== undefined && marketTexts(directory, market)),
      rows: new Map(rows?.map(({ file: table }) => [table, textAt(join(directory, table))])),
      ...(calendar !== undefined && isFile && { calendar: textAt(join(directory, calendar)) }),
    },
    ask,
  };
}

type MarketFile = string | { readonly file: string };
type MarketFiles = MarketFile | Readonly<Record<string, MarketFile>>;

/** The file of the prices, or those of series by their names. */
function marketTexts(directory: string, market: MarketFiles): DataTexts {
  const read = (file: MarketFile) => textAt(join(directory, typeof file === "string" ? file : file.file));
  if (isOneFile(market)) return { market: read(market) };
  return { series: new Map(Object.entries(market).map(([name, file]) => [name, read(file)])) };
}

function isOneFile(market: MarketFiles): market is MarketFile {
  return typeof market === "string" || typeof market.file === "string";
}

function textAt(path: string): NamedText {
  return { name: path, text: readFileSync(path, "utf8") };
}

/** The text of a template, by its name under `terms/` or its path. */
export function termsText(note: string): string {
  return readFileSync(pathOf(note), "utf8");
}

function pathOf(note: string): string {
  return note.endsWith(".tenor") ? note : `terms/${note}.tenor`;
}

/** The value of a result; a result without one fails the test with what was found, as a reader would see it. */
export function ensured<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.diagnostics.map((it) => renderText(it)).join("\n"));
}

const compiled = new Map<string, Template>();

/** The template of a note, compiled once. */
export function templateOf(note: string): Template {
  const known = compiled.get(note) ?? compiledTemplate(note);
  compiled.set(note, known);
  return known;
}

function compiledTemplate(note: string): Template {
  const text = termsText(note);
  return ensured(compile(text, pathOf(note), ...filesBeside(pathOf(note), text)));
}

export function loadedScenario(template: Template, { texts }: AcceptanceScenario, limits?: Limits): LoadedScenario {
  return ensured(loadScenario(template, texts, limits));
}

export function runOf(template: Template, scenario: AcceptanceScenario): ScenarioRun {
  return ensured(runScenario(template, loadedScenario(template, scenario)));
}
