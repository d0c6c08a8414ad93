/** Several instruments in one story: their terms, what becomes of each, what it costs, and where they part. */
import type { ComparedSubject, Comparison } from "../compare/comparison.ts";
import type { ComparisonSource } from "../compare/comparison-source.ts";
import { daysToShow, outcomeOn } from "../compare/outcome/outcome.ts";
import { changedClauses } from "../compare/parting/changed-clauses.ts";
import { partingOf } from "../compare/parting/parting.ts";
import { termsByRole } from "../compare/terms/terms.ts";
import { costOn, totalsOf } from "../compare/totals/totals.ts";
import { printNode } from "../core/print.ts";
import type { Result } from "../diagnostics/result.ts";
import type { ReasonFact } from "../evaluate/reasons/reason-facts.ts";
import { StepMeter } from "../evaluate/values/limits.ts";
import type { CommonStory } from "../inputs/story/types.ts";
import { commonTerms } from "../units/common-terms.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { formatDate, parseDate } from "../units/plain-date.ts";
import { plainValue } from "../units/render-value.ts";
import { isRoleFor, roles } from "../units/roles.ts";
import { wordsAsRead } from "../wording/clause-words.ts";
import { describeRefusal } from "../wording/english.ts";
import type { LoadedComparison, LoadedSubject } from "./comparing/load-comparison.ts";
import { explanationIn, positionReason, positionsIn, receivedIn, valueMarked } from "./comparing/positions.ts";
import type { SubjectRun } from "./comparing/run-subject.ts";
import { runSubject } from "./comparing/run-subject.ts";
import { markOf } from "./templates.ts";
import { unlessOutOfSteps, withinLimits } from "./within-limits.ts";

export type { ComparisonTexts, LoadedComparison, LoadedSubject, SubjectTexts } from "./comparing/load-comparison.ts";
export { loadComparison } from "./comparing/load-comparison.ts";

/** Runs the story for each subject and sets the results side by side. One bound holds for all runs together. */
export function compareInstruments(loaded: LoadedComparison): Result<Comparison> {
  return lookAtComparison(loaded, ({ comparison }) => comparison);
}

/** What `look` makes of the comparison and of what its figures come from. */
export function lookAtComparison<T>(
  { story, subjects }: LoadedComparison,
  look: (source: ComparisonSource) => T,
): Result<T> {
  const [first] = subjects;
  if (first === undefined) return { ok: true, value: look(sideBySide(story, [])) };
  const meter = new StepMeter();
  const titles = new Set(subjects.map(({ template }) => template.program.title));
  return withinLimits({ program: { title: [...titles].join(" and ") } }, first.loaded, () =>
    look(
      sideBySide(
        story,
        subjects.map((subject) => runSubject(subject, story, meter)),
      ),
    ),
  );
}

function sideBySide(story: CommonStory, runs: readonly SubjectRun[]): ComparisonSource {
  const { name, title, from, through } = story;
  const positions = runs.map(({ replay }) => positionsIn(replay));
  const marked = positionRoles(runs);
  const shared = marked.filter((role) => runs.filter((run) => isMarked(role, run)).length > 1);
  const parting = runs.map(({ subject, replay }, index) => ({
    name: subject.name,
    positionOf: positions[index] ?? (() => undefined),
    explain: explanationIn(replay),
  }));
  const parts = partingOf(parting, { roles: shared, choices: choicesBetween(runs) }, from, through);
  const partingDays = (parts?.roles ?? []).flatMap(({ on }) => parseDate(on) ?? []);
  const days = daysToShow(from, through, [...runs.flatMap(eventfulDays), ...partingDays]);
  const received = runs.map(({ subject, replay }) => receivedIn(replay, through, factsOf(subject, story)));
  const comparison: Comparison = {
    story: { name, title, from: formatDate(from), through: formatDate(through) },
    subjects: runs.map(describeSubject),
    terms: termsByRole(runs.map(termsIn)),
    outcome: outcomeOn(days, marked, positions),
    cost: costOn(days, received),
    totals: totalsOf(received),
    parts,
    changed: changesBetween(runs),
  };
  return {
    comparison,
    received,
    explain: (subject, role, on, look) => unlessOutOfSteps(() => explainedIn(runs[subject], role, on, look)),
    look: unlessOutOfSteps,
  };
}

function explainedIn<T>(
  run: SubjectRun | undefined,
  role: string,
  on: string,
  look: (fact: ReasonFact) => T,
): T | undefined {
  const day = parseDate(on);
  const fact = run === undefined || day === undefined ? undefined : positionReason(run.replay, role, day);
  return fact === undefined ? undefined : look(fact);
}

/** Roles of positions that some subject marks, in the order of the published ones. */
function positionRoles(runs: readonly SubjectRun[]): string[] {
  const names = roles.flatMap((role) => (isRoleFor("position", role) ? [role.name] : []));
  return names.filter((role) => runs.some((run) => isMarked(role, run)));
}

const isMarked = (role: string, { subject }: SubjectRun) => valueMarked(role, subject.template.program) !== undefined;

function termsIn({ subject, replay }: SubjectRun) {
  const { terms, readings } = replay.run.inputs;
  return {
    program: subject.template.program,
    terms,
    wordsOf: (expr: Parameters<typeof wordsAsRead>[0]) => wordsAsRead(expr, readings),
  };
}

/** Days on which an event is applied or refused, or a default occurs or ends. */
function eventfulDays({ replay: { journal } }: SubjectRun): PlainDate[] {
  const moved = journal.entries.filter(
    (entry) =>
      entry.kind === "EventApplied" || (entry.kind === "DefaultMoved" && /^(occurs|ends)$/.test(entry.move.kind)),
  );
  return [...moved, ...journal.refusals].map(({ day }) => day);
}

function describeSubject({ subject, replay, notes }: SubjectRun): ComparedSubject {
  const { program } = subject.template;
  const { terms, readings } = replay.run.inputs;
  const given = [...program.params.values()].flatMap(({ name, type }) => {
    const value = terms.get(name);
    return value === undefined ? [] : [[name, plainValue(value, type)] as const];
  });
  return {
    name: subject.name,
    template: subject.templateName,
    title: program.title,
    terms: Object.fromEntries(given),
    readings: Object.fromEntries(readings),
    notes,
    refused: replay.journal.refusals
      .map(describeRefusal)
      .map(({ event, on, section, because }) => ({ event, on, section, because })),
  };
}

/** A fact of the deal as the subject has it: its own deal term goes before what the story says. */
/** As the subject's deal term has it, else as the story does. */
function factsOf({ binding, terms, template }: LoadedSubject, { deal }: CommonStory) {
  return (fact: string) => {
    const param = template.program.params.get(binding.deal.get(fact) ?? "");
    const value = (param && terms.get(param.name)) ?? deal.get(fact);
    const type = param?.type ?? commonTerms[fact]?.type;
    return value === undefined || type === undefined ? undefined : { value, type };
  };
}

/** How subjects of one template differ: the deal terms and readings that are not the same in all. */
function choicesBetween(runs: readonly SubjectRun[]): string {
  if (new Set(runs.map(({ subject }) => markOf(subject.template.program))).size > 1) return "";
  const described = runs.map(describeSubject);
  const terms = differing(described.map((it) => it.terms));
  const readings = differing(described.map((it) => it.readings)).map(
    ([name, values]) => [`"${name}"`, values] as const,
  );
  const words = [...terms, ...readings].map(([name, values]) => `${name}: ${values.join(" and ")}`);
  return words.length === 0 ? "" : `they differ in ${words.join("; ")}`;
}

function differing(subjects: readonly Readonly<Record<string, string | boolean>>[]): (readonly [string, string[]])[] {
  return Object.keys(subjects[0] ?? {}).flatMap((name) => {
    const values = subjects.map((it) => it[name]);
    return values.every((value) => value === values[0]) ? [] : [[name, values.map((value) => `"${value}"`)] as const];
  });
}

/** Between the first two subjects, where they are drafts of one note. */
function changesBetween([first, second]: readonly SubjectRun[]): Comparison["changed"] {
  if (first === undefined || second === undefined) return [];
  const [before, after] = [first.subject.template.program, second.subject.template.program];
  if (before.title !== after.title || markOf(before) === markOf(after)) return [];
  return changedClauses(before, after, printNode);
}
