/**
 * Reads a model of price paths as a command names it: `gbm?volatility=80%&price=1.20`, or `bootstrap?file=prices.csv&block=20`.
 * All that is wrong with it is found in one go.
 */
import { nearestName } from "../base/nearest-name.ts";
import { ProblemList } from "../diagnostics/problem-list.ts";
import type { Result } from "../diagnostics/result.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Span } from "../source/span.ts";
import { parseDecimal } from "../units/exact.ts";
import type { Moves, PastRows, PathModel } from "./model.ts";
import type { ModelName, ParameterKind, ParameterName } from "./model-parameters.ts";
import { isParameter, modelKinds, modelParameters, parametersOf } from "./model-parameters.ts";

/** A model as it is written, its values read and its file not yet. */
export interface ModelText {
  readonly name: ModelName;
  readonly text: string;
  /** The file that it names. */
  readonly file?: string;
  readonly values: ReadonlyMap<ParameterName, number>;
}

export function readModelText(text: string): Result<ModelText> {
  const source = new SourceFile("--model", text.trim());
  const problems = new ProblemList();
  const parts = partsOf(source);
  const name = Object.keys(modelKinds).find((it): it is ModelName => it === parts.name.text);
  if (name === undefined) {
    const facts = { name: parts.name.text, models: Object.keys(modelKinds).join(", ") };
    problems.add("TN5520", parts.name.span, facts, [], near(parts.name.text, Object.keys(modelKinds)));
    return { ok: false, diagnostics: problems.list() };
  }
  const values = new Map<ParameterName, number>();
  let file: string | undefined;
  for (const { key, value, span } of parts.rest) {
    if (key === "file") {
      if (file === undefined) file = value;
      else problems.add("TN5523", span, { name: key });
    } else if (!isParameter(key) || !parametersOf(name).includes(key)) {
      problems.add("TN5521", span, { model: name, name: key }, [], near(key, ["file", ...parametersOf(name)]));
    } else {
      const kind: ParameterKind = modelParameters[key];
      const read = figureOf(value, kind);
      if (read === undefined) problems.add("TN5522", span, { name: key, text: value, expected: expectedOf(kind) });
      else if (values.has(key)) problems.add("TN5523", span, { name: key });
      else values.set(key, read);
    }
  }
  for (const missing of missingIn(name, new Set(parts.rest.map(({ key }) => key)))) {
    problems.add("TN5524", parts.name.span, { model: name, name: missing });
  }
  if (!problems.isEmpty) return { ok: false, diagnostics: problems.list() };
  return { ok: true, value: { name, text, values, ...(file !== undefined && { file }) } };
}

/** The model, with the rows of its file where it names one: the rows before the note's first day are its history. */
export function modelOf({ name, values }: ModelText, file: PastRows | undefined): PathModel {
  const of = (parameter: ParameterName): number => values.get(parameter) ?? defaultOf(parameter);
  const [below, closes, target] = [of("split below"), of("split closes"), of("split target")];
  const [yearly, price] = [of("delisting"), of("delisted below")];
  const lowest = price > 0 ? { price, closes: of("delisted closes") } : undefined;
  const hasDelisting = yearly > 0 || lowest !== undefined;
  return {
    moves: movesOf(name, of, file),
    price: values.get("price") ?? file?.close.at(-1) ?? 1,
    digits: of("digits"),
    volume: {
      mean: of("volume"),
      noise: of("volume noise"),
      withMoves: of("volume with moves"),
      withPrice: of("volume with price"),
    },
    history: of("history"),
    listing: {
      ...(below > 0 && { split: { below, closes, target: Math.max(target, below) } }),
      ...(hasDelisting && {
        delisting: { yearly, below: lowest, loss: of("delisting loss"), volumeLeft: of("delisting volume") },
      }),
    },
  };
}

function movesOf(name: ModelName, of: (parameter: ParameterName) => number, file: PastRows | undefined): Moves {
  const smooth = { volatility: of("volatility"), drift: of("drift") };
  const rows = file ?? { close: new Float64Array([1, 1]) };
  const kinds: Readonly<Record<ModelName, () => Moves>> = {
    replay: () => ({ kind: "replay", file: rows }),
    bootstrap: () => ({ kind: "bootstrap", file: rows, block: of("block") }),
    gbm: () => ({ kind: "gbm", ...smooth }),
    jumps: () => ({
      kind: "jumps",
      ...smooth,
      rate: of("jumps per year"),
      mean: of("mean jump"),
      spread: of("jump spread"),
    }),
  };
  return kinds[name]();
}

function defaultOf(parameter: ParameterName): number {
  const kind: ParameterKind = modelParameters[parameter];
  return kind.byDefault ?? 0;
}

/** What has to be said: a file where rows are its own; a price and a volatility where there is no file. */
function missingIn(name: ModelName, given: ReadonlySet<string>): string[] {
  if (given.has("file")) return [];
  return (modelKinds[name].readsFile ? ["file"] : ["volatility", "price"]).filter((it) => !given.has(it));
}

interface Part {
  readonly key: string;
  readonly value: string;
  readonly span: Span;
}

function partsOf(source: SourceFile): { name: { text: string; span: Span }; rest: readonly Part[] } {
  const [name = "", ...behind] = source.text.split("?");
  const rest: Part[] = [];
  let start = name.length + 1;
  for (const part of behind.length === 0 ? [] : behind.join("?").split("&")) {
    const at = part.indexOf("=");
    const [key, value] = at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
    rest.push({ key: key.trim(), value: value.trim(), span: { source, start, end: start + part.length } });
    start += part.length + 1;
  }
  return { name: { text: name, span: { source, start: 0, end: name.length } }, rest };
}

function near(name: string, names: readonly string[]): { help?: string } {
  const found = nearestName(name, names);
  return found === undefined ? {} : { help: `write \`${found}\`, if that is meant` };
}

/** Undefined for what is no figure of the kind, or lies outside its range. */
function figureOf(text: string, { is, from, to }: ParameterKind): number | undefined {
  const isPercent = text.endsWith("%");
  if (isPercent && is !== "fraction") return undefined;
  const plain = text.replace(is === "price" ? /^\$/ : /^$/, "").replace(/%$/, "");
  if (parseDecimal(plain) === undefined) return undefined;
  const value = isPercent ? Number(plain) / 100 : Number(plain);
  if (value < from || value > to || (is === "count" && !Number.isInteger(value))) return undefined;
  return value;
}

function expectedOf({ is, from, to }: ParameterKind): string {
  const forms = {
    fraction: "a percentage such as 80%, or a fraction such as 0.8",
    price: "a price such as 1.20",
    count: "a whole number",
    number: "a plain decimal",
  } as const;
  return `${forms[is]}, from ${from} to ${to}`;
}
