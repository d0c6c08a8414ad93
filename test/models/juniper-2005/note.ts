import type { Case } from "./case.ts";
import type { Day } from "./days.ts";
import type { Fraction, Unanswerable } from "./fraction.ts";
import { one, zero } from "./fraction.ts";

/** The note as it stands at one moment of one day. Share figures are in the shares of that day unless said otherwise. */
export interface Note extends Case {
  today: Day;
  /** Whether the day is over: what falls due, runs out or ends with it has done so. */
  isClosed: boolean;
  /** Counts applied events, so that one can be seen to come after another. */
  moment: number;
  principal: Fraction;
  /** What full conversion would have converted at the end of each day that is over. */
  readonly fullAmounts: Map<Day, Fraction>;
  readonly splits: Split[];
  readonly fixedPrices: DatedPrice[];
  interest: InterestLot[];
  /** Default Interest on all that is past due, the oldest first. */
  penalties: PenaltyLot[];
  /** Interest paid ahead of what has accrued so far. */
  credit: Fraction;
  readonly interestDue: Map<Day, Fraction>;
  /** The day from which the principal bears Default Interest. */
  principalLateFrom: Day | undefined;
  readonly conversions: Conversion[];
  position: Report;
  outstanding: Report;
  authorized: Report | undefined;
  readonly shortages: Shortage[];
  /** The days on which enough shares for full conversion were authorized. */
  readonly authorizations: Day[];
  excess: ExcessLot[];
  /** Damages that conversions have taken in so far. */
  damagesTaken: Fraction;
  maximumDate: Day | undefined;
  readonly announcements: Announcement[];
  readonly distributions: Distribution[];
  readonly purchaseRights: PurchaseRights[];
  readonly mergers: Merger[];
  readonly facts: Facts;
  /** Each failure that stands as an Event of Default, with the day since which it does. */
  readonly standing: Map<string, Day>;
  acceleratedOn: Day | undefined;
  /** Whether a notice accelerated it, which has its effect at once; what needs none has it as the day ends. */
  isCalled: boolean;
  /** The first day of the earliest Event of Default that continued at the acceleration. */
  firstOccurrence: Day | undefined;
  /** Where shares that did not come are among the reasons: the Conversion Date that the parity value looks at. */
  failedConversionDate: Day | undefined;
  readonly callNotices: CallNotice[];
  readonly partialCalls: Day[];
  isForfeited: boolean;
  readonly refused: Set<string>;
  /** The event that had no answer; nothing after it is known. */
  failed: { readonly id: string; readonly kind: Unanswerable["kind"] } | undefined;
}

export interface Split {
  readonly on: Day;
  readonly ratio: Fraction;
}

/** A price in the shares of its day. */
export interface DatedPrice {
  readonly on: Day;
  readonly price: Fraction;
}

/** A number of shares as reported at a moment, in the shares of its day. */
export interface Report {
  readonly shares: Fraction;
  readonly on: Day;
  readonly moment: number;
}

/** An amount owed, with the part of it that accrued on what is still outstanding. */
export interface Debt {
  open: Fraction;
  attached: Fraction;
}

/** The interest of the days of one month that have the same fate. */
export interface InterestLot extends Debt {
  readonly month: number;
  paid: Fraction;
  state: "accruing" | "deferred" | "due" | "waived";
  /** Under which head it became due. */
  instalment: Day | "maturity" | "acceleration" | "regained" | undefined;
  dueOn: Day | undefined;
  lateFrom: Day | undefined;
}

/** The Default Interest of the days of one month; what is owed again once a conversion is undone has no month. */
export interface PenaltyLot extends Debt {
  readonly month: number | undefined;
}

export interface Conversion {
  readonly id: string;
  readonly on: Day;
  readonly moment: number;
  readonly deadline: Day;
  readonly graceEnd: Day;
  readonly price: Fraction;
  /** In the shares of its Conversion Date. */
  readonly shares: Fraction;
  readonly accepted: Fraction;
  /** Whether the authorized shares could not serve all of it. */
  readonly isShort: boolean;
  readonly amount: Fraction;
  readonly taken: Taken;
  readonly distribution: Fraction;
  readonly consideration: { readonly shares: Fraction; readonly cash: Fraction } | undefined;
  deliveredOn: Day | undefined;
  undoneOn: Day | undefined;
}

/** What a conversion took in beside principal, so that it can be put back. */
export interface Taken {
  readonly interest: Fraction;
  readonly defaultInterest: Fraction;
  readonly damages: Fraction;
}

/** A Conversion Default with its payments, which stand still after the Authorization Date. */
export interface Shortage {
  readonly on: Day;
  /** What was left once the shares that there were had been issued. */
  readonly principal: Fraction;
  authorizedOn: Day | undefined;
  payments: Fraction | undefined;
}

/** Principal that a notice asked for and the authorized shares could not serve, with the price of that day. */
export interface ExcessLot {
  readonly on: Day;
  readonly price: Fraction;
  amount: Fraction;
}

export interface Announcement {
  readonly id: string;
  readonly on: Day;
  /** As it was made: the Fixed Conversion Price, and the announcements that held the price down. */
  readonly fixedPrice: Fraction;
  readonly pending: readonly Announcement[];
  endedOn: Day | undefined;
}

export interface Distribution {
  readonly record: Day;
  readonly perShare: Fraction;
}

export interface PurchaseRights extends Distribution {
  readonly id: string;
}

export interface Merger {
  readonly id: string;
  readonly on: Day;
  readonly shares: Fraction;
  readonly cash: Fraction;
  electedAsDefault: boolean;
}

export interface CallNotice {
  readonly id: string;
  readonly date: Day;
  paidInFull: boolean;
  paidInPart: boolean;
}

/** Reported facts that Article III looks at; an open fact has no end. */
export interface Facts {
  readonly open: Map<string, Day>;
  readonly spells: { readonly from: Day; to: Day | undefined }[];
  filedOn: Day | undefined;
  effectiveOn: Day | undefined;
  readonly failureNotices: FailureNotice[];
}

export interface FailureNotice {
  readonly id: string;
  readonly on: Day;
  readonly conversions: readonly Conversion[];
  readonly shortage: Shortage | undefined;
  isCured: boolean;
}

export function newNote(from: Case): Note {
  const { issueDate, principal, fixedPrice, holderShares, sharesOutstanding, authorized } = from.terms;
  const report = (shares: Fraction): Report => ({ shares, on: issueDate, moment: 0 });
  return {
    ...from,
    today: issueDate,
    isClosed: false,
    moment: 0,
    principal,
    fullAmounts: new Map(),
    splits: [],
    fixedPrices: [{ on: issueDate, price: fixedPrice }],
    interest: [],
    penalties: [],
    credit: zero,
    interestDue: new Map(),
    principalLateFrom: undefined,
    conversions: [],
    position: report(holderShares),
    outstanding: report(sharesOutstanding),
    authorized: authorized === undefined ? undefined : report(authorized),
    shortages: [],
    authorizations: [],
    excess: [],
    damagesTaken: zero,
    maximumDate: undefined,
    announcements: [],
    distributions: [],
    purchaseRights: [],
    mergers: [],
    facts: { open: new Map(), spells: [], filedOn: undefined, effectiveOn: undefined, failureNotices: [] },
    standing: new Map(),
    acceleratedOn: undefined,
    isCalled: false,
    firstOccurrence: undefined,
    failedConversionDate: undefined,
    callNotices: [],
    partialCalls: [],
    isForfeited: false,
    refused: new Set(),
    failed: undefined,
  };
}

/** How many shares of `to` one share of `from` has become. */
export function splitFactor({ splits }: Note, from: Day, to: Day): Fraction {
  return splits.filter(({ on }) => from < on && on <= to).reduce((factor, { ratio }) => factor.times(ratio), one);
}

/** Whether a day is over, at this moment. */
export const hasPassed = (note: Note, day: Day): boolean => (note.isClosed ? note.today >= day : note.today > day);

/** The Holder who has his rights back keeps those that the failure gave him. */
export const isFailing = (note: Note, { deadline, deliveredOn, shares }: Conversion): boolean =>
  shares.isPositive && note.today > deadline && deliveredOn === undefined;
