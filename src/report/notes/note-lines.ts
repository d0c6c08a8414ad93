import { groupBy } from "../../base/group-by.ts";
import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { usesOf } from "../../evaluate/reasons/reason-facts.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import { unitName } from "../../units/value-type.ts";
import { describeValue, effectsOf } from "../../wording/explanations.ts";
import { figureOf, wordsAsFigure } from "../figures.ts";
import type { Figure, NoteId, NoteLine } from "../page.ts";
import { withoutSettled } from "./settled.ts";

/** Finds or makes the note of a value; undefined where it has none. */
type NoteFinder = (fact: ReasonFact) => NoteId | undefined;

/** The values that a value is made of, those of many days or events on one line. */
export function noteLines(parent: ReasonFact, noteOf: NoteFinder): NoteLine[] {
  const effects = effectsOf(parent);
  const { settled, open } = withoutSettled(parent);
  let lines = 0;
  const groups = groupBy(open, (use) => {
    const { value, kind } = describeValue(use);
    const line = isLine(use) ? lines++ : undefined;
    return JSON.stringify([value, kind, line]);
  });
  const written = [...groups.values()].flatMap((group): NoteLine[] => {
    const [first] = group;
    if (first !== undefined && group.length >= leastInList) return [listLine(first, group, noteOf)];
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

/** From so many on, values of one name are a list. */
const leastInList = 4;

/** What was posted, accrued or adjusted: each stands for itself. */
function isLine({ kind }: ReasonFact): boolean {
  return kind === "interest" || kind === "entry" || kind === "share basis";
}

function lineOf(use: ReasonFact, parent: ReasonFact, effect: string | undefined, noteOf: NoteFinder): NoteLine {
  const { section, because } = describeValue(use);
  const isEntry = use.kind === "entry";
  const note = isLine(use) ? undefined : noteOf(use);
  return {
    title: titleOf(use, parent),
    figure: figureOfReason(use, effect, note),
    section,
    // The note has the words.
    because: isEntry || note !== undefined || isClause(use) || use.kind === "market" ? "" : because,
    lines: isEntry ? usesOf(use).map((it) => lineOf(it, use, undefined, noteOf)) : [],
  };
}

/** Whether its note has its words. */
function isClause({ kind }: ReasonFact): boolean {
  return kind === "definition" || kind === "family" || kind === "account";
}

/** Days or events of one value, those that follow one another with one figure and without a note together. */
function listLine(first: ReasonFact, group: readonly ReasonFact[], noteOf: NoteFinder): NoteLine {
  const { value, section, because, of } = describeValue(first);
  const isOfOne = group.every((it) => describeValue(it).of === of);
  const sorted = isOfOne ? group.toSorted((a, b) => a.day - b.day) : group;
  const each = sorted.map((it) => {
    const what = describeValue(it);
    const label = isOfOne ? what.on : (what.of ?? what.on);
    return { label, figure: figureOfReason(it, undefined, isOnlyMarket(it) ? undefined : noteOf(it)) };
  });
  const owner = isOfOne && of !== undefined ? ` of ${of}` : "";
  const span = isOfOne ? `, ${each[0]?.label ?? ""} to ${each.at(-1)?.label ?? ""}` : "";
  const isSame = new Set(group.map((it) => describeValue(it).because)).size === 1;
  return {
    title: `${value}${owner}${span}`,
    figure: wordsAsFigure(`${group.length} ${isOfOne ? "days" : "events"}`),
    section,
    because: isSame && first.kind !== "market" ? because : "",
    each: runsOf(each).map(({ from, to, figure }) => [from === to ? from : `${from} to ${to}`, figure]),
    lines: [],
  };
}

interface Run {
  readonly from: string;
  readonly to: string;
  readonly figure: Figure;
}

function runsOf(each: readonly { readonly label: string; readonly figure: Figure }[]): Run[] {
  const runs: Run[] = [];
  for (const { label, figure } of each) {
    const last = runs.at(-1);
    const isMore = last?.figure.text === figure.text && last.figure.note === undefined && figure.note === undefined;
    if (last !== undefined && isMore) runs[runs.length - 1] = { ...last, to: label };
    else runs.push({ from: label, to: label, figure });
  }
  return runs;
}

/** A row of the market says all that there is. */
function isOnlyMarket(fact: ReasonFact): boolean {
  return usesOf(fact).every(({ kind }) => kind === "market");
}

/** `Conversion Price on 2006-11-20`; the day is left out where it is that of what it is used for. */
export function titleOf(fact: ReasonFact, parent: ReasonFact | undefined): string {
  const { kind, day } = fact;
  const { because, on } = describeValue(fact);
  if (kind === "entry") return sentence(because);
  if (kind === "interest") return "Interest";
  if (kind === "share basis") return "Restated for a change of the shares";
  if (fact.because.kind === "last change") return `${ownedName(fact, parent)} ${sinceWords(fact.because.change?.day)}`;
  const hasDay = kind !== "deal term" && day !== parent?.day;
  return `${ownedName(fact, parent)}${hasDay ? ` on ${on}` : ""}`;
}

/** A state is the same from its last change on, whichever day it is asked of. */
const sinceWords = (day: PlainDate | undefined) => (day === undefined ? "as it started" : `since ${formatDate(day)}`);

export function ownedName(fact: ReasonFact, parent: ReasonFact | undefined): string {
  const { value, of } = describeValue(fact);
  return of === undefined || (of === fact.section && parent !== undefined) ? value : `${value} of ${of}`;
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
