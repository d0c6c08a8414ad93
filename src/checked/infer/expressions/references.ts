import { assertNever } from "../../../base/assert-never.ts";
import { nearestName } from "../../../base/nearest-name.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Identifier, ItsReference, MemberReference, NameReference } from "../../../syntax/ast.ts";
import type { ValueType } from "../../../units/value-type.ts";
import { date, money, price, rate, sameUnit, shares, text, time, yesOrNo } from "../../../units/value-type.ts";
import type { NoteLevelSymbol, Symbols } from "../../ast.ts";
import { eventNamed } from "../../ast.ts";
import type { HeadMeaning, MemberMeaning, NameMeaning, OwnerBinding, Typing } from "../../tree.ts";
import { isOccurrence } from "../../tree.ts";
import { shown, testInWords, typeNamed } from "../../words.ts";
import type { Inference, Inferrers, Named } from "../inference.ts";
import { always, faulty, inferKind, named, perhaps, typed } from "../inference.ts";
import type { Scope } from "../scope.ts";

/** Names in expressions: each is given its meaning, and the type of what it means. */
export const references: Inferrers<
  "NameReference" | "ItsReference" | "ThisReference" | "MemberReference" | "MarketColumn" | "UnderSection" | "Measure"
> = {
  NameReference: (expression, context) => {
    const symbol = bareSymbol(expression.name, context);
    return named(expression, symbol && valueOfSymbol(expression, symbol, context));
  },

  ItsReference: (expression, context, scope) => {
    const [event] = scope.events;
    if (event !== undefined) return named(expression, memberOf(expression, event, throughIts(scope), context));
    context.say(diagnostic("TN2004", expression.span, { text: shown(expression.span) }));
    return expression;
  },

  ThisReference: (expression, context, scope) => {
    const event = expression.event.text;
    if (scope.head !== event) {
      const found = scope.head === undefined ? "no event" : `each \`${scope.head}\``;
      context.say(diagnostic("TN2013", expression.span, { event, found }));
      return expression;
    }
    const meaning: HeadMeaning = { kind: "Head", event, depth: scope.events.length - 1 };
    return named(expression, { meaning, typing: always({ kind: "occurrence", event }) });
  },

  MemberReference: (expression, context, scope) => {
    const target = context.infer(expression.target, scope);
    if (target.type === undefined) return { ...expression, target };
    if (!isOccurrence(target)) {
      const facts = { name: shown(target.span), found: "no event", expected: "an event" };
      context.say(diagnostic("TN2011", target.span, facts));
      return { ...expression, target: faulty(target) };
    }
    const through = target.kind === "ThisReference" ? "head" : "other";
    const member = memberOf(expression, target.type.event, through, context);
    const typing = member?.typing && perhaps(member.typing.type, member.typing.isOptional || target.isOptional);
    return named({ ...expression, target }, member && { ...member, typing });
  },

  MarketColumn: (expression, context) => {
    const type = columns.get(expression.column.text);
    if (type === undefined)
      context.say(diagnostic("TN2012", expression.column.span, { column: expression.column.text }));
    return typed(expression, type && always(type));
  },

  UnderSection: (expression, context, scope) => {
    const { name } = expression;
    if (context.symbols.families.has(name.text)) {
      requireSections(expression, context);
      return named(expression, { meaning: { kind: "Family", name: name.text }, typing: always(yesOrNo) });
    }
    const displaced = scope.displaced === undefined ? undefined : context.symbols.definitions.get(scope.displaced);
    if (displaced?.name.text === name.text) {
      requireSections(expression, context, [displaced.section]);
      const { key } = displaced;
      return named(expression, { meaning: { kind: "Displaced", key }, typing: context.displacedType(key) });
    }
    const symbol = bareSymbol(name, context);
    if (symbol)
      wrongSort(name, symbol, "a family of defaults, or in an exception the rule that it displaces,", context);
    return expression;
  },

  Measure: (expression, context, scope) => {
    const isStart = expression.measure === "start of";
    const [kind, place] =
      expression.measure === "payable"
        ? ([date, "The day of payment"] as const)
        : ([money, "The part of the base"] as const);
    const on = expression.on && inferKind<ValueType>(context, expression.on, scope, kind, place);
    const expected = isStart ? "a family of defaults" : "an account";
    const found = bareOfKind(expression.name, isStart ? "Family" : "Account", expected, context);
    if (isStart) requireSections(expression, context);
    const isDate = isStart || expression.measure === "first overdue";
    const node = { ...expression, ...(on && { on }) };
    return typed(node, found && (isDate ? perhaps<ValueType>(date) : always<ValueType>(money)));
  },
};

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

function valueOfSymbol(
  expression: NameReference,
  symbol: NoteLevelSymbol,
  context: Inference,
): Named<NameMeaning> | undefined {
  const name = symbol.name.text;
  switch (symbol.kind) {
    case "Party":
      return { meaning: { kind: "Party", name }, typing: always(text) };
    case "Given":
      return { meaning: { kind: "Given", name }, typing: givenType(symbol) };
    case "State":
      return { meaning: { kind: "State", name }, typing: context.stateType(name) };
    case "Definition":
      return {
        meaning: { kind: "Definition", key: name, through: "alone" },
        typing: context.definitionType(name),
      };
    case "Family":
      return { meaning: { kind: "Family", name }, typing: always(yesOrNo) };
    case "Account":
      wrongSort(expression.name, symbol, `a value, such as \`unpaid ${name}\` or \`due ${name}\`,`, context);
      return undefined;
    case "Event":
      wrongSort(expression.name, symbol, `a value, such as \`the number of ${name} events\`,`, context);
      return undefined;
    default:
      return assertNever(symbol.kind);
  }
}

function givenType({ statement }: NoteLevelSymbol): Typing | undefined {
  return statement.kind === "Given" ? always(typeNamed(statement.type)) : undefined;
}

/** What an event has under a name: its date and time, a field, a value, or an event tied to it with `for`. */
function memberOf(
  expression: ItsReference | MemberReference,
  event: string,
  through: OwnerBinding,
  context: Inference,
): Named<MemberMeaning> | undefined {
  const name = expression.name.text;
  if (name === "date") return { meaning: { kind: "Moment", moment: "date", of: event }, typing: always(date) };
  if (name === "time") return { meaning: { kind: "Moment", moment: "time", of: event }, typing: always(time) };
  const symbol = context.symbols.perEvent.get(event)?.get(name);
  if (symbol?.kind === "Field") {
    const { type, isOptional, initial } = symbol.field;
    const typing = perhaps(typeNamed(type), isOptional && initial === undefined);
    return { meaning: { kind: "Field", of: event, name }, typing };
  }
  if (symbol?.kind === "Definition") {
    const { key } = symbol;
    return { meaning: { kind: "Definition", key, through, of: event }, typing: context.definitionType(key) };
  }
  return tiedEvent(expression, event, context);
}

function tiedEvent(
  expression: ItsReference | MemberReference,
  of: string,
  context: Inference,
): Named<MemberMeaning> | undefined {
  const { symbols } = context;
  const event = expression.name.text;
  const occurrence = { kind: "occurrence", event } as const;
  if (symbols.referring.get(of)?.includes(event)) {
    return { meaning: { kind: "Referring", event, of }, typing: perhaps(occurrence) };
  }
  if (eventNamed(symbols, of)?.refersTo?.text === event && symbols.noteLevel.get(event)?.kind === "Event") {
    return { meaning: { kind: "Referred", event, of }, typing: always(occurrence) };
  }
  if (!symbols.broken.has(event) && eventNamed(symbols, of) !== undefined) sayUnknownMember(expression, of, context);
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

/** Each section named has to be one of those known: of a family, those of its members. */
export function requireSections(
  { name, sections = [] }: { readonly name: Identifier; readonly sections?: readonly Identifier[] },
  context: Inference,
  known = (context.symbols.families.get(name.text) ?? []).map(({ section }) => section),
): void {
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
