/** Where else a finding points: at what a name was declared as, at the first of two, and at what a circle goes through. */
import { describe, test } from "vitest";
import { expectRelated } from "../findings.ts";

const kinds =
  "Large for each Notice holds when its Amount is more than $5\nevent Notice by Holder\n  Amount: money\n  Day: date\n  Note: text\n  Part: money, optional\n";
const exception = (condition: string, name = "Price") =>
  `notwithstanding ${name}\n  while: ${condition}\n  it is: $2 per share\n`;

describe("where a name gets its kind", () => {
  test.each([
    [
      "a deal term",
      "given ‹Principal›: money\nA means Principal + ‹5 shares›\n",
      "TN3001",
      ["`Principal` is an amount of money", "`5 shares` is a number of shares"],
    ],
    ["a state", "‹Balance› starts at $0\nA holds when Balance\n", "TN3003", ["declared here"]],
    ["a definition", "‹Fee› means $1\nA holds when Fee\n", "TN3003", ["defined here"]],
    [
      "a field",
      "event Notice\n  ‹Amount›: money\nA for each Notice holds when its Amount\n",
      "TN3003",
      ["a field, declared here"],
    ],
    [
      "a rule that an exception displaces",
      'given Late: yes or no\nsection 1 "One"\n‹Fee› means $1\nnotwithstanding Fee\n  while: Late\n  it is: 3 days after Fee under 1\n',
      "TN3004",
      ["defined here"],
    ],
    [
      "a default, which is its own kind",
      "Default occurs\n  when today is Issue Date\nA means 1 day after Default\n",
      "TN3004",
      [],
    ],
    ["a party, which has no other", "A means 1 day after Holder\n", "TN3004", []],
    ["the day of an event", `${kinds}A for each Notice holds when its date\n`, "TN3003", []],
    [
      "an event tied to another",
      `${kinds}event Reply for Notice\nA for each Reply means 1 day after its Notice\n`,
      "TN3004",
      [],
    ],
    [
      "an event that is tied to it",
      `${kinds}event Reply for Notice\nA for each Notice means 1 day after its Reply\n`,
      "TN3004",
      [],
    ],
    ["the event of a value itself", `${kinds}A for each Notice means 1 day after this Notice\n`, "TN3004", []],
    ["a date to which is added", "‹Day› means Issue Date\nA means Day + 3\n", "TN3013", ["defined here"]],
    ["a date that is multiplied", "‹Day› means Issue Date\nA means Day * 3\n", "TN3008", ["defined here"]],
    ["a figure compared as a date", "‹Fee› means $1\nA holds when Fee is before $2\n", "TN3007", ["defined here"]],
    ["a figure as one of a list", '‹Fee› means $1\nA holds when Fee is one of "a"\n', "TN3007", ["defined here"]],
    [
      "a figure that has happened",
      "‹Balance› starts at $0\nA holds when Balance has happened\n",
      "TN3004",
      ["declared here"],
    ],
    [
      "the latest of figures",
      "event Notice\n  ‹Amount›: money\nA means the latest of its Amount over Notice events\n",
      "TN3007",
      ["a field, declared here"],
    ],
    [
      "what may be missing",
      "‹Room› is money, at first not set\nA holds when Room is $0\n",
      "TN3005",
      ["declared here"],
    ],
    [
      "two that are compared",
      "‹Fee› means $1\n‹Held› means 5 shares\nA holds when Fee is Held\n",
      "TN3001",
      ["`Fee` is an amount of money", "`Held` is a number of shares"],
    ],
    [
      "two that are no names",
      "A holds when ‹$1› is ‹5 shares›\n",
      "TN3001",
      ["`$1` is an amount of money", "`5 shares` is a number of shares"],
    ],
    [
      "two of which one is taken",
      "‹Fee› means $1\n‹Held› means 5 shares\nA means ‹Fee› if today is Issue Date, otherwise Held\n",
      "TN3006",
      ["defined here", "defined here", "an amount of money"],
    ],
  ] as const)("%s", (_, source, code, labels) => expectRelated(source, code, ...labels));
});

describe("where a name is declared that stands in the wrong place", () => {
  test.each([
    [
      "an account as a value",
      "account ‹Interest› owed by Borrower to Holder\nA means Interest\n",
      "TN2011",
      "declared here",
    ],
    ["a field that is no day", "event Call\n  Size: shares as of Kind\n  ‹Kind: text›\n", "TN2011", "declared here"],
    [
      "an amount that begins",
      "‹Balance› starts at $0\nwhen Balance begins\n  Balance becomes $1\n",
      "TN3003",
      "declared here",
    ],
    [
      "an amount of each event that begins",
      `${kinds}‹Fee› for each Notice means $1\nCount starts at 0\nwhen Fee for each Notice begins\n  Count rises by 1\n`,
      "TN3003",
      "declared here",
    ],
    [
      "a date that rises",
      "‹Last› starts at Issue Date\non Issue Date\n  Last rises by today\n",
      "TN3008",
      "declared here",
    ],
    [
      "what may be missing, that rises",
      "‹Room› is money, at first not set\non Issue Date\n  Room rises by $1\n",
      "TN3005",
      "declared here",
    ],
    [
      "late charges that do not accrue on each amount",
      "account Interest owed by Borrower to Holder\naccount ‹Fee› owed by Borrower to Holder\non Issue Date\n  $1 is applied to due Interest each with its Fee\n",
      "TN3018",
      "declared here",
    ],
    [
      "a state that is set to another kind",
      "‹Balance› starts at $0\non Issue Date\n  Balance becomes 5 shares\n",
      "TN3002",
      "declared here: an amount of money",
    ],
    [
      "a state that rises by another kind",
      "‹Balance› starts at $0\non Issue Date\n  Balance rises by 5 shares\n",
      "TN3002",
      "declared here: an amount of money",
    ],
    [
      "a state to which money is applied",
      "‹Count› starts at 0\non Issue Date\n  $1 is applied to Count\n",
      "TN3002",
      "declared here: a plain number",
    ],
    [
      "an exception to a deal term",
      `given Late: yes or no\ngiven ‹Price›: price\n${exception("Late")}`,
      "TN2011",
      "declared here",
    ],
    [
      "an exception to a rule of another section",
      `given Late: yes or no\nsection 1 "One"\n‹Price› means $1 per share\nsection 2 "Two"\n${exception("Late", "Price of 2")}`,
      "TN2010",
      "defined here",
    ],
    [
      "a deal term in a test",
      '‹Balance› starts at $0\ntest "a"\n  with: Balance = $1\n  expect: Balance on 2024-01-05 is $0\n',
      "TN2011",
      "declared here",
    ],
    [
      "an answer of another kind",
      '‹Balance› starts at $0\ntest "a"\n  expect: Balance on 2024-01-05 is 5 shares\n',
      "TN3002",
      "declared here: an amount of money",
    ],
    [
      "an answer of another kind: a value of an event",
      'event Notice\n  ‹Amount›: money\ntest "a"\n  on 2024-01-05: Notice "n", Amount $5\n  expect: Amount of "n" is 5 shares\n',
      "TN3002",
      "declared here: an amount of money",
    ],
    [
      "an answer of another kind: a default",
      'section 3 "a"\n‹Default› occurs\n  when today is Issue Date\ntest "a"\n  expect: Default of 3 on 2024-01-05 is $1\n',
      "TN3002",
      "declared here: a yes or no",
    ],
    [
      "a field of another kind in a test",
      'event Notice\n  ‹Amount›: money\nA means the sum of its Amount over Notice events\ntest "a"\n  on 2024-01-05: Notice, Amount 5 shares\n  expect: A on 2024-01-05 is $0\n',
      "TN3002",
      "declared here: an amount of money",
    ],
  ] as const)("%s", (_, source, code, label) => expectRelated(source, code, label));
});

describe("the first of two", () => {
  const reading = (choices: string) => `reading "grace"\n  passage: "p"\n  choices: ${choices}\n  chosen: "a"\n`;
  test.each([
    ["names", "‹A› means $1\nA starts at $1\n", "TN2002", "declared here first"],
    ["fields", "event Notice\n  ‹Amount›: money\n  Amount: date\n", "TN2002", "declared here first"],
    [
      "a choice of a reading",
      `${reading('‹"a"›, "b", "a"')}A holds when "grace" is read "a"\n`,
      "TN4019",
      "listed here first",
    ],
    ["a choice of a deal term", 'given Kind: ‹"a"›, "b", "a"\n', "TN4019", "listed here first"],
    ["a choice of a field", 'event Sale\n  Kind: ‹"a"›, "b", "a"\n', "TN4019", "listed here first"],
    [
      "powers over one event",
      "event Notice\n  Amount: money\nthe Holder may give ‹Notice›\n  asking for: its Amount\nthe Borrower may give Notice\n  asking for: its Amount\n",
      "TN4011",
      "the first power",
    ],
    ["sections", 'section ‹2.1› "A"\nB means $1\nsection 2.1 "C"\nD means $1\n', "TN2023", "opened here first"],
    [
      "share bases",
      "event Split\n  Ratio: number\n‹share basis changes on Split by its Ratio›\nshare basis changes on Split by its Ratio\n",
      "TN4014",
      "the first is here",
    ],
    [
      "changes of one state",
      "event Notice\nA starts at $0\nwhen Notice\n  ‹A becomes $1›\nwhen Notice\n  A becomes $2\n",
      "TN4010",
      "the other change",
    ],
    [
      "exceptions without order",
      `given Late: yes or no\ngiven Open: yes or no\nPrice means $1 per share\n${exception("Late", "‹Price›")}${exception("Open")}`,
      "TN4009",
      "the other exception",
    ],
    [
      "a field and an event of its name",
      "event Notice\n  Answer: date\nevent ‹Answer› for Notice\n",
      "TN2015",
      "the event of that name",
    ],
    [
      "a reading, of which a choice is left out",
      `${reading('"a", "b"').replace('"grace"', '‹"grace"›')}A means as "grace" is read\n  "a": 1\n`,
      "TN4007",
      "the reading is declared here",
    ],
    [
      "a name that nothing reads, and its like",
      "‹Conversion Price› means $1\nConversoin Price means $2\nA means Conversion Price\n",
      "TN2024",
      "`Conversion Price` is here",
    ],
  ] as const)("%s", (_, source, code, label) => expectRelated(source, code, label));
});

describe("the ways of what depends on itself, or on what is not known", () => {
  test.each([
    ["a circle of one", "A means A\n", "TN4001", []],
    ["a circle of three", "A means B\n‹B› means C\n‹C› means A\n", "TN4001", ["in the circle", "in the circle"]],
    ["a circle that is reached from outside", "Z means A\nA means B\n‹B› means A\n", "TN4001", ["in the circle"]],
    [
      "an effective day that reads a state",
      "S starts at Issue Date\nevent Notice\n  takes effect on: S\n",
      "TN4003",
      [],
    ],
    [
      "an effective day that reads a state by way of a value",
      "S starts at Issue Date\nevent Notice\n  takes effect on: its Start\nStart for each Notice means ‹S›\n",
      "TN4003",
      ["depends on it here"],
    ],
  ] as const)("%s", (_, source, code, labels) => expectRelated(source, code, ...labels));
});
