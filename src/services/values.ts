/** What a name comes to in a story on a day: the story is run when it is first asked for. */

import { isCalendarPath } from "../checked/calendars.ts";
import type { CoreProgram, Story } from "../core/core.ts";
import { Replay } from "../driver/questions.ts";
import type { DataTexts, LoadedScenario, NamedText } from "../driver/scenarios.ts";
import { loadQuestion, loadStory, storiesOf } from "../driver/scenarios.ts";
import type { Template } from "../driver/templates.ts";
import { templateFrom } from "../driver/templates.ts";
import { renderFigure } from "../units/figure-text.ts";
import { formatDate } from "../units/plain-date.ts";
import type { Verdict } from "../wording/outcome.ts";
import type { Analysis } from "./analysis.ts";
import type { Place } from "./place.ts";
import { placeOf } from "./place.ts";
import type { Files } from "./project.ts";
import { joined } from "./project.ts";
import type { Scenarios } from "./scenario/scenarios.ts";
import type { Term } from "./terms.ts";

/** A story by its title or a scenario by its path, and a day; without one the last day of the story. */
export interface Chosen {
  readonly story: string;
  readonly isScenario?: boolean;
  readonly on?: string | undefined;
}

export interface StoryResult {
  readonly verdicts: readonly StoryVerdict[];
  /** Why it could not be run. */
  readonly problems: readonly string[];
}

export interface StoryVerdict {
  readonly passed: boolean;
  /** What was asked, expected and answered, in one sentence. */
  readonly says: string;
  readonly place: Place | undefined;
}

/** Runs stories of one template; a run is kept until the template changes. */
export class StoryRuns {
  #core: (() => CoreProgram) | undefined;
  #template: Template | undefined;
  readonly #runs = new Map<string, Replay | readonly string[]>();
  readonly #scenarios: Scenarios;
  readonly #ofScenarios = new WeakMap<LoadedScenario, Replay>();

  constructor(scenarios: Scenarios) {
    this.#scenarios = scenarios;
  }

  /** The value of a name in the chosen story, in words; undefined where the template has errors or no such story. */
  valueOf(term: Term, chosen: Chosen, analysis: Analysis, folder: string, files: Files): string | undefined {
    if (term.kind !== "name" && term.kind !== "member") return undefined;
    const { story, on } = chosen;
    const replay = this.replayOf(chosen, analysis, folder, files);
    if (replay === undefined) return undefined;
    const event = term.kind === "member" ? lastEvent(replay, term.of) : undefined;
    if (term.kind === "member" && event === undefined) return undefined;
    const day = on ?? (event === undefined ? lastDay(replay) : undefined);
    const asked = { value: term.name, on: day, of: event };
    const question = loadQuestion(replay.template, replay.loaded, asked);
    const answered = question.ok ? replay.answer(question.value) : question;
    if (!answered.ok) return answered.diagnostics.map(({ message }) => message).join("; ");
    const { value } = answered;
    const where = `in "${story}"${day === undefined ? "" : ` on ${day}`}${event === undefined ? "" : ` of "${event}"`}`;
    if ("error" in value) return `No value ${where}: ${value.error.message}`;
    if (value.answer === null) return `No value ${where}: ${value.because}`;
    return `**${renderFigure(value.answer, value.unit)}** ${where}`;
  }

  /** Whether each expectation of a story holds, or what stands in the way of running it. */
  resultOf(title: string, analysis: Analysis, folder: string, files: Files): StoryResult {
    const replay = this.#replayOf(title, analysis, folder, files);
    if (!(replay instanceof Replay)) return { verdicts: [], problems: replay };
    const verdicts = replay.test();
    if (!verdicts.ok) return { verdicts: [], problems: verdicts.diagnostics.map(({ message }) => message) };
    const places = expectationsOf(title, analysis);
    return { verdicts: verdicts.value.map((it, index) => verdictOf(it, places[index])), problems: [] };
  }

  /** The run of what was chosen; undefined where it can't be run. */
  replayOf(chosen: Chosen, analysis: Analysis, folder: string, files: Files): Replay | undefined {
    if (chosen.isScenario) return this.#scenarioRun(chosen.story, analysis, files);
    const replay = this.#replayOf(chosen.story, analysis, folder, files);
    return replay instanceof Replay ? replay : undefined;
  }

  #scenarioRun(path: string, analysis: Analysis, files: Files): Replay | undefined {
    const template = this.templateOf(analysis);
    const loaded = template && this.#scenarios.load(path, template, files).loaded;
    if (template === undefined || loaded?.ok !== true) return undefined;
    const known = this.#ofScenarios.get(loaded.value) ?? new Replay(template, loaded.value);
    this.#ofScenarios.set(loaded.value, known);
    return known;
  }

  #replayOf(title: string, analysis: Analysis, folder: string, files: Files): Replay | readonly string[] {
    const template = this.templateOf(analysis);
    if (template === undefined) return ["the template has errors"];
    const known = this.#runs.get(title) ?? replayOf(title, template, folder, files);
    this.#runs.set(title, known);
    return known;
  }

  /** Ready to run; undefined where it has errors. */
  templateOf({ checked: { core } }: Analysis): Template | undefined {
    if (core === undefined) return undefined;
    if (core !== this.#core) {
      this.#core = core;
      this.#template = templateFrom(core());
      this.#runs.clear();
    }
    return this.#template;
  }
}

function replayOf(title: string, template: Template, folder: string, files: Files): Replay | readonly string[] {
  const story = storiesOf(template).find(({ name }) => name === title);
  if (story === undefined) return [`there is no story "${title}"`];
  const loaded = loadStory(template, story, dataOf(story, template, folder, files));
  return loaded.ok ? new Replay(template, loaded.value) : loaded.diagnostics.map(({ message }) => message);
}

/** The files that a story names, from the folder of its template. */
function dataOf({ market, calendar }: Story, { program }: Template, folder: string, files: Files): DataTexts {
  const read = (path: string): NamedText | undefined => {
    const name = joined(folder, path);
    const text = files.read(name);
    return text === undefined ? undefined : { name, text };
  };
  const texts = market.map(({ series, file }) => ({
    series,
    text: read(file.includes(".") ? file : `data/${file}.csv`),
  }));
  const days = [calendar, program.calendar].find((it) => it !== undefined);
  const series = texts.flatMap(({ series: name, text }) =>
    name !== undefined && text !== undefined ? [[name, text] as const] : [],
  );
  const only = texts.find(({ series: name }) => name === undefined)?.text;
  const ownDays = days !== undefined && isCalendarPath(days) ? read(days) : undefined;
  return {
    ...(only && { market: only }),
    ...(series.length > 0 && { series: new Map(series) }),
    ...(ownDays && { calendar: ownDays }),
  };
}

function lastDay(replay: Replay): string | undefined {
  const day = replay.lastDay();
  return day.ok ? formatDate(day.value) : undefined;
}

/** The id of the last event of a kind in a story. */
function lastEvent({ loaded }: Replay, event: string): string | undefined {
  return loaded.scenario.events.findLast((it) => it.event === event)?.id;
}

function expectationsOf(title: string, { files }: Analysis): Place[] {
  return files.flatMap(({ units }) =>
    units.flatMap(({ statement }) =>
      statement.kind === "Story" && statement.title.text === title
        ? statement.expectations.map(({ span }) => placeOf(span))
        : [],
    ),
  );
}

function verdictOf({ question, passed, expected, answer, unit }: Verdict, place: Place | undefined): StoryVerdict {
  const { of, on } = question;
  const asked = `${question.value}${of === undefined ? "" : ` of ${of}`}${on === undefined ? "" : ` on ${formatDate(on)}`}`;
  const got = "error" in answer ? answer.error.message : answer.answer;
  return { passed, says: `${asked}: expected ${shown(expected, unit)}, answered ${shown(got, unit)}`, place };
}

function shown(value: Verdict["expected"], unit: string): string {
  if (value === null) return "no value";
  return typeof value === "object" ? `an error (${value.error})` : renderFigure(value, unit);
}
