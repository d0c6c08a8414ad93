import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { AccountDeclaration, Expression } from "../../../syntax/ast.ts";
import { date, rate } from "../../../units/value-type.ts";
import type { Part, StatementOf } from "../../tree.ts";
import { moneyOfAccount, shown } from "../../words.ts";
import { inferCounting } from "../expressions/figures.ts";
import { requireEvent } from "../expressions/folds.ts";
import type { Inference } from "../inference.ts";
import { inferCondition, inferSetKind, requireValue } from "../inference.ts";
import { requireParty } from "../parties.ts";
import type { Scope } from "../scope.ts";
import { scopeOf } from "../scope.ts";

/** Who owes what an account holds, and what accrues on it. */
export function inferAccount(account: AccountDeclaration, context: Inference): StatementOf<"AccountDeclaration"> {
  requireParty(account.debtor, context);
  requireParty(account.creditor, context);
  if (account.owner) requireEvent(account.owner, context);
  const scope = scopeOf(account.owner?.text);
  const accrual = account.accrual && inferAccrual(account.accrual, account, scope, context);
  const place = "The first day that bears interest";
  const from = account.from && inferSetKind(context, account.from, scope, date, place, "an account");
  const condition = account.condition && inferCondition(context, account.condition, scope, "an account");
  const dayOfPayment = account.dayOfPayment && inferCondition(context, account.dayOfPayment, scope, "an account");
  if (dayOfPayment && !accrual?.isOnEach) context.say(diagnostic("TN3016", dayOfPayment.span, {}));
  return {
    ...account,
    ...(accrual && { accrual }),
    ...(from && { from }),
    ...(condition && { condition }),
    ...(dayOfPayment && { dayOfPayment }),
  };
}

type Accrual = NonNullable<AccountDeclaration["accrual"]>;

function inferAccrual(accrual: Accrual, account: AccountDeclaration, scope: Scope, context: Inference): Part<Accrual> {
  const money = moneyOfAccount(account);
  const counting = inferCounting(accrual, scope, context, false);
  if (counting.periods) requireValue(context, counting.periods.anchor, "an account");
  if (accrual.isOnEach) requireOverdue(accrual.base, account, context);
  const interest = inferSetKind(context, accrual.rate, scope, rate, "The rate of an account", "an account");
  const base = inferSetKind(context, accrual.base, scope, money, "The base of an account", "an account");
  return { ...accrual, rate: interest, base, ...counting };
}

/** What accrues on each of several amounts accrues on those overdue on an account: of each event, on one of that event. */
function requireOverdue(base: Expression, { name, owner }: AccountDeclaration, context: Inference): void {
  if (base.kind !== "Measure" || base.measure !== "overdue") {
    context.say(diagnostic("TN3017", base.span, { text: shown(base.span) }));
  } else if (owner !== undefined && base.subject?.kind !== "ItsReference") {
    const facts = { name: name.text, event: owner.text, text: base.name.text };
    context.say(diagnostic("TN4162", base.span, facts));
  }
}
