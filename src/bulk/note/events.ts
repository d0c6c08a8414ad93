/** The events that a plan may give: each rule's days are the same on every path, so that each has its place beforehand. */
import { assertNever } from "../../base/assert-never.ts";
import type { GivenEvent, PlanRule } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import type { Index } from "../routine/ir.ts";
import type { Compiling } from "./compiling.ts";
import { gapIn } from "./gaps.ts";
import { isExact } from "./steady.ts";

/** One kind of event: the day of each place, and the room for what each path keeps of it. */
export interface EventPlaces {
  readonly event: string;
  readonly days: readonly number[];
  /** By place: that of the event for which it is given, or -1. */
  readonly targets: readonly number[];
  /** 1 from when it has been applied. */
  readonly applied: number;
  /** How many places have been passed by now. */
  readonly passed: Index;
  /** Where fields, fixed values and states of each are kept, by name. */
  readonly kept: Map<string, number>;
}

/** What a rule gives: where its places of a day begin and end. */
export interface Giving {
  readonly rule: PlanRule;
  readonly gives: GivenEvent;
  /** Whether it is what is given where the condition is not so. */
  readonly isOtherwise: boolean;
  readonly places: EventPlaces;
  readonly target: EventPlaces | undefined;
  readonly from: number;
  readonly end: number;
  /** The days on which it has places. */
  readonly days: ReadonlySet<number>;
  /** How many places it has on one day, at most. */
  readonly mostOfDay: number;
}

interface Draft {
  readonly rule: PlanRule;
  readonly gives: GivenEvent;
  readonly isOtherwise: boolean;
  /** Where its rule stands among the rules. */
  readonly order: number;
  /** By day: the places of what it is given for; -1 for nothing. */
  readonly fires: ReadonlyMap<number, readonly number[]>;
}

export class EventBook {
  readonly givings: readonly Giving[];
  readonly #places = new Map<string, EventPlaces>();
  readonly #compiling: Compiling;

  constructor(compiling: Compiling) {
    this.#compiling = compiling;
    const drafts: Draft[] = [];
    const dates = new Map<string, { day: number; isClose: boolean }[]>();
    for (const rule of this.#inOrder()) this.#draft(rule, dates, drafts);
    for (const event of new Set(drafts.map(({ gives }) => gives.event))) this.#place(event, drafts);
    const order = compiling.plan.rules.flatMap((rule) => drafts.filter((it) => it.rule === rule));
    this.givings = order.map((draft) => this.#giving(draft, drafts));
  }

  of(event: string): EventPlaces | undefined {
    const type = this.#compiling.program.events.get(event);
    if (type?.happens !== undefined) gapIn(this.#compiling, "an event that happens by itself", type.span);
    return this.#places.get(event);
  }
  all(): Iterable<EventPlaces> {
    return this.#places.values();
  }
  dateOf(index: number): PlainDate {
    return asPlainDate(this.#compiling.days.origin + index);
  }

  /** Room for a figure of each event of a kind. */
  roomFor(places: EventPlaces, name: string): number {
    const found = places.kept.get(name) ?? this.#compiling.builder.room(places.days.length);
    places.kept.set(name, found);
    return found;
  }

  /** Rules for each of another kind of event behind those that give it. */
  #inOrder(): readonly PlanRule[] {
    const owned = (it: PlanRule) => it.trigger.kind === "OnDate" && it.trigger.owner !== undefined;
    return [...this.#compiling.plan.rules].toSorted((a, b) => Number(owned(a)) - Number(owned(b)));
  }

  #draft(rule: PlanRule, dates: Map<string, { day: number; isClose: boolean }[]>, drafts: Draft[]): void {
    const fires =
      this.#compiling.steady.isNever(rule) && rule.otherwise === undefined ? new Map() : this.#firings(rule, dates);
    if (fires.size === 0) return;
    const given: [GivenEvent | undefined, boolean][] = [
      [rule.gives, false],
      [rule.otherwise, true],
    ];
    for (const [gives, isOtherwise] of given) {
      if (gives === undefined) continue;
      drafts.push({
        rule,
        gives,
        isOtherwise,
        fires,
        order: this.#compiling.plan.rules.indexOf(rule),
      });
      const all = drafts.filter((it) => it.gives.event === gives.event);
      const listed = placesOf(all).map(({ day, draft }) => ({
        day,
        isClose: draft.rule.decided === "at the close",
      }));
      dates.set(gives.event, listed);
    }
  }

  #firings(
    { trigger, decided, span }: PlanRule,
    dates: ReadonlyMap<string, readonly { readonly day: number; readonly isClose: boolean }[]>,
  ): Map<number, number[]> {
    const { steady, days } = this.#compiling;
    const fires = new Map<number, number[]>();
    const isOn = (test: (day: PlainDate) => boolean) => {
      for (let day = days.first; day <= days.last; day += 1) if (test(this.dateOf(day))) fires.set(day, [-1]);
    };
    const varies = () =>
      gapIn(this.#compiling, "a plan's rule whose days differ from path to path", span, this.#compiling.plan.name);
    switch (trigger.kind) {
      case "EachDay":
        isOn((day) => steady.isDay(trigger.unit, day) === true);
        return fires;
      case "OnDate": {
        if (steady.needsOf(trigger.date) === undefined) varies();
        else if (trigger.owner === undefined) isOn((day) => steady.valueOf(trigger.date, { day, bound: [] }) === day);
        else this.#firingsFor(trigger.date, decided, dates.get(trigger.owner) ?? [], fires);
        return fires;
      }
      case "EveryDays": {
        const count = steady.alwaysOf(trigger.count);
        const from = steady.alwaysOf(trigger.from);
        if (!isExact(count) || count.d !== 1n || count.n < 1n || typeof from !== "number") {
          varies();
          return fires;
        }
        let passed = 0;
        isOn((day) => {
          if (day < from || steady.isDay(trigger.unit, day) !== true) return false;
          passed += 1;
          return (passed - 1) % Number(count.n) === 0;
        });
        return fires;
      }
      case "OnSchedule":
      case "OnEdge":
        varies();
        return fires;
      default:
        return assertNever(trigger);
    }
  }

  /** For each event of the owner: the first time after it, on its date or later. */
  #firingsFor(
    date: Parameters<typeof this.firstDay>[0],
    decided: PlanRule["decided"],
    owners: readonly { readonly day: number; readonly isClose: boolean }[],
    fires: Map<number, number[]>,
  ): void {
    for (const [place, owner] of owners.entries()) {
      const isSameDay = decided === "at the close" && !owner.isClose;
      const day = this.firstDay(date, owner.day, isSameDay ? owner.day : owner.day + 1);
      if (day !== undefined) fires.set(day, [...(fires.get(day) ?? []), place]);
    }
  }

  firstDay(date: Extract<PlanRule["trigger"], { kind: "OnDate" }>["date"], owner: number, from: number) {
    const { steady, days } = this.#compiling;
    for (let day = from; day <= days.last; day += 1) {
      const found = steady.valueOf(date, {
        day: this.dateOf(day),
        bound: [this.dateOf(owner)],
      });
      if (typeof found === "number" && found <= this.dateOf(day)) return day;
    }
    return undefined;
  }

  #place(event: string, drafts: readonly Draft[]): void {
    const { builder } = this.#compiling;
    const listed = placesOf(drafts.filter(({ gives }) => gives.event === event));
    this.#places.set(event, {
      event,
      days: listed.map(({ day }) => day),
      targets: listed.map(({ target, draft }) => this.#namedTarget(draft, drafts) ?? target),
      applied: builder.room(listed.length),
      passed: builder.counter(),
      kept: new Map(),
    });
  }

  /** The place of the event for which a rule's one event is given; undefined where it is given for none that is named. */
  #namedTarget({ rule }: Draft, drafts: readonly Draft[]): number | undefined {
    const target = this.#compiling.setting.targets?.get(rule);
    if (target === undefined) return undefined;
    const listed = placesOf(drafts.filter(({ gives }) => gives.event === target.gives.event));
    return listed.findIndex(({ draft }) => draft.rule === target);
  }

  #giving(draft: Draft, drafts: readonly Draft[]): Giving {
    const { builder, days } = this.#compiling;
    const { event } = draft.gives;
    const listed = placesOf(drafts.filter(({ gives }) => gives.event === event));
    const places = this.#places.get(event);
    const from: number[] = [];
    const end: number[] = [];
    for (let day = 0; day <= days.last; day += 1) {
      const mine = [...listed.keys()].filter((it) => listed[it]?.day === day && listed[it]?.draft === draft);
      from.push(mine[0] ?? 0);
      end.push(mine.length === 0 ? 0 : (mine.at(-1) ?? 0) + 1);
    }
    const { trigger } = draft.rule;
    const named = this.#compiling.setting.targets?.get(draft.rule)?.gives.event;
    const owner = trigger.kind === "OnDate" ? (trigger.owner ?? named) : undefined;
    return {
      ...draft,
      places: places ?? noPlaces(event),
      target: owner === undefined ? undefined : this.#places.get(owner),
      days: new Set(draft.fires.keys()),
      mostOfDay: Math.max(0, ...[...draft.fires.values()].map((it) => it.length)),
      from: builder.list(from),
      end: builder.list(end),
    };
  }
}

function noPlaces(event: string): EventPlaces {
  return {
    event,
    days: [],
    targets: [],
    applied: 0,
    passed: { kind: "At", value: 0 },
    kept: new Map(),
  };
}

interface Place {
  readonly day: number;
  readonly draft: Draft;
  readonly target: number;
}

/** In the order in which they are given: by day, those of the open first, then as the rules stand. */
function placesOf(drafts: readonly Draft[]): Place[] {
  const all = drafts.flatMap((draft) =>
    [...draft.fires].flatMap(([day, targets]) => targets.map((target) => ({ day, draft, target }))),
  );
  const isClose = ({ draft }: Place) => Number(draft.rule.decided === "at the close");
  const order = ({ draft }: Place) => draft.order * 2 + Number(draft.isOtherwise);
  return all.toSorted((a, b) => a.day - b.day || isClose(a) - isClose(b) || order(a) - order(b) || a.target - b.target);
}
