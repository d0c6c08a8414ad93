/** Two readings, two sets of terms and two drafts compare as two notes do. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { valueIn } from "../../inputs/results.ts";
import { comparedIn, comparedInData, totalsIn } from "../../support/comparing.ts";

const juniper = { template: "terms/juniper-2005.tenor" };

/*
 * Converted on Wednesday 15 February, with three business days (Monday the 20th is a holiday) to Tuesday the 21st; delivered on
 * Monday 6 March. Undelivered at the end of 22 February to 5 March: 12 days, 8 of them business days. $2,000 for each.
 */
test("one passage under two readings: $24,000 or $16,000", () => {
  const compared = comparedIn("examples/one-passage-two-readings/story.json", [
    { ...juniper, name: "calendar" },
    { ...juniper, name: "business", readings: { "late delivery days": "business" } },
  ]);
  expect(totalsIn(compared)["cash paid to the holder"]).toEqual(["24000", "16000"]);
  const damages = compared.outcome.filter(({ on, role }) => role === "damages" && on === "2006-03-06");
  expect(damages).toEqual([
    {
      on: "2006-03-06",
      role: "damages",
      values: [
        { answer: "24000", unit: "USD" },
        { answer: "16000", unit: "USD" },
      ],
    },
  ]);
  // The end of Saturday 25 February is the first at which the counts differ: 4 days, 3 business days.
  expect(compared.parts).toMatchObject({ on: "2006-02-25", role: "damages", sections: ["1.4(g)", "1.4(g)"] });
  expect(compared.parts?.because).toContain(
    'Late Days is 4 days in calendar and 3 days in business (they differ in "late delivery days": "calendar" and "business"), by "',
  );
  expect(compared.changed).toEqual([]);
});

/*
 * Paid on 1 March, in the middle of that day: 22 to 28 February are over, 7 days or 5 business days. On 5 April the rest is
 * paid, 1 to 5 March: 5 days or 3.
 */
test("what is due of damages that still run is what is owed as the payment is applied", () => {
  const story = JSON.parse(readFileSync("examples/one-passage-two-readings/story.json", "utf8"));
  const early = { on: "2006-03-01", event: "payment of damages", amount: "what is due" };
  const market = { name: "m.csv", text: readFileSync("examples/compare-falling-stock/market.csv", "utf8") };
  const subjects = [juniper, { ...juniper, readings: { "late delivery days": "business" } }];
  const compared = valueIn(comparedInData({ ...story, events: [...story.events, early] }, subjects, market));
  const cashOn = (day: string) => compared.outcome.find(({ on, role }) => on === day && role === "cash to the holder");
  expect(compared.subjects.flatMap(({ refused, notes }) => [...refused, ...notes])).toEqual([]);
  expect(cashOn("2006-03-01")?.values).toMatchObject([{ answer: "14000" }, { answer: "10000" }]);
  expect(cashOn("2006-04-05")?.values).toMatchObject([{ answer: "24000" }, { answer: "16000" }]);
});

/* $24,000 at 80% and at 75% of ten cents; five business days after Friday 1 September, without Labor Day, end on the 11th. */
test("two drafts: which sections changed, and what that moves", () => {
  const binding = "examples/two-drafts-of-a-note/note.binding.json";
  const drafts = ["old", "new"].map((name) => ({ template: `examples/two-drafts-of-a-note/${name}.tenor`, binding }));
  const compared = comparedIn("examples/two-drafts-of-a-note/story.json", drafts);
  expect(compared.changed).toEqual([
    {
      section: "2",
      title: "Conversion",
      change: "changed",
      names: ["Discount Kept"],
      clauses: [{ name: "Discount Kept", before: "Discount Kept means 80%", after: "Discount Kept means 75%" }],
    },
    {
      section: "3",
      title: "Default",
      change: "changed",
      names: ["Event of Default"],
      clauses: [
        {
          name: "Event of Default",
          before: expect.stringMatching(
            /^Event of Default occurs\n.*\n {2}unless cured by the end of: 5 business days after/,
          ),
          after: expect.stringMatching(
            /^Event of Default occurs\n.*\n {2}unless cured by the end of: 10 business days after/,
          ),
        },
      ],
    },
  ]);
  expect(totalsIn(compared)).toMatchObject({
    "shares issued to the holder": ["300000", "320000"],
    "value of those shares": ["30000", "32000"],
    // Interest of 106 days at $20 and 78 at $13.33…: $3,160; principal of $48,000.
    "cash paid to the holder": ["51160", "51160"],
    // 13 days at $13.33… to 14 September.
    "still owed at the end": ["173.33", "173.33"],
  });
  expect(compared.parts?.roles).toEqual([
    { role: "price of conversion", on: "2006-04-08", sections: ["2", "2"] },
    { role: "shares to the holder", on: "2006-06-15", sections: ["2", "2"] },
    { role: "default", on: "2006-09-11", sections: ["3", "3"] },
  ]);
  expect(compared.parts?.because).toBe("price of conversion: Discount Kept is 80% in old and 75% in new");
});

test("two sets of terms: the one that differs is named", () => {
  const compared = comparedIn("examples/one-passage-two-readings/story.json", [
    { ...juniper, name: "at 50%" },
    { ...juniper, name: "at 40%", terms: { "Applicable Percentage": "40%" } },
  ]);
  // 40% of 20 cents is 8 cents, below the 10 that are fixed: 26,280 / 0.08 = 328,500.
  expect(totalsIn(compared)["shares issued to the holder"]).toEqual(["262800", "328500"]);
  expect(compared.parts).toMatchObject({ on: "2006-01-03", role: "price of conversion" });
  expect(compared.parts?.because).toContain('they differ in Applicable Percentage: "0.5" and "0.4"');
  expect(compared.terms.find(({ role }) => role === "discount")?.values.map((it) => it?.value)).toEqual(["50%", "40%"]);
});

test("a note beside itself parts nowhere", () => {
  const compared = comparedIn("examples/one-passage-two-readings/story.json", [juniper, juniper]);
  expect(compared.parts).toBeNull();
});
