/** Whatever a text has become, the server answers: no error, nothing logged, every question of the protocol. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mutateBytes, mutateStatements, mutateTokens } from "../../tools/fuzz/mutate-text.ts";
import { randomFor } from "../../tools/fuzz/random.ts";
import { startClient } from "./client.ts";

const templates = ["terms", "terms/library"].flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".tenor"))
    .map((file) => `${folder}/${file}`),
);

const atPlace = [
  "hover",
  "definition",
  "references",
  "documentHighlight",
  "completion",
  "signatureHelp",
  "prepareRename",
  "prepareCallHierarchy",
];
const ofFile = ["documentSymbol", "foldingRange", "formatting", "semanticTokens/full", "codeLens"];
const ofRange = ["codeAction", "inlayHint", "rangeFormatting", "semanticTokens/range"];

const truncate = (text: string, random: ReturnType<typeof randomFor>) => text.slice(0, random.below(text.length));
const edits = [truncate, mutateBytes, mutateTokens, mutateStatements] as const;

test.each(templates)("%s", { timeout: 60_000 }, async (path) => {
  const client = await startClient();
  const text = readFileSync(path, "utf8");
  const uri = `file://${process.cwd()}/${path}`;
  client.open(uri, text);
  for (let index = 0; index < (path.includes("library") ? 2 : 6); index += 1) {
    const random = randomFor(5, index);
    const edited = random.pick(edits)(text, random, text);
    client.change(uri, edited);
    const lines = edited.split("\n");
    const line = random.below(lines.length);
    const position = { line, character: random.below((lines[line]?.length ?? 0) + 1) };
    const range = { start: position, end: { line: line + random.below(30), character: 0 } };
    const textDocument = { uri };
    const options = { tabSize: 2, insertSpaces: true };
    const params = { textDocument, position, range, options, context: { includeDeclaration: true, diagnostics: [] } };
    await Promise.all([...atPlace, ...ofFile, ...ofRange].map((it) => client.ask(`textDocument/${it}`, params)));
    await client.ask("workspace/symbol", { query: "pri" });
    await client.ask("tenor/stories", { uri });
    // A name that can't be given is refused with words, which is an answer.
    const renamed = client.ask("textDocument/rename", { ...params, newName: "Another Name" });
    const refusal = await renamed.then(
      () => "",
      (error: Error) => error.message,
    );
    expect(refusal).toMatch(/^$|no name of the template|declared already|quotes/);
  }
  expect(client.logged).toEqual([]);
  client.end();
});
