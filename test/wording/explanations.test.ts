import { expect, test } from "vitest";
import { Reason } from "../../src/evaluate/reasons/reason-facts.ts";
import type { Because, PlainDate } from "../../src/index.ts";
import { Absent, describeReason, parseDate } from "../../src/index.ts";
import { money, yesOrNo } from "../../src/units/value-type.ts";

const day = parseDate("2024-01-03") as PlainDate;
const accrued = { what: "accrual", amount: { n: 500n, d: 1n } } as const;
const paid = { what: "payment", amount: { n: -20n, d: 1n } } as const;
const change = { day, point: 1, phase: "calendar", cause: undefined, section: "2(a)" } as const;

test.each<[Because, string]>([
  [{ kind: "no reason" }, ""],
  [{ kind: "absent", problem: new Absent({ kind: "not given", name: "Fee" }) }, "Fee is not given"],
  [{ kind: "last change", change }, "since 2024-01-03 (2(a))"],
  [{ kind: "last change", change: undefined }, "as it started"],
  [{ kind: "change", verb: "payment", change: { ...change, cause: undefined } }, "paid on 2024-01-03"],
  [{ kind: "account", type: money, totals: [], hasMoved: false }, "as it started"],
  [{ kind: "account", type: money, totals: [], hasMoved: true }, "nothing of it"],
  [{ kind: "account", type: money, totals: [accrued, paid], hasMoved: true }, "accrued $500, paid -$20"],
  [{ kind: "given by event", event: "Notice" }, "as Notice says"],
  [{ kind: "no default", family: "Default", sections: [] }, "no Default continues or is pending"],
  [{ kind: "no default", family: "Default", sections: ["1", "2"] }, "no Default under 1, 2 continues or is pending"],
])("%o is worded", (because, words) => {
  const fact = new Reason({ kind: "state", name: "Fee", day, result: true, type: yesOrNo, section: "1", because });
  expect(describeReason(fact)).toEqual({
    value: "Fee",
    on: "2024-01-03",
    answer: true,
    unit: "yes or no",
    section: "1",
    kind: "state",
    because: words,
    operation: "given",
    uses: [],
  });
});
