/** A scenario in some twenty-five lines: a few days, where everybody stands, and what one passage changes. */
import type { Answer, LoadedScenario, NotePosition, Reading, ScenarioRun } from "../../index.ts";
import { visibleText } from "../../index.ts";
import { dayWords } from "./parts/day.ts";
import { briefFigure } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";
import { kept, wrap } from "./parts/text.ts";
import { renderBriefPosition } from "./position.ts";
import { renderTimeline } from "./timeline.ts";

/** A value at the scenario's end under the choice in force, and under another one. */
export interface OtherChoice {
  readonly passage: Reading;
  readonly choice: string;
  readonly own: Answer;
  readonly other: Answer;
}

export interface Glance {
  readonly loaded: LoadedScenario;
  readonly run: ScenarioRun;
  /** The days of the timeline to show, as in `2006-11-20`. */
  readonly days: ReadonlySet<string>;
  readonly position: NotePosition;
  readonly otherChoice: OtherChoice;
}

/** Text that ends with a line end. */
export function renderGlance(shown: Glance, width: number, paint: Paint): string {
  const { loaded, run, days, position, otherChoice } = shown;
  const { name, title } = loaded.scenario;
  return [
    ...wrap(title ?? name, width).map(paint.bold),
    ...renderTimeline(run.facts, width, paint, days)
      .split("\n")
      .filter((line) => line !== ""),
    "",
    paint.bold(`Position at the end of ${dayWords(position.on)}`),
    renderBriefPosition(position, width, paint),
    ...otherWords(otherChoice, width, paint),
    "",
  ].join("\n");
}

function otherWords({ passage, choice, own, other }: OtherChoice, width: number, paint: Paint): string[] {
  const { name, section, chosen } = passage;
  const change = `${kept(own.value)} is ${figureOf(other)} instead of ${figureOf(own)}`;
  const words = `[${section}] "${visibleText(name)}" read "${choice}", not "${chosen}": ${change}`;
  return wrap(`${paint.bold("One open passage")} ${words}`, width);
}

function figureOf(answer: Answer): string {
  if ("error" in answer) return "unknown";
  return answer.answer === null ? kept("no value") : kept(briefFigure(answer.answer, answer.unit));
}
