/**
 * What it brings to use a power: the timeline is run with its event and without, and what is owed and where the parties
 * stand is compared. Nothing is known here of what a note's powers are for.
 */
import { largest } from "../../../base/largest.ts";
import type { ScenarioEvent } from "../../../inputs/scenario.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import { asPlainDate } from "../../../units/plain-date.ts";
import type { Replay } from "../../replay/replay.ts";
import type { ContinuingDefault } from "../position.ts";
import { positionAt } from "../position.ts";
import type { MovedBalance } from "./moved-balances.ts";
import { continuingOnly, movedBetween } from "./moved-balances.ts";
import type { DebtTotal, OwedFact, OwedInstead } from "./owed-differences.ts";
import { owedBetween, owedOn, totalsOf } from "./owed-differences.ts";
import type { PowerFact } from "./powers.ts";

export interface PowerEffect {
  /** What the event is supposed to say. */
  readonly fields: PowerFact["supposes"];
  /** The day at whose end both are looked at: the last that the event names, or on which it takes effect. */
  readonly day: PlainDate;
  /** Owed then, and not without the event. */
  readonly owed: readonly OwedInstead[];
  /** Owed only without it, and nothing in its place. */
  readonly noLonger: readonly OwedFact[];
  /** What a party owes another only with it, where that is two amounts or more. */
  readonly totals: readonly DebtTotal[];
  readonly moved: readonly MovedBalance[];
  /** Defaults that continue only with it, and only without. */
  readonly defaults: readonly ContinuingDefault[];
  readonly noDefaults: readonly ContinuingDefault[];
  /** What may then be given for the event, as that day ends. */
  readonly powers: readonly PowerFact[];
}

/** Runs a timeline with an event behind all others, or without. */
export interface Supposing {
  readonly run: (through: PlainDate, event?: ScenarioEvent) => Replay;
  readonly powers: (on: PlainDate, event: ScenarioEvent) => readonly PowerFact[];
}

/**
 * Undefined where the event would be refused as it is supposed. Where it leaves something open, only what would be owed for
 * it is looked for, as of the day on which it would take effect.
 */
export function effectOf(fact: PowerFact, on: PlainDate, supposing: Supposing): PowerEffect | undefined {
  const { event, of, supposes: fields, effectiveOn = on, failed, unknown, lacksTarget, bounds, asks } = fact;
  if (failed.length > 0 || unknown !== undefined || lacksTarget) return undefined;
  if (fields.size < bounds.length) return asks.length === 0 ? undefined : effectLeftOpen(asks, effectiveOn);
  if (of !== undefined && of.id === undefined) return undefined;
  const days = [...fields.values()].filter((it) => typeof it === "number");
  const given = { on, event: event.name, for: of?.id, fields, span: fact.power.span };
  const named = asPlainDate(largest(days, effectiveOn));
  const after = supposing.run(named, given);
  const supposed = after.occurrences.findLast((it) => it.type === event && it.on === on);
  if (supposed?.appliedAt === undefined || supposed.undecided !== undefined) return undefined;
  // The effective day may count from what the event says; a run goes on to it by itself.
  const { effectiveOn: effective } = supposed;
  const day = typeof effective === "number" ? asPlainDate(Math.max(named, effective)) : named;
  return {
    fields,
    day,
    ...differenceOn(day, supposing.run(day), after),
    powers: supposing.powers(day, given).filter((it) => it.of?.type === event && it.of.index === supposed.index),
  };
}

function effectLeftOpen(asks: PowerFact["asks"], day: PlainDate): PowerEffect {
  const owed = asks.map((item) => ({ item }));
  const nothing = { noLonger: [], totals: [], moved: [], defaults: [], noDefaults: [], powers: [] };
  return { ...nothing, fields: new Map(), day, owed };
}

function differenceOn(day: PlainDate, before: Replay, after: Replay): Omit<PowerEffect, "fields" | "day" | "powers"> {
  const { owed, noLonger } = owedBetween(owedOn(day, before), owedOn(day, after));
  const [was, is] = [positionAt(before, day), positionAt(after, day)];
  const families = after.machine.program.askable;
  return {
    owed,
    noLonger,
    totals: totalsOf(owed),
    moved: movedBetween(was, is).filter(
      ({ before: { query } }) => families.get(query.value)?.noteLevel?.kind !== "family",
    ),
    defaults: continuingOnly(is, was),
    noDefaults: continuingOnly(was, is),
  };
}
