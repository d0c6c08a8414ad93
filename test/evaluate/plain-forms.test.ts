/** Days that have passed, the end of a day, the interest factor, and events that are for this one or are something. */
import { expect, test } from "vitest";
import { expectFinding } from "../checked/findings.ts";
import { answersOf, dueOf, templateOf } from "./asked.ts";

const on = (value: string, day: string, of?: string) => ({ value, on: day, ...(of && { of }) });

test("so many days have passed since a day at the end of the last of them", () => {
  // Friday the 5th: 6, 7, 8 January are three days; Monday the 8th, 9 and 10 three business days.
  const note = [
    "Lapse Date starts at 2024-01-05",
    "Count starts at 3",
    "Three Days holds when 3 days have passed since Lapse Date",
    "Three Business Days holds when Count business days have passed since Lapse Date",
    "One Day holds when not (1 day has passed since Lapse Date)",
  ].join("\n");
  const ask = ["2024-01-05", "2024-01-06", "2024-01-07", "2024-01-08", "2024-01-09", "2024-01-10"];
  const asked = (value: string) => answersOf(note, { ask: ask.map((day) => on(value, day)) });
  expect(asked("Three Days")).toEqual([false, false, false, true, true, true]);
  expect(asked("Three Business Days")).toEqual([false, false, false, false, false, true]);
  expect(asked("One Day")).toEqual([true, false, false, false, false, false]);
});

test("trading days that have passed ask for no price of days to come", () => {
  const prices = ["2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05"].map((day) => [day, "1"] as const);
  const note =
    "Two Days holds when 2 trading days have passed since 2024-01-03\n" +
    "Passed means the number of trading days from but excluding 2024-01-02 to and including today that have ended";
  const ask = [on("Two Days", "2024-01-04"), on("Two Days", "2024-01-05"), on("Passed", "2024-01-05")];
  // 4 and 5 January after the 3rd; 3, 4 and 5 after the 2nd.
  expect(answersOf(note, { prices, ask })).toEqual([false, true, "3"]);
});

test("a day has ended for what the calendar brings, and not for what is reported on it", () => {
  const note = [
    "event Summons by Holder",
    "Late starts at no",
    "Early starts at no",
    "when Summons if the day has ended",
    "  Late becomes yes",
    "when Summons if not the day has ended",
    "  Early becomes yes",
    "on 2024-01-06 if the day has ended",
    "  Late becomes yes",
    "Over holds when the day has ended",
    "Over at Summons for each Summons is fixed as the day has ended",
  ].join("\n");
  const events = [{ on: "2024-01-05", event: "Summons", id: "n" }];
  const ask = [
    ...[on("Early", "2024-01-05"), on("Late", "2024-01-05"), on("Late", "2024-01-06"), on("Over", "2024-01-05")],
    { value: "Over at Summons", of: "n" },
  ];
  expect(answersOf(note, { events, ask })).toEqual([true, false, true, true, false]);
});

test("the interest factor is interest on 1, whatever the principal was on each day", () => {
  // 30 days of 360 at 12% are a hundredth: of 3,000 today, 30. On the principal of each day, 20 days of 1,000 and 10 of 3,000.
  const note = [
    "Balance starts at $1000",
    "on 2024-01-22",
    "  Balance becomes $3000",
    "Factor means the interest factor at 12% per year from and including 2024-01-02 to but excluding 2024-02-01 by actual/360",
    "On Today means Balance * Factor",
    "By Days means interest at 12% per year on Balance from and including 2024-01-02 to but excluding 2024-02-01 by actual/360",
  ].join("\n");
  const ask = [on("Factor", "2024-02-01"), on("On Today", "2024-02-01"), on("By Days", "2024-02-01")];
  expect(answersOf(note, { ask })).toEqual(["0.01", "30", "16.666666666666666667"]);
});

const notices =
  "event Summons by Holder\nevent Remittance for Summons by Borrower\n  Amount: money\n" +
  "Overdue for each Summons holds when today is on or after 5 days after its date\n";
const events = [
  { on: "2024-01-03", event: "Summons", id: "n" },
  { on: "2024-01-05", event: "Summons", id: "m" },
  { on: "2024-01-08", event: "Remittance", id: "p", for: "n", Amount: "10" },
  { on: "2024-01-09", event: "Remittance", id: "q", for: "n", Amount: "25" },
  { on: "2024-01-09", event: "Remittance", id: "r", for: "m", Amount: "400" },
];

test("of the events of a kind, those that are for this one", () => {
  const note =
    notices +
    "Received for each Summons means the sum of its Amount over Remittance events for this Summons\n" +
    "Large for each Summons means the number of Remittance events for this Summons where (its Amount is more than $20)\n" +
    "Answered for each Summons holds when some Remittance for this Summons has happened\n" +
    "Paid Much for each Summons holds when some Remittance for this Summons has its Amount is more than $50\n" +
    "Unpaid for each Summons holds when no Remittance for this Summons has happened";
  const asked = (day: string, of: string) =>
    ["Received", "Large", "Answered", "Paid Much", "Unpaid"].map((value) => on(value, day, of));
  expect(answersOf(note, { events, ask: asked("2024-01-09", "n") })).toEqual(["35", "1", true, false, false]);
  expect(answersOf(note, { events, ask: asked("2024-01-09", "m") })).toEqual(["400", "1", true, true, false]);
  expect(answersOf(note, { events, ask: asked("2024-01-08", "m") })).toEqual(["0", "0", false, false, true]);
});

test("some event is something, and none is not", () => {
  const note =
    `${notices}Any Overdue holds when some Summons is Overdue\nAll Overdue holds when no Summons is not Overdue\n` +
    "Both holds when some Summons is Overdue and some Summons is not Overdue";
  const ask = ["2024-01-07", "2024-01-08", "2024-01-10"].flatMap((day) =>
    ["Any Overdue", "All Overdue", "Both"].map((value) => on(value, day)),
  );
  // The first is overdue from the 8th, the second from the 10th.
  expect(answersOf(note, { events, ask })).toEqual([false, false, false, true, false, true, true, true, false]);
});

test("`for this` needs an event that is for one, and the event of the statement", () => {
  expectFinding(
    "event Summons\nevent Remittance\nPaid for each Summons holds when some Remittance for this «Summons» has happened\n",
    "TN2003",
    "Summons",
  );
  expectFinding(
    "event Summons\nevent Remittance for Summons\nPaid holds when some Remittance «for this Summons» has happened\n",
    "TN2013",
    "Summons",
  );
});

test("what each has to do is said first", () => {
  const note =
    "event Summons by Holder\nevent Delivery for Summons by Borrower\n" +
    "for each Summons, the Borrower must give Delivery by 3 days after its date called Handing Over";
  const due = dueOf(note, { events: [{ on: "2024-01-03", event: "Summons", id: "n" }], ask: [] }, "2024-01-04", 5);
  expect(due).toMatchObject([{ due: "2024-01-06", text: "Handing Over: Delivery for n" }]);
  const both = "for each «Summons», the Borrower must not give Summons, called Breach\n";
  expectFinding(`event Summons by Holder\n${both}`, "TN1001", "another statement");
  expectFinding(
    "event Summons by Holder\nevent Answer for Summons by Borrower\nfor each «Summons», the Borrower may give Answer\n",
    "TN1001",
    "a last day",
  );
  expectFinding(
    "event Summons by Holder\nevent Answer for Summons by Borrower\nfor each Summons, the Borrower must give Answer by 3 days after its date for each «Summons»\n",
    "TN1027",
    "for each",
  );
});

test("a view says of which name it is", () => {
  const note =
    'event Summons\nCost for each Summons means $5\nour view on Cost: "it is not rounded"\nour view: "it is owed"\n';
  expect(templateOf(note).program.views).toMatchObject([
    { on: "Cost", text: "it is not rounded" },
    { text: "it is owed" },
  ]);
  expectFinding(
    'event Summons\nCost for each Summons means $5\nour view on «Costs»: "it is not rounded"\n',
    "TN2001",
    "`Costs`",
  );
});

test("the rest of an account stands behind what is due of it", () => {
  expectFinding(
    "account Interest owed by Borrower to Holder\nevent Remittance by Borrower\n  Amount: money\nwhen Remittance\n  its Amount is applied to «the rest of» Interest\n",
    "TN1001",
    "`due Interest`",
  );
});
