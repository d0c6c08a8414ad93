/** Interest by each day count: on an account, on what fell due, on each overdue item, and over a range of days. */
import { describe, expect, test } from "vitest";
import { describeValue, usesOf } from "../../src/index.ts";
import { answersOf, explained } from "./asked.ts";

// $36,000 at 10% is $10 a day of a year of 360 days.
const account = (basis: string, more = "") =>
  `account Interest owed by Borrower to Holder\n  accrues: 10% per year on $36,000 by ${basis}\n` +
  `  from and including: 2024-01-15\n${more}Owed means unpaid Interest\nRunning means accruing Interest\n`;
const asked = (value: string, days: readonly string[]) => ({ ask: days.map((on) => ({ value, on })) });

test.each([
  // 15 January to 29 February: 44 days; to 30 March: 75; to 31 March: 76, as the period does not start on a 30th.
  ["30/360", ["440", "750", "760"]],
  ["30E/360", ["440", "750", "750"]],
  // The 29th is the last of February and counts as the 30th.
  ["30E/360 ISDA", ["450", "750", "750"]],
  ["actual/360", ["450", "750", "760"]],
])("an account by %s", (basis, expected) => {
  expect(answersOf(account(basis), asked("Owed", ["2024-02-29", "2024-03-30", "2024-03-31"]))).toEqual(expected);
});

describe("after all of it has fallen due", () => {
  const due = "on 2024-01-31\n  Interest falls due on today\n";
  const partly = "on 2024-01-31\n  Interest falls due by $1 on today\n";
  const days = ["2024-01-31", "2024-03-30", "2024-03-31"];

  test("a period begins anew, under 30/360 on a 31st, which ends on the 30th", () => {
    // 31 January to 30 March are 60 days, and so they are to 31 March.
    expect(answersOf(account("30/360", due), asked("Running", days))).toEqual(["0", "600", "600"]);
  });

  test("it goes on where only a part fell due", () => {
    // From 15 January 16, 75 and 76 days, less the dollar.
    expect(answersOf(account("30/360", partly), asked("Running", days))).toEqual(["159", "749", "759"]);
  });
});

test("what stops accruing begins a period when it accrues again", () => {
  // From 15 to 20 January 5 days; again from 31 January on: 60 days to 30 and 31 March.
  const stops = "  while: today is before 2024-01-20 or today is on or after 2024-01-31\n";
  const days = ["2024-01-25", "2024-03-30", "2024-03-31"];
  expect(answersOf(account("30/360", stops), asked("Owed", days))).toEqual(["50", "650", "650"]);
});

test("each overdue item counts by days of 30E/360 under 30/360", () => {
  // Overdue from the close of 29 March: the 29th counts, the 30th before a 31st does not, the 31st does.
  const statements =
    "account Fee owed by Borrower to Holder\non 2024-03-29\n  Fee is charged $36,000 due on today\n" +
    "account Late Fee owed by Borrower to Holder\n  accrues: 10% per year on each overdue Fee by 30/360\n" +
    "  from and including: Issue Date\n";
  const days = ["2024-03-29", "2024-03-30", "2024-03-31", "2024-04-01"];
  expect(answersOf(statements, asked("Late Fee", days))).toEqual(["0", "10", "10", "20"]);
});

test.each([
  ["30/360", "2024-01-15", "2024-03-31", "760"],
  ["30/360", "2024-01-31", "2024-03-31", "600"],
  ["30E/360", "2024-01-15", "2024-03-31", "750"],
  ["30E/360 ISDA", "2023-01-31", "2023-02-28", "300"],
])("interest by %s from %s to %s", (basis, from, to, expected) => {
  const range = `interest at 10% per year on $36,000 from and including ${from} to but excluding ${to} by ${basis}`;
  expect(answersOf(`Sum means ${range}\n`, asked("Sum", ["2024-04-01"]))).toEqual([expected]);
});

describe("30E/360 ISDA in a note that says when it matures", () => {
  const range = "interest at 10% per year on $36,000 from and including 2024-01-31 to but excluding Maturity Date";
  const statements = (line: string, maturity: string) =>
    `${line}given Maturity Date: date = ${maturity}\n${account("30E/360 ISDA")}Sum means ${range} by 30E/360 ISDA\n`;
  const ask = [
    { value: "Sum", on: "2024-03-02" },
    { value: "Owed", on: "2024-02-29" },
    { value: "Owed", on: "2024-03-01" },
  ];
  test.each([
    // To the 29th, a 30th otherwise: 29 days, and 45 - 1 from 15 January; a day more on 1 March.
    ["on the last of February", "2024-02-29", "  matures on: Maturity Date\n", ["290", "440", "450"]],
    ["without saying so", "2024-02-29", "", ["300", "450", "460"]],
    // To 1 March: 31 days.
    ["on another day", "2024-03-01", "  matures on: Maturity Date\n", ["310", "450", "460"]],
  ])("%s", (_, maturity, line, expected) => {
    expect(answersOf(statements(line, maturity), { ask })).toEqual(expected);
  });
});

describe("actual/actual", () => {
  // $133,590 at 10% is $13,359 a year: $36.50 a day of 2024, $36.60 a day of 2025.
  const statements =
    "account Interest owed by Borrower to Holder\n  accrues: 10% per year on $133,590 by actual/actual\n" +
    "  from and including: 2024-12-01\nOwed means unpaid Interest\n" +
    "Sum means interest at 10% per year on $133,590 from and including 2024-12-01 to but excluding 2025-02-01 by actual/actual\n";

  test("divides each day by the length of its own year", () => {
    // 31 × 36.50 = 1,131.50 to the year's end, and 31 × 36.60 = 1,134.60 in January.
    const days = ["2025-01-01", "2025-02-01"];
    expect(answersOf(statements, asked("Owed", days))).toEqual(["1131.5", "2266.1"]);
    expect(answersOf(statements, asked("Sum", days))).toEqual(["2266.1", "2266.1"]);
  });

  test.each(["Owed", "Sum"])("is explained by a stretch for each year: %s", (value) => {
    const lines: string[] = [];
    const visit = (reason: ReturnType<typeof explained>[number]) => {
      const { because } = describeValue(reason);
      if (because?.includes("÷")) lines.push(because.replace(/, from.*/, ""));
      for (const use of usesOf(reason)) visit(use);
    };
    for (const reason of explained(statements, asked(value, ["2025-02-01"]))) visit(reason);
    expect(lines).toEqual(["31 days × $133,590 × 10% per year ÷ 366", "31 days × $133,590 × 10% per year ÷ 365"]);
  });
});

describe("by interest periods", () => {
  const rounded = (basis: string, from: string, to: string) =>
    answersOf(
      `A means interest at 10% per year on $10,000 from and including ${from} to but excluding ${to} by ${basis}, rounded half up to $0.0001`,
      { ask: [{ value: "A", on: "2024-01-10" }] },
    );

  test.each([
    // $1,000 a year, times the fractions of ISDA's examples.
    ["actual/actual ICMA every 6 months from 2003-11-01", "2003-11-01", "2004-05-01", "500"], // 182 / (182 x 2)
    ["actual/actual AFB", "2003-11-01", "2004-05-01", "497.2678"], // 182 / 366
    ["actual/actual", "2003-11-01", "2004-05-01", "497.7244"], // 61 / 365 + 121 / 366
    ["actual/actual ICMA every 6 months from 2003-07-15", "2002-08-15", "2003-07-15", "915.7609"], // 181 / 362 + 153 / 368
    ["actual/actual ICMA every 3 months from 1999-08-31", "1999-11-30", "2000-04-30", "415.7609"], // 91 / 364 + 61 / 368
    ["actual/365L every 6 months from 2003-07-15", "2003-07-15", "2004-07-15", "1000"], // 184 / 366 + 182 / 366
    ["actual/365L every 12 months from 2003-07-15", "2003-07-15", "2004-01-15", "502.7322"], // 184 / 366
    ["30U/360", "2007-02-28", "2007-08-31", "500"], // 180 / 360
    ["30/360", "2007-02-28", "2007-08-31", "508.3333"], // 183 / 360
    ["business/252", "2024-01-01", "2024-02-01", "83.3333"], // 21 / 252
  ])("%s from %s to %s", (basis, from, to, expected) => {
    expect(rounded(basis, from, to)).toEqual([expected]);
  });

  test("an account accrues through a short first period and the whole one after it", () => {
    // Periods from 15 January and July 2024; $10,000 at 10% is $500 each. From 15 March to 15 July 122 of 182 days.
    const statements =
      "account Interest owed by Borrower to Holder\n  accrues: 10% per year on $10,000 by actual/actual ICMA every 6 months from 2024-07-15\n" +
      "  from and including: 2024-03-15\nOwed means unpaid Interest, rounded half up to $0.0001\n";
    // 500 x 122 / 182; then 500 more; 500 x 122 / 182 + 500 x 31 / 184 to 15 August.
    expect(answersOf(statements, asked("Owed", ["2024-07-15", "2024-08-15", "2025-01-15"]))).toEqual([
      "335.1648",
      "419.404",
      "835.1648",
    ]);
  });

  test("an overdue item bears by them, too", () => {
    // $36,000 at 10% is $1,800 a half year of 182 days from 15 January: 10 days are 18000 / 182.
    const statements =
      "account Fee owed by Borrower to Holder\non 2024-03-29\n  Fee is charged $36,000 due on today\n" +
      "account Late Fee owed by Borrower to Holder\n  accrues: 10% per year on each overdue Fee by actual/actual ICMA every 6 months from 2024-07-15\n" +
      "  from and including: Issue Date\nLate means unpaid Late Fee, rounded half up to $0.0001\n";
    expect(answersOf(statements, asked("Late", ["2024-04-08"]))).toEqual(["98.9011"]);
  });

  test("without them, by a day count that a reading chooses, nothing can be said", () => {
    const statements =
      'reading "basis"\n  choices: "period", "year"\n  chosen: "period"\nDay Count means as "basis" is read\n  "period": actual/actual ICMA\n  "year": actual/360\n' +
      "account Interest owed by Borrower to Holder\n  accrues: 10% per year on $10,000 by Day Count\n  from and including: Issue Date\n" +
      "A means interest at 10% per year on $10,000 from and including Issue Date to but excluding today by Day Count\nOwed means unpaid Interest\n";
    const ask = ["A", "Owed"].map((value) => ({ value, on: "2024-02-01" }));
    expect(answersOf(statements, { ask })).toEqual(["undefined", "undefined"]);
  });

  test("business/252 ends with its calendar", () => {
    const statements =
      "account Interest owed by Borrower to Holder\n  accrues: 10% per year on $25,200 by business/252\n  from and including: 2024-01-02\n" +
      "A means interest at 10% per year on $25,200 from and including 2099-12-30 to but excluding 2100-01-02 by business/252\n" +
      "Owed means unpaid Interest\n";
    // January 2024 has 21 business days, $10 each.
    expect(
      answersOf(statements, {
        ask: [
          { value: "Owed", on: "2024-02-01" },
          { value: "A", on: "2024-02-01" },
        ],
      }),
    ).toEqual(["210", "missing data"]);
  });
});
