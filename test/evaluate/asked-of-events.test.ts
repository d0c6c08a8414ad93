/** An event may be asked whether it was taken; `outcomeFor` asks both engines. */
import { describe, expect, test } from "vitest";
import { compile, loadStory, Replay, storiesOf } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { answersOf } from "./asked.ts";

const note = `event Draw by Holder
  Amount: money
event Later Notice by Holder
  Day: date
  takes effect on: its Day
event Reply for Draw by Borrower
the Holder may give Draw
  only if its Amount is at most $50, else "more than is committed"
Drawn starts at $0
when Draw
  Drawn rises by its Amount
`;
const events = [
  { on: "2024-01-05", event: "Draw", id: "small", Amount: "50" },
  { on: "2024-01-06", event: "Draw", id: "large", Amount: "51" },
  { on: "2024-01-07", event: "Reply", id: "reply", for: "large" },
  { on: "2024-01-08", event: "Later Notice", id: "notice", Day: "2024-01-10" },
];

test("an event is taken, refused, or counts only later", () => {
  const ask = [
    { value: "Draw", of: "small" },
    { value: "Draw", of: "small", on: "2024-01-04" },
    { value: "Draw", of: "large" },
    { value: "Reply", of: "reply" },
    { value: "Later Notice", of: "notice", on: "2024-01-09" },
    { value: "Later Notice", of: "notice", on: "2024-01-10" },
  ];
  expect(answersOf(note, { events, ask })).toEqual([true, false, "refused", "refused", false, true]);
});

describe("a story", () => {
  const head =
    'note "N"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Start\ngiven Start: date = 2024-01-02\n';
  const replayOf = (lines: string) => {
    const text = `${head}section 1 "One"\n${note}test "x"\n  on 2024-01-05: Draw "small", Amount $50\n  on 2024-01-06: Draw "large", Amount $51\n${lines}`;
    const template = ensured(compile(text));
    const [story] = storiesOf(template);
    if (story === undefined) throw new Error("the note has a story");
    return new Replay(template, ensured(loadStory(template, story, {})));
  };

  test("expects that an event is refused, or is taken", () => {
    const replay = replayOf('  expect: Draw of "large" is refused\n  expect: Draw of "small" is yes\n');
    expect(ensured(replay.test()).map(({ passed }) => passed)).toEqual([true, true]);
    expect(ensured(replay.unexpectedRefusals())).toEqual([]);
  });

  test("fails where the event was taken, or was refused", () => {
    const replay = replayOf('  expect: Draw of "small" is refused\n  expect: Draw of "large" is yes\n');
    expect(ensured(replay.test()).map(({ passed }) => passed)).toEqual([false, false]);
  });

  test("that expects no refusal has it listed with its reason", () => {
    const replay = replayOf("  expect: Drawn on 2024-01-06 is $50\n");
    expect(ensured(replay.unexpectedRefusals())).toEqual([
      { event: "Draw", id: "large", on: "2024-01-06", section: "1", because: "more than is committed" },
    ]);
  });
});
