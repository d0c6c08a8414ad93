import type { Comparison, OutcomeValue } from "../../../index.ts";
import { inCents } from "../../../index.ts";
import { figureParts, shortFigure } from "../parts/figure.ts";
import type { Paint } from "../parts/paint.ts";
import { plainPaint } from "../parts/paint.ts";
import type { Cell, Column } from "../parts/table.ts";
import { renderTable } from "../parts/table.ts";
import { widest } from "../parts/text.ts";
import { letterOf } from "./columns.ts";

/** Positions over time. With `isFull`, every role on every day; else as many as a screen has room for. */
export function renderOutcome(comparison: Comparison, isFull: boolean, width: number, paint: Paint): string {
  if (isFull) return allRows(comparison, width, paint);
  const roles = rolesToShow(comparison);
  const days = daysToShow(comparison, roles, width);
  const columns: (Column | string)[] = ["role", "", ...days.map((head) => ({ head, align: "right" as const }))];
  const rows = roles.flatMap((role) =>
    comparison.subjects.map((_, index) => rowFor(comparison, { role, index, days }, paint)),
  );
  return renderTable(columns, rows, width, paint);
}

/** A row for each day and role, a column for each subject; the day stands in its first row. */
function allRows({ outcome, subjects }: Comparison, width: number, paint: Paint): string {
  const heads = subjects.map((_, index): Column => ({ head: letterOf(index), align: "right" }));
  const rows = outcome.map(({ on, role, values }, index) => [
    { text: outcome[index - 1]?.on === on ? "" : on },
    { text: role, paint: paint.dim },
    ...values.map((value) => valueCell(value, paint)),
  ]);
  return renderTable(["on", "role", ...heads], rows, width, paint);
}

interface RowOf {
  readonly role: string;
  /** Of the subject. */
  readonly index: number;
  readonly days: readonly string[];
}

function rowFor({ outcome }: Comparison, { role, index, days }: RowOf, paint: Paint): Cell[] {
  const cells = days.map((on) =>
    valueCell(outcome.find((it) => it.on === on && it.role === role)?.values[index], paint),
  );
  return [{ text: index === 0 ? role : "", paint: paint.dim }, { text: letterOf(index), paint: paint.cyan }, ...cells];
}

/** A figure for a table; an absent value is a dash, and a failure is its kind. */
export function valueCell(value: OutcomeValue | undefined, paint: Paint): Cell {
  if (value === undefined) return { text: "–", paint: paint.dim };
  if ("error" in value) return { text: value.error.kind, paint: paint.red };
  if (value.answer === null) return { text: "–", paint: paint.dim };
  const { answer, unit } = value;
  // The role says what is counted: shares, or dollars per share.
  return { text: figureParts(typeof answer === "string" ? shortAmount(answer, unit) : answer, unit).figure };
}

/** Money has cents or none. */
function shortAmount(answer: string, unit: string): string {
  const short = shortFigure(answer);
  const [whole = "", fraction] = short.split(".");
  return fraction === undefined || fraction.includes("…") ? short : `${whole}.${inCents(fraction, unit)}`;
}

/** Roles in which the subjects differ, in the order of the published ones; some differ too little to have a row. */
function rolesToShow({ outcome, parts }: Comparison): string[] {
  const all = [...new Set(outcome.map(({ role }) => role))];
  // Where nothing differs, the main positions are shown as they are.
  const differing = all.filter((role) => parts === null || parts.roles.some((it) => it.role === role));
  const [main, rest] = [
    differing.filter((role) => mainRoles.includes(role)),
    differing.filter((role) => !mainRoles.includes(role)),
  ];
  const chosen = [...main, ...rest].slice(0, mostRoles);
  return all.filter((role) => chosen.includes(role));
}

const mostRoles = 4;
const mainRoles: readonly string[] = [
  "price of conversion",
  "principal left",
  "shares to the holder",
  "cash to the holder",
  "damages",
  "default",
];

/** A column for each: the first day, those on which a role parts, the last; others between them as far as there is room. */
function daysToShow({ outcome, parts, story }: Comparison, roles: readonly string[], width: number): string[] {
  const all = [...new Set(outcome.map(({ on }) => on))];
  const figures = outcome.flatMap(({ role, values }) =>
    roles.includes(role) ? values.map((value) => valueCell(value, plainPaint).text) : [],
  );
  const columnWidth = widest([story.from, ...figures]) + 2;
  const room = Math.max(2, Math.floor((width - widest(roles) - 7) / columnWidth));
  const inOrder = [...mainRoles, ...roles].filter((role) => roles.includes(role));
  const partings = inOrder.flatMap((role) => parts?.roles.find((it) => it.role === role)?.on ?? []);
  const must = [...new Set([story.from, story.through, ...partings])].filter((day) => all.includes(day)).slice(0, room);
  const others = all.filter((day) => !must.includes(day));
  const free = room - must.length;
  const step = others.length / (free + 1);
  const between = Array.from({ length: free }, (_, index) => others[Math.floor(step * (index + 1))]).flatMap(
    (day) => day ?? [],
  );
  return [...new Set([...must, ...between])].toSorted();
}
