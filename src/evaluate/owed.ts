/** What is owed, or still to be done, as a replay ends. */
import type { Account } from "../core/core.ts";
import type { Exact } from "../units/exact.ts";
import { isZero, sign, toDecimalText } from "../units/exact.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { formatDate } from "../units/plain-date.ts";
import { renderValue } from "../units/render-value.ts";
import { money } from "../units/value-type.ts";
import { ledgerAt } from "./accounts.ts";
import type { Item } from "./ledger.ts";
import { unpaidOf } from "./ledger.ts";
import type { CompiledDuty } from "./machine.ts";
import { occurrencesAt } from "./occurrences.ts";
import type { Owed } from "./outcome.ts";
import { isProblem } from "./problem.ts";
import type { Replay } from "./replay.ts";
import type { Moment, Occurrence } from "./run.ts";

/** Ordered by due date, then section, then words. */
export function owedAt(replay: Replay, moment: Moment = replay.run.now): Owed[] {
  const owed = [
    ...itemsAt(replay, moment).map((item) => item.owed),
    ...replay.machine.duties.flatMap((duty) => dutiesAt(duty, moment)),
  ];
  const key = ({ due, section, text }: Owed) => `${due}|${section}|${text}`;
  return owed.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
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

/** What a duty asks at a moment: one entry for each occurrence that it is owed for and that nothing has discharged. */
export function dutiesAt({ duty, due, amount, condition }: CompiledDuty, moment: Moment): Owed[] {
  const subjects = duty.owner === undefined ? [undefined] : occurrencesAt(duty.owner, moment);
  return subjects.flatMap((occurrence) => {
    const binding = occurrence === undefined ? undefined : { occurrence, outer: undefined };
    if (condition !== undefined && condition(moment, binding) !== true) return [];
    if (isDone(duty.event, occurrence, moment)) return [];
    const day = due(moment, binding);
    const sum = amount?.(moment, binding);
    if (isProblem(day) || isProblem(sum) || (sum !== undefined && sign(sum as Exact) <= 0)) return [];
    const of = occurrence?.id === undefined ? "" : ` for ${occurrence.id}`;
    const what = sum === undefined ? (duty.event ?? duty.name) : renderValue(sum as Exact, money);
    const late = (day as PlainDate) < moment.day ? ", overdue" : "";
    return [
      {
        from: duty.party,
        to: duty.to ?? "",
        ...(sum === undefined ? {} : { amount: toDecimalText(sum as Exact), unit: "USD" }),
        due: formatDate(day as PlainDate),
        section: duty.section,
        text: `${duty.name}: ${what}${of}${late}`,
      },
    ];
  });
}

/** A duty to give an event is discharged by it: by one for the occurrence it is owed for, where it is owed for one. */
function isDone(event: string | undefined, occurrence: Occurrence | undefined, moment: Moment): boolean {
  if (event === undefined) return false;
  const given = occurrencesAt(event, moment);
  return occurrence === undefined ? given.length > 0 : given.some(({ refersTo }) => refersTo === occurrence);
}
