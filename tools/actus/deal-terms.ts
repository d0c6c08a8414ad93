/** The deal terms of a template from the terms of a case: names and words change, and no figure is computed. */
import type { ActusCase } from "./cases.ts";
import { dayOf } from "./cases.ts";

export type DealTerms = Readonly<Record<string, string | boolean>>;

/** From the terms of one kind of contract to those of its template. */
export type TermsReader = (terms: ActusCase["terms"]) => DealTerms;

/** A template's deal terms by name, each with the term of ACTUS that it is and how that is read. */
interface Row {
  readonly name: string;
  readonly from: string;
  readonly read: (text: string) => string | boolean | undefined;
}

const asItIs = (text: string): string => text;
const positive = (text: string): string | undefined => (text.startsWith("-") ? undefined : text);
const negative = (text: string): string | undefined => (text.startsWith("-") ? text.slice(1) : undefined);
const row = (name: string, from: string, read: Row["read"] = asItIs): Row => ({ name, from, read });
const day = (name: string, from: string): Row => row(name, from, dayOf);

/** The day that is read is then the next one. */
const isWithinDay = (text: string): boolean => text.includes("T23:59:59");

const dayCounts: Readonly<Record<string, string>> = {
  AA: "actual/actual",
  A360: "actual/360",
  A365: "actual/365",
  "30E360": "30E/360",
  "30E360ISDA": "30E/360 ISDA",
  B252: "business/252",
};

const conventions: Readonly<Record<string, string>> = {
  F: "following",
  MF: "modified following",
  P: "preceding",
  MP: "modified preceding",
};

const bases: Readonly<Record<string, string>> = { NT: "principal", NTIED: "fixed amount", NTL: "principal at dates" };

/** `P1ML0`: one month, with a long last period. */
function readCycle(name: string, from: string): Row[] {
  const parts = (text: string) => /^P(\d+)([DWMQHY])(?:L([01]))?$/.exec(text) ?? [];
  const lengths: Readonly<Record<string, number>> = { D: 1, W: 7, M: 1, Q: 3, H: 6, Y: 12 };
  return [
    row(`${name} Cycle`, from, (text) => {
      const [, count, unit = ""] = parts(text);
      return String(Number(count) * (lengths[unit] ?? Number.NaN));
    }),
    row(`${name} Cycle in Days`, from, (text) => ["D", "W"].includes(parts(text)[2] ?? "")),
    row(`${name} Last Period Long`, from, (text) => parts(text)[3] === "0"),
  ];
}

const everyContract = [day("Status Date", "statusDate")];

const everyLoan = [
  ...everyContract,
  day("Initial Exchange Date", "initialExchangeDate"),
  day("Maturity Date", "maturityDate"),
  row("Matures at Close of Business", "maturityDate", isWithinDay),
  row("Notional Principal", "notionalPrincipal"),
  row("Premium", "premiumDiscountAtIED", positive),
  row("Discount", "premiumDiscountAtIED", negative),
  row("Nominal Interest Rate", "nominalInterestRate"),
  row("Accrued Interest", "accruedInterest"),
  row("Day Count Convention", "dayCountConvention", (text) => dayCounts[text] ?? text),
  row("Periods Adjusted", "businessDayConvention", (text) => text.startsWith("SC")),
  row("Month Ends Kept", "endOfMonthConvention", (text) => text === "EOM"),
  day("Interest Start", "cycleAnchorDateOfInterestPayment"),
  ...readCycle("Interest", "cycleOfInterestPayment"),
  day("Capitalization End Date", "capitalizationEndDate"),
  day("Reset Start", "cycleAnchorDateOfRateReset"),
  ...readCycle("Reset", "cycleOfRateReset"),
  row("Next Reset Rate", "nextResetRate"),
  row("Rate Spread", "rateSpread"),
  row("Rate Multiplier", "rateMultiplier"),
  row("Life Cap", "lifeCap"),
  row("Life Floor", "lifeFloor"),
  row("Period Cap", "periodCap"),
  row("Period Floor", "periodFloor", (text) => text.replace("-", "")),
  day("Purchase Date", "purchaseDate"),
  row("Purchase Price", "priceAtPurchaseDate"),
  day("Termination Date", "terminationDate"),
  row("Termination Price", "priceAtTerminationDate"),
  row("Interest Scaled", "scalingEffect", (text) => text.includes("I")),
  row("Principal Scaled", "scalingEffect", (text) => text.includes("N")),
  day("Scaling Start", "cycleAnchorDateOfScalingIndex"),
  ...readCycle("Scaling", "cycleOfScalingIndex"),
  row("Index at Deal Date", "scalingIndexAtStatusDate"),
  row("Index at Deal Date", "scalingIndexAtContractDealDate"),
  row("Interest Scale at Start", "interestScalingMultiplier"),
  row("Principal Scale at Start", "notionalScalingMultiplier"),
];

/** Without a calendar every day is a business day. */
function conventionIn(terms: ActusCase["terms"]): DealTerms {
  const [calendar = "", said = ""] = [terms.get("calendar"), terms.get("businessDayConvention")];
  const named = conventions[said.slice(2)];
  const isWeekdays = calendar === "MF" || calendar === "MondayToFriday";
  return isWeekdays && named !== undefined ? { "Business Day Convention": named } : {};
}

/** A cycle without a first day is counted from the exchange, and so are redemptions of which nothing is said. */
function withoutAnchor(from: string, terms: ActusCase["terms"]): string | undefined {
  const cycle = from.replace("cycleAnchorDateOf", "cycleOf");
  const isCounted = cycle !== from && (terms.has(cycle) || cycle === "cycleOfPrincipalRedemption");
  return isCounted ? terms.get("initialExchangeDate") : undefined;
}

/** Of payments that take interest and principal together, interest is paid with the principal where nothing else is said. */
function withInterest(read: TermsReader): TermsReader {
  return (terms) => {
    const isSaid = terms.has("cycleAnchorDateOfInterestPayment") || terms.has("cycleOfInterestPayment");
    const [anchor, cycle] = ["cycleAnchorDateOfPrincipalRedemption", "cycleOfPrincipalRedemption"].map((it) =>
      terms.get(it),
    );
    if (isSaid || anchor === undefined || cycle === undefined) return read(terms);
    const more = [
      ["cycleAnchorDateOfInterestPayment", anchor],
      ["cycleOfInterestPayment", cycle],
    ] as const;
    return read(new Map([...terms, ...more]));
  };
}

function reading(rows: readonly Row[]): TermsReader {
  return (terms) => {
    const read = rows.flatMap(({ name, from, read: readText }): [string, string | boolean][] => {
      const text = terms.get(from) ?? withoutAnchor(from, terms);
      const value = text === undefined || text === "" || text === "NULL" ? undefined : readText(text);
      return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(read), ...conventionIn(terms) };
  };
}

export const principalAtMaturity = reading(everyLoan);

const amortiser = [
  ...everyLoan.filter(({ name }) => name !== "Maturity Date"),
  day("Agreed Maturity", "maturityDate"),
  day("Redemption Start", "cycleAnchorDateOfPrincipalRedemption"),
  ...readCycle("Redemption", "cycleOfPrincipalRedemption"),
  row("Next Payment", "nextPrincipalRedemptionPayment"),
  row("Base of Interest", "interestCalculationBase", (text) => bases[text] ?? text),
  row("Base Amount", "interestCalculationBaseAmount"),
  day("Base Start", "cycleAnchorDateOfInterestCalculationBase"),
  ...readCycle("Base", "cycleOfInterestCalculationBase"),
];

export const linearAmortizer = reading(amortiser);
export const negativeAmortizer = withInterest(linearAmortizer);

export const annuity = withInterest(
  reading([
    ...amortiser,
    day("Amortization Date", "amortizationDate"),
    row("Matures at Close of Business", "amortizationDate", (text) => isWithinDay(text) || undefined),
  ]),
);

const unsaidOfCallMoney = /^(Maturity Date|Premium|Discount|Capitalization|Purchase|Termination)|Scal|Index/;

export const callMoney = reading([
  ...everyLoan.filter(({ name }) => !unsaidOfCallMoney.test(name)),
  day("Agreed Maturity", "maturityDate"),
  day("Called On", "called"),
  day("Last Day Shown", "to"),
]);

export const stock = reading([
  ...everyContract,
  row("Quantity", "quantity"),
  row("Month Ends Kept", "endOfMonthConvention", (text) => text === "EOM"),
  day("Dividend Start", "cycleAnchorDateOfDividend"),
  day("Dividend Start", "cycleAnchorDateOfDividendPayment"),
  ...["cycleOfDividend", "cycleOfDividendPayment"].flatMap((from) =>
    readCycle("Dividend", from).filter(({ name }) => !name.endsWith("Long")),
  ),
  row("Next Dividend", "nextDividendPaymentAmount"),
  day("Purchase Date", "purchaseDate"),
  row("Purchase Price", "priceAtPurchaseDate"),
  day("Termination Date", "terminationDate"),
  row("Termination Price", "priceAtTerminationDate"),
  day("Last Day Shown", "to"),
]);

const listed = /^(Agreed Maturity|Interest (Start|Cycle|Last)|Redemption|Reset|Next)/;

export const exoticLinearAmortizer = reading([
  ...amortiser.filter(({ name }) => !listed.test(name)),
  day("Maturity Date", "maturityDate"),
]);
