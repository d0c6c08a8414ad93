import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Expression } from "../../../syntax/ast.ts";
import type { Exact } from "../../../units/exact.ts";
import { compare, exact, isWhole, subtract } from "../../../units/exact.ts";
import { fixedValue } from "../../constants.ts";
import type { CheckedOf } from "../../tree.ts";
import { expressionsOfKind } from "../../walk.ts";
import { shown } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

type Table = CheckedOf<"Table">;
type Row = Table["rows"][number];
type Bound = NonNullable<Row["opens"]>;

/** Tables whose rows leave something out, take something twice, or do not have the form of their table. */
export const tableRows: CheckRule = ({ statements }) =>
  expressionsOfKind(statements, "Table").flatMap((table) => {
    if (table.type === undefined || (table.file && isUnread(table))) return [];
    const misshapen = misshapenIn(table);
    return misshapen.length > 0 ? misshapen : [...outOfOrder(table), ...unequalRows(table)];
  });

/** A file of which something could not be read has been reported. */
function isUnread({ rows, across }: Table): boolean {
  return rows.length === 0 || expressionsOfKind([rows, across?.columns ?? []], "Missing").length > 0;
}

/** The ends of rows and the heads of columns are written out; straight lines go through points, and across only so. */
function misshapenIn({ key, across, isStraight, rows, span }: Table): Diagnostic[] {
  const heads = [...rows.flatMap(({ opens, closes }) => [opens, closes]), ...(across?.columns ?? [])];
  const unfixed = heads.filter((it) => it !== undefined).filter((it) => numberOf(it) === undefined);
  const [first] = unfixed;
  if (first !== undefined)
    return [diagnostic("TN4133", first.span, { what: "begin and end with figures or dates that are written out" })];
  if (across && !isStraight)
    return [diagnostic("TN4133", key.span, { what: "go by one value, or by two in straight lines" })];
  if (across && across.columns.length < 2)
    return [diagnostic("TN4133", span, { what: "have two columns at least, where they go by two values" })];
  if (!isStraight) return [];
  const range = rows.find(({ reach }) => reach !== "at");
  if (range)
    return [
      diagnostic("TN4133", range.span, {
        what: "have one figure at the head of each row, where they go in straight lines",
      }),
    ];
  return rows.length > 1
    ? []
    : [diagnostic("TN4133", span, { what: "have two rows at least, where they go in straight lines" })];
}

function unequalRows({ across, rows }: Table): Diagnostic[] {
  const columns = across?.columns.length ?? 1;
  return rows.flatMap(({ cells, span }) =>
    cells.length === columns
      ? []
      : [diagnostic("TN4132", span, { cells: count(cells.length, "value"), columns: count(columns, "column") })],
  );
}

const count = (number: number, of: string): string => `${number} ${of}${number === 1 ? "" : "s"}`;

function outOfOrder({ across, isStraight, rows }: Table): Diagnostic[] {
  const heads = (across?.columns ?? []).map((opens): Row => ({ reach: "at", opens, cells: [], span: opens.span }));
  const backward = rows.filter(({ opens, closes }) => opens && closes && order(closes, opens) < 0);
  const reversed = backward.map(({ span }) => diagnostic("TN4134", span, {}));
  if (reversed.length > 0) return reversed;
  const isWholeDown = rows.every(({ opens, closes }) =>
    [opens, closes].every((it) => it === undefined || isCounted(it)),
  );
  return [
    ...neighbours(rows).flatMap(([above, row]) => {
      if (overlap(above, row)) return [overlapping(above, row)];
      return isStraight || adjoin(above, row, isWholeDown) ? [] : [gap(above, row)];
    }),
    ...neighbours(heads).flatMap(([above, row]) => (overlap(above, row) ? [overlapping(above, row)] : [])),
  ];
}

function neighbours(rows: readonly Row[]): (readonly [Row, Row])[] {
  return rows.slice(1).map((row, index) => [rows[index] ?? row, row]);
}

/** What a row goes to; undefined where it has no end. */
const endOf = ({ reach, opens, closes }: Row): Bound | undefined => (reach === "at" ? opens : closes);

function overlap(above: Row, row: Row): boolean {
  const end = endOf(above);
  if (end === undefined || row.opens === undefined) return true;
  const side = order(row.opens, end);
  return side < 0 || (side === 0 && above.reach !== "below");
}

/** Whether the row begins where the one above ends, or with the next whole number or day. */
function adjoin(above: Row, { opens }: Row, isWholeDown: boolean): boolean {
  const [end, start] = [numberOf(endOf(above)), numberOf(opens)];
  if (end === undefined || start === undefined) return true;
  const step = subtract(start, end);
  return step !== undefined && compare(step, exact(above.reach === "below" || !isWholeDown ? 0 : 1)) === 0;
}

function overlapping(above: Row, row: Row): Diagnostic {
  const facts = { row: headOf(row), above: headOf(above) };
  return diagnostic("TN4130", row.span, facts, [{ span: above.span, label: "the row before" }]);
}

function gap(above: Row, row: Row): Diagnostic {
  const facts = { row: headOf(row), above: headOf(above) };
  return diagnostic("TN4131", row.span, facts, [{ span: above.span, label: "the row before" }]);
}

/** A row by its range, also where it is one of a file. */
function headOf({ reach, opens, closes }: Row): string {
  const [first, last] = [opens, closes].map((it) => (it ? shown(it.span) : ""));
  const words = {
    at: first,
    from: `from ${first}`,
    "up to": `up to ${last}`,
    to: `${first} to ${last}`,
    below: opens ? `${first} to but excluding ${last}` : `below ${last}`,
  };
  return words[reach] ?? "";
}

function order(a: Bound, b: Bound): number {
  const [one, other] = [numberOf(a), numberOf(b)];
  return one && other ? compare(one, other) : 0;
}

function isCounted(bound: Bound): boolean {
  const value = numberOf(bound);
  return value !== undefined && isWhole(value) && isPlainOrDate(bound);
}

const isPlainOrDate = (bound: Expression): boolean =>
  bound.kind === "DateLiteral" || (bound.kind === "NumberLiteral" && ["number", "days"].includes(bound.unit));

/** A figure, or the number of a day. */
function numberOf(bound: Bound | undefined): Exact | undefined {
  const value = bound && fixedValue(bound);
  if (typeof value === "number") return exact(value);
  return typeof value === "object" ? value : undefined;
}
