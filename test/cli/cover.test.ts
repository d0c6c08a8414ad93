/** `tenor cover`: for people, as JSON, as a page, and what it needs. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schemaProblems, tenor } from "./tenor.ts";

const note = "test/data/cover/harbour-note.tenor";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenor-cover-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("names what is not covered, and exits with 1", async () => {
  const { status, out } = await tenor(["cover", note]);
  expect(status).toBe(1);
  expect(out).toContain("16 sentences, 6 encoded, 4 declared, 6 uncovered");
  expect(out).toMatch(/1\.2\(b\), sentence 1 +27 +In no event/);
  expect(out).toMatch(/2\.2 +35 +\$50,000/);
});

test("as JSON", async () => {
  const { out } = await tenor(["cover", note, "--json"]);
  expect(schemaProblems("cover", out)).toBeNull();
  expect(JSON.parse(out)).toMatchObject({
    totals: { encoded: 6, declared: 4, uncovered: 6 },
    sentences: expect.arrayContaining([
      expect.objectContaining({
        section: "1.2(a)",
        ordinal: 2,
        status: "encoded",
        clauses: [{ clause: "Market Price", section: "1.2(a)", line: 32, confirmed: true }],
      }),
    ]) as unknown,
  });
});

test("a page with the text beside its clauses, linked both ways", async () => {
  const path = join(folder, "cover.html");
  await tenor(["cover", note, "--html", path]);
  const page = readFileSync(path, "utf8");
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? "");
  expect(links.length).toBeGreaterThan(10);
  for (const id of links) expect(page).toContain(`id="${id}"`);
  expect(page).not.toMatch(/<script|https?:/);
});

test("another text, by --text and --against", async () => {
  const other = join(folder, "other.txt");
  writeFileSync(other, readFileSync("test/data/cover/harbour-note.txt", "utf8").replace("$0.75", "$0.50"));
  expect((await tenor(["cover", note, "--text", other])).out).toContain("$0.50");
  const { out } = await tenor(["cover", note, "--against", other, "--json"]);
  expect(schemaProblems("cover", out)).toBeNull();
  expect((await tenor(["cover", note, "--against", other])).out).toContain("What the other text changes");
});

test("a template that names no text, and one whose text is not there", async () => {
  expect((await tenor(["cover", "terms/term-loan.tenor"])).err).toContain("does not name the text of its contract");
  const alone = join(folder, "alone.tenor");
  copyFileSync(note, alone);
  expect((await tenor(["cover", alone])).err).toContain("There is no contract");
});

test("a template that does not parse is refused", async () => {
  const broken = join(folder, "broken.tenor");
  writeFileSync(broken, "Cost means (Fee\n");
  expect(await tenor(["cover", broken, "--text", "test/data/cover/harbour-note.txt"])).toMatchObject({
    status: 1,
    out: "",
  });
});

test("check reads the contract that the head names: a section that it lacks is a finding, and so is a text that is not there", async () => {
  const own = mkdtempSync(join(folder, "check-"));
  const path = join(own, "harbour-note.tenor");
  writeFileSync(path, readFileSync(note, "utf8").replace('section 2.1 "Payment"', 'section 2.9 "Payment"'));
  expect((await tenor(["check", path])).out).toContain("harbour-note.txt");
  writeFileSync(join(own, "harbour-note.txt"), readFileSync("test/data/cover/harbour-note.txt", "utf8"));
  expect((await tenor(["check", path])).out).toContain("warning[TN5241]: The contract's text has no section 2.9\n");
  expect((await tenor(["check", note])).out).not.toContain("TN5241");
});
