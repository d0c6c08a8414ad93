/**
 * An explanation as data: a value, the operation that gives it, and what that operation is done to.
 *
 * It is a graph: what several values rest on is one object, and what a value is made of is found when it is asked for.
 */
import { once } from "../../base/once.ts";
import type { AccountPosting, Expr, ValueType } from "../../core/core.ts";
import type { DayCounting } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import { isZero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { DefaultGround } from "../compile/defaults.ts";
import { isStirred } from "../compile/defaults.ts";
import type { PaymentPart } from "../replay/account-changes.ts";
import type { AccountReading, Evaluation, Occurrence, Subject } from "../state/run.ts";
import type { Absent } from "../values/problem.ts";

/** What has a name in the note or its data, then lines of its accounts and states, then the rest of the sums. */
export type ReasonKind = NamedKind | LineKind | "constant" | "operation";
type NamedKind = "definition" | "state" | "account" | "field" | "deal term" | "market" | "family";
/** Interest of days on one base; what was posted or changed; a change of what a share is. */
type LineKind = "interest" | "entry" | "share basis";

/** One value with what it was made of. A leaf is made of nothing. */
export interface ReasonFact {
  readonly kind: ReasonKind;
  /** The name of the value; of a market row, its column. */
  readonly name: string;
  readonly day: PlainDate;
  /** The event that it belongs to, or the sections of the defaults that are asked about. */
  readonly of: Occurrence | readonly string[] | undefined;
  /** Of an account, what is measured of it. */
  readonly reading?: AccountReading | undefined;
  readonly result: Evaluation;
  readonly type: ValueType;
  readonly section: string;
  readonly because: Because;
  readonly operation: Operation;
  /** What the operation is done to; it gives `result`. */
  readonly operands: readonly ReasonFact[];
}

/** Why a value is what it is. */
export type Because =
  | { readonly kind: "no reason" }
  | { readonly kind: "absent"; readonly problem: Absent }
  | GivenByClause
  /** What last changed a state or an account; undefined where nothing has changed it. */
  | { readonly kind: "last change"; readonly change: ChangePlace | undefined }
  | { readonly kind: "given by event"; readonly event: string }
  | { readonly kind: "deal term" }
  | { readonly kind: "market data" }
  /** It is the answer of the circle. */
  | { readonly kind: "solved" }
  | {
      readonly kind: "change";
      readonly verb: AccountPosting["verb"] | "payment" | "change";
      readonly change: ChangePlace;
    }
  /** What was done to an account, by kind, with what it did to what is measured. */
  | {
      readonly kind: "account";
      readonly type: ValueType;
      readonly totals: readonly AccountTotal[];
      readonly hasMoved: boolean;
    }
  | { readonly kind: "share basis"; readonly on: PlainDate }
  | { readonly kind: "no default"; readonly family: string; readonly sections: readonly string[] }
  | { readonly kind: "default"; readonly ground: DefaultGround }
  /** The same, with the condition of the default. */
  | { readonly kind: "ground of default"; readonly ground: DefaultGround };

/** The clause that gives it, as read in the run, and the section of the exception where one holds. */
interface GivenByClause {
  readonly kind: "clause";
  readonly expr: Expr;
  readonly readings: ReadonlyMap<string, string>;
  readonly exceptionIn: string | undefined;
  /** It is the figure that the clause gives back. */
  readonly isSolved?: boolean;
}

export interface AccountTotal {
  readonly what: AccountPosting["verb"] | "payment" | "accrual" | "base fell";
  readonly amount: Exact;
}

/** When and where something was changed, and by which event. */
export interface ChangePlace {
  readonly day: PlainDate;
  readonly cause: Occurrence | undefined;
  readonly section: string;
}

/** What is done to the operands. */
export type Operation =
  /** A leaf: a deal term, a constant, a price, a field of an event, a day. */
  | { readonly kind: "given" }
  /** A leaf: the answer of the circle that it is shown in, which the circle gives back. */
  | { readonly kind: "solved" }
  /** An expression of the template, with the days or events that some of the operands are for. */
  | {
      readonly kind: "expression";
      readonly expr: Expr;
      readonly subjects: readonly OperandsFor[];
      /** Whether it counts trading days that are only expected. */
      readonly isExpected: boolean;
    }
  /** The last operand, which the rule or an exception gives; before it, whether each exception applies. */
  | { readonly kind: "clause" }
  /** The first operand times (for a negative exponent: divided by) the others, as often as the exponent says. */
  | { readonly kind: "share basis"; readonly exponent: number }
  /** What a power leaves of the first operand under the limits, which are the others. */
  | { readonly kind: "limit"; readonly beyond: "cut back" | "void" }
  /** What an event can't fix, as a condition of its power is unknown: the first of the operands that is. */
  | { readonly kind: "undecided" }
  /** The only operand, with which it started. */
  | { readonly kind: "start" }
  /** The first operand and the changes, which are the others: they are added to it, or the last one takes its place. */
  | { readonly kind: "changes" }
  /** A change: the last operand with a sign; before it, the condition of the rule, where it has one. */
  | { readonly kind: "change"; readonly sign: 1 | -1; readonly sets: boolean }
  /** The sum of what each operand did to what is measured of an account: `effects` has it, in the same order. */
  | {
      readonly kind: "account";
      readonly reading: AccountReading;
      readonly hasEnded: boolean;
      readonly effects: readonly Exact[];
    }
  /** A posting to an account: its condition, amount, dates, month, and what had accrued and falls due, if it has them. */
  | {
      readonly kind: "posting";
      readonly posting: AccountPosting;
      readonly parts: readonly PostingPart[];
      /** What is posted together is posted at one point. */
      readonly point: number;
    }
  /**
   * The least of what is left of the money, which is the first operand, and what is open there, which is the last. Of a target of
   * several events, what is open on each of them comes last.
   */
  | { readonly kind: "payment"; readonly part: PaymentPart; readonly point: number }
  /** What an account accrues on became less: before and after, which are the operands. */
  | { readonly kind: "base fell"; readonly point: number }
  /** Days × base × rate ÷ year, of the operands base and rate. */
  | ({ readonly kind: "interest" } & Stretch)
  /** Whether one of the operands holds. */
  | { readonly kind: "family"; readonly isStart: boolean }
  /** Whether a default has occurred and continues: its condition now, then condition and deadline as it occurred. */
  | { readonly kind: "default"; readonly ground: DefaultGround };

/** Operands, from one place up to the next of these, that are for certain days or one event. */
export interface OperandsFor {
  readonly subject: Subject | undefined;
  readonly from: number;
}

/** Days on which an account or a sum of interest goes on at one rate and base. */
export interface Stretch {
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** The days as the day count counts them. */
  readonly weight: number;
  readonly counting: DayCounting;
  /** When the interest period began, by which 30/360, 30U/360 and actual/actual AFB count. */
  readonly periodStart: PlainDate;
  /** Days in the year by which it divides. */
  readonly yearDays: number;
  /** The number of the item of another account, for what accrues on each. */
  readonly of: number | undefined;
}

/** Which part of a posting an operand is. */
export type PostingPart = "condition" | "amount" | "due on" | "payable on" | "month" | "accrued";

/** A value whose operands are found when they are first asked for. */
export class Reason implements ReasonFact {
  readonly kind: ReasonKind;
  readonly name: string;
  readonly day: PlainDate;
  readonly of: ReasonFact["of"];
  readonly reading: AccountReading | undefined;
  readonly result: Evaluation;
  readonly type: ValueType;
  readonly section: string;
  #because: Because | (() => Because);
  #made: Made | (() => Made);

  constructor(parts: ReasonParts) {
    this.kind = parts.kind;
    this.name = parts.name;
    this.day = parts.day;
    this.of = parts.of;
    this.reading = parts.reading;
    this.result = parts.result;
    this.type = parts.type;
    this.section = parts.section ?? "";
    this.#because = parts.because ?? { kind: "no reason" };
    this.#made = parts.made ?? leaf;
  }

  get because(): Because {
    if (typeof this.#because === "function") this.#because = this.#because();
    return this.#because;
  }

  get operation(): Operation {
    return this.#making().operation;
  }

  get operands(): readonly ReasonFact[] {
    return this.#making().operands;
  }

  #making(): Made {
    if (typeof this.#made === "function") this.#made = this.#made();
    return this.#made;
  }
}

/** An operation with what it is done to. */
export type Made = Pick<ReasonFact, "operation" | "operands">;

const leaf: Made = { operation: { kind: "given" }, operands: [] };

export interface ReasonParts extends Pick<ReasonFact, "kind" | "name" | "day" | "result" | "type"> {
  readonly of?: ReasonFact["of"];
  readonly reading?: ReasonFact["reading"];
  readonly section?: string;
  readonly because?: Because | (() => Because);
  /** A leaf where it is left out. */
  readonly made?: Made | (() => Made);
}

/** What a reader is shown under a value: what has a name, and the lines of accounts, each once, in order. */
export const usesOf = once((fact: ReasonFact): readonly ReasonFact[] => {
  const found = new Set<ReasonFact>();
  collectUses(fact, found);
  return [...found];
});

function collectUses({ operands, operation }: ReasonFact, found: Set<ReasonFact>): void {
  for (const [index, operand] of operands.entries()) {
    if (operation.kind === "account" && isNothing(operation.effects[index])) continue;
    if (operand.kind === "family" && isAtRest(operand)) continue;
    if (operand.kind === "operation") collectUses(operand, found);
    else if (operand.kind !== "constant") found.add(operand);
  }
}

function isNothing(effect: Exact | undefined): boolean {
  return effect === undefined || isZero(effect);
}

/** A default that neither has occurred nor is pending. */
function isAtRest({ because }: ReasonFact): boolean {
  return because.kind === "ground of default" && !isStirred(because.ground);
}
