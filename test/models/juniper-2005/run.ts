/**
 * A second implementation of the note of 28 December 2005, written from its text and the catalog of names and readings.
 *
 * It goes through the days one at a time and shares nothing with the template or the engine. A question is answered at
 * the end of its day; one about an event, without a day, at the end of the last day.
 */

import type { Answer } from "./answers.ts";
import { answer } from "./answers.ts";
import { forfeitUnpaid } from "./calls.ts";
import type { Case, Question, ScenarioEvent } from "./case.ts";
import { undoUndelivered } from "./conversion.ts";
import { endShortages } from "./damages.ts";
import type { Day } from "./days.ts";
import { dayOf } from "./days.ts";
import { refreshDefaults } from "./defaults.ts";
import { apply, dayOfEffect } from "./events.ts";
import { Unanswerable } from "./fraction.ts";
import { accrue, fallDue, fallDueInFull } from "./interest.ts";
import { fullAmount, marketPrepaymentDate, watchMaximum } from "./limits.ts";
import type { Note } from "./note.ts";
import { newNote } from "./note.ts";

/** The answers, in the order of the questions; undefined where an earlier event already had no answer. */
export function runModel(from: Case, questions: readonly Question[]): (Answer | undefined)[] {
  const note = newNote(from);
  const daysOf = (event: ScenarioEvent): Day => dayOfEffect(note, event);
  const records = note.events.flatMap((event) => ("Record Date" in event ? [dayOf(`${event["Record Date"]}`)] : []));
  const last = Math.max(
    ...records,
    ...note.events.map(daysOf),
    ...questions.map(({ on }) => dayOf(on ?? "1970-01-01")),
  );
  const answers: (Answer | undefined)[] = questions.map(() => undefined);
  const ask = (on: string | undefined) =>
    questions.forEach((question, index) => {
      if (question.on === on) answers[index] = answer(note, question);
    });
  const dates = new Map(questions.flatMap(({ on }) => (on === undefined ? [] : [[dayOf(on), on] as const])));
  for (let day = note.terms.issueDate; day <= last; day++) {
    if (!passDay(note, day)) return failed(note, questions, answers);
    if (dates.has(day)) ask(dates.get(day));
  }
  ask(undefined);
  return answers;
}

/** From an event without an answer on, only that event can still be asked about. */
function failed(note: Note, questions: readonly Question[], answers: readonly (Answer | undefined)[]) {
  const known = answers.slice();
  questions.forEach(({ of }, index) => {
    if (of !== undefined && of === note.failed?.id) known[index] = { error: note.failed.kind };
  });
  return known;
}

/** Whether the day could be computed to its end. */
function passDay(note: Note, day: Day): boolean {
  note.today = day;
  note.isClosed = false;
  if (day > note.terms.issueDate) accrue(note, day - 1);
  const todays = note.events.filter((event) => dayOfEffect(note, event) === day);
  const splits = todays.filter(({ event }) => event === "Stock Split");
  const carried = todays.filter(({ on }) => dayOf(on) < day);
  for (const event of splits) apply(note, event);
  for (const event of [...carried, ...todays.filter((it) => !splits.includes(it) && !carried.includes(it))]) {
    if (!applied(note, event)) return false;
  }
  closeDay(note);
  return true;
}

function applied(note: Note, event: ScenarioEvent): boolean {
  try {
    apply(note, event);
    return true;
  } catch (problem) {
    if (!(problem instanceof Unanswerable)) throw problem;
    note.failed = { id: `${event.id}`, kind: problem.kind };
    return false;
  }
}

function closeDay(note: Note): void {
  fallDue(note);
  undoUndelivered(note);
  note.isClosed = true;
  watchMaximum(note);
  if (note.today === marketPrepaymentDate(note)) fallDueInFull(note);
  forfeitUnpaid(note);
  refreshDefaults(note);
  if (note.today === note.acceleratedOn) {
    fallDueInFull(note);
    refreshDefaults(note);
  }
  endShortages(note);
  note.fullAmounts.set(note.today, fullAmount(note));
}
