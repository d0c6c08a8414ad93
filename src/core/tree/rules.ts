/** Rules: what sets them off, and what they change. */
import type { Expr, OccurrenceValue } from "./expressions.ts";
import type { Placed } from "./placed.ts";

/** Reads deal terms, readings and calendars at most. Of one day, lower turns come first. */
export type Happens = Extract<Trigger, { readonly kind: "Calendar" | "Schedule" }> & { readonly turn?: number };

export interface Rule extends Placed {
  /** Stable and independent of the order of statements: section, trigger and a count among equals. */
  readonly id: string;
  readonly trigger: Trigger;
  readonly condition?: Expr;
  readonly changes: readonly Change[];
}

export type Trigger =
  | { readonly kind: "Event"; readonly event: string }
  /** At the end of a day on which `date` is that very day. */
  | { readonly kind: "Calendar"; readonly date: Expr }
  /** At the end of each day that is a date of the schedule. */
  | { readonly kind: "Schedule"; readonly schedule: string }
  /** At the end of a day at whose end `condition` has become true (false). One instance an occurrence of `owner`. */
  | { readonly kind: "Edge"; readonly condition: Expr; readonly edge: "begins" | "ends"; readonly owner?: string };

export type Change = SetState | AddToState | ClearState | AccountPosting | ApplyPayment;

/** Of what is changed at once, stage 0 comes first; what is in a later stage finds what the stages before it have changed. */
interface Staged extends Placed {
  readonly stage?: number;
}

/** A change of a state, by its key; of a state of each event, of the one or of those that `of` says. */
interface OfState extends Staged {
  readonly state: string;
  readonly of?: ChangedEvents;
}

/** One event, or each of a kind that meets a condition, bound as innermost. */
export type ChangedEvents =
  | { readonly kind: "One"; readonly event: OccurrenceValue }
  | { readonly kind: "Each"; readonly event: string; readonly where?: Expr };

export interface SetState extends OfState {
  readonly kind: "SetState";
  readonly value: Expr;
}

export interface AddToState extends OfState {
  readonly kind: "AddToState";
  readonly sign: 1 | -1;
  readonly value: Expr;
}

export interface ClearState extends OfState {
  readonly kind: "ClearState";
}

/**
 * Of one batch the verbs of an account act in this order: waive, convert, charge, fall due, apply, clear; a part falls due before
 * the rest. Of an account of each event, by its key, those that `of` says.
 */
export interface AccountPosting extends Staged {
  readonly kind: "AccountPosting";
  readonly account: string;
  readonly of?: ChangedEvents;
  readonly verb: "charge" | "fall due" | "waive" | "convert" | "clear";
  /** For charge and convert; for fall due, how much of it, where not all. */
  readonly amount?: Expr;
  /** For charge and fall due: from when payments may be claimed for it. */
  readonly dueOn?: Expr;
  /** For charge and fall due: the day after whose end it is overdue, where that is another (a roll). */
  readonly payableOn?: Expr;
  /** For fall due: what was to be due later is due then, too. */
  readonly inFull?: true;
  /** For fall due and waive: a date in the only month that is meant. */
  readonly monthOf?: Expr;
}

export interface ApplyPayment extends Staged {
  readonly kind: "ApplyPayment";
  readonly amount: Expr;
  readonly targets: readonly PaymentTarget[];
}

/**
 * Where a payment goes: what is due of an account, all of it, or a state that is an amount of money; by its key. Of each event,
 * those that `of` says: what has been due longest first, or each its part of the money.
 */
export type PaymentTarget = (
  | PaymentOfDue
  | { readonly kind: "Account"; readonly account: string }
  | { readonly kind: "State"; readonly state: string }
) & { readonly of?: ChangedEvents; readonly isProRata?: true };

/** With late charges, after each amount what the late charges accrued on it. */
interface PaymentOfDue {
  readonly kind: "Due";
  readonly account: string;
  readonly lateCharges?: string;
}
