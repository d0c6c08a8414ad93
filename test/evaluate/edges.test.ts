/** Rules that are set off as a condition begins or ends: once a day, for each event apart, and where the condition is unknown. */
import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

const asked = (value: string, ...days: string[]) => days.map((on) => ({ value, on }));
const notice = (on: string, Amount: string) => ({ on, event: "Notice", Amount });
// Trading days are known through Thursday, 4 January, at $2.
const prices = ["02", "03", "04"].map((day) => [`2024-01-${day}`, "2"] as const);
const high = "High holds when market close is more than $1 per share, not restated for splits\n";

test("what begins for several events on one day begins for each", () => {
  const statements =
    "event Request by Holder\nRipe for each Request holds when today is on or after 2024-01-08\nRipened starts at 0\n" +
    "when Ripe of each Request begins\n  Ripened rises by 1\n";
  const events = [
    notice("2024-01-03", "1"),
    ...["a", "b", "c"].map((id) => ({ on: "2024-01-03", event: "Request", id })),
  ];
  expect(answersOf(statements, { events, ask: asked("Ripened", "2024-01-07", "2024-01-08") })).toEqual(["0", "3"]);
});

test("what begins while the rule's own condition does not hold has begun for that day", () => {
  const statements =
    "Ready starts at $0\nCount starts at 0\nLate holds when today is 2024-01-05\n" +
    "when Late begins\n  Ready becomes $1\nwhen Late begins if Ready is $1\n  Count rises by 1\n";
  // Both rules look at the state before the round; a later round of the day does not look again.
  expect(
    answersOf(statements, { ask: [...asked("Ready", "2024-01-05"), ...asked("Count", "2024-01-05", "2024-01-06")] }),
  ).toEqual(["1", "0", "0"]);
});

describe("a condition that is unknown", () => {
  test("cannot begin on the first day after it held, and may have on the next", () => {
    const statements = `${high}Count starts at 0\nwhen High begins\n  Count rises by 1\n`;
    // It holds from the 2nd on. On the 5th it may end, so that it may begin on the 6th.
    const ask = asked("Count", "2024-01-04", "2024-01-05", "2024-01-06");
    expect(answersOf(statements, { prices, ask })).toEqual(["1", "1", "missing data"]);
  });

  test("may have ended on the first day after it held", () => {
    const statements = `${high}Count starts at 0\nwhen High ends\n  Count rises by 1\n`;
    expect(answersOf(statements, { prices, ask: asked("Count", "2024-01-04", "2024-01-05") })).toEqual([
      "0",
      "missing data",
    ]);
  });

  test("that begins to hold has begun for that day, if at all, whatever the rule's own condition does later in the day", () => {
    const statements =
      "High holds when market close is more than $3 per share, not restated for splits or Notice has happened\n" +
      "Ready starts at $0\nCount starts at 0\nLate holds when today is 2024-01-08\n" +
      "when Late begins\n  Ready becomes $1\nwhen High begins if Ready is $1\n  Count rises by 1\n";
    // Unknown from the 5th on; the notice of the 8th makes it hold, and it may have done so before. Ready comes a round later.
    const ask = asked("Count", "2024-01-07", "2024-01-08", "2024-01-09");
    expect(answersOf(statements, { prices, events: [notice("2024-01-08", "1")], ask })).toEqual(["0", "0", "0"]);
  });
});
