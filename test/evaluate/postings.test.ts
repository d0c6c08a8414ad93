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

test("of one event's changes a waiver comes before a conversion", () => {
  // To 11 January $100 have accrued, and $50 are charged. The waiver takes the $100, so the conversion takes $30 of the $50.
  const statements =
    "Balance starts at $36500\naccount Interest owed by Borrower to Holder\n  accrues: 10% per year on Balance by actual/365\n" +
    "  from and including: Issue Date\nwhen Payment\n  Interest is charged its Amount due on today\n" +
    "when Notice\n  Interest is converted by its Amount\n  Interest is waived";
  const events = [
    { on: "2024-01-03", event: "Payment", Amount: "50" },
    { on: "2024-01-12", event: "Notice", Amount: "30" },
  ];
  expect(answersOf(statements, { events, ask: [{ value: "Interest", on: "2024-01-12" }] })).toEqual(["20"]);
});

test("notices put off to one day are applied by the day on which they came, then as listed", () => {
  const statements =
    "event Call by Holder\n  Amount: money\n  takes effect on: 1 business day after its date\n" +
    "Last starts at $0\nwhen Call\n  Last becomes its Amount\nSum starts at $0\nwhen Call if Sum is $0\n  Sum becomes its Amount";
  // Friday the 5th and Saturday the 6th both are put off to Monday the 8th; of two of the Friday the first listed comes first.
  const events = [
    { on: "2024-01-06", event: "Call", Amount: "3" },
    { on: "2024-01-05", event: "Call", Amount: "1" },
    { on: "2024-01-05", event: "Call", Amount: "2" },
  ];
  const ask = ["Sum", "Last"].map((value) => ({ value, on: "2024-01-08" }));
  expect(answersOf(statements, { events, ask })).toEqual(["1", "3"]);
});

test("what takes effect at the start of a day goes before what was put off to it, and among splits as listed", () => {
  const statements =
    "event Offer by Borrower\n  takes effect at the start of: 1 day after its date\n" +
    "event Call by Holder\n  takes effect on: 1 day after its date\n" +
    "Price starts at $8 per share, not restated for splits\nwhen Offer\n  Price becomes Price - $2 per share, not restated for splits\n" +
    "when Stock Split\n  Price becomes Price / its Ratio\nPrice Called for each Call is fixed as Price";
  const events = [
    { on: "2024-01-04", event: "Call", id: "c1" },
    { on: "2024-01-04", event: "Offer" },
    { on: "2024-01-05", event: "Stock Split", Ratio: "2" },
  ];
  // (8 - 2) / 2; split first it would be 8 / 2 - 2.
  const ask = [
    { value: "Price Called", of: "c1" },
    { value: "Price", on: "2024-01-04" },
  ];
  expect(answersOf(statements, { events, ask })).toEqual(["3", "8"]);
});
