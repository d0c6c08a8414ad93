import { assertNever } from "../../base/assert-never.ts";
import type { CheckedSymbols, Placed } from "../../checked/ast.ts";
import type { Identifier, StatementOf } from "../../checked/tree.ts";
import { wordsOf } from "../../source/span.ts";
import { yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";
import { definitionKey } from "../core.ts";
import { byTexts, numbered } from "../order.ts";
import { printNode } from "../print.ts";
import { yesOrNoConstant } from "./declarations.ts";
import { lower } from "./expressions.ts";
import { sectionLabels } from "./lower.ts";
import { lowerMemberOfEvent } from "./names.ts";

type CheckedRule = StatementOf<"Rule">;
type CheckedChange = CheckedRule["changes"][number];
type ChangeOf<K extends CheckedChange["kind"]> = Extract<CheckedChange, { readonly kind: K }>;

type ChangedState = Pick<ChangeOf<"ClearChange">, "state" | "subject" | "each">;

/** A rule that has no id yet. */
export type RuleBody = Omit<core.Rule, "id">;

export function lowerRule({ statement, section }: Placed<CheckedRule>, symbols: CheckedSymbols): RuleBody {
  const { trigger, condition, changes, span } = statement;
  const lowered = changes.map((change) => lowerChange(change, section, symbols));
  return {
    section,
    span,
    trigger: lowerTrigger(trigger, symbols),
    ...(condition && { condition: lower(condition) }),
    // All of them see the state before the event, so their order means nothing.
    changes: lowered.toSorted((a, b) => (printNode(a) < printNode(b) ? -1 : 1)),
  };
}

/** A status is set by the one event and unset by the other. */
export function lowerStatusRules({ statement, section }: Placed<StatementOf<"StatusDefinition">>): RuleBody[] {
  const { name, from, until, span } = statement;
  return [from, until].map((event) => {
    const value = yesOrNoConstant(event === from, statement);
    const change = { kind: "SetState", section, span, state: name.text, value } as const;
    return { section, span, trigger: { kind: "Event", event: event.text }, changes: [change] };
  });
}

/** Rules with the stages of their sections: what is in a section comes behind all stages of those that are named before it. */
export function inStages(rules: readonly RuleBody[], orders: readonly (readonly string[])[]): RuleBody[] {
  const first = new Map<string, number>();
  for (const sections of orders) {
    let next = 0;
    for (const section of sections) {
      first.set(section, next);
      const steps = rules.filter((rule) => rule.section === section).flatMap(({ changes }) => changes.map(stageOf));
      next += Math.max(0, ...steps) + 1;
    }
  }
  return rules.map((rule) => {
    const behind = first.get(rule.section) ?? 0;
    if (behind === 0) return rule;
    return { ...rule, changes: rule.changes.map((change) => ({ ...change, stage: behind + stageOf(change) })) };
  });
}

/** Events that happen by themselves, with the places of their sections in an order on one day. */
export function inTurn(events: readonly core.EventType[], orders: readonly (readonly string[])[]): core.EventType[] {
  return events.map((event) => {
    const turn = Math.max(0, ...orders.map((sections) => sections.indexOf(event.section)));
    return event.happens === undefined || turn === 0 ? event : { ...event, happens: { ...event.happens, turn } };
  });
}

const stageOf = ({ stage = 0 }: core.Change): number => stage;

/** Rules in a fixed order, each named by its section, its trigger and, among equals, a count. */
export function inFixedOrder(rules: readonly RuleBody[], sectionRank: (section: string) => string): core.Rule[] {
  const inOrder = byTexts(rules, [
    ({ section }) => sectionRank(section),
    ({ trigger }) => triggerText(trigger, printNode),
    ({ changes }) => printNode(changes),
    ({ condition }) => printNode(condition),
  ]);
  return numbered(
    inOrder,
    ({ section, trigger }) => `${section}: ${triggerText(trigger, (part) => wordsOf(part.span))}`,
  );
}

function triggerText(trigger: core.Trigger, print: (part: core.Expr) => string): string {
  switch (trigger.kind) {
    case "Event":
      return `when ${trigger.event}`;
    case "Calendar":
      return `on ${print(trigger.date)}`;
    case "Schedule":
      return `on each of ${trigger.schedule}`;
    case "Edge":
      return `when ${print(trigger.condition)} ${trigger.edge}`;
    default:
      return assertNever(trigger);
  }
}

function lowerTrigger(trigger: CheckedRule["trigger"], symbols: CheckedSymbols): core.Trigger {
  switch (trigger.kind) {
    case "EventTrigger":
      return { kind: "Event", event: trigger.event.text };
    case "CalendarTrigger":
      return { kind: "Calendar", date: lower(trigger.date) };
    case "ScheduleTrigger":
      return { kind: "Schedule", schedule: trigger.schedule.text };
    case "EdgeTrigger": {
      const { edge, name, owner, sections } = trigger;
      const condition = edgeCondition(name, owner, sections, symbols);
      return { kind: "Edge", condition, edge, ...(owner && { owner: owner.text }) };
    }
    default:
      return assertNever(trigger);
  }
}

export function edgeCondition(
  name: Identifier,
  owner: Identifier | undefined,
  sections: readonly Identifier[],
  { noteLevel }: CheckedSymbols,
): core.Expr {
  const rest = { type: yesOrNo, span: name.span };
  if (owner) {
    const of = { kind: "Bound", event: owner.text, depth: 0 } as const;
    return { kind: "ReadDefinition", key: definitionKey(name.text, owner.text), of, ...rest };
  }
  switch (noteLevel.get(name.text)?.kind) {
    case "Family":
      return { kind: "FamilyHolds", family: name.text, sections: sectionLabels(sections), ...rest };
    case "State":
      return { kind: "ReadState", name: name.text, ...rest };
    default:
      return { kind: "ReadDefinition", key: name.text, ...rest };
  }
}

function lowerChange(change: CheckedChange, section: string, symbols: CheckedSymbols): core.Change {
  const stage = change.step ?? 0;
  const rest = { section, span: change.span, ...(stage > 0 && { stage }) };
  switch (change.kind) {
    case "SetChange":
      return { kind: "SetState", ...lowerChanged(change), value: lower(change.value), ...rest };
    case "AddChange":
      return { kind: "AddToState", ...lowerChanged(change), sign: change.sign, value: lower(change.value), ...rest };
    case "ClearChange":
      return { kind: "ClearState", ...lowerChanged(change), ...rest };
    case "AccountChange":
      return { ...lowerPosting(change), ...rest };
    case "AppliedChange":
      return { kind: "ApplyPayment", amount: lower(change.amount), targets: targetsOf(change, symbols), ...rest };
    default:
      return assertNever(change);
  }
}

function lowerChanged({ state, ...events }: ChangedState): Pick<core.ClearState, "state" | "of"> {
  const { key, ...of } = lowerOfEvents({ name: state, ...events });
  return { state: key, ...of };
}

/** The key of a state or an account, and of which events it is. */
function lowerOfEvents({ name, subject, each }: OfEvents): {
  readonly key: string;
  readonly of?: core.ChangedEvents;
} {
  if (each) {
    const { owner, where } = each;
    const of = { kind: "Each", event: owner.text, ...(where && { where: lower(where) }) } as const;
    return { key: definitionKey(name.text, owner.text), of };
  }
  if (subject === undefined) return { key: name.text };
  const { key, of } = lowerMemberOfEvent(subject, lower);
  const type = { kind: "occurrence", event: of.event } as const;
  return { key, of: { kind: "One", event: { kind: "OccurrenceValue", of, type, span: subject.span } } };
}
type OfEvents = Pick<ChangeOf<"AppliedChange">["targets"][number], "name" | "subject" | "each">;

const verbs = {
  "is charged": "charge",
  "falls due": "fall due",
  "is waived": "waive",
  "is converted": "convert",
  "is cleared": "clear",
} as const;

function lowerPosting({
  account,
  subject,
  each,
  verb,
  amount,
  date,
  payableOn,
  inFull,
  month,
}: ChangeOf<"AccountChange">): Omit<core.AccountPosting, "section" | "span"> {
  const { key, ...of } = lowerOfEvents({ name: account, ...(subject && { subject }), ...(each && { each }) });
  return {
    kind: "AccountPosting",
    account: key,
    ...of,
    verb: verbs[verb],
    ...(amount && { amount: lower(amount) }),
    ...(date && { dueOn: lower(date) }),
    ...(payableOn && { payableOn: lower(payableOn) }),
    ...(inFull && { inFull }),
    ...(month && { monthOf: lower(month) }),
  };
}

/** A payment goes to its targets in the order written. */
function targetsOf(
  { targets }: ChangeOf<"AppliedChange">,
  { noteLevel, definitions }: CheckedSymbols,
): core.PaymentTarget[] {
  return targets.map(({ isDueOnly, isProRata, lateCharges, ...target }) => {
    const { key, of } = lowerOfEvents(target);
    const events = { ...(of && { of }), ...(isProRata && { isProRata }) };
    const event = of?.kind === "One" ? of.event.of.event : undefined;
    const charges = lateCharges && { lateCharges: definitionKey(lateCharges.text, event) };
    if (isDueOnly) return { kind: "Due", account: key, ...events, ...charges };
    const isState = of
      ? definitions.get(key)?.statement.kind === "StateDeclaration"
      : noteLevel.get(key)?.kind === "State";
    return isState ? { kind: "State", state: key, ...events } : { kind: "Account", account: key, ...events };
  });
}
