/**
 * A story as one instrument knows it: its deal terms and its own events, made by the binding of its template. What the
 * instrument does not know is noted, never dropped in silence.
 */
import type { CoreProgram, StoryEvent, Value } from "../../core/core.ts";
import type { Binding, BoundEvent, DueSource } from "../../inputs/binding/types.ts";
import type { CommonStory, StoryStep } from "../../inputs/story/types.ts";
import type { SubjectChoices } from "../../inputs/subject/read-subject.ts";
import { commonEvents, derive, whatIsDue } from "../../units/common-events.ts";
import { commonTerms } from "../../units/common-terms.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import type { SubjectNote } from "../comparison.ts";

/** What happens to one instrument. */
export interface Enacted {
  readonly terms: ReadonlyMap<string, Value>;
  /** In the order of the story. */
  readonly steps: readonly EnactedStep[];
  readonly notes: readonly SubjectNote[];
}

/** An event of the instrument; where it pays what is due, the fields for that, and what is due. */
export interface EnactedStep {
  readonly event: StoryEvent;
  readonly common: string;
  readonly pays?: { readonly fields: readonly string[]; readonly due: readonly DueSource[] };
}

/** The deal terms: those of the subject go before those of the story, and these before the binding's own. */
export function termsOf(story: CommonStory, binding: Binding, { terms }: SubjectChoices): Map<string, Value> {
  const facts = [...story.deal].flatMap(([fact, value]) => {
    const term = binding.deal.get(fact);
    return term === undefined ? [] : [[term, value] as const];
  });
  return new Map([...binding.terms, ...facts, ...terms]);
}

/** The deal terms of a template that have neither a value nor a default. */
export function termsWithoutValue(
  { terms, lists }: Pick<SubjectChoices, "terms" | "lists">,
  { params, schedules }: CoreProgram,
): string[] {
  const needed = [...params.values()].filter(({ name, initial }) => initial === undefined && !terms.has(name));
  const unlisted = [...schedules.values()].filter(
    ({ name, dates }) => dates.made === "given" && !dates.isOptional && !lists.has(name),
  );
  return [...needed, ...unlisted].map(({ name }) => name);
}

/** `start` is the first day of the instrument; an event of an earlier day is noted. */
export function enact(
  story: CommonStory,
  binding: Binding,
  terms: ReadonlyMap<string, Value>,
  start: PlainDate,
): Enacted {
  const notes: SubjectNote[] = factNotes(story, binding);
  const left = new Set<string>();
  const steps = story.events.flatMap((step) => {
    const reason = whyLeftOut(step, binding, { start, through: story.through }, left);
    if (reason === undefined) return stepsOf(step, story, binding);
    if (step.id !== undefined) left.add(step.id);
    notes.push({ on: formatDate(step.on), what: step.event, because: reason });
    return [];
  });
  return { terms, steps, notes };
}

function factNotes({ deal }: CommonStory, binding: Binding): SubjectNote[] {
  const unknown = [...deal.keys()].filter((fact) => {
    return !binding.deal.has(fact) && !isRead(fact, binding) && !commonTerms[fact]?.isInTotals;
  });
  return unknown.map((what) => ({ on: null, what, because: "it has no such deal term" }));
}

/** Whether some event takes the fact as one of its fields. */
function isRead(fact: string, { events }: Binding): boolean {
  return [...events.values()].some((bound) => bound.events.some(({ fields }) => [...fields.values()].includes(fact)));
}

function whyLeftOut(
  step: StoryStep,
  { events }: Binding,
  { start, through }: { readonly start: PlainDate; readonly through: PlainDate },
  left: ReadonlySet<string>,
): string | undefined {
  const bound = events.get(step.event);
  if (bound === undefined) return "it has no such event";
  if (bound.events.length === 0) return bound.none ?? "it has no such event";
  if (step.on > through) return `the story is looked at through ${formatDate(through)}`;
  if (step.on < start) return `it exists only from ${formatDate(start)}`;
  if (step.for !== undefined && left.has(step.for)) return `\`${step.for}\`, which it is for, is left out`;
  return undefined;
}

function stepsOf(step: StoryStep, story: CommonStory, { events }: Binding): EnactedStep[] {
  const bound = events.get(step.event)?.events ?? [];
  const figures = figuresOf(step, story);
  return bound.map((it, index) => enactedStep(step, it, figures, index === 0));
}

/** What the story gives for an event: its fields, what is derived from them, and the facts of the deal. */
function figuresOf({ event, fields }: StoryStep, { deal }: CommonStory): Map<string, Value> {
  const common = commonEvents[event];
  const figures = new Map<string, Value>(deal);
  for (const [name, { initial }] of Object.entries(common?.fields ?? {})) {
    const value = fields.get(name) ?? initial;
    if (value !== undefined) figures.set(name, value);
  }
  for (const [name, field] of Object.entries(common?.derived ?? {})) {
    const [left, right] = [figures.get(field.of[0]), figures.get(field.of[2])];
    if (typeof left !== "object" || typeof right !== "object") continue;
    const value = derive(field, left, right);
    if (value !== undefined) figures.set(name, value);
  }
  return figures;
}

function enactedStep(
  step: StoryStep,
  bound: BoundEvent,
  figures: ReadonlyMap<string, Value>,
  isFirst: boolean,
): EnactedStep {
  const { on, at, event: common, id, span } = step;
  const due = [...bound.fields].flatMap(([field, source]) => (figures.get(source) === whatIsDue ? [field] : []));
  const given = [...bound.fields].flatMap(([field, source]) => {
    const value = figures.get(source);
    return value === undefined || value === whatIsDue ? [] : [[field, value] as const];
  });
  const fields = new Map<string, Value>([...bound.constants, ...given]);
  // Of several events for one, the first has its id.
  const named = isFirst && id !== undefined ? { id } : {};
  const event: StoryEvent = { on, event: bound.event, fields, span, at, ...named, for: step.for };
  return { event, common, ...(due.length > 0 && { pays: { fields: due, due: bound.due } }) };
}
