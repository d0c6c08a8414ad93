import { test } from "vitest";
import { expectFinding, expectNoFinding } from "./findings.ts";

const declared =
  "event Payment by Borrower\n  Amount: money\nLeft starts at $500\naccount Fees owed by Borrower to Holder\n" +
  "Half for each Payment is fixed as 50% * its Amount\n";
const when = (change: string) => `${declared}when Payment\n  ${change}\n`;

test.each([
  ["a state last", "its Amount is applied to Fees, then «Left»", "what is more than `Left` takes"],
  ["what is due last", "its Amount is applied to due «Fees»", "what is more than `Fees` takes"],
  ["a part of the payment", "50% * its Amount is applied to «Left»", "what is more than `Left` takes"],
])("of a payment with %s the rest goes nowhere", (_, change, message) =>
  expectFinding(when(change), "TN4025", message),
);

test.each([
  ["an account last holds the rest", when("its Amount is applied to due Fees, then Left, then Fees")],
  ["a figure that is calculated is no money that came in", when("its Half is applied to Left")],
  ["a sum that no event reports", `${declared}when Payment\n  $50 is applied to due Fees\n`],
])("%s", (_, source) => expectNoFinding(source));
