import { groupBy } from "../../base/group-by.ts";
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
export function lowerStory({ statement, section }: Placed<Story>, here: string | undefined): WrittenStory {
  const { setUp, title, terms, rows, readings, market, calendar, events, expectations, span } = statement;
  return {
    name: title.text,
    section,
    span,
    terms: byName(terms.map(({ name, value }) => [name.text, fixedBy(value)])),
    lists: lowerLists(rows),
    readings: byName(readings.map(({ name, choice }) => [name.text, choice.text])),
    market: market.map(lowerMarketFile),
    ...(calendar && { calendar: calendar.text }),
    events: events.map((it) => lowerStoryEvent(it, here)),
    expectations: expectations.map(lowerExpectation),
    setUp: setUp?.text,
  };
}

/** A story that may go on from another. */
export interface WrittenStory extends core.Story {
  readonly setUp: string | undefined;
}

/** Each with what it goes on from: its own terms, readings and files count before those, its events come after them. */
export function continued(stories: readonly WrittenStory[]): core.Story[] {
  const byTitle = new Map(stories.toReversed().map((story) => [story.name, story]));
  const whole = ({ setUp, ...own }: WrittenStory): core.Story => {
    const before = setUp === undefined ? undefined : byTitle.get(setUp);
    if (before === undefined) return own;
    const base = whole(before);
    const named = new Set(own.market.map(({ series }) => series));
    return {
      ...own,
      terms: byName([...new Map([...base.terms, ...own.terms])]),
      lists: byName([...new Map([...base.lists, ...own.lists])]),
      readings: byName([...new Map([...base.readings, ...own.readings])]),
      market: [...base.market.filter(({ series }) => !named.has(series)), ...own.market],
      ...((own.calendar ?? base.calendar) !== undefined && { calendar: own.calendar ?? base.calendar }),
      events: [...base.events, ...own.events],
    };
  };
  return stories.map(whole);
}

function lowerLists(rows: Story["rows"]): core.Story["lists"] {
  const byList = groupBy(rows, ({ list }) => list.text);
  const lists = [...byList].map(([list, own]) => {
    const all = own.map(({ on, fields }) => ({
      on: sound(fixedDay(on)),
      fields: byName(fields.map(({ name, value }) => [name.text, fixedBy(value)])),
    }));
    return [list, all.toSorted((a, b) => a.on - b.on)] as const;
  });
  return byName(lists);
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
