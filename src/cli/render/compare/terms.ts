import type { Comparison, TermValue } from "../../../index.ts";
import { visibleText } from "../../../index.ts";
import type { Paint } from "../parts/paint.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { widest, wrap } from "../parts/text.ts";
import { letterOf } from "./comparison.ts";

/** Terms by role, a column for each subject. A long clause is cut to two lines, where not everything is asked for. */
export function renderTerms({ terms, subjects }: Comparison, isFull: boolean, width: number, paint: Paint): string {
  // The formula opens with the price itself.
  const hasFormula = terms.some(({ role }) => role === "price formula");
  const rows = terms.filter(({ role }) => !(hasFormula && role === "price of conversion"));
  const room = columnRoom(widest(rows.map(({ role }) => role)), subjects.length, width);
  const cells = rows.map(({ role, values }) => [
    { text: role, paint: paint.dim },
    ...values.map((value) => ({ text: cut(termWords(value), room, isFull ? Infinity : mostLines) })),
  ]);
  const heads = subjects.map(({ name }, index) => cut(`${letterOf(index)} ${name}`, room, 1));
  return renderTable(["role", ...heads.map(flexible)], cells, width, paint);
}

const mostLines = 2;
const gap = 2;

/** What is left for each subject's column. */
export function columnRoom(first: number, subjects: number, width: number): number {
  return Math.max(12, Math.floor((width - gap - first) / subjects) - gap);
}

function termWords(value: TermValue | null): string {
  if (value === null) return "–";
  const section = shortSections(value.section);
  return section === "" ? value.value : `${value.value} [${section}]`;
}

/** A family of defaults may stand under a dozen sections; the first and the last are enough here. */
function shortSections(sections: string): string {
  const list = sections.split(", ").filter((it) => it !== "");
  return list.length <= 2 ? list.join(", ") : `${list[0]} to ${list.at(-1)}`;
}

/** As much of a text as fills so many lines of a width, with "…" where something is left out. */
export function cut(text: string, room: number, lines: number): string {
  const all = wrap(visibleText(text), room);
  if (all.length <= lines) return all.join(" ");
  const shown = all.slice(0, lines);
  const last = shown.pop() ?? "";
  return [...shown, `${last.length < room ? last : last.slice(0, room - 1)}…`].join(" ");
}
