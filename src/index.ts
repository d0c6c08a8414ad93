/**
 * Tenor as a library. Everything is pure and works in a browser: texts in, plain data out.
 *
 * ```ts
 * const template = compile(termsText, "note.tenor");
 * if (template.ok) {
 *   const loaded = loadScenario(template.value, { scenario: { name: "story.json", text } });
 *   if (loaded.ok) console.log(new Replay(template.value, loaded.value).outcome());
 * }
 * ```
 *
 * @module
 */
import type { CoreProgram } from "./core/core.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Result, WithDiagnostics } from "./diagnostics/result.ts";
import type { NamedText } from "./driver/scenarios.ts";
import type { Template } from "./driver/templates.ts";
import { checkSource, compileSource, templateFrom } from "./driver/templates.ts";
import type { FileLimits } from "./evaluate/values/limits.ts";
import { defaultLimits } from "./evaluate/values/limits.ts";
import type { LineRange } from "./format/format.ts";
import { formatSource } from "./format/format.ts";
import { SourceFile } from "./source/source-file.ts";
import type { SyntaxTree } from "./syntax/ast.ts";
import { parse as parseSource } from "./syntax/parse.ts";

/** Reads a template's text to its tree. Statements that don't parse are left out of it, each with one diagnostic. */
export function parse(text: string, fileName = "template.tenor"): WithDiagnostics<SyntaxTree> {
  return parseSource(new SourceFile(fileName, text));
}

/** All diagnostics of a template and of what is added to it, in the order of the texts. */
export function check(
  text: string,
  fileName = "template.tenor",
  ...additions: readonly NamedText[]
): readonly Diagnostic[] {
  return checkSource(new SourceFile(fileName, text), additions.map(asSource)).diagnostics;
}

/**
 * A template's text in the one style: words, comments and paragraphs stay, and so does the meaning. A text that does not
 * parse is refused with its diagnostics. With a range of lines, only statements with a line in it change.
 */
export function formatTemplate(text: string, fileName = "template.tenor", range?: LineRange): Result<string> {
  return formatSource(new SourceFile(fileName, text), range);
}

/** Makes a template ready to run, or says what stands in the way. Compile once, run often. */
export function compile(text: string, fileName?: string, ...additions: readonly NamedText[]): Result<Template> {
  return compileWithin(defaultLimits, text, fileName, ...additions);
}

/** The same for an untrusted template, with a bound on its length and on that of each addition. */
export function compileWithin(
  limits: Pick<FileLimits, "templateLength">,
  text: string,
  fileName = "template.tenor",
  ...additions: readonly NamedText[]
): Result<Template> {
  const compiled = compileSource(new SourceFile(fileName, text), additions.map(asSource), limits);
  return compiled.ok ? { ok: true, value: templateFrom(compiled.value) } : compiled;
}

/** The first half of `compile`: plain data that can be stored. `templateFrom` is the second. */
export function compileToCore(
  text: string,
  fileName = "template.tenor",
  ...additions: readonly NamedText[]
): Result<CoreProgram> {
  return compileSource(new SourceFile(fileName, text), additions.map(asSource));
}

const asSource = ({ name, text }: NamedText) => new SourceFile(name, text);

export { assertNever } from "./base/assert-never.ts";
export { groupBy } from "./base/group-by.ts";
export { nearestName } from "./base/nearest-name.ts";
export { isCalendarPath } from "./checked/calendars.ts";
export type {
  ChangedClause,
  ClauseOfDrafts,
  ComparedSubject,
  Comparison,
  OutcomeValue,
  Parting,
  SubjectNote,
  TermPart,
  TermValue,
} from "./compare/comparison.ts";
export type { Interaction, Interactions, JointAnswer, ReadingChoice } from "./compare/interactions.ts";
export type { MostMoved } from "./compare/move-sizes.ts";
export type { ComparedAnswer, MovedAnswer, ReadingMoves } from "./compare/readings.ts";
export { compared } from "./compare/readings.ts";
export type { LargestMove, RankedChoice, ReadingTotals } from "./compare/totals.ts";
export type { ContractPart, Sentence } from "./contract/contract-text.ts";
/** The core that a template is turned into. */
export type * as core from "./core/core.ts";
export type {
  CoreProgram,
  MarketFile,
  Plan,
  Reading,
  Story,
  StoryEvent,
  StoryExpectation,
  Value,
  ValueType,
  View,
} from "./core/core.ts";
export { printCore } from "./core/print.ts";
export type { Stale, StaleSentence } from "./cover/changed.ts";
export type { Clause } from "./cover/clauses.ts";
export type { Coverage, CoveredSentence, LooseFigure, SentenceStatus } from "./cover/coverage.ts";
export type { TextFinding } from "./cover/finding.ts";
export { layOut } from "./cover/lay-out.ts";
export type { Match } from "./cover/match.ts";
export type { Diagnostic, Edit, Labelled } from "./diagnostics/diagnostic.ts";
export type { Entry, Severity } from "./diagnostics/registry/entry.ts";
export type { Code } from "./diagnostics/registry.ts";
export { entryOf, isCode, registry, severityOf } from "./diagnostics/registry.ts";
export type { CheckReport, DiagnosticJson } from "./diagnostics/render-json.ts";
export { checkReport } from "./diagnostics/render-json.ts";
export type { Paint } from "./diagnostics/render-text.ts";
export { renderText } from "./diagnostics/render-text.ts";
export type { Result, WithDiagnostics } from "./diagnostics/result.ts";
export { displayWidth, visibleJson, visibleText } from "./diagnostics/visible-text.ts";
export type { ComparisonTexts, LoadedComparison, LoadedSubject, SubjectTexts } from "./driver/comparisons.ts";
export { compareInstruments, loadComparison } from "./driver/comparisons.ts";
export type { CoverReport } from "./driver/cover.ts";
export { contractFindings, contractNamedIn, coverTemplate } from "./driver/cover.ts";
export type { EnactedPlan, PlanOptions } from "./driver/plans.ts";
export { enactPlan, plansOf } from "./driver/plans.ts";
export type { AskedStanding, NoteStanding, UnknownValue } from "./driver/portfolio.ts";
export { standingAt } from "./driver/portfolio.ts";
export type { DueReport, Period, PowersReport, ScenarioRun } from "./driver/questions.ts";
export { Replay, runScenario } from "./driver/questions.ts";
export type { ReadingBounds, ReadingEffects } from "./driver/reading-effects.ts";
export { defaultPairs } from "./driver/reading-effects.ts";
export type { DataTexts, LoadedScenario, NamedText, ScenarioTexts } from "./driver/scenarios.ts";
export { loadQuestion, loadScenario, loadScenarioData, loadStory, storiesOf } from "./driver/scenarios.ts";
export type {
  NotCompiledOf,
  OpenSimulation,
  SimulationSettings,
  SimulationTexts,
} from "./driver/simulating/open-simulation.ts";
export { openSimulation } from "./driver/simulating/open-simulation.ts";
export type { Changes } from "./driver/simulating/variants.ts";
export { readChanges } from "./driver/simulating/variants.ts";
export { tableFilesNamed } from "./driver/tables/table-files.ts";
export type { Template } from "./driver/templates.ts";
export { markOf, templateFrom } from "./driver/templates.ts";
export { boundaries, coverByStories, mutate } from "./driver/testing.ts";
export type { Query } from "./evaluate/answers/answer.ts";
export type { Breach } from "./evaluate/answers/breaches.ts";
export type { DueStatus } from "./evaluate/answers/due.ts";
export { dueTotals } from "./evaluate/answers/due-totals.ts";
export type { AccountItemOwed, DutyOwed, LeftOver, OwedItem, PaidAhead } from "./evaluate/answers/owed.ts";
export type { Environment, RunFacts } from "./evaluate/evaluate.ts";
export type { MarketSource } from "./evaluate/plans/market-source.ts";
export type { DaySales, GivenByPlan, PlanFacts, Undecided } from "./evaluate/plans/plan-facts.ts";
export type { Because, Operation, ReasonFact } from "./evaluate/reasons/reason-facts.ts";
export { usesOf } from "./evaluate/reasons/reason-facts.ts";
export type { JournalFact, NothingChanged, PostingFact, RefusedEvent } from "./evaluate/replay/journal-facts.ts";
export { isFigure } from "./evaluate/state/run.ts";
export type { ExpectedDays } from "./evaluate/values/expected-days.ts";
export type { FileLimits, Limits, RunLimits } from "./evaluate/values/limits.ts";
export { defaultLimits, StepMeter } from "./evaluate/values/limits.ts";
export type { ErrorKind, Problem } from "./evaluate/values/problem.ts";
export { Absent, Failure } from "./evaluate/values/problem.ts";
export type { LineRange } from "./format/format.ts";
export type { NewNote } from "./format/new-note/new-note.ts";
export { newNote, withDefaults } from "./format/new-note/new-note.ts";
export type { Answers, NoteQuestion } from "./format/new-note/questions.ts";
export { isAsked, questionsFrom, readAnswer } from "./format/new-note/questions.ts";
export { parseBinding, readBinding } from "./inputs/binding/read-binding.ts";
export type { Binding, BoundEvent, BoundEvents, DueSource } from "./inputs/binding/types.ts";
export { readCalendar } from "./inputs/calendar-file.ts";
export type { Market } from "./inputs/market.ts";
export type { ScenarioChange } from "./inputs/portfolio/changed-scenario.ts";
export { changedScenario, emptyScenario, fileChanges, termChanges } from "./inputs/portfolio/changed-scenario.ts";
export type { PortfolioRow, ReadRow } from "./inputs/portfolio/read-portfolio.ts";
export { readPortfolio } from "./inputs/portfolio/read-portfolio.ts";
export type { AskedQuestion, Expectation, Question, Scenario, ScenarioEvent } from "./inputs/scenario.ts";
export type { NoteReference, ScenarioFile, ScenarioFiles } from "./inputs/scenario-file.ts";
export { filesOf, parseScenario } from "./inputs/scenario-file.ts";
export type { InputFile } from "./inputs/shape/input-file.ts";
export { filesOfStory, parseStory } from "./inputs/story/read-story.ts";
export type { CommonStory, StoryStep } from "./inputs/story/types.ts";
export type { SubjectChoices, SubjectNames } from "./inputs/subject/read-subject.ts";
export { namesOfSubject, parseSubject, readSubject, subjectText } from "./inputs/subject/read-subject.ts";
export type { JsonSchema } from "./inputs/template-schema.ts";
export { templateSchema } from "./inputs/template-schema.ts";
export type { ModelText } from "./paths/read-model.ts";
export { readModelText } from "./paths/read-model.ts";
export type { Seed } from "./paths/streams.ts";
export { readSeed } from "./paths/streams.ts";
export type { Call } from "./services/calls.ts";
export type { Fix } from "./services/changes/fixes.ts";
export { applied, fixesOf } from "./services/changes/fixes.ts";
export type { TextEdit } from "./services/changes/formatting.ts";
export type { Completion } from "./services/completion/complete.ts";
export type { Hover } from "./services/hover.ts";
/** What an editor asks about templates. */
export { LanguageService } from "./services/language-service.ts";
export type { Hint } from "./services/marks/hints.ts";
export type { Lens, StoryPlace } from "./services/marks/stories.ts";
export type { Mark, MarkKind } from "./services/marks/tokens.ts";
export { markKinds } from "./services/marks/tokens.ts";
export type { Occurrence } from "./services/occurrences.ts";
export type { OutlineItem, OutlineKind } from "./services/outline.ts";
export type { Finding, Place } from "./services/place.ts";
export { placeOf } from "./services/place.ts";
export type { Files } from "./services/project.ts";
export type { Signature } from "./services/signature.ts";
export type { Term } from "./services/terms.ts";
export type { Chosen, StoryResult, StoryVerdict } from "./services/values.ts";
export type { Agreement, CheckedPath } from "./simulation/agreement.ts";
export { agreementOf } from "./simulation/agreement.ts";
export type { Best } from "./simulation/best.ts";
export { bestOf } from "./simulation/best.ts";
export type { ChunkData, PathRange } from "./simulation/chunks.ts";
export { Merging } from "./simulation/chunks.ts";
export type {
  ClauseResult,
  DefaultResult,
  MetricResult,
  SimulationResult,
  VariantResult,
} from "./simulation/result.ts";
export { resultOf } from "./simulation/result.ts";
export type { Position } from "./source/source-file.ts";
export { SourceFile } from "./source/source-file.ts";
export type { Span } from "./source/span.ts";
/** The syntax tree. */
export type * as syntax from "./syntax/ast.ts";
export type { Statement, SyntaxTree } from "./syntax/ast.ts";
export { clausesUsed } from "./syntax/clauses/expand.ts";
export { languageVersion } from "./syntax/language-version.ts";
export type { Boundaries, Boundary, BoundarySide, MadeStory } from "./testing/boundaries.ts";
export type { ChangeKind } from "./testing/expression-changes.ts";
export type { Mutant } from "./testing/mutants.ts";
export type { MutantResult, Mutation } from "./testing/mutation.ts";
export type { Reached, ReachedKind, StoryCoverage } from "./testing/story-coverage.ts";
export type { Approach, Side, Sighting, Threshold } from "./testing/thresholds.ts";
export type { Tried } from "./testing/trial.ts";
export type { Calendar } from "./units/business-days.ts";
export { builtInCalendarNames } from "./units/calendars/built-in.ts";
export type { Elsewhere } from "./units/calendars/time-zones.ts";
export type { Exact, RoundingMode } from "./units/exact.ts";
export { compare, isUnlimited, isZero, toDecimalText } from "./units/exact.ts";
export { briefFigure, briefParts, figureParts, renderFigure, roundedFigure, shortFigure } from "./units/figure-text.ts";
export type { PeriodLength } from "./units/period-ends.ts";
export { periodEnds, periodLengths } from "./units/period-ends.ts";
export type { PlainDate } from "./units/plain-date.ts";
export { addDays, addMonths, asPlainDate, formatDate, latestDate, parseDate } from "./units/plain-date.ts";
export type { FigureShape } from "./units/render-value.ts";
export { inCents, renderValue, shapeOf, shortDecimal, signed, suffixOf } from "./units/render-value.ts";
export type { PositionPart, Role, RoleGroup, RoleKind } from "./units/roles.ts";
export { isRoleFor, positionParts, roleNamed, roles } from "./units/roles.ts";
export type { TimeOfDay } from "./units/time-of-day.ts";
/** Kinds of value and their units. */
export type * as types from "./units/value-type.ts";
/** Facts in English. */
export type { AskableValue } from "./wording/askable-values.ts";
export { askableValues } from "./wording/askable-values.ts";
export { doneWords } from "./wording/done-words.ts";
export { describeDueTotals } from "./wording/due.ts";
export { describeRefusal, describeRun } from "./wording/english.ts";
export { asAbove, describeReason, describeValue, effectsOf, tooDeep } from "./wording/explanations.ts";
export { describeEntry, eventFields, eventHead, nameOfChanged } from "./wording/journal.ts";
export { listWords } from "./wording/list-words.ts";
export type {
  Answer,
  AnswerValue,
  BreachWords,
  DayTotalWords,
  DefaultWords,
  Due,
  DueTotalWords,
  EntryKind,
  ExpectedAnswer,
  JournalEntry,
  LapseWords,
  Outcome,
  Owed,
  Reason,
  Refusal,
  Verdict,
} from "./wording/outcome.ts";
export { describeOwed, isOverdue, owedInOrder } from "./wording/owed.ts";
export type { PlanWords } from "./wording/plans/plan-words.ts";
export { describePlan } from "./wording/plans/plan-words.ts";
export type { Balance, NotePosition, OwedInAll, PositionFigure, StandingDefault } from "./wording/position.ts";
export { boundPhrases, effectPhrases, limitPhrases, supposedWords } from "./wording/standing/effects.ts";
export type { PowerWords } from "./wording/standing/powers.ts";
export { sumLine } from "./wording/sums/sum-line.ts";

/** The text of a Word document (`.docx`), as Markdown; undefined where the bytes are none. For Node. */
export async function textOfWordDocument(bytes: Buffer): Promise<string | undefined> {
  const { wordText } = await import("./documents/word-text.ts");
  return wordText(bytes);
}
