import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Expression, Table, TableRow } from "../../../syntax/ast.ts";
import type { Checked } from "../../tree.ts";
import { kindInWords, typeNamed } from "../../words.ts";
import type { Inference, Inferrers } from "../inference.ts";
import { perhaps, sortOf, typed } from "../inference.ts";
import type { Scope } from "../scope.ts";
import { inScope, ofOneKind } from "./alternatives.ts";
import { sayNoFigure } from "./figures.ts";
import { rowsOfFile } from "./table-files.ts";

/** What holds by a table: its rows and columns are of the kind that it goes by, and all that stands in it is of one kind. */
export const tables: Inferrers<"Table"> = {
  Table: (written, context, scope, expected) => {
    const expression = withRowsOfFile(written, context, scope);
    const { rows, across } = expression;
    const bounds = rows.flatMap(({ opens, closes }) => [opens, closes].filter((it) => it !== undefined));
    const down = inferSide(expression.key, bounds, scope, context);
    const over = across && inferSide(across.key, across.columns, scope, context);
    const whole = expression.isStraight ? "a table in straight lines" : "a table";
    const all = rows.flatMap(({ cells }) => cells.map((value) => ({ value })));
    const found = ofOneKind(inScope(all, scope), whole, context, expected);
    const node = {
      ...expression,
      key: down.key,
      ...(over && { across: { key: over.key, columns: over.bounds } }),
      rows: withChecked(rows, down.bounds, found.values),
    };
    if (found.type === undefined && written.file) return typed(node, perhaps(typeNamed(written.file.type)));
    if (found.type === undefined || !down.isSound || over?.isSound === false) return node;
    if (expression.isStraight && found.type.kind !== "quantity") {
      const [first] = found.values;
      if (first) sayNoFigure(first, found.type, "taken in straight lines", context);
      return node;
    }
    // Outside of its rows a table has no value.
    return typed(node, perhaps(found.type));
  },
};

/** The same with the rows of its file, where they stand in one. */
function withRowsOfFile(table: Table, context: Inference, scope: Scope): Table {
  const { file, key, across } = table;
  if (file === undefined) return table;
  const kindOf = (it: Expression) => context.infer(it, scope).type;
  const { rows, columns } = rowsOfFile(file, { down: kindOf(key), over: across && kindOf(across.key) }, context);
  return { ...table, rows, ...(across && { across: { key: across.key, columns } }) };
}

interface Side {
  readonly key: Checked;
  readonly bounds: readonly Checked[];
  readonly isSound: boolean;
}

function inferSide(key: Expression, bounds: readonly Expression[], scope: Scope, context: Inference): Side {
  const all = inScope([{ value: key }, ...bounds.map((value) => ({ value }))], scope);
  const { values, type } = ofOneKind(all, "what a table goes by", context);
  const [checked = key, ...rest]: readonly Checked[] = values;
  const isOrdered = type !== undefined && type.kind !== "time" && sortOf(type) !== "others";
  if (type && !isOrdered) context.say(diagnostic("TN3140", key.span, { found: kindInWords(type) }));
  return { key: checked, bounds: rest, isSound: isOrdered };
}

/** The rows with what was found of their ends and of what stands in them, both in the order written. */
function withChecked(rows: readonly TableRow[], bounds: readonly Checked[], cells: readonly Checked[]) {
  const [ends, values] = [bounds.values(), cells.values()];
  const next = (from: Iterator<Checked>, written: Expression): Checked => from.next().value ?? written;
  return rows.map((row) => ({
    ...row,
    ...(row.opens && { opens: next(ends, row.opens) }),
    ...(row.closes && { closes: next(ends, row.closes) }),
    cells: row.cells.map((cell) => next(values, cell)),
  }));
}
