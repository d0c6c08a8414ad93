import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { castsIn } from "./support/casts.ts";
import { projectFiles } from "./support/project-files.ts";

/** All of `src/` and `grammar/` has fewer casts than this. The number only ever goes down. */
const tooManyCasts = 30;

const sources = projectFiles().filter((path) => /^(grammar|src)\/.*\.ts$/.test(path) && !path.includes(".generated."));
const casts = sources.flatMap((path) => castsIn(path, readFileSync(path, "utf8")));

test("each cast says why the compiler may believe it, in a comment `// cast: …`", () => {
  expect(casts.filter(({ hasReason }) => !hasReason).map(({ path, line }) => `${path}:${line}`)).toEqual([]);
});

test("casts are few", () => {
  expect(casts.length).toBeLessThan(tooManyCasts);
});

test("the reader of casts sees each form, and recognizes those with a reason", () => {
  const text = `
    const a = b as C;
    const d = <E>f;
    const g = h!.i;
    // cast: the map has every key
    const j = k.get(l) as M;
    const n = o as P; // cast: q
    const r = ["s", "t"] as const;
    // const u = v as W;
    const x = y satisfies Z;`;
  expect(castsIn("x.ts", text).map(({ line, hasReason }) => [line, hasReason])).toEqual([
    [2, false],
    [3, false],
    [4, false],
    [6, true],
    [7, true],
  ]);
});
