/**
 * What rests on trading days beyond the market data: they are those of the exchange's calendar, as far as that is known. The
 * exchange may close for a day that no calendar has, so what is counted by them is only expected.
 */
import type { Change, CoreProgram, Expr } from "../../core/core.ts";
import { countsTradingDays } from "../../core/trading-days.ts";
import { isExpected } from "../../units/calendars/trading-days.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { AnswerFact } from "../answers/answer.ts";
import type { PendingGround } from "../answers/due.ts";
import type { OwedItem } from "../answers/owed.ts";
import type { Replay } from "../replay/replay.ts";
import type { Occurrence } from "../state/run.ts";
import type { ExpectedDays } from "../values/expected-days.ts";
import { Failure } from "../values/problem.ts";
import { reasonFor, reasonsOf } from "./explanation.ts";
import type { ReasonFact } from "./reason-facts.ts";

/** An answer, with what it says of trading days to come. */
export function withExpected(fact: AnswerFact, replay: Replay): AnswerFact {
  const { run } = replay;
  const expected = run.hasExpected && rests([reasonFor(fact.query, replay)], replay) ? expectedDays(replay) : undefined;
  return expected === undefined ? fact : { ...fact, expected };
}

/** What is owed likewise. */
export function owedWithExpected<T extends OwedItem | PendingGround>(item: T, replay: Replay): T {
  if (item.kind === "AccountItemOwed") {
    const { account, payableOn } = item;
    const isAhead = !(payableOn instanceof Failure) && mayRest(payableOn, account.name, replay);
    return isAhead ? { ...item, expected: expectedDays(replay) } : item;
  }
  if (item.kind === "DutyOwed") {
    // Where its day is unknown, so may be the event that it is owed for.
    const isKnown = !(item.payableOn instanceof Failure);
    return isKnown ? { ...item, ...expectedIn(item.duty.due, item.occurrence, replay) } : item;
  }
  if (item.kind !== "PendingGround") return item;
  return { ...item, ...expectedIn(item.defaultCondition.deadline, item.occurrence, replay) };
}

function expectedIn(day: Expr | undefined, occurrence: Occurrence | undefined, replay: Replay) {
  const { run } = replay;
  if (!run.hasExpected || day === undefined || !rests(reasonsOf(day, occurrence, run.now, replay), replay)) return {};
  const expected = expectedDays(replay);
  return expected && { expected };
}

function expectedDays({ run: { inputs } }: Replay): ExpectedDays | undefined {
  const { trading } = inputs;
  return trading && { calendar: trading.name, after: trading.rows?.last };
}

/**
 * Whether what changes a state or an account on a day, or is payable on it, may have that day by trading days that are only
 * expected: the day lies behind the data, and a rule that changes it counts trading days.
 */
function mayRest(day: PlainDate, name: string, { run, machine: { program } }: Replay): boolean {
  const { trading } = run.inputs;
  if (!run.hasExpected || trading === undefined || !isExpected(trading, day)) return false;
  const changing = program.rules.filter(({ changes }) => changes.some((change) => isOf(change, name, program)));
  return countsTradingDays(changing, program);
}

function isOf(change: Change, name: string, { states, accounts }: CoreProgram): boolean {
  const targets = change.kind === "ApplyPayment" ? change.targets : [change];
  return targets.some((it) => ("state" in it ? states.get(it.state) : accounts.get(it.account))?.name === name);
}

/** What has been looked through, and rests on no such day. */
const certain = new WeakSet<ReasonFact>();

function rests(facts: readonly ReasonFact[], replay: Replay): boolean {
  const seen = new Set(facts);
  for (const { operation, operands, because, name, day } of seen) {
    if (operation.kind === "expression" && operation.isExpected) return true;
    if (because.kind === "change" && mayRest(day, name, replay)) return true;
    for (const operand of operands) if (!certain.has(operand)) seen.add(operand);
  }
  for (const fact of seen) certain.add(fact);
  return false;
}
