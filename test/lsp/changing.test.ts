/** What changes a text, and what is shown beside it. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CodeAction, CodeLens, InlayHint, SignatureHelp, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Client } from "./client.ts";
import { startClient, withCursor } from "./client.ts";
import { note, uri } from "./note.ts";

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => {
  expect(client.logged).toEqual([]);
  client.end();
});

const after = (text: string, edits: TextEdit[] = []) =>
  TextDocument.applyEdits(TextDocument.create(uri, "tenor", 1, text), edits);
const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

async function renamed(find: string, marked: string, newName: string): Promise<string> {
  const { text, position } = withCursor(note.replace(find, () => marked));
  client.open(uri, text);
  const edit = await client.ask<WorkspaceEdit>("textDocument/rename", { textDocument: { uri }, position, newName });
  return after(text, edit.changes?.[uri]);
}

test.each([
  [
    "a value of several words",
    "/ Conversion Price",
    "/ Conver|sion Price",
    "Conversion Price",
    "Price of Conversion",
    2,
  ],
  [
    "a field, with the story's",
    "its Amount Converted / Conv",
    "its Am|ount Converted / Conv",
    "Amount Converted",
    "Sum",
    4,
  ],
  ["an event", "when Conversion Notice", "when Con|version Notice", "Conversion Notice", "Notice", 4],
  ["a state, with what the story expects", "Balance falls", "Bal|ance falls", "Balance", "Money Left", 3],
])("renaming %s", async (_, find, marked, from, to, count) => {
  const text = await renamed(find, marked, to);
  // The heading's title is a text of its own.
  const titled = note.replaceAll('"Balance"', '"#"');
  expect(titled.split(from).length - 1).toBeGreaterThanOrEqual(count);
  expect(text.replaceAll('"Balance"', '"#"')).toBe(titled.replaceAll(from, to));
});

test("renaming a reading and a choice", async () => {
  expect(await renamed('reading "rounding"', 'reading "roun|ding"', "to the cent")).toBe(
    note.replaceAll('"rounding"', '"to the cent"'),
  );
  expect(await renamed('choices: "up", "down"', 'choices: "up", "do|wn"', "off")).toBe(
    note.replaceAll('"down"', '"off"'),
  );
});

test.each([
  ["small letters", "conversion price"],
  ["two names", "Price, Again"],
  ["a name that is declared", "Balance"],
  ["nothing", ""],
])("a new name that can't stand is refused: %s", async (_, name) => {
  await expect(renamed("/ Conversion Price", "/ Conver|sion Price", name)).rejects.toThrow(/name|declared/);
});

test("a rename reaches scenarios and the binding of the template, and no other texts", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tenor-rename-"));
  mkdirSync(join(folder, "stories"));
  const scenario = `{
  "scenario": "s", "title": "Balance", "note": "note",
  "terms": { "Principal": "1000", "Issue Date": "2024-01-02" },
  "events": [{ "on": "2024-02-01", "event": "Conversion Notice", "id": "c1", "Amount Converted": "100" }],
  "ask": [{ "value": "Shares Due", "of": "c1", "expect": "2000" }, { "value": "Balance", "on": "2024-02-01" }]
}`;
  const paths = { scenario: join(folder, "stories", "s.json"), binding: join(folder, "note.binding.json") };
  writeFileSync(join(folder, "note.tenor"), note);
  writeFileSync(paths.scenario, scenario);
  const binding =
    '{ "events": { "conversion": { "event": "Conversion Notice", "fields": { "Amount Converted": "amount" } } } }';
  writeFileSync(paths.binding, binding);
  const own = await startClient(undefined, folder);
  const template = `file://${join(folder, "note.tenor")}`;
  own.open(template, note);
  const changesOf = async (marked: string, find: string, newName: string) => {
    const { position } = withCursor(note.replace(find, () => marked));
    const params = { textDocument: { uri: template }, position, newName };
    const { changes = {} } = await own.ask<WorkspaceEdit>("textDocument/rename", params);
    return Object.values(paths).map((path) => changes[`file://${path}`]?.map(({ range }) => range.start) ?? []);
  };
  const at = (text: string, before: string) => withCursor(text.replace(before, () => `${before}|`)).position;
  expect(await changesOf("its Amount| Converted / Conv", "its Amount Converted / Conv", "Sum")).toEqual([
    [at(scenario, '"id": "c1", "')],
    [at(binding, '"fields": { "')],
  ]);
  expect(await changesOf("Bal|ance falls", "Balance falls", "Left")).toEqual([
    [at(scenario, '"expect": "2000" }, { "value": "')],
    [],
  ]);
  expect(await changesOf("Shares| Due for", "Shares Due for", "Shares Owed")).toEqual([
    [at(scenario, '"ask": [{ "value": "')],
    [],
  ]);
  own.end();
});

test("a finding that has a fix has an action, and one for all that keep the words", async () => {
  const text = note
    .replace("given Principal: money", "given Principal money")
    .replace("/ Conversion Price", "/ Conversion Prise");
  client.open(uri, text);
  const actions = await client.ask<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: everything,
    context: { diagnostics: [] },
  });
  const results = actions.map(({ title, kind, edit }) => [title, kind, after(text, edit?.changes?.[uri])]);
  expect(results).toContainEqual([
    "Write `Conversion Price` for `Conversion Prise`",
    "quickfix",
    text.replace("Conversion Prise", "Conversion Price"),
  ]);
});

test("colours: each word once, in order, names by what they are", async () => {
  client.open(uri, note);
  const { data } = await client.ask<{ data: number[] }>("textDocument/semanticTokens/full", { textDocument: { uri } });
  const legend = client.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
  let [line, character] = [0, 0];
  const lines = note.split("\n");
  const words = Array.from({ length: data.length / 5 }, (_, index) => {
    const [down = 0, right = 0, length = 0, kind = 0] = data.slice(index * 5);
    [line, character] = [line + down, down === 0 ? character + right : right];
    return `${lines[line]?.slice(character, character + length)}: ${legend[kind]}`;
  });
  expect(words.slice(0, 4)).toEqual(["note: keyword", '"A Note": string', "parties:: keyword", "Borrower: class"]);
  for (const word of [
    "Conversion Notice: event",
    "Amount Converted: property",
    "$0.05 per share: number",
    '"rounding": enum',
    '"down": enumMember',
    "money: type",
    "Principal: parameter",
  ]) {
    expect(words).toContain(word);
  }
});

test("hints say the unit of a definition, and the reading in force", async () => {
  const text = note.replace(
    "means $0.05 per share",
    'means as "rounding" is read "up": $0.05 per share "down": $0.04 per share',
  );
  client.open(uri, text);
  const hints = () => client.ask<InlayHint[]>("textDocument/inlayHint", { textDocument: { uri }, range: everything });
  expect((await hints()).map(({ label }) => label)).toEqual([
    ": a price per share",
    '= "up"',
    ": a number of shares",
    ": an amount of money",
  ]);
  await client.ask("tenor/choose", { uri, story: "one conversion" });
  expect((await hints()).map(({ label }) => label)).toContain('= "down"');
  await client.ask("tenor/choose", { uri });
});

test("lenses run a story, and say which stories expect something of a clause", async () => {
  client.open(uri, note);
  const lenses = await client.ask<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
  const shown = lenses.map(({ range, command }) => [range.start.line + 1, command?.title]);
  expect(shown).toEqual([
    [8, "1 story expects something of it"],
    [15, "1 story expects something of it"],
    [17, "1 story expects something of it"],
    [18, "1 story expects something of it"],
    [22, "run"],
  ]);
  const result = await client.ask<{ verdicts: { passed: boolean; says: string }[] }>("tenor/runStory", {
    uri,
    story: "one conversion",
  });
  expect(result.verdicts).toMatchObject([
    { passed: true, says: "Shares Due of c1: expected 2,000 shares, answered 2,000 shares" },
    { passed: true, says: "Balance: expected $900, answered $900" },
  ]);
});

test("a story that fails says what was expected and answered; one that can't run says why", async () => {
  client.open(uri, note.replace("Balance is $900", "Balance is $800"));
  const failed = await client.ask<{ verdicts: { passed: boolean }[] }>("tenor/runStory", {
    uri,
    story: "one conversion",
  });
  expect(failed.verdicts.map(({ passed }) => passed)).toEqual([true, false]);
  client.open(uri, note.replace("money", "mony"));
  const broken = await client.ask("tenor/runStory", { uri, story: "one conversion" });
  expect(broken).toEqual({ verdicts: [], problems: ["the template has errors"] });
});

test("a signature names the fields of a story's event, and the one that is written", async () => {
  const { text, position } = withCursor(note.replace("Amount Converted $100", "Amount Converted |$100"));
  client.open(uri, text);
  const help = await client.ask<SignatureHelp>("textDocument/signatureHelp", { textDocument: { uri }, position });
  expect(help).toMatchObject({
    signatures: [{ label: "Conversion Notice, Amount Converted: money", activeParameter: 0 }],
  });
});

test("calls: what a definition reads, and what reads it", async () => {
  const { text, position } = withCursor(note.replace("Shares Due for", "Shares| Due for"));
  client.open(uri, text);
  const [item] = await client.ask<object[]>("textDocument/prepareCallHierarchy", { textDocument: { uri }, position });
  const out = await client.ask<{ to: { name: string } }[]>("callHierarchy/outgoingCalls", { item });
  expect(out.map(({ to }) => to.name)).toEqual(["Conversion Notice", "Amount Converted", "Conversion Price"]);
  const [, , price] = out;
  const into = await client.ask<{ from: { name: string } }[]>("callHierarchy/incomingCalls", { item: price?.to });
  expect(into.map(({ from }) => from.name)).toEqual(["Shares Due"]);
});

test("the contract's text is found beside its section", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tenor-contract-"));
  writeFileSync(
    join(folder, "deal.md"),
    "1. Price. The price is $0.05 per share.\n\n2. Balance. The balance falls by each conversion.\n",
  );
  const own = await startClient();
  const template = `file://${join(folder, "note.tenor")}`;
  const { text, position } = withCursor(
    note
      .replace('"A Note"', '"A Note"\n  text: "deal.md"')
      .replace("Conversion Price means", "Conversion| Price means"),
  );
  own.open(template, text);
  const params = { textDocument: { uri: template }, position };
  expect(await own.ask("tenor/contract", params)).toEqual({ uri: `file://${join(folder, "deal.md")}`, line: 0 });
  const hover = await own.ask<{ contents: { value: string } }>("textDocument/hover", params);
  expect(hover.contents.value).toContain("> The price is $0.05 per share.");
  own.end();
});
