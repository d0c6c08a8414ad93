/** The cookbook: each entry has the contract's words, the lines that say it in the one style, and a test that is run with all pages. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatTemplate } from "../src/index.ts";
import { fencedBlocks } from "./support/markdown.ts";

const page = readFileSync("docs/cookbook.md", "utf8");
const entries = page.split(/^## How do I say: /m).slice(1);

test("has forty entries and more, each once", () => {
  const titles = entries.map((entry) => entry.split("\n")[0] ?? "");
  expect(titles.length).toBeGreaterThanOrEqual(40);
  expect(new Set(titles).size).toBe(titles.length);
});

test.each(entries.map((entry) => [entry.split("\n")[0] ?? "", entry] as const))(
  "%s is found by a contract's words, and runs",
  (_, entry) => {
    expect(entry).toMatch(/^In contracts: \*[^*]{8,}\*$/m);
    const blocks = fencedBlocks(entry).filter(({ kind }) => kind === "tenor-part");
    expect(blocks).toHaveLength(1);
    for (const { text } of blocks) {
      expect(text).toMatch(/^test "[\s\S]*^ {2}expect: /m);
      expect(formatTemplate(text)).toEqual({ ok: true, value: text });
    }
  },
);
