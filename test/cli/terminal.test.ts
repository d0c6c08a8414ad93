import { expect, test } from "vitest";
import { readTime } from "../../src/cli/commands/due.ts";
import { showsUnicode } from "../../src/cli/terminal.ts";

test.each([
  ["a locale of UTF-8", { LANG: "en_US.UTF-8" }, "linux", true],
  ["another locale", { LANG: "en_US.ISO-8859-1" }, "linux", false],
  ["no locale", {}, "linux", false],
  ["an empty variable, which counts as not set", { LC_ALL: "", LANG: "C.utf8" }, "darwin", true],
  ["a variable that goes before the others", { LC_ALL: "C", LANG: "C.UTF-8" }, "linux", false],
  ["the console of Linux, whose letters are few", { LANG: "C.UTF-8", TERM: "linux" }, "linux", false],
  ["the newer terminal of Windows", { WT_SESSION: "1" }, "win32", true],
  ["the older one", {}, "win32", false],
])("%s", (_, env, platform, isUnicode) => {
  expect(showsUnicode(env, platform)).toBe(isUnicode);
});

test.each([
  ["30 days", { count: 30, unit: "day" }],
  ["1 week", { count: 1, unit: "week" }],
  [" 6 Months ", { count: 6, unit: "month" }],
  ["2 quarters", { count: 6, unit: "month" }],
  ["1 year", { count: 12, unit: "month" }],
  ["3101 years", undefined],
  ["30", undefined],
  ["a month", undefined],
  ["-3 days", undefined],
  ["1.5 weeks", undefined],
  ["99999 days", undefined],
])("%s is a time, or not", (text, time) => {
  expect(readTime(text)).toEqual(time);
});
