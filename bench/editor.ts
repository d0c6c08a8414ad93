/**
 * What an editor asks, warm, on the largest template with its stories and clauses: each answer, and findings after a keystroke.
 * The median of many rounds: the time of the thread alone is counted in steps of four milliseconds, longer than most answers.
 */
import { readdirSync, readFileSync } from "node:fs";
import { LanguageService } from "../src/index.ts";
import type { Row } from "./rows.ts";
import { inTime } from "./rows.ts";

const mostMs = 30;
const rounds = 30;
const stroke = "findings after a keystroke";

/** All questions, or those that are named. */
export function editor(only?: readonly string[]): Row[] {
  return [...ofTypedText(only), ...(only === undefined ? ofPrices() : [])];
}

/** What hints say of the prices of readings: template, story and day unchanged, as between two keystrokes. */
function ofPrices(): Row[] {
  const { service, texts, path } = opened();
  const stories = [texts.get(path), texts.get(path.replace(".tenor", ".stories.tenor"))].join("\n");
  const [, story = ""] = /^test "([^"\n]+)"/m.exec(stories) ?? [];
  service.choose(path, { story });
  const steps: number[] = [];
  for (let isMore = true; isMore; ) steps.push(timeOf(() => (isMore = service.findPrice(path))));
  if (steps.length < 3) throw new Error(`no price of a reading is found in "${story}" of ${path}`);
  const shown = Array.from({ length: rounds }, () => timeOf(() => service.hints(path)));
  // The first step runs the story itself, when it is chosen.
  return [
    rowOf("hints with the prices of readings", shown),
    rowOf("the price of one choice of a reading", steps.slice(1)),
  ];
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function rowOf(what: string, times: readonly number[]): Row {
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  return { what: `editor: ${what}`, beside: `${mostMs} ms`, ratio: median / mostMs, aim: 1, figures: inTime(median) };
}

function ofTypedText(only: readonly string[] | undefined): Row[] {
  const { service, texts, path, places } = opened();
  const text = texts.get(path) ?? "";
  const at = text.indexOf(" means ", text.length / 2) + " means ".length;
  let strokes = 0;
  /** Typing inside a definition, so that it is broken half of the time. */
  const type = () => {
    strokes += 1;
    texts.set(path, text.slice(0, at) + "1 + (2 * 3) + ".slice(0, strokes % 15) + text.slice(at));
  };
  const answers: Readonly<Record<string, (offset: number) => unknown>> = {
    [stroke]: () => service.findings(path),
    hover: (offset) => service.hover(path, offset),
    definition: (offset) => service.definition(path, offset),
    references: (offset) => service.references(path, offset),
    completion: (offset) => service.completions(path, offset),
    signature: (offset) => service.signature(path, offset),
    outline: () => service.outline(path),
    folding: () => service.folds(path),
    colours: () => service.marks(path),
    hints: () => service.hints(path),
    lenses: () => service.lenses(path),
    actions: () => service.fixes(path),
    formatting: () => service.format(path),
    rename: (offset) => service.rename(path, offset, "Another Name"),
    calls: (offset) => service.incoming(path, offset),
    symbols: () => service.symbols([path], "price"),
  };
  const asked = Object.entries(answers).filter(([what]) => only?.includes(what) ?? true);
  return asked.map(([what, answer]) => {
    const times = Array.from({ length: rounds }, (_, index) => {
      const offset = places[index % places.length] ?? 0;
      // Each is asked about a text that has just changed and been checked, as in an editor.
      type();
      if (what !== stroke) service.findings(path);
      return timeOf(() => answer(offset));
    });
    return rowOf(what, times);
  });
}

/** How many lines the template and its stories have. */
export function linesAsked(): number {
  const files = [largest(), largest().replace(".tenor", ".stories.tenor")];
  return files.reduce((sum, file) => sum + (textOf(file)?.split("\n").length ?? 0), 0);
}

function largest(): string {
  const sizes = readdirSync("terms").filter((file) => /^[\w-]+\.tenor$/.test(file));
  const [path = ""] = sizes
    .map((file) => `terms/${file}`)
    .toSorted((a, b) => readFileSync(b).length - readFileSync(a).length);
  return path;
}

function opened() {
  const path = largest();
  const texts = new Map<string, string | undefined>();
  const read = (file: string) => {
    if (!texts.has(file)) texts.set(file, textOf(file));
    return texts.get(file);
  };
  const service = new LanguageService({ read, list, library: "terms/library" });
  const text = read(path) ?? "";
  const names = [...text.matchAll(/[A-Z][a-z]+/g)].map(({ index }) => index + 1);
  const places = names.filter((_, index) => index % Math.ceil(names.length / 15) === 0);
  service.findings(path);
  return { service, texts, path, places };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
