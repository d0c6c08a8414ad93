import { listUnder } from "../../base/group-by.ts";
import type { DefaultMove } from "../../evaluate/compile/defaults.ts";
import type { DefaultMoved, JournalFact, RefusedEvent } from "../../evaluate/replay/journal-facts.ts";
import { formatDate } from "../../units/plain-date.ts";
import { describeRefusal } from "../../wording/english.ts";
import { eventHead } from "../../wording/journal.ts";
import type { BreachWords } from "../../wording/outcome.ts";
import type { Block, Cell, Table } from "../page.ts";
import type { RunView } from "./run-source.ts";

/**
 * Defaults from the first day on which each was pending or occurred, breaches, and events that the contract does not
 * allow.
 */
export function defaultBlocks({ facts, outcome: { breaches } }: RunView): Block[] {
  const spans = spansOf(facts.journal);
  return [
    spans.length === 0
      ? { kind: "Paragraph", text: "No default occurred, and none was pending." }
      : { kind: "Table", caption: "Defaults", columns: defaultColumns, rows: spans.map(spanRow) },
    ...(breaches.length === 0 ? [] : [breachTable(breaches)]),
    ...(facts.refused.length === 0 ? [] : [refusedTable(facts.refused)]),
  ];
}

const defaultColumns = [
  { head: "Default" },
  { head: "Section" },
  { head: "Pending since" },
  { head: "Occurred" },
  { head: "Ended" },
  { head: "State at the end" },
];

/** One default from its start to its end; the same one may come again. */
export interface DefaultSpan {
  readonly move: DefaultMove;
  readonly pending?: string;
  readonly occurred?: string;
  readonly ended?: string;
  readonly state: "cured in time" | "ended" | "continues" | "pending" | "not known";
}

export function spansOf(journal: readonly JournalFact[]): DefaultSpan[] {
  const moves = journal.filter((fact): fact is Extract<JournalFact, DefaultMoved> => fact.kind === "DefaultMoved");
  const bySubject = new Map<string, DefaultSpan[]>();
  for (const { move, day } of moves) {
    const key = `${move.defaultCondition.id} ${move.occurrence?.index ?? ""}`;
    const spans = bySubject.get(key) ?? [];
    const open = spans.at(-1)?.ended === undefined ? spans.at(-1) : undefined;
    if (open !== undefined) spans.pop();
    listUnder(bySubject, key, { ...open, ...changed(move, formatDate(day)) });
  }
  const first = ({ pending, occurred, ended }: DefaultSpan) => pending ?? occurred ?? ended ?? "";
  return [...bySubject.values()].flat().toSorted((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
}

function changed(move: DefaultMove, on: string): DefaultSpan {
  switch (move.kind) {
    case "pending":
      return { move, pending: on, state: "pending" };
    case "occurs":
    case "occurred unseen":
      return { move, occurred: on, state: "continues" };
    case "ends":
      return { move, ended: on, state: "ended" };
    case "clears":
      return { move, ended: on, state: "cured in time" };
    case "is determined":
      return { move, ended: on, state: "ended" };
    case "problem":
      return { move, state: "not known" };
  }
}

function spanRow({ move, pending = "", occurred = "", ended = "", state }: DefaultSpan): Cell[] {
  const { title, family, section } = move.defaultCondition;
  const of = move.occurrence?.id === undefined ? "" : ` (${move.occurrence.id})`;
  const until = move.deadline === undefined || occurred !== "" ? "" : `, until the end of ${formatDate(move.deadline)}`;
  const isOpen = state === "continues" || state === "pending" || state === "not known";
  const words: Cell = isOpen
    ? { kind: "Marked", tone: state === "continues" ? "bad" : "warn", text: state + until }
    : state;
  const name = title === "" ? family : title;
  return [`${name}${of}`, { kind: "Citation", sections: section }, ...[pending, occurred, ended].map(dayCell), words];
}

const dayCell = (on: string): Cell => (on === "" ? "" : { kind: "Day", on });

function breachTable(breaches: readonly BreachWords[]): Table {
  return {
    kind: "Table",
    caption: "Breaches",
    columns: [{ head: "What" }, { head: "By" }, { head: "Section" }, { head: "Since" }, { head: "Over on" }],
    rows: breaches.map(({ text, party, section, since, until, because }) => {
      const words = because === undefined ? text : `${text}: ${because}`;
      const what: Cell =
        until === undefined ? { kind: "Marked", tone: since === null ? "warn" : "bad", text: words } : words;
      return [what, party, { kind: "Citation", sections: section }, dayCell(since ?? ""), dayCell(until ?? "")];
    }),
  };
}

function refusedTable(refused: readonly RefusedEvent[]): Table {
  return {
    kind: "Table",
    caption: "Events that the contract does not allow",
    columns: [{ head: "Event" }, { head: "Day" }, { head: "Section" }, { head: "Why it is refused" }],
    rows: refused.map((fact) => {
      const { on, section, because } = describeRefusal(fact);
      return [eventHead(fact), dayCell(on), { kind: "Citation", sections: section }, because];
    }),
  };
}
