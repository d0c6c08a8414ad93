/** A table, as cases: by its rows, or in straight lines between its figures. Outside of them it has no value. */
import { invariant } from "../../base/invariant.ts";
import type { Checked, NodeOf } from "../../checked/tree.ts";
import type { Span } from "../../source/span.ts";
import type { ValueType } from "../../units/value-type.ts";
import { days, plainNumber, yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";
import type { Lower, Placeless } from "./lower.ts";

type Table = NodeOf<"Table">;
type Row = Table["rows"][number];

export function lowerTable(table: Table, lower: Lower): Placeless {
  return table.isStraight ? lowerStraight(table, lower) : lowerSteps(table, lower);
}

function lowerSteps({ key, rows }: Table, lower: Lower): Placeless {
  const within = (row: Row) => all(headOf(row), conditionsOf(row, key, lower));
  const arms = rows.map((row) => ({ condition: within(row), value: lower(cellOf(row, 0)) }));
  const last = arms.at(-1);
  invariant(last !== undefined, "a table has a row");
  const { type, span } = last.value;
  const inside = logic("any", rows.map(within), key.span);
  const value = { kind: "Case", arms: arms.slice(0, -1), otherwise: last.value, type, span } as const;
  return { kind: "OnlyWhile", value: arms.length > 1 ? value : last.value, condition: inside, isTable: true };
}

/** A row is called by its range. */
function headOf({ opens, closes, span }: Row): Span {
  return { ...span, end: (closes ?? opens ?? { span }).span.end };
}

function conditionsOf(row: Row, key: Checked, lower: Lower): core.Expr[] {
  const { reach, opens, closes } = row;
  const span = headOf(row);
  const is = (operator: core.Compare["operator"], bound: Checked) => compare(lower(key), operator, lower(bound), span);
  if (reach === "at") return opens ? [is("=", opens)] : [];
  return [...(opens ? [is("≥", opens)] : []), ...(closes ? [is(reach === "below" ? "<" : "≤", closes)] : [])];
}

/** Through the points of each column down the rows, and then across the columns. */
function lowerStraight({ key, across, rows }: Table, lower: Lower): Placeless {
  const down = { key, at: rows.map(pointOf) };
  if (across === undefined) {
    const value = straight(down, (row) => lower(cellOf(rows[row], 0)), lower);
    return { kind: "OnlyWhile", value, condition: all(key.span, between(down, lower)), isTable: true };
  }
  const over = { key: across.key, at: across.columns };
  const value = straight(down, (row) => straight(over, (column) => lower(cellOf(rows[row], column)), lower), lower);
  const within = all(key.span, [...between(down, lower), ...between(over, lower)]);
  return { kind: "OnlyWhile", value, condition: within, isTable: true };
}

interface Axis {
  readonly key: Checked;
  readonly at: readonly Checked[];
}

/** In the stretch between two points: the value at the first, and of the way to the second as much as has been gone. */
function straight({ key, at }: Axis, valueAt: (index: number) => core.Expr, lower: Lower): core.Expr {
  const stretches = at.slice(1).map((end, index) => {
    const [from, to] = [at[index] ?? end, end];
    const { span } = end;
    const gone = quotient(difference(lower(key), lower(from), span), difference(lower(to), lower(from), span), span);
    const [first, again, second] = [valueAt(index), valueAt(index), valueAt(index + 1)];
    const { type } = first;
    const rise = { kind: "Arithmetic", operator: "-", left: second, right: again, type, span } as const;
    const part = { kind: "Arithmetic", operator: "*", left: rise, right: gone, type, span } as const;
    const value: core.Expr = { kind: "Arithmetic", operator: "+", left: first, right: part, type, span };
    return { condition: compare(lower(key), "≤", lower(to), span), value };
  });
  const last = stretches.at(-1);
  invariant(last !== undefined, "straight lines go between two points at least");
  if (stretches.length === 1) return last.value;
  const { type, span } = last.value;
  return { kind: "Case", arms: stretches.slice(0, -1), otherwise: last.value, type, span };
}

function between({ key, at }: Axis, lower: Lower): core.Expr[] {
  const [first, last] = [at[0], at.at(-1)];
  invariant(first !== undefined && last !== undefined, "straight lines go between two points at least");
  return [compare(lower(key), "≥", lower(first), key.span), compare(lower(key), "≤", lower(last), key.span)];
}

function pointOf({ opens }: Row): Checked {
  invariant(opens !== undefined, "straight lines go through points");
  return opens;
}

function cellOf(row: Row | undefined, column: number): Checked {
  const cell = row?.cells[column];
  invariant(cell !== undefined, "each row of a table has a cell for each column");
  return cell;
}

function compare(left: core.Expr, operator: core.Compare["operator"], right: core.Expr, span: Span): core.Expr {
  return { kind: "Compare", operator, left, right, type: yesOrNo, span };
}

function all(span: Span, conditions: readonly core.Expr[]): core.Expr {
  const [only] = conditions;
  return only !== undefined && conditions.length === 1 ? only : logic("all", conditions, span);
}

function logic(operator: core.Logic["operator"], conditions: readonly core.Expr[], span: Span): core.Expr {
  return { kind: "Logic", operator, conditions, type: yesOrNo, span };
}

function difference(left: core.Expr, right: core.Expr, span: Span): core.Expr {
  const type: ValueType = left.type.kind === "date" ? days : left.type;
  return { kind: "Arithmetic", operator: "-", left, right, type, span };
}

function quotient(left: core.Expr, right: core.Expr, span: Span): core.Expr {
  return { kind: "Arithmetic", operator: "/", left, right, type: plainNumber, span };
}
