/** What the options of `tenor simulate` ask for, or what is wrong with one of them. */
import type { Changes, SimulationSettings, Template } from "../../index.ts";
import { parseDate, readChanges, readSeed } from "../../index.ts";
import type { Options } from "../options.ts";
import type { OpenSubject } from "./open-subject.ts";

export interface Asked {
  readonly paths: number;
  /** How many of them run in both engines. */
  readonly checks: number;
  readonly settings: SimulationSettings;
  /** Of a sweep, the names that it moves with their values; the variants are all combinations of them, in order. */
  readonly sweep: readonly Swept[];
  readonly best: Best | undefined;
}

export interface Swept {
  readonly name: string;
  readonly values: readonly string[];
}

/** For whom the best cell of a sweep is looked for, and what the mean of its worst twentieth may come to at most. */
export interface Best {
  readonly side: "holder" | "issuer";
  readonly loss: number | undefined;
}

/** How many days are charted on a page. */
const chartedDays = 60;

/** A text says what is wrong. */
export function askedOf(options: Options, { template, plan }: Pick<OpenSubject, "template" | "plan">): Asked | string {
  const { model, value, html, exact, paths: pathsText = "", seed: seedText = "" } = options;
  if (model === undefined) return 'name the model of the paths, such as --model "gbm?volatility=80%&price=1.20"';
  const paths = wholeNumber(pathsText, 1_000_000_000);
  if (paths === undefined || paths === 0)
    return `--paths ${pathsText} is not a number of paths; write a whole number from 1 to 1,000,000,000`;
  const seed = readSeed(seedText);
  if (seed === undefined) return `--seed ${seedText} is not a seed; write a whole number of at most 64 bits`;
  const through = options.through === undefined ? undefined : parseDate(options.through);
  if (options.through !== undefined && through === undefined) {
    return `--through ${options.through} is not a day; write it as 2006-06-13`;
  }
  const checks = checksIn(options);
  if (typeof checks === "string") return checks;
  const variants = variantsOf(options, template);
  if (typeof variants === "string") return variants;
  const best = bestOf(options);
  if (typeof best === "string") return best;
  const unread = unreadOptions(options);
  if (unread !== undefined) return unread;
  const charted = html === undefined ? 0 : chartedDays;
  const settings = {
    model,
    seed,
    values: value,
    charted,
    variants: variants.variants,
    ...(through !== undefined && { through }),
    ...(plan !== undefined && { plan }),
    ...(exact === true && { exact }),
  };
  return { paths, checks, settings, sweep: variants.sweep, best };
}

/** How many paths run in both engines, of which each takes as long as the exact one does. */
function checksIn({ check, exact }: Options): number | string {
  if (typeof check !== "string") return 0;
  if (exact === true) return "--check compares with the compiled note, and --exact runs none: leave one of them out";
  const checks = wholeNumber(check, 1_000_000);
  if (checks !== undefined && checks > 0) return checks;
  return `--check ${check} is not a number of paths; write a whole number from 1 to 1,000,000`;
}

/** One option that another leaves without effect. */
function unreadOptions({
  best,
  html,
  path,
  check,
  parquet,
  compare = [],
  sweep = [],
  readings,
}: Options): string | undefined {
  if (path !== undefined) {
    const ofAll = { html, compare: compare[0], sweep: sweep[0], readings, best, check, parquet };
    const [unread] = Object.entries(ofAll).find(([, it]) => it !== undefined && it !== false) ?? [];
    return unread && `--${unread} looks at all paths, and --path shows one: leave one of them out`;
  }
  return best !== undefined && html !== undefined ? "--best is not shown on a page: leave --html out" : undefined;
}

/** A whole number up to a bound, as text. */
export function wholeNumber(text: string, most: number): number | undefined {
  return /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : undefined;
}

function variantsOf(
  { compare = [], sweep = [], readings }: Options,
  { program }: Template,
): { readonly variants: readonly Changes[]; readonly sweep: readonly Swept[] } | string {
  const compared = compare.map((text) => readChanges(text) ?? text);
  const wrong = compared.find((it) => typeof it === "string");
  if (wrong !== undefined) return `--compare ${wrong} changes nothing: write NAME=VALUE, with & between several`;
  const swept = sweep.map(sweptOf);
  const wrongSweep = swept.indexOf(undefined);
  if (wrongSweep >= 0) return `--sweep ${sweep[wrongSweep] ?? ""} has no values: write NAME=VALUE,VALUE,…`;
  if (swept.length > 2) return "--sweep moves one or two things at a time";
  if ([compare.length, sweep.length, readings ? 1 : 0].filter((it) => it > 0).length > 1) {
    return "--compare, --sweep and --readings are three questions: ask one at a time";
  }
  const all = swept.flatMap((it) => it ?? []);
  const choices = readings ? [...program.readings.values()].flatMap((it) => otherChoices(it)) : [];
  const cells = all.length === 0 ? [] : combinations(all);
  return {
    variants: [...compared.flatMap((it) => (typeof it === "string" ? [] : [it])), ...cells, ...choices],
    sweep: all,
  };
}

function otherChoices({
  name,
  choices,
  chosen,
}: {
  name: string;
  choices: readonly string[];
  chosen: string;
}): Changes[] {
  return choices.filter((choice) => choice !== chosen).map((choice) => [[name, choice]]);
}

function sweptOf(text: string): Swept | undefined {
  const at = text.indexOf("=");
  const values = text
    .slice(at + 1)
    .split(",")
    .map((it) => it.trim());
  return at > 0 && values.every((it) => it !== "") ? { name: text.slice(0, at).trim(), values } : undefined;
}

function combinations([first, ...rest]: readonly Swept[]): Changes[] {
  if (first === undefined) return [[]];
  const behind = combinations(rest);
  return first.values.flatMap((value) => behind.map((others): Changes => [[first.name, value], ...others]));
}

function bestOf({ best, loss, sweep = [] }: Options): Best | string | undefined {
  if (best === undefined)
    return loss === undefined ? undefined : "--loss bounds what --best looks for: add --best holder or --best issuer";
  if (best !== "holder" && best !== "issuer") return `--best ${best} is nobody; write holder or issuer`;
  if (sweep.length === 0) return "--best looks among the cells of a sweep: add --sweep NAME=VALUE,VALUE";
  if (loss === undefined) return { side: best, loss: undefined };
  const amount = /^\d+(?:\.\d+)?$/.test(loss) ? Number(loss) : undefined;
  return amount === undefined ? `--loss ${loss} is not an amount; write a plain decimal` : { side: best, loss: amount };
}
