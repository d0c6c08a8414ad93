/** Does what falls due as its day ends, as if it had been done in time: amounts are paid, events are given. */
import { entryIn } from "../../base/entry-in.ts";
import { listUnder } from "../../base/group-by.ts";
import type { EventType } from "../../core/core.ts";
import { isZero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { ledgerAt } from "../compile/account-ledgers.ts";
import { unpaidOf } from "../ledger/owed.ts";
import { settle } from "../ledger/postings.ts";
import type { Replay } from "../replay/replay.ts";
import type { Occurrence } from "../state/run.ts";
import { isProblem } from "../values/problem.ts";
import { dutiesAt } from "./owed.ts";

/** Something that is to be done: what an account has payable on some days, or an event, of another where it is for one. */
export type Performance =
  /** Of an account as the run holds it. */
  | { readonly kind: "amount"; readonly account: string; readonly first: PlainDate; readonly last: PlainDate }
  | { readonly kind: "event"; readonly event: string; readonly of: number | undefined };

/** From a day on, all that falls due is done, but for one thing where there is one. */
export function doing(from: PlainDate, but: Performance | undefined): (replay: Replay) => void {
  return (replay) => {
    if (replay.run.now.day < from) return;
    payItems(replay, but);
    giveEvents(replay, but);
  };
}

function payItems({ run }: Replay, but: Performance | undefined): void {
  const { day } = run.now;
  for (const { slot } of run.accounts.values()) {
    const ledger = ledgerAt(slot, run.now);
    if (isProblem(ledger)) continue;
    const paid = settle(ledger, (item) => {
      if (item.payableOn > day || isZero(unpaidOf(item))) return false;
      return !(but?.kind === "amount" && but.account === slot && isBetween(item.payableOn, but));
    });
    if (paid === ledger) continue;
    run.advance(day, true, true);
    entryIn(run.ledgers, slot).record(run.now.point, paid);
  }
}

function isBetween(day: PlainDate, { first, last }: { readonly first: PlainDate; readonly last: PlainDate }): boolean {
  return day >= first && day <= last;
}

function giveEvents(replay: Replay, but: Performance | undefined): void {
  const { run, machine } = replay;
  for (const { duty, occurrence, day } of dutiesAt(replay, run.now)) {
    const type = duty.event === undefined ? undefined : machine.program.events.get(duty.event);
    if (type === undefined || typeof day !== "number" || day > run.now.day) continue;
    if (but?.kind === "event" && but.event === type.name && but.of === occurrence?.index) continue;
    const { point } = run.advance(run.now.day, true, true);
    const given = givenEvent(type, occurrence, run.now.day, point);
    listUnder(run.applied, type.name, given);
    if (occurrence !== undefined) listUnder(run.referring, occurrence, given);
  }
}

/** An event without fields: what it would say is not known, only that it is given. */
function givenEvent(type: EventType, refersTo: Occurrence | undefined, on: PlainDate, point: number): Occurrence {
  return {
    type,
    index: -1,
    on,
    at: undefined,
    placedAt: -1,
    id: undefined,
    refersTo,
    fields: new Map(),
    reported: new Set(),
    effectiveOn: on,
    mayCountFrom: on,
    fixedAt: point,
    appliedAt: point,
    refused: undefined,
    undecided: undefined,
    fixed: new Map(),
  };
}
