/** What is owed with an event, against what is owed without. Two debts that are alike are two. */
import { groupBy, listUnder } from "../../../base/group-by.ts";
import type { Exact } from "../../../units/exact.ts";
import { sign, sumOfAll } from "../../../units/exact.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import type { Replay } from "../../replay/replay.ts";
import { Failure } from "../../values/problem.ts";
import { debtOf } from "../due-totals.ts";
import type { AccountItemOwed, DutyOwed } from "../owed.ts";
import { dutiesAt, itemsAt, owedBy } from "../owed.ts";

export type OwedFact = AccountItemOwed | DutyOwed;

export interface OwedInstead {
  readonly item: OwedFact;
  /** What is owed without the event by the same clause and day, in another amount. */
  readonly instead?: OwedFact | undefined;
}

/** Amounts of one debtor to one creditor in one currency. */
export interface DebtTotal {
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  readonly amount: Exact;
}

export function owedOn(day: PlainDate, replay: Replay): OwedFact[] {
  const now = replay.run.endOf(day, replay.run.now);
  return [...itemsAt(replay, now), ...dutiesAt(replay, now).flatMap((it) => owedBy(it, now) ?? [])];
}

/** A new debt is paired with one that is gone where only the amounts differ. */
export function owedBetween(
  before: readonly OwedFact[],
  after: readonly OwedFact[],
): { readonly owed: readonly OwedInstead[]; readonly noLonger: readonly OwedFact[] } {
  const gone = withoutEach(before, after, keyOf);
  const spare = groupBy(gone.filter(hasAmount), debtKey);
  const owed = withoutEach(after, before, keyOf).map((item): OwedInstead => {
    const instead = hasAmount(item) ? spare.get(debtKey(item))?.shift() : undefined;
    return { item, instead };
  });
  const replaced = new Set(owed.map(({ instead }) => instead));
  return { owed, noLonger: gone.filter((it) => !replaced.has(it)) };
}

/** The items for which there is none among the others; each of these stands for one. */
function withoutEach<T>(items: readonly T[], others: readonly T[], key: (item: T) => string): T[] {
  const left = new Map<string, T[]>();
  for (const it of others) listUnder(left, key(it), it);
  return items.filter((it) => left.get(key(it))?.pop() === undefined);
}

const hasAmount = ({ amount }: OwedFact) => amount !== undefined && !(amount instanceof Failure);

/** The account or duty, and so the parties and the currency; the event that it is of; the clause and the day. */
function debtKey(item: OwedFact): string {
  const { payableOn } = item;
  const day = payableOn instanceof Failure ? "?" : payableOn;
  const [name, of, section] =
    item.kind === "DutyOwed"
      ? [`duty ${item.duty.name}`, item.occurrence, item.duty.section]
      : [`account ${item.account.key}`, item.of, item.section];
  return JSON.stringify([name, of?.index, of?.on, section, day]);
}

/** The same for the same thing owed in both runs: the events before the one that is supposed have one order. */
function keyOf(item: OwedFact): string {
  const { amount } = item;
  const figure = amount === undefined || amount instanceof Failure ? String(amount?.error) : `${amount.n}/${amount.d}`;
  return `${debtKey(item)} ${figure}`;
}

/** Of what is owed in place of nothing. There is no sum where an amount is unknown, or where there is but one. */
export function totalsOf(owed: readonly OwedInstead[]): DebtTotal[] {
  const debts = owed.flatMap(({ item, instead }) => (instead === undefined ? (debtOf(item) ?? []) : []));
  const groups = groupBy(debts, ({ from, to, currency }) => JSON.stringify([from, to, currency]));
  return [...groups.values()].flatMap((group): DebtTotal[] => {
    const [first] = group;
    const known = group.flatMap(({ amount }) => (amount instanceof Failure ? [] : [amount]));
    const amounts = known.filter((it) => sign(it) > 0);
    const amount = sumOfAll(amounts);
    if (first === undefined || amount === undefined || amounts.length < 2 || known.length < group.length) return [];
    const { from, to, currency } = first;
    return [{ from, to, currency, amount }];
  });
}
