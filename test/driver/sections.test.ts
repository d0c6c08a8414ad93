/** Sections of every form that contracts have: what is owed, explained, answered and tested cites them as written. */
import { describe, expect, test } from "vitest";
import { expectFinding, findingsIn, head } from "../checked/findings.ts";
import { answersOf, dueOf, explained, outcomeOf } from "../evaluate/asked.ts";

/** How a heading opens, how it is cited, and how a clause writes the citation. */
const forms: readonly (readonly [heading: string, cited: string, written: string])[] = [
  ["section 5(b)(ii)", "5(b)(ii)", "5(b)(ii)"],
  ["Section 5(b)(ii)", "5(b)(ii)", "Section 5(b)(ii)"],
  ["SECTION 12", "12", "12"],
  ["section Condition 5(b)(ii)", "Condition 5(b)(ii)", "Condition 5(b)(ii)"],
  ["Condition 5(b)(ii)", "Condition 5(b)(ii)", "condition 5(b)(ii)"],
  ["Clause 7", "Clause 7", "Clause 7"],
  ["clause 7.1", "Clause 7.1", "Clause 7.1"],
  ["Schedule 1, para 3", "Schedule 1, para 3", "Schedule 1, para 3"],
  ["Schedule 1,  paragraph 3(a)", "Schedule 1, paragraph 3(a)", "Schedule 1, paragraph 3(a)"],
  ["Paragraph 4", "Paragraph 4", "paragraph 4"],
  ["ARTICLE III", "Article III", "Article III"],
  ["Annex A", "Annex A", "Annex A"],
  ["§ 2", "§ 2", "§2"],
  ["§2(a)", "§ 2(a)", "§ 2(a)"],
  ['section "Coupon and maturity"', "Coupon and maturity", '"Coupon and maturity"'],
];

describe.each(forms)("%s", (heading, cited, written) => {
  const title = heading.startsWith('section "') ? "" : ' "Defaults"';
  const note =
    `${heading}${title}\nLate holds when today is after 2024-02-01\nEvent of Default occurs\n  when Late\n` +
    "account Fee owed by Borrower to Holder\nwhen Notice\n  Fee is charged its Amount due on 2024-03-01\n" +
    `section 99 "Others"\nBad holds when Event of Default under ${written}\nSince means start of Event of Default under ${written}\n`;
  const events = [{ on: "2024-01-10", event: "Notice", Amount: "100" }];

  test("answers, journal, owed and due cite it", () => {
    const ask = [
      { value: "Late", on: "2024-02-02" },
      { value: "Bad", on: "2024-02-02" },
    ];
    const { answers, journal, owed } = outcomeOf(note, { events, ask });
    expect(answers.map((answer) => ("answer" in answer ? [answer.answer, answer.section] : answer))).toEqual([
      [true, cited],
      [true, "99"],
    ]);
    expect(journal.map(({ section }) => section)).toContain(cited);
    expect(owed.map(({ section }) => section)).toEqual([cited]);
    const due = dueOf(note, { events, ask }, "2024-02-20", 30);
    expect(due.length).toBeGreaterThan(0);
    expect(new Set(due.map(({ section }) => section))).toEqual(new Set([cited]));
  });

  test("an explanation cites it, and a question may name it", () => {
    const [late] = explained(note, { ask: [{ value: "Late", on: "2024-02-02" }] });
    expect(late?.section).toBe(cited);
    // Late from 2 February on, the first day after the first of the month.
    const ask = [
      { value: "Since", on: "2024-02-10" },
      { value: "Event of Default", of: cited, on: "2024-02-01" },
      { value: "Event of Default", of: cited, on: "2024-02-10" },
    ];
    expect(answersOf(note, { ask })).toEqual(["2024-02-02", false, true]);
  });

  test("a test in the template may cite it", () => {
    const story = `test "late"\n  expect: Late on 2024-02-02 is yes under ${written}\n  expect: Event of Default of ${written} on 2024-02-02 is yes\n`;
    expect(findingsIn(`${head}${note.replace(/^account[\s\S]*?(?=section 99)/m, "")}${story}`)).toEqual([]);
  });
});

test("an exception names the section of its rule, and goes before another", () => {
  const note =
    'Condition 3 "Price"\nPrice means $4\n§ 8 "Halves"\nnotwithstanding Price of Condition 3\n  while: today is on or after 2024-02-01\n' +
    '  it is: half of Price under Condition 3\nsection "Floor"\nnotwithstanding Price\n  while: today is on or after 2024-03-01\n  it is: $3\n  over: § 8\n';
  // $4, then half of it, then the floor.
  const ask = ["2024-01-31", "2024-02-01", "2024-03-01"].map((on) => ({ value: "Price", on }));
  expect(answersOf(note, { ask })).toEqual(["4", "2", "3"]);
});

test("two sections of one number are found in any form", () => {
  expectFinding('Condition 5 "A"\nA means $1\n«condition 5» "B"\nB means $1\n', "TN2023", "Condition 5");
  expectFinding('section 5 "A"\nA means $1\n«§ 5» "B"\nB means $1\n', "TN2023", "§ 5");
  expect(findingsIn('Section 5 "A"\nA means $1\nClause 5 "B"\nB means $1\n')).toEqual([]);
});

test("a section that is not there is answered with the one that is near", () => {
  const note =
    'Condition 5(b) "A"\nDefault occurs\n  when today is Issue Date\nBad holds when Default under «Condition 5(c)»\n';
  expectFinding(note, "TN2010", "Condition 5(c)", "write `under Condition 5(b)`");
});
