/** Runs a story for one instrument: each payment of what is due is calculated on its day, before the run goes on. */

import type { SubjectNote } from "../../compare/comparison.ts";
import type { EnactedStep } from "../../compare/subjects/enact.ts";
import { enact } from "../../compare/subjects/enact.ts";
import type { StoryEvent } from "../../core/core.ts";
import { payableBy } from "../../evaluate/answers/payable.ts";
import { replayScenario } from "../../evaluate/evaluate.ts";
import type { Replay } from "../../evaluate/replay/replay.ts";
import type { StepMeter } from "../../evaluate/values/limits.ts";
import { isProblem } from "../../evaluate/values/problem.ts";
import type { CommonStory } from "../../inputs/story/types.ts";
import { isZero, zero } from "../../units/exact.ts";
import { formatDate } from "../../units/plain-date.ts";
import { problemWords } from "../../wording/problems.ts";
import type { LoadedSubject } from "./load-comparison.ts";

export interface SubjectRun {
  readonly subject: LoadedSubject;
  readonly replay: Replay;
  readonly notes: readonly SubjectNote[];
}

export function runSubject(subject: LoadedSubject, story: CommonStory, meter: StepMeter): SubjectRun {
  const { template, binding, terms, readings, loaded } = subject;
  const environment = { ...subject.environment, meter };
  const run = (events: readonly StoryEvent[], through = story.through) =>
    replayScenario(template.machine, { ...loaded.scenario, terms, readings, events }, environment, through);
  // Without events, a note is opened on its first day and no more.
  const { start } = replayScenario(template.machine, { ...loaded.scenario, terms, readings }, environment).run;
  const { steps, notes } = enact(story, binding, terms, start);
  const events: (StoryEvent | undefined)[] = steps.map(({ event, pays }) => (pays === undefined ? event : undefined));
  const unpaid: SubjectNote[] = [];
  for (const [index, step] of inTime(steps)) {
    const { on } = step.event;
    const trial = trialOf(step);
    const known = events.map((event, at) => (at === index ? trial : event));
    const soFar = known.flatMap((event) => (event !== undefined && event.on <= on ? [event] : []));
    const paid = paymentOf(step, run(soFar, on), trial && soFar.indexOf(trial));
    if ("because" in paid) unpaid.push(paid);
    else events[index] = paid;
  }
  const replay = run(events.flatMap((event) => event ?? []));
  return { subject, replay, notes: [...notes, ...unpaid].toSorted(byDay) };
}

/** Payments of what is due by their days; those of one day as listed. */
function inTime(steps: readonly EnactedStep[]): (readonly [number, EnactedStep])[] {
  const paying = [...steps.entries()].filter(([, { pays }]) => pays !== undefined);
  return paying.toSorted(([a, one], [b, other]) => one.event.on - other.event.on || a - b);
}

/** Where a value is due, a payment of nothing in the payment's place: as it is applied, the value is looked at. */
function trialOf({ event, pays }: EnactedStep): StoryEvent | undefined {
  if (!pays?.due.some(({ kind }) => kind === "value")) return undefined;
  return { ...event, fields: new Map([...event.fields, ...pays.fields.map((field) => [field, zero] as const)]) };
}

/** The payment with its amount, or why there is none. */
function paymentOf(
  { event, common, pays }: EnactedStep,
  replay: Replay,
  trial: number | undefined,
): StoryEvent | SubjectNote {
  const applied = replay.occurrences.find(({ index }) => index === trial);
  const amount = payableBy(pays?.due ?? [], event.on, replay, applied);
  const note = (because: string) => ({ on: formatDate(event.on), what: common, because });
  if (isProblem(amount)) return note(`what is due is unknown: ${problemWords(amount)}`);
  if (isZero(amount)) return note("nothing was due");
  const paid = (pays?.fields ?? []).map((field) => [field, amount] as const);
  return { ...event, fields: new Map([...event.fields, ...paid]) };
}

/** Facts of the deal first, then by day. */
function byDay({ on: a }: SubjectNote, { on: b }: SubjectNote): number {
  if (a === b) return 0;
  return (a ?? "") < (b ?? "") ? -1 : 1;
}
