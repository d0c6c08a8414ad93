/** A story, its subjects and their bindings, read against one another: everything that is wrong shows in one go. */

import { termsOf, termsWithoutValue } from "../../compare/subjects/enact.ts";
import type { Value } from "../../core/core.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Result } from "../../diagnostics/result.ts";
import type { Environment } from "../../evaluate/evaluate.ts";
import type { Limits } from "../../evaluate/values/limits.ts";
import { defaultLimits } from "../../evaluate/values/limits.ts";
import { parseBinding, readBinding } from "../../inputs/binding/read-binding.ts";
import type { Binding } from "../../inputs/binding/types.ts";
import type { InputFile } from "../../inputs/shape/input-file.ts";
import { filesOfStory, parseStory, readStory } from "../../inputs/story/read-story.ts";
import type { CommonStory } from "../../inputs/story/types.ts";
import type { SubjectChoices } from "../../inputs/subject/read-subject.ts";
import { parseSubject, readSubject } from "../../inputs/subject/read-subject.ts";
import { SourceFile } from "../../source/source-file.ts";
import type { LoadedScenario, NamedText, Part } from "../scenarios.ts";
import { withData } from "../scenarios.ts";
import type { Template } from "../templates.ts";

/** The files of a comparison, as a shell read them. */
export interface ComparisonTexts {
  readonly story: NamedText;
  /** Where the story names one file, and no series. */
  readonly market?: NamedText | undefined;
  /** The files of series, by their names; each instrument reads those that it declares. */
  readonly series?: ReadonlyMap<string, NamedText> | undefined;
  readonly subjects: readonly SubjectTexts[];
}

export interface SubjectTexts {
  /** The heading of its column. */
  readonly name: string;
  readonly template: Template;
  /** As the command or a subject file names it. */
  readonly templateName: string;
  readonly binding: NamedText;
  /** JSON in the form of a subject file. */
  readonly subject: NamedText;
  /** The calendar that the story names as a file, or that of the template's head. */
  readonly calendar?: NamedText | undefined;
  /** The calendar of the exchange, where the template's head names a file. */
  readonly exchange?: NamedText | undefined;
}

/** An instrument in the story, ready to run; its events come with the replays. */
export interface LoadedSubject {
  readonly name: string;
  readonly template: Template;
  readonly templateName: string;
  readonly binding: Binding;
  readonly terms: ReadonlyMap<string, Value>;
  readonly readings: ReadonlyMap<string, string>;
  readonly environment: Environment;
  readonly loaded: LoadedScenario;
}

export interface LoadedComparison {
  readonly story: CommonStory;
  readonly subjects: readonly LoadedSubject[];
  readonly warnings: readonly Diagnostic[];
}

export function loadComparison(texts: ComparisonTexts, changed: Partial<Limits> = {}): Result<LoadedComparison> {
  const limits = { steps: stepsOfComparison(texts.subjects.length), ...changed };
  const file = parseStory(texts.story.text, texts.story.name);
  const story = readStory(file);
  if (!story.ok) return story;
  const read = texts.subjects.map((subject) => loadSubject(subject, story.value, { texts, file, limits }));
  const subjects = read.flatMap((it) => (it.ok ? [it.value] : []));
  const unread = seriesOfNone(file, texts.subjects);
  const diagnostics = eachOnce([...unread, ...read.flatMap((it) => (it.ok ? [] : it.diagnostics))]);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const warnings = eachOnce(subjects.flatMap(({ loaded }) => loaded.warnings));
  return { ok: true, value: { story: story.value, subjects, warnings } };
}

/** A series of the story that no instrument of the comparison declares. */
function seriesOfNone(file: InputFile, subjects: readonly SubjectTexts[]): Diagnostic[] {
  const declared = new Set(subjects.flatMap(({ template }) => [...template.program.series.keys()]));
  const notes = [...new Set(subjects.map(({ template }) => template.program.title))].join(" or ");
  return filesOfStory(file).market.flatMap(({ series, span }) =>
    series === undefined || declared.has(series) ? [] : [diagnostic("TN5420", span, { note: notes, series })],
  );
}

/** Each instrument may take twice what a run may: where it stands is asked of each day. */
function stepsOfComparison(subjects: number): number {
  return 2 * subjects * defaultLimits.steps;
}

interface StoryFiles {
  readonly texts: ComparisonTexts;
  readonly file: InputFile;
  readonly limits: Partial<Limits>;
}

function loadSubject(subject: SubjectTexts, story: CommonStory, files: StoryFiles): Result<LoadedSubject> {
  const { template, binding: bindingText, subject: subjectText, templateName, name } = subject;
  const binding = readBinding(parseBinding(bindingText.text, bindingText.name), template.program);
  const choices = readSubject(parseSubject(subjectText.text, subjectText.name), template.program);
  const found = [binding, choices].flatMap((it) => (it.ok ? [] : it.diagnostics));
  if (!binding.ok || !choices.ok) return { ok: false, diagnostics: found };
  const others = otherCurrencies(binding.value, story, subject);
  if (others.length > 0) return { ok: false, diagnostics: others };
  const terms = termsOf(story, binding.value, choices.value);
  const { readings, lists } = choices.value;
  const missing = missingTerms({ terms, lists }, subject);
  if (missing.length > 0) return { ok: false, diagnostics: missing };
  const loaded = loadData(subject, { name: story.name, terms, lists, readings, events: [], ask: [] }, files);
  if (!loaded.ok) return loaded;
  const { environment } = loaded.value;
  return {
    ok: true,
    value: { name, template, templateName, binding: binding.value, terms, readings, environment, loaded: loaded.value },
  };
}

/** Amounts of a story are in one currency, and no rate turns them into another. */
function otherCurrencies(binding: Binding, { currency }: CommonStory, { template }: SubjectTexts): Diagnostic[] {
  return [...binding.currencies].flatMap(([own, span]) =>
    own === currency ? [] : [diagnostic("TN5560", span, { note: template.program.title, own, currency })],
  );
}

function loadData(subject: SubjectTexts, scenario: LoadedScenario["scenario"], { texts, file, limits }: StoryFiles) {
  const { source } = file;
  const place = { source, start: 0, end: 0 };
  const { calendar, market } = filesOfStory(file);
  const { calendar: own, exchange } = subject;
  const { series: declared } = subject.template.program;
  const series = new Map([...(texts.series ?? [])].filter(([name]) => declared.has(name)));
  const scenarioText = { name: source.name, text: source.text };
  const data = { scenario: scenarioText, market: texts.market, series, calendar: own, exchange };
  const load = (): Part => ({ read: { ok: true, value: scenario }, market, calendar, place });
  return withData(subject.template, load, data, limits);
}

function missingTerms(
  given: Pick<SubjectChoices, "terms" | "lists">,
  { template, templateName, subject }: SubjectTexts,
): Diagnostic[] {
  const place = { source: new SourceFile(subject.name, subject.text), start: 0, end: 1 };
  return termsWithoutValue(given, template.program).map((name) =>
    diagnostic("TN5404", place, { name, note: template.program.title, template: templateName }),
  );
}

/** Two subjects may have one binding and one market, and what is wrong with these is one finding. */
function eachOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, span, message }: Diagnostic) => `${code}|${span.source.name}|${span.start}|${message}`;
  return [...new Map(diagnostics.map((it) => [keyOf(it), it])).values()];
}
