import { expect, test } from "vitest";
import { outcomeOf } from "./asked.ts";

const statements = `event Receiver Appointed
event Delisting
section 3.6 "Receiver"
Event of Default occurs
  when Receiver Appointed has happened
section 3.9 "Delisting"
Event of Default occurs
  when Delisting has happened`;

test.each([
  ["2024-02-01", {}, false, "3.6, 3.9"],
  ["2024-02-02", {}, true, "3.9"],
  ["2024-02-03", {}, true, "3.6, 3.9"],
  ["2024-02-02", { of: "3.6" }, false, "3.6"],
])(
  "a default asked about on %s, of %o, names the sections under which it continues, or all",
  (on, of, answer, section) => {
    const events = [
      { on: "2024-02-02", event: "Delisting" },
      { on: "2024-02-03", event: "Receiver Appointed" },
    ];
    const { answers } = outcomeOf(statements, { events, ask: [{ value: "Event of Default", on, ...of }] });
    expect(answers).toMatchObject([{ answer, section }]);
  },
);
