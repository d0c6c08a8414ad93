import { assertNever } from "../../../base/assert-never.ts";
import { nearestName } from "../../../base/nearest-name.ts";
import { once } from "../../../base/once.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { textOf } from "../../../source/span.ts";
import type {
  Expression,
  Identifier,
  ItsReference,
  MarketColumn,
  MemberReference,
  NameReference,
  UnderSection,
} from "../../../syntax/ast.ts";
import { theMarket } from "../../../units/market-columns.ts";
import type { Quantity } from "../../../units/value-type.ts";
import { date, plainNumber, price, rate, sameUnit, text, time, yesOrNo } from "../../../units/value-type.ts";
import type { NoteLevelSymbol, PerEventSymbol, Symbols } from "../../ast.ts";
import { eventNamed, scheduleNamed } from "../../ast.ts";
import { seriesOf } from "../../series.ts";
import type { HeadMeaning, MemberMeaning, NameMeaning, OwnerBinding, Typing } from "../../tree.ts";
import { isOccurrence } from "../../tree.ts";
import { isKindOfValue, shown, testInWords, typeNamed } from "../../words.ts";
import type { Inference, Inferrers, Named } from "../inference.ts";
import { always, faulty, inferDay, inferKind, named, perhaps, typed } from "../inference.ts";
import type { Scope } from "../scope.ts";

/** Names in expressions: each is given its meaning, and the type of what it means. */
export const references: Inferrers<
  "NameReference" | "ItsReference" | "ThisReference" | "MemberReference" | "MarketColumn" | "UnderSection"
> = {
  NameReference: (expression, context, scope) => {
    const symbol = bareSymbol(expression.name, context, scope);
    if (symbol && expression.continues && symbol.kind !== "Family") sayNotContinuing(expression, context);
    return named(expression, symbol && valueOfSymbol(expression, symbol, context));
  },

  ItsReference: (expression, context, scope) => {
    const [event] = scope.events;
    if (expression.isPrevious && scheduleNamed(context.symbols, event) === undefined) {
      context.say(diagnostic("TN2040", expression.span, { text: shown(expression.span) }));
      return expression;
    }
    if (event !== undefined) {
      const member = requireNoAccount(
        expression,
        memberOf(expression, event, throughIts(scope), context),
        scope,
        context,
      );
      // The first of the dates has none before it.
      const canLack = expression.isPrevious || member?.typing?.isOptional;
      const typing = member?.typing && perhaps(member.typing.type, canLack ?? false);
      return named(expression, member && { ...member, typing });
    }
    context.say(diagnostic("TN2004", expression.span, { text: shown(expression.span) }));
    return expression;
  },

  ThisReference: (expression, context, scope) => {
    const event = expression.event.text;
    const { outer, events } = scope;
    if (event === outer && scope.head !== event) {
      const meaning: HeadMeaning = { kind: "Head", event, depth: events.length - 1 };
      return named(expression, { meaning, typing: always({ kind: "occurrence", event }) });
    }
    if (scope.head !== event) {
      const found = scope.head === undefined ? "no event" : `each \`${scope.head}\``;
      context.say(diagnostic("TN2013", expression.span, { event, found }));
      return expression;
    }
    const meaning: HeadMeaning = { kind: "Head", event, depth: events.length - (outer === undefined ? 1 : 2) };
    return named(expression, { meaning, typing: always({ kind: "occurrence", event }) });
  },

  MemberReference: (expression, context, scope) => {
    if (!requireEvent(expression.target, context)) return expression;
    const target = context.infer(expression.target, scope);
    if (target.type === undefined) return { ...expression, target };
    if (!isOccurrence(target)) {
      const facts = { name: shown(target.span), found: "no event", expected: "an event" };
      context.say(diagnostic("TN2011", target.span, facts));
      return { ...expression, target: faulty(target) };
    }
    const through = target.kind === "ThisReference" ? "head" : "other";
    const found = memberOf(expression, target.type.event, through, context);
    const member = requireNoAccount({ ...expression, target }, found, scope, context);
    const typing = member?.typing && perhaps(member.typing.type, member.typing.isOptional || target.isOptional);
    return named({ ...expression, target }, member && { ...member, typing });
  },

  MarketColumn: (expression, context, scope) => {
    const type = typeOfColumn(expression, context);
    const date = expression.date && inferDay(context, expression.date, scope, "The day up to which is looked");
    const count =
      expression.count && inferKind(context, expression.count, scope, plainNumber, `The number of ${expression.unit}s`);
    const node = { ...expression, ...(date && { date }), ...(count && { count }) };
    if ((date && date.type === undefined) || (count && count.type === undefined)) return node;
    return typed(node, type && perhaps(type, date?.isOptional === true || count?.isOptional === true));
  },

  UnderSection: (expression, context, scope) => {
    const { name } = expression;
    if (context.symbols.families.has(name.text)) {
      requireSections(expression, context);
      return named(expression, { meaning: { kind: "Family", name: name.text }, typing: always(yesOrNo) });
    }
    if (expression.continues) sayNotContinuing(expression, context);
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
};

function sayNotContinuing({ name }: NameReference | UnderSection, context: Inference): void {
  context.say(diagnostic("TN3144", name.span, { text: name.text }));
}

/** The kind of figure in a column, where there is such a series with such a column. */
function typeOfColumn({ series: named, column, span }: MarketColumn, context: Inference): Quantity | undefined {
  const known = seriesOf(context.symbols);
  if (named === undefined && !known.has(theMarket)) {
    const having = [...known.values()].find(({ columns }) => columns.has(column.text)) ?? [...known.values()][0];
    const help = `write \`${having?.name ?? ""} ${column.text}\``;
    context.say(diagnostic("TN2037", span, { column: column.text, series: having?.name ?? "" }, [], { help }));
    return undefined;
  }
  if (named !== undefined && !requireSeries(named, context)) return undefined;
  const series = known.get(named?.text ?? theMarket);
  if (series === undefined || series.columns.has(column.text)) return series?.columns.get(column.text);
  if (series.declared === undefined) {
    context.say(diagnostic("TN2012", column.span, { column: column.text }));
    return undefined;
  }
  const facts = { series: series.name, column: column.text };
  const related = [{ span: series.declared.span, label: "declared here" }];
  context.say(diagnostic("TN2036", column.span, facts, related, nearest(context, column, series.columns.keys())));
  return undefined;
}

/** Reports a name that is no series, unless its declaration is broken. */
export function requireSeries(name: Identifier, context: Inference): boolean {
  const { noteLevel, broken } = context.symbols;
  const symbol = noteLevel.get(name.text);
  if (symbol?.kind === "Series") return true;
  if (broken.has(name.text)) return false;
  if (symbol !== undefined) {
    wrongSort(name, symbol, "a series, which has columns,", context);
    return false;
  }
  const declared = [...noteLevel.values()].flatMap((it) => (it.kind === "Series" ? [it.name.text] : []));
  context.say(diagnostic("TN2035", name.span, { name: name.text }, [], nearest(context, name, declared)));
  return false;
}

/** The symbol of a name that stands alone; an unknown name is reported, with the nearest known one. */
export function bareSymbol(name: Identifier, context: Inference, scope?: Scope): NoteLevelSymbol | undefined {
  const { noteLevel, perEvent, broken } = context.symbols;
  const symbol = noteLevel.get(name.text);
  if (symbol !== undefined || broken.has(name.text)) return symbol;
  const owner = ownerOf(name.text, perEvent);
  if (owner !== undefined) {
    const tied = scope?.events[0] === undefined ? undefined : throughTie(name.text, scope.events[0], context);
    const written = writtenName(name);
    const here = tied ?? (written === name.text ? undefined : written);
    const help = here === undefined ? wayToOwned(name.text, owner, context) : `write \`its ${here}\``;
    context.say(diagnostic("TN2005", name.span, { name: written, event: owner }, [], { help }));
  } else {
    const help = `declare it, with ${declarations(name.text)}, or name something that is declared`;
    const extras = inPlural(name, context) ?? { help, ...nearest(context, name, noteLevel.keys()) };
    context.say(diagnostic("TN2001", name.span, { name: name.text }, [], extras));
  }
  return undefined;
}

/** `over Payments` for `over Payment events`. */
function inPlural(name: Identifier, { symbols, suggests }: Inference): Help | undefined {
  const event = name.text.replace(/s$/, "");
  if (!suggests || event === name.text || symbols.noteLevel.get(event)?.kind !== "Event") return undefined;
  return { help: `write \`${event} events\``, fix: { span: name.span, text: `${event} events` } };
}

/** A name as its own text has it: a clause knows nothing of what the note that uses it calls a value. */
function writtenName({ text, span }: Identifier): string {
  const written = textOf(span);
  return span.source.reword(written) === text ? written : text;
}

/** How a name may be declared; one that ends in a kind of value, such as `Closing Date`, first as a deal term of it. */
function declarations(name: string): string {
  const last = name.split(" ").at(-1)?.toLowerCase() ?? "";
  if (/\bDefault$/.test(name)) return `\`${name} occurs when …\`, \`${name} holds when …\``;
  const definition = `\`${name} means …\``;
  return isKindOfValue(last) ? `\`given ${name}: ${last}\` or ${definition}` : `${definition} or \`given ${name}: …\``;
}

/** An event that has to be known where one is spoken of alone: `X has happened`, `X's date`. */
export function requireEvent(target: Expression, context: Inference): boolean {
  if (target.kind !== "NameReference") return true;
  const { noteLevel, perEvent, broken } = context.symbols;
  const { text, span } = target.name;
  if (noteLevel.has(text) || broken.has(text) || ownerOf(text, perEvent) !== undefined) return true;
  const events = [...noteLevel.values()].flatMap((symbol) => (symbol.kind === "Event" ? [symbol.name.text] : []));
  context.say(diagnostic("TN2006", span, { name: text }, [], nearest(context, target.name, events)));
  return false;
}

/** The first event that has a value of that name. */
export function ownerOf(name: string, perEvent: Symbols["perEvent"]): string | undefined {
  return ownersIn(perEvent).get(name);
}

const ownersIn = once((perEvent: Symbols["perEvent"]) => {
  // Of two with one name the first counts, so it is put in last.
  const pairs = [...perEvent].flatMap(([event, names]) => [...names.keys()].map((name) => [name, event] as const));
  return new Map(pairs.reverse());
});

/** How a value of each event is read from outside of one: dates and choices are not summed. */
function wayToOwned(name: string, event: string, context: Inference): string | undefined {
  const symbol = context.symbols.perEvent.get(event)?.get(name);
  if (symbol?.kind === "Definition" && isAccount(symbol.key, context)) return wayToMeasure(name, event);
  const type = symbol && typingOfMember(symbol, context)?.type;
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
  const help = rightPlace(name.text, symbol.kind, expected);
  const related = [{ span: symbol.name.span, label: "declared here" }];
  context.say(diagnostic("TN2011", name.span, facts, related, help === undefined ? {} : { help }));
}

/** What to write of a name that belongs elsewhere, where that is plain. */
function rightPlace(name: string, kind: NoteLevelSymbol["kind"], expected: string): string | undefined {
  if (kind === "Account" && expected === sortInWords.State)
    return `an account grows by \`${name} is charged AMOUNT\` and falls by \`AMOUNT is applied to ${name}\` or \`${name} is waived\``;
  if (kind === "Family" && expected === sortInWords.Event)
    return `a default begins and ends: write \`when ${name} begins\``;
  if (kind === "Event" && expected === "a value that can be asked for")
    return `give the event an id, as in \`${name} "n"\`, and write \`${name} of "n" is yes\` or \`is refused\``;
  if (kind === "Event" && expected === "the day of a rule")
    return `what follows an event stands under \`when ${name}\``;
  const isEdge = kind === "Event" && expected === "something that holds or not";
  return isEdge ? `an event is of one day: write \`when ${name}\`` : undefined;
}

export const sortInWords: Readonly<Record<NoteLevelSymbol["kind"], string>> = {
  Party: "a party",
  Given: "a deal term",
  Event: "an event",
  Definition: "a definition",
  State: "a state",
  Account: "an account",
  Family: "a family of defaults",
  Series: "a series",
  Schedule: "a schedule",
};

function valueOfSymbol(
  expression: NameReference,
  symbol: NoteLevelSymbol,
  context: Inference,
): Named<NameMeaning> | undefined {
  const { kind } = symbol;
  const name = symbol.name.text;
  if (kind === "Account" || kind === "Event" || kind === "Series" || kind === "Schedule") {
    const instead = insteadOf[kind](name, context);
    wrongSort(expression.name, symbol, `a value, such as ${instead},`, context);
    return undefined;
  }
  const meaning: NameMeaning = kind === "Definition" ? { kind, key: name, through: "alone" } : { kind, name };
  return { meaning, typing: typingOfSymbol(symbol, context) };
}

/** What may be meant by a name that is no value. */
const insteadOf = {
  Account: (name: string) => `\`unpaid ${name}\` or \`due ${name}\``,
  Event: (name: string) => `\`the number of ${name} events\``,
  Schedule: (name: string) => `\`the first of ${name} after today\``,
  Series: (name: string, { symbols }: Inference) =>
    `\`${name} ${[...(seriesOf(symbols).get(name)?.columns.keys() ?? [])][0] ?? "close"}\``,
} as const;

/** Of what a name stands for that stands alone; undefined for what is no value. */
export function typingOfSymbol({ kind, name, statement }: NoteLevelSymbol, context: Inference): Typing | undefined {
  switch (kind) {
    case "Party":
      return always(text);
    case "Given":
      return statement.kind === "Given" ? perhaps(typeNamed(statement.type), statement.isOptional === true) : undefined;
    case "State":
      return context.stateType(name.text);
    case "Definition":
      return context.definitionType(name.text);
    case "Family":
      return always(yesOrNo);
    case "Account":
    case "Event":
    case "Series":
    case "Schedule":
      return undefined;
    default:
      return assertNever(kind);
  }
}

/** Of a field or a value of an event. */
export function typingOfMember(symbol: PerEventSymbol, context: Inference): Typing | undefined {
  if (symbol.kind === "Definition") return context.definitionType(symbol.key);
  const { type, isOptional, initial } = symbol.field;
  return perhaps(typeNamed(type), isOptional && initial === undefined);
}

/** An account of the event is no value where none is taken: what is asked for is a measure of it. */
function requireNoAccount(
  { name, span }: ItsReference | MemberReference,
  member: Named<MemberMeaning> | undefined,
  { takesAccount }: Scope,
  context: Inference,
): Named<MemberMeaning> | undefined {
  if (takesAccount || member?.meaning.kind !== "Definition") return member;
  if (!isAccount(member.meaning.key, context)) return member;
  const text = shown(span);
  const expected = `a value, such as \`unpaid ${text}\` or \`due ${text}\`,`;
  const facts = { name: name.text, found: "an account of each event", expected };
  const declared = context.symbols.definitions.get(member.meaning.key)?.name;
  const related = declared ? [{ span: declared.span, label: "declared here" }] : [];
  context.say(diagnostic("TN2011", span, facts, related));
  return undefined;
}

const isAccount = (key: string, { symbols }: Inference): boolean =>
  symbols.definitions.get(key)?.statement.kind === "AccountDeclaration";

/** How a measure of an account of each event is written. */
export const wayToMeasure = (name: string, event: string, measure = "unpaid"): string =>
  `write \`${measure} its ${name}\`, or \`the total of ${measure} its ${name} for each ${event}\``;

/** What an event has under a name: its date and time, a field, a value, or an event tied to it with `for`. */
function memberOf(
  expression: ItsReference | MemberReference,
  event: string,
  through: OwnerBinding,
  context: Inference,
): Named<MemberMeaning> | undefined {
  const name = expression.name.text;
  if (name === "date") return { meaning: { kind: "Moment", moment: "date", of: event }, typing: always(date) };
  const happens = eventNamed(context.symbols, event)?.happens;
  // What happens on the dates of a schedule has what its date has.
  const schedule = scheduleNamed(context.symbols, happens?.kind === "ScheduleTrigger" ? happens.schedule.text : event);
  if (schedule && name === "number") {
    return { meaning: { kind: "Moment", moment: name, of: event }, typing: always(plainNumber) };
  }
  if (schedule && name === "start") {
    // Counted from a day that is itself one of the dates, or joined, nothing says when its period began.
    const { dates, begins } = schedule;
    const isOpen = begins === undefined && (dates.kind !== "CycleDates" || dates.range.fromIncluded);
    return { meaning: { kind: "Moment", moment: name, of: event }, typing: perhaps(date, isOpen) };
  }
  if (!schedule && !happens && name === "time")
    return { meaning: { kind: "Moment", moment: "time", of: event }, typing: perhaps(time) };
  const symbol = context.symbols.perEvent.get(event)?.get(name);
  if (symbol === undefined) return tiedEvent(expression, event, context);
  const typing = typingOfMember(symbol, context);
  if (symbol.kind === "Field") return { meaning: { kind: "Field", of: event, name }, typing };
  return { meaning: { kind: "Definition", key: symbol.key, through, of: event }, typing };
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
  const isKnown = (eventNamed(symbols, of) ?? scheduleNamed(symbols, of)) !== undefined;
  if (!symbols.broken.has(event) && isKnown) sayUnknownMember(expression, of, context);
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
  const tied = throughTie(name.text, event, context);
  const isValueOfNote = bare !== undefined && bare.kind !== "Event" && bare.kind !== "Account";
  const help = isValueOfNote
    ? { help: `\`${name.text}\` is a value of the note: write it without \`its\`` }
    : tied !== undefined && expression.kind === "ItsReference"
      ? { help: `write \`its ${tied}\``, fix: { span: name.span, text: tied } }
      : nearest(context, name, known, expression.kind === "ItsReference" ? "its " : "");
  context.say(diagnostic("TN2003", name.span, { event, name: name.text }, [], help));
}

/** `Notice of Conversion's Principal Converted`: what the event has to which an event is tied. */
function throughTie(name: string, event: string, { symbols }: Inference): string | undefined {
  const other = eventNamed(symbols, event)?.refersTo?.text;
  return other !== undefined && symbols.perEvent.get(other)?.has(name) ? `${other}'s ${name}` : undefined;
}

/** An event has nothing of that name; `known` are the names that may be meant. */
export function sayNoMember(name: Identifier, event: string, known: Iterable<string>, context: Inference): void {
  context.say(diagnostic("TN2003", name.span, { event, name: name.text }, [], nearest(context, name, known)));
}

/** Each section named has to be one of those known: of a family, those of its members. */
export function requireSections(
  { name, sections = [] }: { readonly name: Identifier; readonly sections?: readonly Identifier[] },
  context: Inference,
  known = (context.symbols.families.get(name.text) ?? []).map(({ section }) => section),
  before = "under ",
): void {
  for (const section of sections) {
    if (known.includes(section.text)) continue;
    const facts = { what: `\`${name.text}\``, section: section.text };
    context.say(diagnostic("TN2010", section.span, facts, [], nearest(context, section, known, before)));
  }
}

function throughIts(scope: Scope): OwnerBinding {
  return scope.head !== undefined && scope.events.length === (scope.outer === undefined ? 1 : 2) ? "head" : "other";
}
