import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type * as written from "../../../syntax/ast.ts";
import { roleNamed } from "../../../units/roles.ts";
import { plainNumber } from "../../../units/value-type.ts";
import { definitionKey } from "../../ast.ts";
import type { StatementKind, StatementOf } from "../../tree.ts";
import { typeNamed } from "../../words.ts";
import { inferFigure } from "../expressions/figures.ts";
import { requireEvent } from "../expressions/folds.ts";
import { bareSymbol, nearest, requireSeries, wrongSort } from "../expressions/references.ts";
import type { Inference } from "../inference.ts";
import {
  anyMoney,
  faulty,
  inferCondition,
  inferDay,
  inferSetKind,
  requireMoney,
  requireValue,
  sameType,
} from "../inference.ts";
import { requireParty } from "../parties.ts";
import { factsIf, knowing, scopeOf, scopeOfFixing } from "../scope.ts";
import { inferFor, sayWrongUnit } from "../wrong-unit.ts";
import { inferAccount } from "./accounts.ts";
import { inferEvent } from "./events.ts";
import { inferPlanRule, inferPriceImpact, inferSale } from "./plans.ts";
import { inferPower, requireTie } from "./powers.ts";
import { inferRule } from "./rule-changes.ts";
import { inferSchedule, requireLiveSchedule } from "./schedules.ts";
import { inferSeries } from "./series.ts";
import { inferStory } from "./stories.ts";

type Written<K extends StatementKind = StatementKind> = {
  [P in K]: Extract<written.Statement, { readonly kind: P }> & { readonly kind: P };
}[K];

/** Looks at every expression of a statement. */
export function inferStatement<K extends StatementKind>(statement: Written<K>, context: Inference): StatementOf<K> {
  return statements[statement.kind](statement, context);
}

const asWritten = <S>(statement: S): S => statement;

const statements: { readonly [K in StatementKind]: (statement: Written<K>, context: Inference) => StatementOf<K> } = {
  NoteHead: inferHead,
  Given: inferGiven,
  SeriesDeclaration: inferSeries,
  SectionHeading: asWritten,
  EventDeclaration: inferEvent,
  ShareBasis: inferShareBasis,
  Definition: inferDefinition,
  StatusDefinition: inferStatus,
  StateDeclaration: inferState,
  AccountDeclaration: inferAccount,
  ReadingDeclaration: asWritten,
  ScheduleDeclaration: inferSchedule,
  Rule: inferRule,
  DayOrder: inferDayOrder,
  Exception: inferException,
  Power: inferPower,
  Duty: inferDuty,
  Prohibition: inferProhibition,
  Covenant: inferCovenant,
  DefaultDeclaration: inferDefault,
  InWords: inferInWords,
  OurView: inferView,
  SentenceMark: asWritten,
  RoleMark: inferRole,
  Story: inferStory,
  PlanHead: asWritten,
  PlanRule: inferPlanRule,
  Sale: inferSale,
  PriceImpact: inferPriceImpact,
  ClauseHead: asWritten,
  Takes: asWritten,
  Gives: asWritten,
  Use: inferUse,
  BrokenStatement: asWritten,
};

function inferHead(head: written.NoteHead, context: Inference): StatementOf<"NoteHead"> {
  if (head.tradingDays) requireSeries(head.tradingDays, context);
  for (const name of [head.existsFrom, head.maturesOn]) if (name) requireDay(name, context);
  return head;
}

/** A day that the head names is known before anything runs. */
function requireDay(name: written.Identifier, context: Inference): void {
  const symbol = bareSymbol(name, context);
  if (symbol === undefined) return;
  const { statement } = symbol;
  if (statement.kind !== "Given" || statement.type.name !== "date" || statement.isOptional) {
    wrongSort(name, symbol, "a deal term that is a date and is always given", context);
  }
}

function inferGiven(given: written.Given, context: Inference): StatementOf<"Given"> {
  const { name, type, initial } = given;
  if (initial === undefined) return given;
  return { ...given, initial: inferFor(name, typeNamed(type), initial, scopeOf(), "a deal term", context) };
}

function inferShareBasis(basis: written.ShareBasis, context: Inference): StatementOf<"ShareBasis"> {
  const { event, ratio } = basis;
  if (!requireEvent(event, context)) return basis;
  const place = "The ratio of new shares to old";
  const scope = scopeOf(event.text);
  return { ...basis, ratio: inferSetKind(context, ratio, scope, plainNumber, place, "a change of the share basis") };
}

/** Of a name that is defined twice, the first definition stands, and the other is not looked at. */
function inferDefinition(definition: written.Definition, context: Inference): StatementOf<"Definition"> {
  const { name, owner, verb, solved, value } = definition;
  if (owner && definition.isOfSchedule) requireLiveSchedule(definition, owner, context);
  else if (owner) requireEvent(owner, context);
  if (!isFirst(definition, definitionKey(name.text, owner?.text), context)) return definition;
  const scope = scopeOf(owner?.text);
  if (solved) {
    return {
      ...definition,
      value: inferSetKind(context, value, scope, typeNamed(solved), "What is solved", "a circle"),
    };
  }
  if (verb !== "holds when") return { ...definition, value: context.infer(value, scope) };
  return { ...definition, value: inferCondition(context, value, scope, "what holds or not") };
}

function isFirst(
  statement: written.Definition | written.Prohibition | written.Covenant,
  key: string,
  { symbols }: Inference,
): boolean {
  return symbols.definitions.get(key)?.statement === statement;
}

/** An exception speaks of the same kind of value as the rule that it displaces; without one, it is not looked at. */
function inferException(exception: written.Exception, context: Inference): StatementOf<"Exception"> {
  const displaced = context.displacedBy(exception);
  const definition = displaced === undefined ? undefined : context.symbols.definitions.get(displaced);
  if (displaced === undefined || definition === undefined) return exception;
  const base = context.displacedType(displaced);
  const scope = { ...scopeOf(definition.owner), displaced };
  const condition = inferCondition(context, exception.condition, scope, "an exception");
  const value = context.infer(
    exception.value,
    knowing(scope, factsIf(exception.condition, { symbols: context.symbols, scope })),
    base?.type,
  );
  if (value.type === undefined || base === undefined || sameType(value.type, base.type)) {
    return { ...exception, condition, value };
  }
  sayWrongUnit(definition.name, base.type, value, value.type, context, "defined here");
  return { ...exception, condition, value: faulty(value) };
}

/** Sections of which each has something to put in order. */
function inferDayOrder(order: written.DayOrder, context: Inference): StatementOf<"DayOrder"> {
  const { sections } = context.symbols;
  for (const section of order.sections) {
    if (sections.has(section.text)) continue;
    const facts = { what: "this note", section: section.text };
    context.say(diagnostic("TN2010", section.span, facts, [], nearest(context, section, sections.keys())));
  }
  return order;
}

function inferStatus(status: written.StatusDefinition, context: Inference): StatementOf<"StatusDefinition"> {
  requireEvent(status.from, context);
  requireEvent(status.until, context);
  return status;
}

function inferState(state: written.StateDeclaration, context: Inference): StatementOf<"StateDeclaration"> {
  const { name, owner, type, initial, fixing } = state;
  if (owner) requireEvent(owner, context);
  if (fixing) {
    requireEvent(fixing.event, context);
    return {
      ...state,
      fixing: { ...fixing, value: context.infer(fixing.value, scopeOfFixing(owner?.text, fixing.event.text)) },
    };
  }
  if (initial === undefined) return state;
  const { noteLevel, definitions } = context.symbols;
  const key = definitionKey(name.text, owner?.text);
  const isAgain = (owner ? definitions : noteLevel).get(key)?.statement !== state;
  const expected = type ? typeNamed(type) : isAgain ? context.stateType(key)?.type : undefined;
  const scope = scopeOf(owner?.text);
  return { ...state, initial: inferFor(name, expected, initial, scope, "the start of a state", context) };
}

function inferDuty(duty: written.Duty, context: Inference): StatementOf<"Duty"> {
  requireParty(duty.party, context);
  if (duty.to) requireParty(duty.to, context);
  if (duty.event) requireEvent(duty.event, context);
  if (duty.owner && requireEvent(duty.owner, context) && duty.event) requireTie(duty.event, duty.owner, context);
  const scope = scopeOf(duty.owner?.text);
  const condition = duty.condition && inferCondition(context, duty.condition, scope, "a duty");
  const inner = duty.condition ? knowing(scope, factsIf(duty.condition, { symbols: context.symbols, scope })) : scope;
  const figure = duty.amount && inferFigure(duty.amount, context, inner, "paid", anyMoney(context));
  const amount = figure && requireMoney(context, figure, "What is paid");
  if (amount) requireValue(context, amount, "a duty");
  // A day that is not set yet: nothing is due yet.
  const due = inferDay(context, duty.due, inner, "The day by which a duty is due");
  return { ...duty, ...(condition && { condition }), ...(amount && { amount }), due };
}

function inferProhibition(prohibition: written.Prohibition, context: Inference): StatementOf<"Prohibition"> {
  const { party, event, name, unless } = prohibition;
  requireParty(party, context);
  requireEvent(event, context);
  if (unless === undefined || !isFirst(prohibition, definitionKey(name.text, event.text), context)) return prohibition;
  return { ...prohibition, unless: inferCondition(context, unless, scopeOf(event.text), "a prohibition") };
}

function inferCovenant(covenant: written.Covenant, context: Inference): StatementOf<"Covenant"> {
  const { party, condition, unless, name } = covenant;
  requireParty(party, context);
  if (!isFirst(covenant, name.text, context)) return covenant;
  const excuse = unless && inferCondition(context, unless, scopeOf(), "a prohibition");
  return {
    ...covenant,
    condition: inferCondition(context, condition, scopeOf(), "a prohibition"),
    ...(excuse && { unless: excuse }),
  };
}

function inferDefault(declared: written.DefaultDeclaration, context: Inference): StatementOf<"DefaultDeclaration"> {
  const { owner, cureBy } = declared;
  if (owner) requireEvent(owner, context);
  const scope = scopeOf(owner?.text);
  const condition = inferCondition(context, declared.condition, scope, "a default");
  if (cureBy === undefined) return { ...declared, condition };
  // A day that is not set does not come.
  const inner = knowing(scope, factsIf(declared.condition, { symbols: context.symbols, scope }));
  return { ...declared, condition, cureBy: inferDay(context, cureBy, inner, "The last day for a cure") };
}

function inferInWords(words: written.InWords, context: Inference): StatementOf<"InWords"> {
  if (words.party) requireParty(words.party, context);
  return words;
}

function inferView(view: written.OurView, context: Inference): StatementOf<"OurView"> {
  const { on, favours } = view;
  if (on) requireKnown(on, context);
  if (favours) requireParty(favours, context);
  return view;
}

/** A name of the note, or of something of each event. */
function requireKnown(name: written.Identifier, context: Inference): void {
  const { noteLevel, perEvent, broken } = context.symbols;
  const isKnown = noteLevel.has(name.text) || [...perEvent.values()].some((names) => names.has(name.text));
  if (!isKnown && !broken.has(name.text)) bareSymbol(name, context);
}

function inferRole(mark: written.RoleMark, context: Inference): StatementOf<"RoleMark"> {
  const { name } = mark;
  const { noteLevel, perEvent, broken } = context.symbols;
  const symbol = noteLevel.get(name.text);
  const marksEvents = roleNamed(mark.role.text)?.marks === "events";
  if (symbol !== undefined) {
    const fits = marksEvents ? symbol.kind === "Event" : !["Event", "Party", "Series"].includes(symbol.kind);
    if (!fits) wrongSort(name, symbol, marksEvents ? "an event" : "a value", context);
  } else if (!broken.has(name.text)) {
    const isOwned = [...perEvent.values()].some((names) => names.has(name.text));
    if (!isOwned || marksEvents) bareSymbol(name, context);
  }
  return mark;
}

/** What a use binds is of the kind that its clause asks for; a finding stands at the use and points into the clause. */
function inferUse(use: written.Use, context: Inference): StatementOf<"Use"> {
  const asked = use.asked?.map((it) => {
    const { what, name, verb } = it.takes;
    if (what.kind !== "TypeName" || verb !== "takes") return it;
    const type = typeNamed(what);
    const value = context.infer(it.value, scopeOf(it.owner?.text), type);
    if (value.type === undefined || sameType(value.type, type)) return { ...it, value };
    sayWrongUnit(name, type, value, value.type, context, "the clause takes it here");
    return { ...it, value: faulty(value) };
  });
  return { ...use, ...(asked && { asked }) };
}
