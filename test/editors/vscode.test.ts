/** The VS Code extension as far as it can be tried without VS Code: what is packed, what it names, how it finds Tenor. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commandFor } from "../../editors/vscode/command.ts";
import { parse } from "../../src/index.ts";
import { extensionFiles } from "../../tools/vscode.ts";

const manifest = JSON.parse(readFileSync("editors/vscode/package.json", "utf8"));
const packed = extensionFiles();

test("the archive has a manifest, and every file that the extension names", async () => {
  const names = Object.keys(await packed);
  const { languages, grammars, snippets } = manifest.contributes;
  const named = [
    manifest.main,
    ...[...languages, ...grammars, ...snippets].flatMap(({ path, configuration }) => path ?? configuration),
  ];
  for (const path of named) expect(names).toContain(path.replace("./", "extension/"));
  expect(names).toEqual(
    expect.arrayContaining(["extension.vsixmanifest", "[Content_Types].xml", "extension/package.json"]),
  );
});

test("the code registers each command that is offered, and asks only what the server answers", async () => {
  const code = new TextDecoder().decode((await packed)["extension/extension.cjs"]);
  for (const { command } of manifest.contributes.commands) expect(code).toContain(`"${command}"`);
  const server = readFileSync("src/lsp/requests/marking.ts", "utf8");
  const asked = new Set(code.match(/"tenor\/\w+"/g));
  expect(asked.size).toBe(4);
  for (const request of asked) expect(server).toContain(request);
});

/** What stands at the last place of a snippet that goes on there. */
const goesOn: Readonly<Record<string, string>> = { means: "1", fixed: "1", when: "$1", test: "$1" };

test("each snippet reads, with its places filled in", () => {
  const snippets = JSON.parse(readFileSync("editors/vscode/snippets.json", "utf8"));
  for (const [name, { body }] of Object.entries<{ body: string | string[] }>(snippets)) {
    const filled = new Map<string, string>();
    const text = [body]
      .flat()
      .join("\n")
      .replaceAll(/\$\{(\d)(?::|\|)([^}|,]*)[^}]*\}/g, (_, at: string, words: string) => {
        filled.set(at, words);
        return words;
      })
      .replaceAll(/(?<!\\)\$(\d)/g, (_, at: string) => (at === "0" ? goesOn[name] : filled.get(at)) ?? "")
      .replaceAll("\\$", "$");
    expect(parse(`${text}\n`).diagnostics.map(({ message }) => `${name}: ${message}`)).toEqual([]);
  }
});

test("Tenor is the one that is set, that of an open folder, or the one on the path", () => {
  expect(commandFor(["node", "x.mjs"], ["."], "linux")).toEqual(["node", "x.mjs"]);
  expect(commandFor([], ["/nowhere", process.cwd()], "linux")).toEqual(["node", `${process.cwd()}/bin/tenor.mjs`]);
  expect(commandFor([], [], "linux")).toEqual(["tenor"]);
  expect(commandFor([], [], "win32")).toEqual(["tenor.cmd"]);
});
