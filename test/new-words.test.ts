/**
 * A word that is added to the language, and every place that then fails to compile: each has to think about it. The
 * compiler is given other texts for two or three files; nothing is written.
 */
import { expect, test } from "vitest";
import type { Fault } from "./support/compile-with.ts";
import { faultsWith } from "./support/compile-with.ts";

/** A text with a line more, before or behind some words that it has once. */
function inserted(line: string, place: string, isBehind = false): (text: string) => string {
  return (text) => {
    expect(text.split(place)).toHaveLength(2);
    return text.replace(place, isBehind ? `${place}\n${line}` : `${line}\n${place}`);
  };
}

const rowOfModulo = '  Modulo: { words: "modulo", role: "product", means: "modulo" },';
const novelty = 'export interface Novelty extends Node {\n  readonly kind: "Novelty";\n}\n';

/** The places in which the compiler speaks of a word, as folders of the pipeline. */
function foldersOf(faults: readonly Fault[], word: string): string[] {
  const files = faults.filter(({ message }) => message.includes(word)).map(({ file }) => file);
  return [
    ...new Set(
      files.map((file) =>
        file
          .split("/")
          .slice(0, 3)
          .join("/")
          .replace(/^(src\/\w+)\/.*/, "$1"),
      ),
    ),
  ].toSorted();
}

test("an operator or a kind of statement that is new fails to compile until each stage knows it", {
  timeout: 300_000,
}, () => {
  const changes = {
    "grammar/vocabulary.ts": inserted(rowOfModulo, "  Divide: {"),
    "src/syntax/ast.ts": (text: string) =>
      inserted(novelty, "export type Statement =")(inserted("  | Novelty", "export type Statement =", true)(text)),
  };
  const faults = faultsWith(changes, ["grammar", "src/syntax", "src/format", "src/checked", "src/core"]);
  // The grammar takes the new operator and the lowering finds its meaning, both by the table: nothing to think about there.
  expect(foldersOf(faults, "modulo")).toEqual(["src/checked", "src/core", "src/format"]);
  // A new kind of statement says in `src/syntax` which names it declares.
  expect(foldersOf(faults, "Novelty")).toEqual(["src/checked", "src/core", "src/format", "src/syntax"]);
});

/** A row for a role, and the stages in which its meaning is looked up in a table of its own. */
const rows: readonly (readonly [role: string, stages: readonly string[]])[] = [
  ["comparison", ["src/checked", "src/core"]],
  ["fold", ["src/checked", "src/core"]],
  ["extremeFold", ["src/checked", "src/core"]],
  ["count", ["src/checked", "src/core"]],
  ["pairPick", ["src/checked", "src/core"]],
  ["listPick", ["src/checked", "src/core"]],
  ["measure", ["src/checked", "src/core"]],
  ["relation", ["src/checked", "src/core"]],
  ["figure", ["src/checked"]],
  ["type", ["src/checked"]],
  ["logic", ["src/core"]],
  ["conditionList", ["src/core"]],
  // What is rounded has its own unit whatever the way; the core hands the way on to the engine.
  ["rounding", ["src/core"]],
  ["accountVerb", ["src/core"]],
  ["dayQuantifier", ["src/core"]],
  ["eventQuantifier", ["src/core"]],
  ["dayUnit", ["src/core"]],
  ["period", ["src/core"]],
  ["modality", ["src/core"]],
  ["continues", ["src/core"]],
  ["beyond", ["src/core"]],
];

test("a new word of a role fails to compile wherever its meaning is looked up", { timeout: 300_000 }, () => {
  const newRows = rows.map(([role]) => `  New${role}: { words: "${role}", role: "${role}", means: "new ${role}" },`);
  const changes = { "grammar/vocabulary.ts": inserted(newRows.join("\n"), "  Divide: {") };
  const faults = faultsWith(changes, ["src/checked", "src/core"]);
  expect(rows.map(([role]) => [role, foldersOf(faults, `"new ${role}"`)])).toEqual(rows);
});

test("an operator that is new in the core fails to compile until both evaluators know it", { timeout: 300_000 }, () => {
  const operators = 'readonly operator: "+" | "-" | "*" | "/" | "^"';
  const changes = {
    "src/core/tree/expressions.ts": (text: string) => {
      expect(text).toContain(operators);
      return text.replace(operators, `${operators} | "modulo"`);
    },
  };
  const faults = faultsWith(changes, ["src/evaluate", "test/support/simple-evaluator"]);
  expect(foldersOf(faults, "modulo")).toEqual(["src/evaluate", "test/support/simple-evaluator"]);
});
