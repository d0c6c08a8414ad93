/**
 * Interest that is to be paid before the day through which it is calculated, as where a day of payment moves back to a business
 * day: what is ahead is charged on the day of payment, and these days accrue no more.
 */
import { date, money, yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";
import { chargedInTime } from "./early-charges.ts";
import type { Known } from "./early-days.ts";
import { all, dateOfRow, goesByData, is, isNot, isNotBefore, isSet, ofNextRow, today } from "./early-days.ts";
import type { RuleBody } from "./rules.ts";

/** The rules and accounts of a note, with what makes interest payable in time. */
export function withEarlyPayments(
  rules: readonly RuleBody[],
  accounts: readonly core.Account[],
  known: Known,
): { readonly rules: readonly RuleBody[]; readonly accounts: readonly core.Account[] } {
  const added: RuleBody[] = [];
  const changed = accounts.map((account): core.Account => {
    const { accrual } = account;
    if (accrual === undefined || accrual.onEach !== undefined || account.owner !== undefined) return account;
    const early = rules.flatMap((rule) => rule.changes.flatMap((change) => earlyIn(rule, change, account.key, known)));
    if (early.length === 0) return account;
    added.push(...early.map((it) => paidInTime(it, accrual)));
    const runs = [...(accrual.condition ? [accrual.condition] : []), ...early.map(({ isAhead }) => isNot(isAhead))];
    return { ...account, accrual: { ...accrual, condition: all(runs, account) } };
  });
  return { rules: [...rules.flatMap((rule) => chargedInTime(rule, known)), ...added], accounts: changed };
}

/** A posting of a rule whose day of payment may come before the rule's own day. */
interface Early {
  readonly rule: RuleBody;
  readonly posting: core.AccountPosting;
  /** The rule's next day, and what the posting then says, as of today. */
  readonly day: core.Expr;
  readonly paidOn: core.Expr;
  readonly dueOn: core.Expr | undefined;
  readonly condition: core.Expr | undefined;
  /** Whether the day of payment has come, and the rule's day has not. */
  readonly isAhead: core.Expr;
}

function earlyIn(rule: RuleBody, change: core.Change, account: string, known: Known): Early[] {
  if (change.kind !== "AccountPosting" || change.account !== account || change.verb !== "fall due") return [];
  const { amount, monthOf, payableOn, dueOn } = change;
  const { trigger, condition } = rule;
  if (amount !== undefined || monthOf !== undefined || payableOn === undefined) return [];
  if (trigger.kind !== "Calendar" && trigger.kind !== "Schedule") return [];
  const own = trigger.kind === "Calendar" ? trigger.date : dateOfRow(trigger.schedule, change);
  if (isNotBefore(payableOn, own, known) || goesByData(own, known) || goesByData(payableOn, known, own)) return [];
  const next = <T extends core.Expr | undefined>(part: T) =>
    part === undefined || trigger.kind === "Calendar" ? part : ofNextRow(trigger.schedule, part, change);
  const [day, paidOn, holds] = [next(own), next(payableOn), next(condition)];
  const at = today(change);
  const start: core.Expr = { kind: "ReadParam", name: known.existsFrom, type: date, span: change.span };
  const hadHeld = holds && [{ kind: "AsOf", value: holds, date: paidOn, type: yesOrNo, span: change.span } as const];
  const tests = [isSet(day), isSet(paidOn), is(day, ">", at), is(paidOn, "≤", at), is(paidOn, "≥", start)];
  const isAhead = all([...tests, ...(hadHeld ?? [])], change);
  return [{ rule, posting: change, day, paidOn, dueOn: next(dueOn), condition: holds, isAhead }];
}

/** On the day of payment what has accrued falls due, and what is ahead is charged, with the amounts as they stand then. */
function paidInTime(
  { rule: { section, span }, posting, day, paidOn, dueOn, condition }: Early,
  accrual: NonNullable<core.Account["accrual"]>,
): RuleBody {
  const { stage, account, inFull } = posting;
  const from = {
    which: "greatest",
    operands: [today(posting), accrual.from].map((value) => ({ value, ifSet: false })),
  } as const;
  const interest: core.Expr = {
    ...{ kind: "Interest", rate: accrual.rate, base: accrual.base, basis: accrual.basis, type: money, span },
    ...(accrual.periods && { periods: accrual.periods }),
    days: {
      ...{ kind: "DayRange", unit: "day", from: { kind: "Extreme", ...from, type: date, span }, fromIncluded: true },
      ...{ to: day, toIncluded: false },
    },
  };
  const none: core.Expr = { kind: "Constant", value: { n: 0n, d: 1n }, type: money, span };
  const arms = accrual.condition && [{ condition: accrual.condition, value: interest }];
  const amount: core.Expr = arms ? { kind: "Case", arms, otherwise: none, type: money, span } : interest;
  const dates = { ...(dueOn && { dueOn }), payableOn: paidOn };
  const common = {
    kind: "AccountPosting",
    account,
    section,
    span: posting.span,
    ...(stage !== undefined && { stage }),
  } as const;
  return {
    section,
    span,
    trigger: {
      kind: "Calendar",
      date: { kind: "OnlyWhile", value: paidOn, condition: is(day, ">", today(posting)), type: date, span },
    },
    ...(condition && { condition }),
    changes: [
      { ...common, verb: "charge", amount, ...dates },
      { ...common, verb: "fall due", ...dates, ...(inFull && { inFull }) },
    ],
  };
}
