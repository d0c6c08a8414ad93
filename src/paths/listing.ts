/** What becomes of a listing: reverse splits that keep a minimum price, and delisting. Decided at the close, for the next day. */
import { exponential, logarithm } from "./elementary.ts";
import type { ListingRules } from "./model.ts";
import { tradingDaysOfYear } from "./model.ts";
import { wordStep } from "./normal.ts";

/** What the next day opens with. */
export class Listing {
  readonly #rules: ListingRules;
  /** The chance of a delisting on a day. */
  readonly #chance: number;
  #belowSplit = 0;
  #belowDelisting = 0;
  isDelisted = false;

  constructor(rules: ListingRules) {
    this.#rules = rules;
    const yearly = rules.delisting?.yearly ?? 0;
    // The yearly chance of none, spread over its days.
    this.#chance = yearly >= 1 ? 1 : 1 - exponential(logarithm(1 - yearly) / tradingDaysOfYear);
  }

  /** Whether anything of it needs a word a day. */
  get draws(): boolean {
    return this.#chance > 0;
  }

  /** Whether anything can become of it. */
  get acts(): boolean {
    const { scheduled, split, delisting } = this.#rules;
    return (scheduled !== undefined && scheduled.size > 0) || split !== undefined || delisting !== undefined;
  }

  restart(): void {
    this.#belowSplit = 0;
    this.#belowDelisting = 0;
    this.isDelisted = false;
  }

  /** How many old shares are one new share from the next day on; 1 without a split. */
  splitAfter(close: number): number {
    const rule = this.#rules.split;
    if (rule === undefined || this.isDelisted) return 1;
    this.#belowSplit = close < rule.below ? this.#belowSplit + 1 : 0;
    if (this.#belowSplit < rule.closes) return 1;
    this.#belowSplit = 0;
    return Math.max(2, Math.ceil(rule.target / close));
  }

  /** Whether the next day is the first one without a listing. */
  endsAfter(close: number, word: number): boolean {
    const rule = this.#rules.delisting;
    if (rule === undefined || this.isDelisted) return false;
    const { below } = rule;
    this.#belowDelisting = below !== undefined && close < below.price ? this.#belowDelisting + 1 : 0;
    const isTooLow = below !== undefined && this.#belowDelisting >= below.closes;
    this.isDelisted = isTooLow || (word + 0.5) * wordStep < this.#chance;
    return this.isDelisted;
  }
}
