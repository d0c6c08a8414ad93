/** What everything in the core has: where the text says it. */
import type { Span } from "../../source/span.ts";

export interface Section {
  readonly label: string;
  readonly title: string;
}

/** Where the text says it. */
export interface Placed {
  readonly section: string;
  readonly span: Span;
}

export interface Declared extends Placed {
  readonly name: string;
}
