import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { projectFiles } from "./support/project-files.ts";

/** Each is put together here, so that this file does not hold what it looks for. */
const forbidden: Readonly<Record<string, RegExp>> = {
  "an absolute path of one machine": new RegExp(
    ["(?<![\\w.~-])/(?:wo", "rk|ho", "me|far", "m|Us", "ers)/\\w"].join(""),
  ),
  "a folder outside the project": new RegExp(["\\.\\./sha", "red\\b|\\.lib", "rary/"].join("")),
  "the host name of a package registry": new RegExp(["registry\\.(?:npm", "js|yarn", "pkg)\\.|verdac", "cio"].join("")),
};

test.each(Object.entries(forbidden))("no file of the project holds %s", (_, pattern) => {
  const hits = projectFiles().flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
  expect(hits).toEqual([]);
});

test("the lock file names packages, not where this machine fetched them", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved": "\w+:/);
});
