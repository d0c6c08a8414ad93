/** `tenor fmt`: files are written, checked, and left alone where they do not parse. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { schemaProblems, spawnTenor, tenor } from "./tenor.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenor-fmt-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const loose = "Cost  means Fee\n";
const tidy = "Cost means Fee\n";

function files(contents: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(join(folder, "files-"));
  mkdirSync(join(place, "inner"));
  for (const [name, text] of Object.entries(contents)) writeFileSync(join(place, name), text);
  return place;
}

test("writes what is not in form, in folders below as well, and says which", async () => {
  const place = files({ "a.tenor": loose, "inner/b.tenor": loose, "c.tenor": tidy, "d.txt": loose });
  const { status, out } = await tenor(["fmt", place]);
  expect({ status, out }).toEqual({
    status: 0,
    out: `formatted ${join(place, "a.tenor")}\nformatted ${join(place, "inner/b.tenor")}\n2 files of 3 formatted\n`,
  });
  expect(readFileSync(join(place, "a.tenor"), "utf8")).toBe(tidy);
  expect(readFileSync(join(place, "d.txt"), "utf8")).toBe(loose);
  expect(await tenor(["fmt", "--check", place])).toMatchObject({ status: 0, out: "3 files in form\n" });
});

test("--check writes nothing", async () => {
  const place = files({ "a.tenor": loose });
  const { status, out } = await tenor(["fmt", "--check", place]);
  expect({ status, out }).toEqual({
    status: 1,
    out: `would change ${join(place, "a.tenor")}\n1 file of 1 not in form\n`,
  });
  expect(readFileSync(join(place, "a.tenor"), "utf8")).toBe(loose);
});

test("a file that does not parse is not touched, and the others are", async () => {
  const place = files({ "a.tenor": `${loose}Tax means (Fee\n`, "b.tenor": loose });
  const { status, err } = await tenor(["fmt", place]);
  expect(status).toBe(1);
  expect(err).toContain("This bracket is not closed");
  expect(readFileSync(join(place, "a.tenor"), "utf8")).toBe(`${loose}Tax means (Fee\n`);
  expect(readFileSync(join(place, "b.tenor"), "utf8")).toBe(tidy);
});

test("says nothing of files in form where none could be read", async () => {
  const place = files({ "a.tenor": "Tax means (Fee\n" });
  expect(await tenor(["fmt", "--check", place])).toMatchObject({ status: 1, out: "" });
});

test("stories beside a note are in its currencies", async () => {
  const story = 'test "One"\n  on 2024-01-03: Paid, Sum AUD 40\n  expect: Rate is NOK 8.25 per EUR\n';
  const place = files({ "note.stories.tenor": story });
  expect(await tenor(["fmt", "--check", place])).toMatchObject({ status: 0, out: "1 file in form\n" });
});

test("as JSON", async () => {
  const place = files({ "a.tenor": loose, "b.tenor": tidy, "c.tenor": "Tax means (Fee\n" });
  const { status, out } = await tenor(["fmt", "--json", "--check", place]);
  expect(schemaProblems("fmt", out)).toBeNull();
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    changed: [join(place, "a.tenor")],
    unchanged: 1,
    diagnostics: [{ line: 1 }],
  });
});

test("standard input goes to standard output", () => {
  const ran = spawnTenor(["fmt", "-"], { input: loose });
  expect(ran).toMatchObject({ status: 0, out: tidy, err: "" });
});

test("a range of lines", async () => {
  const place = files({ "a.tenor": `${loose}Tax  means $1\n` });
  await tenor(["fmt", "--range", "2:2", join(place, "a.tenor")]);
  expect(readFileSync(join(place, "a.tenor"), "utf8")).toBe(`${loose}Tax means $1\n`);
});

test.each([
  [["fmt", "--range", "2", "a.tenor"], "is not a range of lines"],
  [["fmt", "--range", "1:2", "a.tenor", "b.tenor"], "one template at a time"],
  [["fmt", "-", "a.tenor"], "stands alone"],
])("wrong use: %j", async (args, message) => {
  const { status, err } = await tenor(args);
  expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining(message) as string });
});
