/** `tenor mutate`: for people, as JSON, with explanations, and its bounds. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
  const [from, to] = ["its Amount is at least $100", "left out"];
  writeFileSync(
    path,
    JSON.stringify([
      { section: "1", from, to, why },
      { section: "2", from: "5", to: "6", why },
    ]),
  );
  const { out } = await tenor(["mutate", loan, "--explained", path, "--json"]);
  expect(schemaProblems("mutate", out)).toBeNull();
  expect(JSON.parse(out)).toMatchObject({
    totals: { unnoticed: 6, explained: 1 },
    stale: [{ section: "2", from: "5", to: "6" }],
  });
  writeFileSync(path, "{}");
  expect((await tenor(["mutate", loan, "--explained", path])).err).toContain("is no list of explanations");
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
