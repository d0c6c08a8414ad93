/** What may be looked at when: days to come, effective days, starts of deal terms; and heads, ties and gifts that go astray. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "./findings.ts";

const notice = "event Notice\n  Amount: money\n  Day: date, optional\n";
const reading = 'reading "grace"\n  passage: "p"\n  choices: "short", "long"\n  chosen: "short"\n';

describe("a day that is yet to come, whatever today is", () => {
  const asOf = (date: string) => `Price means market close\nA means Price as of (${date})\n`;
  test.each([
    ["two steps ahead", asOf("«1 day after the first business day after today»")],
    ["ahead, and then the next business day", asOf("«the first business day on or after 1 day after today»")],
    ["today or later, and then a day", asOf("«1 day after the first business day on or after today»")],
    [
      "after a day that is today or later",
      asOf("«the first business day after the first business day on or after today»"),
    ],
    ["the end of a window", "A means the highest of market close over 3 trading days ending «1 day after today»\n"],
    [
      "the end of a window that is tested",
      "A holds when on every day of 3 trading days ending «1 day after today», market close is $1 per share\n",
    ],
  ])("%s", (_, source) => expectFinding(source, "TN4002", "a day that is yet to come"));

  test.each([
    ["no day ahead", asOf("0 days after today")],
    ["ahead of another day", asOf("1 day after Issue Date")],
    ["behind", asOf("1 day before today")],
    ["on or after today", asOf("the first business day on or after today")],
    ["on or after another day", asOf("the first business day on or after Issue Date")],
    ["after another day", asOf("the first business day after Issue Date")],
    ["so many days ahead as a value says", `${asOf("Some Days days after today")}Some Days means 0\n`],
    ["a window up to today", "A means the highest of market close over 3 trading days ending today\n"],
    [
      "a range to a day ahead",
      "A means the number of days from and including Issue Date to and including 1 day after today\n",
    ],
  ])("%s is fine", (_, source) => expectNoFinding(source));
});

describe("the day on which an event takes effect can't depend on", () => {
  const call = (day: string) =>
    `${notice}event Reply for Call\nevent Call\n  Wanted: date = its date\n  takes effect on: «${day}»\n`;
  const more = "Balance starts at $0\nDefault occurs\n  when Balance is $1\naccount Fee owed by Borrower to Holder\n";
  test.each([
    ["market prices", "its Wanted if market close is $1 per share, otherwise its date", "market prices"],
    ["an account", "its Wanted if unpaid Fee is $0, otherwise its date", "an account"],
    ["other events", "its Wanted if Notice has happened, otherwise its date", "other events"],
    ["a sum over events", "(the number of Notice events) days after its date", "other events"],
    ["some event", "its Wanted if some Notice has (its Amount is $1), otherwise its date", "other events"],
    [
      "days that have passed",
      "(the number of days from and including Issue Date to and including its Wanted) days after its date",
      "the days that have passed",
    ],
    [
      "what was so on each day",
      "its Wanted if (on every day from and including Issue Date to and including its Wanted, Issue Date is 2024-01-02), otherwise its date",
      "the days that have passed",
    ],
    [
      "interest",
      "its Wanted if (interest at 5% per year on $1 from and including Issue Date to but excluding its Wanted by actual/365) is $0, otherwise its date",
      "the days that have passed",
    ],
    ["another day", "Issue Date as of its Wanted", "a value as of another day"],
    ["a state", "its Wanted if Balance is $0, otherwise its date", "the state `Balance`"],
    ["a default", "its Wanted if Default, otherwise its date", "whether `Default` holds"],
    ["a later event", "its Wanted if its Reply's date is Issue Date, otherwise its date", "a later `Reply`"],
  ])("%s", (_, day, found) => {
    const [finding] = findingsIn((call(day) + more).replaceAll(/[«»]/g, "")).filter(({ code }) => code === "TN4003");
    expect(finding?.message).toBe(`The day on which \`Call\` takes effect can't depend on ${found}`);
    expect(finding?.related).toEqual([]);
  });

  test("one of them by way of several values and an exception", () => {
    const values =
      'section 1 "Values"\nStart for each Call means its Later\nLater for each Call means its Wanted\nsection 2 "More"\nnotwithstanding Later of 1\n  while: Balance is $0\n  it is: its date\n';
    const source = call("its Start") + more + values;
    expectFinding(source, "TN4003", "the state `Balance`, through `Start` and `Later`");
    expect(findingsIn(source.replaceAll(/[«»]/g, ""))[0]?.related).toMatchObject([{ label: "depends on it here" }]);
  });
});

describe("the start of a deal term or a field can't be", () => {
  const more = `${notice}${reading}Basis holds when "grace" is read "short"\nFee means $1\naccount Interest owed by Borrower to Holder\nDefault occurs\n  when Basis\n`;
  const given = (type: string, value: string) => `${more}given A: ${type} = ${value}\n`;
  test.each([
    ["a market price", given("price", "«market close»"), "a market price"],
    ["a figure of an account", given("money", "«unpaid Interest»"), "a figure of an account"],
    [
      "as a passage is read",
      given("money", 'as "grace" is read\n  "short": $1\n  "long": $2')
        .replace('as "grace" is', '«as "grace" is')
        .replace('"long": $2', '"long": $2»'),
      "a matter of how the note is read",
    ],
    [
      "a sum over events",
      given("money", "«the sum of its Amount over Notice events»"),
      "a matter of what has happened",
    ],
    [
      "a number of days",
      given("number", "«the number of days from and including Issue Date to and including Issue Date»"),
      "a matter of what has happened",
    ],
    [
      "interest",
      given(
        "money",
        "«interest at 5% per year on $1 from and including Issue Date to but excluding Issue Date by actual/365»",
      ),
      "a matter of what has happened",
    ],
    ["a definition", given("money", "«Fee»"), "a definition"],
    ["whether something has happened", given("yes or no", "«Notice has happened»"), "a matter of what has happened"],
    ["whether a default continues", given("yes or no", "«Default»"), "a matter of what has happened"],
    ["another field", `${more}event Call\n  Size: money\n  Rest: money = «its Size»\n`, "another field"],
    ["a value, for a field", `${more}event Call\n  Rest: money = «Fee»\n`, "a definition"],
    [
      "a field of the event that it is for",
      `${more}event Call for Notice\n  Rest: money = «its Notice's Amount»\n`,
      "another",
    ],
  ])("%s", (_, source, found) => {
    const findings = findingsIn(source.replaceAll(/[«»]/g, "")).filter(({ code }) => code === "TN3009");
    expect(findings.map(({ message }) => message).join("\n")).toContain(found);
  });

  test("but another deal term, or a field's own day", () => {
    expectNoFinding(`given A: date = Issue Date\nevent Call\n  Day: date = 2 days after its date\n`);
  });
});

describe("names that would hide one another", () => {
  test.each([
    [
      "a field with the name of the event that it is for",
      "event Notice\nevent Reply for Notice\n  «Notice»: date\n",
      "`its Notice` could mean two things for `Reply`",
    ],
    [
      "a value with the name of an event for it",
      "event Notice\nevent Reply for Notice\n«Reply» for each Notice means $1\n",
      "`its Reply` could mean two things for `Notice`",
    ],
  ])("%s", (_, source, message) => expectFinding(source, "TN2015", message));

  test("a field with the name of an event that is not tied to it is fine", () => {
    expectNoFinding("event Notice\nevent Other\nevent Reply for Notice\n  Other: date\n");
  });
});

describe("heads, readings, exceptions", () => {
  test.each([
    [
      "a reading without a choice in force",
      'reading «"grace"»\n  passage: "p"\n  choices: "short", "long"\nA holds when "grace" is read "long"\n',
      "TN4006",
      "the `chosen:` line is missing",
    ],
    [
      "an exception of a section to a rule of none",
      "Price means $1\nnotwithstanding Price of «2»\n  while: today is Issue Date\n  it is: $2\n",
      "TN2010",
      "There is no `Price` under section 2",
      "leave `of` out",
    ],
    [
      "an exception of another section",
      'section 1 "One"\nPrice means $1\nnotwithstanding Price of «2»\n  while: today is Issue Date\n  it is: $2\n',
      "TN2010",
      "There is no `Price` under section 2",
      "write `of 1`",
    ],
    [
      "an exception to a state",
      "Price starts at $1\nnotwithstanding «Price»\n  while: today is Issue Date\n  it is: $2\n",
      "TN2011",
      "not calculated from a rule",
    ],
    [
      "an exception to what is not there",
      "Price means $1\nnotwithstanding «Fees»\n  while: today is Issue Date\n  it is: $2\n",
      "TN2001",
      "`Fees`",
      "declare the rule first, with `Fees means …`",
    ],
    [
      "an exception to what is nearly there",
      "Price means $1\nnotwithstanding «Prise»\n  while: today is Issue Date\n  it is: $2\n",
      "TN2001",
      "`Prise`",
      "Price",
    ],
  ])("%s", (_, source, code, message, help?: string) => expectFinding(source, code, message, help));

  test("an exception to a broken rule is not reported", () => {
    expectFinding(
      "Price means $1 «$2»\nnotwithstanding Price\n  while: today is Issue Date\n  it is: $2\n",
      "TN1001",
      "`$2`",
    );
  });

  test("an exception points at what is declared under its name", () => {
    const related = (source: string) =>
      findingsIn(source)[0]?.related.map(({ span, label }) => [span.source.positionAt(span.start).line, label]);
    const rule = "notwithstanding Price of 2\n  while: today is Issue Date\n  it is: $2\n";
    expect(related(`Price means $1\n${rule}`)).toEqual([[7, "defined here"]]);
    expect(related(`Price starts at $1\n${rule}`)).toEqual([[7, "declared here"]]);
  });
});
