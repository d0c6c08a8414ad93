/** The dates of schedules, each list worked out by hand from a calendar; in 2024 Easter Monday is no bank holiday of us-bank. */
import { expect, test } from "vitest";
import { answersOf } from "./asked.ts";

/** The note of these answers exists from 2 January 2024. */
const given = "given First Day: date = 2024-01-31\ngiven Last Day: date = 2024-06-30\n";
const bounds = "from but excluding First Day to and including Last Day";

function answer(schedule: string, value: string, on = "2024-01-10"): unknown {
  return answersOf(`${given}Dates are ${schedule}\nA means ${value}`, { ask: [{ value: "A", on }] })[0];
}

/** All dates, as far as the fifth. */
function dates(schedule: string): unknown[] {
  const nth = [1, 2, 3, 4, 5].map((n) => `the earliest of its date over Dates where (its number is ${n})`);
  return nth.map((value) => answer(schedule, value)).filter((it) => it !== null);
}

test.each([
  [
    "a short month moves no later date",
    `every month ${bounds}`,
    ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30"],
  ],
  [
    "days of the year, in their order",
    "every 29 February, 6 May and 1 March from and including First Day to but excluding Last Day",
    ["2024-02-29", "2024-03-01", "2024-05-06"],
  ],
  [
    "29 February in a year without it",
    "every 29 February from but excluding 2021-01-01 to and including 2024-02-29",
    ["2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"],
  ],
  [
    "weeks",
    "every 2 weeks from and including First Day to but excluding 2024-03-13",
    ["2024-01-31", "2024-02-14", "2024-02-28"],
  ],
  ["both ends left out", "every 5 days from but excluding First Day to but excluding 2024-02-10", ["2024-02-05"]],
  [
    "counted from a day between, before it and behind it",
    "every 2 months from but excluding First Day to but excluding Last Day\n  counted from: 2024-04-15",
    ["2024-02-15", "2024-04-15", "2024-06-15"],
  ],
  [
    "month ends kept, from the end of a short month",
    "every month from and including 2024-02-29 to and including 2024-05-31\n  month ends: kept",
    ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"],
  ],
  [
    "month ends not kept",
    "every month from and including 2024-02-29 to but excluding 2024-05-31",
    ["2024-02-29", "2024-03-29", "2024-04-29", "2024-05-29"],
  ],
  [
    "month ends of an anchor that is none",
    "every month from and including 2024-02-28 to but excluding 2024-05-01\n  month ends: kept",
    ["2024-02-28", "2024-03-28", "2024-04-28"],
  ],
  [
    "a short last period",
    "every 2 months from but excluding First Day to and including Last Day\n  last period: short",
    ["2024-03-31", "2024-05-31", "2024-06-30"],
  ],
  [
    "a long last period",
    "every 2 months from but excluding First Day to and including Last Day\n  last period: long",
    ["2024-03-31", "2024-06-30"],
  ],
  [
    "a last day that is a date anyway",
    "every month from but excluding First Day to and including Last Day\n  last period: long",
    ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30"],
  ],
  [
    "a long first period",
    "every 6 May and 6 November from but excluding 2024-05-01 to but excluding 2025-12-01\n  first period: long",
    ["2024-11-06", "2025-05-06", "2025-11-06"],
  ],
  ["years", "every 2 years from but excluding 2024-02-29 to but excluding 2029-01-01", ["2026-02-28", "2028-02-29"]],
  // 30 March 2024 is a Saturday, 30 June a Sunday; 1 April and 1 July lie in other months.
  [
    "moved within the month",
    "every 3 months from and including 2024-03-30 to and including 2024-06-30, modified following",
    ["2024-03-29", "2024-06-28"],
  ],
  [
    "moved to the next business day",
    "every 3 months from and including 2024-03-30 to and including 2024-06-30, following",
    ["2024-04-01", "2024-07-01"],
  ],
  [
    "not moved",
    "every 3 months from and including 2024-03-30 to and including 2024-06-30, unadjusted",
    ["2024-03-30", "2024-06-30"],
  ],
  ["nothing between the ends", "every year from but excluding First Day to and including 2024-01-01", []],
])("%s", (_, schedule, expected) => {
  expect(dates(schedule)).toEqual(expected);
});

test.each([
  // 31 January plus 2, 4 and 6 months: 31 March, 31 May, 31 July. 30 June is none of them.
  [
    "a last day off the cycle, of which nothing is said",
    `every 2 months ${bounds}`,
    "the number of Dates",
    "undefined",
  ],
  ["no days between", `every (1 - 1) days ${bounds}`, "the number of Dates", "undefined"],
  ["a part of a month between", `every (3 / 2) months ${bounds}`, "the number of Dates", "undefined"],
] as const)("%s", (_, schedule, value, expected) => {
  expect(answer(schedule, value)).toBe(expected);
});

/** 29 February, 31 March, 30 April, 31 May and 30 June. */
const monthly = `every month ${bounds}`;

test.each([
  ["all of them", "the number of Dates", "5"],
  ["those to come", "the number of Dates after 2024-03-31", "3"],
  ["the day itself", "the number of Dates on or after 2024-03-31", "4"],
  ["up to a day", "the number of Dates before 2024-03-31", "1"],
  ["up to a day and on it", "the number of Dates on or before 2024-03-31", "2"],
  ["between two days", "the number of Dates from but excluding 2024-02-29 to but excluding 2024-06-30", "3"],
  ["the next", "the first of Dates after 2024-03-31", "2024-04-30"],
  ["the last", "the last of Dates", "2024-06-30"],
  ["no further one", "the first of Dates after 2024-06-30", null],
  ["numbers, 1 + 2 + 3 + 4 + 5", "the sum of its number over Dates", "15"],
  ["numbers, 1 * 2 * 3 * 4 * 5", "the product of its number over Dates", "120"],
  ["of nothing, a product is 1", "the product of its number over Dates before 2024-01-01", "1"],
  // 29, 31, 30, 31 and 30 days; of 30 days there are two.
  ["where something holds", "the number of Dates where ((its date - its start) is 30)", "2"],
  ["the first period, from the day before the first date", "the lowest of (its date - its start) over Dates", "29"],
  ["a period of the days to come", "the highest of (its date - its start) over Dates after 2024-02-29", "31"],
] as const)("%s", (_, value, expected) => {
  expect(answer(monthly, value)).toBe(expected);
});

test("a first date that the range begins with has a start where that is said", () => {
  const schedule = "every month from and including 2024-02-15 to but excluding 2024-04-01";
  const value = "the sum of ((its date - its start), or else 0 days) over Dates";
  // From 15 February to 15 March are 29 days; with the first period from 31 January, 15 more.
  expect(answer(schedule, value)).toBe("29");
  const begun = answersOf(
    `${given}Dates are ${schedule}\n  first period begins: First Day\nA means the sum of (its date - its start) over Dates`,
    {
      ask: [{ value: "A", on: "2024-01-10" }],
    },
  );
  expect(begun).toEqual(["44"]);
});

test("a value of each date builds on that of the date before", () => {
  // 100 grows by a tenth at each date and 10 are taken off: 100, 100, …; from 200: 210, 221, 233.1.
  const clauses = `${given}Dates are ${monthly}
Balance for each of Dates means (its previous Balance, or else $200) * 110% - $10
A means the sum of its Balance over Dates where (its number is at most 3)
B means the highest of its Balance over Dates where (its number is 3)`;
  const ask = [
    { value: "A", on: "2024-01-10" },
    { value: "B", on: "2024-05-10" },
  ];
  expect(answersOf(clauses, { ask })).toEqual(["664.1", "233.1"]);
});

test("a rule of each date knows its own", () => {
  // On 29 February 1, on 31 March 2; and the days of each period, 29 and 31.
  const clauses = `${given}Dates are ${monthly}
Sum starts at 0
Days starts at 0
on each of Dates if its number is less than 3
  Sum rises by its number
  Days rises by its date - its start
A holds when today is one of Dates`;
  const ask = [
    { value: "Sum", on: "2024-02-28" },
    { value: "Sum", on: "2024-02-29" },
    { value: "Sum", on: "2024-06-30" },
    { value: "Days", on: "2024-06-30" },
    { value: "A", on: "2024-03-31" },
    { value: "A", on: "2024-03-30" },
  ];
  expect(answersOf(clauses, { ask })).toEqual(["0", "1", "3", "60", true, false]);
});

test("dates that move with a state", () => {
  const clauses = `${given}event Deferral
Shift starts at 0
when Deferral
  Shift becomes 10
Dates are every month from but excluding (Shift days after First Day) to but excluding Last Day
A means the first of Dates after 2024-02-01`;
  const events = [{ on: "2024-02-05", event: "Deferral" }];
  const ask = [
    { value: "A", on: "2024-02-04" },
    { value: "A", on: "2024-02-05" },
  ];
  // From 31 January, 29 February; from 10 February, 10 March.
  expect(answersOf(clauses, { events, ask })).toEqual(["2024-02-29", "2024-03-10"]);
});

test("level payments over thirty years, exact until they are rounded", () => {
  // 0.5% a month over 360 months: 300,000 * 0.005 / (1 - 1.005^-360) = 1,500 / 0.833958072... = 1,798.6515754...
  const clauses = `Dates are every month from but excluding Issue Date to and including 2054-01-02
Growth for each of Dates means 1 + (interest at 6% per year on 1 from and including its start to but excluding its date by 30/360)
Factor for each of Dates means (its previous Factor, or else 1) / its Growth
A means $300000 / (the sum of its Factor over Dates), rounded half up to $0.0000001
B means $300000 * 0.005 / (1 - 1 / (1.005 to the power of 360)), rounded half up to $0.0000001`;
  const ask = [
    { value: "A", on: "2024-01-02" },
    { value: "B", on: "2024-01-02" },
  ];
  const [level, formula] = answersOf(clauses, { ask });
  expect(level).toBe("1798.6515755");
  expect(level).toBe(formula);
});

/** 15 February, 15 March and 15 April. */
const middles = "Middles are every month from but excluding 2024-01-15 to and including 2024-04-15\n";

function joined(parts: string): unknown[] {
  const clauses = `${given}${middles}Last Middle is a date, at first not set\nDates are ${parts}`;
  const nth = [1, 2, 3, 4, 5].map((n) => `A${n} means the earliest of its date over Dates where (its number is ${n})`);
  const ask = nth.map((_, index) => ({ value: `A${index + 1}`, on: "2024-01-10" }));
  return answersOf(`${clauses}\n${nth.join("\n")}`, { ask }).filter((it) => it !== null);
}

test.each([
  ["another schedule and a day", "Middles and Last Day", ["2024-02-15", "2024-03-15", "2024-04-15", "2024-06-30"]],
  [
    "in their order, each once",
    "2024-03-15, 2024-03-01 and Middles",
    ["2024-02-15", "2024-03-01", "2024-03-15", "2024-04-15"],
  ],
  ["a day that is not set is none", "Middles and Last Middle", ["2024-02-15", "2024-03-15", "2024-04-15"]],
  ["a day for each date", "2 days before its date for each of Middles", ["2024-02-13", "2024-03-13", "2024-04-13"]],
  [
    "of some dates only",
    "((its date) only while its number is not 2) for each of Middles",
    ["2024-02-15", "2024-04-15"],
  ],
  // Thursday, 15 February: Friday, then Tuesday the 20th, as Monday is Presidents Day. Friday, 15 March: Monday and Tuesday.
  ["business days", "2 business days after its date for each of Middles", ["2024-02-20", "2024-03-19", "2024-04-17"]],
] as const)("joined: %s", (_, parts, expected) => {
  expect(joined(parts)).toEqual(expected);
});

test("joined dates have their numbers, and the date before", () => {
  const clauses = `${given}${middles}Dates are Middles and Last Day
  first period begins: First Day
A means the sum of (its number * (its date - its start)) over Dates
Sum starts at 0
on each of Dates
  Sum rises by its number`;
  // From 31 January 15, 29, 31 and 76 days: 15 + 2 * 29 + 3 * 31 + 4 * 76.
  const ask = [
    { value: "A", on: "2024-01-10" },
    { value: "Sum", on: "2024-03-15" },
    { value: "Sum", on: "2024-06-30" },
  ];
  expect(answersOf(clauses, { ask })).toEqual(["470", "3", "10"]);
});

test("joined dates move with a state, too", () => {
  const clauses = `${given}event Deferral
Shift starts at 0
when Deferral
  Shift becomes 10
${middles}Dates are (Shift days after its date) for each of Middles
A means the first of Dates after 2024-02-01`;
  const events = [{ on: "2024-02-05", event: "Deferral" }];
  const ask = ["2024-02-04", "2024-02-05"].map((on) => ({ value: "A", on }));
  expect(answersOf(clauses, { events, ask })).toEqual(["2024-02-15", "2024-02-25"]);
});
