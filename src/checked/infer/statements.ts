import { assertNever } from "../../base/assert-never.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type {
  AccountDeclaration,
  DefaultDeclaration,
  Duty,
  EventDeclaration,
  Expression,
  Given,
  Identifier,
  NoteHead,
  Prohibition,
  RoleMark,
  ShareBasis,
  StateDeclaration,
  Statement,
  StatusDefinition,
  Use,
} from "../../syntax/ast.ts";
import { money, plainNumber, rate } from "../../units/value-type.ts";
import { shown, typeNamed } from "../words.ts";
import { figure, inferDayCount } from "./figures.ts";
import { requireEvent } from "./folds.ts";
import type { Inference } from "./inference.ts";
import { inferCondition, inferKind, inferSetKind, sameType } from "./inference.ts";
import { requireParty } from "./parties.ts";
import { inferPower } from "./powers.ts";
import { bareSymbol, nearest, wrongSort } from "./references.ts";
import { inferRule } from "./rule-changes.ts";
import { factsIf, knowing, scopeOf } from "./scope.ts";
import { inferStory } from "./stories.ts";
import { inferFor, sayWrongUnit } from "./wrong-unit.ts";

/** Looks at every expression of a statement. Definitions and exceptions have been looked at before. */
export function inferStatement(statement: Statement, context: Inference): void {
  switch (statement.kind) {
    case "NoteHead":
      inferHead(statement, context);
      return;
    case "Given":
      inferGiven(statement, context);
      return;
    case "EventDeclaration":
      inferEvent(statement, context);
      return;
    case "ShareBasis":
      inferShareBasis(statement, context);
      return;
    case "Definition":
      if (statement.owner) requireEvent(statement.owner, context);
      return;
    case "StatusDefinition":
      inferStatus(statement, context);
      return;
    case "StateDeclaration":
      inferState(statement, context);
      return;
    case "AccountDeclaration":
      inferAccount(statement, context);
      return;
    case "Rule":
      inferRule(statement, context);
      return;
    case "Power":
      inferPower(statement, context);
      return;
    case "Duty":
      inferDuty(statement, context);
      return;
    case "Prohibition":
      inferProhibition(statement, context);
      return;
    case "DefaultDeclaration":
      inferDefault(statement, context);
      return;
    case "RoleMark":
      inferRole(statement, context);
      return;
    case "Story":
      inferStory(statement, context);
      return;
    case "InWords":
      if (statement.party) requireParty(statement.party, context);
      return;
    case "OurView":
      if (statement.favours) requireParty(statement.favours, context);
      return;
    case "Use":
      inferUse(statement, context);
      return;
    case "ClauseHead":
    case "Takes":
    case "Gives":
    case "SectionHeading":
    case "ReadingDeclaration":
    case "Exception":
    case "BrokenStatement":
      return;
    default:
      assertNever(statement);
  }
}

function inferHead({ existsFrom }: NoteHead, context: Inference): void {
  if (existsFrom === undefined) return;
  const symbol = bareSymbol(existsFrom, context);
  if (symbol === undefined) return;
  const { statement } = symbol;
  if (statement.kind !== "Given" || statement.type.name !== "date") {
    wrongSort(existsFrom, symbol, "a deal term that is a date", context);
  }
}

function inferGiven({ name, type, initial }: Given, context: Inference): void {
  if (initial) inferFor(name, typeNamed(type), initial, scopeOf(), "a deal term", context);
}

function inferEvent(event: EventDeclaration, context: Inference): void {
  if (event.refersTo) requireEvent(event.refersTo, context);
  if (event.by) requireParty(event.by, context);
  for (const { name, type, initial, asOf } of event.fields) {
    // A field may begin with the day or the time of its own event.
    if (initial) inferFor(name, typeNamed(type), initial, scopeOf(event.name.text), "a field", context);
    if (asOf) requireDateField(asOf, event, context);
  }
  if (event.takesEffectOn) {
    const scope = scopeOf(event.name.text);
    inferSetKind(
      context,
      event.takesEffectOn,
      scope,
      "date",
      "The day on which an event takes effect",
      "an effective day",
    );
  }
}

function requireDateField(name: Identifier, event: EventDeclaration, context: Inference): void {
  const field = event.fields.find((it) => it.name.text === name.text);
  if (field?.type.name === "date" && (!field.isOptional || field.initial !== undefined)) return;
  if (field === undefined) {
    const dates = event.fields.filter((it) => it.type.name === "date").map((it) => it.name.text);
    const facts = { event: event.name.text, name: name.text };
    context.say(diagnostic("TN2003", name.span, facts, [], nearest(context, name, dates)));
    return;
  }
  const facts = { name: name.text, found: "not a date that is always given", expected: "a field that is a date" };
  context.say(diagnostic("TN2011", name.span, facts, [{ span: field.span, label: "declared here" }]));
}

function inferShareBasis({ event, ratio }: ShareBasis, context: Inference): void {
  if (!requireEvent(event, context)) return;
  inferSetKind(
    context,
    ratio,
    scopeOf(event.text),
    plainNumber,
    "The ratio of new shares to old",
    "a change of the share basis",
  );
}

function inferStatus({ from, until }: StatusDefinition, context: Inference): void {
  requireEvent(from, context);
  requireEvent(until, context);
}

function inferState({ name, type, initial }: StateDeclaration, context: Inference): void {
  const typed = context.stateType(name.text);
  if (initial)
    inferFor(name, type ? typeNamed(type) : typed?.type, initial, scopeOf(), "the start of a state", context);
}

function inferAccount(account: AccountDeclaration, context: Inference): void {
  requireParty(account.debtor, context);
  requireParty(account.creditor, context);
  const scope = scopeOf();
  if (account.accrual) {
    inferDayCount(account.accrual.basis, scope, context);
    if (account.accrual.isOnEach) requireOverdue(account.accrual.base, context);
    inferSetKind(context, account.accrual.rate, scope, rate, "The rate of an account", "an account");
    inferSetKind(context, account.accrual.base, scope, money, "The base of an account", "an account");
  }
  if (account.from) {
    inferSetKind(context, account.from, scope, "date", "The first day that bears interest", "an account");
  }
  if (account.condition) inferCondition(context, account.condition, scope, "an account");
  if (account.dayOfPayment) {
    inferCondition(context, account.dayOfPayment, scope, "an account");
    if (!account.accrual?.isOnEach) context.say(diagnostic("TN3016", account.dayOfPayment.span, {}));
  }
}

/** What accrues on each of several amounts accrues on those overdue on an account. */
function requireOverdue(base: Expression, context: Inference): void {
  if (base.kind === "Measure" && base.measure === "overdue") return;
  context.say(diagnostic("TN3017", base.span, { text: shown(base.span) }));
}

function inferDuty(duty: Duty, context: Inference): void {
  requireParty(duty.party, context);
  if (duty.to) requireParty(duty.to, context);
  if (duty.event) requireEvent(duty.event, context);
  if (duty.owner) requireEvent(duty.owner, context);
  const scope = scopeOf(duty.owner?.text);
  if (duty.condition) inferCondition(context, duty.condition, scope, "a duty");
  const inner = duty.condition ? knowing(scope, factsIf(duty.condition)) : scope;
  if (duty.amount) {
    const typed = figure(duty.amount, context, inner, "paid", money);
    if (typed) inferSetKind(context, duty.amount, inner, money, "What is paid", "a duty");
  }
  // A day that is not set yet: nothing is due yet.
  inferKind(context, duty.due, inner, "date", "The day by which a duty is due");
}

function inferProhibition({ party, event }: Prohibition, context: Inference): void {
  requireParty(party, context);
  requireEvent(event, context);
}

function inferDefault({ owner, condition, cureBy }: DefaultDeclaration, context: Inference): void {
  if (owner) requireEvent(owner, context);
  const scope = scopeOf(owner?.text);
  inferCondition(context, condition, scope, "a default");
  // A day that is not set does not come.
  if (cureBy) inferKind(context, cureBy, knowing(scope, factsIf(condition)), "date", "The last day for a cure");
}

function inferRole({ name }: RoleMark, context: Inference): void {
  const { noteLevel, perEvent, broken } = context.symbols;
  const symbol = noteLevel.get(name.text);
  if (symbol?.kind === "Event" || symbol?.kind === "Party" || symbol?.kind === "Account") {
    wrongSort(name, symbol, "a value", context);
  } else if (symbol === undefined && !broken.has(name.text)) {
    const isOwned = [...perEvent.values()].some((names) => names.has(name.text));
    if (!isOwned) bareSymbol(name, context);
  }
}

/** What a use binds is of the kind that its clause asks for; a finding stands at the use and points into the clause. */
function inferUse({ asked = [] }: Use, context: Inference): void {
  for (const { takes, value, owner } of asked) {
    const { what, name, verb } = takes;
    if (what.kind !== "TypeName" || verb !== "takes") continue;
    const typed = context.infer(value, scopeOf(owner?.text), typeNamed(what));
    if (typed === undefined || sameType(typed.type, typeNamed(what))) continue;
    sayWrongUnit(name, typeNamed(what), value, typed.type, context, "the clause takes it here");
  }
}
