import { invariant } from "../base/invariant.ts";
import type { CoreProgram, Story } from "../core/core.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Result } from "../diagnostics/result.ts";
import { SourceFile } from "../source/source-file.ts";
import type { JsonNode } from "./json.ts";
import { readJson } from "./json.ts";
import { asObjects, objectsIn, ReadingContext, textIn } from "./scenario/context.ts";
import type { RowTexts } from "./scenario/event-rows.ts";
import { eventsOfRows } from "./scenario/event-rows.ts";
import { readEvents } from "./scenario/events.ts";
import { filesOfLists, readLists } from "./scenario/lists.ts";
import { checkMarketFiles } from "./scenario/market-files.ts";
import { readQuestion } from "./scenario/questions.ts";
import { readIds } from "./scenario/references.ts";
import { readReadings, readTerms, startOfNote } from "./scenario/terms.ts";
import { reviewTimeline } from "./scenario/timeline-review.ts";
import type { Question, Scenario } from "./scenario/types.ts";
import type { ScenarioFile } from "./scenario-file.ts";

export type { Expectation, Question, Scenario, ScenarioEvent } from "./scenario/types.ts";

/**
 * Reads a scenario for a compiled template.
 *
 * First the shape, by its schema, then the meaning, against what the template declares. A part whose shape is wrong is
 * passed over in the second step, so every problem shows in one run, and none twice. Nothing is run here: whether the
 * contract allows an event is the engine's matter. `rows` has the texts of the files whose rows are events.
 */
export function readScenario(
  { document, shape }: ScenarioFile,
  program: CoreProgram,
  rows: RowTexts = new Map(),
): Result<Scenario> {
  if (!document.ok) return document;
  const { root } = document.value;
  const context = new ReadingContext(program, textIn(root, "note")?.text ?? program.title);
  const scenario = root.kind === "object" ? readParts(root, rows, context) : undefined;
  const diagnostics = [...shape.map(({ found }) => found), ...context.problems.list()];
  if (scenario === undefined || diagnostics.length > 0) {
    invariant(diagnostics.length > 0, "a scenario that was not read has a problem");
    return { ok: false, diagnostics: diagnostics.toSorted((a, b) => a.span.start - b.span.start) };
  }
  return { ok: true, value: scenario };
}

/** As much as could be read. */
function readParts(root: JsonNode, rows: RowTexts, context: ReadingContext): Scenario {
  const events = [...eventsOfRows(root, rows, context), ...objectsIn(root, "events")];
  const ids = readIds(events, context);
  const start = startOfNote(root, context);
  checkMarketFiles(root, context);
  return {
    name: textIn(root, "scenario")?.text ?? nameOf(root.span.source),
    title: textIn(root, "title")?.text,
    note: context.note,
    terms: readTerms(root, context),
    lists: readLists(root, rows, start, context),
    listFiles: filesOfLists(root, context),
    readings: readReadings(root, context),
    events: readEvents(events, ids, start, context),
    through: context.readDay(root, "through")?.day,
    ask: objectsIn(root, "ask").flatMap((question) => readQuestion(question, ids.byId, context) ?? []),
  };
}

/**
 * What is wrong with a story of a template, or looks wrong: what would be with it as a scenario. Its names and kinds of
 * values are known to be right; a question of a story may leave out what one of a scenario must say.
 */
export function storyProblems(story: JsonNode, program: CoreProgram): readonly Diagnostic[] {
  const context = new ReadingContext(program, program.title, "story");
  const listed = objectsIn(story, "events");
  const ids = readIds(listed, context);
  const start = startOfNote(story, context);
  readTerms(story, context);
  readLists(story, new Map(), start, context);
  const events = readEvents(listed, ids, start, context);
  return [...context.problems.list(), ...reviewTimeline(events, program)];
}

/** The name of a scenario that has none: that of its file, without folders and ending. */
function nameOf({ name }: SourceFile): string {
  return name.replace(/^.*[\\/]/, "").replace(/(?<=.)\.[^.]*$/, "");
}

/** A question that is asked beside those of a scenario: a value, and where it says so a day and an event or a section. */
export interface AskedQuestion {
  readonly value: string;
  readonly on?: string | undefined;
  readonly of?: string | undefined;
}

/** Reads it with the checks that the scenario's own questions get. What is found is shown in the question alone. */
export function readAskedQuestion(asked: AskedQuestion, scenario: Scenario, program: CoreProgram): Result<Question> {
  const { value, on, of } = asked;
  const document = readJson(new SourceFile("the question", JSON.stringify({ value, on, of })));
  if (!document.ok) return document;
  const context = new ReadingContext(program, scenario.note ?? program.title, "command");
  const ids = scenario.events.flatMap(({ id, event, span }) =>
    id === undefined ? [] : [[id, { event, idSpan: span }] as const],
  );
  const [question] = asObjects([document.value.root]).flatMap(
    (node) => readQuestion(node, new Map(ids), context) ?? [],
  );
  if (question !== undefined && context.problems.isEmpty) return { ok: true, value: question };
  // oxlint-disable-next-line no-unused-vars -- a fix would stand in no file
  const diagnostics = context.problems.list().map(({ fix: _, ...found }) => ({ ...found, related: [] }));
  return { ok: false, diagnostics };
}

/**
 * A story of a template, as a scenario. Its questions are its expectations, in their order; one that names
 * no section is answered under that of its value, wherever the story stands.
 */
export function scenarioOf(story: Story): Scenario {
  return {
    name: story.name,
    title: story.name,
    terms: story.terms,
    lists: story.lists,
    readings: story.readings,
    events: story.events,
    ask: story.expectations.map(({ expected, ...question }) => ({ ...question, expect: expected })),
  };
}
