/** What a plan sells of the shares that were received: at the end of each trading day, from what it had as the day opened. */
import type { PlanSales } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { add, compare, exact, lesser, multiply, roundTo, sign, subtract, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Machine } from "../compile/machine.ts";
import type { Code, Moment } from "../state/run.ts";
import { restate } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Failure, isProblem } from "../values/problem.ts";
import type { DaySales, Undetermined } from "./plan-facts.ts";

/** A number of shares, and the moment in whose shares it is. */
interface Held {
  readonly shares: Exact | Problem;
  readonly at: Moment;
}

export class Selling {
  readonly sales: DaySales[] = [];
  readonly #received: Code<Exact>;
  readonly #most: Code<Exact>;
  readonly #price: Code<Exact>;
  readonly #undetermined: Undetermined;
  #left: Held | undefined;
  #sold: Held | undefined;

  constructor({ received, most, price }: PlanSales, { compiler }: Machine, undetermined: Undetermined) {
    this.#received = compiler.figure(received);
    this.#most = compiler.figure(most);
    this.#price = compiler.figure(price);
    this.#undetermined = undetermined;
  }

  /** What is left to be sold as a day opens. */
  left(now: Moment): Exact | Problem {
    return inSharesOf(this.#left, now);
  }

  /** What has been sold in all, in the shares of a moment. */
  sold(now: Moment): Exact | Problem {
    return inSharesOf(this.#sold, now);
  }

  /** Sells at the end of a day, and counts what has been received by then. */
  endDay(now: Moment): void {
    const { day, run } = now;
    if ((run.inputs.traded?.rowOf(day) ?? -1) >= 0) this.#sell(now, day);
    const received = this.#received(now, undefined);
    const sold = this.sold(now);
    const left = isProblem(received) ? received : isProblem(sold) ? sold : difference(received, sold);
    if (isProblem(left)) this.#note("the shares received", left, day);
    this.#left = { shares: left, at: now };
  }

  #sell(now: Moment, day: PlainDate): void {
    const held = inSharesOf(this.#left, now);
    // Why it is unknown what was left has been noted as the day before ended.
    if (isProblem(held) || sign(held) <= 0) return;
    const most = this.#most(now, undefined);
    if (isProblem(most)) {
      this.#note("what is sold at most", most, day);
      return;
    }
    const sold = roundTo(lesser(held, most), exact(1), "down");
    if (compare(sold, zero) <= 0) return;
    const price = this.#price(now, undefined);
    if (isProblem(price)) {
      this.#note("the price of the sale", price, day);
      return;
    }
    const before = this.sold(now);
    if (isProblem(before)) return;
    this.#sold = { shares: add(before, sold) ?? before, at: now };
    this.sales.push({ day, held, sold, price, proceeds: multiply(sold, price) ?? zero });
  }

  #note(what: string, problem: Problem, day: PlainDate): void {
    this.#undetermined.note({ rule: undefined, what, of: undefined, problem }, day);
  }
}

function inSharesOf(held: Held | undefined, now: Moment): Exact | Problem {
  if (held === undefined) return zero;
  const shares = restate(held.shares, 1, held.at, now);
  if (isProblem(shares)) return shares;
  return typeof shares === "object" ? shares : zero;
}

function difference(received: Exact, sold: Exact): Exact | Problem {
  return subtract(received, sold) ?? new Failure("undefined", { kind: "unlimited deduction" });
}
