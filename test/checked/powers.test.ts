import { test } from "vitest";
import { expectFinding, expectNoFinding } from "./findings.ts";

const years = "Years Gone means (today - Issue Date) / 365\n";

test.each([
  ["a part of a year", "Worth means $105 / («105% to the power of ((today - Issue Date) / 365)»)\n"],
  ["a sum with one", "Worth means $105 * («105% to the power of (1 + (today - Issue Date) / 365)»)\n"],
  ["a name for one", `${years}Worth means $105 * («105% to the power of Years Gone»)\n`],
])("an exponent that is %s has to be rounded", (_, source) =>
  expectFinding(source, "TN4153", "nothing says how it is rounded"),
);

test.each([
  ["the power is rounded", `${years}Worth means (105% to the power of Years Gone), rounded half up to 0.0001\n`],
  ["the exponent is rounded", "Worth means 105% to the power of ((today - Issue Date) / 365, rounded down to 1)\n"],
  ["days are whole", "Worth means 105% to the power of (today - Issue Date)\n"],
  ["a quotient is written out", "Worth means 105% to the power of (36 / 12)\n"],
])("%s", (_, source) => expectNoFinding(source));
