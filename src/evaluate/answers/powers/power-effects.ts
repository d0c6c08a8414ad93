/**
 * What it brings to use a power: the timeline is run with its event and without, and what is owed and where the parties
 * stand is compared. Nothing is known here of what a note's powers are for.
 */
import { largest } from "../../../base/largest.ts";
import type { ScenarioEvent } from "../../../inputs/scenario.ts";
import type { Exact } from "../../../units/exact.ts";
import { equal } from "../../../units/exact.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import { asPlainDate } from "../../../units/plain-date.ts";
import type { Replay } from "../../replay/replay.ts";
import { isFigure } from "../../state/run.ts";
import { Failure } from "../../values/problem.ts";
import type { BalanceFact } from "../balance.ts";
import type { AccountItemOwed, DutyOwed } from "../owed.ts";
import { dutiesAt, itemsAt, owedBy } from "../owed.ts";
import { positionAt } from "../position.ts";
import type { PowerFact } from "./powers.ts";

export interface PowerEffect {
  /** What the event is supposed to say. */
  readonly fields: PowerFact["supposes"];
  /** The day at whose end both are looked at: the last that the event names, or on which it takes effect. */
  readonly day: PlainDate;
  /** Owed then, and not without the event. */
  readonly owed: readonly (AccountItemOwed | DutyOwed)[];
  /** Owed only without it. */
  readonly noLonger: readonly (AccountItemOwed | DutyOwed)[];
  readonly moved: readonly MovedBalance[];
  /** What may then be given for the event, as that day ends. */
  readonly powers: readonly PowerFact[];
}

/** A balance with the event, and without. */
export interface MovedBalance {
  readonly balance: BalanceFact;
  readonly before: Exact;
  readonly after: Exact;
}

/** Runs a timeline with an event behind all others, or without. */
export interface Supposing {
  readonly run: (through: PlainDate, event?: ScenarioEvent) => Replay;
  readonly powers: (on: PlainDate, event: ScenarioEvent) => readonly PowerFact[];
}

/**
 * Undefined where the event would be refused as it is supposed. Where it leaves something open, only what would be owed for
 * it is looked for, as of the day itself.
 */
export function effectOf(fact: PowerFact, on: PlainDate, supposing: Supposing): PowerEffect | undefined {
  const { event, of, supposes: fields, effectiveOn = on, failed, unknown, lacksTarget, bounds, asks } = fact;
  if (failed.length > 0 || unknown !== undefined || lacksTarget) return undefined;
  if (fields.size < bounds.length) {
    const nothing = { noLonger: [], moved: [], powers: [] };
    return asks.length === 0 ? undefined : { ...nothing, fields: new Map(), day: on, owed: asks };
  }
  if (of !== undefined && of.id === undefined) return undefined;
  const days = [...fields.values()].filter((it) => typeof it === "number");
  const day = asPlainDate(largest(days, effectiveOn));
  const given = { on, event: event.name, for: of?.id, fields, span: fact.power.span };
  const after = supposing.run(day, given);
  const supposed = after.occurrences.findLast((it) => it.type === event && it.on === on);
  if (supposed?.appliedAt === undefined || supposed.undecided !== undefined) return undefined;
  const before = supposing.run(day);
  const [owed, otherwise] = [owedOn(day, after), owedOn(day, before)];
  return {
    fields,
    day,
    owed: lacking(owed, otherwise),
    noLonger: lacking(otherwise, owed),
    moved: movedBetween(before, after, day),
    powers: supposing.powers(day, given).filter((it) => it.of?.type === event && it.of.index === supposed.index),
  };
}

function lacking(items: readonly (AccountItemOwed | DutyOwed)[], others: readonly (AccountItemOwed | DutyOwed)[]) {
  const keys = new Set(others.map(keyOf));
  return items.filter((it) => !keys.has(keyOf(it)));
}

function owedOn(day: PlainDate, replay: Replay): (AccountItemOwed | DutyOwed)[] {
  const now = replay.run.endOf(day, replay.run.now);
  return [...itemsAt(replay, now), ...dutiesAt(replay, now).flatMap((it) => owedBy(it, now) ?? [])];
}

/** The same for the same thing owed in both runs: the events before the one that is supposed have one order. */
function keyOf(item: AccountItemOwed | DutyOwed): string {
  const { amount, payableOn } = item;
  const figure = amount === undefined || amount instanceof Failure ? String(amount?.error) : `${amount.n}/${amount.d}`;
  const day = payableOn instanceof Failure ? "?" : payableOn;
  const [name, of] =
    item.kind === "DutyOwed" ? [`duty ${item.duty.name}`, item.occurrence] : [item.account.key, item.of];
  return JSON.stringify([name, of?.index, of?.on, figure, day]);
}

function movedBetween(before: Replay, after: Replay, day: PlainDate): MovedBalance[] {
  const old = new Map(positionAt(before, day).balances.map((it) => [balanceKey(it), it.answer.result]));
  return positionAt(after, day).balances.flatMap((balance) => {
    const [was, is] = [old.get(balanceKey(balance)), balance.answer.result];
    if (was === undefined || !isFigure(was) || !isFigure(is) || equal(was, is)) return [];
    return [{ balance, before: was, after: is }];
  });
}

const balanceKey = ({ role, answer, of }: BalanceFact) => JSON.stringify([role.name, answer.query.value, of?.index]);
