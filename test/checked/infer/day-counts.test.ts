/** Names of day counts of the field that Tenor does not have: the nearest one, and how it differs. */
import { expect, test } from "vitest";
import { check } from "../../../src/index.ts";
import { expectFinding } from "../findings.ts";

const note = (basis: string) =>
  'note "Example"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n\ngiven Issue Date: date\n' +
  `Owed means interest at 8% per year on $100 from and including Issue Date to but excluding today by ${basis}\n`;

test.each([
  ["actual/actual ISDA", "write actual/actual: it is the same"],
  ["actual/actual ICMA", "write actual/actual: it divides by the length of calendar years, and not by"],
  ["actual/actual AFB", "write actual/actual: it differs by less than a day of interest"],
  ["actual/365L", "write actual/actual: it divides each day by the length of its own year"],
  ["30U/360", "write 30/360: from the end of February it counts 1 or 2 days more"],
  ["30/360 ISDA", "write 30/360: it is the same"],
  ["actual/360 AFB", "write actual/365, actual/360, actual/actual, 30/360, 30E/360 or 30E/360 ISDA"],
])("%s", (basis, help) => expectFinding(note(`«${basis}»`), "TN3014", `\`${basis}\``, help));

test("the nearest one is a fix", () => {
  const text = note("30U/360");
  const [found] = check(text);
  const { span, text: written } = found?.fix ?? { span: { start: 0, end: 0 }, text: "" };
  expect(text.slice(0, span.start) + written + text.slice(span.end)).toBe(note("30/360"));
});

test.each(["actual/365", "actual/360", "actual/actual", "30/360", "30E/360", "30E/360 ISDA"])(
  "%s is known",
  (basis) => {
    expect(check(note(basis))).toEqual([]);
  },
);
