import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { castsIn } from "./support/casts.ts";
import { projectFiles } from "./support/project-files.ts";

/** Casts in all of `src/` and `grammar/`, each with its reason. */
const mostCasts = 40;

/** Casts that have no reason yet, by folder; a folder without a number has none. A number only ever goes down. */
const withoutReason: Readonly<Record<string, number>> = {
  grammar: 5,
  "grammar/messages": 1,
  src: 2,
  "src/checked": 3,
  "src/cli": 13,
  "src/core": 4,
  "src/diagnostics": 1,
  "src/evaluate/answers": 9,
  "src/evaluate/replay": 55,
  "src/inputs": 11,
  "src/syntax": 27,
  "src/wording": 3,
};

const sources = projectFiles().filter((path) => /^(grammar|src)\/.*\.ts$/.test(path) && !path.includes(".generated."));
const casts = sources.flatMap((path) => castsIn(path, readFileSync(path, "utf8")));

test("each cast says why the compiler may believe it, in a comment `// cast: …`", () => {
  const silent = Map.groupBy(
    casts.filter(({ hasReason }) => !hasReason),
    ({ path }) => folderOf(path),
  );
  const tooMany = [...silent].filter(([folder, list]) => list.length > (withoutReason[folder] ?? 0));
  expect(
    tooMany.flatMap(([folder, list]) => [
      `${folder}: ${list.length}, at most ${withoutReason[folder] ?? 0}`,
      ...list.map(({ path, line }) => `${path}:${line}`),
    ]),
  ).toEqual([]);
});

test("casts are few", () => {
  const most = mostCasts + Object.values(withoutReason).reduce((sum, count) => sum + count, 0);
  expect(casts.length).toBeLessThanOrEqual(most);
});

test("the reader of casts sees each form, and tells those with a reason", () => {
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

/** The folder that one part of the work owns: `src/evaluate/replay`, `src/checked`, `grammar`. */
function folderOf(path: string): string {
  const [top = "", ...rest] = path.split("/").slice(0, -1);
  return [top, ...rest.slice(0, rest[0] === "evaluate" ? 2 : 1)].join("/");
}
