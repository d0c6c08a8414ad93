/** Defaults over time: when each was pending, occurred and ended. */
import { listUnder } from "../../base/group-by.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { latestDate } from "../../units/plain-date.ts";
import type { DefaultMove } from "../compile/defaults.ts";
import type { DefaultMoved, JournalFact } from "../replay/journal-facts.ts";

/** One default from its start to its end; the same one may come again. */
export interface DefaultSpan {
  /** Its last move. */
  readonly move: DefaultMove;
  readonly pending?: PlainDate;
  readonly occurred?: PlainDate;
  /** The first day at whose end it no longer stood. */
  readonly ended?: PlainDate;
  readonly state: "cured in time" | "ended" | "continues" | "pending" | "not known";
}

/** In the order of their first days. */
export function defaultSpans(journal: readonly JournalFact[]): DefaultSpan[] {
  const moves = journal.filter((fact): fact is Extract<JournalFact, DefaultMoved> => fact.kind === "DefaultMoved");
  const bySubject = new Map<string, DefaultSpan[]>();
  for (const { move, day } of moves) {
    const key = `${move.defaultCondition.id} ${move.occurrence?.index ?? ""}`;
    const spans = bySubject.get(key) ?? [];
    const open = spans.at(-1)?.ended === undefined ? spans.at(-1) : undefined;
    if (open !== undefined) spans.pop();
    listUnder(bySubject, key, { ...open, ...changed(move, day) });
  }
  return [...bySubject.values()].flat().toSorted((a, b) => firstDayOf(a) - firstDayOf(b));
}

function firstDayOf({ pending, occurred, ended }: DefaultSpan): PlainDate {
  return pending ?? occurred ?? ended ?? latestDate;
}

function changed(move: DefaultMove, on: PlainDate): DefaultSpan {
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
