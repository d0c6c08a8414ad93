/** `tenor check --fix` writes what keeps all words; `--unsafe-fixes` writes guesses as well. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tenor } from "./tenor.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenor-fix-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const right = `note "N"
  parties: Borrower, Holder
  exists from: Issue Date

given Issue Date: date
given Principal: money

section 1
Amount Owed means Principal + $1
Half means Amount Owed / 2
`;

async function fixed(text: string, ...options: readonly string[]) {
  const path = join(mkdtempSync(join(folder, "note-")), "note.tenor");
  writeFileSync(path, text);
  const { status, err } = await tenor(["check", ...options, path]);
  return { status, err: err.replaceAll(path, "note.tenor"), text: readFileSync(path, "utf8") };
}

test.each([
  ["a line that is not indented", "  parties:", "parties:"],
  ["quotes of a word processor", '"N"', "“N”"],
  ["a label without its colon", "exists from: I", "exists from I"],
])("--fix mends %s", async (_, words, slip) => {
  const broken = right.replace(words, slip);
  expect((await fixed(broken)).text).toBe(broken);
  expect(await fixed(broken, "--fix")).toMatchObject({
    status: 0,
    err: expect.stringMatching(/^fixed \d problems? in note.tenor\n$/),
    text: right,
  });
});

test("a name that may have been meant is written only with --unsafe-fixes", async () => {
  const broken = right.replace("Half means Amount Owed", "Half means Amount Owned");
  expect(await fixed(broken, "--fix")).toMatchObject({ status: 1, err: "", text: broken });
  expect(await fixed(broken, "--fix", "--unsafe-fixes")).toMatchObject({ status: 0, text: right });
});

test("several slips are mended in one go, and what has no fix is still reported", async () => {
  const broken = right.replace('"N"', "“N”").replace("  parties:", "parties:").replace("/ 2", "/ Principal + $1");
  const { status, text } = await fixed(broken, "--fix");
  expect(status).toBe(1);
  expect(text).toBe(right.replace("/ 2", "/ Principal + $1"));
});

test("the wrong use is named", async () => {
  expect(await tenor(["check", "--unsafe-fixes", "x.tenor"])).toMatchObject({ status: 2 });
  expect(await tenor(["check", "--fix", "-"])).toMatchObject({ status: 2 });
});

test("a file that can't be written is a problem, and stays", async () => {
  const path = join(folder, "locked.tenor");
  writeFileSync(path, right.replace('"N"', "“N”"));
  chmodSync(path, 0o444);
  const { status } = await tenor(["check", "--fix", path]);
  // The superuser may write everything.
  expect([0, 1]).toContain(status);
});
