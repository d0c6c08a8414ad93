/** The market data that a note reads: the series that it declares, or the one market of a note that declares none. */
import { once } from "../base/once.ts";
import type { Identifier, SeriesColumn } from "../syntax/ast.ts";
import { marketColumns, theMarket, usualColumnType } from "../units/market-columns.ts";
import type { Quantity } from "../units/value-type.ts";
import type { Symbols } from "./ast.ts";
import { typeNamed } from "./words.ts";

export interface SeriesOfNote {
  readonly name: string;
  /** Where it is declared; the one market of a note is not. */
  readonly declared?: Identifier;
  /** By name; undefined where the kind of figure is not known, which has been reported. */
  readonly columns: ReadonlyMap<string, Quantity | undefined>;
}

/** By name. */
export const seriesOf = once(
  ({ noteLevel, head }: Pick<Symbols, "noteLevel" | "head">): ReadonlyMap<string, SeriesOfNote> => {
    const currency = head?.currencies?.[0]?.text;
    const declared = [...noteLevel.values()].flatMap(({ statement, name }) => {
      if (statement.kind !== "SeriesDeclaration") return [];
      const columns = new Map(statement.columns.map((it) => [it.column.text, columnType(it, currency)]));
      return [[name.text, { name: name.text, declared: name, columns }] as const];
    });
    return new Map<string, SeriesOfNote>(declared.length > 0 ? declared : [[theMarket, impliedIn(currency)]]);
  },
);

function impliedIn(currency: string | undefined): SeriesOfNote {
  return { name: theMarket, columns: new Map(marketColumns.map((name) => [name, usualColumnType(name, currency)])) };
}

/** The kind of figure in a column: as it says, or the usual one of its name. */
export function columnType({ column, type }: SeriesColumn, currency?: string): Quantity | undefined {
  if (type === undefined) return usualColumnType(column.text, currency);
  const named = typeNamed(type);
  return named.kind === "quantity" ? named : undefined;
}

/**
 * The series whose days are the trading days: the one that the head names, or the only one. Undefined where there are
 * several and none is named.
 */
export function tradedSeries(symbols: Pick<Symbols, "noteLevel" | "head">): string | undefined {
  const named = symbols.head?.tradingDays?.text;
  if (named !== undefined) return named;
  const [only, ...others] = seriesOf(symbols).keys();
  return others.length === 0 ? only : undefined;
}
