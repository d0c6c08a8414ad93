/** One case: the deal, the readings, the files and the timeline, read from a scenario without the project's own reader. */
import type { Day, Holidays } from "./days.ts";
import { dayOf } from "./days.ts";
import type { Fraction } from "./fraction.ts";
import { fraction } from "./fraction.ts";
import type { Market } from "./market.ts";

export interface ScenarioFile {
  readonly terms: Readonly<Record<string, string>>;
  readonly readings?: Readonly<Record<string, string>>;
  readonly events: readonly ScenarioEvent[];
  readonly ask: readonly Question[];
}

export type ScenarioEvent = Readonly<Record<string, string | boolean>> & {
  readonly on: string;
  readonly event: string;
};

export interface Question {
  readonly value: string;
  readonly on?: string;
  readonly of?: string;
}

export interface Terms {
  readonly principal: Fraction;
  readonly issueDate: Day;
  readonly maturityDate: Day;
  readonly rate: Fraction;
  readonly defaultRate: Fraction;
  readonly floor: Fraction;
  readonly percentage: Fraction;
  readonly fixedPrice: Fraction;
  readonly sharesOutstanding: Fraction;
  readonly closingDate: Day;
  /** Undefined where there is no limit. */
  readonly authorized: Fraction | undefined;
  readonly holderShares: Fraction;
  readonly holderPart: Fraction;
}

/** The choices in force, by the names of the catalog. */
export type Readings = Readonly<Record<keyof typeof defaultReadings, string>>;

export const defaultReadings = {
  "trading price": "low",
  "fractional shares": "down",
  "excess over cap": "cut back",
  "ownership base": "after issuance",
  "late notice": "next business day",
  quarter: "calendar quarter ends",
  "exempt month": "waived",
  "termination day": "normal",
  "late delivery days": "calendar",
  "late delivery start": "deadline",
  "full conversion": "principal",
  "average daily price": "vwap",
  "one month's interest": "on Outstanding Principal",
  "interest after due": "replaces",
  "partial call base": "original Principal",
  "twenty days": "more than twenty",
};

export interface Case {
  readonly terms: Terms;
  readonly readings: Readings;
  readonly market: Market;
  readonly holidays: Holidays;
  readonly events: readonly ScenarioEvent[];
}

export function readCase(file: ScenarioFile, market: Market, holidays: Holidays): Case {
  const readings = { ...defaultReadings, ...file.readings };
  return { terms: readTerms(file.terms), readings, market, holidays, events: file.events };
}

function readTerms(given: Readonly<Record<string, string>>): Terms {
  const number = (name: string, otherwise = "") => fraction(given[name] ?? otherwise);
  const issueDate = dayOf(given["Issue Date"] ?? "2005-12-28");
  const authorized = given["Authorized Shares Available"];
  return {
    principal: number("Principal"),
    issueDate,
    maturityDate: dayOf(given["Maturity Date"] ?? "2009-01-15"),
    rate: number("Interest Rate", "8%"),
    defaultRate: number("Default Interest Rate", "15%"),
    floor: number("Interest Floor Price", "0.0375"),
    percentage: number("Applicable Percentage", "50%"),
    fixedPrice: number("Initial Fixed Conversion Price", "0.05"),
    sharesOutstanding: number("Shares Outstanding"),
    closingDate: given["Closing Date"] === undefined ? issueDate : dayOf(given["Closing Date"]),
    authorized: authorized === undefined ? undefined : fraction(authorized),
    holderShares: number("Holder Other Shares", "0"),
    holderPart: number("Holder Share of Notes", "100%"),
  };
}
