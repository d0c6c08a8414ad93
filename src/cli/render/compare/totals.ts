import type { Comparison, OutcomeValue } from "../../../index.ts";
import type { Paint } from "../parts/paint.ts";
import type { Cell, Column } from "../parts/table.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { letterOf } from "./comparison.ts";
import { valueCell } from "./outcome.ts";
import { cut } from "./terms.ts";

/** What the story costs and brings in all. With `isFull`, each with the rule by which it is worked out. */
export function renderTotals({ totals, subjects }: Comparison, isFull: boolean, width: number, paint: Paint): string {
  const heads = subjects.map(
    ({ name }, index): Column => ({ head: cut(`${letterOf(index)} ${name}`, 30, 1), align: "right" }),
  );
  const rows = totals.map(({ role, rule, values }) => [
    { text: role, paint: paint.dim },
    ...values.map((value) => totalCell(value, paint)),
    ...(isFull ? [{ text: rule, paint: paint.dim }] : []),
  ]);
  return renderTable(["total", ...heads, ...(isFull ? [flexible("rule")] : [])], rows, width, paint);
}

/** Unlike a position, a total that is none says why. */
function totalCell(value: OutcomeValue, paint: Paint): Cell {
  if (!("error" in value) && value.answer === null) return { text: cut(value.because, 40, 1), paint: paint.dim };
  return { ...valueCell(value, paint), paint: paint.bold };
}
