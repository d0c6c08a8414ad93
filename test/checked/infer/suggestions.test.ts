/** What is meant in the place of a mistake: the change that mends it, and where none is near, what there is to choose from. */
import { describe, expect, test } from "vitest";
import { mostSuggestions } from "../../../src/checked/infer/checker.ts";
import { expectFinding, expectFix, findingsIn, head } from "../findings.ts";

const notice = "event Notice by Holder\n  Amount: money\n";
const reading = (chosen = '"short"') =>
  `reading "grace"\n  passage: "p"\n  choices: "short", "long"\n  chosen: ${chosen}\n`;
const asked = 'Short holds when "grace" is read "short"\n';
const story = (line: string) =>
  `${notice}given Cap: money = $5\ntest "a"\n  on 2024-01-05: Notice "first", Amount $5\n  ${line}\n`;

describe("a change that mends it", () => {
  test.each([
    ["a name", "given Principal: money\nHalf means 50% * «Principle»‹Principal›\n", "TN2001"],
    ["what an event has", `${notice}Half for each Notice means its «Amuont»‹Amount› / 2\n`, "TN2003"],
    [
      "an event tied to it",
      `${notice}event Reply for Notice\nOpen for each Notice holds when its «Replay»‹Reply› has not happened\n`,
      "TN2003",
    ],
    [
      "what the event has to which it is tied",
      `${notice}event Reply for Notice\nHalf for each Reply means its «Amount»‹Notice's Amount›\n`,
      "TN2003",
    ],
    [
      "the event it is tied to",
      `${notice}event Reply for Notice\nHalf for each Reply means its «Notise»‹Notice›'s Amount\n`,
      "TN2003",
    ],
    ["an event", `${notice}A means the number of «Notise»‹Notice› events\n`, "TN2006"],
    ["a party", "event Notice by «Holdre»‹Holder›\n", "TN2007"],
    ["a reading", `${reading()}${asked}B holds when «"grave"»‹"grace"› is read "long"\n`, "TN2008"],
    [
      "a reading, as a value",
      `${reading()}${asked}B means as «"grave"»‹"grace"› is read\n  "short": 1\n  "long": 2\n`,
      "TN2008",
    ],
    ["a choice of a reading", `${reading()}B holds when "grace" is read «"shirt"»‹"short"›\n`, "TN2009"],
    ["a choice of a list", 'given Kind: "merger", "sale"\nB holds when Kind is «"salt"»‹"sale"›\n', "TN2009"],
    ["the choice in force", `${reading('«"shirt"»‹"short"›')}${asked}`, "TN4006"],
    [
      "a choice for which there is a line",
      `${reading()}B means as "grace" is read\n  "short": 1\n  "long": 2\n  «"longer"»‹"long"›: 3\n`,
      "TN2009",
    ],
    [
      "a section of a default",
      'section 3.1 "a"\nDefault occurs\n  when today is Issue Date\nB holds when Default under «3.2»‹3.1›\n',
      "TN2010",
    ],
    [
      "a section of a default in a test",
      'section 3.1 "a"\nDefault occurs\n  when today is Issue Date\ntest "a"\n  expect: Default of «3.2»‹3.1› on 2024-01-05 is yes\n',
      "TN2010",
    ],
    ["a role", 'A means $1\nrole «"penaltys"»‹"penalty"›: A\n', "TN2014"],
    ["an id in a test", story('expect: Amount of «"frist"»‹"first"› is $5'), "TN2016"],
    ["a value of an event in a test", story('expect: «Amuont»‹Amount› of "first" is $5'), "TN2003"],
    ["of which event a value is", story('expect: Amount«»‹ of "first"› is $5'), "TN2005"],
    [
      "a name like another",
      "Conversion Price means $1\n«Conversoin Price»‹Conversion Price› means $2\nA means Conversion Price\n",
      "TN2024",
    ],
    [
      "business days of a head",
      `${head.replace("  exists", '  business days: «"us-banks"»‹"us-bank"›\n  exists')}`,
      "TN5302",
    ],
    [
      "a deal term that follows a split",
      "event Split\n  Ratio: number\nshare basis changes on Split by its Ratio\ngiven Floor: price = $1 per share«»‹, restated for splits›\n",
      "TN3011",
    ],
    [
      "a figure that follows a split",
      "event Split\n  Ratio: number\nshare basis changes on Split by its Ratio\nFloor means $1 per share«»‹, restated for splits›\n",
      "TN3011",
    ],
  ])("%s", (_, source, code) => expectFix(source, code));
});

describe("where nothing is near", () => {
  test.each([
    [
      "a default",
      "A holds when «Event of Default»\n",
      "TN2001",
      "`Event of Default`",
      "declare it, with `Event of Default occurs when …`, `Event of Default holds when …`",
    ],
    ["a name", "A means «Zebra»\n", "TN2001", "`Zebra`", "declare it, with `Zebra means …` or `given Zebra: …`"],
    ["a party", "event Notice by «Zebra»\n", "TN2007", "`Zebra`", "the parties are Borrower, Holder"],
    [
      "a choice of a reading",
      `${reading()}B holds when "grace" is read «"zebra"»\n`,
      "TN2009",
      'the reading "grace"',
      'the choices are "short" and "long"',
    ],
    [
      "a choice of a deal term",
      'given Kind: "merger", "sale"\nB holds when Kind is «"zebra"»\n',
      "TN2009",
      'the list "merger" and "sale"',
      'the choices are "merger" and "sale"',
    ],
    [
      "a role",
      'A means $1\nrole «"zebra"»: A\n',
      "TN2014",
      "zebra",
      "the roles are price of conversion, price formula, discount",
    ],
    [
      "what an event has",
      `${notice}A for each Notice means its «Zebra»\n`,
      "TN2003",
      "`Notice` has nothing called `Zebra`",
      "define it with `Zebra for each Notice means …`",
    ],
    [
      "business days of a head",
      head.replace("  exists", '  business days: «"zebra"»\n  exists'),
      "TN5302",
      "zebra",
      "us-bank",
    ],
  ])("%s", (_, source, code, message, help) => {
    expectFinding(source, code, message, help);
    expect(findingsIn(source.replaceAll(/[«»]/g, ""))[0]?.fix).toBeUndefined();
  });
});

describe("what the name itself says of its kind", () => {
  test.each([
    [
      "a date",
      "A holds when today is after «Closing Date»\n",
      "TN2001",
      "`Closing Date`",
      "declare it, with `given Closing Date: date` or",
    ],
    ["a price", "A means «Floor Price»\n", "TN2001", "`Floor Price`", "`given Floor Price: price`"],
    [
      "an event that has happened",
      "A holds when «Receiver Appointed» has happened\n",
      "TN2006",
      "No event is called `Receiver Appointed`",
      "declare it with `event Receiver Appointed`",
    ],
    ["an event with a date", "A means «Delisting»'s date\n", "TN2006", "`Delisting`", "`event Delisting`"],
    [
      "a value of the event to which this one is tied",
      `${notice}event Reply for Notice\nHalf for each Reply means «Amount» / 2\n`,
      "TN2005",
      "`Amount` is a value of each `Notice`",
      "write `its Notice's Amount`",
    ],
    [
      "an amount that may be a price",
      "given Market Price: price\nFee means $0.05\nA means Market Price + «Fee»\n",
      "TN3001",
      "can't be added",
      "write `$0.05 per share` where `Fee` is declared, if that is what is meant",
    ],
    [
      "a plain number that may be a price",
      "given Market Price: price\nA means the lesser of 0.05 and «Market Price»\n",
      "TN3006",
      "the lesser has one kind of value",
      "write `$0.05 per share` if that is what is meant",
    ],
    [
      "a plain number that may be an amount, below zero",
      "given Fee: money\nA means Fee - «-5»\n",
      "TN3001",
      "can't be subtracted",
      "write `-$5` if that is what is meant",
    ],
    [
      "a percent that may be a rate",
      "given Coupon: rate\nA holds when Coupon is more than «5%»\n",
      "TN3001",
      "can't be compared",
      "write `5% per year` if that is what is meant",
    ],
    [
      "a plain number that may be a count of shares",
      "given Issued: shares\nA means Issued + «500»\n",
      "TN3001",
      "can't be added",
      "write `500 shares` if that is what is meant",
    ],
    // What is at least ten days before a day is that day or an earlier one.
    [
      "at least so many days before a day",
      "A holds when «today is at least 10 days before Issue Date»\n",
      "TN3007",
      "does not compare a date",
      "write `is on or before`",
    ],
    [
      "not more than so many days before a day",
      "A holds when «today is not more than 10 days before Issue Date»\n",
      "TN3007",
      "does not compare a date",
      "write `is on or after`",
    ],
    [
      "more than so many days after a day",
      "A holds when «today is more than 10 days after Issue Date»\n",
      "TN3007",
      "does not compare a date",
      "write `is after`",
    ],
    [
      "a date and days",
      "A means Issue Date + «5 days»\n",
      "TN3013",
      "can't be added",
      "write `5 days after Issue Date`",
    ],
    [
      "a date less months",
      "A means Issue Date - «2 months»\n",
      "TN3013",
      "taken from",
      "write `2 months before Issue Date`",
    ],
  ])("%s", (_, source, code, message, help) => expectFinding(source, code, message, help));
});

describe("a word for figures beside days, and the other way round, is answered with the one that says the same", () => {
  test.each([
    ["today", "more than", "after"],
    ["today", "less than", "before"],
    ["today", "at least", "on or after"],
    ["today", "at most", "on or before"],
    ["Issue Date - today", "after", "more than"],
    ["Issue Date - today", "before", "less than"],
    ["Issue Date - today", "on or after", "at least"],
    ["Issue Date - today", "on or before", "at most"],
  ])("%s is %s", (what, word, same) => {
    const other = what === "today" ? "Issue Date" : "5 days";
    expectFinding(`A holds when «${what} is ${word} ${other}»\n`, "TN3007", word, `write \`is ${same}\``);
  });
});

describe("how a value of each event is meant where none is spoken of", () => {
  test.each([
    [
      "a time",
      "event Call\n  Hour: time\nA holds when «Hour» is before 18:00\n",
      "write `its Hour`, `the latest of its Hour over Call events`, or `some Call has (its Hour is before 18:00)`",
    ],
    [
      "a text",
      'event Call\n  Memo: text\nA holds when «Memo» is "a"\n',
      'write `its Memo`, or `some Call has (its Memo is "…")`',
    ],
    [
      "a rate",
      "event Call\n  Rate: rate\nA means «Rate»\n",
      "write `its Rate`, or `the highest of its Rate over Call events`",
    ],
    [
      "an amount",
      "event Call\n  Size: money\nA means «Size»\n",
      "write `its Size`, or `the sum of its Size over Call events`",
    ],
    [
      "what has no kind",
      "event Call\nSize for each Call means Nothing\nA means «Size»\n",
      "write `its Size`, or `the sum of its Size over Call events`",
    ],
    [
      "what two events have: of the first",
      "event Call\n  Size: money\nevent Recall\n  Size: price\nA means «Size»\n",
      "the sum of its Size over Call events",
    ],
  ])("%s", (_, source, help) => {
    const finding = findingsIn(source.replaceAll(/[«»]/g, "")).find(({ code }) => code === "TN2005");
    expect(finding?.help).toContain(help);
  });

  test("of two events in a test, the one that is meant is left open", () => {
    const two = story('on 2024-01-06: Notice "second", Amount $5\n  expect: Amount is $5');
    const [finding] = findingsIn(two);
    expect(finding).toMatchObject({
      code: "TN2005",
      help: 'write `Amount of "first"`, with the id of the Notice that is meant',
    });
    expect(finding?.fix).toBeUndefined();
  });
});

test("what was meant is looked for in the first of very many mistakes, and no longer in the last", () => {
  const lines = Array.from({ length: mostSuggestions + 1 }, (_, index) => `A${index} means Principle\n`);
  const found = findingsIn(`given Principal: money\n${lines.join("")}`);
  expect(found.map(({ fix }) => fix?.text)).toEqual([...lines.slice(1).map(() => "Principal"), undefined]);
});
