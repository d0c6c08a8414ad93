/** `tenor mutate`: for people, as JSON, with explanations, and its bounds. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schemaProblems, tenor } from "./tenor.ts";

const loan = "test/data/testing/short-loan.tenor";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenor-mutate-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("lists what no story notices, and exits with 1", async () => {
  const { status, out } = await tenor(["mutate", loan], { width: 160 });
  expect(status).toBe(1);
  expect(out).toMatch(/1 +23 +number +\$40 +\$50 +no story gets here/);
  expect(out).toMatch(/15 changes, 8 noticed, 7 not noticed\n$/);
});

test("as JSON; twice the same", async () => {
  const { out } = await tenor(["mutate", loan, "--json"]);
  expect(schemaProblems("mutate", out)).toBeNull();
  expect(JSON.parse(out)).toMatchObject({ totals: { tried: 15, noticed: 8, unnoticed: 7, explained: 0 } });
  expect((await tenor(["mutate", loan, "--json"])).out).toBe(out);
});

test("a change that is explained is not held against the stories; an explanation that is not needed is named", async () => {
  const path = join(folder, "explained.json");
  const why = "nobody pays less";
  const [line, from, to] = [
    "when Payment Made if its Amount is at least $100",
    "its Amount is at least $100",
    "left out",
  ];
  writeFileSync(
    path,
    JSON.stringify([
      { section: "1", why, changes: [{ in: line, from, to }] },
      { section: "2", why, changes: [{ in: "Day means 5 business days", from: "5", to: "6" }] },
    ]),
  );
  const { out } = await tenor(["mutate", loan, "--explained", path, "--json"]);
  expect(schemaProblems("mutate", out)).toBeNull();
  expect(JSON.parse(out)).toMatchObject({
    totals: { unnoticed: 6, explained: 1 },
    stale: [{ section: "2", in: "Day means 5 business days", from: "5", to: "6" }],
  });
  const person = await tenor(["mutate", loan, "--explained", path]);
  expect(person.out).toContain("1 explanation of what stories show, or of what is no longer there: 2");
  expect(person.out).toMatch(/15 changes, 8 noticed, 1 explained, 6 not noticed\n$/);
  writeFileSync(path, "{}");
  expect((await tenor(["mutate", loan, "--explained", path])).err).toContain("is no list of explanations");
});

test("the list beside the template is taken by itself; a word more or less in the line, and it explains nothing", async () => {
  const copy = join(folder, "loan.tenor");
  writeFileSync(copy, readFileSync(loan, "utf8"));
  const change = { in: "Penalty starts at $0", from: "$0", to: "$1" };
  const list = (changed: object) => JSON.stringify([{ section: "1", why: "nobody asks", changes: [changed] }]);
  writeFileSync(join(folder, "loan.explained.json"), list(change));
  expect((await tenor(["mutate", copy])).out).toMatch(/15 changes, 8 noticed, 1 explained, 6 not noticed\n$/);
  // Of another section nothing is said, and of what was not tried.
  expect((await tenor(["mutate", copy, "--section", "2"])).out).toBe("2 changes, 2 noticed, 0 not noticed\n");
  expect((await tenor(["mutate", copy, "--most", "2"])).out).not.toContain("explanation");
  writeFileSync(join(folder, "loan.explained.json"), list({ ...change, in: "Penalty starts at $0 now" }));
  expect((await tenor(["mutate", copy])).out).toContain("1 explanation of what stories show");
  // There are 15 changes: with a bound of just as many, all are tried.
  expect((await tenor(["mutate", copy, "--most", "15"])).out).toContain("1 explanation of what stories show");
  expect((await tenor(["mutate", copy, "--most", "14"])).out).not.toContain("explanation");
});

test("within a section, and within a bound", async () => {
  const { status, out } = await tenor(["mutate", loan, "--section", "2"]);
  expect({ status, out }).toEqual({ status: 0, out: "2 changes, 2 noticed, 0 not noticed\n" });
  expect((await tenor(["mutate", loan, "--most", "3"])).err).toContain("the first 3 of 15 changes");
  expect((await tenor(["mutate", loan, "--most", "many"])).status).toBe(2);
});

test("a template without stories, and one that is not there", async () => {
  const path = join(folder, "alone.tenor");
  writeFileSync(path, 'note "Alone"\n  parties: A, B\n  exists from: Day\n\ngiven Day: date = 2024-01-02\n');
  expect((await tenor(["mutate", path])).err).toContain("has no story that could notice a change");
  expect((await tenor(["mutate", join(folder, "none.tenor")])).status).toBe(1);
});
