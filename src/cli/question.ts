import type { Diagnostic, Question } from "../index.ts";
import { loadScenario, SourceFile } from "../index.ts";
import { limitsAsked } from "./limits.ts";
import type { OpenScenario } from "./open-scenario.ts";
import type { Loaded } from "./problem.ts";
import { refused } from "./problem.ts";

/** What a command asks: a value, and where it says so a day and an event or a section. */
export interface Asked {
  readonly value: string;
  readonly on?: string;
  readonly of?: string;
}

/**
 * Reads a question that a command asks, with the checks that the questions of a scenario get.
 *
 * The scenario is read once more with this question in the place of its own. It had no problem before, so what is found
 * now is in the question, and is shown in it.
 */
export function readQuestion(asked: Asked, { template, loaded }: OpenScenario): Loaded<Question> {
  const { on, of, value } = asked;
  const question = JSON.stringify({ value, ...(on !== undefined && { on }), ...(of !== undefined && { of }) });
  const { scenario, calendar } = loaded.texts;
  const { ask: _, ...rest } = JSON.parse(new SourceFile(scenario.name, scenario.text).text) as Record<string, unknown>;
  const before = `${JSON.stringify(rest).slice(0, -1)},"ask":[`;
  const text = `${before}${question}]}`;
  const texts = { scenario: { name: scenario.name, text }, ...(calendar !== undefined && { calendar }) };
  const read = loadScenario(template, texts, limitsAsked());
  if (!read.ok) return refused(...read.diagnostics.map((it) => shownInQuestion(it, before.length, question)));
  const [first] = read.value.scenario.ask;
  if (first === undefined) throw new Error("a scenario read with a question has one");
  return { ok: true, value: first };
}

/** The finding at its place in the question alone. What it relates to is a scenario that nobody wrote, and is left out. */
function shownInQuestion(found: Diagnostic, offset: number, question: string): Diagnostic {
  const source = new SourceFile("the question", question);
  const { fix: _, ...rest } = found;
  const span = { source, start: found.span.start - offset, end: found.span.end - offset };
  return { ...rest, span, related: [] };
}
