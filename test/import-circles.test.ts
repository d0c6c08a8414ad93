/** No file imports itself by way of others, not even for a type. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importCircles } from "./support/import-circles.ts";
import { importsOf } from "./support/imports.ts";
import { projectFiles } from "./support/project-files.ts";

test("no files import one another", () => {
  const sources = projectFiles().filter((path) => /^(grammar|src)\/.*\.ts$/.test(path));
  const imports = new Map(
    sources.map((path) => [path, importsOf(path, readFileSync(path, "utf8")).map(({ target }) => target)]),
  );
  expect(importCircles(imports)).toEqual([]);
});

test("circles of two and more files are found, and what leads to them or from them is not in them", () => {
  const imports = new Map([
    ["start", ["a"]],
    ["a", ["b", "x"]],
    ["b", ["c", "end"]],
    ["c", ["a"]],
    ["x", ["y"]],
    ["y", ["x", "node:fs"]],
    ["end", []],
  ]);
  expect(importCircles(imports)).toEqual([
    ["a", "b", "c"],
    ["x", "y"],
  ]);
});

test("two ways to one file are no circle", () => {
  const imports = new Map([
    ["a", ["b", "c"]],
    ["b", ["d"]],
    ["c", ["d"]],
    ["d", []],
  ]);
  expect(importCircles(imports)).toEqual([]);
});
