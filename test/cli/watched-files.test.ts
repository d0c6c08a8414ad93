/** `tenor check --watch`: the files that a template names are watched with it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { filesNamedBy } from "../../src/cli/files/templates/files-named.ts";
import { watchFiles } from "../../src/cli/files/watch.ts";

const root = mkdtempSync(join(tmpdir(), "tenor-watched-"));
afterAll(() => rmSync(root, { recursive: true }));
let folder = "";
const inFolder = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(root, "note-"));
  cpSync("examples/make-whole", folder, { recursive: true });
  const note = inFolder("make-whole-note.tenor");
  const head = 'exists from: Issue Date\n  text: "text/contract.md"\n  business days: "oslo.csv"\n';
  const uses = '\nuse "Own Clause" from "clauses/own.tenor" as section 9\n';
  writeFileSync(note, readFileSync(note, "utf8").replace("exists from: Issue Date\n", head) + uses);
});

test("tables, the contract's text, calendars and clauses, whether they are there or not", async () => {
  rmSync(inFolder("redemption-prices.csv"));
  const named = await filesNamedBy(inFolder("make-whole-note.tenor"));
  for (const it of [
    "additional-shares.csv",
    "redemption-prices.csv",
    "text/contract.md",
    "oslo.csv",
    "clauses/own.tenor",
  ])
    expect(named).toContain(inFolder(it));
});

test("a change of one is seen, also of one that is named later, in a folder that comes later", async () => {
  const note = inFolder("make-whole-note.tenor");
  const seen: string[] = [];
  const never = watchFiles(
    [note],
    async (changed) => void seen.push(...changed),
    () => filesNamedBy(note),
  );
  never.catch((error: unknown) => seen.push(String(error)));
  // Written until it is seen: nothing says when a folder begins to be watched.
  const changes = (path: string, text: string) =>
    vi.waitFor(
      () => {
        writeFileSync(path, text);
        expect(seen).toContain(path);
      },
      { timeout: 8000, interval: 300 },
    );
  await changes(inFolder("redemption-prices.csv"), "a");
  mkdirSync(inFolder("text"));
  await changes(note, readFileSync(note, "utf8").replace("contract.md", "other.md"));
  await changes(inFolder("text/other.md"), "b");
});
