/** What each place needs: a value that is always there, a kind, a figure; and what it calls itself where it gets none. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "../findings.ts";

const declared =
  'event Notice by Holder\n  Amount: money\n  Day: date, optional\n  Part: money, optional\n  Sure: yes or no, optional\nBalance starts at $0\nRoom is money, at first not set\nDay is a date, at first not set\nMaybe is yes or no, at first not set\ngiven Kind: "a", "b" = "a"\n';
const account = (lines: string) =>
  `Yearly is rate, at first not set\naccount Other owed by Borrower to Holder\naccount Fee owed by Borrower to Holder\n  ${lines}`;
const range = "trading days from and including Issue Date to and including today";

describe("a value that may be missing", () => {
  test.each([
    ["a deal term", "given Later: money = «Room»"],
    ["a field", "event Call\n  Size: money = «Room»"],
    ["a change of the share basis", "Ratio is number, at first not set\nshare basis changes on Notice by «Ratio»"],
    ["what holds or not", "A holds when «Maybe»"],
    ["an exception", "Fee means $1\nnotwithstanding Fee\n  while: «Maybe»\n  it is: $2"],
    ["the start of a state", "Left starts at «Room»"],
    ["a duty", "the Borrower must give Notice by today while «Maybe» called Answer"],
    ["a prohibition", "the Borrower must not give Notice unless «Maybe», called Allowed"],
    ["a condition", "A holds when not «Maybe»"],
    ["a condition", "A means the number of Notice events where (its Amount is $1 and «its Sure»)"],
    ["a condition", "A means the number of Notice events where («its Sure»)"],
    ["a condition", "A means $1 if «Maybe», otherwise $2"],
    [
      "a pick",
      `Count is number, at first not set\nA means the average of the («Count») lowest of market close over ${range}`,
    ],
    ["a sum, an average or a rank", "A means the sum of «its Part» over Notice events"],
    ["the earliest or latest of several", "A means the latest of «its Day» over Notice events"],
    [
      "a stretch of days",
      "A holds when on every trading day from and including «Day» to and including today, market close is more than $1 per share",
    ],
    ["a change", "when Notice\n  Balance rises by «Room»"],
    ["an account", account("accrues: «Yearly» on Balance by actual/365\n  from and including: Issue Date")],
    ["an account", account("accrues: 5% per year on Balance by actual/365\n  from and including: «Day»")],
    [
      "an account",
      account("accrues: 5% per year on Balance by actual/365\n  from and including: Issue Date\n  while: «Maybe»"),
    ],
    [
      "an account",
      account(
        "accrues: 5% per year on each overdue Other by actual/365\n  from and including: Issue Date\n  day of payment counts: «Maybe»",
      ),
    ],
    ["a comparison", "A holds when «Room» is $1"],
  ])("%s needs one", (place, statement) => {
    const found = findingsIn(`${declared}${statement.replaceAll(/[«»]/g, "")}\n`).filter(
      ({ code }) => code !== "TN3009",
    );
    expect(found.map(({ code, help, message }) => [code, `${message} ${help}`.includes(place)])).toEqual([
      ["TN3005", true],
    ]);
  });
});

describe("a figure", () => {
  test.each([
    ["rounded", "A means «today», rounded down to $1", "can't be rounded"],
    ["a step", "A means $1, rounded down to «today»", "can't be a step of rounding"],
    ["multiplied", "A means «today» * 3", "can't be multiplied"],
    ["divided", "A means $3 / «today»", "can't be divided"],
    ["raised to a power", "A means «today» to the power of 3", "can't be raised to a power"],
    [
      "a base of interest",
      `A means interest at 5% per year on «today» from and including Issue Date to but excluding today by actual/365`,
      "can't be a base of interest",
    ],
    ["summed", "A means the sum of «its date» over Notice events", "can't be summed, averaged or ranked"],
    [
      "limited",
      "the Holder may give Notice\n  asking for: its Amount\n  up to «today»\n  beyond that: void\n  giving: Taken\nTotal means the sum of its Taken over Notice events",
      "can't be a limit",
    ],
  ])("is not a date: %s", (_, statement, message) => {
    const found = findingsIn(`${declared}${statement.replaceAll(/[«»]/g, "")}\n`).filter(
      ({ code }) => code === "TN3008",
    );
    expect(found.map((it) => it.message)).toEqual([expect.stringContaining(message)]);
  });

  test("added to a date says what it would be", () => {
    expectFinding("A means today + «3»\n", "TN3013", "can't be added to it");
    expectFinding("A means today - «3»\n", "TN3013", "can't be taken from it");
  });
});

describe("a kind of value", () => {
  test.each([
    [
      "what stands behind `by`",
      "A means interest at 5% per year on $1 from and including Issue Date to but excluding today by «Balance»",
      'What stands behind `by` is a choice among "actual/365"',
    ],
    ["what is raised to a power", "A means «$2» to the power of 3", "What is raised to a power is a plain number"],
    ["an exponent", "A means 2 to the power of «$3»", "An exponent is a plain number"],
    [
      "a number of days",
      "A means the average of market close over («$3») trading days ending today",
      "The number of days is a plain number",
    ],
    [
      "the end of a window",
      "A means the average of market close over 3 trading days ending «Balance»",
      "The end of these days is a date",
    ],
    [
      "the first of a stretch",
      "A means the average of market close over trading days from and including «Balance» to and including today",
      "The first of these days is a date",
    ],
    [
      "the last of a stretch",
      "A means the average of market close over trading days from and including Issue Date to and including «Balance»",
      "The last of these days is a date",
    ],
    ["what days are counted by", "A means («$3») days after today", "The number of days is a plain number"],
    ["what months are counted by", "A means («$3») months after today", "The number of months is a plain number"],
    ["what days are counted from", "A means 1 day after «Balance»", "The day from which is counted is a date"],
    [
      "what holds or not, whatever its condition is",
      "B holds when not Zebra\nA means 1 day after «B»",
      "`B` is a yes or no",
    ],
    ["a status", "event Call\nOpen holds from Notice until Call\nA means 1 day after «Open»", "`Open` is a yes or no"],
    [
      "the day of an event in a test",
      'test "a"\n  on «$5»: Notice, Amount $5\n  expect: Balance on 2024-01-05 is $0',
      "The day of an event is a date",
    ],
    [
      "the time of an event in a test",
      'test "a"\n  on 2024-01-05 at «$5»: Notice, Amount $5\n  expect: Balance on 2024-01-05 is $0',
      "The time of an event is a time of day",
    ],
    ["the day of an answer in a test", 'test "a"\n  expect: Balance on «$5» is $0', "The day of an answer is a date"],
  ])("%s", (_, statement, message) => {
    const found = findingsIn(`${declared}${statement.replaceAll(/[«»]/g, "")}\n`);
    const kinds = found.filter(({ code }) => code !== "TN2001");
    expect(kinds.map((it) => [it.code, it.message])).toEqual([["TN3004", expect.stringContaining(message)]]);
  });

  test("an exception has the kind of the rule that it displaces", () => {
    const exception = (value: string) =>
      `Fee means $1\nnotwithstanding Fee\n  while: today is Issue Date\n  it is: «${value}»\n`;
    expectFinding(exception("5 shares"), "TN3002", "`Fee` is an amount of money, but this is a number of shares");
    expectNoFinding(exception("$2").replaceAll(/[«»]/g, ""));
  });

  test("an exception to a rule without a kind is checked by itself", () => {
    const found = findingsIn(
      "Fee means Nothing\nnotwithstanding Fee\n  while: today is Issue Date\n  it is: 5 shares\n",
    );
    expect(found.map(({ code }) => code)).toEqual(["TN2001"]);
  });

  test("choices of one list do not go with those of another", () => {
    expectFinding(
      `${declared}given Sort: "a", "c" = "a"\nA holds when Kind is «Sort»\n`,
      "TN3001",
      'a choice among "a" and "c"',
    );
    expectNoFinding(`${declared}given Sort: "a", "b" = "a"\nA holds when Kind is Sort\n`);
  });

  test("an event is compared with one of its kind", () => {
    const compared = (right: string) =>
      `${declared}event Reply for Notice\nevent Call for Notice\nA for each Reply holds when its Notice is «${right}»\n`;
    expectNoFinding(
      compared("the first Notice event").replaceAll(/[«»]/g, "").replace("the first Notice event", "its Notice"),
    );
    expectFinding(compared("this Reply"), "TN3001", "an event (Reply)");
  });
});

describe("what is declared twice", () => {
  test.each([
    ["a definition: the second is not looked at", "A means $1\nA means Nothing\n"],
    ["a value of each event", `${declared}A for each Notice means $1\nA for each Notice means Nothing\n`],
    [
      "whether something is allowed",
      `${declared}the Borrower must not give Notice unless today is Issue Date, called A\nthe Borrower must not give Notice unless Nothing, called A\n`,
    ],
  ])("%s", (_, source) => expect(findingsIn(source).map(({ code }) => code)).toEqual(["TN2002"]));

  test("a state, whose second start is compared with the first", () => {
    expect(findingsIn("A starts at $1\nA starts at 5 shares\n").map(({ code }) => code)).toEqual(["TN2002", "TN3002"]);
    expect(findingsIn("A starts at $1\nA starts at $2\n").map(({ code }) => code)).toEqual(["TN2002"]);
  });

  test("a name with two values has the kind of the first", () => {
    expect(findingsIn("A means $1\nA means 5 shares\nB means A + $1\n").map(({ code }) => code)).toEqual(["TN2002"]);
    const fields =
      "event Notice\n  Amount: money\n  Amount: shares\nB means $1 + (the sum of its Amount over Notice events)\n";
    expect(findingsIn(fields).map(({ code }) => code)).toEqual(["TN2002"]);
  });
});

describe("where a condition of a sum ends", () => {
  test.each([
    [
      "over events",
      "A holds when the number of Notice events where «its Amount» is $5\n",
      "put the whole condition in brackets, as in `where (its Amount is more than $0)`",
    ],
    [
      "over days",
      `A holds when the number of ${range} on which «market close» is $5 per share\n`,
      "put the whole condition in brackets, as in `on which (market close is more than $0 per share)`",
    ],
  ])("%s", (_, statement, help) => expectFinding(`${declared}${statement}`, "TN3003", "", help));

  test("a condition that is not known has no end to speak of", () => {
    expectFinding(
      `${declared}A means the number of Notice events where («its Nothing»)\n`.replace(
        "«its Nothing»",
        "its «Nothing»",
      ),
      "TN2003",
      "`Nothing`",
    );
  });
});

describe("an event", () => {
  test.each([
    ["some of which has something", "A holds when some Notise has (its Amount is $1)"],
    ["that is counted", "A means the number of Notise events"],
  ])("that is not declared: %s", (_, statement) => {
    const [finding] = findingsIn(`${declared}${statement}\n`);
    expect([finding?.code, finding?.fix?.text]).toEqual(["TN2006", "Notice"]);
  });

  test.each(["Zebra", "Balances"])("that no name of an event is near to: %s", (name) => {
    const [finding] = findingsIn(`${declared}A means the number of ${name} events\n`);
    expect([finding?.code, finding?.fix]).toEqual(["TN2006", undefined]);
  });

  test("the latest of whose figures is asked for", () => {
    const source = `${declared}A means the latest of «its Amount» over Notice events\n`;
    expectFinding(source, "TN3007", "the latest of", "write highest or lowest");
  });
});

describe("what a test of its value is good for", () => {
  const noticed = "event Notice by Holder\n  Amount: money\n  Part: money, optional\nRoom is money, at first not set\n";
  test("within a sum over events, for values of the note, and not for those of the other events", () => {
    expectNoFinding(`${noticed}A means (the sum of Room over Notice events) if Room is set, otherwise $0\n`);
    expectFinding(
      `${noticed}A for each Notice means (the sum of «its Part» over Notice events) if its Part is set, otherwise $0\n`,
      "TN3005",
      "`its Part`",
    );
  });
});

test("a step of rounding is written out", () => {
  expectFinding("Step means $1\nA means $5, rounded down to «Step»\n", "TN3012", "`Step`");
});

test.each([
  ["$5, rounded down to «$0»", "`$0` is not"],
  ["$5, rounded half up to «$0.00»", "`$0.00` is not"],
  // One slip is one finding, though zero is no amount of money either.
  ["$5, rounded down to «0»", "`0` is not"],
  ["$5, rounded down to («-$1»)", "`-$1` is not"],
])("a step of rounding is more than zero: %s", (value, message) => {
  expectFinding(`A means ${value}\n`, "TN3021", message);
});

test("the least step of rounding is not zero", () => expectNoFinding("A means $5, rounded down to $0.001\n"));

describe("a state that is no figure and rises or falls", () => {
  const rule = (state: string, change: string) => `event Notice\n${state}\nwhen Notice\n  ${change}\n`;
  const last = "Last starts at 2024-01-02";

  test("is one finding, on the state", () => {
    expectFinding(rule(last, "«Last» rises by 1"), "TN3008", "`Last` is a date", "`Last becomes 3 days after …`");
    expectFinding(rule(last, "«Last» falls by $1"), "TN3008", "`Last` is a date", "`Last becomes 3 days before …`");
    expectFinding(rule("Open starts at yes", "«Open» rises by 1"), "TN3008", "can't be raised", "name an amount");
  });

  test("leaves the faults of its amount", () => {
    const text = rule(last, "Last rises by Nothing Such");
    expect(
      findingsIn(text)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(["TN2001", "TN3008"]);
  });

  test("is not reported where it is a figure", () => expectNoFinding(rule("Sum starts at $0", "Sum rises by $1")));
});

test("a value in another unit than its name says what to write", () => {
  const help = "write a value that is an amount of money, or declare `A` to be a number of shares";
  expectFinding("given A: money = «5 shares»\n", "TN3002", "`A` is an amount of money", help);
});

test("a text by itself is one", () => expectNoFinding('A means "x"\nB holds when A is "y"\n'));

describe("a role", () => {
  test("may be that of a value of one event among others", () => {
    expectNoFinding(
      `event Call\n  Day: date\nevent Notice\n  Amount: money\nFee for each Notice starts at its Amount\nrole "interest": Fee\n`,
    );
  });
  test("of what does not parse is silent", () => {
    expectFinding('Fee means $1 «$2»\nrole "interest": Fee\n', "TN1001", "`$2`");
  });
});
