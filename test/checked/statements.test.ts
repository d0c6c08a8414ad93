/** What each kind of statement asks of what it names: events, parties, states, accounts, days, amounts. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "./findings.ts";

const terms = 'given Principal: money = $100\ngiven Kind: "a", "b" = "a"\n';
const events =
  "event Notice by Holder\n  Amount: money\n  Day: date, optional\n  Price: price, optional\nevent Reply for Notice\n";
const states =
  "Balance starts at $0\nCount starts at 0\nLast is a date, at first not set\nRoom is money, at first not set\nOpen starts at yes\nMaybe is yes or no, at first not set\n";
const account =
  "account Interest owed by Borrower to Holder\n  accrues: 6% per year on Balance by actual/365\n  from and including: Issue Date\n";
const all = terms + events + states + account;
const large =
  "Large for each Notice holds when its Amount is more than $100\nFee for each Notice means its Amount * 2\n";

type Case = readonly [name: string, statement: string, code: string, message: string, help?: string];

function expectEach(cases: readonly Case[], before = all): void {
  test.each(cases.map(([name, ...found]) => [name, found] as const))("%s", (_, [statement, code, message, help]) => {
    expectFinding(`${before}${statement}\n`, code, message, help);
  });
}

describe("what sets a rule off", () => {
  expectEach([
    ["an event that is not one", "when «Notise»\n  Count rises by 1", "TN2006", "`Notise`"],
    ["a day that is not one", "on «Balance»\n  Count rises by 1", "TN3004", "The day of a rule is a date"],
    [
      "an amount that begins",
      "when «Balance» begins\n  Count rises by 1",
      "TN3003",
      "`Balance` is an amount of money",
      "is more than $0",
    ],
    ["a number that begins", "when «Count» begins\n  Count rises by 1", "TN3003", "a plain number", "is more than 0"],
    [
      "a date that ends",
      "when «Issue Day» ends\n  Count rises by 1\nIssue Day means Issue Date",
      "TN3003",
      "a date",
      "is before today",
    ],
    [
      "what may be missing",
      "when «Maybe» begins\n  Count rises by 1",
      "TN3003",
      "a value that may be missing",
      "is set",
    ],
    ["a deal term that begins", "when «Principal» begins\n  Count rises by 1", "TN2011", "something that holds or not"],
    ["a name that is not one", "when «Opem» begins\n  Count rises by 1", "TN2001", "`Opem`", "Open"],
    [
      "a section without such a default",
      "Default occurs\n  when Open\nwhen Default under «9» begins\n  Count rises by 1",
      "TN2010",
      "There is no `Default` under section 9",
    ],
    [
      "a value that the event does not have",
      `${large}when «Larg» for each Notice begins\n  Count rises by 1`,
      "TN2003",
      "`Notice` has nothing called `Larg`",
      "Large",
    ],
    [
      "an amount of each event",
      `${large}when «Fee» for each Notice begins\n  Count rises by 1`,
      "TN3003",
      "`Fee` is an amount of money",
      "is more than $0",
    ],
    [
      "an event that is not one, of which something begins",
      "when Large for each «Notise» begins\n  Count rises by 1",
      "TN2006",
      "`Notise`",
    ],
    ["a condition that is not one", "when Notice if «Balance»\n  Count rises by 1", "TN3003", "`Balance`"],
    [
      "a condition that may be missing",
      "when Notice if «Maybe»\n  Count rises by 1",
      "TN3005",
      "the condition of a rule needs one",
    ],
  ]);

  test.each([
    ["a state that begins", "when Open begins\n  Count rises by 1\n"],
    [
      "a default of a section",
      'section 3 "Default"\nDefault occurs\n  when Open\nwhen Default under 3 begins\n  Count rises by 1\n',
    ],
    ["a value of each event", `${large}when Large for each Notice begins\n  Balance rises by its Amount\n`],
    ["a day that may be missing", "on Last\n  Count rises by 1\n"],
    ["what the condition has asked for", "when Notice if its Day is set\n  Last becomes its Day\n"],
  ])("%s is fine", (_, statement) => expectNoFinding(all + statement));
});

describe("what is changed", () => {
  const rule = (change: string) => `when Notice\n  ${change}`;
  expectEach([
    ["what is no state", rule("«Principal» becomes $1"), "TN2011", "a state"],
    ["what is no state, cleared", rule("«Principal» becomes not set"), "TN2011", "a state"],
    ["a date that rises", rule("«Last» rises by today"), "TN3008", "`Last` is a date, and can't be raised"],
    ["a date that falls", rule("«Last» falls by today"), "TN3008", "`Last` is a date, and can't be lowered"],
    ["what may be missing, that rises", rule("«Room» rises by $1"), "TN3005", "a rise or fall needs one"],
    ["a change without a value", rule("Last becomes «its Day»"), "TN3005", "a change needs one"],
    ["a posting to a state", rule("«Balance» is charged $1 due on today"), "TN2011", "an account"],
    [
      "a posting of a number",
      rule("Interest is charged «Count» due on today"),
      "TN3004",
      "What is posted to an account is an amount of money",
    ],
    ["a posting without an amount", rule("Interest is charged «Room» due on today"), "TN3005", "a posting needs one"],
    [
      "a due date that is not one",
      rule("Interest is charged $1 due on «Balance»"),
      "TN3004",
      "The day on which it falls due is a date",
    ],
    [
      "a due date that may be missing",
      rule("Interest is charged $1 due on «its Day»"),
      "TN3005",
      "a posting needs one",
    ],
    [
      "a date for payment that is not one",
      rule("Interest falls due on today, payable on «Count»"),
      "TN3004",
      "The day of payment is a date",
    ],
    [
      "a month that is not one",
      rule("Interest is waived for the month of «Count»"),
      "TN3004",
      "The month that is meant is a date",
    ],
    [
      "a payment of a number",
      rule("«Count» is applied to Interest"),
      "TN3004",
      "What is applied is an amount of money",
    ],
    ["a payment that may be missing", rule("«Room» is applied to Interest"), "TN3005", "a payment needs one"],
    ["a payment of what is due of a state", rule("$1 is applied to due «Balance»"), "TN2011", "an account"],
    [
      "a payment to a deal term",
      rule("$1 is applied to «Principal»"),
      "TN2011",
      "an account, or a state that is an amount of money",
    ],
    ["a payment to a number", rule("«$1» is applied to Count"), "TN3002", "`Count` is a plain number"],
    [
      "a payment along with a state",
      rule("$1 is applied to due Interest each with its «Balance»"),
      "TN2011",
      "an account",
    ],
    [
      "a payment along with an account that does not accrue on it",
      `account Fee owed by Borrower to Holder\n${rule("$1 is applied to due Interest each with its «Fee»")}`,
      "TN3018",
      "`Fee` does not accrue on each overdue amount of `Interest`",
    ],
    [
      "a payment along with an account that accrues on another",
      `account Other owed by Borrower to Holder\naccount Fee owed by Borrower to Holder\n  accrues: 5% per year on each overdue Other by actual/365\n  from and including: Issue Date\n${rule("$1 is applied to due Interest each with its «Fee»")}`,
      "TN3018",
      "`Fee`",
    ],
  ]);

  test("a payment along with what accrues on it is fine", () => {
    const fee =
      "account Fee owed by Borrower to Holder\n  accrues: 5% per year on each overdue Interest by actual/365\n  from and including: Issue Date\n";
    expectNoFinding(
      `${all}${fee}${rule("$1 is applied to due Interest each with its Fee, then Balance, then Interest")}\n`,
    );
  });
});

describe("what is declared", () => {
  const of = (line: string) => `account Fee owed by Borrower to Holder\n  ${line}\n  from and including: Issue Date`;
  expectEach([
    ["an event by nobody", "event Call by «Holderr»", "TN2007", "`Holderr` is not a party", "Holder"],
    ["an event for what is not one", "event Call for «Notise»", "TN2006", "`Notise`"],
    [
      "an event that takes effect on an amount",
      "event Call\n  takes effect on: «Principal»",
      "TN3004",
      "The day on which an event takes effect is a date",
    ],
    [
      "an event that takes effect on what may be missing",
      "event Call\n  Day: date, optional\n  takes effect on: «its Day»",
      "TN3005",
      "an effective day needs one",
    ],
    [
      "a field that begins with another kind",
      "event Call\n  Size: money = «3»",
      "TN3002",
      "`Size` is an amount of money",
    ],
    [
      "a field given as of what the event does not have",
      "event Call\n  Size: shares as of «Dai»\n  Day: date",
      "TN2003",
      "`Call` has nothing called `Dai`",
      "Day",
    ],
    [
      "a field given as of what is no date",
      "event Call\n  Size: shares as of «Kind»\n  Kind: text",
      "TN2011",
      "a field that is a date belongs here",
    ],
    [
      "a field given as of what may be missing",
      "event Call\n  Size: shares as of «Day»\n  Day: date, optional",
      "TN2011",
      "not a date that is always given",
    ],
    ["a value of what is no event", "Fee for each «Notise» means $1", "TN2006", "`Notise`"],
    ["a status from what is no event", "Pending holds from «Notise» until Reply", "TN2006", "`Notise`"],
    ["a status until what is no event", "Pending holds from Notice until «Repli»", "TN2006", "`Repli`"],
    ["an account owed by nobody", "account Fee owed by «Borower» to Holder", "TN2007", "`Borower`", "Borrower"],
    [
      "an account owed to nobody",
      "account Fee owed by Borrower to «Nobody»",
      "TN2007",
      "`Nobody`",
      "the parties are Borrower, Holder",
    ],
    [
      "a rate that is an amount",
      of("accrues: «$5» on Balance by actual/365"),
      "TN3004",
      "The rate of an account is a rate per year",
    ],
    [
      "a base that is a number",
      of("accrues: 5% per year on «Count» by actual/365"),
      "TN3004",
      "The base of an account is an amount of money",
    ],
    [
      "a base that may be missing",
      of("accrues: 5% per year on «Room» by actual/365"),
      "TN3005",
      "an account needs one",
    ],
    [
      "a first day that is not one",
      of("accrues: 5% per year on Balance by actual/365").replace("Issue Date", "«Count»"),
      "TN3004",
      "The first day that bears interest is a date",
    ],
    [
      "a condition that is not one",
      `${of("accrues: 5% per year on Balance by actual/365")}\n  while: «Balance»`,
      "TN3003",
      "`Balance`",
    ],
    [
      "each of one amount",
      of("accrues: 5% per year on each «Balance» by actual/365"),
      "TN3017",
      "`Balance` is one amount",
    ],
    [
      "each of what is unpaid",
      of("accrues: 5% per year on each «unpaid Interest» by actual/365"),
      "TN3017",
      "`unpaid Interest` is one amount",
    ],
    [
      "a day of payment without overdue amounts",
      `${of("accrues: 5% per year on Balance by actual/365")}\n  day of payment counts: «Open»`,
      "TN3016",
      "The day of payment",
    ],
    ["a share basis that changes on what is no event", "share basis changes on «Split» by 2", "TN2006", "`Split`"],
    [
      "a ratio that is an amount",
      "share basis changes on Notice by «its Amount»",
      "TN3004",
      "The ratio of new shares to old is a plain number",
    ],
    ["a view that favours nobody", 'our view: "it is day 0"\n  favours: «Nobody»', "TN2007", "`Nobody`"],
    ["words about nobody", 'in words, the «Lender» must: "be kind"', "TN2007", "`Lender`"],
    ["a role of a party", 'role "price of conversion": «Holder»', "TN2011", "a value belongs here"],
    ["a role of an event", 'role "price of conversion": «Notice»', "TN2011", "a value belongs here"],
    ["a role of events for a value", 'role "adjustment": «Balance»', "TN2011", "an event belongs here"],
    [
      "a role of events for a value of each event",
      `${large}role "adjustment": «Fee»`,
      "TN2005",
      "`Fee` is a value of each",
    ],
    ["a role of what is not one", 'role "price of conversion": «Balanse»', "TN2001", "`Balanse`", "Balance"],
  ]);

  test.each([
    ["a role of a value of each event", `${large}role "price of conversion": Fee\n`],
    ["a role of an account", 'role "interest": Interest\n'],
    ["a role of events", 'role "adjustment": Notice\n'],
    ["a share basis by a plain number", "event Split\n  Ratio: number\nshare basis changes on Split by its Ratio\n"],
    [
      "an account on each overdue amount, its day of payment counting",
      `${of("accrues: 5% per year on each overdue Interest by actual/365")}\n  day of payment counts: Open\n`,
    ],
    ["a field given as of another", "event Call\n  Size: shares as of Day\n  Day: date\n"],
  ])("%s is fine", (_, statement) => expectNoFinding(all + statement));
});

describe("duties, prohibitions and defaults", () => {
  expectEach([
    ["a duty of nobody", "the «Lender» must give Reply by today called Answer", "TN2007", "`Lender`"],
    [
      "a duty to nobody",
      "the Borrower must pay $1 to «Lender» by today while Reply has not happened called Payment",
      "TN2007",
      "`Lender`",
    ],
    ["a duty to give what is no event", "the Borrower must give «Repli» by today called Answer", "TN2006", "`Repli`"],
    [
      "a duty for each of what is no event",
      "the Borrower must give Reply by today for each «Notise» called Answer",
      "TN2006",
      "`Notise`",
    ],
    [
      "a duty whose day is no date",
      "the Borrower must give Reply by «Balance» called Answer",
      "TN3004",
      "The day by which a duty is due is a date",
    ],
    [
      "a duty while an amount",
      "the Borrower must pay $1 to Holder by today while «Balance» called Payment",
      "TN3003",
      "`Balance`",
    ],
    [
      "a duty to pay a number",
      "the Borrower must pay «Count» to Holder by today called Payment",
      "TN3004",
      "What is paid is an amount of money",
    ],
    [
      "a duty to pay a date",
      "the Borrower must pay «Issue Date» to Holder by today called Payment",
      "TN3008",
      "can't be paid",
    ],
    [
      "a duty to pay what may be missing",
      "the Borrower must pay «Room» to Holder by today called Payment",
      "TN3005",
      "a duty needs one",
    ],
    ["a prohibition of nobody", "the «Lender» must not give Notice unless Open, called Allowed", "TN2007", "`Lender`"],
    [
      "a prohibition of what is no event",
      "the Borrower must not give «Notise» unless Open, called Allowed",
      "TN2006",
      "`Notise`",
    ],
    ["a default of what is no event", "Default occurs for each «Notise»\n  when Open", "TN2006", "`Notise`"],
    ["a default when an amount", "Default occurs\n  when «Balance»", "TN3003", "`Balance`"],
    ["a default when something that may be missing", "Default occurs\n  when «Maybe»", "TN3005", "a default needs one"],
    [
      "a last day that is not one",
      "Default occurs\n  when Open\n  unless cured by the end of: «Balance»",
      "TN3004",
      "The last day for a cure is a date",
    ],
  ]);

  test.each([
    [
      "a duty for each event, on a day that may be missing",
      "the Borrower must give Reply by its Day for each Notice called Answer\n",
    ],
    [
      "a payment of what the condition has asked for",
      "the Borrower must pay Room to Holder by today while Room is set called Payment\n",
    ],
    ["a last day that may be missing", "Default occurs\n  when Open\n  unless cured by the end of: Last\n"],
  ])("%s is fine", (_, statement) => expectNoFinding(all + statement));
});

test.each([
  ["an amount", "$1", "an amount of money", "is more than $0"],
  ["a price", "$1 per share", "a price per share", "is more than $0 per share"],
  ["shares", "3 shares", "a number of shares", "is more than 0 shares"],
  ["a rate", "5% per year", "a rate per year", "is more than 0% per year"],
  ["a percent", "5%", "a percent", "is more than 0"],
  ["days", "today - Issue Date", "a number of days", "is more than 0"],
  ["a length of time", "3 months", "a length of time", "is more than 0"],
  ["amounts squared", "$1 * $1", "a figure in USD^2", "is more than 0"],
  ["a date", "today", "a date", "is before today"],
  ["a time", "18:00", "a time of day", "is before 18:00"],
  ["a choice", "Kind", 'a choice among "a" and "b"', 'is "a"'],
])(
  "what is no condition is called by its kind, with an example of what would be one: %s",
  (_, value, kind, example) => {
    const [finding, ...others] = findingsIn(`${terms}Value means ${value}\nBig holds when Value\n`);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: "TN3003" });
    expect(finding?.message).toContain(`\`Value\` is ${kind}`);
    expect(finding?.help).toContain(`\`${example}\``);
  },
);

test.each([
  ["on", "on «Notice Given»\n  Balance rises by its Amount\n"],
  ["on, with a condition", "on «Notice Given» if its Amount is more than $5\n  Balance rises by its Amount\n"],
])("an event as the day of a rule is one finding: %s", (_, rule) =>
  expectFinding(
    `event Notice Given\n  Amount: money\nBalance starts at $0\n${rule}`,
    "TN2011",
    "the day of a rule belongs here",
    "stands under `when Notice Given`",
  ),
);
