/** Which files a scenario may name. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { foldersBeside, isInReach, reachFrom } from "../../../src/cli/files/reach.ts";

const root = mkdtempSync(join(tmpdir(), "tenor-reach-"));
const folder = join(root, "notes");
for (const name of ["notes", "market"]) mkdirSync(join(root, name));
for (const name of ["secret.csv", "market/prices.csv", "market/prices.txt", "notes/own.csv"])
  writeFileSync(join(root, name), "");
symlinkSync(join(root, "secret.csv"), join(root, "market/link.csv"));

test.each([
  ["own.csv", true, "its own folder"],
  ["../market/prices.csv", true, "data in a folder beside it"],
  ["../market/prices.txt", false, "no data"],
  ["../market/link.csv", false, "a link that leads out of that folder"],
  ["../secret.csv", false, "a file beside the folder"],
  ["/etc/passwd", false, "anywhere else"],
])("%s: %s (%s)", (name, expected) => {
  const reach = [...reachFrom(folder), ...foldersBeside(folder, name)];
  expect(isInReach(join(name.startsWith("/") ? "" : folder, name), reach)).toBe(expected);
});

test("beside a folder under the root of all files there is nothing", () => {
  expect(foldersBeside("/notes", "../etc/hosts.csv")).toEqual([]);
});
