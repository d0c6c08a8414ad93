/** A checked statement is the written one with kinds and meanings: no part of it is left out. */
import { expect, test } from "vitest";
import { collectNames } from "../../../src/checked/names.ts";
import { inferTypes } from "../../../src/checked/types.ts";
import { SourceFile } from "../../../src/source/source-file.ts";
import { parse } from "../../../src/syntax/parse.ts";
import { head } from "../findings.ts";

const range = "trading days from and including Issue Date to and including today";
const text = `${head}given Rate: rate = 8% per year
given Kind: "a", "b" = "a"
section 1 "One"
event Split
  Ratio: number
event Notice by Holder
  Amount: money
  Day: date = its date
  Held: shares as of Day, optional
  takes effect on: its Day
event Reply for Notice
share basis changes on Split by its Ratio
reading "grace"
  passage: "p"
  choices: "short", "long"
  chosen: "short"
Balance starts at $0
Room is money, at first not set
Open holds from Notice until Reply
account Interest owed by Borrower to Holder
  accrues: Rate on Balance by actual/365
  from and including: Issue Date
  while: Open
account Fee owed by Borrower to Holder
  accrues: 5% per year on each overdue Interest by actual/365
  from and including: Issue Date
  day of payment counts: Open
Price means the average of the 3 lowest of market close over ${range}
Highs means the highest of market close over 5 trading days ending today on which (market close is more than $1 per share)
Part means unpaid Interest on Balance
Payable means Interest payable on Issue Date
Late means start of Default
Month means the last day of the month of today
Next means the first of every 3 months from Issue Date after today
Whole means (the sum of its Amount over Notice events where (its Amount is more than $1)), rounded down to $0.01
First means Room, or else $5
Before means Balance as of Issue Date
Least means the least of
  (i) Room, if set
  (ii) unlimited
Case means $1 if Open, otherwise $2
Read means as "grace" is read
  "short": $1
  "long": $2
While means $1 only while Open
Ago means 3 business days before today
Cost means interest at Rate on Balance from and including Issue Date to but excluding today by actual/365
Any holds when any of
  (i) Open
  (ii) not Open
Both holds when Open and (Notice has happened or "grace" is read "short") and (Kind is one of "a", "b")
Some holds when (some Notice has (its Amount is $1)) and Room is set
Days holds when on every trading day from and including Issue Date to and including today, market close is $1 per share
Own for each Reply means this Reply's Notice's Amount
notwithstanding Case
  while: Open
  it is: Case under 1
when Notice if Open
  Balance rises by its Amount
  Room becomes not set
  $1 is applied to due Interest each with its Fee, then Balance
on Issue Date
  Interest is charged $1 due on today, payable on 3 days after today
  Interest is waived for the month of today
when Open begins
  Room becomes $1
the Holder may give Reply
  only if Open, else "closed"
the Holder may give Notice
  asking for: its Amount
  up to $5
  beyond that: void
  giving: Taken
the Borrower must pay $5 to Holder by today while Open called Payment
the Borrower must not give Split unless Open, called Allowed
Default occurs for each Notice
  when Open
  unless cured by the end of: today
in words, the Borrower must: "be kind"
our view: "it is day 0"
  favours: Holder
role "interest": Part
test "a"
  with: Rate = 5% per year
  reading: "grace" = "long"
  on 2024-01-05 at 14:00: Notice "n", Amount $5
  expect: Amount of "n" on 2024-01-06 is $5
  expect: Balance on 2024-01-06 is $5
`;

test("every part of every kind of statement is there", () => {
  const { value: tree, diagnostics } = parse(new SourceFile("note.tenor", text));
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  const names = collectNames(tree).value;
  const checked = inferTypes(names);
  expect(checked.diagnostics.map(({ message }) => message)).toEqual([]);
  const written = checked.value.statements.map(({ statement }) => asWritten(statement));
  expect(written).toEqual(names.statements.map(({ statement }) => statement));
});

/** Without what the checker adds to an expression: its meaning, its kind, and whether it may be missing. */
function asWritten(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asWritten);
  if (typeof node !== "object" || node === null || node instanceof SourceFile) return node;
  const isExpression = "isOptional" in node && !("kind" in node && node.kind === "FieldDeclaration");
  const added = isExpression ? ["meaning", "type", "isOptional"] : ["meaning"];
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, part]) => (added.includes(key) ? [] : [[key, asWritten(part)]])),
  );
}
