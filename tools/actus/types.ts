/** The types of ACTUS that have a template, and what its names mean there. */
import type { ActusCase, StateName } from "./cases.ts";
import type { TermsReader } from "./deal-terms.ts";
import {
  annuity,
  callMoney,
  exoticLinearAmortizer,
  linearAmortizer,
  negativeAmortizer,
  principalAtMaturity,
  stock,
} from "./deal-terms.ts";
import type { ListedEvent } from "./lists.ts";
import { listedEvents, withMaturity } from "./lists.ts";

export interface ContractType {
  readonly template: string;
  readonly inWords: string;
  readonly terms: TermsReader;
  /** The series of the template, with its column, by the term that names what is observed. */
  readonly series: Readonly<Record<string, readonly [series: string, column: string]>>;
  /** The states of the template. A contract without a principal has none. */
  readonly states: { readonly [K in StateName]?: string };
  /** What is given with the contract as events. */
  readonly events?: (actus: ActusCase) => readonly ListedEvent[];
}

const rates = { marketObjectCodeOfRateReset: ["Reference Rate", "rate"] } as const;
const loan = {
  series: { ...rates, marketObjectCodeOfScalingIndex: ["Scaling Index", "level"] },
  states: { notionalPrincipal: "Principal", nominalInterestRate: "Rate", accruedInterest: "Interest" },
} as const;
const dividends = {
  series: {
    marketObjectCodeOfDividends: ["Dividends", "level"],
    marketObjectCodeOfDividendRate: ["Dividends", "level"],
  },
  states: {},
} as const;

export const contractTypes: Readonly<Record<string, ContractType>> = {
  PAM: {
    ...loan,
    template: "principal-at-maturity",
    inWords: "principal at maturity",
    terms: principalAtMaturity,
  },
  LAM: { ...loan, template: "linear-amortizer", inWords: "linear amortizer", terms: linearAmortizer },
  NAM: { ...loan, template: "negative-amortizer", inWords: "negative amortizer", terms: negativeAmortizer },
  ANN: { ...loan, template: "annuity", inWords: "annuity", terms: annuity },
  LAX: {
    ...{ ...loan, template: "exotic-linear-amortizer", inWords: "exotic linear amortizer" },
    ...{ terms: (terms) => exoticLinearAmortizer(withMaturity(terms)), events: listedEvents },
  },
  CLM: { ...loan, series: rates, template: "call-money", inWords: "call money", terms: callMoney },
  STK: { ...dividends, template: "stock", inWords: "stock", terms: stock },
};

/** The kinds of events by the sections of the templates. */
export const kindsBySection: Readonly<Record<string, string>> = {
  "Initial Exchange": "IED",
  "Principal Redemption": "PR",
  "Principal Increase": "PI",
  "Interest Payment": "IP",
  "Interest Capitalization": "IPCI",
  "Rate Reset": "RR",
  "Fixed Rate Reset": "RRF",
  "Payment Fixing": "PRF",
  "Interest Base Fixing": "IPCB",
  Scaling: "SC",
  Dividend: "DV",
  Purchase: "PRD",
  Termination: "TD",
  Call: "XD",
  Maturity: "MD",
};
