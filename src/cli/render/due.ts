import type { Due, DueReport } from "../../index.ts";
import { assertNever, formatDate } from "../../index.ts";
import { weekdayOf } from "./day.ts";
import type { Paint } from "./paint.ts";
import type { Cell } from "./table.ts";
import { renderTable } from "./table.ts";
import { wrap } from "./text.ts";

/** What is due, by date, each with what follows if it is not done. Text that ends with a line end. */
export function renderDue({ from, until, due }: DueReport, width: number, paint: Paint): string {
  const [first, last] = [formatDate(from), formatDate(until)];
  const time = `as things stand on ${weekdayOf(first)} ${first}, through ${weekdayOf(last)} ${last}`;
  if (due.length === 0) return `${wrap(`Nothing is due ${time}.`, width).join("\n")}\n`;
  const columns = [{ head: "by" }, { head: "status" }, { head: "who" }, { head: "what", isFlexible: true }];
  const table = renderTable(
    columns,
    due.flatMap((one) => rowsOf(one, paint)),
    width,
    paint,
  );
  return `${wrap(`Due ${time}`, width).map(paint.bold).join("\n")}\n\n${table}\n`;
}

function rowsOf({ due, from, to, section, status, text, follows, because }: Due, paint: Paint): Cell[][] {
  const painted = statusPaint(status, paint);
  const row = [
    { text: due === null ? "?" : `${weekdayOf(due)} ${due}`, ...painted },
    { text: status, ...painted },
    { text: to === "" ? from : `${from} to ${to}` },
    { text: `${text} [${section}]`, ...(status === "overdue" && painted) },
  ];
  const notes = [
    ...(because === undefined ? [] : [{ text: because, ...painted }]),
    ...(follows.length === 0 ? [] : [{ text: `if not: ${follows.join("; ")}`, paint: paint.dim }]),
  ];
  return [row, ...notes.map((note) => [{ text: "" }, { text: "" }, { text: "" }, note])];
}

function statusPaint(status: Due["status"], paint: Paint): Pick<Cell, "paint"> {
  switch (status) {
    case "overdue":
      return { paint: paint.red };
    case "pending":
    case "unknown":
      return { paint: paint.yellow };
    case "due":
      return {};
    default:
      return assertNever(status);
  }
}
