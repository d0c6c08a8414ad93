import type { Span } from "../source/span.ts";
import type { Diagnostic, Extras } from "./diagnostic.ts";
import { diagnostic } from "./diagnostic.ts";
import type { Code, Facts } from "./registry.ts";

/** Collects findings up to a limit, and counts the rest. */
export class ProblemList {
  readonly #limit: number;
  readonly #found: Diagnostic[] = [];
  #more = 0;
  #firstMore: Span | undefined;

  constructor(limit = 20) {
    this.#limit = limit;
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  add<C extends Code>(code: C, span: Span, facts: Facts<C>, related?: Diagnostic["related"], extras?: Extras): void {
    this.push(span, () => diagnostic(code, span, facts, related, extras));
  }

  /** A problem at a place; its message is built only where it is listed. */
  push(span: Span, find: () => Diagnostic): void {
    if (this.#found.length < this.#limit) this.#found.push(find());
    else {
      this.#more++;
      this.#firstMore ??= span;
    }
  }

  /** In the order in which they were found; the last says how many more there are. */
  list(): readonly Diagnostic[] {
    if (this.#firstMore === undefined) return this.#found;
    const count = this.#more === 1 ? "1 more problem" : `${this.#more} more problems`;
    return [...this.#found, diagnostic("TN5110", this.#firstMore, { count, file: this.#firstMore.source.name })];
  }
}
