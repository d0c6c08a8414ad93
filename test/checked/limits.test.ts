import { test } from "vitest";
import { expectFinding, expectNoFinding } from "./findings.ts";

const declared =
  "event Notice\n  Amount: money\nLeft starts at $500\naccount Fees owed by Borrower to Holder\n" +
  "the Holder may give Notice\n  asking for: its Amount\n  up to Left\n  beyond that: cut back\n";
const named = `${declared}  giving: Accepted\n`;

test.each([
  ["a limit that has no name", declared.replace("give Notice", "give «Notice»"), "TN4022", "has no name"],
  ["a limit that nothing reads", `${declared}  giving: «Accepted»\n`, "TN4022", "`Accepted`, which nothing reads"],
  ["a state", `${named}when Notice\n  Left falls by «its Amount»\n`, "TN4023", "leaves `its Accepted`"],
  [
    "an account, beside a state that heeds the limit",
    `${named}when Notice\n  Left falls by its Accepted\n  Fees is charged 1% * «its Amount» due on today\n`,
    "TN4023",
    "leaves `its Accepted`",
  ],
  [
    "a payment",
    `${named}when Notice\n  «its Amount» is applied to Left, then Fees\n`,
    "TN4023",
    "leaves `its Accepted`",
  ],
])("passed by: %s", (_, source, code, message) => expectFinding(source, code, message));

test.each([
  ["a change", "when Notice\n  Left falls by its Accepted\n"],
  ["a change by the lesser of the two", "when Notice\n  Left falls by the lesser of its Amount and its Accepted\n"],
  ["a value of the event", "Half for each Notice is fixed as 50% * its Accepted\n"],
  ["a total", "Total means the sum of its Accepted over Notice events\n"],
  [
    "a change, beside a note of what was asked",
    "Asked starts at $0\nwhen Notice\n  Asked becomes its Amount\n  Left falls by its Accepted\n",
  ],
])("heeded by %s", (_, statements) => expectNoFinding(named + statements));

test("where more than one thing is asked for, each takes a part of what the limit leaves", () => {
  const both = named.replace("asking for: its Amount", "asking for: its Amount + $5");
  const by = (amount: string) => `${both}when Notice\n  Left falls by ${amount}\n`;
  expectFinding(by("«its Amount»"), "TN4023", "leaves `its Accepted`", "the lesser of its Amount and its Accepted");
  expectNoFinding(by("the lesser of its Amount and its Accepted"));
});

test("a duty of another party to pay what falls due is not reported as a duplicate", () => {
  expectNoFinding(`${declared}  giving: Accepted
when Notice
  Fees is charged its Accepted due on today
the Holder must pay due Fees to Borrower by today
`);
});

test.each(["due", "overdue"])("a duty to pay what is %s on an account", (measure) => {
  expectFinding(
    `${declared}  giving: Accepted
when Notice
  Fees is charged its Accepted due on today
the Borrower must pay «${measure} Fees» to Holder by today
`,
    "TN4024",
    "`Fees`",
  );
});
