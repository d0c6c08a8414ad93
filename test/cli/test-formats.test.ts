/** `tenor test` for other tools: which tests run, and what JUnit and TAP get. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenor } from "./tenor.ts";

const note = `note "N"
  language: 1
  parties: A, B
  exists from: Start

given Start: date = 2024-01-02
Fee means $5

test "the fee is five"
  expect: Fee on 2024-01-02 is $5
test "the <fee> & more is six"
  expect: Fee on 2024-01-02 is $6
`;

let folder = "";
let path = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenor-formats-"));
  path = join(folder, "note.tenor");
  writeFileSync(path, note);
  writeFileSync(join(folder, "note.stories.tenor"), 'test "beside the note"\n  expect: Fee on 2024-01-02 is $5\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("with a template come the stories beside it", async () => {
  expect((await tenor(["test", path])).out).toMatch(/beside the note[\s\S]*2 passed, 1 failed\n$/);
});

test.each([
  ["the FEE is", "1 passed, 0 failed\n"],
  ["beside", "1 passed, 0 failed\n"],
  ["note.tenor", "1 passed, 1 failed\n"],
])("--filter %s", async (words, last) => {
  const { out } = await tenor(["test", "--filter", words, path]);
  expect(out.split("\n").slice(-2).join("\n")).toBe(last);
});

test("nothing to test is a failure", async () => {
  const { status, out, err } = await tenor(["test", "--filter", "no such", path]);
  expect({ status, out }).toEqual({ status: 1, out: "0 passed, 0 failed\n" });
  expect(err).toContain('whose name has "no such"');
  const empty = join(folder, "empty.tenor");
  writeFileSync(empty, note.slice(0, note.indexOf("test ")));
  expect((await tenor(["test", empty])).status).toBe(1);
});

test("JUnit has a case for each story, and what failed", async () => {
  const file = join(folder, "results.xml");
  const { status, out } = await tenor(["test", path, "--junit", file, "--json"]);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ passed: 2, failed: 1 });
  const xml = readFileSync(file, "utf8");
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="tenor" tests="3" failures="1">/);
  expect(xml).toContain('name="the &lt;fee&gt; &amp; more is six">');
  expect(xml).toContain('<failure message="Fee on 2024-01-02: expected 6.00, got 5">'.replace("6.00", "6"));
});

test("TAP has a line for each", async () => {
  const { out } = await tenor(["test", "--tap", "--filter", "fee", path]);
  expect(out).toBe(
    `TAP version 13\n1..2\nok 1 - ${path}: the fee is five\nnot ok 2 - ${path}: the <fee> & more is six\n  # Fee on 2024-01-02: expected 6, got 5\n`,
  );
});

test.each([
  [["--json", "--tap"], "two outputs"],
  [["--quiet", "--tap"], "leave --quiet out"],
])("wrong use: %j", async (options, message) => {
  const { status, err } = await tenor(["test", path, ...options]);
  expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining(message) as string });
});
