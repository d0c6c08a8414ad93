/**
 * What the pages show is true. Blocks by the word behind their fence:
 *
 * - `tenor`: a whole template; it has no findings, but for what it leaves unused;
 * - `tenor-part`: statements that stand under the page's last whole template before them; together they have no findings;
 * - `tenor-wrong TN3001`: likewise (or a whole template, where none is before it), but with that finding alone; the next block
 *   is `message`, with its words, or `finding`, as the command line shows it;
 * - `tenor-clause`: a whole clause file, likewise;
 * - `tenor-from terms/x.tenor`: lines that stand in that file;
 * - `console`: lines that start with `$ tenor` are commands; what follows each is what it prints (`…` alone on a line: some
 *   lines are left out).
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Diagnostic, Result } from "../src/index.ts";
import { check, compile, loadStory, Replay, renderText, storiesOf } from "../src/index.ts";
import { tenor } from "./cli/tenor.ts";
import { commandsIn, containsInOrder } from "./support/console.ts";
import { filesFor } from "./support/library.ts";
import type { FencedBlock } from "./support/markdown.ts";
import { fencedBlocks, linkedPaths } from "./support/markdown.ts";
import { projectFiles } from "./support/project-files.ts";
import { isAboutUnused } from "./support/unused.ts";

const generated = /^docs\/(api|diagnostics)\//;
const written = /^(README|CONTRIBUTING|(docs|examples|terms)\/.*)\.md$/;
const pages = projectFiles()
  .filter((path) => written.test(path) && !generated.test(path))
  .map((page) => {
    const markdown = readFileSync(page, "utf8");
    return { page, markdown, blocks: fencedBlocks(markdown) };
  });

/** Every block of some kinds, with its place. */
function blocksOf(...kinds: readonly string[]): { place: string; block: FencedBlock; blocks: FencedBlock[] }[] {
  return pages.flatMap(({ page, blocks }) =>
    blocks
      .filter(({ kind }) => kinds.includes(kind))
      .map((block) => ({ place: `${page}:${block.line}`, block, blocks })),
  );
}

test.each(pages)("$page leads to files that are there", ({ page, markdown }) => {
  const missing = linkedPaths(markdown).filter((path) => !existsSync(join(dirname(page), path)));
  expect(missing).toEqual([]);
});

test("the list of templates names each of them", () => {
  const templates = projectFiles().filter((path) => /^terms\/[^/]+(?<!\.(?:stories|plans))\.tenor$/.test(path));
  const listed = linkedPaths(readFileSync("terms/README.md", "utf8")).filter((path) =>
    /(?<!\.(?:stories|plans))\.tenor$/.test(path),
  );
  expect(listed.map((path) => `terms/${path}`).toSorted()).toEqual(templates.toSorted());
});

test.each(blocksOf("tenor", "tenor-part", "tenor-clause"))("the template at $place checks", ({ block, blocks }) => {
  expect(findingsIn(block, blocks).map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
});

test.each(blocksOf("tenor-wrong"))("the message at $place is the tool's own", ({ block, blocks }) => {
  const findings = findingsIn(block, blocks);
  expect(findings.map(({ code }) => code)).toEqual([block.note]);
  const shown = blocks[blocks.indexOf(block) + 1];
  const rendered = findings.map((it) => (shown?.kind === "finding" ? `${renderText(it).trimEnd()}\n` : inShort(it)));
  expect(shown?.text).toBe(rendered.join(""));
});

test.each(blocksOf("tenor-from"))("the excerpt at $place stands in its file", ({ block: { note, text } }) => {
  expect(readFileSync(note, "utf8")).toContain(text);
});

test.each(blocksOf("console"))("the commands at $place print what is shown", async ({ block }) => {
  for (const { command, shown } of commandsIn(block.text)) {
    const { out, err } = await tenor(command);
    expect(containsInOrder(out + err, shown), `${command.join(" ")} prints\n${out}${err}`).toBe(true);
  }
});

const stories = blocksOf("tenor", "tenor-part").filter(({ block }) => /^test "/m.test(block.text));

test.each(stories)("the test shown in $place passes", ({ block, blocks }) => {
  const text = sourceOf(block, blocks);
  const template = got(compile(text, "draft.tenor", ...filesFor(text)));
  const market = {
    name: "market.csv",
    text: readFileSync("examples/juniper-first-eighteen-months/market.csv", "utf8"),
  };
  const verdicts = storiesOf(template).flatMap((story) =>
    got(new Replay(template, got(loadStory(template, story, { market }))).test()),
  );
  expect(verdicts).not.toEqual([]);
  expect(verdicts.filter(({ passed }) => !passed)).toEqual([]);
});

/** The value, or a failure that shows what was found. */
function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.diagnostics.map(({ code, message }) => `${code} ${message}`).join("; "));
  return result.value;
}

function findingsIn(block: FencedBlock, blocks: readonly FencedBlock[]): readonly Diagnostic[] {
  const text = sourceOf(block, blocks);
  return check(text, "draft.tenor", ...filesFor(text)).filter((it) => !isAboutUnused(it));
}

/** A part stands under the last whole template before it. */
function sourceOf(block: FencedBlock, blocks: readonly FencedBlock[]): string {
  const head = blocks.findLast(({ kind, line }) => kind === "tenor" && line < block.line);
  return block.kind === "tenor" || block.kind === "tenor-clause" || head === undefined
    ? block.text
    : `${head.text}\n${block.text}`;
}

function inShort({ code, message, help }: Diagnostic): string {
  return help === undefined ? `${code}: ${message}\n` : `${code}: ${message}\n  help: ${help}\n`;
}
