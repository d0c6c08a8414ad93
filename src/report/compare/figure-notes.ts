/** The notes of a comparison: of each position, how the subject comes to it; of each total, what it is summed up from. */
import { groupBy } from "../../base/group-by.ts";
import type { OutcomeValue } from "../../compare/comparison.ts";
import type { ComparisonSource } from "../../compare/comparison-source.ts";
import type { Flows, Received } from "../../compare/totals/totals.ts";
import { toDecimalText } from "../../units/exact.ts";
import { formatDate } from "../../units/plain-date.ts";
import { figureOf, wordsAsFigure } from "../figures.ts";
import type { NoteBook } from "../notes/note-book.ts";
import type { Figure, NoteId, NoteLine } from "../page.ts";

/** The notes that figures of the page lead to. */
export interface FigureNotes {
  readonly ofPosition: (subject: number, role: string, on: string) => NoteId | undefined;
  readonly ofTotal: (subject: number, role: string) => NoteId | undefined;
  /** Of the cost of a subject by the end of a day. */
  readonly ofCost: (subject: number, on: string) => NoteId | undefined;
}

export function figureNotes(source: ComparisonSource, book: NoteBook): FigureNotes {
  const { comparison, received } = source;
  const nameOf = (subject: number) => comparison.subjects[subject]?.name ?? "";
  const ofPosition: FigureNotes["ofPosition"] = (subject, role, on) =>
    source.explain(subject, role, on, (fact) => book.noteOf(fact, nameOf(subject)));
  const costs = received.map((_, subject) => costNotes(subject));
  const totals = received.map((_, subject) => totalNotes(subject));
  return {
    ofPosition,
    ofTotal: (subject, role) => totals[subject]?.get(role),
    ofCost: (subject, on) => [...(costs[subject] ?? [])].findLast(([day]) => day <= on)?.[1],
  };

  /** A note for each day on which the cost changes: what it was before, and what the day adds. */
  function costNotes(subject: number): Map<string, NoteId> {
    const { cash, stock } = received[subject] ?? {};
    const notes = new Map<string, NoteId>();
    if (cash === undefined || stock === undefined || typeof cash === "string" || typeof stock === "string")
      return notes;
    const flows = [
      ...cash.list.map((it) => ({ ...it, unit: cash.currency, what: "Cash paid", role: "cash to the holder" })),
      ...stock.list.map((it) => ({
        ...it,
        unit: stock.currency,
        what: "Shares at the closing price",
        role: "shares to the holder",
      })),
    ].toSorted((a, b) => a.on - b.on);
    let before: NoteId | undefined;
    for (const [day, ofDay] of groupBy(flows, ({ on }) => formatDate(on))) {
      const lines = ofDay.map(({ what, role, amount, unit }) =>
        lineOf(what, figureOf(toDecimalText(amount), unit, ofPosition(subject, role, day))),
      );
      const earlier = before === undefined ? [] : [lineOf("Before", wordsAsFigure("the days before", before))];
      before = book.add(
        madeNote(`${nameOf(subject)}: cost to the issuer`, `through ${day}`, shown(costBy(subject, day)), costRule, [
          ...earlier,
          ...lines,
        ]),
      );
      notes.set(day, before);
    }
    return notes;
  }

  function costBy(subject: number, day: string): OutcomeValue | undefined {
    return comparison.cost.find(({ on }) => on === day)?.values[subject];
  }

  function totalNotes(subject: number): Map<string, NoteId> {
    const of = received[subject];
    const notes = new Map<string, NoteId>();
    if (of === undefined) return notes;
    const last = formatDate(of.lastDay);
    const cost = [...(costs[subject] ?? [])].at(-1)?.[1];
    const figureIn = (role: string) => shown(valueIn(role, subject), notes.get(role));
    const add = (role: string, lines: readonly NoteLine[]) => {
      const total = comparison.totals.find((it) => it.role === role);
      const value = total?.values[subject];
      if (total === undefined || value === undefined || "error" in value || value.answer === null) return;
      const title = `${nameOf(subject)}: ${role}`;
      notes.set(role, book.add(madeNote(title, `on ${last}`, shown(value), total.rule, lines)));
    };
    const position = (role: string) => ofPosition(subject, role, last);
    add("cash paid to the holder", flowLines(of.cash, subject, "cash to the holder"));
    add("shares issued to the holder", [
      lineOf("Shares to the holder", wordsAsFigure("on the last day", position("shares to the holder"))),
    ]);
    add("value of those shares", flowLines(of.stock, subject, "shares to the holder"));
    add("cost to the issuer", [
      ...["cash paid to the holder", "value of those shares"].map((role) => lineOf(role, figureIn(role))),
      ...(cost === undefined ? [] : [lineOf("Day by day", wordsAsFigure("each day", cost))]),
    ]);
    add("still owed at the end", owedLines(subject, last));
    const paid = paidLine(of);
    add("return to the holder", [lineOf("cost to the issuer", figureIn("cost to the issuer")), ...paid]);
    const flows = ["cash paid to the holder", "value of those shares"].map((role) => lineOf(role, figureIn(role)));
    add("yearly return so far", [...paid, ...flows]);
    add("yearly return with what is owed", [
      ...paid,
      ...flows,
      lineOf("still owed at the end", figureIn("still owed at the end")),
    ]);
    add("dilution", [
      lineOf("shares issued to the holder", figureIn("shares issued to the holder")),
      ...(typeof of.outstanding === "string"
        ? []
        : [lineOf("Shares outstanding at the start", figureOf(toDecimalText(of.outstanding), "shares"))]),
    ]);
    return notes;
  }

  function valueIn(role: string, subject: number): OutcomeValue | undefined {
    return comparison.totals.find((it) => it.role === role)?.values[subject];
  }

  function flowLines(flows: Flows | string, subject: number, role: string): NoteLine[] {
    if (typeof flows === "string") return [];
    return flows.list.map(({ on, amount }) => {
      const day = formatDate(on);
      return lineOf(day, figureOf(toDecimalText(amount), flows.currency, ofPosition(subject, role, day)));
    });
  }

  function owedLines(subject: number, last: string): NoteLine[] {
    const isOwed = ({ on, role }: { readonly on: string; readonly role: string }) =>
      on === last && owedRoles.includes(role);
    return comparison.outcome.filter(isOwed).flatMap(({ role, values }) => {
      const value = values[subject];
      if (value === undefined || "error" in value || value.answer === null) return [];
      return [lineOf(role, shown(value, ofPosition(subject, role, last)))];
    });
  }
}

const costRule = "cash paid, and shares at the closing price of their day";
const owedRoles = ["default amount", "principal left", "interest", "default interest", "fees", "damages"];

function paidLine({ paid }: Received): NoteLine[] {
  return paid === undefined
    ? []
    : [lineOf(`Paid by the holder on ${formatDate(paid.on)}`, figureOf(toDecimalText(paid.amount), paid.currency))];
}

function shown(value: OutcomeValue | undefined, note?: NoteId): Figure {
  if (value === undefined || "error" in value || value.answer === null) return wordsAsFigure("no value", note);
  return figureOf(value.answer, value.unit, note);
}

function lineOf(title: string, figure: Figure): NoteLine {
  return { title, figure, section: "", because: "", lines: [] };
}

function madeNote(name: string, when: string, figure: Figure, because: string, lines: readonly NoteLine[]) {
  return { title: `${name} ${when}`, name, figure, section: "", because, isClause: true, lines };
}
