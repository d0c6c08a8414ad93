/** Cases of the types of ACTUS whose suite is not at hand, worked by hand from the specification; months have 30 days, a year 360. */
import { expect, test } from "vitest";
import type { ActusEvent } from "../../tools/actus/cases.ts";
import { readCases } from "../../tools/actus/cases.ts";
import { compareCase } from "../../tools/actus/compare.ts";

const shared = {
  contractRole: "RPA",
  statusDate: "2012-12-30T00:00:00",
  initialExchangeDate: "2013-01-01T00:00:00",
  notionalPrincipal: "3000",
  nominalInterestRate: "0.12",
  dayCountConvention: "30E360",
};
const monthly = {
  cycleAnchorDateOfInterestPayment: "2013-02-01T00:00:00",
  cycleOfInterestPayment: "P1ML0",
  cycleAnchorDateOfPrincipalRedemption: "2013-02-01T00:00:00",
  cycleOfPrincipalRedemption: "P1ML0",
};

/** Day, type, payoff; then principal, rate and interest. */
type Line = readonly [day: string, kind: ActusEvent["kind"], payoff: number, ...state: number[]];

interface Own {
  readonly terms: Readonly<Record<string, string>>;
  readonly to?: string;
  readonly observed?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly events?: readonly object[];
  readonly results: readonly Line[];
}

function differenceOf({ terms, to = "", observed = {}, events = [], results }: Own): string | undefined {
  const dataObserved = Object.fromEntries(
    Object.entries(observed).map(([identifier, series]) => [
      identifier,
      { identifier, data: Object.entries(series).map(([timestamp, value]) => ({ timestamp, value })) },
    ]),
  );
  const lines = results.map(
    ([eventDate, eventType, payoff, notionalPrincipal, nominalInterestRate, accruedInterest]) => ({
      ...{ eventDate, eventType, payoff, notionalPrincipal, nominalInterestRate, accruedInterest },
    }),
  );
  const text = JSON.stringify({ own: { terms, to, dataObserved, eventsObserved: events, results: lines } });
  return readCases(text).map(compareCase)[0]?.difference;
}

test.each<[string, Own]>([
  [
    // 3,000 in parts of 1,000; at 1% a month 30, 20 and 10. Three parts from 1 February on: the last on 1 April.
    "equal parts, for as long as it takes",
    {
      terms: { ...shared, ...monthly, contractType: "LAM", nextPrincipalRedemptionPayment: "1000" },
      results: [
        ["2013-01-01", "IED", -3000, 3000, 0.12, 0],
        ["2013-02-01", "PR", 1000, 2000, 0.12, 30],
        ["2013-02-01", "IP", 30, 2000, 0.12, 0],
        ["2013-03-01", "PR", 1000, 1000, 0.12, 20],
        ["2013-03-01", "IP", 20, 1000, 0.12, 0],
        ["2013-04-01", "IP", 10, 1000, 0.12, 0],
        ["2013-04-01", "MD", 1000, 0, 0.12, 0],
      ],
    },
  ],
  [
    // Two months from 1 February to 1 April: 3,000 / 2. The borrower's figures are below zero.
    "equal parts up to a day, for the party that owes",
    {
      terms: { ...shared, ...monthly, contractType: "LAM", contractRole: "RPL", maturityDate: "2013-04-01T00:00:00" },
      results: [
        ["2013-01-01", "IED", 3000, -3000, 0.12, 0],
        ["2013-02-01", "PR", -1500, -1500, 0.12, -30],
        ["2013-02-01", "IP", -30, -1500, 0.12, 0],
        ["2013-03-01", "PR", -1500, 0, 0.12, -15],
        ["2013-03-01", "IP", -15, 0, 0.12, 0],
        ["2013-04-01", "IP", 0, 0, 0.12, 0],
        ["2013-04-01", "MD", 0, 0, 0.12, 0],
      ],
    },
  ],
  [
    // Interest on 3,000 until the base follows on 1 March, then on 1,000.
    "interest on a base that follows at dates",
    {
      terms: {
        ...{ ...shared, ...monthly, contractType: "LAM", nextPrincipalRedemptionPayment: "1000" },
        ...{
          maturityDate: "2013-04-01T00:00:00",
          interestCalculationBase: "NTL",
          interestCalculationBaseAmount: "3000",
        },
        cycleAnchorDateOfInterestCalculationBase: "2013-03-01T00:00:00",
        cycleOfInterestCalculationBase: "P6ML1",
      },
      results: [
        ["2013-01-01", "IED", -3000, 3000, 0.12, 0],
        ["2013-02-01", "PR", 1000, 2000, 0.12, 30],
        ["2013-02-01", "IP", 30, 2000, 0.12, 0],
        ["2013-03-01", "PR", 1000, 1000, 0.12, 30],
        ["2013-03-01", "IP", 30, 1000, 0.12, 0],
        ["2013-03-01", "IPCB", 0, 1000, 0.12, 0],
        ["2013-04-01", "IP", 10, 1000, 0.12, 0],
        ["2013-04-01", "MD", 1000, 0, 0.12, 0],
      ],
    },
  ],
  [
    // The index goes from 100 to 110 on 15 February: interest of 1 March 20 * 1.1, the part 1,000 * 1.1. Half a month is 10.
    "interest and principal by an index",
    {
      terms: {
        ...{ ...shared, ...monthly, contractType: "LAM", nextPrincipalRedemptionPayment: "1000" },
        ...{ scalingEffect: "IN0", marketObjectCodeOfScalingIndex: "CPI", scalingIndexAtContractDealDate: "100" },
        ...{ cycleAnchorDateOfScalingIndex: "2013-02-16T00:00:00", cycleOfScalingIndex: "P1YL1" },
      },
      observed: { CPI: { "2013-02-16": 110 } },
      results: [
        ["2013-01-01", "IED", -3000, 3000, 0.12, 0],
        ["2013-02-01", "PR", 1000, 2000, 0.12, 30],
        ["2013-02-01", "IP", 30, 2000, 0.12, 0],
        ["2013-02-16", "SC", 0, 2000, 0.12, 10],
        ["2013-03-01", "PR", 1100, 1000, 0.12, 20],
        ["2013-03-01", "IP", 22, 1000, 0.12, 0],
        ["2013-04-01", "IP", 11, 1000, 0.12, 0],
        ["2013-04-01", "MD", 1100, 0, 0.12, 0],
      ],
    },
  ],
  [
    // Of 500 the interest takes 30, then 1% of 2,530: 25.30. What is left, 2,055.30, bears 20.553.
    "interest first, then principal",
    {
      terms: {
        ...{ ...shared, ...monthly, contractType: "NAM", nextPrincipalRedemptionPayment: "500" },
        maturityDate: "2013-04-01T00:00:00",
      },
      results: [
        ["2013-01-01", "IED", -3000, 3000, 0.12, 0],
        ["2013-02-01", "PR", 470, 2530, 0.12, 30],
        ["2013-02-01", "IP", 30, 2530, 0.12, 0],
        ["2013-03-01", "PR", 474.7, 2055.3, 0.12, 25.3],
        ["2013-03-01", "IP", 25.3, 2055.3, 0.12, 0],
        ["2013-04-01", "IP", 20.553, 2055.3, 0.12, 0],
        ["2013-04-01", "MD", 2055.3, 0, 0.12, 0],
      ],
    },
  ],
  [
    // A payment of 10 lacks 20 of the interest; the principal grows. A reset to 24% is held to 18% by a cap of six points.
    "a payment below the interest, and a reset with a cap",
    {
      terms: {
        ...{ ...shared, ...monthly, contractType: "NAM", nextPrincipalRedemptionPayment: "10" },
        ...{
          maturityDate: "2013-03-01T00:00:00",
          marketObjectCodeOfRateReset: "X",
          rateMultiplier: "2",
          periodCap: "0.06",
        },
        ...{ cycleAnchorDateOfRateReset: "2013-02-01T00:00:00", cycleOfRateReset: "P6ML1" },
      },
      observed: { X: { "2013-01-31": 0.12 } },
      results: [
        ["2013-01-01", "IED", -3000, 3000, 0.12, 0],
        ["2013-02-01", "PR", -20, 3020, 0.12, 30],
        ["2013-02-01", "IP", 30, 3020, 0.12, 0],
        ["2013-02-01", "RR", 0, 3020, 0.18, 0],
        ["2013-03-01", "IP", 45.3, 3020, 0.18, 0],
        ["2013-03-01", "MD", 3020, 0, 0.18, 0],
      ],
    },
  ],
  [
    // Two parts of 500 from February on, then 200 more on 1 April; from March on 24%, that is 2% a month. Interest each month.
    "lists of amounts and rates",
    {
      terms: {
        ...{ ...shared, contractType: "LAX", maturityDate: "2013-05-01T00:00:00" },
        arrayCycleAnchorDateOfPrincipalRedemption: "[2013-02-01T00:00:00, 2013-04-01T00:00:00]",
        arrayCycleOfPrincipalRedemption: "[P1ML1, P1ML1]",
        ...{ arrayNextPrincipalRedemptionPayment: "[500, 200]", arrayIncreaseDecrease: "[DEC, INC]" },
        ...{ arrayCycleAnchorDateOfInterestPayment: "[2013-02-01T00:00:00]", arrayCycleOfInterestPayment: "[P1ML1]" },
        ...{ arrayCycleAnchorDateOfRateReset: "[2013-03-01T00:00:00]", arrayRate: "[0.24]", arrayFixedVariable: "[F]" },
      },
      results: [
        ["2013-01-01", "IED", -3000, 3000, 0.12, 0],
        ["2013-02-01", "PR", 500, 2500, 0.12, 30],
        ["2013-02-01", "IP", 30, 2500, 0.12, 0],
        ["2013-03-01", "PR", 500, 2000, 0.12, 25],
        ["2013-03-01", "IP", 25, 2000, 0.12, 0],
        ["2013-03-01", "RRF", 0, 2000, 0.24, 0],
        ["2013-04-01", "PI", -200, 2200, 0.24, 40],
        ["2013-04-01", "IP", 40, 2200, 0.24, 0],
        ["2013-05-01", "IP", 44, 2200, 0.24, 0],
        ["2013-05-01", "MD", 2200, 0, 0.24, 0],
      ],
    },
  ],
  [
    // 3,000 and 30 are 3,030, with 30.30 more 3,060.30; fifteen days of that are 15.3015.
    "money that is called",
    {
      terms: {
        ...{ ...shared, contractType: "CLM", cycleOfInterestPayment: "P1ML0" },
        cycleAnchorDateOfInterestPayment: "2013-02-01T00:00:00",
      },
      events: [{ time: "2013-03-16T00:00:00", type: "XD" }],
      results: [
        ["2013-01-01", "IED", -3000, 3000, 0.12, 0],
        ["2013-02-01", "IPCI", 0, 3030, 0.12, 0],
        ["2013-03-01", "IPCI", 0, 3060.3, 0.12, 0],
        ["2013-03-16", "IP", 15.3015, 3060.3, 0.12, 0],
        ["2013-03-16", "MD", 3060.3, 0, 0.12, 0],
      ],
    },
  ],
  [
    // Ten shares bought at 50 and sold at 55, with 2 a share each quarter between.
    "a stock with dividends",
    {
      terms: {
        ...{ contractType: "STK", contractRole: "RPA", statusDate: "2012-12-30T00:00:00", quantity: "10" },
        ...{ purchaseDate: "2013-01-15T00:00:00", priceAtPurchaseDate: "50", nextDividendPaymentAmount: "2" },
        ...{ cycleAnchorDateOfDividend: "2013-02-01T00:00:00", cycleOfDividend: "P3ML0" },
        ...{ terminationDate: "2013-06-30T00:00:00", priceAtTerminationDate: "55" },
      },
      results: [
        ["2013-01-15", "PRD", -500],
        ["2013-02-01", "DV", 20],
        ["2013-05-01", "DV", 20],
        ["2013-06-30", "TD", 550],
      ],
    },
  ],
])("%s", (_, own) => {
  expect(differenceOf(own)).toBeUndefined();
});
