/** Work in chunks: their order, what is kept, and what a stop leaves. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { prepare } from "../../src/cli/portfolio/prepare.ts";
import { readPortfolio } from "../../src/index.ts";
import { isHash, isText, listOf, objectOf, orNull } from "../../src/workers/shape.ts";
import type { Done, RunOptions, Work } from "../../src/workers/work.ts";
import { forgetKept, runWork } from "../../src/workers/workers.ts";

const folder = mkdtempSync(join(tmpdir(), "tenor-kept-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A loan of 1,000 a row more in each. */
const rows = Array.from(
  { length: 12 },
  (_, index) => `examples/term-loan/scenario.json,2023-03-30,${1000 * (index + 1)}`,
);
const read = readPortfolio(`scenario,as of,terms.Loan Amount\n${rows.join("\n")}\n`, "notes.csv");
const asked = { values: ["Level Payment"], within: { count: 30, unit: "day" }, limits: {} } as const;
const { work, tasks } = await prepare("notes.csv", read.ok ? read.value : [], asked);
const parts = tasks.map((task) => [task]);

async function runAll(options: RunOptions, of: Work = work): Promise<Done[]> {
  const done: Done[] = [];
  for await (const chunk of runWork(of, parts, { threads: 2, ...options })) done.push(chunk);
  return done;
}

const textOf = (done: Done) => ("bytes" in done ? new TextDecoder().decode(done.bytes) : done.failed);

test("chunks come in the order of the parts; kept ones are not run again, damaged ones are", async () => {
  const first = await runAll({ keep: folder });
  expect(first.map(({ index }) => index)).toEqual(parts.map((_, index) => index));
  // A loan of 1,000 has a hundredth of the level payment of one of 100,000, which is 13,650.98, rounded: 136.51.
  expect(textOf(first[0] as Done)).toContain('"answer":"136.51"');
  const [kept = ""] = readdirSync(folder);
  const chunks = readdirSync(join(folder, kept));
  expect(chunks).toHaveLength(parts.length);
  writeFileSync(join(folder, kept, chunks[0] ?? ""), "damaged");
  const again = await runAll({ keep: folder });
  expect(again.map(textOf)).toEqual(first.map(textOf));
  forgetKept(work, folder);
  expect(readdirSync(folder)).toEqual([]);
});

test("a stop ends the run in order, and the next goes on from what is kept", async () => {
  const whole = await runAll({});
  const stop = new AbortController();
  const taken: Done[] = [];
  for await (const chunk of runWork(work, parts, { threads: 1, keep: folder, signal: stop.signal })) {
    taken.push(chunk);
    if (taken.length === 3) stop.abort();
  }
  expect(taken.length).toBeLessThan(parts.length);
  expect(taken.map(textOf)).toEqual(whole.slice(0, taken.length).map(textOf));
  const rest = await runAll({ keep: folder });
  expect(rest.map(textOf)).toEqual(whole.map(textOf));
});

test("settings of another shape fail each chunk, with the reason", async () => {
  const [first] = await runAll({}, { ...work, settings: { templates: [] } });
  expect(first).toMatchObject({ failed: "The settings of the portfolio have another shape" });
});

test.each<[string, unknown, boolean]>([
  ["has every key", { name: "a", of: null }, true],
  ["lacks one", { name: "a" }, false],
  ["has one more", { name: "a", of: null, more: 1 }, false],
  ["has a value of another kind", { name: 1, of: null }, false],
  ["is a list", ["a", null], false],
  ["is nothing", null, false],
])("a shape: a value that %s", (_, value, fits) => {
  expect(objectOf<{ name: string; of: string | null }>({ name: isText, of: orNull(isText) })(value)).toBe(fits);
});

test("a hash has 64 digits and nothing else", () => {
  expect(listOf(isHash)(["a".repeat(64), "0".repeat(64)])).toBe(true);
  expect(["a".repeat(63), "A".repeat(64), `${"a".repeat(64)}\n`, 5].map((it) => isHash(it))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
