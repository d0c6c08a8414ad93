/**
 * Positions over time, for reading: a table for each part of a position, days down and roles across, in as many tables
 * as the width asks for. What is nothing on every day stands in one line below. Defaults are those of all days between.
 */
import type { Balance, DefaultWords, NotePosition, PositionFigure, PositionPart } from "../../../index.ts";
import { positionParts } from "../../../index.ts";
import type { Paint } from "../parts/paint.ts";
import type { Cell, Column } from "../parts/table.ts";
import { leastWidthOf, renderTable } from "../parts/table.ts";
import { kept, wrap } from "../parts/text.ts";
import { balanceCell, dilutionHead, figureCell, isNothing, owedHead, partOf, partTitles } from "../position.ts";
import { defaultsTable } from "./defaults.ts";

/** Positions on some days, and the defaults from the first day that is looked at to the last. */
export interface BalancesToShow {
  readonly days: readonly NotePosition[];
  readonly from: string;
  readonly defaults: readonly DefaultWords[];
}

/** Text that ends with a line end. */
export function renderBalances(shown: BalancesToShow, width: number, paint: Paint): string {
  const { days } = shown;
  const parts = positionParts.flatMap((part) => {
    if (part === "defaults") return defaultPart(shown, width, paint);
    const tables = figureTables(part, days, width, paint);
    return tables.length === 0 ? [] : [`${paint.bold(partTitles[part])}\n${tables.join("\n\n")}`];
  });
  if (parts.length === 0) return "The template marks no value with a role of positions.\n";
  return `${parts.join("\n\n")}\n`;
}

interface Series {
  readonly head: string;
  /** Whether it is nothing on every day. */
  readonly isQuiet: boolean;
  readonly cells: readonly Cell[];
}

function figureTables(part: PositionPart, days: readonly NotePosition[], width: number, paint: Paint): string[] {
  const all = [...seriesOf(part, days, paint), ...sumsOf(part, days, paint)];
  const quiet = all.filter((it) => it.isQuiet);
  const tables = packed(
    all.filter((it) => !it.isQuiet),
    width,
  ).map((some) => tableOf(some, days, width, paint));
  const words = quiet.map(({ head, cells }) => `${head} ${cells[0]?.text ?? ""}`).join(", ");
  return [
    ...tables,
    ...(quiet.length === 0
      ? []
      : [
          wrap(`on each day: ${words}`, width - 2)
            .map((line) => `  ${paint.dim(line)}`)
            .join("\n"),
        ]),
  ];
}

function seriesOf(part: PositionPart, days: readonly NotePosition[], paint: Paint): Series[] {
  const balances = (days[0]?.balances ?? []).map((balance, index) => ({ balance, index }));
  const own = balances.filter(({ balance }) => partOf(balance) === part);
  return own.map(({ balance, index }) => ({
    head: headOf(
      balance,
      own.map((it) => it.balance),
    ),
    isQuiet: days.every(({ balances: those }) => those.slice(index, index + 1).every(isNothing)),
    cells: days.flatMap(({ balances: those }) => those[index] ?? []).map((it) => balanceCell(it, paint)),
  }));
}

/** What the figures of a part make together on each day. */
function sumsOf(part: PositionPart, days: readonly NotePosition[], paint: Paint): Series[] {
  if (part === "owed") return sumSeries(owedHead, days, ({ owed }) => owed, paint);
  return part === "shares" ? sumSeries(dilutionHead, days, ({ dilution }) => dilution, paint) : [];
}

function sumSeries(
  head: string,
  days: readonly NotePosition[],
  of: (day: NotePosition) => PositionFigure | undefined,
  paint: Paint,
): Series[] {
  const figures = days.flatMap((day) => of(day) ?? []);
  if (figures.length < days.length) return [];
  const isQuiet = figures.every(({ amount }) => amount === "0");
  return [{ head: kept(head), isQuiet, cells: figures.map((it) => figureCell(it, paint)) }];
}

/** The role, or the name of the value where several have that role. */
function headOf({ role, value }: Balance, all: readonly Balance[]): string {
  return kept(all.filter((it) => it.role === role).length === 1 ? role : value);
}

const dayHead = "end of";
const dayWidth = "2006-12-31".length;

/** As many series to a table as there is room for, and at least one. */
function packed(all: readonly Series[], width: number): Series[][] {
  const tables: Series[][] = [];
  let room = 0;
  for (const series of all) {
    const needs = 2 + leastWidthOf([series.head, ...series.cells.map(({ text }) => text)], "right");
    if (room < needs) {
      tables.push([]);
      room = width - 2 - dayWidth;
    }
    tables.at(-1)?.push(series);
    room -= needs;
  }
  return tables;
}

function tableOf(some: readonly Series[], days: readonly NotePosition[], width: number, paint: Paint): string {
  const columns: (Column | string)[] = [dayHead, ...some.map(({ head }) => figures(head))];
  const rows = days.map(({ on }, day) => [{ text: on }, ...some.map(({ cells }) => cells[day] ?? { text: "" })]);
  return renderTable(columns, rows, width, paint);
}

const figures = (head: string): Column => ({ head, align: "right", isFlexible: true });

function defaultPart({ days, from, defaults }: BalancesToShow, width: number, paint: Paint): string[] {
  const isWatched = days[0]?.balances.some((it) => partOf(it) === "defaults") ?? false;
  if (!isWatched && defaults.length === 0) return [];
  const title = `Defaults from ${from} to ${days.at(-1)?.on ?? from}`;
  const body = defaults.length === 0 ? paint.dim("  none") : defaultsTable(defaults, width, paint);
  return [`${paint.bold(title)}\n${body}`];
}
