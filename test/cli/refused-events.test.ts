/** `tenor test` says which events of a story were refused. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schemaProblems, tenor } from "./tenor.ts";

const note = `note "Line"
  language: 1
  parties: Borrower, Holder
  exists from: Start
given Start: date = 2024-01-02
section 1 "Draws"
event Draw by Borrower
  Amount: money
the Borrower may give Draw
  only if its Amount is at most $50, else "more than is committed"
Drawn starts at $0
when Draw
  Drawn rises by its Amount
`;
const story = (title: string, expected: string) =>
  `test "${title}"\n  on 2024-01-06: Draw "large", Amount $51\n  expect: ${expected}\n`;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenor-refused-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tested = async (stories: string, ...options: string[]) => {
  const path = join(folder, "line.tenor");
  writeFileSync(path, note + stories);
  return tenor(["test", path, ...options]);
};

test("a story that passes names what was refused; that is no failure", async () => {
  const { status, out } = await tested(story("by accident", "Drawn on 2024-01-06 is $0"));
  expect(status).toBe(0);
  expect(out).toContain("Draw large of 2024-01-06 is refused: more than is committed");
  expect(out).toContain('if that is meant: expect: Draw of "large" is refused');
});

test("a story that fails names it behind the figure", async () => {
  const { status, out } = await tested(story("wrong", "Drawn on 2024-01-06 is $51"));
  expect(status).toBe(1);
  const figure = out.indexOf("$51");
  expect(figure).toBeGreaterThan(0);
  expect(out.indexOf("Draw large of 2024-01-06 is refused: more than is committed")).toBeGreaterThan(figure);
});

test("a story that expects it says nothing more", async () => {
  const { status, out } = await tested(story("meant", 'Draw of "large" is refused'));
  expect([status, out.includes("more than is committed")]).toEqual([0, false]);
});

test("as JSON, too", async () => {
  const { out } = await tested(story("by accident", "Drawn on 2024-01-06 is $0"), "--json");
  expect(schemaProblems("test", out)).toBeNull();
  expect(JSON.parse(out)).toMatchObject({
    refused: [{ scenario: "by accident", event: "Draw", id: "large", because: "more than is committed" }],
  });
});
