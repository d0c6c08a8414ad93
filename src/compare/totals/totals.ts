/**
 * What a story costs and brings in all: cash, shares at the day's price, what is still owed at the end, the return.
 *
 * Input: for each subject what the engine found, day by day. Output: rows, each with the rule that calculates it.
 */
import type { Exact } from "../../units/exact.ts";
import { add, divide, exact, isZero, negate, roundTo, sumOfAll, toDecimalText } from "../../units/exact.ts";
import type { CashFlow } from "../../units/internal-rate.ts";
import { internalRate } from "../../units/internal-rate.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import type { Comparison, OutcomeValue } from "../comparison.ts";

/** What is known of one subject; a text says why something is unknown. */
export interface Received {
  /** What the holder paid, and when; undefined where neither the story nor the template says. */
  readonly paid: CashFlow | undefined;
  /** Money that the holder got, by day. */
  readonly cash: readonly CashFlow[] | string;
  /** The value of shares that the holder got, by day. */
  readonly stock: readonly CashFlow[] | string;
  /** Shares that the holder got in all, in shares of the last day. */
  readonly shares: Exact | string;
  /** The shares outstanding at the start, in shares of the last day. */
  readonly outstanding: Exact | string;
  /** What is still owed on the last day. */
  readonly owed: Exact | string;
  readonly lastDay: PlainDate;
}

export function totalsOf(subjects: readonly Received[]): Comparison["totals"] {
  return rows.map(({ role, rule, unit, of }) => ({
    role,
    rule,
    values: subjects.map((it) => outcomeOf(of(it), unit)),
  }));
}

/** What each subject has cost the issuer by the end of each day, by the rule of that total. */
export function costOn(days: readonly PlainDate[], subjects: readonly Received[]): Comparison["cost"] {
  return days.map((day) => ({
    on: formatDate(day),
    values: subjects.map(({ cash, stock }) =>
      outcomeOf(costOf({ cash: until(day, cash), stock: until(day, stock) }), "USD"),
    ),
  }));
}

function until(day: PlainDate, flows: readonly CashFlow[] | string): readonly CashFlow[] | string {
  return typeof flows === "string" ? flows : flows.filter(({ on }) => on <= day);
}

interface Row {
  readonly role: string;
  readonly rule: string;
  readonly unit: string;
  readonly of: (subject: Received) => Exact | string;
}

const cent = exact(1, 100);
const basisPoint = exact(1, 10_000);

const rows: readonly Row[] = [
  {
    role: "cash paid to the holder",
    rule: "each rise of the role `cash to the holder`",
    unit: "USD",
    of: ({ cash }) => sumOf(cash),
  },
  {
    role: "shares issued to the holder",
    rule: "the rise of the role `shares to the holder`, in shares of the last day",
    unit: "shares",
    of: ({ shares }) => shares,
  },
  {
    role: "value of those shares",
    rule: "each change of that number at the closing price of its day, or of the last trading day before; rounded half up to a cent",
    unit: "USD",
    of: ({ stock }) => toCents(sumOf(stock)),
  },
  {
    role: "cost to the issuer",
    rule: "cash paid and the value of the shares; rounded half up to a cent",
    unit: "USD",
    of: costOf,
  },
  {
    role: "still owed at the end",
    rule: "the default amount where there is one; else principal, interest, default interest, fees and damages; rounded half up to a cent",
    unit: "USD",
    of: ({ owed }) => toCents(owed),
  },
  {
    role: "return to the holder",
    rule: "cost to the issuer, divided by what the holder paid; rounded half up to 0.01%",
    unit: "percent",
    of: returnOf,
  },
  {
    role: "yearly return so far",
    rule: "internal rate of return by dates, a year of 365 days, on cash and shares received; rounded half up to 0.01%",
    unit: "percent",
    of: (subject) => yearlyReturn(subject, false),
  },
  {
    role: "yearly return with what is owed",
    rule: "the same, with what is still owed counted as paid on the last day",
    unit: "percent",
    of: (subject) => yearlyReturn(subject, true),
  },
  {
    role: "dilution",
    rule: "shares issued to the holder, divided by these and the shares outstanding at the start; rounded half up to 0.01%",
    unit: "percent",
    of: dilutionOf,
  },
];

function costOf({ cash, stock }: Pick<Received, "cash" | "stock">): Exact | string {
  return toCents(bothOf(sumOf(cash), sumOf(stock)));
}

function outcomeOf(value: Exact | string, unit: string): OutcomeValue {
  return typeof value === "string" ? { answer: null, because: value } : { answer: toDecimalText(value), unit };
}

function sumOf(flows: readonly CashFlow[] | string): Exact | string {
  if (typeof flows === "string") return flows;
  return sumOfAll(flows.map(({ amount }) => amount)) ?? tooLong;
}

const tooLong = "a figure has too many digits";

function bothOf(a: Exact | string, b: Exact | string): Exact | string {
  if (typeof a === "string") return a;
  return typeof b === "string" ? b : (add(a, b) ?? tooLong);
}

function toCents(value: Exact | string): Exact | string {
  return typeof value === "string" ? value : roundTo(value, cent, "half up");
}

function returnOf({ cash, stock, paid }: Received): Exact | string {
  const received = bothOf(sumOf(cash), sumOf(stock));
  if (typeof received === "string") return received;
  if (paid === undefined || isZero(paid.amount)) return noPrice;
  const share = divide(received, paid.amount);
  return share === undefined ? tooLong : roundTo(share, basisPoint, "half up");
}

const noPrice = "neither the story nor the template says what the holder paid";

function yearlyReturn({ cash, stock, paid, owed, lastDay }: Received, withRest: boolean): Exact | string {
  if (paid === undefined) return noPrice;
  if (typeof cash === "string") return cash;
  if (typeof stock === "string") return stock;
  if (withRest && typeof owed === "string") return owed;
  const out = negate(paid.amount);
  if (out === undefined) return noPrice;
  const rest = withRest && typeof owed !== "string" ? [{ on: lastDay, amount: owed }] : [];
  const found = internalRate([{ on: paid.on, amount: out }, ...cash, ...stock, ...rest]);
  return found.ok ? found.rate : found.because;
}

function dilutionOf({ shares, outstanding }: Received): Exact | string {
  const all = bothOf(shares, outstanding);
  if (typeof all === "string" || typeof shares === "string") return all;
  const part = isZero(all) ? undefined : divide(shares, all);
  return part === undefined ? "there are no shares" : roundTo(part, basisPoint, "half up");
}
