import type { Due, DueReport } from "../../index.ts";
import { formatDate } from "../../index.ts";
import { dayWords } from "./parts/day.ts";
import type { Paint } from "./parts/paint.ts";
import type { Cell } from "./parts/table.ts";
import { flexible, renderTable } from "./parts/table.ts";
import { kept, wrap } from "./parts/text.ts";

/** What is due, by date, each with what follows if it is not done. Text that ends with a line end. */
export function renderDue({ from, until, due }: DueReport, width: number, paint: Paint): string {
  const time = `as things stand on ${dayWords(formatDate(from))}, through ${dayWords(formatDate(until))}`;
  if (due.length === 0) return `${wrap(`Nothing is due ${time}.`, width).join("\n")}\n`;
  return `${wrap(`Due ${time}`, width).map(paint.bold).join("\n")}\n\n${dueTable(due, width, paint)}\n`;
}

/** What is due, a row each: by when, its status, who owes it, and what with its section. */
export function dueTable(due: readonly Due[], width: number, paint: Paint): string {
  const rows = due.flatMap((one, index) => rowsOf(one, due[index + 1], paint));
  return renderTable(["by", "status", flexible("who"), flexible("what")], rows, width, paint);
}

function rowsOf(one: Due, next: Due | undefined, paint: Paint): Cell[][] {
  const { due, from, to, section, status, text, follows, because } = one;
  const painted = statusPaint(status, paint);
  const row = [
    { text: due === null ? "?" : dayWords(due), ...painted },
    { text: status, ...painted },
    { text: to === "" ? kept(from) : `${kept(from)} ${kept(`to ${to}`)}` },
    { text: section === "" ? text : `${text} ${kept(`[${section}]`)}`, ...(status === "overdue" && painted) },
  ];
  const notes = [
    // A reason that the next row has as well stands once, below both.
    ...(because === undefined || because === next?.because ? [] : [{ text: because, ...painted }]),
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
