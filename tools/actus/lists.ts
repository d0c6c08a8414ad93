/** Lists of dates, amounts and rates, by which an exotic linear amortizer goes: each entry with its cycle up to the next. */
import type { ActusCase } from "./cases.ts";
import { dayOf } from "./cases.ts";

export type ListedEvent = Readonly<Record<string, string | boolean>>;

/** A contract without a day of maturity ends as the redemptions have taken all of the principal. */
export function withMaturity(terms: ActusCase["terms"]): ActusCase["terms"] {
  if (terms.has("maturityDate")) return terms;
  let left = Number(terms.get("notionalPrincipal"));
  const all = entries(terms, "PrincipalRedemption", "2199-12-31");
  const last = all.find(({ at }) => {
    const amount = Number(at("arrayNextPrincipalRedemptionPayment"));
    left += at("arrayIncreaseDecrease").toUpperCase() === "INC" ? amount : -amount;
    return left <= 0;
  });
  return new Map([...terms, ["maturityDate", last?.day ?? ""]]);
}

/** What is planned, each as an event of the status date. */
export function listedEvents({ terms: given }: ActusCase): ListedEvent[] {
  const terms = withMaturity(given);
  const on = dayOf(terms.get("statusDate") ?? "");
  const end = dayOf(terms.get("maturityDate") ?? "");
  const redemptions = entries(terms, "PrincipalRedemption", end).map(({ day, at }) => ({
    ...{ on, event: "Redemption Planned", Day: day },
    Amount: at("arrayNextPrincipalRedemptionPayment"),
    Increases: at("arrayIncreaseDecrease").toUpperCase() === "INC",
  }));
  // Of interest, the end of each stretch is a date, too.
  const paid = entries(terms, "InterestPayment", end, true).map(({ day }) => day);
  const interest = paid.length > 0 ? [...new Set([...paid, end])] : [];
  const resets = entries(terms, "RateReset", end).map(({ day, at }) => ({
    ...{ on, event: "Reset Planned", Day: day, Rate: at("arrayRate") },
    Fixed: at("arrayFixedVariable").toUpperCase().startsWith("F"),
  }));
  return [...redemptions, ...interest.map((Day) => ({ on, event: "Interest Planned", Day })), ...resets];
}

const anchors = (what: string): string => `arrayCycleAnchorDateOf${what}`;

const listOf = (terms: ActusCase["terms"], name: string): string[] =>
  (terms.get(name) ?? "")
    .replaceAll(/[[\]"]/g, "")
    .split(",")
    .map((it) => it.trim())
    .filter((it) => it !== "");

interface Entry {
  readonly day: string;
  /** The element of another list that belongs to it. */
  readonly at: (list: string) => string;
}

/** Each date of a list, and those that come again by its cycle before the next one, or before the end. */
function entries(terms: ActusCase["terms"], what: string, end: string, hasEnd = false): Entry[] {
  const days = listOf(terms, anchors(what)).map(dayOf);
  const cycles = listOf(terms, `arrayCycleOf${what}`);
  const keepsMonthEnds = terms.get("endOfMonthConvention") === "EOM";
  return days.flatMap((first, index) => {
    const until = days[index + 1] ?? end;
    const at = (list: string) => listOf(terms, list)[index] ?? "";
    return datesOf(first, cycles[index] ?? cycles[0], { until, hasEnd, keepsMonthEnds }).map((day) => ({ day, at }));
  });
}

interface Until {
  readonly until: string;
  /** Whether that day is a date as well. */
  readonly hasEnd: boolean;
  readonly keepsMonthEnds: boolean;
}

/** `P1ML0` from a day on: where the cycle does not come to the end, a long last period goes without the last date. */
function datesOf(first: string, cycle: string | undefined, { until: end, hasEnd, keepsMonthEnds }: Until): string[] {
  const [, count = "", unit = "", stub] = /^P(\d+)([DWMQHY])(?:L([01]))?$/.exec(cycle ?? "") ?? [];
  if (unit === "") return first < end ? [first] : [];
  const months = { M: 1, Q: 3, H: 6, Y: 12 }[unit];
  const days = { D: 1, W: 7 }[unit] ?? 1;
  const nth = (k: number) =>
    months === undefined
      ? shifted(first, 0, k * Number(count) * days, false)
      : shifted(first, k * Number(count) * months, 0, keepsMonthEnds);
  const found: string[] = [];
  let next = first;
  for (let k = 1; next < end; k += 1) {
    found.push(next);
    next = nth(k);
  }
  const isLong = stub === "0" && next !== end && found.length > (hasEnd ? 1 : 2);
  return isLong ? found.slice(0, -1) : found;
}

/** A short month takes its last day; month ends are kept where the first day is one. */
function shifted(first: string, months: number, days: number, keepsMonthEnds: boolean): string {
  const [year = 0, month = 0, day = 0] = first.split("-").map(Number);
  const lastOf = (ofYear: number, ofMonth: number) => new Date(Date.UTC(ofYear, ofMonth + 1, 0)).getUTCDate();
  const at = month - 1 + months;
  const last = lastOf(year, at);
  const isKept = keepsMonthEnds && day === lastOf(year, month - 1);
  const date = new Date(Date.UTC(year, at, (isKept ? last : Math.min(day, last)) + days));
  return date.toISOString().slice(0, 10);
}
