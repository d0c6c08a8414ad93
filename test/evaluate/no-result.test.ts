/** Why an operation has no result, as a fact: the words of a clause may hold the words of a reason by chance. */
import { expect, test } from "vitest";
import { factsOf } from "./asked.ts";

const noLimit = "(the greater of 1 and unlimited)";

test.each([
  ["1 / (1 - 1)", "division by zero"],
  [`${noLimit} / (1 - 1)`, "division by zero"],
  ["0 to the power of (0 - 1)", "division by zero"],
  ["0 to the power of (1 - 1 / 2)", "fractional exponent"],
  ["0 to the power of (0 - 1 / 2)", "division by zero"],
  ["4 to the power of (0 - 1 / 2)", "fractional exponent"],
  [`${noLimit} to the power of (1 - 1 / 2)`, "unlimited operand"],
  [`${noLimit} - ${noLimit}`, "unlimited operand"],
  [`5 - ${noLimit}`, "unlimited operand"],
  [`0 * ${noLimit}`, "unlimited operand"],
  [`${noLimit} * 0`, "unlimited operand"],
  // 2 to the power of 200,000 has 60,206 digits.
  ["(2 to the power of 100,000) * (2 to the power of 100,000)", "digits"],
])("%s: %s", (value, why) => {
  const { answers } = factsOf(`A means ${value}`, { ask: [{ value: "A", on: "2024-01-05" }] });
  expect(answers.map(({ result }) => result)).toMatchObject([
    { error: "undefined", fact: { kind: "no arithmetic result", why } },
  ]);
});
