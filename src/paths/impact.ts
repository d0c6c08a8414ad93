/**
 * How what is sold moves the price: by the square root of its share of the day's volume.
 *
 * Source of the law: Tóth and others, "Anomalous price impact and the critical nature of liquidity in financial markets",
 * Physical Review X, 2011; Almgren and others, "Direct estimation of equity market impact", Risk, 2005, with a part that stays.
 */
import { exponential } from "./elementary.ts";
import type { PriceImpact } from "./model.ts";

/** The impact on a path so far, as the factor by which its prices are lower. */
export class Impact {
  readonly #impact: PriceImpact;
  readonly #daily: number;
  readonly #fading: number;
  #staying = 0;
  #passing = 0;
  factor = 1;

  /** `daily` is the standard deviation of a day's logarithm. */
  constructor(impact: PriceImpact, daily: number) {
    this.#impact = impact;
    this.#daily = daily;
    this.#fading = impact.halfLife > 0 ? exponential(-Math.LN2 / impact.halfLife) : 0;
  }

  restart(): void {
    this.#staying = 0;
    this.#passing = 0;
    this.factor = 1;
  }

  /** Passes a day on which so many shares of so many were sold; `factor` is that of the next day. */
  passDay(sold: number, volume: number): void {
    this.#passing *= this.#fading;
    if (sold > 0 && volume > 0) {
      const { coefficient, stays } = this.#impact;
      const moved = coefficient * this.#daily * Math.sqrt(sold / volume);
      this.#staying += stays * moved;
      this.#passing += (1 - stays) * moved;
    } else if (this.#passing === 0) return;
    if (this.#passing < 1e-12) this.#passing = 0;
    this.factor = exponential(-(this.#staying + this.#passing));
  }
}
