/** What a binding says, read: which deal terms and events of one template the common ones are. */
import type { Value } from "../../core/core.ts";
import type { Span } from "../../source/span.ts";

export interface Binding {
  /** Those of the amounts and prices that are bound, each with the place of the first. */
  readonly currencies: ReadonlyMap<string, Span>;
  /** By a common fact of a deal, the template's deal term. */
  readonly deal: ReadonlyMap<string, string>;
  /** Deal terms of which a story says nothing. */
  readonly terms: ReadonlyMap<string, Value>;
  /** By a common event. One that is not here is not known to the instrument. */
  readonly events: ReadonlyMap<string, BoundEvents>;
}

export interface BoundEvents {
  /** The template's events that the common one is, in order. */
  readonly events: readonly BoundEvent[];
  /** Why the instrument has none. */
  readonly none?: string | undefined;
}

export interface BoundEvent {
  readonly event: string;
  /** By a field of that event, the common field, the derived figure or the fact of the deal that it is. */
  readonly fields: ReadonlyMap<string, string>;
  readonly constants: ReadonlyMap<string, Value>;
  /** What a payment of what is due pays. */
  readonly due: readonly DueSource[];
}

/** `payable`: what an account made payable by the day; `unpaid`: all that is unpaid of it; or a duty, or a value. */
export interface DueSource {
  readonly kind: "payable" | "unpaid" | "duty" | "value";
  readonly name: string;
}
