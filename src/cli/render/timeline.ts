/**
 * What happened, day by day, for reading: the day and its weekday, the section, what happened, and figures in columns.
 *
 * Comes in: the journal and the refusals of a run. Goes out: text. Words are never cut; where a line has no room for its
 * figures they go on the next one.
 */
import type { AnswerValue, JournalEntry, JournalFact, Refusal, RefusedEvent, RunFacts } from "../../index.ts";
import {
  describeEntry,
  describeRefusal,
  displayWidth,
  doneWords,
  eventFields,
  eventHead,
  formatDate,
  groupBy,
  nameOfChanged,
  visibleText,
} from "../../index.ts";
import { monthNames, weekdayOf } from "./parts/day.ts";
import { briefParts } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";
import { padEnd, padStart, widest, wrap } from "./parts/text.ts";

/** The whole timeline, or some days of it. */
export function renderTimeline(
  facts: Pick<RunFacts, "journal" | "refused">,
  width: number,
  paint: Paint,
  days?: ReadonlySet<string>,
): string {
  const items = inOrder(facts).filter(({ on }) => days?.has(on) ?? true);
  const layout = layoutOf(items, width);
  const lines: string[] = [];
  let [month, day] = ["", ""];
  for (const item of items) {
    if (item.on.slice(0, 7) !== month) {
      month = item.on.slice(0, 7);
      lines.push(...(lines.length === 0 ? [] : [""]), monthLine(month, width, paint));
    }
    const label = item.on === day ? "" : `${weekdayOf(item.on)} ${item.on.slice(8)}`;
    day = item.on;
    lines.push(...itemLines(item, label, layout, paint));
  }
  return lines.join("\n");
}

type Entry = JournalEntry & { readonly shape: "entry"; readonly fact: JournalFact };
type Item = Entry | (Refusal & { readonly shape: "refusal"; readonly fact: RefusedEvent });

/** Refusals stand where in the day the event would have taken effect. */
function inOrder({ journal, refused }: Pick<RunFacts, "journal" | "refused">): Item[] {
  const refusals = groupBy(refused, ({ entriesBefore }) => entriesBefore);
  const before = (index: number) =>
    (refusals.get(index) ?? []).map((fact) => ({
      ...describeRefusal(fact),
      on: formatDate(fact.day),
      shape: "refusal" as const,
      fact,
    }));
  const items = journal.flatMap((fact, index): Item[] => [
    ...before(index),
    { ...describeEntry(fact), shape: "entry", fact },
  ]);
  return [...items, ...before(journal.length)];
}

interface Layout {
  readonly section: number;
  /** Room for words and figures. */
  readonly content: number;
  readonly from: number;
  readonly to: number;
  readonly suffix: number;
}

const dayWidth = "Wed 10  ".length;
const widestSection = 12;
/** A figure wider than this doesn't set the width of its column. */
const widestFigure = 16;
/** On a wide terminal figures stay near what they belong to. */
const widestName = 44;
const arrow = " → ";

function layoutOf(items: readonly Item[], width: number): Layout {
  const sections = items.map(({ section }) => section).filter((section) => section.length <= widestSection);
  const moves = items.flatMap((item) => moveOf(item) ?? []);
  const narrow = (texts: string[]) => widest(texts.filter((text) => displayWidth(text) <= widestFigure));
  const section = Math.max(3, widest(sections));
  return {
    section,
    content: Math.max(20, width - dayWidth - section - 2),
    from: narrow(moves.map(({ from }) => from)),
    to: narrow(moves.map(({ to }) => to)),
    suffix: widest(moves.map(({ suffix }) => suffix)),
  };
}

function itemLines(item: Item, label: string, layout: Layout, paint: Paint): string[] {
  const [first = "", ...rest] = contentLines(item, layout, paint);
  const section = visibleText(item.section);
  // A list of sections that is too wide stands on a line of its own, above what it belongs to.
  const isWide = displayWidth(section) > layout.section;
  const margin = " ".repeat(dayWidth + layout.section + 2);
  const left = paint.bold(padEnd(label, dayWidth));
  const head = isWide
    ? [`${left}${paint.dim(section)}`, margin + first]
    : [`${left}${paint.dim(padEnd(section, layout.section))}  ${first}`];
  return [...head, ...rest.map((line) => margin + line)].map((line) => line.trimEnd());
}

function contentLines(item: Item, layout: Layout, paint: Paint): string[] {
  return item.shape === "refusal" ? refusalLines(item, layout, paint) : entryLines[item.kind](item, layout, paint);
}

const entryLines: { readonly [K in Entry["kind"]]: (item: Entry, layout: Layout, paint: Paint) => string[] } = {
  event: eventLines,
  default: ({ text, fact }, { content }, paint) => wrap(text, content).map(paint[colourOf(fact)]),
  problem: ({ text }, { content }, paint) => wrap(text, content).map(paint.yellow),
  state: moveLines,
  account: moveLines,
};

/** Red for a default that stands, yellow for one that waits for its time for cure, green for one that is over. */
function colourOf(fact: JournalFact): "red" | "yellow" | "green" {
  if (fact.kind !== "DefaultMoved") return "red";
  if (fact.move.kind === "pending") return "yellow";
  return fact.move.kind === "ends" || fact.move.kind === "clears" ? "green" : "red";
}

/** The name of the event in bold with its time, and what it was given, on the same line where there is room. */
function eventLines({ fact, at }: Entry, { content }: Layout, paint: Paint): string[] {
  if (fact.kind !== "EventApplied") return [];
  const fields = eventFields(fact);
  const head = visibleText(eventHead(fact)) + (at === undefined ? "" : ` at ${at}`);
  const heads = wrap(head, content).map(paint.bold);
  if (fields === "") return heads;
  const together = `${head}  ${visibleText(fields)}`;
  if (displayWidth(together) <= content) return [`${paint.bold(head)}  ${visibleText(fields)}`];
  return [...heads, ...wrap(fields, content - 2).map((line) => `  ${line}`)];
}

function refusalLines(
  { fact, because }: Extract<Item, { shape: "refusal" }>,
  { content }: Layout,
  paint: Paint,
): string[] {
  const head = wrap(`${eventHead(fact)} is refused:`, content).map(paint.bold);
  return [...head, ...wrap(because, content - 2).map((line) => `  ${paint.yellow(line)}`)];
}

interface Move {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly suffix: string;
}

function moveOf(item: Item): Move | undefined {
  if (item.shape === "refusal" || (item.kind !== "state" && item.kind !== "account")) return undefined;
  const { from, to, unit = "", amount } = item;
  const end = partsOf(to ?? null, unit);
  // An account whose balance stays has only had something said about it.
  const start = from === undefined || amount === "0" ? undefined : partsOf(from, unit);
  return { name: nameOf(item), from: start?.figure ?? "", to: end.figure, suffix: end.suffix || (start?.suffix ?? "") };
}

/** A state by its name; an account with what was done to it. */
function nameOf(entry: Entry): string {
  const { fact } = entry;
  if (fact.kind !== "AccountPosted") return visibleText(nameOfChanged(entry));
  const verbs = [...new Set(fact.postings.map(({ verb }) => verb))].sort();
  return visibleText(`${nameOfChanged(entry)} ${verbs.map((verb) => doneWords[verb]).join(", ")}`.trim());
}

function partsOf(value: AnswerValue | null, unit: string): { readonly figure: string; readonly suffix: string } {
  if (value === null) return { figure: "not set", suffix: "" };
  const { figure, suffix } = briefParts(value, unit);
  return { figure: visibleText(figure), suffix };
}

function moveLines(entry: Entry, layout: Layout, paint: Paint): string[] {
  const move = moveOf(entry);
  if (move === undefined) return [];
  const { name, from, to, suffix } = move;
  const shownFrom = from === "" ? " ".repeat(layout.from + arrow.length) : padStart(from, layout.from) + arrow;
  const figures = `${shownFrom}${paint.bold(padStart(to, layout.to))}${padEnd(suffix, layout.suffix)}`;
  const room = Math.min(widestName, layout.content - layout.from - arrow.length - layout.to - layout.suffix - 2);
  const isNarrow = displayWidth(from) <= layout.from && displayWidth(to) <= layout.to;
  if (!isNarrow || room < 10) return wrap(`${name}: ${from === "" ? "" : from + arrow}${to}${suffix}`, layout.content);
  // A name that is too wide for its column stands whole, above its figures.
  if (displayWidth(name) > room) return [...wrap(name, layout.content), `${padEnd("", room)}  ${figures}`];
  return [`${padEnd(name, room)}  ${figures}`];
}

function monthLine(month: string, width: number, paint: Paint): string {
  const [year = "", number = ""] = month.split("-");
  const name = `── ${monthNames[Number(number) - 1] ?? ""} ${year} `;
  return paint.cyan(name + "─".repeat(Math.max(0, width - displayWidth(name))));
}
