/** What the parties may, must and must not do, exceptions to it, and defaults. */
import type { Meaning } from "../../../grammar/vocabulary.ts";
import type { Span } from "../../source/span.ts";
import type { Expression } from "./expressions.ts";
import type { Identifier, Node, Quoted } from "./nodes.ts";

/** `notwithstanding X of 1.2(a)` with `while:`, `it is:`, `over:` lines. */
export interface Exception extends Node<"Exception"> {
  readonly name: Identifier;
  /** The section of the rule that it displaces. */
  readonly of?: Identifier;
  readonly condition: Expression;
  readonly value: Expression;
  /** Sections of other exceptions that this one goes before. */
  readonly over: readonly Identifier[];
}

/** `the Holder may give E [by D [for each O]] [called N]` with its labelled lines. */
export interface Power extends Node<"Power"> {
  readonly party: Identifier;
  readonly event: Identifier;
  readonly name?: Identifier;
  readonly conditions: readonly { readonly condition: Expression; readonly reason?: Quoted; readonly span: Span }[];
  readonly askingFor?: Expression;
  readonly limits: readonly { readonly value: Expression; readonly span: Span }[];
  readonly beyond?: Beyond;
  readonly giving?: Identifier;
  /** The last day of an election or another power; with `owner`, that of each event of the kind. */
  readonly due?: Expression;
  readonly owner?: Identifier;
  /** What is elected, in the words of the event; `name` is then what holds, by the election or else by `otherwise`. */
  readonly electing?: Expression;
  readonly otherwise?: Expression;
}

/** What becomes of the part over the limit: one rule, or one a choice of a reading. */
export type Beyond =
  | { readonly kind: "Fixed"; readonly rule: Meaning<"beyond">; readonly span: Span }
  | {
      readonly kind: "AsRead";
      readonly reading: Quoted;
      readonly arms: readonly { readonly choice: Quoted; readonly rule: Meaning<"beyond"> }[];
      readonly span: Span;
    };

/**
 * `the Borrower must give E by D [for each O] [called N]` or `the Borrower must pay V [to P] by D [for each O] [while C]`.
 */
export interface Duty extends Node<"Duty"> {
  readonly party: Identifier;
  readonly to?: Identifier;
  readonly event?: Identifier;
  readonly amount?: Expression;
  readonly due: Expression;
  readonly owner?: Identifier;
  readonly name?: Identifier;
  readonly condition?: Expression;
}

/** `the Borrower must not give E unless C, called N`: the event stands; whether it breached is fixed under N. */
export interface Prohibition extends Node<"Prohibition"> {
  readonly party: Identifier;
  readonly event: Identifier;
  readonly unless?: Expression;
  readonly name: Identifier;
}

/** `the Borrower must not let V be more than W at any time unless C, called N`: N says since when it is breached. */
export interface Covenant extends Node<"Covenant"> {
  readonly party: Identifier;
  /** What must not be so: a comparison. */
  readonly condition: Expression;
  readonly unless?: Expression;
  readonly name: Identifier;
}

/** `Event of Default occurs [for each Judgment]` with `when`, `unless cured by the end of:`, `continues:` lines; its section is its heading's. */
export interface DefaultDeclaration extends Node<"DefaultDeclaration"> {
  readonly family: Identifier;
  readonly owner?: Identifier;
  readonly condition: Expression;
  readonly cureBy?: Expression;
  readonly ends: Meaning<"continues">;
}
