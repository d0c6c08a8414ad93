import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Expression, Identifier, Story, StoryEvent, StoryExpectation } from "../../syntax/ast.ts";
import { expressionsIn } from "../../syntax/walk.ts";
import type { ValueType } from "../../units/value-type.ts";
import { money } from "../../units/value-type.ts";
import type { PerEventSymbol, Typed } from "../ast.ts";
import { eventNamed } from "../ast.ts";
import { fixedValue } from "../constants.ts";
import { shown, typeNamed } from "../words.ts";
import { requireChoice } from "./dates.ts";
import { requireEvent } from "./folds.ts";
import type { Inference } from "./inference.ts";
import { inferKind } from "./inference.ts";
import { bareOfKind, bareSymbol, nearest, nearestQuoted, ownerOf, wrongSort } from "./references.ts";
import { scopeOf } from "./scope.ts";
import { inferFor } from "./wrong-unit.ts";

/** A test speaks of deal terms, readings, events and values of the template, in fixed figures. */
export function inferStory(story: Story, context: Inference): void {
  for (const { name, value } of story.terms) {
    const symbol = bareOfKind(name, "Given", "a deal term", context);
    const type = symbol?.statement.kind === "Given" ? typeNamed(symbol.statement.type) : undefined;
    inferFixed(name, type, value, context, symbol?.name);
  }
  for (const { name, choice } of story.readings) {
    const choices = context.symbols.readings.get(name.text)?.statement.choices.map((it) => it.text);
    if (choices) requireChoice(choice, choices, `the reading "${name.text}"`, context);
  }
  const ids = new Map<string, StoryEvent>();
  for (const event of story.events) enterId(event, ids, context);
  for (const event of story.events) inferStoryEvent(event, ids, context);
  for (const expectation of story.expectations) inferExpectation(expectation, ids, context);
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

function inferStoryEvent(event: StoryEvent, ids: ReadonlyMap<string, StoryEvent>, context: Inference): void {
  inferKind(context, event.on, scopeOf(), "date", "The day of an event");
  requireFixed(event.on, context);
  if (event.at) {
    inferKind(context, event.at, scopeOf(), { kind: "time" }, "The time of an event");
    requireFixed(event.at, context);
  }
  if (event.refersTo) requireId(event.refersTo, ids, context);
  if (!requireEvent(event.event, context)) return;
  const names = context.symbols.perEvent.get(event.event.text);
  for (const { name, value } of event.fields) inferField(name, value, event.event.text, names, context);
}

function inferField(
  name: Identifier,
  value: Expression,
  event: string,
  names: ReadonlyMap<string, PerEventSymbol> | undefined,
  context: Inference,
): void {
  const symbol = names?.get(name.text);
  if (symbol?.kind === "Field") {
    inferFixed(name, typeNamed(symbol.field.type), value, context, symbol.name);
    return;
  }
  if (context.symbols.broken.has(event)) return;
  const fields = [...(names ?? [])].filter(([, it]) => it.kind === "Field").map(([field]) => field);
  context.say(diagnostic("TN2003", name.span, { event, name: name.text }, [], nearest(context, name, fields)));
}

function inferExpectation(
  expectation: StoryExpectation,
  ids: ReadonlyMap<string, StoryEvent>,
  context: Inference,
): void {
  if (expectation.on) {
    inferKind(context, expectation.on, scopeOf(), "date", "The day of an answer");
    requireFixed(expectation.on, context);
  }
  const type = askedType(expectation, ids, context)?.type;
  const { expected, value } = expectation;
  if (expected.kind === "ExpectedNull" || expected.kind === "ExpectedError") return;
  inferFixed(value, type, expected, context);
}

/** The type of what a test asks for: of the note, of an event with an id, or of a member of a family. */
function askedType(
  { value, of }: StoryExpectation,
  ids: ReadonlyMap<string, StoryEvent>,
  context: Inference,
): Typed | undefined {
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

function bareType(value: Identifier, context: Inference): Typed | undefined {
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

function ownedType(value: Identifier, event: string, context: Inference): Typed | undefined {
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
): void {
  inferFor(name, type, value, scopeOf(), "a test", context, declaredAt);
  requireFixed(value, context);
}

/** Figures, and sums of figures. */
function requireFixed(value: Expression, context: Inference): void {
  const isPartMissing = expressionsIn(value).some(({ kind }) => kind === "Missing");
  const isWrittenOut = ["NumberLiteral", "DateLiteral", "TimeLiteral"].includes(value.kind);
  if (!isPartMissing && !isWrittenOut && fixedValue(value) === undefined)
    context.say(diagnostic("TN3012", value.span, { text: shown(value.span) }));
}
