import { assertNever } from "../../../src/base/assert-never.ts";
import type {
  Account,
  AccountPosting,
  ApplyPayment,
  Change,
  Definition,
  Expr,
  PaymentTarget,
  Power,
  Rule,
  Schedule,
  State,
} from "../../../src/core/core.ts";
import { reckonsForward } from "../../../src/core/forward-dates.ts";
import type { DayCounting } from "../../../src/units/day-count.ts";
import { goesByPeriods, weightIn, yearBasis } from "../../../src/units/day-count.ts";
import type { Exact } from "../../../src/units/exact.ts";
import {
  add,
  compare,
  divide,
  exact,
  greater,
  isUnlimited,
  lesser,
  multiply,
  negate,
  one,
  power,
  sign,
  subtract,
  zero,
} from "../../../src/units/exact.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import { earliestDate, firstOfMonth, nextDay } from "../../../src/units/plain-date.ts";
import { shareExponent } from "../../../src/units/value-type.ts";
import type { AccountState } from "./account-state.ts";
import {
  accrue,
  byDueDate,
  charge,
  clear,
  convert,
  copyOf,
  detach,
  fallDue,
  fallDueInPart,
  isLess,
  pay,
  payAhead,
  sumOf,
  unpaidOf,
  waive,
} from "./account-state.ts";
import { happening } from "./dated-events.ts";
import { isDatedKind, kindOf, standingFor } from "./dated-kinds.ts";
import type { Scope } from "./interpret.ts";
import {
  accountAt,
  accountsHeld,
  applying,
  boundToday,
  choiceIn,
  countingOf,
  evaluate,
  evaluateDate,
  evaluateNumber,
  fallingDueToday,
  findOccurrence,
  havingState,
  isCountable,
  isOverdue,
  isState,
  lastMove,
  membersOf,
  occurrencesOf,
  reportOf,
  stateAt,
  takenValue,
  undeterminedOf,
} from "./interpret.ts";
import type { DefaultMove, Failed, Moment, NoValue, Occurrence, Outcome, Point, World } from "./world.ts";
import { absent, failure, having, momentAt, resultOf, slotOf } from "./world.ts";

/** The day on which each listed event takes effect; undefined where that can't be determined. */
export type Days = Map<Occurrence, PlainDate | undefined>;

export function effectiveDays(world: World): Days {
  return new Map(world.occurrences.map((occurrence) => [occurrence, effectiveDay(world, occurrence)]));
}

export function effectiveDay(world: World, occurrence: Occurrence): PlainDate | undefined {
  const { on, event } = occurrence.event;
  const rule = world.program.events.get(event)?.takesEffectOn;
  if (rule === undefined) return on;
  const day = evaluateDate(rule, { world, now: reportOf(occurrence), bound: [occurrence] });
  if (day.kind !== "value") occurrence.never = day;
  if (day.kind === "failure") {
    const end = reckonsForward(rule, world.program) ? day.liesAfter : undefined;
    occurrence.undeterminedFrom = end === undefined || end < on ? on : nextDay(end);
  }
  return day.kind === "value" ? (Math.max(day.value, on) as PlainDate) : undefined;
}

/** What a plan does on a day (docs/semantics.md, 12). */
export interface PlanOfDay {
  opens(): void;
  decides(): void;
  closes(): readonly Occurrence[];
  ended(): void;
}

/** One day, from its first point to what its close leaves for the next (docs/semantics.md, 7). */
export function runDay(world: World, day: PlainDate, effective: Days, plan?: PlanOfDay): void {
  openDay(world, day);
  plan?.opens();
  const isUndetermined = ({ undeterminedFrom }: Occurrence) =>
    undeterminedFrom !== undefined && undeterminedFrom <= day;
  const isOfToday = (it: Occurrence) => effective.get(it) === day || isUndetermined(it);
  const apply = (occurrence: Occurrence) => (isUndetermined(occurrence) ? mayApply : applyEvent)(world, occurrence);
  for (const occurrence of world.occurrences.filter((it) => opensDay(world, it.event.event) && isOfToday(it))) {
    apply(occurrence);
  }
  for (const occurrence of happening(world, day)) {
    if (!effective.has(occurrence)) effective.set(occurrence, occurrence.never === undefined ? day : undefined);
    apply(occurrence);
  }
  plan?.decides();
  if (plan !== undefined) addPoint(world, {});
  const reportDays = [...new Set(world.occurrences.map(({ event }) => event.on))].toSorted((a, b) => a - b);
  for (const occurrence of reportDays.flatMap((reported) => byTime(world, reported)).filter(isOfToday))
    apply(occurrence);
  if (plan !== undefined) addPoint(world, {});
  for (const occurrence of plan?.closes().filter(isOfToday) ?? []) apply(occurrence);
  addPoint(world, { ended: true });
  const firings = calendarFirings(world);
  if (firings.length > 0) changeTogether(world, firings, addPoint(world, {}));
  runRounds(world);
  takeDownEdges(world);
  plan?.ended();
}

export function opensDay(world: World, event: string): boolean {
  return world.program.events.get(event)?.opensDay === true;
}

/** What was reported on a day, but for what opens a day: each event with a time, with those without one listed behind it. */
export function byTime(world: World, day: PlainDate): Occurrence[] {
  const untimed: Occurrence[] = [];
  const timed: { readonly at: number; readonly events: Occurrence[] }[] = [];
  for (const occurrence of world.occurrences) {
    const { on, at } = occurrence.event;
    if (on !== day || opensDay(world, occurrence.event.event)) continue;
    if (isDatedKind(world.program, occurrence.event.event)) continue;
    if (at !== undefined) timed.push({ at, events: [occurrence] });
    else (timed.at(-1)?.events ?? untimed).push(occurrence);
  }
  return [...untimed, ...timed.toSorted((a, b) => a.at - b.at).flatMap(({ events }) => events)];
}

function openDay(world: World, day: PlainDate): void {
  if (world.points.length === 0) {
    world.points.push({ day, ended: false, basis: one });
    return;
  }
  const evening = lastPoint(world);
  world.points.push({ ...evening, day, ended: false });
  for (const closed of closings(world, evening)) world.accounts.push({ point: world.points.length - 1, ...closed });
}

export function lastPoint(world: World): Moment {
  return momentAt(world, world.points.length - 1);
}

function addPoint(world: World, changed: Partial<Point>): Moment {
  world.points.push({ ...lastPoint(world), ...changed });
  return lastPoint(world);
}

/** What each account is after it has taken the day in. */
function closings(world: World, evening: Moment): Closed[] {
  return accountsHeld(world).flatMap(({ name, account: { accrual }, of }): Closed[] => {
    const account = accountAt(world, name, evening, of);
    if (accrual === undefined || !isState(account)) return [];
    const become = (it: AccountState | NoValue): Closed[] => [{ name, of, account: it }];
    const unknown = (why: NoValue) => become(why.kind === "absent" ? failure("undefined") : why);
    const bound = of === undefined ? [] : [of];
    const scope = { world, now: evening, bound };
    const first = { world, now: momentAt(world, of?.appliedAt ?? 0), bound };
    const counted = countingOf(accrual, first);
    if (counted.kind !== "value") return unknown(counted);
    const dayCount = counted.value;
    if (dayCount.periods === undefined && goesByPeriods(dayCount.name)) return unknown(failure("undefined"));
    if (accrual.onEach !== undefined) {
      const counts = accrual.dayOfPayment === undefined ? having(false) : evaluate(accrual.dayOfPayment, first);
      if (counts.kind !== "value") return unknown(counts);
      const kinds = { dayCount, countsDayOfPayment: counts.value === true };
      const grown = closingOnEach(world, evening, { name, of }, account, accrual, kinds);
      return isState(grown) ? become(grown) : unknown(grown);
    }
    const from = evaluateDate(accrual.from, scope);
    if (from.kind !== "value") return unknown(from);
    const resting = () => become({ ...copyOf(account), periodStart: undefined });
    if (evening.day < from.value) return resting();
    if (accrual.condition !== undefined) {
      const condition = evaluate(accrual.condition, scope);
      if (condition.kind !== "value") return unknown(condition);
      if (condition.value !== true) return resting();
    }
    const grown = copyOf(account);
    const base = evaluateNumber(accrual.base, scope);
    if (base.kind !== "value") return unknown(base);
    const rate = evaluateNumber(accrual.rate, scope);
    if (rate.kind !== "value") return unknown(rate);
    grown.periodStart ??= evening.day;
    const amount = accrualOf(base.value, rate.value, dayCount, evening.day, grown.periodStart);
    if (amount.kind !== "value") return unknown(amount);
    if (sign(amount.value) === 0 && (sign(base.value) === 0 || sign(rate.value) === 0)) return resting();
    accrue(grown, evening.day, amount.value, undefined);
    return become(grown);
  });
}

interface Closed {
  readonly name: string;
  readonly of: Occurrence | undefined;
  readonly account: AccountState | NoValue;
}

/** The interest of one day. */
function accrualOf(base: Exact, rate: Exact, dayCount: DayCounting, day: PlainDate, start: PlainDate): Outcome<Exact> {
  if (!isCountable(dayCount, day)) return failure("missing data");
  const weight = divide(weightIn(day, nextDay(day), dayCount, start), exact(yearBasis(dayCount.name)));
  const aYear = multiply(base, rate);
  if (aYear === undefined || isUnlimited(aYear)) return failure("undefined");
  return resultOf(weight && multiply(aYear, weight));
}

/** The days from the later of two on, before `end`. */
function daysFrom(first: PlainDate, second: PlainDate, end: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = first > second ? first : second; day < end; day = nextDay(day)) days.push(day);
  return days;
}

/** What accrues on each overdue item of another account apart, where something accrues at all. */
function closingOnEach(
  world: World,
  evening: Moment,
  { name: key, of }: { readonly name: string; readonly of: Occurrence | undefined },
  account: AccountState,
  accrual: NonNullable<Account["accrual"]>,
  { dayCount, countsDayOfPayment }: { readonly dayCount: DayCounting; readonly countsDayOfPayment: boolean },
): AccountState | NoValue {
  const name = slotOf(key, of);
  const source = accountAt(world, accrual.onEach ?? "", evening, of);
  if (!isState(source)) return source;
  const scope = { world, now: evening, bound: of === undefined ? [] : [of] };
  const itemsThen = world.itemsThen.get(name) ?? 0;
  world.itemsThen.set(name, source.items.length);
  const perItem = new Map<number, (day: PlainDate) => Outcome<Exact>>();
  const daysBefore = new Map<number, PlainDate[]>();
  // On an item each day stands alone.
  const isFromStart = dayCount.name === "30/360" || dayCount.name === "30U/360";
  const onEach: DayCounting = isFromStart ? { name: "30E/360" } : dayCount;
  for (const [index, item] of source.items.entries()) {
    const open = unpaidOf(item);
    if (!isOverdue(item, evening) || sign(open) === 0) continue;
    const from = evaluateDate(accrual.from, scope);
    if (from.kind !== "value") return from;
    if (evening.day < from.value) continue;
    const condition = accrual.condition === undefined ? having(true) : evaluate(accrual.condition, scope);
    if (condition.kind !== "value") return condition;
    if (condition.value !== true) continue;
    const rate = evaluateNumber(accrual.rate, scope);
    if (rate.kind !== "value") return rate;
    if (sign(rate.value) !== 0) perItem.set(index, (day) => accrualOf(open, rate.value, onEach, day, earliestDate));
    if (index >= itemsThen) daysBefore.set(index, daysFrom(from.value, item.payableOn, evening.day));
  }
  const before = world.accruedOn.get(name) ?? new Set();
  world.accruedOn.set(name, new Set(perItem.keys()));
  const grown = copyOf(account);
  const grow = (index: number, day: PlainDate) => {
    const amount = perItem.get(index)?.(day) ?? having(zero);
    if (amount.kind === "value" && sign(amount.value) !== 0) accrue(grown, day, amount.value, index);
    return amount.kind === "value" ? undefined : amount;
  };
  const [indices, tomorrow] = [[...perItem.keys()], nextDay(evening.day)];
  const today = countsDayOfPayment ? indices.filter((index) => !before.has(index)) : indices;
  for (const index of today) {
    for (const day of [...(daysBefore.get(index) ?? []), evening.day]) {
      const problem = grow(index, day);
      if (problem !== undefined) return problem;
    }
  }
  for (const index of countsDayOfPayment ? indices : []) {
    const problem = grow(index, tomorrow);
    if (problem !== undefined) return problem;
  }
  return grown;
}

// ---------------------------------------------------------------- events

function applyEvent(world: World, occurrence: Occurrence): void {
  const { program } = world;
  const before = lastPoint(world);
  const { for: named } = occurrence.event;
  const target = named === undefined ? undefined : world.occurrences.find(({ event }) => event.id === named);
  const isNever = named !== undefined && target === undefined && kindOf(world, named) && !standingFor(world, named);
  if (target?.isRefused || isNever) {
    occurrence.isRefused = true;
    return;
  }
  occurrence.appliedAt = before.point;
  const scope = { world, now: before, bound: [occurrence] };
  const power = program.powers.get(occurrence.event.event);
  if (power !== undefined) {
    const conditions = power.conditions.map(({ condition }) => evaluate(condition, scope));
    if (conditions.some((it) => it.kind === "value" && it.value === false)) {
      occurrence.isRefused = true;
      return;
    }
    const open = conditions.find((it) => it.kind !== "value");
    const spoiled = (open as NoValue | undefined) ?? target?.spoiled;
    if (spoiled !== undefined) occurrence.spoiled = spoiled;
    else if (power.giving !== undefined) occurrence.given = { key: power.giving, outcome: given(power, scope) };
  } else if (target?.spoiled !== undefined) occurrence.spoiled = target.spoiled;
  for (const definition of fixedOf(world, occurrence)) takenValue(definition, occurrence, scope);
  const rules = program.rules.filter(
    (it) => it.trigger.kind === "Event" && it.trigger.event === occurrence.event.event,
  );
  const adjustment = program.shareAdjustments.get(occurrence.event.event);
  const ratio = adjustment && (occurrence.spoiled ?? evaluateNumber(adjustment.ratio, scope));
  const after = addPoint(world, ratio === undefined ? {} : shareBasis(before, ratio));
  if (occurrence.spoiled === undefined) {
    occurrence.countsFrom = after.point;
    world.applied.push(occurrence);
  } else occurrence.mayCountFrom = after.point;
  const firings = rules.map((rule) => ({ rule, bound: [occurrence], spoiled: occurrence.spoiled }));
  changeTogether(world, firings, after, ratio);
}

function shareBasis({ basis }: Moment, ratio: Outcome<Exact>): Partial<Point> {
  if (ratio.kind !== "value") return { lost: { why: ratio } };
  const isRatio = sign(ratio.value) > 0 && !isUnlimited(ratio.value);
  return isRatio ? { basis: multiply(basis, ratio.value) ?? basis } : { lost: { why: failure("undefined") } };
}

/** What an event would change is unknown on a day on which it may take effect. */
function mayApply(world: World, occurrence: Occurrence): void {
  const { program } = world;
  const before = lastPoint(world);
  const why = failure(occurrence.never?.kind === "failure" ? occurrence.never.error : "undefined");
  const isMeant = ({ trigger }: Rule) => trigger.kind === "Event" && trigger.event === occurrence.event.event;
  const firings = mayFire(world, program.rules.filter(isMeant), [occurrence], why);
  const restated = program.shareAdjustments.has(occurrence.event.event)
    ? statesHeld(world).filter(
        ({ state, of }) => state.isRestated && stateAt(world, state.key, before, of).kind !== "failure",
      )
    : [];
  const after = addPoint(world, program.shareAdjustments.has(occurrence.event.event) ? { lost: { why } } : {});
  for (const { state, of } of restated) world.states.push({ point: after.point, name: state.key, of, outcome: why });
  changeTogether(world, firings, after);
}

/** Rules that may fire, for as long as there is something left of what they change that can be determined. */
function mayFire(world: World, rules: readonly Rule[], bound: readonly Occurrence[], why: Failed): Firing[] {
  const now = lastPoint(world);
  const isKnown = (state: string, of?: Occurrence) => stateAt(world, state, now, of).kind !== "failure";
  const isTold = (name: string, of?: Occurrence) => {
    const account = accountAt(world, name, now, of);
    return isState(account) || account.kind === "absent";
  };
  const isOpen = (change: Change, rule: Rule): boolean => {
    const targets = change.kind === "ApplyPayment" ? change.targets : [change];
    return targets.some((it) =>
      changedBy(it, rule, { world, now, bound }, why).some(({ of }) =>
        "state" in it ? isKnown(it.state, of) : isTold(it.account, of),
      ),
    );
  };
  return rules
    .filter((rule) => rule.changes.some((change) => isOpen(change, rule)))
    .map((rule) => ({ rule, bound, spoiled: failure(why.error) }));
}

/** Every state of the note, and that of each event that has one. */
function statesHeld(world: World): { readonly state: State; readonly of: Occurrence | undefined }[] {
  return [...world.program.states.values()].flatMap((state) => {
    const having = state.owner === undefined ? [undefined] : havingState(world, state.key);
    return having.map((of) => ({ state, of }));
  });
}

/** What a change is of: the event that has the state or account, if any; what is bound for the value; why it may not be. */
interface ChangedBy {
  readonly of: Occurrence | undefined;
  readonly scope: Scope;
  readonly spoiled: NoValue | undefined;
}

function changedBy(
  { of, ...changed }: Exclude<Change, ApplyPayment> | PaymentTarget,
  { trigger }: Rule,
  scope: Scope,
  spoiled: NoValue | undefined,
): ChangedBy[] {
  const { world, now, bound } = scope;
  if (of === undefined) return [{ of, scope, spoiled }];
  const held =
    "state" in changed
      ? havingState(world, changed.state)
      : applying(world, world.program.accounts.get(changed.account)?.owner);
  const hasHead = trigger.kind === "Edge" ? trigger.owner !== undefined : trigger.kind !== "Calendar";
  if (spoiled !== undefined && hasHead && bound.length === 0) return held.map((it) => ({ of: it, scope, spoiled }));
  if (of.kind === "Each") {
    return occurrencesOf(world, of.event, now).flatMap((it): ChangedBy[] => {
      const inner = { ...scope, bound: [it, ...bound] };
      const holds = of.where === undefined ? having(true) : evaluate(of.where, inner);
      if (holds.kind !== "value") return [{ of: it, scope: inner, spoiled: spoiled ?? holds }];
      return holds.value === true ? [{ of: it, scope: inner, spoiled }] : [];
    });
  }
  const found = findOccurrence(of.event.of, scope);
  if (found.kind === "absent") return [];
  if (found.kind === "failure") return held.map((it) => ({ of: it, scope, spoiled: spoiled ?? found }));
  return held.includes(found.value) ? [{ of: found.value, scope, spoiled }] : [];
}

function fixedOf(world: World, { event }: Occurrence): Definition[] {
  return [...world.program.definitions.values()].filter((it) => it.isFixed && it.owner === event.event);
}

/** What is asked for, or what the least of the limits leaves of it. */
function given({ askingFor, limits, beyond }: Power, scope: Scope): Outcome {
  if (askingFor === undefined) throw new Error("a power that gives nothing");
  const asked = evaluateNumber(askingFor, scope);
  if (asked.kind !== "value") return asked;
  let least: Exact | undefined;
  for (const limit of limits) {
    const value = evaluateNumber(limit, scope);
    if (value.kind !== "value") return value;
    least = least === undefined ? value.value : lesser(least, value.value);
  }
  if (least === undefined || compare(asked.value, least) <= 0) return asked;
  const choice = beyond.reading === undefined ? undefined : beyond.rules.get(choiceIn(scope.world, beyond.reading));
  return having((choice ?? beyond.otherwise) === "void" ? zero : greater(zero, least));
}

// ---------------------------------------------------------------- the end of a day

function calendarFirings(world: World): Firing[] {
  const now = lastPoint(world);
  return world.program.rules.flatMap((rule) => {
    const { trigger } = rule;
    if (trigger.kind !== "Calendar" && trigger.kind !== "Schedule") return [];
    const fired = boundToday(trigger, { world, now, bound: [] });
    if (fired.kind === "failure") {
      const isForward =
        trigger.kind === "Schedule"
          ? isCountedForward(world.program.schedules.get(trigger.schedule)?.dates)
          : reckonsForward(trigger.date, world.program);
      const isLater = fired.liesAfter !== undefined && now.day <= fired.liesAfter && isForward;
      // Where no date is known, nothing is bound for the condition.
      const { condition: _, ...unconditional } = rule;
      const may = trigger.kind === "Schedule" ? unconditional : rule;
      return fired.isBeforeData || isLater ? [] : mayFire(world, [may], [], fired);
    }
    return fired.kind === "value" ? fired.value.map((bound) => ({ rule, bound })) : [];
  });
}

/** Joined dates may be any days. */
function isCountedForward(dates: Schedule["dates"] | undefined): boolean {
  return dates?.made === "by cycle" && (dates.moved === undefined || dates.moved.relation === "on or after");
}

function runRounds(world: World): void {
  const day = lastPoint(world).day;
  const morning = world.points.findIndex((it) => it.day === day);
  const fired = new Set<string>();
  for (;;) {
    const now = lastPoint(world);
    const moves = defaultMoves(world, now).filter(
      (move) =>
        !world.moves.some(
          (made) =>
            made.point >= morning &&
            made.defaultCondition === move.defaultCondition &&
            made.occurrence === move.occurrence &&
            made.move === move.move,
        ),
    );
    const firings = moves.length > 0 ? [] : edgeFirings(world, now, fired);
    if (moves.length === 0 && firings.length === 0) return;
    for (const { rule, bound } of firings) fired.add(`${rule.id} ${bound[0]?.index}`);
    const after = addPoint(world, {});
    for (const move of moves) world.moves.push({ ...move, point: after.point });
    changeTogether(world, firings, after);
  }
}

function defaultMoves(world: World, now: Moment): DefaultMove[] {
  return membersOf(world, now, world.program.defaultConditions).flatMap(({ defaultCondition, occurrence }) => {
    const scope = { world, now, bound: occurrence === undefined ? [] : [occurrence] };
    const made = lastMove(world, defaultCondition, occurrence, now);
    const last = made?.move;
    const hasOccurred = last === "occurs" || last === "occurs unseen";
    const hasFailed = last === "is unknown" && made?.unknown?.kind === "failure";
    const isPending = last === "is pending" || (hasFailed && made?.isPending === true);
    const isUndetermined = hasFailed && !isPending;
    const make = (move: DefaultMove["move"]) => [
      { defaultCondition, occurrence, move, day: now.day, point: now.point },
    ];
    const makeWith = (move: DefaultMove["move"], unknown: NoValue | undefined) => [
      { ...make(move)[0], unknown } as DefaultMove,
    ];
    if (hasOccurred && defaultCondition.ends === "never") return [];
    const condition = evaluate(defaultCondition.condition, scope);
    const isKept = condition.kind === "failure" && condition.isBetweenPrices === true && !isUndetermined;
    const holds = isKept ? having(hasOccurred || isPending) : condition;
    if (holds.kind === "absent") return last === "is unknown" ? [] : makeWith("is unknown", holds);
    if (holds.kind === "failure") return isUndetermined ? [] : makeWith("is unknown", holds);
    if (holds.value !== true) {
      if (hasOccurred) return make("ends");
      if (hasFailed && defaultCondition.ends === "never") return [];
      return last === "is pending" || last === "is unknown" ? make("clears") : [];
    }
    if (hasOccurred) return [];
    const { deadline } = defaultCondition;
    const day = deadline === undefined ? having(now.day) : evaluateDate(deadline, scope);
    if (day.kind === "failure") {
      return hasFailed ? [] : makeWith("is unknown", day).map((it) => ({ ...it, isPending: true }));
    }
    const hasRunOut = day.kind === "value" && day.value <= now.day;
    if (isUndetermined) return hasRunOut ? makeWith("occurs unseen", made?.unknown) : [];
    if (hasRunOut) return make("occurs");
    return last === "is pending" ? [] : make("is pending");
  });
}

/** Edge rules that fire, or may, and have not today. */
function edgeFirings(world: World, now: Moment, fired: ReadonlySet<string>): Firing[] {
  return world.program.rules.flatMap((rule): Firing[] => {
    const { trigger } = rule;
    if (trigger.kind !== "Edge") return [];
    const undetermined = trigger.owner === undefined ? undefined : undeterminedOf(world, trigger.owner, now);
    const maybe =
      undetermined === undefined || fired.has(`${rule.id} undefined`)
        ? []
        : mayFire(world, [rule], [], undetermined).map((it) => ({ ...it, isUnconditional: true }));
    const known = ownersOf(world, rule, now).flatMap((bound) => {
      if (fired.has(`${rule.id} ${bound[0]?.index}`)) return [];
      const wanted = trigger.edge === "begins";
      const held = world.held.get(heldKey(rule, bound)) ?? false;
      const holds = evaluate(trigger.condition, { world, now, bound });
      if (holds.kind === "failure") {
        if (holds.isBetweenPrices || held === wanted) return [];
        // It may begin in a later round too, so a further condition that is not true leaves it open.
        const further = rule.condition === undefined ? having(true) : evaluate(rule.condition, { world, now, bound });
        return further.kind === "value" && further.value !== true ? [] : mayFire(world, [rule], bound, holds);
      }
      if (holds.kind !== "value" || holds.value !== wanted || held === wanted) return [];
      return typeof held === "object" ? mayFire(world, [rule], bound, held) : [{ rule, bound }];
    });
    return [...maybe, ...known];
  });
}

/** Without an owner a condition has nothing bound; else it is looked at for each occurrence that counts. */
function ownersOf(world: World, { trigger }: Rule, now: Moment): readonly Occurrence[][] {
  if (trigger.kind !== "Edge") return [];
  return trigger.owner === undefined ? [[]] : occurrencesOf(world, trigger.owner, now).map((it) => [it]);
}

const heldKey = ({ id }: Rule, bound: readonly Occurrence[]) => `${id} ${bound[0]?.index}`;

/** As the day ends: how each condition stands, or why that is unknown. Before it was looked at, nothing held. */
function takeDownEdges(world: World): void {
  const now = lastPoint(world);
  for (const rule of world.program.rules) {
    if (rule.trigger.kind !== "Edge") continue;
    for (const bound of ownersOf(world, rule, now)) {
      const key = heldKey(rule, bound);
      const holds = evaluate(rule.trigger.condition, { world, now, bound });
      const isKept = holds.kind === "failure" && (holds.isBetweenPrices || typeof world.held.get(key) === "object");
      if (!isKept)
        world.held.set(key, holds.kind === "failure" ? holds : holds.kind === "value" && holds.value === true);
    }
  }
}

// ---------------------------------------------------------------- changes made together

interface Firing {
  readonly rule: Rule;
  readonly bound: readonly Occurrence[];
  readonly spoiled?: NoValue | undefined;
  readonly isUnconditional?: boolean;
}

/** One change that is to be made, with what its rule's condition says. */
interface Pending {
  readonly change: Change;
  readonly rule: Rule;
  readonly scope: Scope;
  readonly spoiled: NoValue | undefined;
  /** The event whose state or account is changed, where it is that of one. */
  readonly of?: Occurrence | undefined;
}

/** Works everything out in the state before and writes it at the point after. */
function changeTogether(world: World, firings: readonly Firing[], after: Moment, ratio?: Outcome<Exact>): void {
  const last = Math.max(0, ...firings.flatMap(({ rule }) => rule.changes.map(stageOf)));
  const conditions = new Map<Firing, Outcome>();
  changeStage(world, firings, { stage: 0, conditions }, after, ratio);
  for (let stage = 1; stage <= last; stage++) {
    changeStage(world, firings, { stage, conditions }, addPoint(world, {}), undefined);
  }
}

const stageOf = ({ stage = 0 }: Change) => stage;

/** The changes of one stage, in the state before it. The condition of a rule is that of the first stage that it has. */
function changeStage(
  world: World,
  firings: readonly Firing[],
  { stage, conditions }: { readonly stage: number; readonly conditions: Map<Firing, Outcome> },
  after: Moment,
  ratio: Outcome<Exact> | undefined,
): void {
  const before = momentAt(world, after.point - 1);
  const pending = firings.flatMap((firing): Pending[] => {
    const { rule, bound, spoiled, isUnconditional } = firing;
    const changes = rule.changes.filter((change) => stageOf(change) === stage);
    if (changes.length === 0) return [];
    const scope = { world, now: before, bound };
    const evaluated = () =>
      rule.condition === undefined || isUnconditional ? having(true) : evaluate(rule.condition, scope);
    const condition = conditions.get(firing) ?? evaluated();
    conditions.set(firing, condition);
    if (condition.kind === "value" && condition.value !== true) return [];
    const open = spoiled ?? (condition.kind === "value" ? undefined : condition);
    return changes.flatMap((change): Pending[] => {
      if (change.kind === "ApplyPayment") return [{ change, rule, scope, spoiled: open }];
      return changedBy(change, rule, scope, open).map((it) => ({ change, rule, ...it }));
    });
  });
  const batch = new Batch(world, before);
  const postings = pending.flatMap((it) => (it.change.kind === "AccountPosting" ? [postingOf(it, it.change)] : []));
  const ordered = postings.toSorted(inOrder);
  for (const verb of ["waive", "convert", "charge", "fall due"] as const) {
    for (const it of ordered) if (it.change.verb === verb) batch.post(it);
  }
  const payments = pending.flatMap((it) => (it.change.kind === "ApplyPayment" ? [paymentOf(it, it.change)] : []));
  for (const it of payments.toSorted(inOrderOfPayment)) batch.pay(it);
  for (const it of ordered) if (it.change.verb === "clear") batch.post(it);
  for (const it of pending) batch.note(it);
  batch.write(after, ratio);
}

/** One posting with what it says, calculated in the state before. */
interface Posting {
  readonly change: AccountPosting;
  readonly of: Occurrence | undefined;
  readonly today: PlainDate;
  readonly spoiled: NoValue | undefined;
  readonly month: Outcome<PlainDate> | undefined;
  readonly dueOn: Outcome<PlainDate> | undefined;
  readonly payableOn: Outcome<PlainDate> | undefined;
  readonly amount: Outcome<Exact> | undefined;
}

function postingOf({ scope, spoiled, of }: Pending, change: AccountPosting): Posting {
  const read = <T>(expr: Expr | undefined) =>
    expr === undefined || spoiled !== undefined ? undefined : (evaluate(expr, scope) as Outcome<T>);
  return {
    change,
    of,
    today: scope.now.day,
    spoiled,
    month: read<PlainDate>(change.monthOf),
    dueOn: read<PlainDate>(change.dueOn),
    payableOn: read<PlainDate>(change.payableOn),
    amount: read<Exact>(change.amount),
  };
}

interface Payment {
  readonly targets: readonly Paid[];
  readonly money: Outcome<Exact>;
}

/** A target with the events of which it is; with none, it is of the note. */
interface Paid {
  readonly target: PaymentTarget;
  readonly paid: readonly ChangedBy[];
}

function paymentOf({ scope, spoiled, rule }: Pending, change: ApplyPayment): Payment {
  const targets = change.targets.map((target) => ({ target, paid: changedBy(target, rule, scope, spoiled) }));
  return { targets, money: spoiled ?? evaluateNumber(change.amount, scope) };
}

/** Money that can be paid: never less than none, and not without limit. */
function usable(money: Exact): Outcome<Exact> {
  return isUnlimited(money) ? failure("undefined") : having(greater(zero, money));
}

/** A part falls due before the rest; of one month before all, the earlier first; then the earlier dates, one before none; then the smaller amount. */
function inOrder(a: Posting, b: Posting): number {
  const month = (it: Posting) => (it.month?.kind === "value" ? having(firstOfMonth(it.month.value)) : it.month);
  return (
    Number(a.amount === undefined) - Number(b.amount === undefined) ||
    firstOf(month(a), month(b)) ||
    firstOf(a.dueOn, b.dueOn) ||
    firstOf(a.payableOn, b.payableOn) ||
    firstOf(a.amount, b.amount)
  );
}

/** The smaller first; one that can't be determined might come before any. */
function inOrderOfPayment({ money: a }: Payment, { money: b }: Payment): number {
  return Number(a.kind === "value") - Number(b.kind === "value") || firstOf(a, b);
}

/** The lesser first, what is there before what is not. */
function firstOf<T extends Exact | PlainDate>(a: Outcome<T> | undefined, b: Outcome<T> | undefined): number {
  const [left, right] = [a?.kind === "value" ? a.value : undefined, b?.kind === "value" ? b.value : undefined];
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  if (typeof left === "object" && typeof right === "object") return compare(left, right);
  return Number(left) - Number(right);
}

class Batch {
  readonly #world: World;
  readonly #before: Moment;
  readonly #accounts = new Map<string, AccountState | NoValue>();
  /** What is set, and what is added, to each state. */
  readonly #sets = new Map<string, Outcome[]>();
  readonly #additions = new Map<string, Outcome<Exact>[]>();
  /** What payments take from each state. */
  readonly #payments = new Map<string, Outcome<Exact>[]>();
  /** The account and the event of each that was touched. */
  readonly #touched = new Map<string, { readonly name: string; readonly of: Occurrence | undefined }>();

  constructor(world: World, before: Moment) {
    this.#world = world;
    this.#before = before;
  }

  note({ change, scope, spoiled, of }: Pending): void {
    switch (change.kind) {
      case "SetState":
        this.#put(this.#sets, slotOf(change.state, of), spoiled ?? evaluate(change.value, scope));
        return;
      case "ClearState":
        this.#put(this.#sets, slotOf(change.state, of), spoiled ?? absent);
        return;
      case "AddToState": {
        const value = spoiled ?? evaluateNumber(change.value, scope);
        const signed = value.kind !== "value" || change.sign === 1 ? value : resultOf(negate(value.value));
        this.#put(this.#additions, slotOf(change.state, of), signed);
        return;
      }
      case "AccountPosting":
      case "ApplyPayment":
        return;
      default:
        assertNever(change);
    }
  }

  post({ change, of, today, ...parts }: Posting): void {
    const account = this.#account(change.account, of);
    if (!isState(account)) return;
    const spoil = (by: NoValue) => this.#spoil(change.account, of, by);
    const amount = parts.amount ?? having(zero);
    const dueOn = parts.dueOn ?? parts.payableOn ?? having(today);
    const payableOn = parts.payableOn ?? dueOn;
    const month: Outcome<PlainDate | undefined> = parts.month ?? having(undefined);
    if (parts.spoiled !== undefined) {
      spoil(parts.spoiled);
      return;
    }
    if (amount.kind !== "value") {
      spoil(amount);
      return;
    }
    if (dueOn.kind !== "value") {
      spoil(dueOn);
      return;
    }
    if (payableOn.kind !== "value") {
      spoil(payableOn);
      return;
    }
    if (month.kind !== "value") {
      spoil(month);
      return;
    }
    if (isUnlimited(amount.value)) {
      spoil(failure("undefined"));
      return;
    }
    const latest = (payableOn.value < today ? today : payableOn.value) as PlainDate;
    const due = (dueOn.value < latest ? dueOn.value : latest) as PlainDate;
    switch (change.verb) {
      case "waive":
        waive(account, month.value);
        return;
      case "convert":
        convert(account, greater(zero, amount.value));
        return;
      case "charge":
        charge(account, amount.value, dueOn.value, payableOn.value);
        return;
      case "fall due":
        if (change.amount !== undefined) {
          fallDueInPart(account, amount.value, { dueOn: due, payableOn: payableOn.value });
          return;
        }
        fallDue(account, {
          dueOn: due,
          payableOn: payableOn.value,
          monthOf: month.value,
          inFull: change.inFull === true,
        });
        return;
      case "clear":
        clear(account);
        return;
      default:
        assertNever(change.verb);
    }
  }

  pay({ targets, money: paid }: Payment): void {
    let money = paid.kind === "value" ? usable(paid.value) : paid;
    for (const [index, { target, paid: events }] of targets.entries()) {
      const isLast = index === targets.length - 1;
      if (target.of?.kind === "Each") money = this.#payEach(target, events, money);
      else {
        for (const { of, spoiled } of events) {
          if (spoiled !== undefined) money = spoiled;
          money =
            target.kind === "State" ? this.#payState(target.state, of, money) : this.#payOne(target, of, money, isLast);
        }
      }
    }
  }

  #payOne(
    target: Exclude<PaymentTarget, { readonly kind: "State" }>,
    of: Occurrence | undefined,
    money: Outcome<Exact>,
    isLast: boolean,
  ): Outcome<Exact> {
    if (money.kind !== "value") {
      this.#spoil(target.account, of, money);
      return money;
    }
    const { kind, account } = target;
    const rest =
      kind === "Due" && target.lateCharges !== undefined
        ? this.#payInTurn(account, target.lateCharges, of, money.value)
        : money;
    return rest.kind === "value" ? this.#payAccount(account, of, kind, rest.value, isLast) : rest;
  }

  /** One target of several events: none of them keeps what is left. */
  #payEach(target: PaymentTarget, events: readonly ChangedBy[], paid: Outcome<Exact>): Outcome<Exact> {
    const spoiled = events.find((it) => it.spoiled !== undefined)?.spoiled;
    const unknown = events.map(({ of }) => this.#open(target, of)).find((open) => open.kind !== "value");
    const money = paid.kind !== "value" ? paid : (spoiled ?? unknown ?? paid);
    if (money.kind !== "value") {
      for (const { of } of events) this.#payInto(target, of, money);
      return money;
    }
    return target.isProRata
      ? this.#payProRata(target, events, money.value)
      : this.#payInOrder(target, events, money.value);
  }

  #payInto(target: PaymentTarget, of: Occurrence | undefined, money: Outcome<Exact>): Outcome<Exact> {
    return target.kind === "State" ? this.#payState(target.state, of, money) : this.#payOne(target, of, money, false);
  }

  /** How much could be paid there. */
  #open(target: PaymentTarget, of: Occurrence | undefined): Outcome<Exact> {
    if (target.kind === "State") {
      const held = this.#heldBy(target.state, of);
      return held.kind === "value" ? having(greater(zero, held.value)) : held;
    }
    const account = this.#account(target.account, of);
    if (!isState(account)) return account;
    // So much could be paid of a copy, with more money than that.
    const { charged, inPart } = fallingDueToday(this.#world, target.account, this.#before, of);
    const parts = [...account.items, ...account.lots].map(unpaidOf);
    const plenty = sumOf([charged, inPart, ...parts].map((part) => greater(zero, part)));
    const copy = structuredClone(account);
    const rest = this.#payFrom(copy, target.account, of, target.kind, plenty, false);
    return resultOf(subtract(plenty, rest));
  }

  #payProRata(target: PaymentTarget, events: readonly ChangedBy[], money: Exact): Outcome<Exact> {
    const open = events.map(({ of }) => {
      const is = this.#open(target, of);
      return is.kind === "value" ? is.value : zero;
    });
    const whole = sumOf(open);
    const isEnough = compare(money, whole) >= 0;
    let left: Exact = money;
    for (const [index, { of }] of events.entries()) {
      const part = open[index] ?? zero;
      const share = isEnough ? part : (multiply(money, divide(part, whole) ?? zero) ?? zero);
      this.#payInto(target, of, having(share));
      left = subtract(left, share) ?? zero;
    }
    return having(isEnough ? left : zero);
  }

  /** What is due, by its date, whatever the event; then what else there is, event by event. */
  #payInOrder(target: PaymentTarget, events: readonly ChangedBy[], money: Exact): Outcome<Exact> {
    let left: Outcome<Exact> = having(money);
    if (target.kind !== "State") {
      const due = events.flatMap(({ of }) => {
        const account = this.#account(target.account, of);
        if (!isState(account)) return [];
        return account.items
          .filter(({ dueOn }) => dueOn <= this.#before.day)
          .map((item, index) => ({ account, item, index }));
      });
      let rest = money;
      for (const { account, item } of due.toSorted((a, b) => a.item.dueOn - b.item.dueOn)) {
        rest = pay(account, [item], rest);
      }
      left = having(rest);
    }
    for (const { of } of events) left = this.#payInto(target, of, left);
    return left;
  }

  #payState(state: string, of: Occurrence | undefined, money: Outcome<Exact>): Outcome<Exact> {
    const slot = slotOf(state, of);
    if (money.kind !== "value") {
      this.#put(this.#payments, slot, money);
      return money;
    }
    const owed = this.#heldBy(state, of);
    if (owed.kind !== "value") {
      this.#put(this.#payments, slot, owed);
      return owed;
    }
    const taken = greater(zero, lesser(owed.value, money.value));
    this.#put(this.#payments, slot, resultOf(negate(taken)));
    return resultOf(subtract(money.value, taken));
  }

  /** What is left in a state after what payments of this batch took from it. */
  #heldBy(state: string, of: Occurrence | undefined): Outcome<Exact> {
    let held = stateAt(this.#world, state, this.#before, of) as Outcome<Exact>;
    for (const taken of this.#payments.get(slotOf(state, of)) ?? []) {
      if (held.kind !== "value") return held;
      held = taken.kind === "value" ? resultOf(add(held.value, taken.value)) : taken;
    }
    return held;
  }

  /** Each item that is due, and after it what its late charges accrued on it. */
  #payInTurn(name: string, lateCharges: string, of: Occurrence | undefined, money: Exact): Outcome<Exact> {
    const [account, along] = [this.#account(name, of), this.#account(lateCharges, of)];
    if (!isState(account)) return account;
    if (!isState(along)) {
      this.#spoil(name, of, along);
      return along;
    }
    let rest = money;
    for (const item of byDueDate(account.items.filter(({ dueOn }) => dueOn <= this.#before.day))) {
      rest = pay(account, [item], rest);
      const lots = along.lots.filter((lot) => lot.of === account.items.indexOf(item));
      rest = pay(
        along,
        lots.toSorted((a, b) => a.month - b.month),
        rest,
      );
    }
    return having(rest);
  }

  #payAccount(
    name: string,
    of: Occurrence | undefined,
    kind: "Due" | "Account",
    money: Exact,
    isLast: boolean,
  ): Outcome<Exact> {
    const account = this.#account(name, of);
    if (!isState(account)) return account;
    return having(this.#payFrom(account, name, of, kind, money, isLast));
  }

  #payFrom(
    account: AccountState,
    name: string,
    of: Occurrence | undefined,
    kind: "Due" | "Account",
    money: Exact,
    isLast: boolean,
  ): Exact {
    const now = this.#before;
    const due = byDueDate(account.items.filter(({ dueOn }) => dueOn <= now.day));
    const later = byDueDate(account.items.filter(({ dueOn }) => dueOn > now.day));
    const lots = account.lots.toSorted((a, b) => a.month - b.month);
    const { months, apart, inPart, charged } = fallingDueToday(this.#world, name, now, of);
    const isNamed = (named: "all" | readonly PlainDate[], { month }: { readonly month: PlainDate }) =>
      named === "all" || named.includes(month);
    const kept = account.lots.filter((lot) => !isNamed(apart, lot));
    const falling = lots.filter((lot) => isNamed(months, lot) && kept.includes(lot));
    let rest = pay(account, [...due, ...falling], money);
    const coming = sumOf([charged, lesser(inPart, sumOf(kept.map(unpaidOf)))]);
    const held = greater(zero, lesser(rest, subtract(coming, account.ahead) ?? zero));
    payAhead(account, held);
    rest = subtract(rest, held) ?? zero;
    if (kind === "Due") return rest;
    rest = pay(account, [...lots, ...later], rest);
    if (!isLast || sign(rest) <= 0) return rest;
    payAhead(account, rest);
    return zero;
  }

  write(after: Moment, ratio: Outcome<Exact> | undefined): void {
    const world = this.#world;
    for (const { state, of } of statesHeld(world)) {
      const entry = { point: after.point, name: state.key, of };
      const changed = this.#newState(state.key, of);
      if (changed !== undefined) world.states.push({ ...entry, outcome: changed });
      if (ratio === undefined || !state.isRestated) continue;
      const outcome = stateAt(world, state.key, after, of);
      world.states.push({ ...entry, outcome: byRatio(outcome, ratio, shareExponent(state.type)) });
    }
    for (const [slot, account] of this.#accounts) {
      const touched = this.#touched.get(slot);
      if (touched !== undefined) world.accounts.push({ point: after.point, ...touched, account });
    }
    for (const { name, of } of accountsHeld(world)) this.#detach(name, of, after);
  }

  #newState(key: string, of: Occurrence | undefined): Outcome | undefined {
    const name = slotOf(key, of);
    const sets = this.#sets.get(name) ?? [];
    const additions = [...(this.#additions.get(name) ?? []), ...(this.#payments.get(name) ?? [])];
    if (sets.length > 1 || (sets.length > 0 && additions.length > 0)) {
      const unknown = [...sets, ...additions].find((it) => it.kind === "failure" && it.error === "missing data");
      return unknown ?? failure("conflict");
    }
    if (sets[0] !== undefined) return sets[0];
    if (additions.length === 0) return undefined;
    let result = stateAt(this.#world, key, this.#before, of) as Outcome<Exact>;
    for (const addition of additions) {
      if (result.kind !== "value") return result;
      result = addition.kind === "value" ? resultOf(add(result.value, addition.value)) : addition;
    }
    return result;
  }

  /** Where the base fell, interest on what is gone is attached to nothing any more. */
  #detach(name: string, of: Occurrence | undefined, after: Moment): void {
    const world = this.#world;
    const base = world.program.accounts.get(name)?.accrual?.base;
    if (base === undefined || world.program.accounts.get(name)?.accrual?.onEach !== undefined) return;
    const bound = of === undefined ? [] : [of];
    const was = evaluateNumber(base, { world, now: this.#before, bound });
    const is = evaluateNumber(base, { world, now: after, bound });
    const account = this.#account(name, of);
    if (was.kind !== "value" || is.kind !== "value" || !isState(account)) return;
    if (!isLess(is.value, was.value) || isUnlimited(was.value)) return;
    detach(account, was.value, is.value);
    world.accounts.push({ point: after.point, name, of, account });
    // What was calculated at this point so far may rest on the parts as they were attached before.
    world.known.clear();
  }

  /** The account as the batch leaves it so far; a copy, made when it is first touched. */
  #account(name: string, of: Occurrence | undefined): AccountState | NoValue {
    const slot = slotOf(name, of);
    const known = this.#accounts.get(slot);
    if (known !== undefined) return known;
    const account = accountAt(this.#world, name, this.#before, of);
    const copy = isState(account) ? copyOf(account) : account;
    this.#accounts.set(slot, copy);
    this.#touched.set(slot, { name, of });
    return copy;
  }

  #spoil(name: string, of: Occurrence | undefined, by: NoValue): void {
    this.#accounts.set(slotOf(name, of), by);
    this.#touched.set(slotOf(name, of), { name, of });
  }

  #put<T>(map: Map<string, T[]>, name: string, value: T): void {
    map.set(name, [...(map.get(name) ?? []), value]);
  }
}

function byRatio(outcome: Outcome, ratio: Outcome<Exact>, exponent: number): Outcome {
  if (ratio.kind !== "value") return ratio;
  if (sign(ratio.value) <= 0 || isUnlimited(ratio.value)) return failure("undefined");
  if (outcome.kind !== "value" || typeof outcome.value !== "object") return outcome;
  const factor = power(ratio.value, exponent);
  return resultOf(factor && multiply(outcome.value, factor));
}
