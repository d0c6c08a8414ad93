/** What one path of a simulation came to, as an engine reports it, and the figures that are made of it. All are binary. */
import { exponential, logarithm } from "../paths/elementary.ts";

/** An amount on a day, counted in days from any day that is the same for all of them. */
export interface Flow {
  readonly on: number;
  readonly amount: number;
}

/** A figure, or in words why there is none. */
export type Known<T> = T | string;

export interface PathFacts {
  /** Whether the exact engine ran it; else the compiled note did. */
  readonly isExact: boolean;
  readonly paid: Known<Flow>;
  readonly cash: Known<readonly Flow[]>;
  /** The shares that the holder got, at their value. */
  readonly stock: Known<readonly Flow[]>;
  readonly shares: Known<number>;
  /** The shares of the issuer without the holder's, in shares of the last day. */
  readonly outstanding: Known<number>;
  readonly owed: Known<number>;
  readonly lastDay: number;
  /** The days from the start to the first on which no principal was left. */
  readonly daysToNothingLeft: Known<number>;
  /** Values that were asked for, as the path ends. */
  readonly values: readonly Known<number>[];
  /** Defaults that occurred, the first one first, by their clause. */
  readonly defaults: readonly string[];
  /** Limits that cut an event back, by their clause. */
  readonly caps: readonly string[];
  /** For each series that is charted, a figure at each of its days. */
  readonly series: readonly (readonly number[])[];
}

/** A figure of each path. */
export interface Metric {
  readonly metric: string;
  /** One sentence: how it is counted. */
  readonly rule: string;
  readonly unit: string;
}

interface PathFigure extends Metric {
  readonly of: (facts: PathFacts) => Known<number>;
}

/** The metrics of all notes, for amounts of a currency. */
export function metricsIn(currency: string): readonly Metric[] {
  return figuresIn(currency).map(({ metric, rule, unit }) => ({ metric, rule, unit }));
}

/** The figures of a path, in the order of the metrics; those of the values that were asked for come last. */
export function figuresOf(facts: PathFacts): Known<number>[] {
  return [...figuresOfAll.map(({ of }) => of(facts)), ...facts.values];
}

function figuresIn(currency: string): readonly PathFigure[] {
  return [
    {
      metric: "cash paid to the holder",
      rule: "each rise of the role `cash to the holder`",
      unit: currency,
      of: ({ cash }) => sumOf(cash),
    },
    {
      metric: "shares issued to the holder",
      rule: "the rise of the role `shares to the holder`, in shares of the last day",
      unit: "shares",
      of: ({ shares }) => shares,
    },
    {
      metric: "value of those shares",
      rule: "what they are sold for, or each change of that number at the close of its day",
      unit: currency,
      of: ({ stock }) => sumOf(stock),
    },
    { metric: "cost to the issuer", rule: "cash paid and the value of the shares", unit: currency, of: costOf },
    {
      metric: "gain to the holder",
      rule: "cash paid and the value of the shares, less what the holder paid",
      unit: currency,
      of: gainOf,
    },
    {
      metric: "still owed at the end",
      rule: "the default amount where there is one; else principal, interest, default interest, fees and damages",
      unit: currency,
      of: ({ owed }) => owed,
    },
    {
      metric: "dilution",
      rule: "shares issued to the holder, divided by these and the other shares outstanding",
      unit: "percent",
      of: dilutionOf,
    },
    {
      metric: "yearly return with what is owed",
      rule: "internal rate of return by dates, a year of 365 days, with what is still owed counted as paid on the last day",
      unit: "percent",
      of: returnOf,
    },
    {
      metric: "days until nothing is left",
      rule: "days from the start to the first on which the role `principal left` is 0; of paths that get there",
      unit: "days",
      of: ({ daysToNothingLeft }) => daysToNothingLeft,
    },
  ];
}

function sumOf(flows: Known<readonly Flow[]>): Known<number> {
  return typeof flows === "string" ? flows : flows.reduce((sum, { amount }) => sum + amount, 0);
}

function costOf({ cash, stock }: PathFacts): Known<number> {
  const [money, value] = [sumOf(cash), sumOf(stock)];
  if (typeof money === "string") return money;
  return typeof value === "string" ? value : money + value;
}

function gainOf(facts: PathFacts): Known<number> {
  const cost = costOf(facts);
  if (typeof cost === "string") return cost;
  return typeof facts.paid === "string" ? facts.paid : cost - facts.paid.amount;
}

function dilutionOf({ shares, outstanding }: PathFacts): Known<number> {
  if (typeof shares === "string") return shares;
  if (typeof outstanding === "string") return outstanding;
  return shares + outstanding > 0 ? shares / (shares + outstanding) : "there are no shares";
}

function returnOf({ paid, cash, stock, owed, lastDay }: PathFacts): Known<number> {
  if (typeof paid === "string") return paid;
  if (typeof cash === "string") return cash;
  if (typeof stock === "string") return stock;
  if (typeof owed === "string") return owed;
  return rateOfReturn(paid, [...cash, ...stock, { on: lastDay, amount: owed }]);
}

/** The yearly rate at which what is paid and what comes back are worth the same. */
function rateOfReturn(paid: Flow, back: readonly Flow[]): Known<number> {
  const later = back.filter(({ amount }) => amount !== 0);
  if (paid.amount <= 0) return "the holder paid nothing";
  if (later.length === 0) return "nothing came back";
  if (later.some(({ amount }) => amount < 0)) return "more than one rate may fit: money goes out after some came back";
  if (later.every(({ on }) => on <= paid.on)) return "all of it is on one day";
  // Logarithms of 1 + the rate: from the loss of nearly all to a hundred million percent, as the exact rate has it.
  const [low, high] = [logarithm(0.0001), logarithm(1_000_001)];
  if (worthAt(low, later, paid.on).worth < paid.amount) return "the loss is more than 99.99% a year";
  if (worthAt(high, later, paid.on).worth >= paid.amount) return "the return is beyond any rate that says something";
  // The logarithm of what comes back is nearly a line in that of the rate, so a few steps along its slope lead there.
  let log = 0;
  for (let step = 0; step < 100; step += 1) {
    const { worth, slope } = worthAt(log, later, paid.on);
    const next = log + ((logarithm(worth) - logarithm(paid.amount)) * worth) / slope;
    const bounded = next < low ? low : next > high ? high : next;
    const moved = bounded - log;
    log = bounded;
    if (moved < 1e-14 && moved > -1e-14) break;
  }
  return exponential(log) - 1;
}

const mostDays = 32;
const byDays = new Float64Array(mostDays);

/** What comes back is worth on the first day, and by how much less with each bit of the rate's logarithm. */
function worthAt(log: number, later: readonly Flow[], first: number): { worth: number; slope: number } {
  const daily = -log / 365;
  for (let days = 0; days < mostDays; days += 1) byDays[days] = exponential(daily * days);
  let [worth, slope, factor, day] = [0, 0, 1, first];
  for (const { on, amount } of later) {
    const days = on - day;
    // From flow to flow by a product; over longer times, and back, anew.
    if (days >= 0 && days < mostDays) factor *= byDays[days] ?? 1;
    else factor = exponential(daily * (on - first));
    day = on;
    worth += amount * factor;
    slope += ((amount * (on - first)) / 365) * factor;
  }
  return { worth, slope };
}

const figuresOfAll = figuresIn("");
