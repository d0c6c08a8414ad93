/** The grammars of editors colour what the language has: each word of the table, names, texts, figures, comments. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadWASM, OnigScanner, OnigString } from "vscode-oniguruma";
import type { IGrammar } from "vscode-textmate";
import { INITIAL, Registry } from "vscode-textmate";
import { allNames, isIn, rowOf } from "../../grammar/words.ts";

const path = "editors/vscode/tenor.tmLanguage.json";

async function grammar(): Promise<IGrammar> {
  await loadWASM(readFileSync("node_modules/vscode-oniguruma/release/onig.wasm"));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(JSON.parse(readFileSync(path, "utf8"))),
  });
  const loaded = await registry.loadGrammar("source.tenor");
  if (loaded === null) throw new Error("the grammar can't be loaded");
  return loaded;
}
const loaded = grammar();

/** What stands on a line, each with the first part of its innermost scope. */
async function scopesOf(line: string): Promise<string[]> {
  const { tokens } = (await loaded).tokenizeLine(line, INITIAL);
  return tokens
    .map(({ startIndex, endIndex, scopes }) => [
      line.slice(startIndex, endIndex),
      scopes.at(-1)?.split(".").slice(0, 2).join("."),
    ])
    .filter(([text]) => text?.trim() !== "")
    .map(([text, scope]) => `${text?.trim()} ${scope}`);
}

test.each([
  ['note "A Note" -- said', ["note keyword.control", '"A Note" string.quoted', "-- said comment.line"]],
  ['section 1.2(a) "Title"', ["section keyword.control", "1.2(a) entity.name", '"Title" string.quoted']],
  [
    "given Issue Date: date",
    ["given keyword.control", "Issue Date entity.name", ": source.tenor", "date support.type"],
  ],
  [
    "Conversion Price means the lesser of",
    ["Conversion Price entity.name", "means keyword.operator", "the lesser of keyword.operator"],
  ],
  ["  exists from: Issue Date", ["exists from: keyword.other", "Issue Date variable.other"]],
  [
    "  Balance falls by its Amount on 2024-02-01",
    [
      "Balance variable.other",
      "falls by keyword.operator",
      "its variable.language",
      "Amount variable.other",
      "on keyword.operator",
      "2024-02-01 constant.numeric",
    ],
  ],
])("%s", async (line, expected) => {
  expect(await scopesOf(line)).toEqual(expected);
});

test("every word of the language is coloured as a word of it", async () => {
  const words = allNames()
    .filter((name) => !isIn(name, "figure", "literal", "fraction", "section", "mark", "euler") && name !== "Name")
    .map((name) => rowOf(name).words.replace(/^, /, ""))
    .filter((words) => /^[a-z]/.test(words) && !words.includes("3-month"));
  const plain: string[] = [];
  for (const word of words) {
    const scopes = await scopesOf(word.endsWith(":") ? `  ${word} X` : `  ${word} 1`);
    if (!scopes.some((it) => it.startsWith(word.replace(/:$/, "")) && !it.endsWith("source.tenor"))) plain.push(word);
  }
  // A type is coloured behind its colon only, a head at the margin.
  expect(
    plain.filter(
      (word) =>
        !allNames().some((name) => rowOf(name).words === word && isIn(name, "type", "kind", "head", "marketData")),
    ),
  ).toEqual([]);
});
