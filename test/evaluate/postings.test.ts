import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

test("two postings for one month go by their due dates, whichever day of the month they name", () => {
  // $36,500 at 10 % over 365 days is $10 a day; to 11 January $100 have accrued.
  const statements =
    "Balance starts at $36500\naccount Interest owed by Borrower to Holder\n  accrues: 10% per year on Balance by actual/365\n" +
    "  from and including: Issue Date\nOwed means due Interest\n" +
    "when Notice\n  Interest falls due on 2024-01-20 for the month of today\n" +
    "when Notice\n  Interest falls due on 2024-01-25 for the month of Issue Date";
  const events = [{ on: "2024-01-12", event: "Notice", Amount: "1" }];
  const ask = ["2024-01-19", "2024-01-24", "2024-01-25"].map((on) => ({ value: "Owed", on }));
  // The earlier takes the $100; the later the days from the 12th on, which are 13 by the 25th.
  expect(answersOf(statements, { events, ask })).toEqual(["0", "100", "230"]);
});
