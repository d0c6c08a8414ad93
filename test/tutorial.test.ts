/**
 * The tutorial's steps, done in order in a folder of their own: `tutorial-file` writes a file, `tutorial-add` adds to it,
 * `tutorial-change` takes out the lines that begin with `-` and puts those with `+` in their place, and each command of
 * `tutorial-run` prints what is shown (`…` alone on a line: some lines are left out).
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { spawnTenor } from "./cli/tenor.ts";
import { commandsIn, containsInOrder } from "./support/console.ts";
import type { FencedBlock } from "./support/markdown.ts";
import { fencedBlocks } from "./support/markdown.ts";

const folder = mkdtempSync(join(tmpdir(), "tenor-tutorial-"));
afterAll(() => rmSync(folder, { recursive: true }));

const steps = fencedBlocks(readFileSync("docs/first-note.md", "utf8"));

test("every block of the tutorial is a step", () => {
  expect(steps.map(({ kind }) => kind).filter((kind) => !Object.hasOwn(doStep, kind))).toEqual([]);
  expect(steps.filter(({ kind }) => kind === "tutorial-run").length).toBeGreaterThan(5);
});

test.each(steps)("step at line $line: $kind $note", { timeout: 60_000 }, (step) => doStep[step.kind]?.(step));

const doStep: { readonly [kind: string]: (step: FencedBlock) => void } = {
  "tutorial-file": ({ note, text }) => writeFileSync(join(folder, note), text),
  "tutorial-add": ({ note, text }) =>
    writeFileSync(join(folder, note), readFileSync(join(folder, note), "utf8") + text),
  "tutorial-change": ({ note, text }) => {
    const written = readFileSync(join(folder, note), "utf8");
    const before = linesWith("-", text);
    expect(written).toContain(before);
    writeFileSync(join(folder, note), written.replace(before, linesWith("+", text)));
  },
  "tutorial-run": ({ text }) => {
    for (const { command, shown } of commandsIn(text)) {
      const { out, err } = spawnTenor(command, { folder });
      expect(containsInOrder(out + err, shown), `${command.join(" ")} prints\n${out}${err}`).toBe(true);
    }
  },
};

function linesWith(sign: "-" | "+", text: string): string {
  const lines = text.split("\n").filter((line) => line.startsWith(`${sign} `));
  return `${lines.map((line) => line.slice(2)).join("\n")}\n`;
}
