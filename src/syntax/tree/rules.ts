/** Rules: what sets them off, and what they change. */
import type { Meaning } from "../../../grammar/vocabulary.ts";
import type { Expression } from "./expressions.ts";
import type { Identifier, Node } from "./nodes.ts";

/**
 * `when E [if C]`, `on DATE [if C]`, `when X begins`, with one change a line; `, in this order` with steps, each of which finds
 * what those before it have changed.
 */
export interface Rule extends Node<"Rule"> {
  readonly trigger: EventTrigger | CalendarTrigger | ScheduleTrigger | EdgeTrigger;
  readonly condition?: Expression;
  readonly changes: readonly Change[];
}

export interface EventTrigger extends Node<"EventTrigger"> {
  readonly event: Identifier;
}

/** `on Quarter End`: on a day that is the date the expression gives on that day, as the day ends. */
export interface CalendarTrigger extends Node<"CalendarTrigger"> {
  readonly date: Expression;
  /** In a plan: once for each of these events, when its date has come. */
  readonly owner?: Identifier;
}

/** `on each of Payment Dates`: as each of these days ends. */
export interface ScheduleTrigger extends Node<"ScheduleTrigger"> {
  readonly schedule: Identifier;
}

/** `when X begins` or `when X ends`: as a day ends at whose end X holds (no longer), and did (not) at the end before. */
export interface EdgeTrigger extends Node<"EdgeTrigger"> {
  readonly edge: Meaning<"edge">;
  readonly name: Identifier;
  /** `for each E`: X is a yes-or-no of an event of that kind. */
  readonly owner?: Identifier;
  /** `under 3.6`: one member of a family. */
  readonly sections: readonly Identifier[];
}

/** `order on one day: 2.1, then 2.2`: what the rules of a section change, those of the sections behind it find. */
export interface DayOrder extends Node<"DayOrder"> {
  readonly sections: readonly Identifier[];
}

export type Change = SetChange | AddChange | ClearChange | AccountChange | AppliedChange;

/** Something that a rule changes; where its changes have an order, in which step, from 0 on. */
interface ChangeNode<Kind extends string> extends Node<Kind> {
  readonly step?: number;
}

/** What is changed of the state `state`: of the note, of one event, or of each that meets a condition. */
export interface ChangedState extends OfEvents {
  readonly state: Identifier;
}

export interface OfEvents {
  /** `its X`, `its E's X`: of which event it is. */
  readonly subject?: Expression;
  /** `X for each E [where C]`; in what is behind it, `its` speaks of that event. */
  readonly each?: EachEvent;
}

export interface EachEvent {
  readonly owner: Identifier;
  readonly where?: Expression;
}

/** `X becomes V`. */
export interface SetChange extends ChangeNode<"SetChange">, ChangedState {
  readonly value: Expression;
}

/** `X rises by V` or `X falls by V`. */
export interface AddChange extends ChangeNode<"AddChange">, ChangedState {
  readonly sign: 1 | -1;
  readonly value: Expression;
}

/** `X becomes not set`. */
export interface ClearChange extends ChangeNode<"ClearChange">, ChangedState {}

/**
 * A posting to an account:
 * `A is charged V [due on D][, payable on D]`, `A falls due [in full] on D[, payable on D2] [for the month of D3]`,
 * `A falls due in the amount of V on D[, payable on D2]`,
 * `A is waived [for the month of D2]`, `A is converted by V`, `A is cleared`.
 */
export interface AccountChange extends ChangeNode<"AccountChange">, OfEvents {
  readonly account: Identifier;
  readonly verb: Meaning<"accountVerb">;
  readonly amount?: Expression;
  /** The date on which it falls due. */
  readonly date?: Expression;
  /** The day by which it is to be paid, where that is another (a roll). */
  readonly payableOn?: Expression;
  readonly month?: Expression;
  /** `falls due in full on D`: what was to fall due later comes along. */
  readonly inFull?: true;
}

/**
 * `V is applied to due Interest, then Default Interest, then Outstanding Principal`; `to due Interest, each amount with its Late
 * Fees`: each amount due, and after it what the late charges accrued on it; `to due Interest for each E [pro rata]`: of events.
 */
export interface AppliedChange extends ChangeNode<"AppliedChange"> {
  readonly amount: Expression;
  readonly targets: readonly PaymentTarget[];
}

export interface PaymentTarget extends OfEvents {
  readonly isDueOnly: boolean;
  readonly name: Identifier;
  /** Each event's has its part of the money, in proportion to what is open there. */
  readonly isProRata?: true;
  readonly lateCharges?: Identifier;
}
