/** Coverage by stories, boundaries, and stories that are run, asked and explained by name. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schemaProblems, tenor } from "./tenor.ts";

const loan = "test/data/testing/short-loan.tenor";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenor-stories-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("coverage by stories: for people, as JSON, as a page", async () => {
  const { status, out } = await tenor(["test", loan, "--coverage"]);
  expect(status).toBe(0);
  expect(out).toContain("2 stories: 2 of 3 reached");
  const json = await tenor(["test", loan, "--coverage", "--json"]);
  expect(schemaProblems("coverage", json.out)).toBeNull();
  expect(JSON.parse(json.out)).toMatchObject({ totals: { stories: 2, items: 3, reached: 2 } });
  const page = join(folder, "coverage.html");
  await tenor(["test", loan, "--coverage", "--html", page]);
  expect(readFileSync(page, "utf8")).toContain("Coverage by stories");
});

test("coverage by stories: what a power leaves of what was asked for", async () => {
  const { out } = await tenor(["test", "terms/term-loan.tenor", "--coverage"]);
  expect(out).toContain("the Loan has been accelerated");
  expect(out).not.toContain("Principal Prepaid");
});

test("boundaries: for people, as JSON, and written to a file", async () => {
  const file = join(folder, "open.stories.tenor");
  const { status, out } = await tenor(["test", loan, "--boundaries", "--write", file]);
  expect(status).toBe(1);
  expect(out).toContain("2 thresholds, 1 of 4 sides covered");
  expect(readFileSync(file, "utf8")).toContain("  on 2024-02-01: Payment Made, Amount $99\n");
  const json = await tenor(["test", loan, "--boundaries", "--json"]);
  expect(schemaProblems("boundaries", json.out)).toBeNull();
  expect((await tenor(["test", loan, "--boundaries", "--coverage"])).status).toBe(2);
});

test("a side that is explained needs no story; an explanation of a covered one is named", async () => {
  const path = join(folder, "explained.json");
  const why = "the least payment is agreed";
  const threshold = "its Amount is at least $100";
  const sides = [
    { threshold, side: "a step beyond" },
    { threshold, side: "at the edge" },
  ];
  writeFileSync(path, JSON.stringify([{ section: "1", why, sides }]));
  const { out } = await tenor(["test", loan, "--boundaries", "--explained", path, "--json"]);
  expect(schemaProblems("boundaries", out)).toBeNull();
  // The story pays $100, which is the edge.
  expect(JSON.parse(out)).toMatchObject({
    totals: { sides: 4, covered: 1, explained: 1 },
    thresholds: [{ sides: [{}, { why }] }, {}],
    stale: [{ section: "1", threshold, side: "at the edge" }],
  });
  const person = await tenor(["test", loan, "--boundaries", "--explained", path], { width: 200 });
  expect(person.out).toContain("1 explained; 2 more as stories");
  expect(person.out).toContain("1 explanation of what stories show");
});

test("a story is run, asked and explained by its name", async () => {
  const story = ["--story", "a payment of exactly $100 counts"];
  const day = ["--on", "2024-02-01"];
  expect((await tenor(["run", loan, ...story])).out).toContain("Payment Made");
  expect((await tenor(["ask", loan, "Principal", ...day, ...story])).out).toBe("Principal on 2024-02-01 is $400 (1)\n");
  expect((await tenor(["explain", loan, "Principal", ...day, ...story])).out).toContain("= $400");
  expect((await tenor(["ask", loan, "Principal", "--story", "a payment of exactly $10 counts"])).err).toContain(
    'the nearest is "a payment of exactly $100 counts"',
  );
  const { out } = await tenor(["ask", loan, "Principal", "--json", ...day, ...story]);
  expect(schemaProblems("ask", out)).toBeNull();
  expect(JSON.parse(out)).toMatchObject({ madeFrom: { asked: { story: "a payment of exactly $100 counts" } } });
});

test("the page of text and clauses says what stories reach", async () => {
  const page = join(folder, "cover.html");
  await tenor(["cover", "test/data/cover/harbour-note.tenor", "--html", page]);
  expect(readFileSync(page, "utf8")).toMatch(/class="clause (?:ran|partly|not-run)"/);
});
