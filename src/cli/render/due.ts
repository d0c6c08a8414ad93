import type { BreachWords, DayTotalWords, Due, DueReport, DueTotalWords, LapseWords } from "../../index.ts";
import { formatDate } from "../../index.ts";
import { dayWords } from "./parts/day.ts";
import { briefFigure } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";
import type { Cell } from "./parts/table.ts";
import { flexible, renderTable } from "./parts/table.ts";
import { kept, wrap } from "./parts/text.ts";

/** What is due, by date, each with what follows if it is not done. Text that ends with a line end. */
export function renderDue(report: DueReport, width: number, paint: Paint): string {
  const { from, until, due, breaches, lapses } = report;
  const time = `as things stand on ${dayWords(formatDate(from))}, through ${dayWords(formatDate(until))}`;
  const headed = (title: string, body: string) => `${wrap(title, width).map(paint.bold).join("\n")}\n\n${body}\n`;
  const parts = [
    due.length === 0
      ? `${wrap(`Nothing is due ${time}.`, width).join("\n")}\n`
      : headed(`Due ${time}`, summedDue(report, width, paint)),
    ...(lapses.length === 0 ? [] : [headed("Ends if it is not used", lapsesTable(lapses, width, paint))]),
    ...(breaches.length === 0 ? [] : [headed("In breach", breachesTable(breaches, width, paint))]),
  ];
  return parts.join("\n");
}

/** What is due, with what it makes together. */
export function summedDue({ due, totals, byDay }: DueReport, width: number, paint: Paint): string {
  const sums = [...totalLines(totals, width, paint), ...dayLines(byDay, due, width, paint)];
  return [dueTable(due, width, paint), ...sums].join("\n");
}

/** Powers that end without having been used, by their last days. */
export function lapsesTable(lapses: readonly LapseWords[], width: number, paint: Paint): string {
  const rows = lapses.map(({ by, party, section, text, because }) => [
    { text: by === null ? "?" : dayWords(by) },
    { text: kept(party) },
    { text: `${text} ${kept(`[${section}]`)}${because === undefined ? "" : `: ${because}`}` },
  ]);
  return renderTable(["last day", flexible("who"), flexible("what")], rows, width, paint);
}

/** Breaches by their first days, those that are over as well. */
export function breachesTable(breaches: readonly BreachWords[], width: number, paint: Paint): string {
  const rows = breaches.map(({ since, until, party, section, text, because }) => {
    const painted = until === undefined ? { paint: since === null ? paint.yellow : paint.red } : {};
    return [
      { text: since === null ? "?" : dayWords(since), ...painted },
      { text: kept(party) },
      { text: `${text} ${kept(`[${section}]`)}${because === undefined ? "" : `: ${because}`}`, ...painted },
    ];
  });
  return renderTable(["since", flexible("who"), flexible("what")], rows, width, paint);
}

/** What is due, a row each: by when, its status, who owes it, and what with its section. */
export function dueTable(due: readonly Due[], width: number, paint: Paint): string {
  const rows = due.flatMap((one, index) => rowsOf(one, due[index + 1], paint));
  return renderTable(["by", "status", flexible("who"), flexible("what")], rows, width, paint);
}

/** What the amounts make together, in one sentence; a single amount needs none. */
export function totalLines(totals: readonly DueTotalWords[], width: number, paint: Paint): string[] {
  if (totals.length === 0) return [];
  const parties = [...new Set(totals.map(({ from, to }) => partiesOf(from, to)))];
  const words = parties.map((who) => {
    const own = totals.filter(({ from, to }) => partiesOf(from, to) === who);
    const sums = own.map(({ amount, unit, status, because = "" }) => {
      // The row of what is unknown has the reason as well.
      if (amount === null) return status === "unknown" ? "an amount that is unknown" : `unknown ${status}: ${because}`;
      return `${kept(briefFigure(amount, unit))} ${status}`;
    });
    return `${who} ${sums.join(", ")}`;
  });
  return wrap(`in all: ${words.join("; ")}`, width - 2).map((line) => `  ${paint.bold(line)}`);
}

/** What each day asks for, where one of several has more than one amount. */
function dayLines(totals: readonly DayTotalWords[], due: readonly Due[], width: number, paint: Paint): string[] {
  const days = new Set(totals.map((it) => it.due));
  const amounts = due.filter((it) => it.amount !== undefined && it.due !== null && days.has(it.due));
  if (days.size < 2 || amounts.length === totals.length) return [];
  const parties = new Set(totals.map(({ from, to }) => partiesOf(from, to)));
  const words = totals.map(({ due: day, from, to, amount, unit }) => {
    const who = parties.size === 1 ? "" : ` ${partiesOf(from, to)}`;
    return `${kept(`${day}${who} ${amount === null ? "unknown" : briefFigure(amount, unit)}`)}`;
  });
  return wrap(`by day: ${words.join("; ")}`, width - 2).map((line) => `  ${paint.bold(line)}`);
}

function partiesOf(from: string, to: string): string {
  return to === "" ? kept(from) : `${kept(from)} ${kept(`to ${to}`)}`;
}

function rowsOf(one: Due, next: Due | undefined, paint: Paint): Cell[][] {
  const { due, from, to, section, status, text, follows, because, expected } = one;
  const painted = statusPaint(status, paint);
  const row = [
    { text: due === null ? "?" : dayWords(due), ...painted },
    { text: status, ...painted },
    { text: partiesOf(from, to) },
    { text: section === "" ? text : `${text} ${kept(`[${section}]`)}`, ...(status === "overdue" && painted) },
  ];
  const notes = [
    // A reason that the next row has as well stands once, below both.
    ...(because === undefined || because === next?.because ? [] : [{ text: because, ...painted }]),
    ...(expected === undefined || expected === next?.expected ? [] : [{ text: expected, paint: paint.dim }]),
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
