import { test } from "vitest";
import { expectFinding, expectNoFinding } from "./findings.ts";

const declared =
  "event Call by Holder\n  Amount: money\nPrincipal starts at $500\naccount Interest owed by Borrower to Holder\n  accrues: 8% per year on Principal by actual/365\n  from and including: Issue Date\n";
const taken = "Interest is converted by unpaid Interest on its Amount";
const less = "Principal falls by its Amount";

test.each([
  ["the interest first", `when Call, in this order\n  (i) «${taken}»\n  (ii) ${less}\n`],
  ["the principal first", `when Call, in this order\n  (i) ${less}\n  (ii) «${taken}»\n`],
  [
    "where it falls due",
    `when Call, in this order\n  (i) «Interest falls due in the amount of unpaid Interest on its Amount on today»\n  (ii) ${less}\n`,
  ],
  ["where principal is set", `when Call, in this order\n  (i) «${taken}»\n  (ii) Principal becomes $0\n`],
])("interest on a part of the principal, and the part, in two steps: %s", (_, rule) =>
  expectFinding(declared + rule, "TN4027", "is too little from then on", "make both changes together"),
);

test.each([
  ["together", `when Call\n  ${taken}\n  ${less}\n`],
  ["principal that rises", `when Call, in this order\n  (i) ${taken}\n  (ii) Principal rises by its Amount\n`],
  [
    "where nobody asks what has accrued on a part",
    `when Call, in this order\n  (i) Interest is converted by its Amount\n  (ii) ${less}\n`,
  ],
  [
    "where all of it falls due",
    `Part means unpaid Interest on $5\nwhen Call, in this order\n  (i) Interest falls due on today\n  (ii) ${less}\n`,
  ],
])("not %s", (_, rule) => expectNoFinding(declared + rule));
