import type { Comparison, OutcomeValue } from "../../../index.ts";
import type { Paint } from "../parts/paint.ts";
import type { Cell, Column } from "../parts/table.ts";
import { renderTable } from "../parts/table.ts";
import { widest, wrap } from "../parts/text.ts";
import { columnRoom, cut, letterOf } from "./columns.ts";
import { valueCell } from "./outcome.ts";

/** What the story costs and brings in all. With `isFull`, followed by the rule that calculates each total. */
export function renderTotals({ totals, subjects }: Comparison, isFull: boolean, width: number, paint: Paint): string {
  const room = Math.min(widestHead, columnRoom(widest(totals.map(({ role }) => role)), subjects.length, width));
  const heads = subjects.map(
    ({ name }, index): Column => ({ head: cut(`${letterOf(index)} ${name}`, room, 1), align: "right" }),
  );
  const rows = totals.map(({ role, values }) => [
    { text: role, paint: paint.dim },
    ...values.map((value) => totalCell(value, isFull ? Infinity : room, paint)),
  ]);
  const table = renderTable(["total", ...heads], rows, width, paint);
  return isFull ? [table, "", ...totals.flatMap((total) => ruleLines(total, width)).map(paint.dim)].join("\n") : table;
}

function ruleLines({ role, rule }: Comparison["totals"][number], width: number): string[] {
  return wrap(`${role}: ${rule}`, width - 4).map((line, index) => `${index === 0 ? "  " : "    "}${line}`);
}

const widestHead = 30;

/** Unlike a position, a total without a value says why. */
function totalCell(value: OutcomeValue, room: number, paint: Paint): Cell {
  if (!("error" in value) && value.answer === null) return { text: cut(value.because, room, 1), paint: paint.dim };
  return { ...valueCell(value, paint), paint: paint.bold };
}
