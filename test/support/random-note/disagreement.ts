import { fromChecked } from "../../../src/core/from-checked.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { Result } from "../../../src/diagnostics/result.ts";
import { runScenario } from "../../../src/driver/questions.ts";
import type { DataTexts, LoadedScenario } from "../../../src/driver/scenarios.ts";
import { loadScenario } from "../../../src/driver/scenarios.ts";
import type { Template } from "../../../src/driver/templates.ts";
import { checkSource } from "../../../src/driver/templates.ts";
import { makeMachine } from "../../../src/evaluate/compile/machine.ts";
import { SourceFile } from "../../../src/source/source-file.ts";
import { formatDate } from "../../../src/units/plain-date.ts";
import { simpleEvaluate } from "../simple-evaluator/simple-evaluate.ts";
import type { RandomTemplate } from "./template.ts";
import { tableFiles, templateText } from "./template.ts";
import type { RandomQuestion, RandomScenario } from "./timeline.ts";
import { scenarioText } from "./timeline.ts";

/** A question to which the two evaluators give different answers. */
export interface Disagreement {
  readonly question: RandomQuestion;
  readonly exact: string;
  readonly simple: string;
}

/** Errors of templates that can run nonetheless: dates ahead and conflicts. */
const runnable = new Set(["TN4002", "TN4009", "TN4010"]);

/** A template ready to run, though its exceptions may have no order and its changes may collide; else what is wrong. */
export function compileLeniently(text: string): Template | string {
  const { program, diagnostics } = checkSource(
    new SourceFile("generated.tenor", text),
    tableFiles.map((it) => new SourceFile(it.name, it.text)),
  );
  const faults = diagnostics.filter(({ code, severity }) => severity === "error" && !runnable.has(code));
  if (faults.length > 0) return inWords(faults);
  const core = fromChecked(program);
  return { program: core, machine: makeMachine(core) };
}

/** A generated scenario, read as one of a file is. */
export function loadedCase(template: Template, scenario: RandomScenario): Result<LoadedScenario> {
  const texts = {
    scenario: { name: "generated.json", text: scenarioText(scenario) },
    ...marketTexts(template, scenario),
    calendar: { name: "calendar.csv", text: scenario.calendar },
  };
  return loadScenario(template, texts);
}

/** The prices, for each series that the note declares; a series of fixings lacks some days that have prices. */
export function marketTexts({ program }: Template, { market: text }: RandomScenario): DataTexts {
  const market = { name: "generated.csv", text };
  if (program.series.size < 2) return { market };
  const rows = text
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split(","));
  const fixings = rows.flatMap(([day = "", , , , close = ""], index) => (index % 3 === 1 ? [] : [`${day},${close}`]));
  const fix = { name: "fixings.csv", text: ["date,fixing", ...fixings, ""].join("\n") };
  const files = [...program.series].map(([name, { columns }]) => [name, columns.has("fixing") ? fix : market] as const);
  return { series: new Map(files) };
}

/** Where the exact engine and the simple evaluator differ; the text of a fault where the scenario can't be run. */
export function disagreements(template: Template, scenario: RandomScenario): Disagreement[] | string {
  const loaded = loadedCase(template, scenario);
  // A draw may place an answer before its event on their day, which is an error of the scenario.
  if (!loaded.ok && loaded.diagnostics.every(({ code }) => code === "TN5226")) return [];
  if (!loaded.ok) return inWords(loaded.diagnostics);
  return differences(template, loaded.value);
}

/** The same for a scenario that has been read. */
export function differences(template: Template, loaded: LoadedScenario): Disagreement[] | string {
  const run = runScenario(template, loaded);
  if (!run.ok) return inWords(run.diagnostics);
  const { scenario, environment } = loaded;
  const simple = simpleEvaluate(template.program, scenario, environment);
  return run.value.outcome.answers.flatMap((answer, index) => {
    const exact = "error" in answer ? `error ${answer.error.kind}` : String(answer.answer);
    const other = simple[index];
    const simpleAnswer =
      other?.kind === "value" ? other.text : other?.kind === "null" ? "null" : `error ${other?.error}`;
    const { value, on, of } = scenario.ask[index] ?? { value: "" };
    const question = { value, ...(on !== undefined && { on: formatDate(on) }), ...(of !== undefined && { of }) };
    return exact === simpleAnswer ? [] : [{ question, exact, simple: simpleAnswer }];
  });
}

function inWords(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n");
}

/** The scenario of fewest events found in which one question is still answered in two ways, to be read. */
export function smallestScenario(template: Template, scenario: RandomScenario, { question }: Disagreement): string {
  let best: RandomScenario = { ...scenario, ask: [question] };
  const found = (candidate: RandomScenario) => disagreements(template, candidate);
  for (let goesOn = true; goesOn; ) {
    const next = [...without(best.events)].find((events) => {
      const differs = found({ ...best, events });
      return typeof differs !== "string" && differs.length > 0;
    });
    goesOn = next !== undefined;
    if (next !== undefined) best = { ...best, events: next };
  }
  return [scenarioText(best), JSON.stringify(found(best))].join("\n");
}

/** A template and a scenario for it, to be read, with the answers of both. */
export function shownCase({ template, scenario }: Case): string {
  const text = templateText(template);
  const compiled = compileLeniently(text);
  const found = typeof compiled === "string" ? compiled : disagreements(compiled, scenario);
  return [text, scenarioText(scenario), scenario.market, JSON.stringify(found)].join("\n");
}

/** The smallest template and scenario found in which one question is still answered in two ways. */
export function smallest(template: RandomTemplate, scenario: RandomScenario, { question }: Disagreement): Case {
  let best: Case = { template, scenario: { ...scenario, ask: [question] } };
  const stillDiffers = (candidate: typeof best) => {
    const compiled = compileLeniently(templateText(candidate.template));
    if (typeof compiled === "string") return false;
    const found = disagreements(compiled, candidate.scenario);
    return typeof found !== "string" && found.length > 0;
  };
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    for (const candidate of smaller(best)) {
      if (!stillDiffers(candidate)) continue;
      best = candidate;
      goesOn = true;
      break;
    }
  }
  return best;
}

/** A template with a scenario for it. */
export type Case = { readonly template: RandomTemplate; readonly scenario: RandomScenario };

function* smaller({ template, scenario }: Case): Generator<Case> {
  for (const events of without(scenario.events)) yield { template, scenario: { ...scenario, events } };
  for (const statements of without(template.statements)) yield { template: { ...template, statements }, scenario };
  for (const [index, statement] of template.statements.entries()) {
    for (const shorter of shorterTexts(statement)) {
      const statements = template.statements.with(index, shorter);
      yield { template: { ...template, statements }, scenario };
    }
  }
}

/** Halves first, then one by one. */
function* without<T>(items: readonly T[]): Generator<T[]> {
  for (let size = Math.ceil(items.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < items.length; start += size) yield items.toSpliced(start, size);
  }
}

/** A line less, or a bracket in which only one of its own brackets is left, or a plain figure. */
function* shorterTexts(statement: string): Generator<string> {
  const lines = statement.split("\n");
  if (lines.length > 1) for (let index = 1; index < lines.length; index++) yield lines.toSpliced(index, 1).join("\n");
  const brackets = bracketsIn(statement);
  for (const [start, end] of brackets) {
    const replaced = (text: string) => statement.slice(0, start) + text + statement.slice(end);
    for (const plain of [
      "$1",
      "$1 per share",
      "1 share",
      "1",
      "today",
      "2024-01-15",
      "(today is Issue Date)",
      "(today is on or after Issue Date)",
    ]) {
      if (end - start > plain.length) yield replaced(plain);
    }
    for (const [innerStart, innerEnd] of brackets) {
      if (innerStart > start && innerEnd <= end) yield replaced(statement.slice(innerStart, innerEnd));
    }
  }
}

function bracketsIn(text: string): [number, number][] {
  const open: number[] = [];
  const found: [number, number][] = [];
  for (const [index, letter] of text.split("").entries()) {
    if (letter === "(") open.push(index);
    if (letter === ")") found.push([open.pop() ?? 0, index + 1]);
  }
  return found.toSorted((a, b) => a[0] - b[0]);
}
