/**
 * What looks wrong in market data that can be read: warnings, each once, with its days.
 *
 * A row is a trading day, so a wrong row moves every window without a word. Nothing here changes a value: the reader of
 * the file decides. The figures are compared in binary, as only their rough size counts.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Calendar } from "../units/business-days.ts";
import { isBusinessDay } from "../units/business-days.ts";
import { builtInCalendar, isExchange } from "../units/calendars/built-in.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { addDays, formatDate, isWeekend } from "../units/plain-date.ts";
import type { Market } from "./market.ts";

/** An event of the timeline that changes what a share is: its day, and how many new shares stand for one old share. */
export interface Split {
  readonly on: PlainDate;
  readonly ratio: number;
}

/** Of the prices of a stock, or how many of its shares were traded; `exchange` says when it trades, where that is known. */
export function reviewMarket(
  market: Market,
  calendar: Calendar,
  splits: readonly Split[],
  exchange: Calendar | undefined = isExchange(calendar) ? calendar : undefined,
): Diagnostic[] {
  const days = daysOf(market);
  const rows = days.map((_, row) => market.roughFigures(row));
  const [close, volume] = [market.columns.indexOf("close"), market.columns.indexOf("volume")];
  const closes = rows.map((figures) => figures[close] ?? Number.NaN);
  const reviews = [
    rowsOnDaysOff(market, days, exchange ?? calendar, exchange !== undefined),
    daysWithoutRow(market, days, exchange ?? calendar, exchange === undefined ? builtInCalendar("nyse") : undefined),
    jumpsLikeSplits(market, days, closes, splits),
    alreadyAdjusted(market, closes, splits),
    isMadeUp(market) ? undefined : repeatedRows(market, days, rows),
    daysWithoutVolume(market, days, rows, volume),
    outsideTheirDay(market, days, rows),
  ];
  return reviews.flatMap((found) => found ?? []);
}

/**
 * Of rates, fixings and other figures that no split changes. They may stand still for long, and come out on the business
 * days of another place than the note's: a day without a row is only reported where it is a business day everywhere.
 */
export function reviewFigures(market: Market, calendar: Calendar): Diagnostic[] {
  const days = daysOf(market);
  const everywhere = builtInCalendar(places);
  const without = daysWithoutRow(market, days, calendar, everywhere, whereNoneIsPublished);
  return [rowsOnDaysOff(market, days, calendar, false), without].flatMap((found) => found ?? []);
}

const places = "us-bank and nyse and target and london and oslo-exchange and zurich and tokyo and sydney";
const whereNoneIsPublished = "fill in the rows if a figure was published; where none was, this is right";

// cast: the days of a market are dates, kept as bare numbers.
// oxlint-disable-next-line typescript/consistent-type-assertions
const daysOf = ({ days }: Market) => Array.from(days, (day) => day as PlainDate);

type Code = "TN5112" | "TN5113" | "TN5114" | "TN5115" | "TN5116" | "TN5117" | "TN5119";

/** One warning at the first of the rows, with all days in it; nothing where there are none. */
function warning(
  code: Code,
  market: Market,
  days: readonly PlainDate[],
  more: Record<string, string> = {},
  help?: string,
) {
  const [first] = days;
  if (first === undefined) return undefined;
  const span = market.spanOf(Math.max(0, market.lastRowOnOrBefore(first)));
  return diagnostic(code, span, { days: listed(days), ...more }, [], { help });
}

const mostListed = 5;

function listed(days: readonly PlainDate[]): string {
  const shown = days.slice(0, mostListed).map(formatDate);
  const rest = days.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}

/** Saturdays and Sundays, and the days on which an exchange is closed where the calendar is that of an exchange. */
function rowsOnDaysOff(
  market: Market,
  days: readonly PlainDate[],
  calendar: Calendar,
  isExchange: boolean,
): Diagnostic | undefined {
  const isClosed = (day: PlainDate) => isWeekend(day) || (isExchange && isBusinessDay(calendar, day) === false);
  const help = isExchange
    ? `by the calendar ${calendar.name} these days are no trading days, and no window counts them; take the rows out`
    : undefined;
  return warning("TN5112", market, days.filter(isClosed), { calendar: calendar.name }, help);
}

/**
 * Business days between the first and the last row that have none. Stock exchanges keep days that banks do not, Good Friday
 * above all: a day counts only where `other`, such as the calendar of the New York Stock Exchange, has it as well.
 */
function daysWithoutRow(
  market: Market,
  days: readonly PlainDate[],
  calendar: Calendar,
  other: Calendar | undefined,
  otherwise?: string,
): Diagnostic | undefined {
  const missing: PlainDate[] = [];
  for (const [index, day] of days.entries()) {
    const next = days[index + 1] ?? day;
    for (let between = addDays(day, 1); between !== undefined && between < next; between = addDays(between, 1)) {
      const isExpected = isBusinessDay(calendar, between) === true;
      if (isExpected && (other === undefined || isBusinessDay(other, between) !== false)) missing.push(between);
    }
  }
  const help =
    other === undefined
      ? `fill in the rows; by the calendar ${calendar.name} these are trading days, and what counts over them is \`missing data\``
      : otherwise;
  return warning("TN5113", market, missing, { calendar: calendar.name }, help);
}

/** From one close to the next the price changes like a split, between days on which it hardly moves, and no event says so. */
function jumpsLikeSplits(
  market: Market,
  days: readonly PlainDate[],
  closes: readonly number[],
  splits: readonly Split[],
): Diagnostic | undefined {
  const jumps = days.filter((day, row) => {
    const factor = splitFactor(closes, row);
    return factor !== undefined && isCalmAround(closes, row) && !splits.some(({ on }) => Math.abs(on - day) <= nearby);
  });
  return warning("TN5114", market, jumps);
}

/** Days between a jump and a split within which the one may be the other. */
const nearby = 5;
/** How close a jump must be to a whole ratio, and how quiet the days around it, as a share of the price. */
const precise = 0.03;
const calm = 0.15;

/** The whole number, 2 or more, by which a price is multiplied or divided from one row to the next. */
function splitFactor(closes: readonly number[], row: number): number | undefined {
  const change = changeAt(closes, row);
  if (change === undefined) return undefined;
  const size = Math.max(change, 1 / change);
  const whole = Math.round(size);
  return whole >= 2 && Math.abs(size / whole - 1) <= precise ? whole : undefined;
}

function changeAt(closes: readonly number[], row: number): number | undefined {
  const [before, after] = [closes[row - 1], closes[row]];
  return before === undefined || after === undefined ? undefined : after / before;
}

/** Of the changes around a row, one is known and all that are known are small. */
function isCalmAround(closes: readonly number[], row: number): boolean {
  const around = [-3, -2, -1, 1, 2, 3].flatMap((step) => changeAt(closes, row + step) ?? []);
  return around.length > 0 && around.every((change) => Math.abs(change - 1) <= calm);
}

/** The price does not move where a split of the timeline must move it: the file holds prices adjusted for it. */
function alreadyAdjusted(market: Market, closes: readonly number[], splits: readonly Split[]): Diagnostic | undefined {
  const unmoved = splits.filter(({ on, ratio }) => {
    const row = market.lastRowOnOrBefore(on);
    const at = row >= 0 && market.days[row] === on ? row : row + 1;
    const change = changeAt(closes, at);
    if (change === undefined || !(ratio > 0) || Math.abs(Math.log(ratio)) < Math.log(1.2)) return false;
    // Nearer to no change than to what the split makes of the price.
    return Math.abs(Math.log(change)) < Math.abs(Math.log(change * ratio)) / 2;
  });
  return warning(
    "TN5115",
    market,
    unmoved.map(({ on }) => on),
  );
}

/** A line above the names of the columns says that no market made these figures: `# made up, to try the floor`. */
function isMadeUp(market: Market): boolean {
  if (market.days.length === 0) return false;
  const { source, start } = market.spanOf(0);
  return /^#[ \t]*made up\b/im.test(source.text.slice(0, start));
}

/**
 * Rows in a row with the very same figures: prices carried forward rather than traded. Three are enough where a row has
 * several figures; one price alone may well stand still for some days.
 */
function repeatedRows(market: Market, days: readonly PlainDate[], rows: Figures): Diagnostic | undefined {
  const least = market.columns.length > 1 ? 3 : 10;
  const isLikeBefore = rows.map((figures, row) => figures.every((figure, index) => figure === rows[row - 1]?.[index]));
  const repeated = days.filter((_, row) => {
    let [first, last] = [row, row];
    while (isLikeBefore[first] === true && row - first < least) first -= 1;
    while (isLikeBefore[last + 1] === true && last - row < least) last += 1;
    return isLikeBefore[row] === true && last - first + 1 >= least;
  });
  return warning("TN5116", market, repeated);
}

function daysWithoutVolume(
  market: Market,
  days: readonly PlainDate[],
  rows: Figures,
  volume: number,
): Diagnostic | undefined {
  return warning(
    "TN5117",
    market,
    days.filter((_, row) => rows[row]?.[volume] === 0),
  );
}

/** Figures that are no prices of the day on which they stand: often one column is adjusted, and the others are not. */
function outsideTheirDay(market: Market, days: readonly PlainDate[], rows: Figures): Diagnostic | undefined {
  const [high, low] = [market.columns.indexOf("high"), market.columns.indexOf("low")];
  const within = ["open", "close", "vwap"].map((name) => market.columns.indexOf(name)).filter((index) => index >= 0);
  const isOutside = (row: readonly number[] = []) =>
    within.some((index) => {
      const figure = row[index] ?? Number.NaN;
      return figure > (row[high] ?? figure) * slack || figure * slack < (row[low] ?? figure);
    });
  return warning(
    "TN5119",
    market,
    days.filter((_, row) => isOutside(rows[row])),
  );
}

/** A vendor rounds each column by itself. */
const slack = 1.001;

/** By row, then by column. */
type Figures = readonly (readonly number[])[];
