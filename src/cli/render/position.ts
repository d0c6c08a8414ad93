/** Where the parties stand at the end of a day, in the parts of a position, each figure with its name and section. */
import type {
  Answer,
  Balance,
  NotePosition,
  OwedInAll,
  PositionFigure,
  PositionPart,
  StandingDefault,
} from "../../index.ts";
import { positionParts, roleNamed } from "../../index.ts";
import { briefFigure, briefParts } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";
import type { Cell, Title } from "./parts/table.ts";
import { flexible, renderTable } from "./parts/table.ts";
import { indented, kept, wrap } from "./parts/text.ts";

/** A part of a position with a title, and what it holds; a part that holds nothing is left out. */
export function renderPosition(position: NotePosition, width: number, paint: Paint): string {
  const { balances, defaults } = position;
  const columns = ["", { head: "", align: "right" }, flexible("")] as const;
  const rows = positionParts.flatMap((part): (readonly Cell[] | Title)[] => {
    const own = balances.filter((it) => part !== "defaults" && partOf(it) === part);
    if (own.length === 0) return [];
    const rowsOfPart = own.map((it) => balanceRow(it, paint));
    return [{ title: partTitles[part] }, ...rowsOfPart, ...sumRows(part, position, paint)];
  });
  const watched = balances.filter((it) => partOf(it) === "defaults");
  const table = rows.length === 0 ? [] : [renderTable(columns, rows, width, paint)];
  return [...table, ...defaultLines(watched, defaults, width, paint)].join("\n");
}

/** What there is something of, in one table, with what is owed in all; then the defaults that continue. */
export function renderBriefPosition(position: NotePosition, width: number, paint: Paint): string {
  const { balances, owed, defaults } = position;
  const shown = balances.filter((it) => partOf(it) !== "defaults" && !isNothing(it));
  const total = owed === undefined ? [] : [sumRow(owedHead, owed, owedWords(owed), paint)];
  const rows = positionParts.flatMap((part) => {
    const own = shown.filter((it) => partOf(it) === part).map((it) => balanceRow(it, paint));
    return part === "owed" ? [...own, ...total] : own;
  });
  const columns = ["", { head: "", align: "right" }, flexible("")] as const;
  const standing = defaults.flatMap((it) => wrap(defaultWords(it), width - 4).map(paint.red));
  return [renderTable(columns, rows, width, paint), ...standing.map((it) => indented(it, 4))].join("\n");
}

export const partOf = ({ role }: Balance): PositionPart | undefined => roleNamed(role)?.part;

export const partTitles: { readonly [P in PositionPart]: string } = {
  owed: "Owed",
  shares: "Conversion and shares",
  cash: "Cash",
  defaults: "Defaults that continue",
};

function balanceRow(balance: Balance, paint: Paint): Cell[] {
  const { role, value, section } = balance;
  const name = `${kept(value)}${section === "" ? "" : ` ${kept(`[${briefSections(section)}]`)}`}`;
  const reason = "error" in balance ? balance.error.message : balance.amount === null ? balance.because : "";
  return [
    { text: kept(`  ${role}`) },
    { ...balanceCell(balance, paint) },
    { text: reason === "" ? name : `${name}: ${reason}`, paint: paint.dim },
  ];
}

/** What the figures of a part make together. */
function sumRows(part: PositionPart, { owed, dilution }: NotePosition, paint: Paint): Cell[][] {
  const ofOwed = part === "owed" && owed !== undefined ? [sumRow(owedHead, owed, owedWords(owed), paint)] : [];
  const ofShares =
    part === "shares" && dilution !== undefined ? [sumRow(dilutionHead, dilution, dilutionRule, paint)] : [];
  return [...ofOwed, ...ofShares];
}

export const owedHead = "owed in all";
export const dilutionHead = "dilution";
const dilutionRule = "shares to the holder, of the shares outstanding";

function owedWords({ of }: OwedInAll): string {
  return of.length === 0 ? "nothing" : of.length === 1 ? `the ${of[0]}` : of.join(" + ");
}

function sumRow(head: string, figure: PositionFigure, rule: string, paint: Paint): Cell[] {
  const words = figure.amount === null ? figure.because : rule;
  return [{ text: kept(`  ${head}`) }, figureCell(figure, paint), { text: words, paint: paint.dim }];
}

export function figureCell(figure: PositionFigure, paint: Paint): Cell {
  if (figure.amount === null) return { text: kept("no value"), paint: paint.dim };
  return { text: kept(briefFigure(figure.amount, figure.unit)), paint: paint.bold };
}

/** Whether there is nothing of it: no value, or an amount of zero. */
export function isNothing(balance: Balance): boolean {
  return !("error" in balance) && (balance.amount === null || balance.amount === "0");
}

/** The figure, `no value` or `unknown`; of shares the number alone. */
export function balanceCell(balance: Balance, paint: Paint): Cell {
  if ("error" in balance) return { text: "unknown", paint: paint.red };
  if (balance.amount === null) return { text: kept("no value"), paint: paint.dim };
  const { figure, suffix } = briefParts(balance.amount, balance.unit);
  return { text: balance.unit === "shares" ? figure : kept(figure + suffix), paint: paint.bold };
}

function defaultLines(
  watched: readonly Balance[],
  defaults: readonly StandingDefault[],
  width: number,
  paint: Paint,
): string[] {
  if (watched.length === 0) return [];
  const unknown = watched.flatMap((it) => ("error" in it ? [`${it.value}: unknown: ${it.error.message}`] : []));
  const standing = defaults.map((it) => defaultWords(it));
  const words = [
    ...standing.map((text) => ({ text, paint: paint.red })),
    ...unknown.map((text) => ({ text, paint: paint.yellow })),
  ];
  const lines = words.flatMap(({ text, paint: colour }) => wrap(text, width - 4).map(colour));
  return [
    indented(paint.bold(partTitles.defaults)),
    ...(lines.length === 0 ? [paint.dim("none")] : lines).map((it) => indented(it, 4)),
  ];
}

/** `Event of Default under 3.1 "Failure to pay", since 2007-01-02`. */
export function defaultWords({ value, of, section, title, since, because }: StandingDefault): string {
  const heading = title === "" ? "" : ` "${title}"`;
  const time = since === null ? `, since a day that is unknown: ${because ?? ""}` : `, since ${since}`;
  return `${kept(value)} under ${kept(section)}${heading}${of === undefined ? "" : ` for ${of}`}${time}`;
}

/** A family of defaults may stand under a dozen sections; the first and the last are enough here. */
function briefSections(sections: string): string {
  const list = sections.split(", ");
  return list.length <= 2 ? sections : `${list[0]} to ${list.at(-1)}`;
}

/** An answer, or why there is none. */
export function answerCell(answer: Answer, paint: Paint): Cell {
  if ("error" in answer) return { text: `${answer.error.kind}: ${answer.error.message}`, paint: paint.red };
  if (answer.answer === null) return { text: `no value: ${answer.because}`, paint: paint.dim };
  return { text: kept(briefFigure(answer.answer, answer.unit)), paint: paint.bold };
}
