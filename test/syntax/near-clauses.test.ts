/** Which clauses of the library a title stands near that none of them has. */
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "../../src/index.ts";
import { clauseFile } from "../support/library.ts";

const library = readdirSync("terms/library").map((file) => clauseFile(file.replace(/\.tenor$/, "")));
const note =
  'note "Example"\n  language: 1\n  parties: Company, Holder\n  exists from: Issue Date\n\n' +
  "given Issue Date: date = 2024-01-02\n\n";

test.each([
  ["another name of two", "redemption", 'write "make-whole" or "soft call"', undefined],
  ["another name of one", "blocker", 'write "ownership limit"', '"ownership limit"'],
  [
    "another name, with capitals and a hyphen",
    "Failure-to-Deliver",
    'write "late-delivery penalty"',
    '"late-delivery penalty"',
  ],
  ["another name with a slip", "grace peroid", 'write "cure period"', '"cure period"'],
  ["its own name with a slip", "full rachet", 'write "full ratchet"', '"full ratchet"'],
  ["another name", "default rate", 'write "default interest"', '"default interest"'],
  ["another name", "average VWAP", 'write "VWAP with fallback"', '"VWAP with fallback"'],
  ["another name", "call", 'write "soft call"', '"soft call"'],
  ["a rare word", "beneficial ownership cap", 'write "ownership limit"', '"ownership limit"'],
  ["a rare word", "redemption by the Company", 'write "make-whole" or "soft call"', undefined],
  ["nothing near", "governing law", "clauses are kept in a folder `library`", undefined],
])("%s: %s", (_, title, help, fix) => {
  const found = check(`${note}use "${title}"\n`, "note.tenor", ...library);
  expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([
    `TN2017 There is no clause "${title}" to use`,
  ]);
  expect(found[0]?.help).toContain(help);
  expect(found[0]?.fix?.text).toBe(fix);
});
