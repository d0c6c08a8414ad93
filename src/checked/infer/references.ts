import { nearestName } from "../../base/nearest-name.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type {
  Expression,
  Identifier,
  ItsReference,
  MarketColumn,
  Measure,
  MemberReference,
  NameReference,
  ThisReference,
  UnderSection,
} from "../../syntax/ast.ts";
import type { ValueType } from "../../units/value-type.ts";
import { date, money, price, rate, sameUnit, shares, text, time, yesOrNo } from "../../units/value-type.ts";
import type { Meaning, NoteLevelSymbol, OwnerBinding, Symbols, Typed } from "../ast.ts";
import { eventNamed } from "../ast.ts";
import { shown, testInWords, typeNamed } from "../words.ts";
import type { Inference } from "./inference.ts";
import { always, inferKind, perhaps } from "./inference.ts";
import type { Scope } from "./scope.ts";

/** Names in expressions: each is given its meaning, and the type of what it means. */
export const references = {
  NameReference: (expression: NameReference, context: Inference) => {
    const symbol = bareSymbol(expression.name, context);
    return symbol && typeOfSymbol(expression, symbol, context);
  },

  ItsReference: (expression: ItsReference, context: Inference, scope: Scope) => {
    const [event] = scope.events;
    if (event === undefined) {
      context.say(diagnostic("TN2004", expression.span, { text: shown(expression.span) }));
      return undefined;
    }
    return typeOfMember(expression, event, throughIts(scope), context);
  },

  ThisReference: (expression: ThisReference, context: Inference, scope: Scope) => {
    const event = expression.event.text;
    if (scope.head !== event) {
      const found = scope.head === undefined ? "no event" : `each \`${scope.head}\``;
      context.say(diagnostic("TN2013", expression.span, { event, found }));
      return undefined;
    }
    return mean(context, expression, { kind: "Head", event }, always({ kind: "occurrence", event }));
  },

  MemberReference: (expression: MemberReference, context: Inference, scope: Scope) => {
    const target = context.infer(expression.target, scope);
    if (target === undefined) return undefined;
    if (target.type.kind !== "occurrence" || !standsForEvent(expression.target)) {
      const facts = { name: shown(expression.target.span), found: "no event", expected: "an event" };
      context.say(diagnostic("TN2011", expression.target.span, facts));
      return undefined;
    }
    const through = expression.target.kind === "ThisReference" ? "head" : "other";
    const member = typeOfMember(expression, target.type.event, through, context);
    return member && perhaps(member.type, member.isOptional || target.isOptional);
  },

  MarketColumn: (expression: MarketColumn, context: Inference) => {
    const type = columns.get(expression.column.text);
    if (type !== undefined) return always(type);
    context.say(diagnostic("TN2012", expression.column.span, { column: expression.column.text }));
    return undefined;
  },

  UnderSection: (expression: UnderSection, context: Inference, scope: Scope) => {
    const { name } = expression;
    if (context.symbols.families.has(name.text)) return typeOfFamily(expression, context);
    const displaced = scope.displaced === undefined ? undefined : context.symbols.definitions.get(scope.displaced);
    if (displaced?.name.text === name.text) {
      requireSections(expression, [displaced.section], context);
      const typed = context.displacedType(displaced.key);
      return mean(context, expression, { kind: "Displaced", key: displaced.key }, typed);
    }
    const symbol = bareSymbol(name, context);
    if (symbol)
      wrongSort(name, symbol, "a family of defaults, or in an exception the rule that it displaces,", context);
    return undefined;
  },

  Measure: (expression: Measure, context: Inference, scope: Scope) => {
    const isStart = expression.measure === "start of";
    if (expression.on) {
      const [kind, place] =
        expression.measure === "payable" ? [date, "The day of payment"] : [money, "The part of the base"];
      inferKind(context, expression.on, scope, kind, place);
    }
    const expected = isStart ? "a family of defaults" : "an account";
    const found = bareOfKind(expression.name, isStart ? "Family" : "Account", expected, context);
    const isDate = isStart || expression.measure === "first overdue";
    return found && (isDate ? perhaps(date) : always(money));
  },
};

/** Whether an expression names an event, rather than taking one of several. */
export function standsForEvent({ kind }: Expression): boolean {
  return ["NameReference", "ItsReference", "ThisReference", "MemberReference", "EventsFold"].includes(kind);
}

const columns = new Map([
  ["open", price],
  ["high", price],
  ["low", price],
  ["close", price],
  ["vwap", price],
  ["volume", shares],
]);

/** What a name means that stands alone; an unknown one is told, with the nearest. */
export function bareSymbol(name: Identifier, context: Inference): NoteLevelSymbol | undefined {
  const { noteLevel, perEvent, broken } = context.symbols;
  const symbol = noteLevel.get(name.text);
  if (symbol !== undefined || broken.has(name.text)) return symbol;
  const owner = ownerOf(name.text, perEvent);
  if (owner !== undefined) {
    const help = wayToOwned(name.text, owner, context);
    context.say(diagnostic("TN2005", name.span, { name: name.text, event: owner }, [], { help }));
  } else {
    const help = `declare it, with \`${name.text} means …\` or \`given ${name.text}: …\`, or name something that is declared`;
    context.say(
      diagnostic("TN2001", name.span, { name: name.text }, [], { help, ...nearest(context, name, noteLevel.keys()) }),
    );
  }
  return undefined;
}

/** The first event that has a value of that name. */
export function ownerOf(name: string, perEvent: Symbols["perEvent"]): string | undefined {
  const known = owners.get(perEvent) ?? ownersIn(perEvent);
  owners.set(perEvent, known);
  return known.get(name);
}

const owners = new WeakMap<Symbols["perEvent"], ReadonlyMap<string, string>>();

function ownersIn(perEvent: Symbols["perEvent"]): Map<string, string> {
  // Of two with one name the first counts, so it is put in last.
  const pairs = [...perEvent].flatMap(([event, names]) => [...names.keys()].map((name) => [name, event] as const));
  return new Map(pairs.reverse());
}

/** How a value of each event is read from outside of one: dates and choices are not summed. */
function wayToOwned(name: string, event: string, context: Inference): string | undefined {
  const type = ownedType(name, event, context);
  const some = (test: string) => `\`some ${event} has (its ${name}${test})\``;
  const all = (fold: string) => `\`the ${fold} of its ${name} over ${event} events\``;
  switch (type?.kind) {
    case "date":
    case "time":
      return `write \`its ${name}\`, ${all("latest")}, or ${some(` ${testInWords(type)}`)}`;
    case "yes or no":
      return `write \`its ${name}\`, or ${some("")}`;
    case "text":
    case "choice":
      return `write \`its ${name}\`, or ${some(` ${testInWords(type)}`)}`;
    case "quantity":
      return sameUnit(type.unit, price.unit) || sameUnit(type.unit, rate.unit)
        ? `write \`its ${name}\`, or ${all("highest")}`
        : undefined;
    default:
      return undefined;
  }
}

function ownedType(name: string, event: string, context: Inference): ValueType | undefined {
  const symbol = context.symbols.perEvent.get(event)?.get(name);
  if (symbol?.kind === "Field") return typeNamed(symbol.field.type);
  return symbol?.kind === "Definition" ? context.definitionType(symbol.key)?.type : undefined;
}

/** The same for a place that takes names of one sort only. `expected` says which: "an account". */
export function bareOfKind(
  name: Identifier,
  kind: NoteLevelSymbol["kind"],
  expected: string,
  context: Inference,
): NoteLevelSymbol | undefined {
  const symbol = bareSymbol(name, context);
  if (symbol === undefined || symbol.kind === kind) return symbol;
  wrongSort(name, symbol, expected, context);
  return undefined;
}

/** Words for a name that is not known: the nearest one, with the change that puts it there. */
export function nearest(
  { suggests }: Pick<Inference, "suggests">,
  name: Identifier,
  candidates: Iterable<string>,
  before = "",
): Help {
  const found = suggests ? nearestName(name.text, candidates) : undefined;
  if (found === undefined) return {};
  return { help: `write \`${before}${found}\``, fix: { span: name.span, text: found } };
}

/** The same for a text in quotes, whose place includes them. */
export function nearestQuoted(
  { suggests }: Pick<Inference, "suggests">,
  name: Identifier,
  candidates: Iterable<string>,
): Help {
  const found = suggests ? nearestName(name.text, candidates) : undefined;
  if (found === undefined) return {};
  return { help: `write "${found}"`, fix: { span: name.span, text: `"${found}"` } };
}

interface Help {
  readonly help?: string;
  readonly fix?: { readonly span: Identifier["span"]; readonly text: string };
}

export function wrongSort(name: Identifier, symbol: NoteLevelSymbol, expected: string, context: Inference): void {
  const facts = { name: name.text, found: sortInWords[symbol.kind], expected };
  context.say(diagnostic("TN2011", name.span, facts, [{ span: symbol.name.span, label: "declared here" }]));
}

const sortInWords: Readonly<Record<NoteLevelSymbol["kind"], string>> = {
  Party: "a party",
  Given: "a deal term",
  Event: "an event",
  Definition: "a definition",
  State: "a state",
  Account: "an account",
  Family: "a family of defaults",
};

function typeOfSymbol(expression: NameReference, symbol: NoteLevelSymbol, context: Inference): Typed | undefined {
  const name = symbol.name.text;
  switch (symbol.kind) {
    case "Party":
      return mean(context, expression, { kind: "Party", name }, always(text));
    case "Given":
      return mean(context, expression, { kind: "Given", name }, givenType(symbol));
    case "State":
      return mean(context, expression, { kind: "State", name }, context.stateType(name));
    case "Definition":
      return mean(
        context,
        expression,
        { kind: "Definition", key: name, through: "alone" },
        context.definitionType(name),
      );
    case "Family":
      return mean(context, expression, { kind: "Family", name }, always(yesOrNo));
    case "Account":
      wrongSort(expression.name, symbol, `a value, such as \`unpaid ${name}\` or \`due ${name}\`,`, context);
      return undefined;
    case "Event":
      wrongSort(expression.name, symbol, `a value, such as \`the number of ${name} events\`,`, context);
      return undefined;
  }
}

function givenType({ statement }: NoteLevelSymbol): Typed | undefined {
  return statement.kind === "Given" ? always(typeNamed(statement.type)) : undefined;
}

/** What an event has under a name: its date and time, a field, a value, or an event tied to it with `for`. */
function typeOfMember(
  expression: ItsReference | MemberReference,
  event: string,
  through: OwnerBinding,
  context: Inference,
): Typed | undefined {
  const { symbols } = context;
  const name = expression.name.text;
  if (name === "date") return mean(context, expression, { kind: "Moment", moment: "date" }, always(date));
  if (name === "time") return mean(context, expression, { kind: "Moment", moment: "time" }, always(time));
  const symbol = symbols.perEvent.get(event)?.get(name);
  if (symbol?.kind === "Field") {
    const { type, isOptional, initial } = symbol.field;
    const typed = perhaps(typeNamed(type), isOptional && initial === undefined);
    return mean(context, expression, { kind: "Field", event, name }, typed);
  }
  if (symbol?.kind === "Definition") {
    const { key } = symbol;
    return mean(context, expression, { kind: "Definition", key, through }, context.definitionType(key));
  }
  return typeOfTiedEvent(expression, event, context);
}

function typeOfTiedEvent(
  expression: ItsReference | MemberReference,
  event: string,
  context: Inference,
): Typed | undefined {
  const { symbols } = context;
  const name = expression.name.text;
  const occurrence = { kind: "occurrence", event: name } as const;
  if (symbols.referring.get(event)?.includes(name)) {
    return mean(context, expression, { kind: "Referring", event: name }, perhaps(occurrence));
  }
  if (eventNamed(symbols, event)?.refersTo?.text === name && symbols.noteLevel.get(name)?.kind === "Event") {
    return mean(context, expression, { kind: "Referred", event: name }, always(occurrence));
  }
  if (!symbols.broken.has(name) && eventNamed(symbols, event) !== undefined)
    sayUnknownMember(expression, event, context);
  return undefined;
}

function sayUnknownMember(expression: ItsReference | MemberReference, event: string, context: Inference): void {
  const { symbols } = context;
  const { name } = expression;
  const known = [
    ...(symbols.perEvent.get(event)?.keys() ?? []),
    ...(symbols.referring.get(event) ?? []),
    ...(eventNamed(symbols, event)?.refersTo === undefined ? [] : [eventNamed(symbols, event)?.refersTo?.text ?? ""]),
  ];
  const bare = symbols.noteLevel.get(name.text);
  const isValueOfNote = bare !== undefined && bare.kind !== "Event" && bare.kind !== "Account";
  const help = isValueOfNote
    ? { help: `\`${name.text}\` is a value of the note: write it without \`its\`` }
    : nearest(context, name, known, expression.kind === "ItsReference" ? "its " : "");
  context.say(diagnostic("TN2003", name.span, { event, name: name.text }, [], help));
}

function typeOfFamily(expression: UnderSection, context: Inference): Typed | undefined {
  const name = expression.name.text;
  requireSections(
    expression,
    (context.symbols.families.get(name) ?? []).map((member) => member.section),
    context,
  );
  return mean(context, expression, { kind: "Family", name }, always(yesOrNo));
}

function requireSections({ name, sections }: UnderSection, known: readonly string[], context: Inference): void {
  for (const section of sections) {
    if (known.includes(section.text)) continue;
    const what = `\`${name.text}\``;
    context.say(
      diagnostic(
        "TN2010",
        section.span,
        { what, section: section.text },
        [],
        nearest(context, section, known, "under "),
      ),
    );
  }
}

function throughIts(scope: Scope): OwnerBinding {
  return scope.head !== undefined && scope.events.length === 1 ? "head" : "other";
}

function mean(
  context: Inference,
  expression: Expression,
  meaning: Meaning,
  typed: Typed | undefined,
): Typed | undefined {
  context.meanings.set(expression, meaning);
  return typed;
}
