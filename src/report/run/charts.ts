import type { Market } from "../../inputs/market.ts";
import { divide, parseDecimal, toDecimalText } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, formatDate } from "../../units/plain-date.ts";
import { shapeOf } from "../../units/render-value.ts";
import type { ValueType } from "../../units/value-type.ts";
import { shareExponent, unitName } from "../../units/value-type.ts";
import { longDay } from "../blocks/days.ts";
import { answerCell, figureOf } from "../figures.ts";
import type { Cell, Chart, ChartLine, Table } from "../page.ts";
import type { Conversion } from "./conversions.ts";
import { adjustmentsOf } from "./conversions.ts";
import type { RunView } from "./run-source.ts";
import type { DayValue, Series } from "./series.ts";
import { seriesOf, tableDays } from "./series.ts";

/** What the charts of a run have in common. */
export interface ChartFrame {
  readonly run: RunView;
  readonly days: readonly PlainDate[];
  readonly conversions: readonly Conversion[];
}

/** The price of the stock and the price of conversion, with the conversions. */
export function priceChart(frame: ChartFrame): Chart[] {
  const series = seriesOf("price of conversion", frame.run, frame.days);
  if (series === undefined) return [];
  const close = closingPrices(frame.run);
  const points = frame.conversions.flatMap(({ on, label }) => {
    const value = series.values.find((it) => it.on === on)?.rough;
    return value === undefined ? [] : [{ on, value, label }];
  });
  const title = close === undefined ? "Price of conversion" : "Price of the stock and price of conversion";
  return [
    {
      ...chartOf("price", title, series, frame),
      lines: [lineOf(series), ...(close === undefined ? [] : [close])],
      points,
      isLogarithmic: isWide([lineOf(series), ...(close === undefined ? [] : [close])]),
      table: seriesTable(title, series, frame, close === undefined ? [] : [closeColumn(frame.run)]),
    },
  ];
}

/** A value with a role, as a filled line. */
export function levelChart(role: string, id: string, title: string, frame: ChartFrame): Chart[] {
  const series = seriesOf(role, frame.run, frame.days);
  if (series === undefined) return [];
  const chart = chartOf(id, title, series, frame);
  return [{ ...chart, lines: [{ ...lineOf(series), isFilled: true }], table: seriesTable(title, series, frame) }];
}

/** The holder's shares as a part of all shares, in percent. */
export function dilutionChart(frame: ChartFrame): Chart[] {
  const issued = seriesOf("shares to the holder", frame.run, frame.days);
  const all = seriesOf("shares outstanding", frame.run, frame.days);
  if (issued === undefined || all === undefined) return [];
  const title = "Shares issued to the holder, in percent of the shares outstanding";
  const part: Series = { ...issued, name: "Part of all shares", unit: "percent", values: partsOf(issued, all) };
  const percent = part.values.map(({ on, rough }) => ({ on, value: rough === undefined ? undefined : rough * 100 }));
  const line = { ...lineOf(part), isFilled: true, values: percent };
  return [{ ...chartOf("dilution", title, part, frame), lines: [line], table: seriesTable(title, part, frame) }];
}

function partsOf(issued: Series, all: Series): DayValue[] {
  return issued.values.map((value, index) => {
    const [part, whole] = [value.answer, all.values[index]?.answer].map((it) =>
      it !== undefined && "unit" in it ? parseDecimal(String(it.answer)) : undefined,
    );
    const quotient = part && whole && divide(part, whole);
    if (quotient === undefined) return { ...value, answer: undefined, rough: undefined };
    const answer = toDecimalText(quotient);
    return { ...value, answer: { value: "", section: "", answer, unit: "percent" }, rough: Number(answer) };
  });
}

function chartOf(id: string, title: string, series: Series, { run, conversions }: ChartFrame) {
  const { name, unit, values } = series;
  const adjustments = adjustmentsOf(run);
  const marks = [
    ...(conversions.length === 0 ? [] : [`${conversions.length} conversions`]),
    ...adjustments.map(({ on, label }) => `${label} on ${longDay(on)}`),
  ];
  const [first, last] = [values[0]?.on ?? "", values.at(-1)?.on ?? ""];
  const description = `${name} from ${longDay(first)} to ${longDay(last)}${marks.length === 0 ? "" : `, with ${marks.join(", ")}`}. The table below has the figures.`;
  const sign = unit === "per year" ? "" : shapeOf(unit).sign;
  return {
    kind: "Chart" as const,
    id: `chart-${id}`,
    title,
    description,
    sign,
    points: [],
    isLogarithmic: false,
    rules: adjustments,
  };
}

function lineOf({ name, values }: Series): ChartLine {
  return { name, role: "subject", isStepped: true, values: values.map(({ on, rough }) => ({ on, value: rough })) };
}

/** From this ratio of the highest to the lowest on, the low prices could not be distinguished at equal distances. */
const wideRatio = 15;

function isWide(lines: readonly ChartLine[]): boolean {
  const values = lines.flatMap((line) => line.values.flatMap(({ value }) => value ?? []));
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  return lowest > 0 && highest / lowest > wideRatio;
}

interface StockPrice {
  readonly market: Market;
  readonly column: string;
  readonly name: string;
  readonly unit: string;
}

/** The price of the stock that is shown beside that of conversion: the close, or else the first price that is read. */
function stockPrice({ program, series }: RunView): StockPrice | undefined {
  const market = program.tradedSeries === undefined ? undefined : series.get(program.tradedSeries);
  const columns = program.series.get(program.tradedSeries ?? "")?.columns;
  const prices = market?.columns.filter((name) => isPrice(columns?.get(name)?.type)) ?? [];
  const column = prices.find((name) => name === "close") ?? prices.find((name) => columns?.get(name)?.isRead);
  if (market === undefined || column === undefined) return undefined;
  const name = column === "close" ? "Closing price" : `${program.tradedSeries ?? ""} ${column}`;
  const type = columns?.get(column)?.type;
  return { market, column, name, unit: type === undefined ? "" : unitName(type) };
}

const isPrice = (type: ValueType | undefined) => type !== undefined && shareExponent(type) === -1;

function closingPrices(run: RunView): ChartLine | undefined {
  const shown = stockPrice(run);
  if (shown === undefined) return undefined;
  const { market, column, name } = shown;
  const { start, lastDay } = run;
  const place = market.columns.indexOf(column);
  const values = [...market.days].flatMap((day, row) => {
    if (day < start || day > lastDay) return [];
    return [{ on: formatDate(asPlainDate(day)), value: market.roughFigures(row)[place] }];
  });
  return values.length === 0 ? undefined : { name, role: "background", isStepped: false, values };
}

interface ExtraColumn {
  readonly head: string;
  readonly cellOn: (day: PlainDate) => Cell;
}

function closeColumn(run: RunView): ExtraColumn {
  const shown = stockPrice(run);
  const cellOn = (day: PlainDate): Cell => {
    const row = shown?.market.rowOf(day) ?? -1;
    return shown === undefined || row < 0
      ? "no trading"
      : figureOf(toDecimalText(shown.market.value(row, shown.column)), shown.unit);
  };
  return { head: shown?.name ?? "Closing price", cellOn };
}

/** The first day, the last of each month and the days of conversions. */
function seriesTable(
  title: string,
  { name, values }: Series,
  { run, conversions }: ChartFrame,
  extra: readonly ExtraColumn[] = [],
): Table {
  const marked = new Set([...conversions, ...adjustmentsOf(run)].map(({ on }) => on));
  return {
    kind: "Table",
    caption: `${title}: month ends and days on which something changed`,
    columns: [{ head: "Day" }, ...[name, ...extra.map(({ head }) => head)].map((head) => ({ head, isFigure: true }))],
    rows: tableDays(values, marked).map(({ on, day, answer }) => [
      { kind: "Day", on },
      answer === undefined ? "not known" : answerCell(answer, run.noteOf({ value: name, on: day })),
      ...extra.map(({ cellOn }) => cellOn(day)),
    ]),
  };
}
