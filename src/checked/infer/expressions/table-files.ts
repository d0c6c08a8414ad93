/** The rows of a table that stand in a file: each cell becomes a figure or a date of the kind that its place has. */
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Expression, FileRow, NumberLiteral, Quoted, TableFile, TableRow } from "../../../syntax/ast.ts";
import { currenciesOf } from "../../../units/money/currencies.ts";
import { parseDate } from "../../../units/plain-date.ts";
import type { Quantity, ValueType } from "../../../units/value-type.ts";
import { shareExponent, unitName } from "../../../units/value-type.ts";
import { kindInWords, typeNamed } from "../../words.ts";
import type { Inference } from "../inference.ts";

/** Rows and columns as if they were written in the template; none where there is no file, which is said here. */
export function rowsOfFile(
  file: TableFile,
  { down, over }: { readonly down: ValueType | undefined; readonly over: ValueType | undefined },
  context: Inference,
): { readonly rows: readonly TableRow[]; readonly columns: readonly Expression[] } {
  const { content, name } = file;
  const cells = typeNamed(file.type);
  if (cells.kind !== "quantity" && cells.kind !== "date") {
    context.say(diagnostic("TN3141", file.type.span, { found: kindInWords(cells) }));
  } else if (content === undefined) {
    context.say(diagnostic("TN4163", name.span, { file: name.text }));
  } else {
    const read = (kind: ValueType | undefined) => (cell: Quoted) => cellOf(cell, kind, file, context);
    return {
      rows: content.rows.map((row) => rowOf(row, read(down), read(cells))),
      columns: over === undefined ? [] : content.columns.map(read(over)),
    };
  }
  return { rows: [], columns: [] };
}

type ReadCell = (cell: Quoted) => Expression;

function rowOf({ reach, opens, closes, cells, span }: FileRow, head: ReadCell, value: ReadCell): TableRow {
  return {
    reach,
    ...(opens && { opens: head(opens) }),
    ...(closes && { closes: head(closes) }),
    cells: cells.map(value),
    span,
  };
}

function cellOf(cell: Quoted, kind: ValueType | undefined, file: TableFile, context: Inference): Expression {
  const { text, span } = cell;
  if (kind === undefined) return { kind: "Missing", span };
  if (kind.kind === "date" && parseDate(text) !== undefined) return { kind: "DateLiteral", text, span };
  const figure = kind.kind === "quantity" ? figureOf(text, kind, file) : undefined;
  if (figure !== undefined) return { ...figure, span };
  const facts = { found: text === "" ? "empty" : `\`${text}\``, expected: kindInWords(kind) };
  context.say(diagnostic("TN5496", span, facts, [], { help: `write ${exampleOf(kind)}` }));
  return { kind: "Missing", span };
}

/** `1,250.50`, `$20`, `€5 per share`, `120%`, `8% per year`, `50 shares`, `30 days`. */
const written =
  /^(-?)((?:[A-Z]{0,2}[$€£¥])|[A-Z]{3} ?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%)?( per year| per share| shares?| days?)?$/;

type Figure = Omit<NumberLiteral, "span">;

/** A figure with the unit of its place. One that is written with another unit, or as a percentage without its sign, is none. */
function figureOf(text: string, kind: Quantity, { basis }: TableFile): Figure | undefined {
  const [, minus = "", mark, whole, decimals = "", percent, suffix = ""] = written.exec(text) ?? [];
  const form = formOf(kind);
  if (whole === undefined || form === undefined) return undefined;
  const { unit, currency } = form;
  const fits = [
    mark === undefined || (currency !== undefined && currenciesOf(mark.trim(), [currency])[0] === currency),
    (percent !== undefined) === (unit === "percent" || unit === "rate"),
    suffix === "" || suffix.replace(/s$/, "") === suffixes[unit],
  ];
  if (!fits.every(Boolean)) return undefined;
  const digits = `${minus}${whole.replaceAll(",", "")}${decimals}`;
  const follows = basis !== undefined && shareExponent(kind) !== 0 && Number(digits) !== 0;
  return { kind: "NumberLiteral", ...form, digits, ...(follows && { basis }) };
}

type Form = Pick<NumberLiteral, "unit" | "currency" | "per">;

const suffixes: { readonly [U in NumberLiteral["unit"]]?: string } = {
  price: " per share",
  rate: " per year",
  shares: " share",
  days: " day",
};

/** As what a figure of a kind is written; undefined where none is. */
function formOf(kind: Quantity): Form | undefined {
  const plain = plainForms[unitName(kind)];
  if (plain !== undefined) return { unit: plain };
  const [, currency, per] = /^([A-Z]{3})(?:\/(share|[A-Z]{3}))?$/.exec(unitName(kind)) ?? [];
  if (currency === undefined) return undefined;
  if (per === undefined) return { unit: "money", currency };
  return per === "share" ? { unit: "price", currency } : { unit: "exchange rate", currency, per };
}

const plainForms: Readonly<Partial<Record<string, NumberLiteral["unit"]>>> = {
  number: "number",
  "calendar year": "number",
  shares: "shares",
  percent: "percent",
  "per year": "rate",
  days: "days",
};

function exampleOf(kind: ValueType): string {
  if (kind.kind !== "quantity") return "the date as year, month and day: `2026-01-31`";
  const unit = formOf(kind)?.unit;
  if (unit === "percent" || unit === "rate") return "it with its sign: `12.5%`";
  return "the figure alone, such as `12.5`, or with its unit";
}
