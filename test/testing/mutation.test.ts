/** Changes to a template, and which of them its stories notice; worked out for a loan of a few lines. */
import { expect, test } from "vitest";
import { mutate } from "../../src/index.ts";
import { shortLoan as file, storiesIn, templateOf, shortLoanText as text } from "./stories-in.ts";

function resultsFor(source: string): string[] {
  const template = templateOf(source);
  const { mutants, resultOf } = mutate(template, file, storiesIn(template));
  return mutants.map((mutant) => {
    const { noticedBy, isReached } = resultOf(mutant);
    const { section, what, from, to } = mutant;
    return `${section} ${what}: ${from} -> ${to}: ${noticedBy ?? (isReached ? "unnoticed" : "not reached")}`;
  });
}

test("each change has the story that notices it, or says that none does", () => {
  expect(resultsFor(text)).toEqual([
    // A story that gives no First Day starts a day later, so the fifth business day is 2024-01-10.
    " number: 2024-01-02 -> 2024-01-03: the fifth business day",
    "1 number: $500 -> $600: a payment of exactly $100 counts",
    // Nobody asks for the Penalty, though each run starts it.
    "1 number: $0 -> $1: unnoticed",
    "1 clause: its Amount is at least $100 -> left out: unnoticed",
    // $100 is no more than $100.
    "1 comparison: its Amount is at least $100 -> its Amount is more than $100: a payment of exactly $100 counts",
    "1 number: $100 -> $200: a payment of exactly $100 counts",
    "1 clause: Principal falls by the lesser of its Amount and Principal -> left out: a payment of exactly $100 counts",
    // The greater of $100 and $500 leaves nothing.
    "1 order: the least: the lesser of its Amount and Principal -> the greatest: a payment of exactly $100 counts",
    "1 clause: its Amount is more than $1,000 -> left out: unnoticed",
    "1 comparison: its Amount is more than $1,000 -> its Amount is at least $1,000: unnoticed",
    "1 number: $1,000 -> $2,000: unnoticed",
    "1 clause: Penalty rises by $40 -> left out: not reached",
    "1 number: $40 -> $50: not reached",
    "2 number: 5 -> 6: the fifth business day",
    // Five days of any kind after 2 January are 7 January.
    "2 day count: 5 business days after First Day -> days of any kind: the fifth business day",
  ]);
});

test("a story more notices what it is about", () => {
  const more = `${text}
test "more than $1,000 costs $40"
  on 2024-02-01: Payment Made, Amount $1,000.01
  expect: Penalty is $40
`;
  const unnoticed = resultsFor(more).filter((it) => /(?:unnoticed|not reached)$/.test(it));
  expect(unnoticed).toEqual(
    [
      "1 clause: its Amount is at least $100 -> left out: unnoticed",
      "1 comparison: its Amount is more than $1,000 -> its Amount is at least $1,000: unnoticed",
      // Without the condition the first story has a penalty, which it does not ask for.
      "1 clause: its Amount is more than $1,000 -> left out: unnoticed",
    ].toSorted(),
  );
});

test("a story that fails without any change notices nothing", () => {
  const template = templateOf(text.replace("is $400", "is $300"));
  const { failing, mutants, resultOf } = mutate(template, file, storiesIn(template));
  expect(failing).toEqual(["a payment of exactly $100 counts"]);
  expect(mutants.filter((it) => resultOf(it).noticedBy !== undefined)).toHaveLength(3);
});

test("the states that a duty has by itself stand in no template, and are not changed", () => {
  const template = templateOf(`note "Duty"
  language: 1
  parties: Borrower, Holder
  exists from: First Day
given First Day: date = 2024-01-02
section 1 "Report"
event Report by Borrower
the Borrower must give Report by 2024-01-10 called Reporting
test "on its last day"
  on 2024-01-10: Report
  expect: Reporting on 2024-01-10 is "performed on 2024-01-10"
`);
  const { mutants } = mutate(template, file, storiesIn(template));
  expect(mutants.filter(({ from }) => from === "" || from.startsWith("if "))).toEqual([]);
  expect(mutants.length).toBeGreaterThan(0);
});

test("days and truths that a phrase brings with it stand in no template, and are not changed", () => {
  const template = templateOf(`note "Phrases"
  language: 1
  parties: Borrower, Holder
  exists from: First Day
  business days: "us-bank"
given First Day: date = 2024-01-02
section 1 "Waiting"
event Lien Created by Borrower
the Borrower must not give Lien Created called Breached
Over holds when 3 business days have passed since First Day
test "after it"
  expect: Over on 2024-01-05 is yes
`);
  const { mutants } = mutate(template, file, storiesIn(template));
  const made = mutants
    .filter(({ section }) => section === "1")
    .map(({ what, from, to }) => `${what}: ${from} -> ${to}`);
  expect(made).toEqual([
    "number: 3 -> 4",
    "day count: 3 business days have passed since First Day -> days of any kind",
  ]);
});
