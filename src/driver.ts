/**
 * The one place that knows the order of the stages:
 *
 *     text → tokens → CST → syntax tree → checked program → core → machine → journal, answers
 *            [   grammar/  ]   syntax/       checked/        core/   evaluate/
 *
 * Everything here is pure. Shells read files and hand over their texts.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { CheckedProgram } from "./checked/ast.ts";
import { fromSyntax } from "./checked/from-syntax.ts";
import type { ReadingMoves } from "./compare/readings.ts";
import { readingMoves } from "./compare/readings.ts";
import type { CoreProgram, Story } from "./core/core.ts";
import { fromChecked } from "./core/from-checked.ts";
import { printCore } from "./core/print.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { diagnostic } from "./diagnostics/diagnostic.ts";
import { severityOf } from "./diagnostics/registry.ts";
import type { Result } from "./diagnostics/result.ts";
import type { Query } from "./evaluate/answers/answer.ts";
import { answer } from "./evaluate/answers/answer.ts";
import { dueBetween } from "./evaluate/answers/due.ts";
import type { ReasonLimits } from "./evaluate/answers/explanation.ts";
import { reasonFor } from "./evaluate/answers/explanation.ts";
import type { Reason } from "./evaluate/answers/explanation-leaves.ts";
import type { Verdict } from "./evaluate/answers/verdict.ts";
import { figureFor, judge } from "./evaluate/answers/verdict.ts";
import type { Machine } from "./evaluate/compile/machine.ts";
import type { Environment, RunFacts } from "./evaluate/evaluate.ts";
import { evaluate, prepare, replayScenario } from "./evaluate/evaluate.ts";
import type { Replay } from "./evaluate/replay/replay.ts";
import type { FileLimits, Limits } from "./evaluate/values/limits.ts";
import { defaultLimits, LimitReached } from "./evaluate/values/limits.ts";
import type { Answer } from "./evaluate/values/outcome.ts";
import { readCalendar } from "./inputs/calendar-file.ts";
import { readMarket } from "./inputs/market.ts";
import { readNoteName } from "./inputs/note-reference.ts";
import type { Scenario } from "./inputs/scenario.ts";
import { readScenario } from "./inputs/scenario.ts";
import { scenarioOf } from "./inputs/story.ts";
import { SourceFile } from "./source/source-file.ts";
import type { Span } from "./source/span.ts";
import { textOf } from "./source/span.ts";
import type { SyntaxTree } from "./syntax/ast.ts";
import { clauseAsNote, expandUses, isClause, titleOf } from "./syntax/clauses/expand.ts";
import { parse as parseSource } from "./syntax/parse.ts";
import type { Calendar } from "./units/business-days.ts";
import { builtInCalendar, builtInCalendarNames } from "./units/calendars/built-in.ts";
import { mostDigits } from "./units/exact.ts";
import type { PlainDate } from "./units/plain-date.ts";
import { describeDue } from "./wording/due.ts";
import { describeRun } from "./wording/english.ts";
import type { Due, Outcome } from "./wording/outcome.ts";

/** A template as far as it was understood, with everything found on the way. */
export interface Checked {
  readonly tree: SyntaxTree;
  readonly program: CheckedProgram;
  readonly diagnostics: readonly Diagnostic[];
}

/** A template without errors, ready to run any number of scenarios. */
export interface Template {
  readonly program: CoreProgram;
  readonly machine: Machine;
}

/**
 * Checks a template; with it, as one text, files that add to it, such as its stories. Files that open with `clause` are
 * the library from which it may use clauses. A clause file can be checked by itself.
 */
export function checkSource(source: SourceFile, ...additions: readonly SourceFile[]): Checked {
  return checkWithin(defaultLimits, source, ...additions);
}

/** The same, with bounds for files that nobody vouches for. */
export function checkWithin(
  { templateLength }: Pick<FileLimits, "templateLength">,
  source: SourceFile,
  ...additions: readonly SourceFile[]
): Checked {
  const tooLong = [source, ...additions].flatMap((it) => beyondLength(it, templateLength));
  if (tooLong.length === 0) return checkTexts(source, ...additions);
  // A text that is not read has no statements.
  return { ...checkTexts(new SourceFile(source.name, "")), diagnostics: tooLong };
}

/** The finding for a file that is longer than it may be. */
function beyondLength(source: SourceFile, length: number): Diagnostic[] {
  if (source.text.length <= length) return [];
  const place = { source, start: length, end: length };
  return [diagnostic("TN5003", place, { file: source.name, what: "long", limit: `${length} characters` })];
}

function checkTexts(source: SourceFile, ...additions: readonly SourceFile[]): Checked {
  const [main, ...others] = [source, ...additions].map((it) => ({ source: it, ...parseSource(it) }));
  const read = main as NonNullable<typeof main>;
  const clauses = others.filter(({ value }) => isClause(value));
  const library = new Map(clauses.map(({ value }) => [titleOf(value.statements) ?? "", value]));
  const parts = [read, ...others.filter((it) => !clauses.includes(it))];
  const whole = { ...read.value, statements: parts.flatMap(({ value }) => value.statements) };
  const { value, diagnostics } = expandUses(isClause(read.value) ? clauseAsNote(whole) : whole, library);
  const checked = fromSyntax(value.tree);
  const found = [...parts.flatMap((part) => part.diagnostics), ...diagnostics, ...checked.diagnostics];
  const sources = [...parts.map((part) => part.source), ...value.uses.keys()];
  return {
    tree: whole,
    program: checked.value,
    diagnostics: sources.flatMap((it) => inOrder(found, it)).map((it) => withUse(it, value.uses)),
  };
}

/** A finding inside a clause also shows where the clause is used. */
function withUse(found: Diagnostic, uses: ReadonlyMap<SourceFile, Span>): Diagnostic {
  const use = uses.get(found.span.source);
  return use === undefined ? found : { ...found, related: [...found.related, { span: use, label: "used here" }] };
}

/** Compiles a template that has no errors; warnings don't stand in the way. */
export function compileSource(source: SourceFile, ...additions: readonly SourceFile[]): Result<Template> {
  return compileWithin(defaultLimits, source, ...additions);
}

/** The same, with bounds for files that nobody vouches for. */
export function compileWithin(
  limits: Pick<FileLimits, "templateLength">,
  source: SourceFile,
  ...additions: readonly SourceFile[]
): Result<Template> {
  const { program, diagnostics } = checkWithin(limits, source, ...additions);
  if (diagnostics.some(({ code }) => severityOf(code) === "error")) return { ok: false, diagnostics };
  const core = fromChecked(program);
  return { ok: true, value: { program: core, machine: prepare(core) } };
}

function inOrder(diagnostics: readonly Diagnostic[], source: SourceFile): Diagnostic[] {
  const own = diagnostics.filter(({ span }) => span.source === source);
  return own.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

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

/** A run as facts and as words, with the mark of everything it depends on. */
export interface ScenarioRun {
  readonly facts: RunFacts;
  readonly outcome: Outcome;
  /** SHA-256 of the program and of all inputs: equal receipts, equal answers. */
  readonly receipt: string;
}

/** Runs a scenario; a bound that is passed gives a diagnostic and no answer at all. */
export function runScenario(template: Template, loaded: LoadedScenario): Result<ScenarioRun> {
  return withinLimits(template, loaded, () => {
    const facts = evaluate(template.machine, loaded.scenario, loaded.environment);
    let receipt: string | undefined;
    // Worked out when it is asked for: to read all inputs once more can take as long as to run them.
    return {
      facts,
      outcome: describeRun(facts),
      get receipt() {
        receipt ??= receiptOf(template, loaded);
        return receipt;
      },
    };
  });
}

/** Runs a scenario and holds its answers against what it expects. Questions that expect nothing give no verdict. */
export function testScenario(template: Template, loaded: LoadedScenario): Result<readonly Verdict[]> {
  return withinLimits(template, loaded, () => {
    const replayed = replayScenario(template.machine, loaded.scenario, loaded.environment);
    return loaded.scenario.ask.flatMap((question) => {
      const verdict = judge(question, replayed);
      if (verdict === undefined || verdict.passed) return verdict ?? [];
      return { ...verdict, why: reasonFor(question, replayed, derivationLimits) };
    });
  });
}

/** As much as is told beside a failure. */
const derivationLimits: ReasonLimits = { depth: 3, width: 250 };

/** Runs a scenario's timeline through the day that is asked about, and answers that one question. */
export function askScenario(template: Template, loaded: LoadedScenario, query: Query): Result<Answer> {
  return withinLimits(template, loaded, () =>
    answer(query, replayScenario(template.machine, loaded.scenario, loaded.environment, query.on)),
  );
}

/** Runs the timeline and keeps it for questions; `through` names a day that it has to reach. */
export function replayLoaded(template: Template, loaded: LoadedScenario, through?: PlainDate): Result<Replay> {
  return withinLimits(template, loaded, () =>
    replayScenario(template.machine, loaded.scenario, loaded.environment, through),
  );
}

/** The tree behind an answer, down to market rows, event fields and deal terms. */
export function explainScenario(
  template: Template,
  loaded: LoadedScenario,
  query: Query,
  limits?: ReasonLimits,
): Result<Reason> {
  return withinLimits(template, loaded, () =>
    reasonFor(query, replayScenario(template.machine, loaded.scenario, loaded.environment, query.on), limits),
  );
}

/** What is due around a day, with the days that were looked at. */
export interface DueReport {
  /** The first day of the note; nothing is due before it. */
  readonly start: PlainDate;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly due: readonly Due[];
}

/**
 * What is owed or must be done as things stand at the end of `from`, by default the last day of the timeline, through
 * the day that `until` makes of it. Events after `from` have not happened yet.
 */
export function dueInScenario(
  template: Template,
  loaded: LoadedScenario,
  until: (from: PlainDate) => PlainDate,
  from?: PlainDate,
): Result<DueReport> {
  return withinLimits(template, loaded, () => {
    const { machine } = template;
    const { scenario, environment } = loaded;
    const day = from ?? replayScenario(machine, scenario, environment).lastDay;
    const soFar = { ...scenario, ask: [], events: scenario.events.filter(({ on }) => on <= day) };
    const replayed = replayScenario(machine, soFar, environment, until(day));
    const due = describeDue(dueBetween(replayed, day, until(day)));
    return { start: replayed.run.start, from: day, until: until(day), due };
  });
}

/** What each choice of each reading moves among some questions; by default those that the scenario asks. */
export function readingsInScenario(
  template: Template,
  loaded: LoadedScenario,
  queries: readonly Query[] = loaded.scenario.ask,
): Result<readonly ReadingMoves[]> {
  return withinLimits(template, loaded, () => {
    const { machine, program } = template;
    const { scenario, environment } = loaded;
    const through = Math.max(0, ...queries.flatMap(({ on }) => on ?? [])) as PlainDate;
    return readingMoves([...program.readings.values()], scenario.readings, queries, (readings) => {
      const replayed = replayScenario(machine, { ...scenario, readings }, environment, through);
      return queries.map((query) => ({ answer: answer(query, replayed), figure: figureFor(query, replayed) }));
    });
  });
}

function withinLimits<T>({ program }: Template, { texts, environment }: LoadedScenario, run: () => T): Result<T> {
  try {
    return { ok: true, value: run() };
  } catch (reached) {
    if (!(reached instanceof LimitReached)) throw reached;
    const { limit } = reached;
    const allowed = limit === "digits" ? mostDigits : (environment.limits ?? defaultLimits)[limit];
    const { what, help } = limitWords[limit];
    const place = reached.span ?? {
      source: new SourceFile(texts.scenario.name, texts.scenario.text),
      start: 0,
      end: 0,
    };
    return {
      ok: false,
      diagnostics: [diagnostic("TN6002", place, { note: program.title, what, allowed }, [], { help })],
    };
  }
}

const limitWords = {
  steps: { what: "steps", help: "shorten the timeline or the windows of days, or raise the limit `steps`" },
  journalEntries: { what: "journal entries", help: "shorten the timeline, or raise the limit `journalEntries`" },
  days: { what: "days", help: "name a nearer day, or raise the limit `days`" },
  depth: {
    what: "levels of definitions that read one another",
    help: "let fewer definitions stand between this one and what it comes from, or raise the limit `depth`",
  },
  digits: { what: "digits in one figure", help: "round what grows from day to day, or shorten the timeline" },
} as const;

/** The program counts by what it means, so that the order of its statements leaves no mark. */
function receiptOf({ program }: Template, { texts }: LoadedScenario): string {
  const printed = printedPrograms.get(program) ?? printCore(program);
  printedPrograms.set(program, printed);
  const parts = [printed, texts.scenario.text, texts.market?.text ?? "", texts.calendar?.text ?? ""];
  // Lengths keep the parts apart: the same letters divided otherwise give another receipt.
  return bytesToHex(sha256(utf8ToBytes(parts.map((part) => `${part.length}:${part}`).join("\n"))));
}

/** Printed once for all runs of a template. */
const printedPrograms = new WeakMap<CoreProgram, string>();
