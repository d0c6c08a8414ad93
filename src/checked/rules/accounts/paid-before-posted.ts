import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { Checked, StatementOf } from "../../tree.ts";
import { expressionsIn } from "../../walk.ts";
import { shown } from "../../words.ts";
import { meantBy, readBy } from "../meant-by.ts";
import type { CheckRule } from "../rule.ts";

type Rule = StatementOf<"Rule">;
type Posting = Extract<Rule["changes"][number], { kind: "AccountChange" }>;

/**
 * What a rule of the calendar posts on its own day for payment on a day that may come before it: nothing is owed until then. What
 * accrues, and a charge on a date of a schedule, are posted on the day of payment where today and the market play no part in them.
 */
export const paidBeforePosted: CheckRule = (program) =>
  statementsOf(program, "Rule").flatMap(({ statement }) => {
    const { trigger } = statement;
    if (trigger.kind !== "CalendarTrigger" && trigger.kind !== "ScheduleTrigger") return [];
    const day = trigger.kind === "CalendarTrigger" ? shown(trigger.date.span) : `each of ${trigger.schedule.text}`;
    return statement.changes.flatMap((change) => {
      if (change.kind !== "AccountChange" || change.payableOn === undefined) return [];
      if (!mayComeBefore(change.payableOn, program) || isInTime(statement, change, program)) return [];
      return [diagnostic("TN4152", change.payableOn.span, { account: change.account.text, day })];
    });
  });

/** Whether it is posted on its day of payment, as the lowering of early payments makes it. */
function isInTime({ trigger, condition }: Rule, change: Posting, program: CheckedProgram): boolean {
  const { amount, date, payableOn, month, subject, each } = change;
  // Of accounts of events, all is posted on the rule's own day.
  if (subject !== undefined || each !== undefined) return false;
  const reads = (part: Checked | undefined, isSuch: (it: Checked) => boolean) =>
    part !== undefined && readBy(part, program).some(isSuch);
  if (change.verb === "is charged") {
    const goesByToday = [amount, date, payableOn].some((it) => reads(it, isOfToday) || reads(it, isOfMarket));
    return trigger.kind === "ScheduleTrigger" && condition === undefined && !goesByToday;
  }
  // A day of payment that is counted from today itself is another one each day.
  const isCountedFromToday = expressionsIn(payableOn).some(isOfToday);
  return amount === undefined && month === undefined && !isCountedFromToday && !reads(payableOn, isOfMarket);
}

const isOfToday = ({ kind }: Checked): boolean => kind === "Today";
const isOfMarket = (it: Checked): boolean => it.kind === "MarketColumn" || ("unit" in it && it.unit === "trading day");

/** A date that is moved to an earlier day, unless what is moved is such a day already. */
function mayComeBefore(date: Checked, program: CheckedProgram): boolean {
  const found = meantBy(date, program);
  if (found.kind === "Adjusted") {
    const from = meantBy(found.date, program);
    return movesBack.has(found.convention) && !("unit" in from && from.unit === found.unit);
  }
  if (found.kind === "DateStep") return found.relation === "on or before" || found.relation === "before";
  return found.kind === "DateShift" && found.direction === "before";
}

const movesBack: ReadonlySet<string> = new Set(["preceding", "modified following", "modified preceding"]);
