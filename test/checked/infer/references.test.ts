/** Names and what they mean at their place: alone, behind `its`, of another event, under a section, on an account. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "../findings.ts";

const notice = "event Notice by Holder\n  Amount: money\n  Size: money, optional\n  Late: yes or no = no\n";
const account = "account Interest owed by Borrower to Holder\n";
const defaults = 'section 3.1 "a"\nDefault occurs\n  when today is Issue Date\n';

describe("a name that does not mean anything at its place", () => {
  test.each([
    ["this event where there is none", `${notice}A means «this Notice»'s date\n`, "TN2013", "no event", undefined],
    [
      "a value of what is no event",
      "Balance starts at $0\nA means «Balance»'s Amount\n",
      "TN2011",
      "`Balance` is no event, but an event belongs here",
      undefined,
    ],
    [
      "an account as a value",
      `${account}A means «Interest»\n`,
      "TN2011",
      "a value, such as `unpaid Interest` or `due Interest`, belongs here",
      undefined,
    ],
    [
      "an event as a value",
      `${notice}A means «Notice»\n`,
      "TN2011",
      "a value, such as `the number of Notice events`, belongs here",
      undefined,
    ],
    [
      "a value under a section, where nothing is displaced",
      "Fee means $1\nA means «Fee» under 1\n",
      "TN2011",
      "a family of defaults, or in an exception the rule that it displaces, belongs here",
      undefined,
    ],
    [
      "another value under a section, in an exception",
      'section 1 "a"\nFee means $1\nRate means $1\nnotwithstanding Fee\n  while: today is Issue Date\n  it is: «Rate» under 1\n',
      "TN2011",
      "the rule that it displaces",
      undefined,
    ],
    ["an unknown name under a section", "A means «Fee» under 1\n", "TN2001", "`Fee`", undefined],
    [
      "a section without such a default",
      `${defaults}A holds when Default under «3.2»\n`,
      "TN2010",
      "There is no `Default` under section 3.2",
      "write `under 3.1`",
    ],
    [
      "the start of a default without such a section",
      `${defaults}A means start of Default under «3.2»\n`,
      "TN2010",
      "There is no `Default`",
      "write `under 3.1`",
    ],
    [
      "the start of what is no default",
      `${account}A means start of «Interest»\n`,
      "TN2011",
      "`Interest` is an account, but a family of defaults belongs here",
      undefined,
    ],
    [
      "what is unpaid of a default",
      `${defaults}A means unpaid «Default»\n`,
      "TN2011",
      "an account belongs here",
      undefined,
    ],
    [
      "a part of a base that is a date",
      `${account}A means unpaid Interest on «today»\n`,
      "TN3004",
      "The part of the base is an amount of money",
      undefined,
    ],
    [
      "a day of payment that is an amount",
      `${account}A means Interest payable on («$5»)\n`,
      "TN3004",
      "The day of payment is a date",
      undefined,
    ],
    ["a party where a day belongs", "A means 1 day after «Holder»\n", "TN3004", "`Holder` is a text", undefined],
    [
      "a default where a day belongs",
      `${defaults}A means 1 day after «Default»\n`,
      "TN3004",
      "`Default` is a yes or no",
      undefined,
    ],
    [
      "an account behind its",
      `${account}${notice}A for each Notice means its «Interest»\n`,
      "TN2003",
      "`Notice` has nothing called `Interest`",
      "define it with",
    ],
    [
      "an event behind its",
      `event Sale\n${notice}A for each Notice means its «Sale»\n`,
      "TN2003",
      "`Notice` has nothing called `Sale`",
      "define it with",
    ],
    [
      "a value of another event",
      `${notice}event Reply for Notice\nA for each Reply means its Notice's «Amuont»\n`,
      "TN2003",
      "`Notice` has nothing called `Amuont`",
      "write `Amount`",
    ],
    [
      "an event that is not declared, with what it has",
      "A for each «Notise» means its Amount\n",
      "TN2006",
      "`Notise`",
      undefined,
    ],
  ] as const)("%s", (_, source, code, message, help) => expectFinding(source, code, message, help));

  test("an event for one that is not declared does not have it", () => {
    const found = (of: string) => findingsIn(`Fee means $1\nevent Reply for ${of}\nA for each Reply means its ${of}\n`);
    expect(found("Notice").map(({ code }) => code)).toEqual(["TN2006", "TN2003"]);
    expect(found("Fee").map(({ code }) => code)).toEqual(["TN2011", "TN2003"]);
  });

  test("a value of an event whose declaration is broken is not reported", () => {
    expectFinding(`${notice}Fee for each Notice means $1 «$2»\nA for each Notice means its Fee\n`, "TN1001", "`$2`");
  });
});

describe("what may be missing", () => {
  const compared = (value: string, what: string) =>
    `${notice}${account}${defaults}A means ${value}\nB holds when «A» is ${what}\n`;
  test.each([
    ["the day from which an account is overdue", "the first overdue date of Interest", "Issue Date"],
    ["the start of a default", "start of Default", "Issue Date"],
  ])("%s", (_, value, what) => expectFinding(compared(value, what), "TN3005", "`A` may have no value"));

  test.each([
    ["what is unpaid", "unpaid Interest"],
    ["what is payable on a day", "Interest payable on Issue Date"],
  ])("not %s", (_, value) => expectNoFinding(compared(value, "$0").replaceAll(/[«»]/g, "")));

  test.each([
    ["an event that has not come", "(its Reply's date)"],
    ["what an event need not have", "(its Size)"],
    ["what an event that has come need not have", "(this Notice's Size)"],
    ["the time of an event", "(its time)"],
  ])("%s", (_, value) => {
    const found = findingsIn(
      `${notice}event Reply for Notice\nA for each Notice means ${value}\nB for each Notice holds when its A is its A\n`,
    );
    expect(found.map(({ code, message }) => [code, message.includes("`its A` may have no value")])).toEqual([
      ["TN3005", true],
      ["TN3005", true],
    ]);
  });

  test.each([
    ["a figure that is given where the event says none", "B for each Notice holds when its Late"],
    ["the event that an event is for", "B for each Reply holds when its Notice's Amount is $5"],
    ["the date of an event", "B for each Reply holds when its date is its Notice's date"],
  ])("not %s", (_, statement) => expectNoFinding(`${notice}event Reply for Notice\n${statement}\n`));
});
