import { groupBy } from "../../base/group-by.ts";
import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { usesOf } from "../../evaluate/reasons/reason-facts.ts";
import { unitName } from "../../units/value-type.ts";
import { describeValue, effectsOf } from "../../wording/explanations.ts";
import { figureOf, wordsAsFigure } from "../figures.ts";
import type { Figure, NoteId, NoteLine } from "../page.ts";
import { withoutSettled } from "./settled.ts";

/** Finds or makes the note of a value; undefined where it has none. */
type NoteFinder = (fact: ReasonFact) => NoteId | undefined;

/** The values that a value is made of, those of many days on one line. */
export function noteLines(parent: ReasonFact, noteOf: NoteFinder): NoteLine[] {
  const effects = effectsOf(parent);
  const { settled, open } = withoutSettled(parent);
  let lines = 0;
  const groups = groupBy(open, (use) => {
    const { value, of, kind } = describeValue(use);
    const line = isLine(use) ? lines++ : undefined;
    return JSON.stringify([value, of, kind, line]);
  });
  const written = [...groups.values()].flatMap((group): NoteLine[] => {
    const [first] = group;
    const days = new Set(group.map(({ day }) => day));
    if (first !== undefined && days.size >= leastDays) return [daysLine(first, group)];
    return group.map((use) => lineOf(use, parent, effects.get(use), noteOf));
  });
  return [...settledLine(settled), ...written];
}

/** What was settled before is one line: a page would else show the whole past of an account with each figure of it. */
function settledLine(settled: readonly ReasonFact[]): NoteLine[] {
  const [first, last] = [settled[0], settled.at(-1)];
  if (first === undefined || last === undefined) return [];
  const title = `Before, ${describeValue(first).on} to ${describeValue(last).on}: what accrued and was charged is settled`;
  return [{ title, figure: figureOf("0", unitName(first.type)), section: "", because: "", lines: [] }];
}

/** From so many days on, a value is shown once, with its days. */
const leastDays = 4;
/** So many days are listed. */
const mostDays = 60;

/** What was posted, accrued or adjusted: each stands for itself. */
function isLine({ kind }: ReasonFact): boolean {
  return kind === "interest" || kind === "entry" || kind === "share basis";
}

function lineOf(use: ReasonFact, parent: ReasonFact, effect: string | undefined, noteOf: NoteFinder): NoteLine {
  const { section, because } = describeValue(use);
  const isEntry = use.kind === "entry";
  return {
    title: titleOf(use, parent),
    figure: figureOfReason(use, effect, isLine(use) ? undefined : noteOf(use)),
    section,
    because: isEntry || isClause(use) || use.kind === "market" ? "" : because,
    lines: isEntry ? usesOf(use).map((it) => lineOf(it, use, undefined, noteOf)) : [],
  };
}

/** Whether its note has its words. */
function isClause({ kind }: ReasonFact): boolean {
  return kind === "definition" || kind === "family" || kind === "account";
}

function daysLine(first: ReasonFact, group: readonly ReasonFact[]): NoteLine {
  const { section, because } = describeValue(first);
  const days = group
    .toSorted((a, b) => a.day - b.day)
    .map((it) => [describeValue(it).on, figureOfReason(it).text] as const);
  const figures = new Set(days.map(([, figure]) => figure));
  const [only] = figures;
  return {
    title: `${nameOf(first)}, ${days[0]?.[0] ?? ""} to ${days.at(-1)?.[0] ?? ""}`,
    figure: wordsAsFigure(figures.size === 1 && only !== undefined ? `${only} each day` : `${days.length} days`),
    section,
    because: first.kind === "market" ? "" : because,
    ...(figures.size > 1 && days.length <= mostDays && { days }),
    lines: [],
  };
}

/** `Conversion Price on 2006-11-20`; the day is left out where it is that of what it is used for. */
export function titleOf(fact: ReasonFact, parent: ReasonFact | undefined): string {
  const { kind, day, section } = fact;
  const { because, on } = describeValue(fact);
  if (kind === "entry") return sentence(because);
  if (kind === "interest") return "Interest";
  if (kind === "share basis") return "Restated for a change of the shares";
  const hasDay = kind !== "deal term" && day !== parent?.day;
  const { of } = describeValue(fact);
  const owner = of === undefined || (of === section && parent !== undefined) ? "" : ` of ${of}`;
  return `${describeValue(fact).value}${owner}${hasDay ? ` on ${on}` : ""}`;
}

function nameOf(fact: ReasonFact): string {
  const { value, of } = describeValue(fact);
  return `${value}${of === undefined ? "" : ` of ${of}`}`;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** A figure, or words where there is none; `effect` is what a line did to an account. */
export function figureOfReason(fact: ReasonFact, effect?: string, note?: NoteId): Figure {
  const { answer, unit, error, because } = describeValue(fact);
  const shown = effect ?? answer;
  if (shown !== null) return figureOf(shown, unit, note);
  if (error !== undefined) return wordsAsFigure(`${error.kind}: ${error.message}`, note);
  return wordsAsFigure(fact.kind === "entry" || because === "" ? "no value" : `no value: ${because}`, note);
}
