/** Rules of clauses at their edges: what they still find, and what is left alone beside it. */
import { describe, expect, test } from "vitest";
import { mostExceptions } from "../../../src/checked/names.ts";
import { checkSource } from "../../../src/driver/templates.ts";
import { SourceFile } from "../../../src/source/source-file.ts";
import { expectFinding, expectFix, expectNoFinding, findingsIn, head } from "../findings.ts";

const notice = "event Notice\n  Amount: money\n";
const codes = (source: string) => findingsIn(source).map(({ code }) => code);
const codesOfAll = (text: string) =>
  checkSource(new SourceFile("note.tenor", text)).diagnostics.map(({ code }) => code);

describe("changes of one state", () => {
  test.each([
    [
      "a rise before a set",
      `${notice}A starts at $0\nwhen Notice\n  A rises by $1\nwhen Notice\n  «A becomes $2»\n`,
      "`Notice` happens",
    ],
    ["on one day", "A starts at $0\non Issue Date\n  A becomes $1\n  «A becomes $2»\n", "this rule applies"],
    [
      "a clearing and a set",
      `${notice}A starts at $0\nwhen Notice\n  A becomes not set\n  «A becomes $2»\n`,
      "`Notice` happens",
    ],
  ])("%s", (_, source, when) => expectFinding(source, "TN4010", when));

  test.each([
    ["of two events", `${notice}event Call\nA starts at $0\nwhen Notice\n  A becomes $1\nwhen Call\n  A becomes $2\n`],
    ["on two days", "A starts at $0\non Issue Date\n  A becomes $1\non 2024-03-01\n  A becomes $2\n"],
    ["of two states", `${notice}A starts at $0\nB starts at $0\nwhen Notice\n  A becomes $1\n  B becomes $2\n`],
  ])("not %s", (_, source) => expectNoFinding(source));
});

describe("exceptions", () => {
  const exception = (section: string, over: string, condition = "Late") =>
    `section ${section} "S${section}"\nnotwithstanding Price\n  while: ${condition}\n  it is: $2 per share\n  over: ${over}\n`;
  const rule = 'given Late: yes or no\ngiven Open: yes or no\nsection 1 "One"\nPrice means $1 per share\n';
  const plain = (section: string) => exception(section, "").replace("  over: \n", "");

  test("do not go before themselves, nor before others of their section", () => {
    const circle = "go before one another in a circle: 2 → 2";
    expectFinding(`${rule}${exception("2", "2").replace("Price", "«Price»")}`, "TN4018", circle);
    const another = plain("2").replace('section 2 "S2"\n', "").replace("Late", "Open");
    expectFinding(`${rule}${exception("2", "2").replace("Price", "«Price»")}${another}`, "TN4018", circle);
  });

  test("before one that is not there: the nearest of the other sections", () => {
    expectFix(`${rule}${plain("2.1")}${exception("3.5", "«2.2»‹2.1›", "not Late")}`, "TN2010");
    expect(findingsIn(`${rule}${exception("3.5", "3.6")}`)[0]?.fix).toBeUndefined();
  });

  test("in a circle, of which others are no part", () => {
    const found = findingsIn(
      `${rule}${exception("2", "3")}${exception("3", "2", "Open")}${exception("4", "2", "not Late")}`,
    );
    expect(found.map(({ code, message }) => [code, message.includes("2 → 3 → 2")])).toEqual([["TN4018", true]]);
  });

  test("belong to the rule of the section that they name", () => {
    const rules = `${notice}given Late: yes or no\nsection 1 "One"\nFee for each Notice means $1\nsection 2 "Two"\nFee means 5 shares\n`;
    const to = (of: string, value: string) =>
      `${rules}notwithstanding Fee of ${of}\n  while: Late\n  it is: ${value}\n`;
    expectNoFinding(to("1", "$2"));
    expectNoFinding(to("2", "6 shares"));
    expectFinding(to("1", "«6 shares»"), "TN3002", "`Fee` is an amount of money");
    expectFinding(to("2", "«$2»"), "TN3002", "`Fee` is a number of shares");
    expectFinding(to("«3»", "$2"), "TN2010", "section 3", "write `of 1`");
  });

  test("of which there are very many are reported once, and no longer compared", () => {
    const many = (count: number) =>
      `${rule}section 2 "Two"\n${Array.from({ length: count }, () => "notwithstanding Price\n  while: Late\n  it is: $2 per share\n").join("")}`;
    const found = findingsIn(many(mostExceptions + 1));
    expect(found.map(({ code, message, help }) => [code, message, help])).toEqual([
      [
        "TN5003",
        expect.stringContaining("`Price`"),
        "give the cases names of their own, so that fewer exceptions name them",
      ],
    ]);
    expect(found[0]?.message).toContain(`${mostExceptions} exceptions to one definition`);
    // Each but the first has another before it that can hold at once.
    expect(codes(many(mostExceptions))).toEqual(Array.from({ length: mostExceptions - 1 }, () => "TN4009"));
  });
});

describe("a head", () => {
  test.each([
    ["a note without one", "given Principal: money\n", true],
    ["a text with nothing in it", "", true],
    ["a head with a mistake in it", head.replace("parties: Borrower, Holder", "parties: 5"), false],
    ["a mistake in another place", "Fee means $1 $2\n", true],
    ["a mistake in what begins like one", "notes means $2 $3\n", true],
  ])("%s", (_, text, isMissing) => {
    expect(codesOfAll(text).includes("TN4015")).toBe(isMissing);
  });

  test("a note without one is marked on its first line", () => {
    const [finding] = checkSource(new SourceFile("note.tenor", "event Notice\n  Amount: money\n")).diagnostics;
    expect([finding?.code, finding?.span.start, finding?.span.end]).toEqual(["TN4015", 0, "event Notice".length]);
  });
});

describe("findings", () => {
  test("come in the order of the text", () => {
    expect(codes("A means A\nB means Nothing\nC means C\n")).toEqual(["TN4001", "TN2001", "TN4001"]);
  });

  test("a second share basis is marked on its line", () => {
    const basis = "share basis changes on Split by its Ratio";
    expectFinding(`event Split\n  Ratio: number\n${basis}\n«${basis}»\n`, "TN4014", "`Split`");
  });

  test("what has no kind is not reported where something does not parse", () => {
    const source = `event Notice\nevent Reply for Notice\nFee for each Notice is fixed as the sum of (its Notice's Fee * 2) over Reply events\n`;
    expect(codes(source)).toEqual(["TN4001"]);
    expect(codes(`${source}A means $1 *\n`).filter((code) => code.startsWith("TN4"))).toEqual([]);
  });
});

describe("a power", () => {
  const power = (lines: string, more = "") => `${notice}the Holder may give «Notice»\n${lines}${more}`;
  test("with a limit on nothing", () => {
    expectFinding(power("  up to $5\n  beyond that: void\n"), "TN4012", "a limit");
    expectFinding(
      power("  giving: Taken\n", "Total means the sum of its Taken over Notice events\n"),
      "TN4012",
      "`giving: Taken`",
    );
  });

  test("that does not say what becomes of more", () => {
    expectFinding(
      power(
        "  asking for: its Amount\n  up to $5\n  giving: Taken\n",
        "Total means the sum of its Taken over Notice events\n",
      ),
      "TN4013",
      "`Notice`",
    );
  });

  test("that asks for what is not known", () => {
    expect(codes(power("  asking for: its Amuont\n").replaceAll(/[«»]/g, ""))).toEqual(["TN2003"]);
  });

  const limited =
    "the Holder may give Notice\n  asking for: its Amount\n  up to $5\n  beyond that: void\n  giving: Taken\n";
  test.each([
    ["by another event", "event Reply for Notice\nLeft starts at $0\nwhen Reply\n  Left rises by its Notice's Taken\n"],
    ["through its event", "event Reply for Notice\nA for each Reply means its Notice's Taken\n"],
    [
      "by what another event has under the name of what is asked for",
      "event Call\n  Amount: money\nLeft starts at $0\nwhen Call\n  Left rises by its Amount\nA means the sum of its Taken over Notice events\n",
    ],
    [
      "on a day, by a figure of the note",
      "Left starts at $0\non Issue Date\n  Left rises by $1\nA means the sum of its Taken over Notice events\n",
    ],
  ])("whose limit is heeded %s", (_, more) => expectNoFinding(`${notice}${limited}${more}`));

  test("whose limit may be heeded where something does not parse", () => {
    expect(codes(`${notice}${limited}`)).toEqual(["TN4022"]);
    expect(codes(`${notice}${limited}A means the sum of its Taken * * over Notice events\n`)).not.toContain("TN4022");
  });
});

describe("readings", () => {
  const reading = 'reading "grace"\n  passage: "p"\n  choices: "short", "long"\n  chosen: "short"\n';
  test.each([
    [
      "a reading without a choice in force",
      reading
        .replace('  chosen: "short"\n', "")
        .replace('"grace"', '«"grace"»')
        .concat('A holds when "grace" is read "long"\n'),
      "TN4006",
      "the `chosen:` line is missing",
    ],
    [
      "a choice in force that is not one of three",
      reading
        .replace('"long"', '"long", "never"')
        .replace('chosen: "short"', 'chosen: «"zebra"»')
        .concat('A holds when "grace" is read "long"\n'),
      "TN4006",
      '"zebra" is not one of "short", "long" and "never"',
    ],
    [
      "two choices without a line",
      `${reading.replace('"long"', '"long", "never"')}A means as «"grace"» is read\n  "short": 1\n`,
      "TN4007",
      '"long" and "never"',
    ],
  ])("%s", (_, source, code, message) => expectFinding(source, code, message));

  test("one that is not declared is reported once", () => {
    expectFinding('A means as «"grace"» is read\n  "short": 1\n', "TN2008", '"grace"');
  });

  test("one that is not used may be used where something does not parse", () => {
    expect(codes(reading)).toEqual(["TN4008"]);
    expect(codes(`${reading}A means $1 $2\n`)).toEqual(["TN1001"]);
  });

  test("one that only a value uses, or only a test, is used", () => {
    expectNoFinding(`${reading}A means as "grace" is read\n  "short": 1\n  "long": 2\n`);
    expectNoFinding(`${reading}A holds when "grace" is read "long"\n`);
  });
});

describe("names tied to an event", () => {
  test("of two ties, both are looked at", () => {
    expectFinding("event Notice\nevent Reply for Notice\n  «Notice»: date\n", "TN2015", "`its Notice`");
    expectFinding("event Notice\n  «Reply»: date\nevent Reply for Notice\n", "TN2015", "`its Reply`");
    expect(codes("event Call\n  Reply: date\nevent Notice\nevent Reply for Notice\n")).toEqual([]);
    expect(codes("event Reply for Zebra\n  Zebra: date\n")).toEqual(["TN2006"]);
  });
});

describe("figures that follow a change of the share basis", () => {
  const split = "event Split\n  Ratio: number\nshare basis changes on Split by its Ratio\n";
  test.each([
    ["a deal term", "given «Floor»: price = $1 per share", "`Floor` is a price per share"],
    ["a figure of a clause", "Floor means «$1 per share»", "`$1 per share` is a price per share"],
    ["a state", "«Held» starts at 5 shares", "`Held` is a number of shares"],
  ])("%s that does not say so", (_, statement, message) => expectFinding(`${split}${statement}\n`, "TN3011", message));

  test.each([
    ["a deal term in money", "given Floor: money = $1"],
    ["a deal term that says so", "given Floor: price = $1 per share, restated for splits"],
    ["a deal term that says that it does not", "given Floor: price = $1 per share, not restated for splits"],
    ["no shares", "Held holds when market volume is more than 0 shares"],
    ["a step of rounding", "Held means market volume, rounded down to 1 share"],
    [
      "a figure of a test",
      'given Floor: price = $1 per share, restated for splits\ntest "a"\n  with: Floor = $2 per share\n  expect: Floor is $2 per share',
    ],
    ["the start of a field", "event Call\n  Size: shares = 5 shares"],
  ])("not %s", (_, statement) => expectNoFinding(`${split}${statement}\n`));

  test.each([
    ["a state in money", "«Held» starts at $5, restated for splits", "TN3019", "`Held` is an amount of money"],
    ["a deal term in money", "given «Held»: money = $5, restated for splits", "TN3019", "`Held` is an amount of money"],
    ["a figure in money", "Held means «$5, restated for splits»", "TN3019", "is an amount of money"],
    ["the start of a field", "event Call\n  Size: shares = «5 shares, restated for splits»", "TN3020", "`Size`"],
    [
      "the start of a field, by way of a deal term",
      "given Held: shares = 5 shares, restated for splits\nevent Call\n  Size: shares = «Held»",
      "TN3020",
      "`Held`",
    ],
  ])("%s can't", (_, statement, code, message) => expectFinding(`${split}${statement}\n`, code, message));

  test("the start of a field may be a figure or a deal term that does not", () => {
    expectNoFinding(
      `${split}given Held: shares = 5 shares, not restated for splits\nevent Call\n  Size: shares = Held\n  More: shares = 6 shares\n`,
    );
  });
});

describe("days that run backwards", () => {
  test.each([
    [
      "interest",
      "A means interest at 8% per year on $1 from and including 2024-06-30 to but excluding «2024-04-30» by 30/360\n",
    ],
    [
      "a condition",
      "A holds when on every day from but excluding 2024-06-30 to and including «2024-06-29», (today is Issue Date)\n",
    ],
    ["a schedule", "Pay Days are every 2 months from and including 2024-06-30 to and including «2023-12-31»\n"],
  ])("of %s", (_, source) => expectFinding(source, "TN4084", "none"));

  test.each([
    ["one day", "A means the number of days from and including 2024-06-30 to and including 2024-06-30\n"],
    [
      "dates that a deal sets",
      "A means the number of days from and including 2024-06-30 to and including Issue Date\n",
    ],
  ])("not %s", (_, source) => expectNoFinding(source));
});
