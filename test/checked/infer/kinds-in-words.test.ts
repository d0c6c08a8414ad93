/** How kinds of values, lists and texts of a note are named in findings. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "../findings.ts";

const declared =
  "event Notice by Holder\n  Amount: money\n  Sure: yes or no, optional\n  Memo: text\nevent Reply for Notice\nDays means today - Issue Date\n";

describe("what is no condition is called by its kind, with what would be one", () => {
  test.each([
    ["half of a percent", "5% / 2", "a percent", "is more than 0"],
    ["a percent of a percent", "50% * 5%", "a percent", "is more than 0"],
    ["a percent and a number", "5% + 1", "a percent", "is more than 0"],
    ["a number and a percent", "1 + 5%", "a percent", "is more than 0"],
    ["one percent over another", "5% / 2%", "a plain number", "is more than 0"],
    ["a number over a percent", "5 / 2%", "a plain number", "is more than 0"],
    ["half of so many days", "Days / 2", "a number of days", "is more than 0"],
    ["a number over so many days", "5 / Days", "a plain number", "is more than 0"],
    ["days and a percent", "Days + 5%", "a plain number", "is more than 0"],
    ["a percent of an amount", "5% * $1", "an amount of money", "is more than $0"],
    ["an amount over a percent", "$1 / 5%", "an amount of money", "is more than $0"],
    ["a plain number", "1 + 2", "a plain number", "is more than 0"],
    ["the lesser of two percents", "the lesser of 5% and 2%", "a percent", "is more than 0"],
    ["the lesser of a number and a percent", "the lesser of 1 and 5%", "a percent", "is more than 0"],
    ["the lesser of days and a percent", "the lesser of Days and 5%", "a plain number", "is more than 0"],
    ["a number per share", "1 / (5 shares)", "a number per share", "is more than 0"],
    ["an amount per year", "$5 * 5% per year", "a figure in USD/year", "is more than 0"],
    ["shares per year", "(5 shares) * 5% per year", "a figure in share/year", "is more than 0"],
    ["an amount times shares", "$5 * (5 shares)", "a figure in USD share", "is more than 0"],
    ["a party", "Holder", "a text", 'is "…"'],
    ["a date", "the later of today and Issue Date", "a date", "is before today"],
  ])("%s", (_, value, kind, example) => {
    const found = findingsIn(`${declared}Value means ${value}\nBig holds when Value\n`);
    expect(found.map((it) => [it.code, it.message, it.help])).toEqual([
      [
        "TN3003",
        `A condition belongs here, but \`Value\` is ${kind}`,
        `compare it with something, such as \`${example}\``,
      ],
    ]);
  });

  test("an event", () => {
    expectFinding(
      `${declared}Big for each Notice holds when «its Reply»\n`,
      "TN3003",
      "an event (Reply)",
      "has happened",
    );
  });

  test("a yes or no that an event need not say, which begins", () => {
    const begins =
      "Certain for each Notice means its Sure\nCount starts at 0\nwhen «Certain» for each Notice begins\n  Count rises by 1\n";
    expectFinding(declared + begins, "TN3003", "`Certain` is a value that may be missing", "is set");
    expectNoFinding(declared + begins.replace("means its Sure", "holds when its Sure is set").replaceAll(/[«»]/g, ""));
  });

  test("what begins and is not known is not reported again", () => {
    const codes = findingsIn(
      `${declared}Certain for each Notice means its Zebra\nCount starts at 0\nwhen Certain for each Notice begins\n  Count rises by 1\n`,
    );
    expect(codes.map(({ code }) => code)).toEqual(["TN2003"]);
    const broken = findingsIn(
      `${declared}Certain for each Notice means $1 $2\nCount starts at 0\nwhen Certain for each Notice begins\n  Count rises by 1\n`,
    );
    expect(broken.map(({ code }) => code)).toEqual(["TN1001"]);
  });
});

describe("what belongs together is named as a whole", () => {
  test.each([
    [
      "a reading",
      'reading "grace"\n  passage: "p"\n  choices: "a", "b"\n  chosen: "a"\nA means as "grace" is read\n  "a": $1\n  "b": «5 shares»\n',
      "what depends on a reading",
    ],
    ["a case", "A means $1 if today is Issue Date, otherwise «5 shares»\n", "what depends on a case"],
    [
      "a value and what stands for it",
      "Room is money, at first not set\nA means Room, or else «5 shares»\n",
      "a value and what stands for it",
    ],
    ["the lesser of two", "A means the lesser of $1 and «5 shares»\n", "the lesser"],
  ])("%s", (_, source, whole) => expectFinding(source, "TN3006", whole));

  test("two sides that are compared, or rounded", () => {
    expectFinding("A holds when $1 is «5 shares»\n", "TN3001", "can't be compared");
    expectFinding("A means $1, rounded down to «1 share»\n", "TN3001", "can't be rounded to one another");
  });
});

describe("a list", () => {
  const choice = (options: string) => `given Kind: ${options}\nA holds when Kind is one of «"zebra"»\n`;
  test.each([
    ["of one", '"a"', 'the choices are "a"'],
    ["of two", '"a", "b"', 'the choices are "a" and "b"'],
    ["of three", '"a", "b", "c"', 'the choices are "a", "b" and "c"'],
  ])("%s", (_, options, help) =>
    expectFinding(choice(options), "TN2009", '"zebra" is not one of the choices of the list', help),
  );
});

test("a text of several lines is shown on one", () => {
  const source = "A holds when «the lesser of\n  $1\n  and   $2»\n";
  const [finding] = findingsIn(source.replaceAll(/[«»]/g, ""));
  expect([finding?.code, finding?.message]).toEqual([
    "TN3003",
    "A condition belongs here, but `the lesser of $1 and $2` is an amount of money",
  ]);
});

describe("a word that takes its kind from its place", () => {
  test.each([
    ["in a comparison, on either side", 'given Kind: "a", "b"\nA holds when Kind is "a"\nB holds when "b" is Kind\n'],
    ["among others, wherever it stands", "A means the lesser of unlimited and $1\nB holds when A is $1\n"],
    ["as a case", "A means unlimited if today is Issue Date, otherwise $1\nB holds when A is $1\n"],
  ])("%s", (_, source) => expectNoFinding(source));

  test("has none by itself", () => {
    expectFinding("A means «unlimited»\n", "TN3010", "unlimited");
    expectFinding(
      "A holds when «unlimited» is Nothing\n".replace("«unlimited»", "unlimited").replace("Nothing", "«Nothing»"),
      "TN2001",
      "`Nothing`",
    );
  });
});
