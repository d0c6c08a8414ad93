import { expect, test } from "vitest";
import { hasColour } from "../../../../src/cli/render/parts/paint.ts";

test.each([
  ["a terminal", true, {}, true],
  ["a pipe", false, {}, false],
  ["a terminal that can't", true, { TERM: "dumb" }, false],
  ["NO_COLOR", true, { NO_COLOR: "1" }, false],
  ["NO_COLOR that is empty", true, { NO_COLOR: "" }, true],
  ["FORCE_COLOR", false, { FORCE_COLOR: "1" }, true],
  ["FORCE_COLOR=0", true, { FORCE_COLOR: "0" }, false],
  ["both", true, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ["a build server's pipe", false, { CI: "true" }, false],
])("%s", (_, isTerminal, env, coloured) => {
  expect(hasColour(isTerminal, env)).toBe(coloured);
});
