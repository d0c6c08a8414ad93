import type { Due, DueReport } from "../../index.ts";
import { formatDate } from "../../index.ts";
import { weekdayOf } from "./parts/day.ts";
import type { Paint } from "./parts/paint.ts";
import type { Cell } from "./parts/table.ts";
import { renderTable } from "./parts/table.ts";
import { wrap } from "./parts/text.ts";

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

const statusColour: { readonly [S in Due["status"]]: "red" | "yellow" | undefined } = {
  overdue: "red",
  pending: "yellow",
  unknown: "yellow",
  due: undefined,
};

function statusPaint(status: Due["status"], paint: Paint): Pick<Cell, "paint"> {
  const colour = statusColour[status];
  return colour === undefined ? {} : { paint: paint[colour] };
}
