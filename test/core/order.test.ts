import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { printCore } from "../../src/core/print.ts";
import { head, lowered } from "./lowered.ts";

/** Statements of three sections, some of which lean on one another across them. */
const sections: readonly (readonly string[])[] = [
  [
    "given Principal: money\n",
    "given Rate: rate = 8% per year\n",
    "event Notice by Holder\n  Amount: money\n  Late: yes or no = no\n",
    "event Answer for Notice by Borrower\n",
    "Left starts at Principal\n",
  ],
  [
    'section 1 "Payment"\n',
    "Half for each Notice means 50% * its Amount\n",
    "Halves means the sum of its Half over Notice events\n",
    "when Notice\n  Left falls by its Amount\n",
    "when Notice if its Late\n  Count rises by 1\n  Noted becomes today\n",
    "when Answer\n  Count rises by 1\n",
    "Count starts at 0\n",
    "Noted is a date, at first not set\n",
    "the Borrower must give Answer by 3 days after its date for each Notice\n",
    "account Interest owed by Borrower to Holder\n  accrues: Rate on Left by actual/365\n  from and including: Issue Date\n",
    'our view: "one"\n',
    'our view: "two"\n',
    'in words, the Borrower must: "do"\n',
  ],
  [
    'section 2 "Default"\n',
    "Event of Default occurs\n  when Left is more than $1\n",
    "Event of Default occurs for each Notice\n  when its Answer has not happened\n",
    "notwithstanding Halves of 1\n  while: Event of Default\n  it is: $0\n",
    'reading "grace"\n  passage: "p"\n  choices: "short", "long"\n  chosen: "short"\n',
    'Quick holds when "grace" is read "short"\n',
    'role "principal left": Left\n',
    'test "half"\n  with: Principal = $2\n  on 2024-02-01: Notice "n1", Amount $1\n  expect: Halves on 2024-02-02 is $0\n',
    "on 2024-05-01\n  Interest falls due on today\n",
    "when Quick begins\n  Count rises by 2\n",
  ],
];

const canonical = printCore(lowered(head + sections.flat().join("")));

const shuffled = fc.tuple(...sections.map((statements, index) => inAnyOrder(statements, index > 0)));

test.prop([shuffled])("the order of statements within their sections leaves no mark", (parts) => {
  expect(printCore(lowered(head + parts.flat().join("")))).toBe(canonical);
});

/** A heading stays on top. */
function inAnyOrder(statements: readonly string[], hasHeading: boolean) {
  const [first = "", ...rest] = statements;
  const movable = hasHeading ? rest : statements;
  return fc
    .shuffledSubarray([...movable], { minLength: movable.length })
    .map((order) => (hasHeading ? [first, ...order] : order));
}
