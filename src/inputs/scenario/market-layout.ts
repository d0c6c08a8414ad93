/** Which columns are read of a file of market data, and what it calls them. */
import type { MarketFile, Series } from "../../core/core.ts";
import { marketColumns, usualColumnType } from "../../units/market-columns.ts";
import type { ValueType } from "../../units/value-type.ts";
import { shareExponent, unitName } from "../../units/value-type.ts";

export interface MarketLayout {
  /** The file's name for the column of dates. */
  readonly date: string;
  readonly columns: readonly ColumnLayout[];
}

export interface ColumnLayout {
  /** As clauses say it. */
  readonly name: string;
  /** As the file says it. */
  readonly written: string;
  /** Whether the file has to have it: a clause reads it, or the scenario says what it is called. */
  readonly isNeeded: boolean;
  /** Prices lie above zero, numbers of shares not below it; a rate may be negative. */
  readonly least: "above zero" | "zero or more" | undefined;
  /** That of rates and percentages, which may be written with a percent sign. */
  readonly share: ValueType | undefined;
}

/** Of a series, as a scenario or a story names its file. */
export function layoutOf(
  { columns }: Pick<Series, "columns">,
  file: Pick<MarketFile, "columns" | "date">,
): MarketLayout {
  return {
    date: file.date ?? "date",
    columns: [...columns].map(([name, { type, isRead }]) => {
      const written = file.columns.get(name);
      const isNeeded = isRead || written !== undefined;
      return { name, written: written ?? name, isNeeded, least: leastOf(type), share: shareOf(type) };
    }),
  };
}

function leastOf(type: ValueType): ColumnLayout["least"] {
  const exponent = shareExponent(type);
  if (exponent === 0) return undefined;
  return exponent < 0 ? "above zero" : "zero or more";
}

function shareOf(type: ValueType): ColumnLayout["share"] {
  return ["percent", "per year"].includes(unitName(type)) ? type : undefined;
}

/** All columns of the one market of a note that declares no series. */
export const usualLayout: MarketLayout = {
  date: "date",
  columns: marketColumns.map((name) => {
    const type = usualColumnType(name);
    return { name, written: name, isNeeded: true, least: type && leastOf(type), share: type && shareOf(type) };
  }),
};
