import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type * as written from "../../../syntax/ast.ts";
import { usualColumns } from "../../../units/market-columns.ts";
import { columnType } from "../../series.ts";
import type { StatementOf } from "../../tree.ts";
import { kindInWords, typeNamed } from "../../words.ts";
import { nearest } from "../expressions/references.ts";
import type { Inference } from "../inference.ts";

/** Each column holds a figure of a known kind, and has a name of its own. */
export function inferSeries(series: written.SeriesDeclaration, context: Inference): StatementOf<"SeriesDeclaration"> {
  const seen = new Map<string, written.Identifier>();
  for (const { column, type } of series.columns) {
    const first = seen.get(column.text);
    if (first !== undefined) {
      const related = [{ span: first.span, label: "first here" }];
      context.say(diagnostic("TN2038", column.span, { series: series.name.text, column: column.text }, related));
      continue;
    }
    seen.set(column.text, column);
    if (columnType({ column, ...(type && { type }) }) !== undefined) continue;
    if (type !== undefined) {
      const found = kindInWords(typeNamed(type));
      context.say(diagnostic("TN3038", type.span, { column: column.text, found }));
    } else {
      const near = nearest(context, column, usualColumns);
      context.say(diagnostic("TN3037", column.span, { column: column.text }, [], near));
    }
  }
  return series;
}
