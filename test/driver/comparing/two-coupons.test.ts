/** The story of `examples/listed-convertible`, in euro, with the sums of its page. */
import { expect, test } from "vitest";
import { comparedIn, totalsIn } from "../../support/comparing.ts";

const template = "terms/listed-convertible.tenor";
const story = "examples/listed-convertible/insolvency.json";

test("one bond at two rates of interest", () => {
  const compared = comparedIn(story, [{ template }, { template, name: "at 5%", terms: { "Interest Rate": "5%" } }]);
  // 1,080.16 + 1,875 + 100,855.98 + 285.9888…, and 1,440.22 + 2,500 + 101,141.30 + 349.1453….
  expect(totalsIn(compared)["cost to the issuer"]).toEqual(["104097.13", "105430.67"]);
  expect(totalsIn(compared)["still owed at the end"]).toEqual(["0", "0"]);
});

test("the value of no shares is in the currency of the note", () => {
  const { totals } = comparedIn(story, [{ template }, { template }]);
  const found = totals.find(({ role }) => role === "value of those shares")?.values ?? [];
  expect(found.map((value) => ("unit" in value ? value.unit : undefined))).toEqual(["EUR", "EUR"]);
});
