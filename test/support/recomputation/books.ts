/** Accounts kept once more from the movements that an explanation lists, day by day, as docs/semantics.md, 8, says. */

import { assertNever } from "../../../src/base/assert-never.ts";
import type { Exact, Operation, PlainDate, ReasonFact } from "../../../src/index.ts";
import type { AccountState, Item, Part } from "../simple-evaluator/account-state.ts";
import {
  accrue,
  byDueDate,
  charge,
  clear,
  convert,
  copyOf,
  detach,
  emptyAccount,
  fallDue,
  fallDueInPart,
  pay,
  payAhead,
  sumOf,
  unpaidOf,
  waive,
} from "../simple-evaluator/account-state.ts";
import { minus, none, order, plus } from "./fraction.ts";
import { interestOf, weightOf } from "./interest.ts";
import type { Worked } from "./values.ts";
import { figureOf, isFraction, isProblem } from "./values.ts";

type OfAccount = Extract<Operation, { kind: "account" }>;

/** An account after some of its movements. */
interface Page {
  readonly movement: ReasonFact | undefined;
  readonly account: AccountState;
  readonly point: number | undefined;
  readonly next: Map<ReasonFact, Page>;
}

export class Books {
  readonly #first: Page = { movement: undefined, account: emptyAccount, point: undefined, next: new Map() };

  /** What is measured, if each movement did to it what it is said to have done. */
  measure({ operands, day, result }: ReasonFact, { reading, hasEnded, effects }: OfAccount): Worked {
    if (isProblem(result) && reading.measure !== "first overdue") return result;
    const measured = (account: AccountState) => measure(account, reading, day, hasEnded);
    let page = this.#first;
    let was = measured(page.account);
    for (const [index, movement] of operands.entries()) {
      page = this.#after(page, movement);
      const is = measured(page.account);
      const effect = effects[index];
      const difference = minus(is, was);
      if (effect === undefined || difference === undefined || order(effect, difference) !== 0) return undefined;
      was = is;
    }
    if (reading.measure === "first overdue") return firstOverdue(page.account, day, hasEnded) ?? result;
    const sum = effects.reduce((total, one) => plus(total, one), none);
    return order(sum, was) === 0 ? sum : undefined;
  }

  /** The account after all that moved it, as an explanation of one of its measures lists it. */
  stateOf({ operands }: ReasonFact): AccountState {
    return operands.reduce((page, movement) => this.#after(page, movement), this.#first).account;
  }

  #after(page: Page, movement: ReasonFact): Page {
    const known = page.next.get(movement);
    if (known !== undefined) return known;
    const { operation } = movement;
    const point = "point" in operation ? operation.point : undefined;
    // What is attached as a batch begins is what a fall of the base takes its proportion of.
    const isNewBatch = point === undefined || point !== page.point;
    const account = isNewBatch ? copyOf(page.account) : structuredClone(page.account);
    move(account, movement);
    const next = { movement, account, point, next: new Map() };
    page.next.set(movement, next);
    return next;
  }
}

function move(account: AccountState, movement: ReasonFact): void {
  const { operation, operands } = movement;
  if (operation.kind === "interest") {
    for (let at = operation.first; at <= operation.last; at = (at + 1) as PlainDate) {
      const amount = interestOf({ ...operation, first: at, last: at }, operands.map(figureOf));
      if (isFraction(amount) && weightOf({ ...operation, first: at, last: at }) !== 0)
        accrue(account, at, amount, operation.of);
    }
  }
  if (operation.kind === "posting") post(account, movement, operation);
  if (operation.kind === "payment") take(account, movement, operation);
  if (operation.kind === "base fell") {
    const [was, is] = operands.map(figureOf);
    if (was !== undefined && is !== undefined) detach(account, was, is);
  }
}

function post(
  account: AccountState,
  { operands, day }: ReasonFact,
  { posting, parts }: Extract<Operation, { kind: "posting" }>,
): void {
  const read = (part: (typeof parts)[number]) => operands[parts.indexOf(part)]?.result;
  const dateOf = (part: (typeof parts)[number]) => {
    const value = read(part);
    return typeof value === "number" ? (value as PlainDate) : undefined;
  };
  const found = read("amount");
  const amount = isFraction(found) ? found : none;
  const month = dateOf("month");
  const written = dateOf("due on") ?? dateOf("payable on") ?? day;
  const payableOn = dateOf("payable on") ?? written;
  const latest = payableOn < day ? day : payableOn;
  const dueOn = written < latest ? written : latest;
  switch (posting.verb) {
    case "waive":
      waive(account, month);
      break;
    case "convert":
      convert(account, amount);
      break;
    case "charge":
      charge(account, amount, dueOn, payableOn);
      break;
    case "clear":
      clear(account);
      break;
    case "fall due":
      if (posting.amount !== undefined) fallDueInPart(account, amount, { dueOn, payableOn });
      else fallDue(account, { dueOn, payableOn, monthOf: month, inFull: posting.inFull === true });
      break;
    default:
      assertNever(posting.verb);
  }
}

/** What a payment took, spread over what is due, what accrues and what is due later. */
function take(
  account: AccountState,
  { result, day }: ReasonFact,
  { part }: Extract<Operation, { kind: "payment" }>,
): void {
  if (!isFraction(result)) return;
  const { isInTurn, isLateCharges, ahead } = part;
  const money: Exact = minus(result, ahead) ?? none;
  const lots = account.lots.toSorted((a, b) => (isInTurn ? (a.of ?? 0) - (b.of ?? 0) : 0) || a.month - b.month);
  const due = byDueDate(account.items.filter(({ dueOn }) => dueOn <= day));
  const later = byDueDate(account.items.filter(({ dueOn }) => dueOn > day));
  const rest = pay(account, isLateCharges ? lots : [...due, ...lots, ...later], money);
  if (rest.n !== 0n) throw new Error("a payment took more than there was");
  payAhead(account, ahead);
}

function measure(
  account: AccountState,
  { measure: what, on, item, month }: OfAccount["reading"],
  day: number,
  hasEnded: boolean,
): Exact {
  const isOverdue = ({ payableOn }: Item) => payableOn < day || (payableOn === day && hasEnded);
  const unpaid = (parts: readonly Part[]) => sumOf(parts.map(unpaidOf));
  switch (what) {
    case "unpaid":
      return unpaid(item === undefined ? [...account.items, ...account.lots] : account.items.slice(item, item + 1));
    case "due":
      return unpaid(account.items.filter(({ dueOn }) => dueOn <= day));
    case "overdue":
    case "first overdue":
      return unpaid(account.items.filter(isOverdue));
    case "accruing":
      return unpaid(account.lots.filter((lot) => month === undefined || lot.month === month));
    case "paid":
      return account.paid;
    case "payable":
      return sumOf(account.items.filter(({ payableOn }) => payableOn === on).map(({ charged }) => charged));
    case "attached":
      return sumOf([...account.items, ...account.lots].map(({ attached }) => attached));
    case "attached overdue":
      return sumOf(account.items.filter(isOverdue).map(({ attached }) => attached));
    default:
      return assertNever(what);
  }
}

function firstOverdue(account: AccountState, day: number, hasEnded: boolean): PlainDate | undefined {
  const open = account.items.filter(
    (item) => (item.payableOn < day || (item.payableOn === day && hasEnded)) && unpaidOf(item).n !== 0n,
  );
  return open.map(({ payableOn }) => payableOn).toSorted((a, b) => a - b)[0];
}
