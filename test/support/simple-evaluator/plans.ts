import type { Expr, GivenEvent, Plan, PlanRule, Value } from "../../../src/core/core.ts";
import type { ScenarioEvent } from "../../../src/inputs/scenario.ts";
import type { Exact } from "../../../src/units/exact.ts";
import { add, exact, lesser, roundTo, sign, subtract, zero } from "../../../src/units/exact.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import { date, shares } from "../../../src/units/value-type.ts";
import type { Scope } from "./interpret.ts";
import { evaluate, evaluateDate, evaluateNumber, marketOf, occurrencesOf, rowsOf, step } from "./interpret.ts";
import type { Days } from "./run.ts";
import { effectiveDay, lastPoint, opensDay } from "./run.ts";
import type { Moment, NoValue, Occurrence, Outcome, World } from "./world.ts";
import { having, restated, resultOf } from "./world.ts";

/** What came of a plan: its events in order, what could not be decided, and the shares sold by day. */
export interface SimplePlan {
  readonly given: ScenarioEvent[];
  readonly undecided: string[];
  readonly sold: { readonly day: PlainDate; readonly shares: Exact; readonly price: Exact }[];
}

type Moments = "opening" | "open" | "close";

/** What acts for what, or why that is unknown. */
type Acting = readonly { readonly of: Occurrence | undefined; readonly why?: NoValue }[];

interface Kept {
  readonly outcome: Outcome;
  readonly at: Moment;
}

/** A plan by section 12 of the page, on a world that goes day by day. */
export class SimplePlanner {
  readonly found: SimplePlan = { given: [], undecided: [], sold: [] };
  readonly #plan: Plan;
  readonly #world: World;
  readonly #effective: Days;
  readonly #last: PlainDate;
  readonly #acted = new Set<string>();
  readonly #held = new Map<string, boolean>();
  #left: Kept | undefined;
  #sold: Kept | undefined;
  #count = 0;

  constructor(plan: Plan, world: World, effective: Days, last: PlainDate) {
    this.#plan = plan;
    this.#world = world;
    this.#effective = effective;
    this.#last = last;
  }

  opens(): void {
    const leaving = this.#plan.sales?.leaving;
    const now = lastPoint(this.#world);
    if (leaving !== undefined && this.#left !== undefined && now.day <= this.#last) {
      this.#world.states.push({ point: now.point, name: leaving, outcome: this.#left.outcome });
    }
    this.#decide("opening");
  }

  decides(): void {
    this.#decide("open");
  }

  closes(): readonly Occurrence[] {
    return this.#decide("close");
  }

  ended(): void {
    const world = this.#world;
    const now = lastPoint(world);
    const { sales } = this.#plan;
    if (sales === undefined || now.day > this.#last) return;
    const scope = { world, now, bound: [] };
    if ((marketOf(world)?.rowOf(now.day) ?? -1) >= 0) this.#sell(sales, scope);
    const received = evaluateNumber(sales.received, scope);
    const sold = sharesIn(this.#sold, now);
    const left = received.kind === "value" && sold.kind === "value" ? subtract(received.value, sold.value) : undefined;
    const outcome = received.kind !== "value" ? received : sold.kind !== "value" ? sold : resultOf(left);
    if (outcome.kind !== "value") this.#undecided("sale", "the shares received", outcome);
    this.#left = { outcome, at: now };
  }

  #sell({ most: mostOf, price: priceOf }: NonNullable<Plan["sales"]>, scope: Scope): void {
    const { now } = scope;
    const held = sharesIn(this.#left, now);
    if (held.kind !== "value" || sign(held.value) <= 0) return;
    const most = evaluateNumber(mostOf, scope);
    if (most.kind !== "value") {
      this.#undecided("sale", "what is sold at most", most);
      return;
    }
    const number = roundTo(lesser(held.value, most.value), exact(1), "down");
    if (sign(number) <= 0) return;
    const price = evaluateNumber(priceOf, scope);
    if (price.kind !== "value") {
      this.#undecided("sale", "the price of the sale", price);
      return;
    }
    const before = sharesIn(this.#sold, now);
    if (before.kind !== "value") return;
    this.#sold = { outcome: having(add(before.value, number) ?? zero), at: now };
    this.found.sold.push({ day: now.day, shares: number, price: price.value });
  }

  #undecided(rule: string, part: string, why: NoValue): void {
    const { day } = lastPoint(this.#world);
    this.found.undecided.push(`${day} ${rule} ${part}: ${why.kind === "failure" ? why.error : "absent"}`);
  }

  #decide(when: Moments): readonly Occurrence[] {
    const world = this.#world;
    const now = lastPoint(world);
    if (now.day > this.#last) return [];
    world.unopened = when === "close" ? undefined : now.day;
    const given = this.#plan.rules.flatMap((rule, index) => {
      const moment = rule.decided === "at the close" ? "close" : mayOpenDay(world, rule) ? "opening" : "open";
      if (moment !== when) return [];
      return this.#acting(rule, index, now).flatMap(({ of, why }) => {
        if (why === undefined) return this.#decided(rule, index, of, now);
        this.#undecided(String(index), "the day", why);
        return [];
      });
    });
    world.unopened = undefined;
    return given.map(({ gift, fields, of }) => this.#give(gift, fields, of, when));
  }

  #acting({ trigger, span }: PlanRule, index: number, now: Moment): Acting {
    const world = this.#world;
    const scope: Scope = { world, now, bound: [] };
    const onDate = (day: Outcome<PlainDate>, of?: Occurrence): Acting => {
      if (day.kind === "absent" || (day.kind === "failure" && day.isBeforeData)) return [];
      if (day.kind === "failure") return [{ of, why: day }];
      return (of === undefined ? day.value === now.day : day.value <= now.day) ? [{ of }] : [];
    };
    switch (trigger.kind) {
      case "EachDay":
        return onDate(step({ unit: trigger.unit, relation: "on or after" }, now.day, world));
      case "OnDate": {
        const { owner } = trigger;
        if (owner === undefined) return onDate(evaluateDate(trigger.date, scope));
        return occurrencesOf(world, owner, now)
          .filter((of) => !this.#acted.has(`${index} ${of.index}`))
          .flatMap((of) => onDate(evaluateDate(trigger.date, { ...scope, bound: [of] }), of));
      }
      case "EveryDays": {
        const today = onDate(step({ unit: trigger.unit, relation: "on or after" }, now.day, world));
        if (today.length === 0 || today[0]?.why !== undefined) return today;
        const count = evaluateNumber(trigger.count, scope);
        if (count.kind !== "value") return count.kind === "absent" ? [] : [{ of: undefined, why: count }];
        const number = numberOfDays(trigger, span, scope);
        if (number.kind !== "value") return onDate(number);
        const { n, d } = count.value;
        if (d !== 1n || n < 1n) return [{ of: undefined, why: { kind: "failure", error: "undefined" } }];
        return number.value.n > 0n && number.value.n % n === 1n % n ? [{ of: undefined }] : [];
      }
      case "OnSchedule": {
        const rows = rowsOf(trigger.schedule, scope);
        if (rows.kind !== "value") return onDate(rows);
        return rows.value.filter(({ event }) => event.on === now.day).map((of) => ({ of }));
      }
      case "OnEdge": {
        const subjects = trigger.owner === undefined ? [undefined] : occurrencesOf(world, trigger.owner, now);
        return subjects.flatMap((of): Acting => {
          const holds = evaluate(trigger.condition, { ...scope, bound: of === undefined ? [] : [of] });
          if (holds.kind === "absent") return [];
          if (holds.kind === "failure") return [{ of, why: holds }];
          const key = `${index} ${of?.index}`;
          const before = this.#held.get(key) ?? false;
          this.#held.set(key, holds.value === true);
          return before !== holds.value && holds.value === (trigger.edge === "begins") ? [{ of }] : [];
        });
      }
    }
  }

  #decided(rule: PlanRule, index: number, of: Occurrence | undefined, now: Moment) {
    const scope: Scope = { world: this.#world, now, bound: of === undefined ? [] : [of] };
    const holds = rule.condition === undefined ? having(true) : evaluate(rule.condition, scope);
    if (holds.kind !== "value") {
      this.#undecided(String(index), "the condition", holds);
      return [];
    }
    const gift = holds.value === true ? rule.gives : rule.otherwise;
    const fields = new Map<string, Value>();
    for (const [name, expr] of gift?.fields ?? []) {
      const value = evaluate(expr, scope);
      if (value.kind !== "value") {
        this.#undecided(String(index), name, value);
        return [];
      }
      fields.set(name, value.value);
    }
    if (of !== undefined) this.#acted.add(`${index} ${of.index}`);
    return gift === undefined ? [] : [{ gift, fields, of }];
  }

  #give(gift: GivenEvent, fields: ReadonlyMap<string, Value>, of: Occurrence | undefined, when: Moments): Occurrence {
    const world = this.#world;
    const { day } = lastPoint(world);
    const target = gift.isFor ? of?.event.id : undefined;
    const event = { on: day, event: gift.event, id: `plan ${++this.#count}`, for: target, fields, span: gift.span };
    const occurrence: Occurrence = { index: -this.#count, event, isRefused: false, fixed: new Map() };
    // Those of the open behind one another, before all that is listed for the day; those of the close behind that.
    const isBehind = ({ event: other, index }: Occurrence) =>
      other.on > day || (other.on === day && when !== "close" && index >= 0);
    const place = world.occurrences.findIndex(isBehind);
    world.occurrences.splice(place < 0 ? world.occurrences.length : place, 0, occurrence);
    this.#effective.set(occurrence, effectiveDay(world, occurrence));
    this.found.given.push(event);
    return occurrence;
  }
}

function sharesIn(kept: Kept | undefined, now: Moment): Outcome<Exact> {
  if (kept === undefined) return having(zero);
  const outcome = restated(kept.outcome, shares, kept.at, now);
  return outcome.kind === "value" ? having(outcome.value as Exact) : outcome;
}

/** How many days of the unit there are from one on, up to today. */
function numberOfDays(
  { unit, from }: Extract<PlanRule["trigger"], { kind: "EveryDays" }>,
  span: PlanRule["span"],
  scope: Scope,
): Outcome<Exact> {
  const today: Expr = { kind: "Today", type: date, span };
  const days = { kind: "DayRange", unit, from, fromIncluded: true, to: today, toIncluded: true } as const;
  const number = evaluate({ kind: "DayFold", operation: "number", days, type: shares, span }, scope);
  return number.kind === "value" ? having(number.value as Exact) : number;
}

function mayOpenDay(world: Parameters<typeof opensDay>[0], { gives, otherwise }: PlanRule): boolean {
  return [gives, otherwise].some((it) => it !== undefined && opensDay(world, it.event));
}
