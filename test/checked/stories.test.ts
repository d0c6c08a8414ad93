/** Tests written in a template: what they name has to be there, and to be of the right kind. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "./findings.ts";

const note =
  'given Principal: money = $100\ngiven Share: percent = 50%\nreading "days"\n  passage: "p"\n  choices: "actual", "thirty"\n  chosen: "actual"\n' +
  'Basis holds when "days" is read "actual"\nevent Notice by Holder\n  Amount: money\n  Day: date, optional\nevent Reply for Notice\n' +
  "Fee for each Notice is fixed as its Amount * 2\nBalance starts at $0\nPrice means $1 per share\naccount Interest owed by Borrower to Holder\n" +
  'section 3 "Default"\nDefault occurs\n  when Basis\n';
const story = (...lines: string[]) => `${note}test "a story"\n${lines.map((line) => `  ${line}\n`).join("")}`;
const notice = 'on 2024-01-05: Notice "n1", Amount $5';
const asks = "expect: Balance on 2024-01-05 is $0";

describe("a test", () => {
  test.each([
    ["a deal term that is not one", story("with: «Balance» = $1", asks), "TN2011", "a deal term"],
    ["a deal term that is not there", story("with: «Principle» = $1", asks), "TN2001", "`Principle`"],
    [
      "a deal term of another kind",
      story("with: Principal = «3 shares»", asks),
      "TN3002",
      "`Principal` is an amount of money",
    ],
    [
      "a deal term that is calculated",
      story("with: Principal = «Balance»", asks),
      "TN3012",
      "`Balance` has to be calculated",
    ],
    ["a percentage without its sign", story("with: Share = «8»", asks), "TN5228", "8 is 800%"],
    ["a reading that is not there", story('reading: «"day"» = "actual"', asks), "TN2008", '"day"'],
    [
      "a choice that is not one",
      story('reading: "days" = «"sixty"»', asks),
      "TN2009",
      '"sixty" is not one of the choices of the reading "days"',
    ],
    ["an event without its id", story(notice, "expect: «Notice» is refused"), "TN2011", "an event, but a value"],
    ["an event that is not one", story("on 2024-01-05: «Notise», Amount $5", asks), "TN2006", "`Notise`"],
    [
      "a field that the event does not have",
      story("on 2024-01-05: Notice, «Amound» $5", asks),
      "TN2003",
      "`Notice` has nothing called `Amound`",
    ],
    [
      "a value of the event in the place of a field",
      story("on 2024-01-05: Notice, «Fee» $5", asks),
      "TN2003",
      "`Notice` has nothing called `Fee`",
    ],
    [
      "a field of another kind",
      story("on 2024-01-05: Notice, Amount «5 shares»", asks),
      "TN3002",
      "`Amount` is an amount of money",
    ],
    [
      "two events with one id",
      story(notice, 'on 2024-01-06: Notice «"n1"», Amount $5', asks),
      "TN5220",
      "Two events have the id `n1`",
    ],
    [
      "an event for one that is not there",
      story(notice, 'on 2024-01-06: Reply for «"n2"»', asks),
      "TN5215",
      "No event of this test has the id `n2`",
    ],
    ["a value that is not there", story("expect: «Balanse» on 2024-01-05 is $0"), "TN2001", "`Balanse`"],
    ["a value of an event that is not there", story(notice, 'expect: Fee of «"n2"» is $10'), "TN2016", '"n2"'],
    [
      "a value that the event does not have",
      story(notice, 'expect: «Fees» of "n1" is $10'),
      "TN2003",
      "`Notice` has nothing called `Fees`",
    ],
    [
      "an event that is asked for",
      story("expect: «Notice» on 2024-01-05 is $0"),
      "TN2011",
      "a value that can be asked for",
    ],
    [
      "a party that is asked for",
      story("expect: «Holder» on 2024-01-05 is $0"),
      "TN2011",
      "a value that can be asked for",
    ],
    [
      "a default of a section that has none",
      story("expect: Default of «4» on 2024-01-05 is yes"),
      "TN2010",
      "There is no `Default` under section 4",
    ],
    [
      "an answer of another kind: a state",
      story("expect: Balance on 2024-01-05 is «3 shares»"),
      "TN3002",
      "`Balance` is an amount of money",
    ],
    [
      "an answer of another kind: a value",
      story("expect: Price on 2024-01-05 is «$1»"),
      "TN3002",
      "`Price` is a price per share",
    ],
    [
      "an answer of another kind: a deal term",
      story("expect: Principal is «3 shares»"),
      "TN3002",
      "`Principal` is an amount of money",
    ],
    [
      "an answer of another kind: an account",
      story("expect: Interest on 2024-01-05 is «3 shares»"),
      "TN3002",
      "`Interest` is an amount of money",
    ],
    [
      "an answer of another kind: a value of an event",
      story(notice, 'expect: Fee of "n1" is «3 shares»'),
      "TN3002",
      "`Fee` is an amount of money",
    ],
    [
      "an answer of another kind: a field",
      story(notice, 'expect: Amount of "n1" is «3 shares»'),
      "TN3002",
      "`Amount` is an amount of money",
    ],
    [
      "an answer of another kind: a default",
      story("expect: Default of 3 on 2024-01-05 is «$1»"),
      "TN3002",
      "`Default` is a yes or no",
    ],
    [
      "an answer that is calculated",
      story("expect: Balance on 2024-01-05 is «Principal»"),
      "TN3012",
      "`Principal` has to be calculated",
    ],
    ["a day that is calculated", story("on «Issue Date»: Notice, Amount $5", asks), "TN3012", "`Issue Date`"],
    [
      "a time that is calculated",
      `given Hour: time\n${story("on 2024-01-05 at «Hour»: Notice, Amount $5", asks)}`,
      "TN3012",
      "`Hour`",
    ],
    ["an answer on a day that is calculated", story("expect: Balance on «Issue Date» is $0"), "TN3012", "`Issue Date`"],
    [
      "a sum with something calculated",
      story("with: Principal = «$1   + Balance»", asks),
      "TN3012",
      "`$1 + Balance` has to",
    ],
    [
      "a sum of something calculated",
      story("with: Principal = «Balance + $1»", asks),
      "TN3012",
      "`Balance + $1` has to",
    ],
    [
      "a field of an event without any",
      story('on 2024-01-05: Notice "n1", Amount $5', 'on 2024-01-06: Reply for "n1", «Amount» $5', asks),
      "TN2003",
      "`Reply` has nothing called `Amount`",
    ],
    [
      "a value of an event that is not one",
      story('on 2024-01-05: «Zebra» "z"', 'expect: Fee of "z" is $5'),
      "TN2006",
      "`Zebra`",
    ],
    ["more digits than are read", story(`with: Principal = «$${"9".repeat(2000)}»`, asks), "TN3015", "digits"],
  ])("with %s", (_, source, code, message) => expectFinding(source, code, message));

  test("without an id of the event that is meant, is reported with how to give one", () => {
    const source = story("on 2024-01-05: Notice, Amount $5", 'on 2024-01-06: Reply "r"', "expect: «Amount» is $5");
    expectFinding(source, "TN2005", "each `Notice`", 'give the Notice an id, as in `Notice "n"`');
  });

  test.each([
    ["a value near a field in its place", story("on 2024-01-05: Notice, Fees $5", asks), undefined],
    ["a slip in a field", story("on 2024-01-05: Notice, Amuont $5", asks), "Amount"],
  ])("with %s is shown fields alone", (_, source, fix) => {
    expect(findingsIn(source).map((it) => [it.code, it.fix?.text])).toEqual([["TN2003", fix]]);
  });

  test.each([
    ["an event", "event Call «$5»\n", 'on 2024-01-05: Call "c", Size $5', asks],
    ["a value of an event", "Half for each Notice means $1 «$2»\n", notice, 'expect: Half of "n1" is $1'],
    ["a value", "Half means $1 «$2»\n", "expect: Half on 2024-01-05 is $1", asks],
  ])("of what does not parse is silent: %s", (_, broken, ...lines) => {
    expect(findingsIn(`${broken}${story(...lines)}`.replaceAll(/[«»]/g, "")).map(({ code }) => code)).toEqual([
      "TN1001",
    ]);
  });

  test("that breaks off in a figure has that one finding", () => {
    expect(findingsIn(story("with: Principal = $1 +", asks)).map(({ code }) => code.slice(0, 3))).toEqual(["TN1"]);
  });

  test.each([
    ["sums of figures", story("with: Principal = $1 + $2", asks)],
    [
      "a reading, events for one another, and answers of every kind",
      story(
        'reading: "days" = "thirty"',
        "with: Principal = $5",
        notice,
        'on 2024-01-06 at 14:00: Reply for "n1"',
        'expect: Fee of "n1" is $10',
        'expect: Amount of "n1" is $5',
        "expect: Default of 3 on 2024-01-05 is no",
        "expect: Default on 2024-01-05 is no",
        "expect: Interest on 2024-01-05 is $0",
        'expect: Fee of "n1" is an error "undefined"',
        'expect: Fee of "n1" on 2024-01-03 is no value',
      ),
    ],
  ])("with %s is fine", (_, source) => expectNoFinding(source));
});

test("a test's own value is what is put right, and not the declaration", () => {
  const [finding] = findingsIn(story("on 2024-01-05: Notice, Amount 5", asks));
  expect([finding?.code, finding?.help]).toEqual(["TN3002", "write a value that is an amount of money"]);
  const [other] = findingsIn("given Amount: money = 5\n");
  expect(other?.help).toContain("or declare `Amount` to be a plain number");
});

describe("a test that continues another", () => {
  const first = `${note}test "first"\n  ${notice}\n  ${asks}\n`;
  const second = (...lines: string[]) => `${first}test "second"\n${lines.map((line) => `  ${line}\n`).join("")}`;

  test("asks of the events of that one", () => {
    expectNoFinding(second('continues: "first"', 'expect: Fee of "n1" is $10'));
  });
  test("knows no event without it", () => {
    expectFinding(second('expect: Fee of «"n1"» is $10'), "TN2016", '"n1"');
  });
  test("says what it continues once", () => {
    expectFinding(second('continues: "first"', '«continues:» "first"', asks), "TN1027", "continues");
  });
  test("has no name near it", () => {
    expectFinding(second('continues: «"frist"»', asks), "TN4150", 'no test "frist"', 'write "first"');
  });
});
