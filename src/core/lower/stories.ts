import { invariant } from "../../base/invariant.ts";
import type { Placed } from "../../checked/ast.ts";
import { fixedDay, fixedTime, fixedValue } from "../../checked/constants.ts";
import type { Checked, StatementOf } from "../../checked/tree.ts";
import { momentHere, placeOfTime } from "../../units/calendars/time-zones.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type * as core from "../core.ts";
import { byName } from "../order.ts";

type Story = StatementOf<"Story">;
type StoryEvent = Story["events"][number];
type StoryExpectation = Story["expectations"][number];

/** A test's events and questions keep their order; events of one day are applied in it. */
export function lowerStory({ statement, section }: Placed<Story>, here: string | undefined): core.Story {
  const { title, terms, readings, market, calendar, events, expectations, span } = statement;
  return {
    name: title.text,
    section,
    span,
    terms: byName(terms.map(({ name, value }) => [name.text, fixedBy(value)])),
    readings: byName(readings.map(({ name, choice }) => [name.text, choice.text])),
    market: market.map(lowerMarketFile),
    ...(calendar && { calendar: calendar.text }),
    events: events.map((it) => lowerStoryEvent(it, here)),
    expectations: expectations.map(lowerExpectation),
  };
}

function lowerMarketFile({ series, file, columns, span }: Story["market"][number]): core.MarketFile {
  const names = new Map(columns.map(({ column, written }) => [column.text, written.text]));
  const date = names.get("date");
  names.delete("date");
  return {
    ...(series && { series: series.text }),
    file: file.text,
    columns: names,
    ...(date !== undefined && { date }),
    span,
  };
}

function lowerStoryEvent(
  { on, at, event, id, refersTo, fields, span }: StoryEvent,
  here: string | undefined,
): core.StoryEvent {
  return {
    ...momentOf(sound(fixedDay(on)), at, here),
    event: event.text,
    ...(id && { id: id.text }),
    ...(refersTo && { for: refersTo.text }),
    fields: byName(fields.map(({ name, value }) => [name.text, fixedBy(value)])),
    span,
  };
}

function momentOf(on: PlainDate, at: StoryEvent["at"], here: string | undefined) {
  if (at === undefined) return { on };
  const time = sound(fixedTime(at));
  const place = at.kind === "TimeLiteral" && at.place ? placeOfTime(at.place.text) : undefined;
  return place === undefined || here === undefined ? { on, at: time } : sound(momentHere(on, time, place, here));
}

function lowerExpectation({ value, of, on, expected, section, span }: StoryExpectation): core.StoryExpectation {
  return {
    value: value.text,
    ...(of && { of: of.text }),
    ...(on && { on: sound(fixedDay(on)) }),
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

function fixedBy(value: Checked): core.Value {
  return sound(fixedValue(value));
}

function sound<T>(value: T | undefined): T {
  invariant(value !== undefined, "a test of a program without errors has fixed values");
  return value;
}
