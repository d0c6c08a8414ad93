import type { Comparison, TermValue } from "../../../index.ts";
import { visibleText } from "../../../index.ts";
import type { Paint } from "../parts/paint.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { widest, wrap } from "../parts/text.ts";
import { columnRoom, cut, letterOf } from "./columns.ts";

/**
 * Terms by role, a column for each subject. Where not everything is asked for, the table has so many lines that it fits a
 * screen: each role has one, and those that are left go to the first long clauses.
 */
export function renderTerms({ terms, subjects }: Comparison, isFull: boolean, width: number, paint: Paint): string {
  // The formula opens with the price itself.
  const hasFormula = terms.some(({ role }) => role === "price formula");
  const rows = terms.filter(({ role }) => !(hasFormula && role === "price of conversion"));
  const room = columnRoom(widest(rows.map(({ role }) => role)), subjects.length, width);
  const words = rows.map(({ role, values }) => ({ role, values: values.map(termWords) }));
  const lines = linesFor(words, room, isFull);
  const cells = words.map(({ role, values }, index) => [
    { text: role, paint: paint.dim },
    ...values.map((value) => ({ text: cut(value, room, lines[index] ?? 1) })),
  ]);
  const heads = subjects.map(({ name }, index) => cut(`${letterOf(index)} ${name}`, room, 1));
  return renderTable(["role", ...heads.map(flexible)], cells, width, paint);
}

function linesFor(rows: readonly { readonly values: readonly string[] }[], room: number, isFull: boolean): number[] {
  let left = linesOnScreen - rows.length;
  return rows.map(({ values }) => {
    const needed = Math.max(1, ...values.map((value) => wrap(visibleText(value), room).length));
    if (isFull) return needed;
    const more = Math.max(0, Math.min(needed - 1, left, mostMore));
    left -= more;
    return 1 + more;
  });
}

const linesOnScreen = 15;
const mostMore = 2;
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
