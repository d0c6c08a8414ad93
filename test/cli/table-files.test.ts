/** Files of tables, with each command that reads a template: found, named in receipts, sent along, and never read from elsewhere. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { projectOf } from "../../src/services/project.ts";
import { tenor } from "./tenor.ts";

const root = mkdtempSync(join(tmpdir(), "tenor-tables-"));
afterAll(() => rmSync(root, { recursive: true }));
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(root, "note-"));
  cpSync("examples/make-whole", folder, { recursive: true });
});
const inFolder = (name: string) => join(folder, name);

test("a result says from which files it was made, and is another one where a row has changed", async () => {
  const { out } = await tenor(["run", inFolder("scenario.json"), "--json"]);
  const { madeFrom } = JSON.parse(out) as { madeFrom: { clauses: { file: string; sha256: string }[] } };
  expect(madeFrom.clauses.map(({ file }) => file)).toEqual(["additional-shares.csv", "redemption-prices.csv"]);
  const result = inFolder("result.json");
  writeFileSync(result, out);
  expect((await tenor(["verify", result])).status).toBe(0);
  const path = inFolder("redemption-prices.csv");
  writeFileSync(path, readFileSync(path, "utf8").replace("104%", "105%"));
  const { status, out: said } = await tenor(["verify", result]);
  expect(status).toBe(1);
  expect(said).toContain("redemption-prices.csv");
});

test("a portfolio sends them to its workers", async () => {
  const rows = inFolder("rows.csv");
  writeFileSync(rows, `id,scenario\none,${inFolder("scenario.json")}\n`);
  for (const threads of ["1", "2"]) {
    const { out } = await tenor(["portfolio", rows, "--value", "Redemption Price", "--csv", "--threads", threads]);
    expect(out).toContain("1040000,USD");
  }
});

test.each(["redemption-prices.csv", "additional-shares.csv"])("%s has to lie inside the folder", async (name) => {
  const note = inFolder("make-whole-note.tenor");
  const other = mkdtempSync(join(root, "other-"));
  cpSync(inFolder(name), join(other, name));
  const path = `../${other.slice(root.length + 1)}/${name}`;
  writeFileSync(note, readFileSync(note, "utf8").replace(`"${name}"`, `"${path}"`));
  const { status, err, out } = await tenor(["check", note]);
  expect(status).toBe(1);
  expect(out + err).toContain("TN4163");
});

test("an editor reads them beside the template", () => {
  const files = {
    read: (path: string) => {
      try {
        return readFileSync(path, "utf8");
      } catch {
        return undefined;
      }
    },
    list: () => [],
  };
  const { additions } = projectOf(inFolder("make-whole-note.tenor"), files);
  expect(additions.map(({ name }) => name.slice(folder.length + 1))).toEqual([
    "additional-shares.csv",
    "redemption-prices.csv",
  ]);
});
