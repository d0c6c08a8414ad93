/** A percentage without its sign, in a template. */
import { describe, test } from "vitest";
import { expectFinding, expectNoFinding } from "./findings.ts";

describe("a figure of 1 or more where a percentage belongs", () => {
  test.each([
    ["a deal term", "given Discount: percent = «20»\n", "20 is 2000%; 20% is `20%` or `0.2`"],
    ["one of exactly 1", "given Discount: percent = «1»\n", "1 is 100%; 1% is `1%` or `0.01`"],
    ["a field of an event", "event Vote by Holder\n  Share: percent = «60»\n", "60 is 6000%; 60% is `60%` or `0.6`"],
    [
      "a state without a value at first",
      "Share is a percent, at first not set\nevent Vote by Holder\nwhen Vote\n  Share becomes «60»\n",
      "60 is 6000%; 60% is `60%` or `0.6`",
    ],
    [
      "a state that starts at a percentage",
      "Share starts at 50%\nevent Vote by Holder\nwhen Vote\n  Share becomes «60»\n",
      "60 is 6000%; 60% is `60%` or `0.6`",
    ],
  ])("%s", (_, source, message) => expectFinding(source, "TN3087", message, "whichever is meant"));

  test.each([
    ["with its sign", "given Discount: percent = 20%\n"],
    ["more than all of it, with its sign", "given Premium: percent = 130%\n"],
    ["as a fraction", "given Discount: percent = 0.2\n"],
    ["the whole, of an event", "event Vote by Holder\n  Share: percent = 1\n"],
    ["a plain number", "given Ratio: number = 20\n"],
    ["a state in plain numbers", "Count starts at 1\nevent Vote by Holder\nwhen Vote\n  Count becomes 60\n"],
  ])("not one %s", (_, source) => expectNoFinding(source));
});
