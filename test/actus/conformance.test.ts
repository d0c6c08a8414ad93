/** The cases of ACTUS at hand, each run by its template; and the table of docs/conformance.md, which says how many agree. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCases } from "../../tools/actus/cases.ts";
import { compareCase } from "../../tools/actus/compare.ts";
import { withTable } from "../../tools/actus/table.ts";

const folder = "test/data/actus";
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const compared = files.flatMap((name) => readCases(readFileSync(`${folder}/${name}`, "utf8")).map(compareCase));

describe("cases of ACTUS", () => {
  test.each(compared.map(({ id, difference }) => [id, difference]))("%s", (_, difference) => {
    expect(difference).toBeUndefined();
  });
});

test("docs/conformance.md has the count", () => {
  const page = readFileSync("docs/conformance.md", "utf8");
  expect(withTable(page, compared), "run `npm run conformance`").toBe(page);
});
