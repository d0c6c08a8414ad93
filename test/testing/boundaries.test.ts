/** Both sides of thresholds, and what stories get to; each input is worked out by hand. */
import { describe, expect, test } from "vitest";
import { boundaries, compile, coverByStories } from "../../src/index.ts";
import { shortLoan as file, shortLoanText, storiesIn, templateOf } from "./stories-in.ts";

const head = `note "Notices"
  language: 1
  parties: Holder, Company
  exists from: Issue Date
  business days: "us-bank"
  times are in: "New York"

given Issue Date: date = 2024-01-02
given Floor: price = $0.0375 per share

section 1 "Notices"

event Notice by Holder
  Shares: number
  Price: price
Outstanding starts at 1,000
`;

const notices = `${head}
Counts Today for each Notice means its time is not set or its time is before 18:00
Is Above for each Notice means its Price is more than Floor
Is Late for each Notice means today is on or after 5 business days after its date
the Holder may give Notice
  only if today is before 2024-06-03, else "the period is over"
when Notice if its Shares is at most 4.99% * Outstanding
  Outstanding falls by its Shares

test "a notice at noon"
  on 2024-03-04 at 12:00: Notice "n", Shares 10, Price $0.05 per share
  expect: Outstanding is 990
  expect: Counts Today of "n" is yes
  expect: Is Above of "n" is yes
  expect: Is Late of "n" on 2024-03-06 is no
`;

describe("sides of thresholds", () => {
  const sidesIn = (source: string) => {
    const template = templateOf(source);
    const { approaches, boundaryOf } = boundaries(template, file, storiesIn(template));
    return approaches.map(boundaryOf);
  };
  const linesOf = (source: string) =>
    sidesIn(source).map(({ threshold, sides }) => {
      const events = sides.map(({ coveredBy, made }) => {
        const [line] = made === undefined ? [] : (/(?<=\n {2})(?:on|with|-- Write).*/.exec(made.text) ?? []);
        return coveredBy ?? `${made?.moved ?? "none"}: ${line ?? ""}`;
      });
      return [threshold.words, ...events];
    });

  test("a time, a price that is a deal term, a window of business days, a percentage", () => {
    expect(linesOf(notices)).toEqual([
      [
        "its time is before 18:00",
        'the time of Notice "n": on 2024-03-04 at 18:00: Notice "n", Price $0.05 per share, Shares 10',
        'the time of Notice "n": on 2024-03-04 at 17:59: Notice "n", Price $0.05 per share, Shares 10',
      ],
      [
        "its Price is more than Floor",
        'Price of Notice "n": on 2024-03-04 at 12:00: Notice "n", Price $0.0375 per share, Shares 10',
        'Price of Notice "n": on 2024-03-04 at 12:00: Notice "n", Price $0.0376 per share, Shares 10',
      ],
      [
        // Five business days after Monday 4 March are Monday 11 March; the day before is the Sunday.
        "today is on or after 5 business days after its date",
        expect.stringMatching(/: (?:on|-- Write)/),
        expect.stringMatching(/: (?:on|-- Write)/),
      ],
      [
        "today is before 2024-06-03",
        'the date of Notice "n": on 2024-06-03 at 12:00: Notice "n", Price $0.05 per share, Shares 10',
        'the date of Notice "n": on 2024-06-02 at 12:00: Notice "n", Price $0.05 per share, Shares 10',
      ],
      [
        // 4.99% of 1,000 are 49.9, which no whole number is; the first above is 50.
        "its Shares is at most 4.99% * Outstanding",
        "none: ",
        expect.stringContaining("Shares 50"),
      ],
    ]);
  });

  test("what is made can be read as it stands, with an answer added", () => {
    for (const { sides } of sidesIn(notices)) {
      for (const { made } of sides) {
        if (made === undefined) continue;
        const compiled = compile(`${notices}\n${made.text}  expect: Outstanding on 2024-01-02 is 1,000\n`, file);
        expect(compiled.ok).toBe(true);
      }
    }
  });

  test("a story on a side covers it, and nothing is made for it", () => {
    const both = `${shortLoanText}
test "a dollar less"
  on 2024-02-01: Payment Made, Amount $99
  expect: Principal is $500
`;
    expect(linesOf(both)[0]).toEqual([
      "its Amount is at least $100",
      "a payment of exactly $100 counts",
      "a dollar less",
    ]);
  });

  test("without a story that gets there, nothing can be made", () => {
    const [first] = sidesIn(shortLoanText.replace(/\ntest "a payment[\s\S]*?\n\n/, "\n"));
    expect(first?.sides).toEqual([
      { side: "at the edge", isReached: false },
      { side: "a step beyond", isReached: false },
    ]);
  });
});

test("what stories get to: clauses, branches, readings, refusals", () => {
  const source = `${head}
reading "roll"
  passage: "a day off"
  choices: "next", "same"
  chosen: "next"
Pay Day means as "roll" is read
  "next": the first business day on or after 2024-03-31
  "same": 2024-03-31
Fee means $1 if Outstanding is less than 500, otherwise $2
the Holder may give Notice
  only if its Shares is at most Outstanding, else "more than there are"
when Notice
  Outstanding falls by its Shares

test "one notice"
  on 2024-03-04: Notice, Shares 10, Price $1 per share
  expect: Fee is $2
`;
  const template = templateOf(source);
  const { items, failing } = coverByStories(template, file, storiesIn(template));
  expect(failing).toEqual([]);
  expect(items.filter(({ isReached }) => !isReached).map(({ what, words }) => [what, words])).toEqual([
    ["reading", "roll: same"],
    ["definition", "Pay Day"],
    ["branch", "if Outstanding is less than 500"],
    ["refusal", "more than there are"],
  ]);
  expect(items.filter(({ isReached }) => isReached).map(({ what }) => what)).toEqual([
    "reading",
    "definition",
    "branch",
    "rule",
  ]);
});
