import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type {
  AccountChange,
  AddChange,
  AppliedChange,
  Change,
  EdgeTrigger,
  Identifier,
  Rule,
} from "../../syntax/ast.ts";
import { money } from "../../units/value-type.ts";
import { keyOf } from "../ast.ts";
import { kindInWords, testInWords } from "../words.ts";
import { requireEvent } from "./folds.ts";
import type { Inference } from "./inference.ts";
import { inferCondition, inferKind, inferSetKind } from "./inference.ts";
import { bareOfKind, bareSymbol, nearest, wrongSort } from "./references.ts";
import type { Scope } from "./scope.ts";
import { factsIf, knowing, scopeOf } from "./scope.ts";
import { inferFor, sayWrongUnit } from "./wrong-unit.ts";

/** What sets a rule off, on which condition, and what it changes. */
export function inferRule({ trigger, condition, changes }: Rule, context: Inference): void {
  const scope = scopeOf(ownerOf(trigger));
  if (trigger.kind === "EventTrigger") requireEvent(trigger.event, context);
  // A date that is not set yet is no day.
  else if (trigger.kind === "CalendarTrigger") inferKind(context, trigger.date, scope, "date", "The day of a rule");
  else requireEdge(trigger, context);
  if (condition) inferCondition(context, condition, scope, "the condition of a rule");
  const inner = condition ? knowing(scope, factsIf(condition)) : scope;
  for (const change of changes) inferChange(change, inner, context);
}

function ownerOf(trigger: Rule["trigger"]): string | undefined {
  if (trigger.kind === "EventTrigger") return trigger.event.text;
  return trigger.kind === "EdgeTrigger" ? trigger.owner?.text : undefined;
}

function requireEdge({ name, owner, sections }: EdgeTrigger, context: Inference): void {
  if (owner) {
    if (requireEvent(owner, context)) requireOwnedEdge(name, owner, context);
    return;
  }
  const symbol = bareSymbol(name, context);
  if (symbol === undefined) return;
  if (symbol.kind === "Family") {
    const known = context.symbols.families.get(name.text) ?? [];
    for (const section of sections) {
      if (known.some((member) => member.section === section.text)) continue;
      const facts = { what: `\`${name.text}\``, section: section.text };
      context.say(
        diagnostic(
          "TN2010",
          section.span,
          facts,
          [],
          nearest(
            context,
            section,
            known.map((it) => it.section),
            "under ",
          ),
        ),
      );
    }
    return;
  }
  const typed = symbol.kind === "State" ? context.stateType(name.text) : context.definitionType(name.text);
  const hasEdges = symbol.kind === "State" || symbol.kind === "Definition";
  if (!hasEdges) wrongSort(name, symbol, "something that holds or not", context);
  else if (typed && (typed.type.kind !== "yes or no" || typed.isOptional)) {
    const found = typed.isOptional ? "a value that may be missing" : kindInWords(typed.type);
    const facts = { text: name.text, found, example: typed.isOptional ? "is set" : testInWords(typed.type) };
    context.say(diagnostic("TN3003", name.span, facts, [{ span: symbol.name.span, label: "declared here" }]));
  }
}

function requireOwnedEdge(name: Identifier, owner: Identifier, context: Inference): void {
  const key = keyOf(name.text, owner.text);
  const symbol = context.symbols.definitions.get(key);
  if (symbol === undefined) {
    if (context.symbols.broken.has(name.text)) return;
    const known = context.symbols.perEvent.get(owner.text)?.keys() ?? [];
    context.say(
      diagnostic("TN2003", name.span, { event: owner.text, name: name.text }, [], nearest(context, name, known)),
    );
    return;
  }
  const typed = context.definitionType(key);
  if (typed === undefined || (typed.type.kind === "yes or no" && !typed.isOptional)) return;
  const facts = { text: name.text, found: kindInWords(typed.type), example: testInWords(typed.type) };
  context.say(diagnostic("TN3003", name.span, facts, [{ span: symbol.name.span, label: "defined here" }]));
}

function inferChange(change: Change, scope: Scope, context: Inference): void {
  switch (change.kind) {
    case "SetChange": {
      const state = bareOfKind(change.state, "State", "a state", context);
      const type = state && context.stateType(change.state.text)?.type;
      inferFor(change.state, type, change.value, scope, "a change", context, state?.name);
      return;
    }
    case "AddChange":
      inferAddition(change, scope, context);
      return;
    case "ClearChange":
      bareOfKind(change.state, "State", "a state", context);
      return;
    case "AccountChange":
      inferPosting(change, scope, context);
      return;
    case "AppliedChange":
      inferPayment(change, scope, context);
      return;
  }
}

function inferAddition({ state: name, value, sign }: AddChange, scope: Scope, context: Inference): void {
  const state = bareOfKind(name, "State", "a state", context);
  const typed = state && context.stateType(name.text);
  if (state && typed && typed.type.kind !== "quantity") {
    const facts = { text: name.text, found: kindInWords(typed.type), joined: sign === 1 ? "raised" : "lowered" };
    context.say(diagnostic("TN3008", name.span, facts, [{ span: state.name.span, label: "declared here" }]));
  } else if (state && typed?.isOptional) {
    const facts = { text: name.text, place: "a rise or fall" };
    context.say(diagnostic("TN3005", name.span, facts, [{ span: state.name.span, label: "declared here" }]));
  }
  inferFor(name, typed?.type, value, scope, "a change", context, state?.name);
}

function inferPosting(
  { account, amount, date, payableOn, month }: AccountChange,
  scope: Scope,
  context: Inference,
): void {
  bareOfKind(account, "Account", "an account", context);
  if (amount) inferSetKind(context, amount, scope, money, "What is posted to an account", "a posting");
  if (date) inferSetKind(context, date, scope, "date", "The day on which it falls due", "a posting");
  if (payableOn) inferSetKind(context, payableOn, scope, "date", "The day of payment", "a posting");
  if (month) inferSetKind(context, month, scope, "date", "The month that is meant", "a posting");
}

/** What is paid along with each amount accrues on each amount of that account. */
function requireLateCharges(lateCharges: Identifier, account: Identifier, context: Inference): void {
  const symbol = bareOfKind(lateCharges, "Account", "an account", context);
  if (symbol?.statement.kind !== "AccountDeclaration") return;
  const { accrual } = symbol.statement;
  const isFor = accrual?.isOnEach && accrual.base.kind === "Measure" && accrual.base.name.text === account.text;
  if (isFor) return;
  const related = [{ span: symbol.name.span, label: "declared here" }];
  context.say(
    diagnostic("TN3018", lateCharges.span, { lateCharges: lateCharges.text, account: account.text }, related),
  );
}

function inferPayment({ amount, targets }: AppliedChange, scope: Scope, context: Inference): void {
  inferSetKind(context, amount, scope, money, "What is applied", "a payment");
  for (const { isDueOnly, name, lateCharges } of targets) {
    if (lateCharges) requireLateCharges(lateCharges, name, context);
    const symbol = isDueOnly ? bareOfKind(name, "Account", "an account", context) : bareSymbol(name, context);
    if (symbol === undefined || symbol.kind === "Account") continue;
    if (symbol.kind !== "State") wrongSort(name, symbol, "an account, or a state that is an amount of money,", context);
    else {
      const typed = context.stateType(name.text);
      const isMoney = typed?.type.kind === "quantity" && kindInWords(typed.type) === kindInWords(money);
      if (typed && !isMoney) sayWrongUnit(symbol.name, typed.type, amount, money, context, "declared here");
    }
  }
}
