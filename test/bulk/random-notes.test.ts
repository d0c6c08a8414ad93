/**
 * Random notes compiled in bulk and in the exact engine. No note of the generators compiles as it is: statements are taken out,
 * those in which something can't be compiled and those that need them, until what is left does.
 */
import { expect, test } from "vitest";
import { loadByPlatform } from "../../bench/load-wasm.ts";
import type { CompiledNote } from "../../src/bulk/compile-bulk.ts";
import { compileBulk } from "../../src/bulk/compile-bulk.ts";
import { javaScriptOf, loadByFunction } from "../../src/bulk/routine/javascript.ts";
import { webAssemblyOf } from "../../src/bulk/routine/webassembly.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { Replay } from "../../src/driver/questions.ts";
import type { LoadedScenario } from "../../src/driver/scenarios.ts";
import { scenarioAsPlan } from "../../src/driver/simulating/scenario-as-plan.ts";
import type { Template } from "../../src/driver/templates.ts";
import { checkSource } from "../../src/driver/templates.ts";
import type { Evaluation } from "../../src/evaluate/state/run.ts";
import { isFigure } from "../../src/evaluate/state/run.ts";
import { Failure } from "../../src/evaluate/values/problem.ts";
import type { Market } from "../../src/inputs/market.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import type { Span } from "../../src/source/span.ts";
import { toBinary } from "../../src/units/binary/to-binary.ts";
import { asPlainDate, formatDate } from "../../src/units/plain-date.ts";
import { ensured } from "../support/acceptance.ts";
import { compileLeniently, loadedCase } from "../support/random-note/disagreement.ts";
import type { Draw } from "../support/random-note/draw.ts";
import { drawFrom } from "../support/random-note/draw.ts";
import type { RandomTemplate } from "../support/random-note/template.ts";
import { randomTemplate, templateText } from "../support/random-note/template.ts";
import type { RandomScenario } from "../support/random-note/timeline.ts";
import { firstDay, randomTimeline } from "../support/random-note/timeline.ts";

const notesDrawn = Number(process.env.TENOR_RANDOM_BULK ?? 40);
const lastDay = asPlainDate(firstDay + 45);

/** A note, a part of which compiles. */
interface Part {
  readonly text: string;
  readonly template: Template;
  readonly timeline: RandomScenario;
  /** Each value that compiles by itself. */
  readonly notes: ReadonlyMap<string, CompiledNote>;
}

/** Undefined where no value of what is left compiles. */
function partOf(drawn: RandomTemplate, timeline: RandomScenario): Part | undefined {
  let left: RandomTemplate | undefined = drawn;
  while (left !== undefined) {
    const text = templateText(left);
    const faults = checkSource(new SourceFile("generated.tenor", text)).diagnostics.filter(isFault);
    if (faults.length > 0) {
      left = without(
        left,
        faults.map(({ span }) => span),
      );
      continue;
    }
    const template = compileLeniently(text);
    if (typeof template === "string") return undefined;
    const known = {
      ...timeline,
      events: timeline.events.filter(({ event }) => template.program.events.has(`${event}`)),
    };
    const loaded = loadedCase(template, known);
    if (!loaded.ok) return undefined;
    const names = figuresOf(template);
    const all = bulkOf(template, loaded.value, names);
    const fewer = all.ok
      ? undefined
      : without(
          left,
          all.gaps.flatMap(({ span }) => span ?? []),
        );
    if (fewer === undefined) return { text, template, timeline: known, notes: notesOf(template, loaded.value, names) };
    left = fewer;
  }
  return undefined;
}

function notesOf(template: Template, loaded: LoadedScenario, names: readonly string[]): Map<string, CompiledNote> {
  const made = names.map((name) => [name, bulkOf(template, loaded, [name])] as const);
  return new Map(made.flatMap(([name, it]) => (it.ok ? [[name, it.note] as const] : [])));
}

/** Errors of templates that run nonetheless are none. */
function isFault({ code, severity }: Diagnostic): boolean {
  return severity === "error" && !["TN4002", "TN4009", "TN4010"].includes(code);
}

/** Without the statements that the places are in; undefined where that changes nothing. */
function without({ head, statements }: RandomTemplate, places: readonly Span[]): RandomTemplate | undefined {
  let next = head.length + 1;
  const left = statements.filter((statement) => {
    const [from, to] = [next, next + statement.length];
    next = to + 1;
    return !places.some(({ start }) => start >= from && start < to);
  });
  return left.length === statements.length ? undefined : { head, statements: left };
}

/** The names of definitions that give numbers or conditions. */
function figuresOf({ program: { askable, definitions } }: Template): string[] {
  return [...askable].flatMap(([name, { noteLevel }]) => {
    const type = noteLevel?.kind === "definition" ? definitions.get(noteLevel.key)?.type : undefined;
    return type?.kind === "quantity" || type?.kind === "yes or no" ? [name] : [];
  });
}

function bulkOf({ program }: Template, { scenario, environment }: LoadedScenario, metrics: readonly string[]) {
  const { plan, targets } = scenarioAsPlan(scenario, undefined, program);
  const [market] = environment.series.values();
  return compileBulk(program, plan, {
    terms: scenario.terms,
    readings: scenario.readings,
    calendar: environment.calendar,
    ...(environment.exchange && { exchange: environment.exchange }),
    rowDays: [...(market?.days ?? [])].map(asPlainDate),
    last: lastDay,
    metrics,
    targets,
  });
}

/** The same days with other prices and volumes. */
function otherPrices(market: string, draw: Draw): string {
  const price = () => String(0.5 + draw(8) / 4);
  const rows = market.trim().split("\n");
  const changed = rows.map((row, index) => {
    const [on = ""] = row.split(",");
    return index === 0 ? row : [on, price(), "3", price(), price(), price(), String(draw(500))].join(",");
  });
  return `${changed.join("\n")}\n`;
}

/** What the exact engine finds on the last day: a number, NaN for no value, or a failure. */
function exactly({ template, timeline, notes }: Part, market: string): ReadonlyMap<string, number | "fails"> {
  const ask = [...notes.keys()].map((value) => ({ value, on: formatDate(lastDay) }));
  const loaded = ensured(loadedCase(template, { ...timeline, market, ask }));
  const { facts } = ensured(new Replay(template, loaded).outcome());
  return new Map(facts.answers.map(({ query, result }) => [query.value, figureOf(result)]));
}

function figureOf(result: Evaluation): number | "fails" {
  if (result instanceof Failure) return "fails";
  if (typeof result === "boolean") return Number(result);
  return isFigure(result) ? toBinary(result) : Number.NaN;
}

/** The same from the compiled note, alone and in the lanes of a vector; "fails" where it leaves the path to the exact engine. */
function inBulk(note: CompiledNote, markets: readonly Market[]) {
  const [runner, vectors] = [javaScriptOf(note, loadByFunction), webAssemblyOf(note, loadByPlatform)];
  for (const [lane, market] of markets.entries()) {
    for (const name of note.columns.keys()) {
      for (const row of market.days.keys()) {
        const column = vectors.column(name);
        if (column !== undefined) column[row * vectors.lanes + lane] = valueIn(market, row, name);
      }
    }
  }
  vectors.start();
  vectors.run(0, note.days);
  const side = markets.map((_, lane) => (vectors.needsExact(lane) ? "fails" : vectors.result(0, lane)));
  const alone = markets.map((market) => {
    for (const name of note.columns.keys()) {
      for (const row of market.days.keys()) runner.column(name)?.set([valueIn(market, row, name)], row);
    }
    runner.start();
    runner.run(0, note.days);
    return runner.needsExact() ? "fails" : runner.result(0);
  });
  return { side, alone };
}

function valueIn(market: Market, row: number, column: string): number {
  const value = market.value(row, column);
  return value === undefined ? Number.NaN : toBinary(value);
}

test("what compiles of random notes gives what the exact engine gives", {
  timeout: 60_000 + notesDrawn * 5_000,
}, () => {
  const counts = { notes: 0, values: 0, compared: 0, left: 0 };
  const differs: string[] = [];
  for (let seed = 1; seed <= notesDrawn; seed += 1) {
    const draw = drawFrom(seed);
    const part = partOf(randomTemplate(draw), randomTimeline(draw));
    if (part === undefined || part.notes.size === 0) continue;
    counts.notes += 1;
    counts.values += part.notes.size;
    const texts = Array.from({ length: 4 }, () => otherPrices(part.timeline.market, draw));
    const exact = texts.map((market) => exactly(part, market));
    const markets = texts.flatMap((market) => {
      const { environment } = ensured(loadedCase(part.template, { ...part.timeline, market }));
      return [...environment.series.values()].slice(0, 1);
    });
    for (const [name, note] of part.notes) {
      const { side, alone } = inBulk(note, markets);
      for (const [path, found] of alone.entries()) {
        const expected = exact[path]?.get(name);
        if (!Object.is(side[path], found)) differs.push(`seed ${seed} ${name}: lanes ${side[path]}, alone ${found}`);
        if (found === "fails") counts.left += 1;
        else counts.compared += 1;
        if (found !== "fails" && !isSame(found, expected)) {
          differs.push(`seed ${seed} ${name} path ${path}: ${found}, exactly ${expected}`);
        }
      }
    }
  }
  expect(differs).toEqual([]);
  // So that the test does not pass by comparing little: about a third of the notes have a part that compiles.
  expect(counts.notes).toBeGreaterThan(notesDrawn / 5);
  expect(counts.values).toBeGreaterThan(3 * counts.notes);
  expect(counts.compared).toBeGreaterThan(counts.left);
});

function isSame(found: number, exact: number | "fails" | undefined): boolean {
  if (typeof exact !== "number") return false;
  return Number.isNaN(exact) ? Number.isNaN(found) : Math.abs(found - exact) <= 1e-9 * Math.max(1, Math.abs(exact));
}
