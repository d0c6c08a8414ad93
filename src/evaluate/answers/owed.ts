/** What is owed, or still to be done, as a replay ends. */
import type { Account } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { isZero, sign, toDecimalText } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import { renderValue } from "../../units/render-value.ts";
import { money } from "../../units/value-type.ts";
import { problemWords } from "../../wording/problems.ts";
import { ledgerAt } from "../compile/account-ledgers.ts";
import type { CompiledDuty } from "../compile/machine.ts";
import { hasApplied, occurrencesAt } from "../compile/occurrences.ts";
import type { Item } from "../ledger/ledger.ts";
import { unpaidOf } from "../ledger/ledger.ts";
import type { Replay } from "../replay/replay.ts";
import type { Moment, Occurrence } from "../state/run.ts";
import { bindingOf } from "../state/run.ts";
import type { Owed } from "../values/outcome.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";

/** Ordered by due date, then section, then words; what has no day that can be told comes last. */
export function owedAt(replay: Replay, moment: Moment = replay.run.now): Owed[] {
  const owed = [
    ...itemsAt(replay, moment).map((item) => item.owed),
    ...dutiesAt(replay, moment).flatMap((duty) => owedBy(duty, moment) ?? []),
  ];
  return owed.toSorted(byDueDate);
}

export function byDueDate(a: Owed, b: Owed): number {
  const key = ({ due, section, text }: Owed) => `${due ?? "later"}|${section}|${text}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

/** Unpaid items of every account at a moment. */
export function itemsAt({ machine }: Replay, moment: Moment): { account: string; fellDueOn: PlainDate; owed: Owed }[] {
  return machine.accounts.flatMap(({ account }) => {
    const ledger = ledgerAt(account.name, moment);
    if (isProblem(ledger)) return [];
    return ledger.items
      .filter((item) => !isZero(unpaidOf(item)))
      .map((item) => ({ account: account.name, fellDueOn: item.dueOn, owed: owedFor(item, account, moment) }));
  });
}

function owedFor(item: Item, { name, debtor, creditor, section }: Account, moment: Moment): Owed {
  const amount = unpaidOf(item);
  const late = item.payableOn < moment.day ? ", overdue" : "";
  return {
    from: debtor,
    to: creditor,
    amount: toDecimalText(amount),
    unit: "USD",
    due: formatDate(item.payableOn),
    section,
    text: `${name} of ${renderValue(amount, money)}${late}`,
  };
}

/** A duty as it stands, for one occurrence where it is owed for each. */
export interface StandingDuty extends CompiledDuty {
  readonly occurrence: Occurrence | undefined;
  /** The last day on which it is done in time; a failure where that, or whether it is owed, cannot be told. */
  readonly day: PlainDate | Failure;
}

/** The duties that nothing has discharged; one whose condition or day has no value is none. */
export function dutiesAt({ machine }: Replay, moment: Moment): StandingDuty[] {
  return machine.duties.flatMap((compiled) => {
    const { owner, event } = compiled.duty;
    const subjects = owner === undefined ? [undefined] : occurrencesAt(owner, moment);
    return subjects.flatMap((occurrence) => {
      if (isDone(event, occurrence, moment)) return [];
      const binding = bindingOf(occurrence);
      const holds = compiled.condition?.(moment, binding) ?? true;
      const day = holds === true ? compiled.due(moment, binding) : holds;
      if (day instanceof Absent || day === false) return [];
      return [{ ...compiled, occurrence, day: day as PlainDate | Failure }];
    });
  });
}

/** What a duty asks for, its amount as of a moment; nothing where that is nothing. */
export function owedBy({ duty, occurrence, day, amount }: StandingDuty, moment: Moment): Owed | undefined {
  const sum = amount?.(moment, bindingOf(occurrence)) as Exact | Problem | undefined;
  if (sum instanceof Absent || (sum !== undefined && !isProblem(sum) && sign(sum) <= 0)) return undefined;
  const failure = [day, sum].find((it) => it instanceof Failure);
  const of = occurrence?.id === undefined ? "" : ` for ${occurrence.id}`;
  const isTold = sum !== undefined && !isProblem(sum);
  const what = isTold ? renderValue(sum, money) : (duty.event ?? "an amount that cannot be told");
  const when = day instanceof Failure ? ", by a day that cannot be told" : day < moment.day ? ", overdue" : "";
  return {
    from: duty.party,
    to: duty.to ?? "",
    ...(isTold ? { amount: toDecimalText(sum), unit: "USD" } : {}),
    due: day instanceof Failure ? null : formatDate(day),
    section: duty.section,
    text: `${duty.name}: ${what}${of}${when}`,
    ...(failure === undefined ? {} : { because: problemWords(failure) }),
  };
}

/** A duty to give an event is discharged by it: by one for the occurrence it is owed for, where it is owed for one. */
function isDone(event: string | undefined, occurrence: Occurrence | undefined, moment: Moment): boolean {
  if (event === undefined) return false;
  if (occurrence === undefined) return occurrencesAt(event, moment).length > 0;
  const given = moment.run.referring.get(occurrence) ?? [];
  return given.some((it) => it.type.name === event && hasApplied(it, moment.point));
}
