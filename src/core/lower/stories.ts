import { invariant } from "../../base/invariant.ts";
import type { Expression, Placed, Story, StoryEvent, StoryExpectation } from "../../checked/ast.ts";
import { fixedValue } from "../../checked/constants.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { TimeOfDay } from "../../units/time-of-day.ts";
import type * as core from "../core.ts";
import { byName } from "../order.ts";

/** A test's events and questions keep their order: a day's events are told in it. */
export function lowerStory({ statement, section }: Placed<Story>): core.Story {
  const { title, terms, readings, market, calendar, events, expectations, span } = statement;
  return {
    name: title.text,
    section,
    span,
    terms: byName(terms.map(({ name, value }) => [name.text, fixedBy(value)])),
    readings: byName(readings.map(({ name, choice }) => [name.text, choice.text])),
    ...(market && { market: market.text }),
    ...(calendar && { calendar: calendar.text }),
    events: events.map(lowerStoryEvent),
    expectations: expectations.map(lowerExpectation),
  };
}

function lowerStoryEvent({ on, at, event, id, refersTo, fields, span }: StoryEvent): core.StoryEvent {
  return {
    on: dayOf(on),
    ...(at && { at: fixedBy(at) as TimeOfDay }),
    event: event.text,
    ...(id && { id: id.text }),
    ...(refersTo && { for: refersTo.text }),
    fields: byName(fields.map(({ name, value }) => [name.text, fixedBy(value)])),
    span,
  };
}

function lowerExpectation({ value, of, on, expected, section, span }: StoryExpectation): core.StoryExpectation {
  return {
    value: value.text,
    ...(of && { of: of.text }),
    ...(on && { on: dayOf(on) }),
    expected: lowerExpected(expected),
    ...(section && { section: section.text }),
    span,
  };
}

function lowerExpected(expected: StoryExpectation["expected"]): core.StoryExpectation["expected"] {
  if (expected.kind === "ExpectedNull") return { kind: "null" };
  if (expected.kind === "ExpectedError") return { kind: "error", error: expected.text.text };
  return { kind: "value", value: fixedBy(expected) };
}

function fixedBy(expression: Expression): core.Value {
  const value = fixedValue(expression);
  invariant(value !== undefined, "a test of a program without errors has fixed values");
  return value;
}

function dayOf(expression: Expression): PlainDate {
  return fixedBy(expression) as PlainDate;
}
