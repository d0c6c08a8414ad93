/** Stories in a folder of one's own: which market they may name, and how an answer other than expected is shown. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { tenor } from "./tenor.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "tenor-stories-")));
afterAll(() => rmSync(folder, { recursive: true }));

const template = `note "Small"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
given Issue Date: date = 2024-01-02

section 1(b) "Price"
Price means 80% * market close

section 3(c) "Rest"
Fee means $5
Days Run means the number of days from and including Issue Date to and including today
`;
const market = `date,open,high,low,close,vwap,volume
2024-01-02,1,1,1,1,1,1000
2024-01-03,0.5,0.5,0.5,0.5,0.5,1000
`;

/** What `tenor test` prints of a file of stories with one story, which has these lines. */
async function ran(name: string, lines: string, files: readonly string[] = []): Promise<string> {
  const terms = join(folder, name);
  mkdirSync(join(terms, "data"), { recursive: true });
  for (const file of files) writeFileSync(join(terms, file), market);
  writeFileSync(join(terms, "small.tenor"), template);
  const stories = join(terms, "small.stories.tenor");
  writeFileSync(stories, `test "a"\n${lines}`);
  const { out, err } = await tenor(["test", stories], { width: 200 });
  return (out + err).replaceAll(terms, "TERMS");
}

const price = "  expect: Price on 2024-01-03 is $0.40 per share\n";

test.each([
  ["a name of the folder data", "small", ["data/small.csv"]],
  ["a path from the template's folder", "./own.csv", ["own.csv"]],
  ["a path into another folder", "data/small.csv", ["data/small.csv"]],
])("a market may be %s", async (_, name, files) => {
  expect(await ran("right", `  market: "${name}"\n${price}`, files)).toMatch(/\n1 passed, 0 failed\n$/);
});

test.each([
  [
    "a name that is not there",
    "smal",
    ["data/small.csv", "data/other.csv"],
    'There is no market "smal" in TERMS/data/',
    'write "small"; TERMS/data/ has "other", "small"; a path ends in .csv, and counts from the template\'s folder',
  ],
  [
    "a name, and no data",
    "harbor",
    [],
    'There is no market "harbor"',
    "put harbor.csv into a folder `data` beside the",
  ],
  [
    "a path that leads nowhere",
    "more/own.csv",
    [],
    "There is no market",
    "check the path; it counts from the folder of the file that names it",
  ],
  [
    "a path out of the template's folder",
    "../own.csv",
    [],
    "The market",
    "run the command from a folder that holds both, or copy it beside the file that names it",
  ],
])("%s is no market", async (place, name, files, message, help) => {
  const out = await ran(place, `  market: "${name}"\n${price}`, files);
  expect(out).toContain(`error: ${message}`);
  expect(out).toContain(`= help: ${help}`);
});

test.each(["14 days", "14"])("a number of days is expected as %s", async (written) => {
  expect(await ran("days", `  expect: Days Run on 2024-01-15 is ${written}\n`)).toMatch(/\n1 passed, 0 failed\n$/);
});

test("an answer other than expected stands under the section of its value, where the story names none", async () => {
  const expected = "  expect: Price on 2024-01-03 is $0.50 per share\n";
  const out = await ran("other", `  market: "small"\n${expected}`, ["data/small.csv"]);
  expect(out).toContain(
    "  Price on 2024-01-03  1(b)\n    expected  $0.5 per share\n    got       $0.4 per share  ($0.1 per share too little)\n",
  );
  expect(await ran("other", `  market: "small"\n${expected.trimEnd()} under 3(c)\n`)).toContain(
    "  Price on 2024-01-03  3(c)\n",
  );
});

test("a clause that there is not is reported with those that are also known", async () => {
  const file = join(folder, "redeemed.tenor");
  writeFileSync(file, `${template}use "redemption"\n`);
  const { status, err, out } = await tenor(["check", file]);
  expect(status).toBe(1);
  expect(out + err).toContain('error[TN2017]: There is no clause "redemption" to use');
  expect(out + err).toContain('= help: write "make-whole" or "soft call"');
});

test("what was expected keeps its unit where there is no answer", async () => {
  const out = await ran("missing", `  market: "small"\n  expect: Price on 2024-01-04 is $0.40 per share\n`, [
    "data/small.csv",
  ]);
  expect(out).toContain("    expected  $0.4 per share\n    got       error, missing data: ");
});
