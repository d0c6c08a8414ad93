import { invariant } from "../../base/invariant.ts";
import type {
  AccountDeclaration,
  DefinitionSymbol,
  EventDeclaration,
  Exception,
  Expression,
  FieldDeclaration,
  Given,
  Identifier,
  Placed,
  Prohibition,
  ReadingDeclaration,
  StateDeclaration,
  Statement,
  StatusDefinition,
} from "../../checked/ast.ts";
import { typeNamed } from "../../checked/words.ts";
import { yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";
import { definitionKey } from "../core.ts";
import { byName } from "../order.ts";
import type { Lowering } from "./lowering.ts";
import { nowhere, placeOf } from "./lowering.ts";

export function lowerGiven({ statement, section }: Placed<Given>, lowering: Lowering): core.Param {
  const { name, type, initial, span } = statement;
  return {
    name: name.text,
    section,
    span,
    type: typeNamed(type),
    ...(initial && { initial: lowering.lower(initial, nowhere) }),
  };
}

export function lowerReading({ statement, section }: Placed<ReadingDeclaration>): core.Reading {
  const { name, passage, choices, chosen, span } = statement;
  return {
    name: name.text,
    section,
    span,
    passage: passage?.text ?? "",
    choices: choices.map((choice) => choice.text),
    chosen: chosen?.text ?? "",
  };
}

export function lowerEvent(
  { statement, section }: Placed<EventDeclaration>,
  opening: ReadonlySet<string>,
  lowering: Lowering,
): core.EventType {
  const { name, by, refersTo, fields, takesEffectOn, opensDay, span } = statement;
  return {
    name: name.text,
    section,
    span,
    ...(by && { by: by.text }),
    ...(refersTo && { refersTo: refersTo.text }),
    fields: byName(fields.map((field) => [field.name.text, lowerField(field, name, section, lowering)])),
    ...(takesEffectOn && { takesEffectOn: lowering.lower(takesEffectOn, placeOf(name)) }),
    opensDay: opensDay || opening.has(name.text),
  };
}

function lowerField(
  { name, type, isOptional, initial, asOf, span }: FieldDeclaration,
  event: Identifier,
  section: string,
  lowering: Lowering,
): core.Field {
  return {
    name: name.text,
    section,
    span,
    type: typeNamed(type),
    isOptional,
    ...(initial && { initial: lowering.lower(initial, placeOf(event)) }),
    ...(asOf && { asOf: asOf.text }),
  };
}

export function lowerDefinition(symbol: DefinitionSymbol, lowering: Lowering): core.Definition {
  const { key, name, section, owner, isFixed, statement } = symbol;
  const typed = lowering.program.definitionTypes.get(key);
  invariant(typed !== undefined, "a definition of a program without errors has a type");
  return {
    key,
    name: name.text,
    section,
    span: statement.span,
    type: typed.type,
    ...(owner !== undefined && { owner }),
    isFixed,
    isOptional: typed.isOptional,
    value: saidBy(symbol, lowering),
  };
}

/** A power gives what was asked for, until its limits cut it back; a prohibition is breached unless its condition holds. */
function saidBy({ statement, owner }: DefinitionSymbol, lowering: Lowering): core.Expr {
  const place = owner === undefined ? nowhere : { events: [owner] };
  switch (statement.kind) {
    case "Definition":
      return lowering.lower(statement.value, place);
    case "Power":
      invariant(statement.askingFor !== undefined, "a power that gives something is asked for something");
      return lowering.lower(statement.askingFor, place);
    case "Prohibition":
      return breach(statement, lowering, place);
  }
}

function breach({ unless, span }: Prohibition, lowering: Lowering, place: { events: readonly string[] }): core.Expr {
  if (unless === undefined) return { kind: "Constant", value: true, type: yesOrNo, span };
  return { kind: "Not", condition: lowering.lower(unless, place), type: yesOrNo, span };
}

export function lowerExceptions(
  symbol: DefinitionSymbol,
  exceptions: readonly Placed<Exception>[],
  lowering: Lowering,
): core.Override[] {
  const place = symbol.owner === undefined ? nowhere : { events: [symbol.owner] };
  return exceptions.map(({ statement, section }) => ({
    name: symbol.name.text,
    section,
    span: statement.span,
    definition: symbol.key,
    guard: lowering.lower(statement.condition, place),
    value: lowering.lower(statement.value, place),
    over: [...new Set(statement.over.map((it) => it.text))].toSorted(),
  }));
}

export function lowerState({ statement, section }: Placed<StateDeclaration>, lowering: Lowering): core.State {
  const { name, initial, basis, span } = statement;
  const typed = lowering.program.stateTypes.get(name.text);
  invariant(typed !== undefined, "a state of a program without errors has a type");
  return {
    name: name.text,
    section,
    span,
    type: typed.type,
    isOptional: typed.isOptional,
    ...(initial && { initial: lowering.lower(initial, nowhere) }),
    isRestated: basis === "restated",
  };
}

/** A status is a state that is no at first. */
export function lowerStatus({ statement, section }: Placed<StatusDefinition>): core.State {
  const { name, span } = statement;
  const initial = yesOrNoConstant(false, statement);
  return { name: name.text, section, span, type: yesOrNo, isOptional: false, initial, isRestated: false };
}

export function yesOrNoConstant(value: boolean, { span }: Statement): core.Constant {
  return { kind: "Constant", value, type: yesOrNo, span };
}

export function lowerAccount({ statement, section }: Placed<AccountDeclaration>, lowering: Lowering): core.Account {
  const { name, debtor, creditor, accrual, from, condition, dayOfPayment, span } = statement;
  const account = { name: name.text, section, span, debtor: debtor.text, creditor: creditor.text };
  if (accrual === undefined) return account;
  invariant(from !== undefined, "an account that accrues says from when");
  return {
    ...account,
    accrual: {
      rate: lowering.lower(accrual.rate, nowhere),
      base: lowering.lower(accrual.base, nowhere),
      ...(accrual.isOnEach && { onEach: accountUnder(accrual.base) }),
      basis: lowering.lower(accrual.basis, nowhere),
      from: lowering.lower(from, nowhere),
      ...(condition && { condition: lowering.lower(condition, nowhere) }),
      ...(dayOfPayment && { dayOfPayment: lowering.lower(dayOfPayment, nowhere) }),
    },
  };
}

function accountUnder(base: Expression): string {
  invariant(base.kind === "Measure", "what accrues on each amount accrues on what is overdue on an account");
  return base.name.text;
}

/** Every name that a question may ask for. An occurrence is no answer. */
export function askableNames(lowering: Lowering): Map<string, core.Askable> {
  const { symbols, definitionTypes } = lowering.program;
  const isAnswer = (key: string) => definitionTypes.get(key)?.type.kind !== "occurrence";
  const noteLevel = new Map<string, NonNullable<core.Askable["noteLevel"]>>();
  const perEvent = new Map<string, [string, { kind: "definition" | "field"; key: string }][]>();
  for (const [name, { kind }] of symbols.noteLevel) {
    const answer = answerKinds.get(kind);
    if (answer && isAnswer(definitionKey(name))) noteLevel.set(name, { kind: answer, key: name });
  }
  for (const [event, names] of symbols.perEvent) {
    for (const [name, symbol] of names) {
      const answer =
        symbol.kind === "Field"
          ? ({ kind: "field", key: name } as const)
          : ({ kind: "definition", key: symbol.key } as const);
      if (symbol.kind === "Definition" && !isAnswer(symbol.key)) continue;
      perEvent.set(name, [...(perEvent.get(name) ?? []), [event, answer]]);
    }
  }
  const names = new Set([...noteLevel.keys(), ...perEvent.keys()]);
  return byName([...names].map((name) => [name, askable(name, noteLevel.get(name), perEvent.get(name) ?? [])]));
}

function askable(
  name: string,
  noteLevel: core.Askable["noteLevel"],
  perEvent: readonly [string, { kind: "definition" | "field"; key: string }][],
): core.Askable {
  return { name, ...(noteLevel && { noteLevel }), perEvent: byName(perEvent) };
}

const answerKinds = new Map<string, NonNullable<core.Askable["noteLevel"]>["kind"]>([
  ["Given", "param"],
  ["Definition", "definition"],
  ["State", "state"],
  ["Family", "family"],
  ["Account", "account"],
]);
