import { expect, test } from "vitest";
import { crashCode, renderCrash } from "../../src/cli/crash.ts";

test("a mistake of ours is one line with a code, and a stack only for who debugs", () => {
  const error = new Error("Cannot read properties of undefined");
  expect(renderCrash(error, false)).toMatch(/^tenor: this is a mistake in Tenor.*\(code [0-9a-f]{8}\).*report.*\n$/);
  expect(renderCrash(error, true)).toContain(error.stack);
});

test("the code is that of the place, whatever the message says", () => {
  const [first, second] = ["one", "two"].map((text) => crashCode(failing(text)));
  expect(first).toBe(second);
  expect(first).not.toBe(crashCode(new TypeError("one")));
});

function failing(text: string): Error {
  return new Error(text);
}
