import { groupBy } from "../../base/group-by.ts";
import type { Comparison } from "../../compare/comparison.ts";
import { answerCell } from "../figures.ts";
import type { Block, Table } from "../page.ts";
import type { FigureNotes } from "./figure-notes.ts";

type OutcomeRow = Comparison["outcome"][number];

/** A table for each position that differs; the others are behind a fold. */
export function outcomeBlocks({ outcome, parts, subjects }: Comparison, notes: FigureNotes): Block[] {
  const names = subjects.map(({ name }) => name);
  const byRole = [...groupBy(outcome, ({ role }) => role)];
  const isParted = (role: string) => parts?.roles.some((it) => it.role === role) ?? false;
  const parted = byRole.filter(([role]) => isParted(role));
  const others = byRole.filter(([role]) => !isParted(role));
  const tables = (list: typeof byRole) => list.map(([role, rows]) => positionTable(role, rows, names, notes));
  if (others.length === 0) return tables(parted);
  const title = "Positions that do not differ, or that fewer than two of the subjects have";
  return [...tables(parted), { kind: "Fold", title, blocks: tables(others) }];
}

function positionTable(role: string, rows: readonly OutcomeRow[], names: readonly string[], notes: FigureNotes): Table {
  return {
    kind: "Table",
    caption: `${role}: the first day, the last, and days on which it changes`,
    columns: [{ head: "Day" }, ...names.map((head) => ({ head, isFigure: true }))],
    rows: rows
      .filter(isShown)
      .map(({ on, values }) => [
        { kind: "Day", on },
        ...values.map((it, subject) => answerCell(it, notes.ofPosition(subject, role, on))),
      ]),
  };
}

function isShown({ values }: OutcomeRow, index: number, rows: readonly OutcomeRow[]): boolean {
  const before = rows[index - 1];
  if (before === undefined || index === rows.length - 1) return true;
  return JSON.stringify(before.values) !== JSON.stringify(values);
}
