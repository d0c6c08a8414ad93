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

  /** Whether another problem would only be counted, so that nothing need be found out about it. */
  get isFull(): boolean {
    return this.#found.length >= this.#limit;
  }

  get isEmpty(): boolean {
    return this.#found.length === 0;
  }

  add<C extends Code>(
    code: C,
    span: Span,
    facts: Facts<C>,
    related: Diagnostic["related"] = [],
    extras?: Extras,
  ): void {
    if (this.#counts(span)) return;
    this.#found.push(diagnostic(code, span, facts, related, extras));
  }

  push(found: Diagnostic): void {
    if (!this.#counts(found.span)) this.#found.push(found);
  }

  /** In the order in which they were found; the last says how many more there are. */
  list(): readonly Diagnostic[] {
    if (this.#firstMore === undefined) return this.#found;
    const count = this.#more === 1 ? "1 more problem" : `${this.#more} more problems`;
    return [...this.#found, diagnostic("TN5110", this.#firstMore, { count, file: this.#firstMore.source.name })];
  }

  /** Counts a problem that there is no more room for. */
  #counts(span: Span): boolean {
    if (!this.isFull) return false;
    this.#more++;
    this.#firstMore ??= span;
    return true;
  }
}
