import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Expression, Identifier, Story, StoryEvent, StoryExpectation } from "../../../syntax/ast.ts";
import { expressionsIn } from "../../../syntax/walk.ts";
import { percentReadings } from "../../../units/percent-readings.ts";
import type { ValueType } from "../../../units/value-type.ts";
import { money, time } from "../../../units/value-type.ts";
import type { PerEventSymbol } from "../../ast.ts";
import { eventNamed } from "../../ast.ts";
import { fixedValue } from "../../constants.ts";
import type { Checked, Part, StatementOf, Typing } from "../../tree.ts";
import { shown, typeNamed } from "../../words.ts";
import { requireChoice } from "../expressions/dates.ts";
import { requireEvent } from "../expressions/folds.ts";
import { bareOfKind, bareSymbol, nearest, nearestQuoted, ownerOf, wrongSort } from "../expressions/references.ts";
import type { Inference } from "../inference.ts";
import { inferDay, inferKind } from "../inference.ts";
import { scopeOf } from "../scope.ts";
import { inferFor } from "../wrong-unit.ts";

/** A test speaks of deal terms, readings, events and values of the template, in fixed figures. */
export function inferStory(story: Story, context: Inference): StatementOf<"Story"> {
  const terms = story.terms.map((it) => {
    const symbol = bareOfKind(it.name, "Given", "a deal term", context);
    const type = symbol?.statement.kind === "Given" ? typeNamed(symbol.statement.type) : undefined;
    requireClearPercent(it.name, type, it.value, "term", context);
    return { ...it, value: inferFixed(it.name, type, it.value, context, symbol?.name) };
  });
  for (const { name, choice } of story.readings) {
    const choices = context.symbols.readings.get(name.text)?.statement.choices.map((it) => it.text);
    if (choices) requireChoice(choice, choices, `the reading "${name.text}"`, context);
  }
  const ids = new Map<string, StoryEvent>();
  for (const event of story.events) enterId(event, ids, context);
  const events = story.events.map((event) => inferStoryEvent(event, ids, context));
  const expectations = story.expectations.map((it) => inferExpectation(it, ids, context));
  return { ...story, terms, events, expectations };
}

function enterId(event: StoryEvent, ids: Map<string, StoryEvent>, context: Inference): void {
  if (event.id === undefined) return;
  const earlier = ids.get(event.id.text)?.id;
  if (earlier === undefined) ids.set(event.id.text, event);
  else {
    const related = [{ span: earlier.span, label: "given here first" }];
    context.say(diagnostic("TN2002", event.id.span, { name: event.id.text }, related));
  }
}

function inferStoryEvent(
  event: StoryEvent,
  ids: ReadonlyMap<string, StoryEvent>,
  context: Inference,
): Part<StoryEvent> {
  const on = inferDay(context, event.on, scopeOf(), "The day of an event");
  requireFixed(event.on, context);
  const at = event.at && inferKind(context, event.at, scopeOf(), time, "The time of an event");
  if (event.at) requireFixed(event.at, context);
  if (event.refersTo) requireId(event.refersTo, ids, context);
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
    requireClearPercent(name, type, value, "event", context);
    return inferFixed(name, type, value, context, symbol.name);
  }
  if (context.symbols.broken.has(event)) return value;
  const fields = [...(names ?? [])].filter(([, it]) => it.kind === "Field").map(([field]) => field);
  context.say(diagnostic("TN2003", name.span, { event, name: name.text }, [], nearest(context, name, fields)));
  return value;
}

function inferExpectation(
  expectation: StoryExpectation,
  ids: ReadonlyMap<string, StoryEvent>,
  context: Inference,
): Part<StoryExpectation> {
  const on = expectation.on && inferDay(context, expectation.on, scopeOf(), "The day of an answer");
  if (expectation.on) requireFixed(expectation.on, context);
  const type = askedType(expectation, ids, context)?.type;
  const { expected, value } = expectation;
  const checked = { ...expectation, ...(on && { on }) };
  if (expected.kind === "ExpectedNull" || expected.kind === "ExpectedError") return checked;
  return { ...checked, expected: inferFixed(value, type, expected, context) };
}

/** The type of what a test asks for: of the note, of an event with an id, or of a member of a family. */
function askedType(
  { value, of }: StoryExpectation,
  ids: ReadonlyMap<string, StoryEvent>,
  context: Inference,
): Typing | undefined {
  const { symbols } = context;
  const family = symbols.families.get(value.text);
  if (family !== undefined) {
    if (of && !family.some((member) => member.section === of.text)) {
      const facts = { what: `\`${value.text}\``, section: of.text };
      context.say(
        diagnostic(
          "TN2010",
          of.span,
          facts,
          [],
          nearest(
            context,
            of,
            family.map((it) => it.section),
          ),
        ),
      );
    }
    return { type: { kind: "yes or no" }, isOptional: false };
  }
  if (of === undefined) return isOwned(value, ids, context) ? undefined : bareType(value, context);
  const event = requireId(of, ids, context)?.event.text;
  return event === undefined ? undefined : ownedType(value, event, context);
}

/** Whether the value is one of each event, so that the test has to say of which; that is told. */
function isOwned(value: Identifier, ids: ReadonlyMap<string, StoryEvent>, context: Inference): boolean {
  const { noteLevel, perEvent } = context.symbols;
  const event = noteLevel.has(value.text) ? undefined : ownerOf(value.text, perEvent);
  if (event === undefined) return false;
  const listed = [...ids].filter(([, it]) => it.event.text === event).map(([id]) => id);
  const [first = "ID"] = listed;
  const help =
    listed.length === 0
      ? `give the ${event} an id, as in \`${event} "n"\`, and write \`${value.text} of "n"\``
      : `write \`${value.text} of "${first}"\`, with the id of the ${event} that is meant`;
  const end = { ...value.span, start: value.span.end };
  const fix = listed.length === 1 ? { span: end, text: ` of "${first}"` } : undefined;
  context.say(diagnostic("TN2005", value.span, { name: value.text, event }, [], { help, fix }));
  return true;
}

function bareType(value: Identifier, context: Inference): Typing | undefined {
  const symbol = bareSymbol(value, context);
  switch (symbol?.kind) {
    case "Definition":
      return context.definitionType(value.text);
    case "State":
      return context.stateType(value.text);
    case "Given":
      return symbol.statement.kind === "Given"
        ? { type: typeNamed(symbol.statement.type), isOptional: false }
        : undefined;
    // Of an account, what is unpaid.
    case "Account":
      return { type: money, isOptional: false };
    case "Party":
    case "Event":
      wrongSort(value, symbol, "a value that can be asked for", context);
      return undefined;
    default:
      return undefined;
  }
}

function ownedType(value: Identifier, event: string, context: Inference): Typing | undefined {
  const names = context.symbols.perEvent.get(event);
  const symbol = names?.get(value.text);
  if (symbol?.kind === "Definition") return context.definitionType(symbol.key);
  if (symbol?.kind === "Field") return { type: typeNamed(symbol.field.type), isOptional: symbol.field.isOptional };
  if (context.symbols.broken.has(value.text) || eventNamed(context.symbols, event) === undefined) return undefined;
  context.say(
    diagnostic("TN2003", value.span, { event, name: value.text }, [], nearest(context, value, names?.keys() ?? [])),
  );
  return undefined;
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

/** A percentage of 1 or more is written with its sign: 8 can be 800% or 8%. */
function requireClearPercent(
  name: Identifier,
  type: ValueType | undefined,
  value: Expression,
  of: "term" | "event",
  context: Inference,
): void {
  const figure = fixedValue(value);
  const readings = type && typeof figure === "object" ? percentReadings(figure, type, of) : undefined;
  if (readings === undefined || expressionsIn(value).some(hasPercentSign)) return;
  context.say(diagnostic("TN5228", value.span, { name: name.text, text: shown(value.span), ...readings }));
}

const hasPercentSign = (part: Expression) =>
  part.kind === "NumberLiteral" && (part.unit === "percent" || part.unit === "rate");

/** Figures, and sums of figures. */
function requireFixed(value: Expression, context: Inference): void {
  const isPartMissing = expressionsIn(value).some(({ kind }) => kind === "Missing");
  const isWrittenOut = ["NumberLiteral", "DateLiteral", "TimeLiteral"].includes(value.kind);
  if (!isPartMissing && !isWrittenOut && fixedValue(value) === undefined)
    context.say(diagnostic("TN3012", value.span, { text: shown(value.span) }));
}
