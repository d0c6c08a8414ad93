/** One use of a clause for several events. */
import { expect, test } from "vitest";
import { check, compile, loadStory, Replay, storiesOf } from "../../src/index.ts";
import { textOf } from "../../src/source/span.ts";
import { head } from "../checked/findings.ts";
import { ensured } from "../support/acceptance.ts";
import { clausesFor } from "../support/library.ts";
import { isAboutUnused } from "../support/unused.ts";

const events = `event Judgment
event Judgment Paid for Judgment
event Delisting
event Relisting for Delisting
Open Failure for each Judgment holds when its Judgment Paid has not happened
Open Failure for each Delisting holds when its Relisting has not happened
`;
const use = (failure: string, says: string) => `use "cure period"
  says: "Event of Default occurs for any ${says} where this still holds as the last day for its cure ends: its Open Failure. That day is 5 days after its date"
  Failure: ${failure}
  Uncured: its Open Failure
  Last Cure Day: 5 days after its date
  For Good: no
  Default: Event of Default
`;
const both = use("Judgment or Delisting", "Judgment or Delisting");
const found = (text: string) =>
  check(text, "note.tenor", ...clausesFor(text))
    .filter((it) => !isAboutUnused(it))
    .map(({ code }) => code);

test("is one for each of them, with one sentence", () => {
  // Five days from 5 January end with the 10th; from 1 February with the 6th, where the relisting of the 5th is in time.
  const story = `test "t"
  on 2024-01-05: Judgment "j"
  on 2024-01-12: Judgment Paid for "j"
  on 2024-02-01: Delisting "d"
  on 2024-02-20: Delisting "e"
  on 2024-02-05: Relisting for "d"
  expect: Event of Default of 1 on 2024-01-09 is no
  expect: Event of Default of 1 on 2024-01-10 is yes
  expect: Event of Default of 1 on 2024-01-12 is no
  expect: Event of Default of 1 on 2024-02-06 is no
  expect: Event of Default of 1 on 2024-02-25 is yes
`;
  const text = `${head}section 1 "Defaults"\n${events}${both}${story}`;
  expect(found(text)).toEqual([]);
  const template = ensured(compile(text, "note.tenor", ...clausesFor(text)));
  const verdicts = storiesOf(template).flatMap((it) =>
    ensured(new Replay(template, ensured(loadStory(template, it, {}))).test()),
  );
  expect(verdicts.map(({ passed }) => passed)).toEqual([true, true, true, true, true]);
});

test.each([
  ["a sentence of one of them only", use("Judgment or Delisting", "Judgment"), ["TN2090"]],
  ["a line that is missing, once", both.replace("  For Good: no\n", ""), ["TN2018"]],
  [
    "a value that one of them does not have",
    both.replaceAll("its Open Failure", "its Relisting has not happened"),
    ["TN2003"],
  ],
])("%s is found", (_, uses, codes) => {
  expect(found(`${head}section 1 "Defaults"\n${events}${uses}`)).toEqual(codes);
});

const twoEvents = `event Judgment
event Delisting
Failed starts at no
`;

/** The findings of a note that uses a clause of its own. */
function foundWith(clause: string, uses: string) {
  const [note, own] = [`${head}section 1 "Defaults"\n${twoEvents}${uses}`, { name: "own.tenor", text: clause }];
  return check(note, "note.tenor", own).filter((it) => !isAboutUnused(it));
}

const seen =
  'clause "seen"\n  language: 1\ntakes Cause: event\nchanges Seen: yes or no\nwhen Cause\n  Seen becomes yes\n';
const given =
  'clause "kept"\n  language: 1\ntakes Cause: event\ngives Kept\nKept starts at no\nwhen Cause\n  Kept becomes yes\n';
const each =
  'clause "date"\n  language: 1\ntakes Cause: event\ngives Late Day for each Cause\nLate Day for each Cause means 5 days after its date\n';
const two =
  'clause "two"\n  language: 1\ntakes Cause: event\ntakes Other: event\nchanges Seen: yes or no\nwhen Cause\n  Seen becomes yes\nwhen Other\n  Seen becomes no\n';

test.each([
  ["no event twice", seen, 'use "seen" from "own.tenor"\n  Cause: Judgment or Delisting\n  Seen: Failed\n'],
  [
    "what belongs to each event",
    each,
    'use "date" from "own.tenor"\n  Cause: Judgment or Delisting\n  Late Day: Last Day\n',
  ],
  ["what the note has once, of one event", given, 'use "kept" from "own.tenor"\n  Cause: Judgment\n  Kept: Stayed\n'],
])("a use may have %s", (_, clause, uses) => expect(foundWith(clause, uses)).toEqual([]));

test.each([
  ["an event twice", seen, "seen", "  Cause: Judgment or Judgment\n  Seen: Failed\n", "TN2025", "Judgment", "`Cause`"],
  [
    "what the note has once",
    given,
    "kept",
    "  Cause: Judgment or Delisting\n  Kept: Stayed\n",
    "TN2026",
    "Judgment or Delisting",
    "it gives `Kept`",
  ],
  [
    "several events in two lines",
    two,
    "two",
    "  Cause: Judgment or Delisting\n  Other: Delisting or Judgment\n  Seen: Failed\n",
    "TN2026",
    "Delisting or Judgment",
    "one event for `Other`",
  ],
])("a use can't have %s", (_, clause, title, lines, code, marked, message) => {
  const results = foundWith(clause, `use "${title}" from "own.tenor"\n${lines}`);
  expect(results.map((it) => [it.code, it.span.source.name, textOf(it.span)])).toEqual([[code, "note.tenor", marked]]);
  expect(results[0]?.message).toContain(message);
});
