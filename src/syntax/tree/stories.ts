/** Stories: what happens, and what is expected of it. */
import type { Expression } from "./expressions.ts";
import type { Identifier, Node, Quoted } from "./nodes.ts";

/** `test "…"` with `with:`, `market:`, `calendar:`, `reading:`, `on …: …` and `expect …` lines. */
export interface Story extends Node<"Story"> {
  readonly title: Quoted;
  readonly terms: readonly { readonly name: Identifier; readonly value: Expression }[];
  /** `with: Instalments on 2024-03-01, Amount $100`: the rows of lists. */
  readonly rows: readonly StoryRow[];
  readonly readings: readonly { readonly name: Quoted; readonly choice: Quoted }[];
  readonly market: readonly MarketFile[];
  readonly calendar?: Quoted;
  /** The story that this one goes on from: its terms, readings, files and events. */
  readonly setUp?: Quoted;
  readonly events: readonly StoryEvent[];
  readonly expectations: readonly StoryExpectation[];
}

/** `market: "flat"`, `market: Bid = "quotes.csv", close = "Bid Close"`: a file, and its own names of columns and date. */
export interface MarketFile extends Node<"MarketFile"> {
  readonly series?: Identifier;
  readonly file: Quoted;
  readonly columns: readonly { readonly column: Identifier; readonly written: Quoted }[];
}

export interface StoryRow extends Node<"StoryRow"> {
  readonly list: Identifier;
  readonly on: Expression;
  readonly fields: readonly { readonly name: Identifier; readonly value: Expression }[];
}

export interface StoryEvent extends Node<"StoryEvent"> {
  readonly on: Expression;
  readonly at?: Expression;
  readonly event: Identifier;
  readonly id?: Quoted;
  readonly refersTo?: Quoted;
  readonly fields: readonly { readonly name: Identifier; readonly value: Expression }[];
}

export interface StoryExpectation extends Node<"StoryExpectation"> {
  readonly value: Identifier;
  /** The id of an event, or a section. */
  readonly of?: Identifier;
  readonly on?: Expression;
  readonly expected:
    | Expression
    | { readonly kind: "ExpectedNull" }
    | { readonly kind: "ExpectedError"; readonly text: Quoted };
  /** `under 1.2(a)`: where the contract says so, if that is another section than the test's. */
  readonly section?: Identifier;
}
