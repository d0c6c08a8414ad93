/** The stories of a template, checked as scenarios are: each is made a scenario as data, with places in the template. */
import { groupBy } from "../base/group-by.ts";
import type { CheckedProgram } from "../checked/ast.ts";
import { statementsOf } from "../checked/ast.ts";
import { fixedValue } from "../checked/constants.ts";
import type { StatementOf } from "../checked/tree.ts";
import { shown } from "../checked/words.ts";
import type { CoreProgram } from "../core/core.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonMember, JsonNode, JsonObject, JsonText } from "../inputs/json.ts";
import { eachKeyOnce } from "../inputs/json.ts";
import { storyProblems } from "../inputs/scenario.ts";
import type { Span } from "../source/span.ts";

type Story = StatementOf<"Story">;
type StoryEvent = Story["events"][number];
type Expression = StoryEvent["on"];
type Named = Story["terms"][number];

/** What the stories of a template without errors have wrong. */
export function storyFindings(checked: CheckedProgram, core: () => CoreProgram): readonly Diagnostic[] {
  const stories = statementsOf(checked, "Story").map(({ statement }) => statement);
  const byTitle = new Map(stories.toReversed().map((story) => [story.title.text, story]));
  return stories.flatMap((story) => {
    const twice: Diagnostic[] = [];
    const data = dataOf(continued(story, byTitle), twice);
    // What is wrong with the story that it goes on from is said there.
    const own = storyProblems(data, core()).filter(({ span }) => isWithin(span, story.span));
    return [...twice.filter(({ span }) => isWithin(span, story.span)), ...own];
  });
}

/** With the deal terms and the events of what it goes on from. Nothing goes on in a circle where nothing is wrong. */
function continued(story: Story, byTitle: ReadonlyMap<string, Story>): Story {
  const before = story.setUp && byTitle.get(story.setUp.text);
  if (before === undefined) return story;
  const { terms, rows, events } = continued(before, byTitle);
  const own = new Set(story.terms.map(({ name }) => name.text));
  const lists = new Set(story.rows.map(({ list }) => list.text));
  return {
    ...story,
    terms: [...terms.filter(({ name }) => !own.has(name.text)), ...story.terms],
    rows: [...rows.filter(({ list }) => !lists.has(list.text)), ...story.rows],
    events: [...events, ...story.events],
  };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.source === outer.source && inner.start >= outer.start && inner.end <= outer.end;
}

function dataOf({ title, terms, rows, readings, events }: Story, twice: Diagnostic[]): JsonObject {
  const members = [...terms.map(memberOf), ...listsOf(rows, twice)];
  const given = { kind: "object", members: eachKeyOnce(members, twice), span: title.span } as const;
  eachKeyOnce(
    readings.map(({ name, choice }) => keyed(name.text, textOf(choice), name.span)),
    twice,
  );
  const items = events.map((event) => eventOf(event, twice));
  return objectOf([keyed("terms", given), keyed("events", { kind: "array", items, span: title.span })], title.span);
}

/** A list with its rows, where its first row stands. */
function listsOf(rows: Story["rows"], twice: Diagnostic[]): JsonMember[] {
  return [...groupBy(rows, ({ list }) => list.text)].flatMap(([list, own]) => {
    const items = own.map(({ on, fields, span }) => {
      const day = keyed("on", textOf({ text: shown(on.span), span: on.span }));
      return objectOf([day, ...fields.map(memberOf)], span, twice);
    });
    const [first] = own;
    return first === undefined ? [] : [keyed(list, { kind: "array", items, span: first.list.span })];
  });
}

function eventOf({ on, at, event, id, refersTo, fields, span }: StoryEvent, twice: Diagnostic[]): JsonObject {
  const written = ({ span: place }: Expression) => ({ text: shown(place), span: place });
  const named = { on: written(on), at: at && written(at), event, id, for: refersTo };
  const keys = Object.entries(named).flatMap(([key, it]) => (it === undefined ? [] : keyed(key, textOf(it))));
  return { ...objectOf([...keys, ...fields.map(memberOf)], span, twice) };
}

function objectOf(members: readonly JsonMember[], span: Span, twice: Diagnostic[] = []): JsonObject {
  return { kind: "object", members: eachKeyOnce(members, twice), span };
}

function memberOf({ name, value }: Named): JsonMember {
  const known = fixedValue(value);
  const text = {
    ...textOf({ text: shown(value.span), span: value.span }),
    ...(known !== undefined && { value: known }),
  };
  return keyed(name.text, text, name.span);
}

function keyed(key: string, value: JsonNode, keySpan = value.span): JsonMember {
  return { key, keySpan, value };
}

function textOf({ text, span }: { readonly text: string; readonly span: Span }): JsonText {
  return { kind: "text", text, span };
}
