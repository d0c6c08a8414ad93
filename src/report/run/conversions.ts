import type { JournalFact } from "../../evaluate/replay/journal-facts.ts";
import type { Occurrence } from "../../evaluate/state/run.ts";
import { isFigure } from "../../evaluate/state/run.ts";
import type { Exact } from "../../units/exact.ts";
import { sign, subtract, toDecimalText } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import { renderValue } from "../../units/render-value.ts";
import { unitName } from "../../units/value-type.ts";
import { eventFields } from "../../wording/journal.ts";
import { answerCell, figureOf } from "../figures.ts";
import type { Cell, Table } from "../page.ts";
import type { RunView } from "./run-source.ts";
import { namesWith } from "./run-source.ts";

/** Shares that an event brought to the holder. */
export interface Conversion {
  readonly day: PlainDate;
  readonly on: string;
  readonly label: string;
  readonly cause: Occurrence;
  /** The state that counts the holder's shares. */
  readonly held: string;
  readonly shares: string;
  readonly unit: string;
}

/** Events that raise the holder's shares, but for those that change what a share is. */
export function conversionsOf({ program, facts }: RunView): Conversion[] {
  const held = new Set(namesWith("shares to the holder", { program }));
  return facts.journal.flatMap((fact): Conversion[] => {
    const { day, cause } = fact;
    if (fact.kind !== "StateChanged" || !held.has(fact.state.name) || cause === undefined) return [];
    if (program.shareAdjustments.has(cause.type.name)) return [];
    const added = risenBy(fact);
    if (added === undefined) return [];
    const words = { label: cause.id ?? cause.type.name, shares: toDecimalText(added), unit: unitName(fact.state.type) };
    return [{ day, on: formatDate(day), cause, held: fact.state.name, ...words }];
  });
}

function risenBy({ from, to }: Extract<JournalFact, { kind: "StateChanged" }>): Exact | undefined {
  if (from === undefined || !isFigure(from) || !isFigure(to)) return undefined;
  const added = subtract(to, from);
  return added !== undefined && sign(added) > 0 ? added : undefined;
}

export function conversionsTable(conversions: readonly Conversion[], run: RunView): Table {
  const figures = ["price of conversion", "principal left"].flatMap((role) => namesWith(role, run).slice(0, 1));
  return {
    kind: "Table",
    caption: "Conversions",
    columns: [
      { head: "Event" },
      { head: "Day" },
      { head: "What was given" },
      { head: "Shares issued", isFigure: true },
      ...figures.map((name) => ({ head: `${name} that day`, isFigure: true })),
    ],
    rows: conversions.map(({ label, day, on, cause, held: value, shares, unit }) => [
      label,
      { kind: "Day", on },
      givenWords(cause),
      figureOf(shares, unit, run.noteOf({ value, on: day })),
      ...figures.map((name) => cellOf(name, day, run)),
    ]),
  };
}

function givenWords(cause: Occurrence): string {
  return eventFields({ kind: "EventApplied", occurrence: cause });
}

function cellOf(name: string, day: PlainDate, run: RunView): Cell {
  const asked = { value: name, on: day };
  const answer = run.answer(asked);
  return answer === undefined ? "" : answerCell(answer, run.noteOf(asked));
}

/** Days on which an event changed what a share is. */
export function adjustmentsOf({ program, facts }: RunView): { readonly on: string; readonly label: string }[] {
  return facts.journal.flatMap((fact) => {
    if (fact.kind !== "EventApplied" || !program.shareAdjustments.has(fact.occurrence.type.name)) return [];
    const { type, fields } = fact.occurrence;
    const given = [...fields].flatMap(([name, value]) => {
      const field = type.fields.get(name);
      return field !== undefined && isFigure(value) ? [renderValue(value, field.type)] : [];
    });
    return [{ on: formatDate(fact.day), label: [type.name, ...given].join(" ") }];
  });
}
