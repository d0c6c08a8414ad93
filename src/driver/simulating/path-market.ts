/** A path as market data: what the exact engine reads in the place of a file. */
import { invariant } from "../../base/invariant.ts";
import { lastUpTo } from "../../base/last-up-to.ts";
import type { Market } from "../../inputs/market.ts";
import type { PathColumn } from "../../paths/model.ts";
import type { PathMaker } from "../../paths/path-maker.ts";
import { SourceFile } from "../../source/source-file.ts";
import type { Exact } from "../../units/exact.ts";

/** Of the path that the maker has made last; it has to be done with before the maker starts another one. */
export function marketOfPath(path: number, maker: PathMaker, days: Int32Array): Market {
  const columns = [...maker.rows.columns.keys()];
  const known = new Map<string, (Exact | undefined)[]>(columns.map((name) => [name, []]));
  const source = new SourceFile(`path ${path}`, "");
  const lastRowOnOrBefore = (day: number) => lastUpTo(days, day);
  return {
    name: source.name,
    columns,
    days,
    lastRowOnOrBefore,
    rowOf: (day) => {
      const row = lastRowOnOrBefore(day);
      return days[row] === day ? row : -1;
    },
    value: (row, column) => {
      const [name, values] = [columns.find((it): it is PathColumn => it === column), known.get(column)];
      invariant(name !== undefined && values !== undefined, "the path has the column that is asked for");
      values[row] ??= maker.exactly(name, row);
      return values[row];
    },
    roughFigures: (row) => [...maker.rows.columns.values()].map((figures) => figures[row] ?? 0),
    spanOf: () => ({ source, start: 0, end: 0 }),
  };
}
