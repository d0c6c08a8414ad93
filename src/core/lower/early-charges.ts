/**
 * What a rule of a schedule charges for payment before the rule's own day: it is charged on the day of payment, and on its own day
 * only where it was not.
 */

import { date, yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";
import type { Known } from "./early-days.ts";
import { all, dateOfRow, goesByData, is, isNot, isNotBefore, isSet, ofNextRow, today } from "./early-days.ts";
import type { RuleBody } from "./rules.ts";

/** The rule, and beside it what it charges in time. */
export function chargedInTime(rule: RuleBody, known: Known): RuleBody[] {
  const early = rule.changes.map((change) => earlyCharge(rule, change, known));
  const rest = rule.changes.filter((_, index) => early[index] === undefined);
  const own = rest.length === 0 ? [] : [{ ...rule, changes: rest }];
  return [...own, ...early.flatMap((it) => it ?? [])];
}

/** Of a charge whose amount and days are the same whenever they are asked for, and whose rule has no further condition. */
function earlyCharge({ trigger, condition, section, span }: RuleBody, change: core.Change, known: Known) {
  if (change.kind !== "AccountPosting" || change.verb !== "charge" || trigger.kind !== "Schedule") return undefined;
  const { amount, dueOn, payableOn } = change;
  // What each event has is charged on the rule's own day.
  if (change.of !== undefined) return undefined;
  if (amount === undefined || payableOn === undefined || condition !== undefined) return undefined;
  const own = dateOfRow(trigger.schedule, change);
  if (isNotBefore(payableOn, own, known)) return undefined;
  if ([amount, payableOn, dueOn].some((part) => goesByData(part, known, own))) return undefined;
  const next = (part: core.Expr) => ofNextRow(trigger.schedule, part, change);
  const [day, paidOn] = [next(own), next(payableOn)];
  const dates = { ...(dueOn && { dueOn: next(dueOn) }), payableOn: paidOn };
  const inTime: RuleBody = {
    ...{ section, span, changes: [{ ...change, amount: next(amount), ...dates }] },
    trigger: {
      kind: "Calendar",
      date: { kind: "OnlyWhile", value: paidOn, condition: is(day, ">", today(change)), type: date, span },
    },
  };
  const wasInTime = isNot(isCharged(change, payableOn, own, day, known));
  return [{ section, span, trigger, condition: wasInTime, changes: [change] }, inTime];
}

/** Whether, on its day of payment, a row was the next one: then it was charged. */
function isCharged(
  { span }: core.AccountPosting,
  payableOn: core.Expr,
  own: core.Expr,
  day: core.Expr,
  { existsFrom }: Known,
): core.Expr {
  const start: core.Expr = { kind: "ReadParam", name: existsFrom, type: date, span };
  const dayThen: core.Expr = { kind: "AsOf", value: day, date: payableOn, type: date, span };
  const isAsBefore = is(dayThen, "=", own);
  const isBefore = all([isSet(payableOn), is(payableOn, "<", own), is(payableOn, "≥", start)], { span });
  // What was on that day is asked only where the day lies before this one.
  const no: core.Expr = { kind: "Constant", value: false, type: yesOrNo, span };
  return { kind: "Case", arms: [{ condition: isBefore, value: isAsBefore }], otherwise: no, type: yesOrNo, span };
}
