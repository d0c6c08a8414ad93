/** The vocabulary of stories is the one that docs/comparing.md lists, with its fields, in its order. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commonEvents } from "../src/units/common-events.ts";
import { commonTerms } from "../src/units/common-terms.ts";

const page = readFileSync("docs/comparing.md", "utf8");

/** The rows of the table under a heading, cell by cell. */
function rowsUnder(heading: string): string[][] {
  const [, rest = ""] = page.split(`### ${heading}\n`);
  const [, table = ""] = /^\n\|.*\n\|.*\n((?:\|.*\n)*)/.exec(rest) ?? [];
  const cells = (line: string) => line.split("|").slice(1, -1);
  return table
    .trimEnd()
    .split("\n")
    .map((line) => cells(line).map((cell) => cell.trim()));
}

test("events", () => {
  const expected = Object.entries(commonEvents).map(([name, { fields, refersTo, meaning }]) => {
    const given = Object.entries(fields).map(
      ([field, { initial }]) => `\`${field}\`${initial === false ? " (no)" : ""}`,
    );
    const target = refersTo === undefined ? [] : [`\`for\` a ${refersTo}`];
    return [`\`${name}\``, [...given, ...target].join(", "), meaning];
  });
  expect(rowsUnder("Events")).toEqual(expected);
});

test("facts of a deal", () => {
  const expected = Object.entries(commonTerms).map(([name, { meaning }]) => [`\`${name}\``, meaning]);
  expect(rowsUnder("Facts of a deal").map(([name = "", is = ""]) => [name, is.replace(/^[^:]*: /, "")])).toEqual(
    expected,
  );
});
