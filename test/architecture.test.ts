import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importsOf, platformNamesIn } from "./support/imports.ts";
import type { Layer } from "./support/layers.ts";
import { layerOf, layers } from "./support/layers.ts";
import { projectFiles } from "./support/project-files.ts";

const sources = projectFiles().filter((path) => /^(grammar|src)\/.*\.ts$/.test(path));

test("every file belongs to a layer", () => {
  const unknown = sources.filter((path) => layerOf(path) === undefined);
  expect(unknown, "give the folder a row in test/support/layers.ts").toEqual([]);
});

test.each(Object.entries(layers))("%s looks only where it may", (name, layer) => {
  expect(sources.filter((path) => layerOf(path) === name).flatMap((path) => wrongImports(path, name, layer))).toEqual(
    [],
  );
});

test.each(Object.entries(layers).filter(([, { isShell }]) => !isShell))("%s is pure", (name) => {
  const impure = sources
    .filter((path) => layerOf(path) === name)
    .flatMap((path) => platformNamesIn(path, readFileSync(path, "utf8")).map((hit) => `${hit}; ask the caller for it`));
  expect(impure).toEqual([]);
});

test("no folder holds more files than a reader can survey", () => {
  const folders = Map.groupBy(projectFiles(), (path) => path.slice(0, path.lastIndexOf("/")));
  const crowded = [...folders].filter(([folder, files]) => /^(grammar|src)\b/.test(folder) && files.length > 15);
  expect(
    crowded.map(([folder, files]) => `${folder}: ${files.length} files`),
    "give the folder sub-folders by subject",
  ).toEqual([]);
});

test("the reader of imports sees each form, and distinguishes types from values", () => {
  const text = `
    import { a } from "./a.ts";
    import type { B } from "./b.ts";
    export * from "./c.ts";
    export type { D } from "./d.ts";
    const e = await import("./e.ts");
    type F = import("./f.ts").F;
    // import { g } from "./g.ts";
    import "node:fs";`;
  expect(importsOf("src/core/x.ts", text).map(({ target, isType }) => [target, isType])).toEqual([
    ["src/core/a.ts", false],
    ["src/core/b.ts", true],
    ["src/core/c.ts", false],
    ["src/core/d.ts", true],
    ["src/core/e.ts", false],
    ["src/core/f.ts", true],
    ["node:fs", false],
  ]);
});

test.each([
  ["src/core/core.ts", 'import { parse } from "../syntax/parse.ts";', "syntax"],
  ["src/core/core.ts", 'import { bulk } from "../bulk/bulk.ts";', "bulk"],
  ["src/inputs/scenario.ts", 'import { core } from "../core/core.ts";', "types"],
  ["src/evaluate/evaluate.ts", 'import { readFileSync } from "node:fs";', "node:fs"],
  ["src/core/core.ts", 'import { Decimal } from "decimal.js";', "decimal.js"],
  ["grammar/parser.ts", 'import type { Span } from "../src/source/span.ts";', "source"],
])("a wrong import in %s is named: %s", (path, text, expected) => {
  const name = layerOf(path) as string;
  expect(wrongImports(path, name, layers[name] as Layer, text)).toEqual([expect.stringContaining(expected)]);
});

test.each([
  "const now = Date.now();",
  "const now = new Date();",
  "const draw = Math.random();",
  'console.log("x");',
  "const dir = process.cwd();",
  "const made = globalThis.crypto;",
  "names.sort((a, b) => a.localeCompare(b));",
  "const text = total.toLocaleString();",
])("a reach for the platform is seen: %s", (text) => {
  expect(platformNamesIn("src/core/x.ts", text)).toHaveLength(1);
});

test("words that only look like the platform's pass", () => {
  const text =
    'interface Literal { kind: "Date"; Date: string }\nconst table = { Date: 1, process: 2 };\ntable.process; // Date';
  expect(platformNamesIn("src/core/x.ts", text)).toEqual([]);
});

/** Imports of one file that the table does not allow, each with the reason. */
function wrongImports(path: string, name: string, layer: Layer, text = readFileSync(path, "utf8")): string[] {
  return importsOf(path, text).flatMap(({ target, isType, line }) => {
    const why = reasonAgainst(target, isType, name, layer);
    return why === undefined ? [] : [`${path}:${line} imports ${target}: ${why}`];
  });
}

function reasonAgainst(target: string, isType: boolean, name: string, layer: Layer): string | undefined {
  const other = layerOf(target);
  if (other === undefined) return reasonAgainstPackage(target, name, layer);
  if (other === name || layer.mayLookAt.includes(other)) return undefined;
  if (!layer.typesOf?.includes(other)) return `${name} must not look at ${other}; ${layer.reason}`;
  return isType ? undefined : `${name} may look at the types of ${other} only (import type); ${layer.reason}`;
}

function reasonAgainstPackage(target: string, name: string, layer: Layer): string | undefined {
  if (target.startsWith("node:")) return layer.isShell ? undefined : `only the shells may use the platform (${target})`;
  const found = layer.packages?.some((allowed) => target === allowed || target.startsWith(`${allowed}/`));
  return found ? undefined : `${name} may not use ${target}; allowed: ${layer.packages?.join(", ") ?? "no package"}`;
}
