/** What a simulation was made from, so that it can be made again. */
import { basename } from "node:path";
import type { NamedText, OpenSimulation } from "../../index.ts";
import { filesOf, parseScenario, readModelText } from "../../index.ts";
import type { Options } from "../options.ts";
import { askedPlan } from "../plans/open-plan.ts";
import type { OpenSubject } from "../simulating/open-subject.ts";
import type { Made, Making, NoteMade } from "./made-from.ts";
import { calendarMade, clausesOf, exchangeMade, made, marketMade, readingsIn, versions } from "./made-from.ts";

export interface SimulatedFrom extends Making, NoteMade {
  /** As the command named it; a template with its deal terms has none. */
  readonly scenario?: Made;
  /** The file that the model names. */
  readonly prices?: Made;
}

/** The options that change what is printed; how many threads work does not. */
const texts = ["model", "paths", "seed", "plan", "through", "check", "best", "loss"] as const;
const lists = ["value", "compare", "sweep"] as const;
const flags = ["exact", "readings"] as const;

export function simulatedFrom(
  subject: string,
  { template, texts: own }: OpenSubject,
  { base: { environment, scenario, template: loaded } }: OpenSimulation,
  prices: NamedText | undefined,
  options: Options,
): SimulatedFrom {
  const { name, choices } = subjectParts(subject);
  const isScenario = subject.endsWith(".json");
  const { market, series, calendar, rows = new Map<string, NamedText>() } = own;
  const named = filesOf(parseScenario(own.scenario.text, own.scenario.name));
  const files = named.ok ? named.value : { market: [], calendar: undefined };
  return {
    command: "simulate",
    asked: { ...(choices !== "" && { choices }), ...askedIn(options) },
    ...(isScenario && { scenario: made(subject, own.scenario) }),
    template: made(isScenario ? basename(template.files.template.name) : name, template.files.template),
    clauses: clausesOf(template),
    ...marketMade(files.market, market, series),
    ...(rows.size > 0 && { rows: [...rows].map(([file, text]) => made(file, text)) }),
    ...(prices && { prices: made(prices.name, prices) }),
    calendar: calendarMade(files.calendar ?? loaded.program.calendar, calendar, environment.calendar),
    ...exchangeMade(template, environment.exchange),
    readings: readingsIn(loaded.program.readings, scenario.readings),
    ...versions(),
  };
}

/** A template, and the deal terms and readings behind its question mark. */
function subjectParts(subject: string): { readonly name: string; readonly choices: string } {
  const at = subject.indexOf("?");
  return at < 0 ? { name: subject, choices: "" } : { name: subject.slice(0, at), choices: subject.slice(at) };
}

function askedIn(options: Options): Making["asked"] {
  return Object.fromEntries([
    ...texts.flatMap((name) => (typeof options[name] === "string" ? [[name, options[name]] as const] : [])),
    ...lists.flatMap((name) =>
      options[name] === undefined || options[name].length === 0 ? [] : [[name, options[name]] as const],
    ),
    ...flags.flatMap((name) => (options[name] === true ? [[name, "yes"] as const] : [])),
  ]);
}

/** The options with which it is made again. */
export function simulationOptions(asked: ReadonlyMap<string, string | readonly string[]>): Options {
  const given = [...asked].flatMap(([name, value]): (readonly [string, string | readonly string[] | boolean])[] => {
    if (flags.some((it) => it === name)) return [[name, true]];
    const known: readonly string[] = typeof value === "string" ? texts : lists;
    return known.includes(name) ? [[name, value]] : [];
  });
  return { value: [], day: [], within: "", every: "", compare: [], sweep: [], ...Object.fromEntries(given) };
}

/** The files that it names beside its scenario or its template. */
export function filesAsked(asked: ReadonlyMap<string, string | readonly string[]>): string[] {
  const [model, plan] = [asked.get("model"), asked.get("plan")];
  // No file is read for a model that reads badly.
  const read = typeof model === "string" ? readModelText(model) : undefined;
  const prices = read?.ok === true ? read.value.file : undefined;
  const plans = typeof plan === "string" ? askedPlan(plan).file : undefined;
  return [prices, plans].flatMap((file) => file ?? []);
}
