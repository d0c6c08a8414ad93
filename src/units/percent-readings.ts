import type { Exact } from "./exact.ts";
import { compare, divide, exact, isUnlimited, multiply, negate, one, toDecimalText } from "./exact.ts";
import type { ValueType } from "./value-type.ts";
import { unitName } from "./value-type.ts";

/** The two ways to take a bare figure for a percentage or a yearly rate: 8 as 800%, and as 8%. */
export interface PercentReadings {
  readonly asFraction: string;
  readonly asPercent: string;
  /** What the second one is as a fraction: 0.08. */
  readonly fraction: string;
}

/**
 * How a figure without a percent sign can be taken where a percentage or a rate belongs. Undefined where there is no
 * doubt: below 1 it is a fraction, and in an event ("In Shares": "1") 1 is the whole.
 */
export function percentReadings(value: Exact, type: ValueType, of: "term" | "event"): PercentReadings | undefined {
  const unit = unitName(type);
  if ((unit !== "percent" && unit !== "per year") || isUnlimited(value)) return undefined;
  const [hundred, size] = [exact(100), value.n < 0n ? negate(value) : value];
  const [times, hundredth] = [multiply(value, hundred), divide(value, hundred)];
  if (size === undefined || times === undefined || hundredth === undefined) return undefined;
  if (compare(size, one) < (of === "term" ? 0 : 1)) return undefined;
  const sign = unit === "percent" ? "%" : "% per year";
  return {
    asFraction: `${toDecimalText(times)}${sign}`,
    asPercent: `${toDecimalText(value)}%`,
    fraction: toDecimalText(hundredth),
  };
}
