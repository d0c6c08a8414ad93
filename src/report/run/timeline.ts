import { groupBy, listUnder } from "../../base/group-by.ts";
import type { JournalFact, RefusedEvent } from "../../evaluate/replay/journal-facts.ts";
import { formatDate } from "../../units/plain-date.ts";
import { doneWords } from "../../wording/done-words.ts";
import { describeRefusal } from "../../wording/english.ts";
import { describeEntry, eventFields, eventHead, nameOfChanged } from "../../wording/journal.ts";
import type { AnswerValue, JournalEntry } from "../../wording/outcome.ts";
import { figureOf, wordsAsFigure } from "../figures.ts";
import type { Figure, NoteId, Timeline, TimelineEntry, Tone } from "../page.ts";
import type { RunView } from "./run-source.ts";

/** What happened and what was refused, day by day, each with its section. */
export function timelineOf(run: RunView): Timeline {
  const { journal, refused } = run.facts;
  const refusals = groupBy(refused, ({ entriesBefore }) => entriesBefore);
  const days = new Map<string, TimelineEntry[]>();
  const refuse = (index: number) => {
    for (const it of refusals.get(index) ?? []) listUnder(days, formatDate(it.day), refusalEntry(it));
  };
  const last = lastChanges(journal);
  for (const [index, fact] of journal.entries()) {
    refuse(index);
    listUnder(days, formatDate(fact.day), entryOf(fact, last.has(fact) ? run : undefined));
  }
  refuse(journal.length);
  return { kind: "Timeline", days: [...days].map(([on, entries]) => ({ on, entries })) };
}

/** Of each value the last change of each day: after it, the value is that of the end of the day, which has a note. */
function lastChanges(journal: readonly JournalFact[]): ReadonlySet<JournalFact> {
  const last = new Map<string, JournalFact>();
  for (const fact of journal) {
    if (fact.kind === "StateChanged") last.set(`${fact.day} state ${fact.state.name} ${fact.of?.index ?? ""}`, fact);
    if (fact.kind === "AccountPosted") last.set(`${fact.day} account ${fact.account} ${fact.of?.index ?? ""}`, fact);
  }
  return new Set(last.values());
}

function refusalEntry(refused: RefusedEvent): TimelineEntry {
  const { section, because } = describeRefusal(refused);
  return { kind: "refused", section, title: `${eventHead(refused)} is refused:`, detail: because };
}

function entryOf(fact: JournalFact, run: RunView | undefined): TimelineEntry {
  const entry = describeEntry(fact);
  const { section, text } = entry;
  switch (entry.kind) {
    case "event":
      return eventEntry(fact, entry);
    case "default":
      return { kind: "default", tone: toneOf(fact), section, title: text };
    case "problem":
      return { kind: "problem", tone: "warn", section, title: text };
    default:
      return changeEntry(fact, entry, run);
  }
}

/** Red is for what went wrong; what may still be cured or is over is not. */
function toneOf(fact: JournalFact): Tone {
  if (fact.kind !== "DefaultMoved") return "warn";
  const { kind } = fact.move;
  return kind === "occurs" || kind === "occurred unseen" ? "bad" : kind === "pending" ? "warn" : "quiet";
}

function eventEntry(fact: JournalFact, { at, section, text }: JournalEntry): TimelineEntry {
  if (fact.kind !== "EventApplied") return { kind: "event", section, title: text };
  const fields = eventFields(fact);
  const title = eventHead(fact) + (at === undefined ? "" : ` at ${at}`);
  return { kind: "event", section, title, ...(fields !== "" && { detail: fields }) };
}

function changeEntry(fact: JournalFact, entry: JournalEntry, run: RunView | undefined): TimelineEntry {
  const { section, from, to, unit = "", amount } = entry;
  const note = run === undefined ? undefined : noteOfChange(fact, entry, run);
  // An account whose balance stays has had only something said about it.
  const before = from === undefined || amount === "0" ? undefined : startFigure(from, unit);
  return {
    kind: "change",
    section,
    title:
      fact.kind === "AccountPosted" ? `${nameOfChanged(entry)} ${postedWords(fact.postings)}` : nameOfChanged(entry),
    from: before,
    to: moveFigure(to ?? null, unit, note),
  };
}

function postedWords(postings: readonly { readonly verb: keyof typeof doneWords }[]): string {
  return [...new Set(postings.map(({ verb }) => doneWords[verb]))].sort().join(", ");
}

/** Only where the value at the end of the day is the one that the timeline shows. */
function noteOfChange({ day }: JournalFact, { name, of, to }: JournalEntry, run: RunView): NoteId | undefined {
  const asked = { value: name, of, on: day };
  const answer = run.program.askable.get(name)?.noteLevel === undefined ? undefined : run.answer(asked);
  return answer !== undefined && "answer" in answer && answer.answer === to ? run.noteOf(asked) : undefined;
}

/** The unit stands behind the figure that it becomes. */
function startFigure(value: AnswerValue | null, unit: string): Figure {
  const figure = moveFigure(value, unit);
  return { ...figure, text: figure.text.replace(/ ?(?:shares?|days?|\/share)$/, "") };
}

function moveFigure(value: AnswerValue | null, unit: string, note?: NoteId): Figure {
  return value === null ? wordsAsFigure("not set", note) : figureOf(value, unit, note);
}
