/** What a report says of the time after its last day: what falls due, what ends, and which days a calendar only expects. */
import { expect, test } from "vitest";
import { compile } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { pageOf, replayOf, rowsOf } from "./pages.ts";

const note = `note "Coming"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
  trading days: "nyse"
given Issue Date: date = 2025-01-02
section 1 "Notices"
event Notice by Holder
event Exit by Holder
the Holder may give Exit by 2025-01-25
Count starts at 0
when Exit
  Count rises by 1
section 2 "Delivery"
event Share Delivery for Notice by Borrower
the Borrower must give Share Delivery by 2 trading days after its date for each Notice called Delivery
Delivery Day means 2 trading days after today
`;

test("what falls due and what ends are shown, and days by a calendar alone are marked", () => {
  // 9 January 2025 was a day of mourning: the trading days after the 7th are the 8th and the 10th.
  const scenario = {
    scenario: "coming",
    note: "coming",
    terms: {},
    events: [{ on: "2025-01-07", event: "Notice", id: "n" }],
    ask: [{ value: "Delivery Day", on: "2025-01-07" }],
  };
  const days = ["2025-01-02", "2025-01-03", "2025-01-06", "2025-01-07"].map((day) => `${day},1,1,1,1,1,100`);
  const market = { name: "m.csv", text: ["date,open,high,low,close,vwap,volume", ...days, ""].join("\n") };
  const template = ensured(compile(note));
  const page = pageOf(replayOf(template, { name: "s.json", text: JSON.stringify(scenario) }, market));
  const byCalendar = "trading days after 2025-01-07 are expected by the calendar nyse";
  expect(rowsOf(page, "Questions of the scenario")).toEqual([
    ["Delivery Day", "", "2025-01-07", "2", `2025-01-10 (${byCalendar})`],
  ]);
  expect(rowsOf(page, "Due or still to be done")).toEqual([
    ["2025-01-10", `Delivery: Share Delivery for n (${byCalendar})`, "Borrower", "", "2", ""],
  ]);
  expect(rowsOf(page, "Ends if it is not used, through 2025-04-07")).toEqual([
    ["2025-01-25", "Exit: if none is given, the right to it ends", "Holder", "1"],
  ]);
});
