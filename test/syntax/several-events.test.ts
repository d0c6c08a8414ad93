/** One use of a clause for several events. */
import { expect, test } from "vitest";
import { check, compile, loadStory, Replay, storiesOf } from "../../src/index.ts";
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
