/** What the parties may, must and must not do, and defaults. */
import type { Expr } from "./expressions.ts";
import type { Declared, Placed } from "./placed.ts";

/** A power: who may, on which conditions, within which limits. */
export interface Power extends Declared {
  readonly event: string;
  readonly party: string;
  readonly conditions: readonly { readonly condition: Expr; readonly reason: string }[];
  readonly askingFor?: Expr;
  readonly limits: readonly Expr[];
  /** Per choice of a reading, or one rule for all (reading absent). */
  readonly beyond: {
    readonly reading?: string;
    readonly rules: ReadonlyMap<string, "cut back" | "void">;
    readonly otherwise: "cut back" | "void";
  };
  /** The key of the fixed definition that holds what is left of what was asked for. */
  readonly giving?: string;
}

/** A condition that is watched at the end of each day: clear, pending until its deadline, occurred, ended. */
export interface DefaultCondition extends Placed {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly owner?: string;
  readonly condition: Expr;
  /** Last day for a cure; it occurs as that day ends. Without one it occurs as soon as the condition holds. */
  readonly deadline?: Expr;
  readonly ends: "with the condition" | "never";
}

/** What one party owes to another, by when. */
export interface Duty extends Declared {
  readonly party: string;
  readonly to?: string;
  readonly owner?: string;
  readonly event?: string;
  readonly amount?: Expr;
  readonly due: Expr;
  readonly condition?: Expr;
  /** Whether an exception excuses it; where there are any. */
  readonly excused?: Expr;
  /** What says how far it has come, where it has a name. */
  readonly standing?: Standing;
}

/** The keys of the definitions that say how far something has come that must, or must not, be done. */
export interface Standing {
  /** What an answer says: "late by 4 days", "breached since 2006-03-17". */
  readonly answer: string;
  /** What it is for as long as it is not performed; exceptions displace this. */
  readonly undone: string;
  /** The same in a word. Of a duty `performed`, `late`, `open`, `breached`, `not owed`; of a covenant `kept`, `breached`. */
  readonly word: string;
  /** The first day of the breach that continues. */
  readonly breach: string;
  /** Of a duty, the day on which it was done. */
  readonly performance: string;
}

/** An event that must not be given, unless; `key` is the definition that says of each whether it is a breach. */
export interface Prohibition extends Declared {
  readonly party: string;
  readonly event: string;
  readonly key: string;
}

/** A state of things that must not be. */
export interface Covenant extends Declared {
  readonly party: string;
  readonly standing: Standing;
}

/** A power that ends on a day, and what then holds. */
export interface Election extends Declared {
  readonly party: string;
  readonly event: string;
  readonly owner?: string;
  /** The key of the definition that is its last day. */
  readonly due: string;
  /** The key of the definition that says what has been elected, or what holds where nothing has; where it elects something. */
  readonly elected?: string;
  readonly otherwise?: Expr;
}
