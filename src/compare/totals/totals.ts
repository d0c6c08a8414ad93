/**
 * What a story costs and brings in all: cash, shares at the day's price, what is still owed at the end, the return.
 *
 * Input: for each subject what the engine found, day by day. Output: rows, each with the rule that calculates it.
 */
import type { Exact } from "../../units/exact.ts";
import { add, divide, exact, isZero, negate, power, roundTo, sumOfAll, toDecimalText } from "../../units/exact.ts";
import type { CashFlow } from "../../units/internal-rate.ts";
import { internalRate } from "../../units/internal-rate.ts";
import { minorUnitOf } from "../../units/money/currencies.ts";
import type { Sum } from "../../units/money/sums.ts";
import { noSum, together, tooLong } from "../../units/money/sums.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import type { Comparison, OutcomeValue } from "../comparison.ts";

/** Amounts of one currency, by day. */
export interface Flows {
  readonly currency: string;
  readonly list: readonly CashFlow[];
}

/** What is known of one subject; a text says why something is unknown. */
export interface Received {
  /** What the holder paid, and when; undefined where neither the story nor the template says. */
  readonly paid: (CashFlow & Sum) | undefined;
  /** Money that the holder got, by day. */
  readonly cash: Flows | string;
  /** The value of shares that the holder got, by day. */
  readonly stock: Flows | string;
  /** Shares that the holder got in all, in shares of the last day. */
  readonly shares: Exact | string;
  /** The shares outstanding at the start, in shares of the last day. */
  readonly outstanding: Exact | string;
  /** What is still owed on the last day. */
  readonly owed: Sum | string;
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
    values: subjects.map(({ cash, stock }) => outcomeOf(costOf({ cash: until(day, cash), stock: until(day, stock) }))),
  }));
}

function until(day: PlainDate, flows: Flows | string): Flows | string {
  return typeof flows === "string" ? flows : { ...flows, list: flows.list.filter(({ on }) => on <= day) };
}

interface Row {
  readonly role: string;
  readonly rule: string;
  /** Of money, its currency is the unit. */
  readonly unit?: string;
  readonly of: (subject: Received) => Exact | Sum | string;
}

const basisPoint = exact(1, 10_000);

const rows: readonly Row[] = [
  {
    role: "cash paid to the holder",
    rule: "each rise of the role `cash to the holder`",
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
    of: ({ stock }) => toCents(sumOf(stock)),
  },
  {
    role: "cost to the issuer",
    rule: "cash paid and the value of the shares; rounded half up to a cent",
    of: costOf,
  },
  {
    role: "still owed at the end",
    rule: "the default amount where there is one; else principal, interest, default interest, fees and damages; rounded half up to a cent",
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

function costOf({ cash, stock }: Pick<Received, "cash" | "stock">): Sum | string {
  return toCents(together(sumOf(cash), sumOf(stock)));
}

function outcomeOf(value: Exact | Sum | string, unit = ""): OutcomeValue {
  if (typeof value === "string") return { answer: null, because: value };
  if ("currency" in value) return { answer: toDecimalText(value.amount), unit: value.currency };
  return { answer: toDecimalText(value), unit };
}

function sumOf(flows: Flows | string): Sum | string {
  if (typeof flows === "string") return flows;
  const amount = sumOfAll(flows.list.map((it) => it.amount));
  return amount === undefined ? tooLong : { currency: flows.currency, amount };
}

/** To the minor unit of its currency. */
function toCents(value: Sum | string): Sum | string {
  if (typeof value === "string") return value;
  const step = power(exact(10), -(minorUnitOf(value.currency) ?? 2)) ?? exact(1);
  return { ...value, amount: roundTo(value.amount, step, "half up") };
}

function returnOf({ cash, stock, paid }: Received): Exact | string {
  const received = together(sumOf(cash), sumOf(stock));
  if (typeof received === "string") return received;
  if (paid === undefined || isZero(paid.amount)) return noPrice;
  if (paid.currency !== received.currency) return noSum(paid.currency, received.currency);
  const share = divide(received.amount, paid.amount);
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
  const rest =
    withRest && typeof owed !== "string" ? { ...owed, list: [{ on: lastDay, amount: owed.amount }] } : undefined;
  const flows = [cash, stock, ...(rest === undefined ? [] : [rest])].filter(({ list }) =>
    list.some(({ amount }) => !isZero(amount)),
  );
  const other = flows.find(({ currency }) => currency !== paid.currency);
  if (other !== undefined) return noSum(paid.currency, other.currency);
  const found = internalRate([{ on: paid.on, amount: out }, ...flows.flatMap(({ list }) => list)]);
  return found.ok ? found.rate : found.because;
}

function dilutionOf({ shares, outstanding }: Received): Exact | string {
  if (typeof shares === "string") return shares;
  if (typeof outstanding === "string") return outstanding;
  const all = add(shares, outstanding);
  if (all === undefined) return tooLong;
  const part = isZero(all) ? undefined : divide(shares, all);
  return part === undefined ? "there are no shares" : roundTo(part, basisPoint, "half up");
}
