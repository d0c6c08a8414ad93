/** Reads the sum of a line and works it out again, with nothing of what wrote it. */
import type { PlainDate } from "../../../src/index.ts";
import { parseDate } from "../../../src/index.ts";
import { timeElsewhere } from "../../../src/units/calendars/time-zones.ts";
import { asTimeOfDay } from "../../../src/units/time-of-day.ts";
import type { Data } from "../recomputation/dates.ts";
import { dayNumbers, edge, everySo, isDayOf, shifted, stepped } from "../recomputation/dates.ts";
import { raised } from "../recomputation/fraction.ts";
import type { Bounds } from "./bounds.ts";
import {
  exactly,
  fractionOf,
  greatestOf,
  leastOf,
  negative,
  readFigure,
  roundedTo,
  unlimited,
  worked,
} from "./bounds.ts";
import type { Reader } from "./reader.ts";

/** A figure, a date, or a text. */
export type Read = Bounds | PlainDate | string;

type Unit = "day" | "business day" | "trading day";

const month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const days = `\\d{1,2}(?: ${month})?(?: \\d{4})?(?:(?:–| – )\\d{1,2} ${month} \\d{4})?`;
const unitWords =
  ' per share| per [A-Z]{3}| per year| shares?| (?:business |trading |"[^"]+" business )?days?| events?| dates?| [A-Za-z]+(?:/[A-Za-z]+)?(?=$| [–+×÷=^]|[,)])';
const doneWords = " (?:accrued|charged|fallen due|waived|converted|cleared|paid|changed|on base that is gone)";

export class Sums {
  readonly #reader: Reader;
  readonly #data: Data;

  constructor(reader: Reader, data: Data) {
    this.#reader = reader;
    this.#data = data;
  }

  /** A sum, or a choice among several, and how it is rounded. */
  phrase(): Read {
    return this.rounded(this.unrounded());
  }

  /** A value as it is rounded, where that comes next. */
  rounded(value: Read): Read {
    const rounding = this.#reader.take(/, rounded (down|up|half up|half even) to a multiple of /);
    return rounding === undefined ? value : roundedTo(bounds(value), bounds(this.sum()), rounding[1] ?? "");
  }

  unrounded(): Read {
    const reader = this.#reader;
    const chosen = reader.take(/the (least|greatest|earliest|latest) of /);
    if (chosen !== undefined) return this.#extreme(chosen[1] ?? "");
    const between = reader.take(/(days|hours) from /);
    if (between !== undefined) return this.#between(between[1] ?? "");
    const edged = reader.take(
      /the (first|last) ((?:business |trading |"[^"]+" business )?day) of the (month|quarter|year) of /,
    );
    if (edged !== undefined) return this.#edge(edged);
    const step = reader.take(
      /the (?:first|last) ((?:business |trading |"[^"]+" business )?day|date)(?: of (.+?))? (on or after|on or before|after|before) /,
    );
    if (step !== undefined) return this.#step(step[1] ?? "", step[2], step[3] ?? "");
    const moved = reader.take(
      /the (modified (?:following|preceding)) ((?:business |trading |"[^"]+" business )?day) of /,
    );
    if (moved !== undefined) return this.#step(moved[2] ?? "", undefined, moved[1] ?? "");
    const part = reader.take(/the (day|month|year) of /);
    if (part !== undefined) return this.#partOf(part[1] ?? "");
    const end = reader.take(/the (first|last) of /);
    if (end !== undefined) return this.#endOf(end[1] ?? "");
    return this.#shift() ?? this.#timeShift() ?? this.sum();
  }

  #between(unit: string): Bounds {
    const from = bounds(this.sum());
    this.#reader.need(/ to /);
    const [size, to] = [exactly(fractionOf(unit === "days" ? 1n : 60n, 1n)), bounds(this.sum())];
    return worked(worked(to, "–", from), "÷", size);
  }

  #partOf(part: string): Read {
    const { year, month, day } = dayNumbers(this.#date());
    return exactly({ n: BigInt(part === "year" ? year : part === "month" ? month : day), d: 1n });
  }

  #extreme(which: string): Read {
    const range = this.#reader.take(/\d+ figures from /);
    const all = range === undefined ? this.#list() : this.#range();
    const dates = all.filter((it) => typeof it === "number");
    if (dates.length > 0) {
      const inOrder = dates.toSorted((a, b) => a - b);
      return (which === "earliest" ? inOrder[0] : inOrder.at(-1)) ?? this.#reader.fail("date");
    }
    return which === "least" ? leastOf(all.map(bounds)) : greatestOf(all.map(bounds));
  }

  #list(): Read[] {
    const all = [this.sum()];
    while (this.#reader.take(/, (?!rounded|every)| and /) !== undefined) all.push(this.sum());
    return all;
  }

  #range(): Read[] {
    const from = this.sum();
    this.#reader.need(/ to /);
    return [from, this.sum()];
  }

  #edge([, which = "", unit = "", period = ""]: RegExpExecArray): PlainDate {
    const wanted = { which: which as "first", unit: unit as Unit, period: period as "month" };
    const found = edge({ kind: "PeriodEdge", ...wanted } as Parameters<typeof edge>[0], this.#date(), this.#data);
    return found ?? this.#reader.fail("day of the period");
  }

  #step(unit: string, series: string | undefined, relation: string): PlainDate {
    const from = this.#date();
    if (unit !== "date") {
      const of = series === undefined ? { unit: unit as Unit } : { unit: "trading day" as const, series };
      const found = stepped({ ...of, relation: relation as "after" }, from, this.#data);
      return found ?? this.#reader.fail("such day");
    }
    this.#reader.need(/, every /);
    const months = bounds(this.sum());
    this.#reader.need(/ months from /);
    const every = { relation } as Parameters<typeof everySo>[0];
    return everySo(every, Number(months.low.n), this.#date(), from) ?? this.#reader.fail("such date");
  }

  #endOf(which: string): Read {
    const range = this.#reader.take(/\d+ days from /);
    const all = range === undefined ? this.#list() : this.#range();
    return (which === "first" ? all[0] : all.at(-1)) ?? this.#reader.fail("list");
  }

  #shift(): PlainDate | undefined {
    const { take } = { take: (pattern: RegExp) => this.#reader.take(pattern) };
    const found = take(/(-?[\d,]+) ((?:business |trading |"[^"]+" business )?day|month|year)s? (after|before) /);
    if (found === undefined) return undefined;
    const [, count = "", unit = "", direction = ""] = found;
    const shift = { unit, direction } as Parameters<typeof shifted>[0];
    const day = shifted(shift, this.#date(), Number(count.replaceAll(",", "")), this.#data);
    return day ?? this.#reader.fail("such day");
  }

  /** A time so many hours or minutes from another, in minutes. */
  #timeShift(): Bounds | undefined {
    const reader = this.#reader;
    const counted = reader.attempt(() => {
      const count = this.sum();
      if (typeof count !== "object") return reader.fail("count");
      const [, unit = "", direction = ""] = reader.need(/ (hour|minute)s (after|before) /);
      return { direction, by: worked(count, "×", exactly(fractionOf(unit === "hour" ? 60n : 1n, 1n))) };
    });
    if (counted === undefined) return undefined;
    return worked(bounds(this.sum()), counted.direction === "after" ? "+" : "–", counted.by);
  }

  #date(): PlainDate {
    const value = this.sum();
    return typeof value === "number" ? value : this.#reader.fail("date");
  }

  /** Products added up. */
  sum(): Read {
    return this.#infix(/ ([+–]) (?!\d{1,2} [A-Z])/, () => this.#product());
  }

  #product(): Read {
    return this.#infix(/ ([×÷]) /, () => this.#power());
  }

  #power(): Read {
    const base = this.#figure();
    if (this.#reader.take(/ \^ /) === undefined) return base;
    const by = bounds(this.#figure());
    const exponent = by.low;
    const { low, high } = bounds(base);
    if (exponent.d !== 1n || base === eulersNumber) return powerAbout(low, high, by);
    const [one, other] = [raised(low, exponent), raised(high, exponent)];
    if (one === undefined || other === undefined) return this.#reader.fail("power");
    return { low: leastOf([exactly(one), exactly(other)]).low, high: greatestOf([exactly(one), exactly(other)]).high };
  }

  #infix(signs: RegExp, part: () => Read): Read {
    let value = part();
    for (let sign = this.#reader.take(signs); sign !== undefined; sign = this.#reader.take(signs)) {
      value = worked(bounds(value), sign[1] ?? "", bounds(part()));
    }
    return value;
  }

  #figure(): Read {
    const reader = this.#reader;
    if (reader.take(/-\(/) !== undefined) return minus(this.#closed());
    if (reader.take(/\(/) !== undefined) return this.#closed();
    if (reader.take(/unlimited/) !== undefined) return unlimited;
    if (reader.take(/e(?= \^)/) !== undefined) return eulersNumber;
    const date = reader.take(/\d{4}-\d{2}-\d{2}/);
    if (date !== undefined) return parseDate(date[0]) ?? reader.fail("date");
    const time = reader.take(/(\d{2}):(\d{2})(?: the (next day|day before)| (\d+) days (later|earlier))?/);
    if (time !== undefined) return this.#time(time);
    const text = reader.take(/"([^"]*)"/);
    if (text !== undefined) return text[1] ?? "";
    return this.#number();
  }

  /** In minutes of the day, by the clock of the note. */
  #time([, hours = "", minutes = "", near, count = "1", far]: RegExpExecArray): Bounds {
    const days = near === undefined && far === undefined ? 0 : Number(count);
    const sign = near === "day before" || far === "earlier" ? -1 : 1;
    const shown = sign * days * 1440 + Number(hours) * 60 + Number(minutes);
    const place = this.#reader.take(/ in ([A-Z][A-Za-z ]*?) on /)?.[1];
    if (place === undefined) return exactly(fractionOf(BigInt(shown), 1n));
    const found = timeElsewhere(this.#date(), asTimeOfDay(shown), place, this.#data.place ?? "");
    return found === undefined ? this.#reader.fail("clock") : exactly(fractionOf(BigInt(found.time), 1n));
  }

  #closed(): Read {
    const inner = this.phrase();
    this.#reader.need(/\)/);
    return inner;
  }

  #number(): Bounds {
    const reader = this.#reader;
    const value = readFigure(
      reader.need(/-?(?:[A-Z]{0,2}[$€£¥]|[A-Z]{3} )?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?…?%?/)[0],
    );
    const unit = reader.take(new RegExp(unitWords))?.[0] ?? "";
    reader.take(new RegExp(`${doneWords}| in (?:${month} )?\\d{4}| of \\d+ (?:amounts|factors)`));
    const range = reader.take(new RegExp(` \\((${days})\\)|, (${days})(?= =|, so|$)`));
    if (range !== undefined) this.#checkDays(value, unit, range[1] ?? range[2] ?? "");
    return value;
  }

  /** Whether there are so many days of the kind: at most so many where only some of them count. */
  #checkDays({ low }: Bounds, unit: string, range: string): void {
    const kind = unit.trim().replace(/s$/, "") as Unit;
    if (!/^(?:day|trading day|(?:"[^"]+" )?business day)$/.test(kind)) return;
    const [first, last] = readRange(range);
    let count = 0;
    for (let day = first; day <= last; day = (day + 1) as PlainDate)
      if (isDayOf(kind, day, this.#data) === true) count += 1;
    // A month counts as thirty days by 30E/360, so that a range may have fewer days than are counted.
    const longer = this.#reader.rest.startsWith(" ÷ 360") ? 2 * (1 + Math.floor((last - first) / 28)) : 0;
    if (Number(low.n) > count + longer) this.#reader.fail(`${unit} in ${range}`);
  }
}

function readRange(text: string): [PlainDate, PlainDate] {
  const [left = "", right = left] = text.split(/ ?– ?/);
  const end = right.split(" ");
  const start = left.split(" ");
  const whole = [...start, ...end.slice(start.length)];
  return [dateOf(whole), dateOf(end)];
}

const monthNames = month.slice(3, -1).split("|");

function dateOf([day = "", name = "", year = ""]: readonly string[]): PlainDate {
  const number = String(monthNames.indexOf(name) + 1).padStart(2, "0");
  const date = parseDate(`${year.padStart(4, "0")}-${number}-${day.padStart(2, "0")}`);
  if (date === undefined) throw new Error(`${day} ${name} ${year} is no date`);
  return date;
}

export function bounds(value: Read): Bounds {
  if (typeof value === "number") return exactly({ n: BigInt(value), d: 1n });
  if (typeof value === "string") throw new Error(`${value} is no figure`);
  return value;
}

const eulersNumber = exactly(fractionOf(2_718_281_828_459_045n, 1_000_000_000_000_000n));

/** A power of which only some digits are shown, or that is no fraction: in floating point, with room for what that leaves out. */
function powerAbout(low: Bounds["low"], high: Bounds["high"], by: Bounds): Bounds {
  const number = ({ n, d }: Bounds["low"]) => Number(n) / Number(d);
  const all = [low, high].flatMap((base) => [by.low, by.high].map((it) => number(base) ** number(it)));
  const parts = 1_000_000_000_000;
  const [least, most] = [Math.min(...all) * (1 - 1e-9), Math.max(...all) * (1 + 1e-9)];
  const bound = (value: number) => fractionOf(BigInt(value), BigInt(parts));
  return { low: bound(Math.floor(least * parts)), high: bound(Math.ceil(most * parts)) };
}

function minus(value: Read): Bounds {
  const { low, high } = bounds(value);
  return { low: negative(high), high: negative(low) };
}
