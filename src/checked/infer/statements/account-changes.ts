/** What rules do to accounts, of the note and of events, and where payments go. */
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type * as written from "../../../syntax/ast.ts";
import type { Quantity, ValueType } from "../../../units/value-type.ts";
import { date } from "../../../units/value-type.ts";
import { definitionKey } from "../../ast.ts";
import type { Checked, Part, Typing } from "../../tree.ts";
import { moneyOfAccount } from "../../words.ts";
import { accountUnder, inferAccountOf, inferPostedAccount, isOfEvents } from "../expressions/accounts-of-events.ts";
import { bareOfKind, bareSymbol, wrongSort } from "../expressions/references.ts";
import type { Inference } from "../inference.ts";
import { anyMoney, inferSetKind, requireMoney, requireValue, sameType } from "../inference.ts";
import type { Scope } from "../scope.ts";
import { sayWrongUnit } from "../wrong-unit.ts";
import { inferEach, stateUnder } from "./changed-states.ts";

export function inferPosting(
  change: written.AccountChange,
  outer: Scope,
  context: Inference,
): Part<written.AccountChange> {
  const { changed, account, inner } = inferPosted({ ...change, name: change.account }, outer, context);
  const held = account ? moneyOfAccount(account) : anyMoney(context);
  const infer = <T extends ValueType>(part: written.Expression | undefined, type: T, place: string) =>
    part && inferSetKind(context, part, inner, type, place, "a posting");
  const amount = infer(change.amount, held, "What is posted to an account");
  const day = infer(change.date, date, "The day on which it falls due");
  const payableOn = infer(change.payableOn, date, "The day of payment");
  const month = infer(change.month, date, "The month that is meant");
  return {
    ...change,
    ...changed,
    ...(amount && { amount }),
    ...(day && { date: day }),
    ...(payableOn && { payableOn }),
    ...(month && { month }),
  };
}

/** The account that is changed, where it is known, and what is said behind it speaks of. */
interface Posted {
  readonly changed: Pick<Part<written.OfEvents>, "subject" | "each">;
  readonly account: written.AccountDeclaration | undefined;
  readonly inner: Scope;
}

function inferPosted(
  { name, subject, each }: written.OfEvents & { readonly name: written.Identifier },
  scope: Scope,
  context: Inference,
): Posted {
  if (each) {
    const { key, isMember, inner, ...changed } = inferEach(name, each, scope, context);
    const account = isMember ? accountUnder(key, name.span, each.owner.text, context) : undefined;
    return { changed, account, inner };
  }
  if (subject === undefined) {
    const { account } = inferAccountOf({ name }, scope, context);
    return { changed: {}, account, inner: scope };
  }
  const found = inferPostedAccount({ name, subject }, scope, context);
  return { changed: { ...(found.subject && { subject: found.subject }) }, account: found.account, inner: scope };
}

export function inferPayment(
  change: written.AppliedChange,
  scope: Scope,
  context: Inference,
): Part<written.AppliedChange> {
  const found = context.infer(change.amount, scope, anyMoney(context));
  const amount = requireMoney(context, found, "What is applied");
  requireValue(context, amount, "a payment");
  const targets = change.targets.map((target) => inferTarget(target, amount, scope, context));
  return { ...change, amount, targets };
}

function inferTarget(
  target: written.PaymentTarget,
  amount: Checked,
  scope: Scope,
  context: Inference,
): Part<written.PaymentTarget> {
  const { name, subject, each, isProRata } = target;
  if (isProRata && each === undefined) context.say(diagnostic("TN4160", name.span, { text: name.text }));
  requireLateCharges(target, scope, context);
  if (subject === undefined && each === undefined) {
    requireTargetOfNote(target, amount, scope, context);
    const { subject: _, each: __, ...ofNote } = target;
    return ofNote;
  }
  const { changed, paid } = inferTargetOfEvents(target, scope, context);
  if (paid?.typing) requireSameMoney(paid.name, paid.typing.type, amount, context);
  return { ...target, ...changed };
}

/** What takes the money, and of which kind of money it is. */
interface PaidInto {
  readonly name: written.Identifier;
  readonly typing: Pick<Typing, "type"> | undefined;
}

function inferTargetOfEvents(
  { isDueOnly, name, subject, each }: written.PaymentTarget,
  scope: Scope,
  context: Inference,
): { readonly changed: Posted["changed"]; readonly paid: PaidInto | undefined } {
  const paidInto = (key: string | undefined, event: string): PaidInto | undefined => {
    const symbol = key === undefined ? undefined : context.symbols.definitions.get(key);
    if (!isDueOnly && symbol?.statement.kind === "StateDeclaration") {
      const state = stateUnder(key, name, event, context);
      return state && { name: state.name, typing: state.typing };
    }
    const account = accountUnder(key, name.span, event, context);
    return account && { name: account.name, typing: { type: moneyOfAccount(account) } };
  };
  if (each) {
    const { key, isMember, inner: _, ...changed } = inferEach(name, each, scope, context);
    return { changed, paid: isMember ? paidInto(key, each.owner.text) : undefined };
  }
  if (subject === undefined) return { changed: {}, paid: undefined };
  const node = context.infer(subject, { ...scope, takesAccount: true });
  if (node.kind === "MemberReference") requireValue(context, node.target, "a change");
  const { meaning } = node;
  if (meaning === undefined) return { changed: { subject: node }, paid: undefined };
  const key = meaning.kind === "Definition" ? meaning.key : undefined;
  return { changed: { subject: node }, paid: paidInto(key, "of" in meaning ? meaning.of : "") };
}

function requireTargetOfNote(
  { isDueOnly, name }: written.PaymentTarget,
  amount: Checked,
  scope: Scope,
  context: Inference,
): void {
  if (isOfEvents(name, "AccountDeclaration", scope, context)) return;
  if (!isDueOnly && isOfEvents(name, "StateDeclaration", scope, context)) return;
  const symbol = isDueOnly ? bareOfKind(name, "Account", "an account", context) : bareSymbol(name, context);
  if (symbol === undefined) return;
  if (symbol.statement.kind === "AccountDeclaration") {
    requireSameMoney(symbol.name, moneyOfAccount(symbol.statement), amount, context);
  } else if (symbol.kind === "State") {
    const typing = context.stateType(name.text);
    if (typing) requireSameMoney(symbol.name, typing.type, amount, context);
  } else wrongSort(name, symbol, "an account, or a state that is an amount of money,", context);
}

function requireSameMoney(declared: written.Identifier, held: ValueType, amount: Checked, context: Inference): void {
  const paid: ValueType | Quantity = amount.type ?? anyMoney(context);
  if (!sameType(held, paid)) sayWrongUnit(declared, held, amount, paid, context, "declared here");
}

/** What is paid along with each amount accrues on each amount of that account; of an event, on each of that event's. */
function requireLateCharges(
  { lateCharges, name, subject, each }: written.PaymentTarget,
  scope: Scope,
  context: Inference,
): void {
  if (lateCharges === undefined) return;
  if (each) {
    context.say(diagnostic("TN4161", lateCharges.span, { text: lateCharges.text, event: each.owner.text }));
    return;
  }
  const declared = lateChargesOf(lateCharges, subject, scope, context);
  if (declared === undefined) return;
  const { accrual } = declared;
  const isFor = accrual?.isOnEach && accrual.base.kind === "Measure" && accrual.base.name.text === name.text;
  if (isFor) return;
  const related = [{ span: declared.name.span, label: "declared here" }];
  context.say(diagnostic("TN3018", lateCharges.span, { lateCharges: lateCharges.text, account: name.text }, related));
}

function lateChargesOf(
  lateCharges: written.Identifier,
  subject: written.Expression | undefined,
  scope: Scope,
  context: Inference,
): written.AccountDeclaration | undefined {
  if (subject === undefined) return inferAccountOf({ name: lateCharges }, scope, context).account;
  const { meaning } = context.infer(subject, { ...scope, takesAccount: true });
  if (meaning === undefined || !("of" in meaning)) return undefined;
  const key = definitionKey(lateCharges.text, meaning.of);
  return accountUnder(context.symbols.definitions.has(key) ? key : undefined, lateCharges.span, meaning.of, context);
}
