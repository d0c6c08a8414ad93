import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type {
  Expression,
  Identifier,
  MarketFile,
  Story,
  StoryEvent,
  StoryExpectation,
  StoryRow,
} from "../../../syntax/ast.ts";
import { expressionsIn } from "../../../syntax/walk.ts";
import { partsOfDatedId } from "../../../units/calendars/dated-id.ts";
import type { ValueType } from "../../../units/value-type.ts";
import { time, yesOrNo } from "../../../units/value-type.ts";
import type { PerEventSymbol } from "../../ast.ts";
import { eventNamed } from "../../ast.ts";
import { fixedValue } from "../../constants.ts";
import { seriesOf } from "../../series.ts";
import type { Checked, Part, StatementOf, Typing } from "../../tree.ts";
import { moneyOfAccount, shown, typeNamed } from "../../words.ts";
import { requireReadingChoice } from "../expressions/dates.ts";
import { requireEvent } from "../expressions/folds.ts";
import {
  bareOfKind,
  bareSymbol,
  nearest,
  nearestQuoted,
  ownerOf,
  requireSections,
  requireSeries,
  sayNoMember,
  typingOfMember,
  typingOfSymbol,
  wrongSort,
} from "../expressions/references.ts";
import type { Inference } from "../inference.ts";
import { always, inferDay, inferKind } from "../inference.ts";
import { scopeOf } from "../scope.ts";
import { inferFor } from "../wrong-unit.ts";
import { withSetUps } from "./set-ups.ts";

/**
 * A test speaks of deal terms, readings, events and values of the template, in fixed figures. What a scenario may not say
 * either is found where scenarios are read.
 */
export function inferStory(story: Story, context: Inference): StatementOf<"Story"> {
  const terms = story.terms.map((it) => {
    const symbol = bareOfKind(it.name, "Given", "a deal term", context);
    const type = symbol?.statement.kind === "Given" ? typeNamed(symbol.statement.type) : undefined;
    return { ...it, value: inferFixed(it.name, type, it.value, context, symbol?.name) };
  });
  const rows = story.rows.map((row) => inferStoryRow(row, context));
  for (const { name, choice } of story.readings) requireReadingChoice(name, choice, context);
  for (const file of story.market) requireMarket(file, context);
  const ids = new Map<string, StoryEvent>();
  for (const { events } of withSetUps(story, context.symbols)) {
    for (const event of events) if (event.id && !ids.has(event.id.text)) ids.set(event.id.text, event);
  }
  const events = story.events.map((event) => inferStoryEvent(event, context));
  const expectations = story.expectations.map((it) => inferExpectation(it, ids, context));
  return { ...story, terms, rows, events, expectations };
}

/** A row of a list has its day and its columns. */
function inferStoryRow(row: StoryRow, context: Inference): Part<StoryRow> {
  const symbol = bareOfKind(row.list, "Schedule", "a list of dates", context);
  const schedule = symbol?.statement.kind === "ScheduleDeclaration" ? symbol.statement : undefined;
  if (symbol && schedule?.dates.kind !== "GivenDates") {
    wrongSort(row.list, symbol, "a list of dates that a deal gives", context);
  }
  const on = inferDay(context, row.on, scopeOf(), "The day of a row");
  requireFixed(row.on, context);
  const names = context.symbols.perEvent.get(row.list.text);
  const fields = row.fields.map((it) => {
    if (schedule === undefined) return it;
    return { ...it, value: inferField(it.name, it.value, row.list.text, names, context) };
  });
  return { ...row, on, fields };
}

/** A file is that of a series, and says its own names of columns that the series has. */
function requireMarket({ series: named, columns }: MarketFile, context: Inference): void {
  if (named !== undefined && !requireSeries(named, context)) return;
  const known = seriesOf(context.symbols);
  const series = named === undefined ? [...known.values()][0] : known.get(named.text);
  for (const { column } of columns) {
    if (series === undefined || column.text === "date" || series.columns.has(column.text)) continue;
    const facts = { series: series.name, column: column.text };
    context.say(diagnostic("TN2036", column.span, facts, [], nearest(context, column, series.columns.keys())));
  }
}

function inferStoryEvent(event: StoryEvent, context: Inference): Part<StoryEvent> {
  const on = inferDay(context, event.on, scopeOf(), "The day of an event");
  requireFixed(event.on, context);
  const at = event.at && inferKind(context, event.at, scopeOf(), time, "The time of an event");
  if (event.at) requireFixed(event.at, context);
  const names = context.symbols.perEvent.get(event.event.text);
  const isEvent = requireEvent(event.event, context);
  const fields = event.fields.map((it) => {
    if (!isEvent) return it;
    return { ...it, value: inferField(it.name, it.value, event.event.text, names, context) };
  });
  return { ...event, on, ...(at && { at }), fields };
}

function inferField(
  name: Identifier,
  value: Expression,
  event: string,
  names: ReadonlyMap<string, PerEventSymbol> | undefined,
  context: Inference,
): Checked {
  const symbol = names?.get(name.text);
  if (symbol?.kind === "Field") {
    const type = typeNamed(symbol.field.type);
    return inferFixed(name, type, value, context, symbol.name);
  }
  if (context.symbols.broken.has(event)) return value;
  const fields = [...(names ?? [])].filter(([, it]) => it.kind === "Field").map(([field]) => field);
  sayNoMember(name, event, fields, context);
  return value;
}

function inferExpectation(
  expectation: StoryExpectation,
  ids: ReadonlyMap<string, StoryEvent>,
  context: Inference,
): Part<StoryExpectation> {
  const on = expectation.on && inferDay(context, expectation.on, scopeOf(), "The day of an answer");
  if (expectation.on) requireFixed(expectation.on, context);
  const asked = whatIsAsked(expectation, ids, context);
  const { expected, value } = expectation;
  const checked = { ...expectation, ...(on && { on }) };
  if (expected.kind === "ExpectedNull" || expected.kind === "ExpectedError") return checked;
  return { ...checked, expected: inferFixed(value, asked?.typing?.type, expected, context, asked?.name) };
}

/** Where what a test asks for is declared, and its type. */
interface Asked {
  readonly name: Identifier | undefined;
  readonly typing: Typing | undefined;
}

/** What a test asks for: a value of the note, of an event with an id, or a member of a family. */
function whatIsAsked(
  { value, of }: StoryExpectation,
  ids: ReadonlyMap<string, StoryEvent>,
  context: Inference,
): Asked | undefined {
  const { families, noteLevel } = context.symbols;
  if (families.has(value.text)) {
    if (of) requireSections({ name: value, sections: [of] }, context, undefined, "");
    return { name: noteLevel.get(value.text)?.name, typing: always(yesOrNo) };
  }
  if (of === undefined) return isOwned(value, ids, context) ? undefined : ofNote(value, context);
  const dated = datedNamed(of, context);
  const event = dated === undefined ? requireId(of, ids, context)?.event : undefined;
  // Of an event itself: whether it was taken.
  if (event?.text === value.text) return { name: event, typing: always(yesOrNo) };
  const owner = dated ?? event?.text;
  return owner === undefined ? undefined : ofEvent(value, owner, context);
}

/** Whether the value is one of each event, so that the test has to say of which; reports a missing event. */
function isOwned(value: Identifier, ids: ReadonlyMap<string, StoryEvent>, context: Inference): boolean {
  const { noteLevel, perEvent } = context.symbols;
  const event = noteLevel.has(value.text) ? undefined : ownerOf(value.text, perEvent);
  if (event === undefined) return false;
  const listed = [...ids].filter(([, it]) => it.event.text === event).map(([id]) => id);
  const [first = "ID"] = listed;
  const isDated = eventNamed(context.symbols, event)?.happens !== undefined;
  const help = isDated
    ? `write \`${value.text} of "${event} YYYY-MM-DD"\`, with the day of the one that is meant`
    : listed.length === 0
      ? `give the ${event} an id, as in \`${event} "n"\`, and write \`${value.text} of "n"\``
      : `write \`${value.text} of "${first}"\`, with the id of the ${event} that is meant`;
  const end = { ...value.span, start: value.span.end };
  const fix = listed.length === 1 ? { span: end, text: ` of "${first}"` } : undefined;
  context.say(diagnostic("TN2005", value.span, { name: value.text, event }, [], { help, fix }));
  return true;
}

function ofNote(value: Identifier, context: Inference): Asked | undefined {
  const symbol = bareSymbol(value, context);
  if (symbol === undefined) return undefined;
  const { kind, name } = symbol;
  if (kind === "Party" || kind === "Event") {
    wrongSort(value, symbol, "a value that can be asked for", context);
    return undefined;
  }
  // Of an account, what is unpaid.
  return {
    name,
    typing:
      symbol.statement.kind === "AccountDeclaration"
        ? always(moneyOfAccount(symbol.statement))
        : typingOfSymbol(symbol, context),
  };
}

function ofEvent(value: Identifier, event: string, context: Inference): Asked | undefined {
  const names = context.symbols.perEvent.get(event);
  const symbol = names?.get(value.text);
  if (symbol !== undefined) return { name: symbol.name, typing: typingOfMember(symbol, context) };
  const isSilent = context.symbols.broken.has(value.text) || eventNamed(context.symbols, event) === undefined;
  if (!isSilent) sayNoMember(value, event, names?.keys() ?? [], context);
  return undefined;
}

/** What happens by itself is named by its kind and its day. */
function datedNamed({ text }: Identifier, { symbols }: Inference): string | undefined {
  const event = partsOfDatedId(text)?.event ?? "";
  return eventNamed(symbols, event)?.happens === undefined ? undefined : event;
}

function requireId(id: Identifier, ids: ReadonlyMap<string, StoryEvent>, context: Inference): StoryEvent | undefined {
  const event = ids.get(id.text);
  if (event === undefined) {
    context.say(diagnostic("TN2016", id.span, { id: id.text }, [], nearestQuoted(context, id, ids.keys())));
  }
  return event;
}

function inferFixed(
  name: Identifier,
  type: ValueType | undefined,
  value: Expression,
  context: Inference,
  declaredAt?: Identifier,
): Checked {
  const checked = inferFor(name, type, value, scopeOf(), "a test", context, declaredAt);
  requireFixed(value, context);
  return checked;
}

/** Figures, and sums of figures. */
function requireFixed(value: Expression, context: Inference): void {
  const isPartMissing = expressionsIn(value).some(({ kind }) => kind === "Missing");
  const isWrittenOut = ["NumberLiteral", "DateLiteral", "TimeLiteral"].includes(value.kind);
  if (!isPartMissing && !isWrittenOut && fixedValue(value) === undefined)
    context.say(diagnostic("TN3012", value.span, { text: shown(value.span) }));
}
