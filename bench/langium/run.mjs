/**
 * What an editor asks, of Tenor as in `npm run bench -- editor` and then of Langium: a grammar of the same kinds of statements, a
 * note of as many lines as the template and its stories, the same edit and the same questions, warm. The services are those that
 * Langium gives every language: it checks references, and no types or units.
 *
 *     npm install --prefix bench/langium
 *     node bench/langium/run.mjs
 */
import { readFileSync } from "node:fs";
import { URI } from "langium";
import { createServicesForGrammar } from "langium/grammar";
import { editor, linesAsked } from "../editor.ts";

const lines = linesAsked();
const rounds = 20;

const grammar = readFileSync(new URL("notes.langium", import.meta.url), "utf8");
const languageMetaData = {
  languageId: "notes",
  fileExtensions: [".notes"],
  caseInsensitive: false,
  mode: "production",
};
const services = await createServicesForGrammar({ grammar, languageMetaData });
const { shared, lsp } = services;
const uri = URI.parse("file:///note.notes");
const text = noteOf(lines);
const at = text.indexOf(" means ", text.length / 2) + " means ".length;
let document = await read(text);
const places = [...text.matchAll(/[A-Z][a-z]+_\d+/g)].map(({ index }) => index + 1);
const asked = places.filter((_, index) => index % Math.ceil(places.length / 15) === 0);

const stroke = "findings after a keystroke";
const answers = {
  [stroke]: () => document.diagnostics,
  hover: (params) => lsp.HoverProvider.getHoverContent(document, params),
  definition: (params) => lsp.DefinitionProvider.getDefinition(document, params),
  references: (params) =>
    lsp.ReferencesProvider.findReferences(document, { ...params, context: { includeDeclaration: true } }),
  completion: (params) => lsp.CompletionProvider.getCompletion(document, params),
  outline: (params) => lsp.DocumentSymbolProvider.getSymbols(document, params),
  folding: (params) => lsp.FoldingRangeProvider.getFoldingRanges(document, params),
  rename: (params) => lsp.RenameProvider.rename(document, { ...params, newName: "Another_Name" }),
};

const ofTenor = new Map(
  editor(Object.keys(answers)).map(({ what, figures }) => [what.replace("editor: ", ""), figures]),
);
console.log(`${lines} lines each, medians of ${rounds} rounds\n\n| asked | Tenor | Langium 4.4 |\n| --- | --- | --- |`);
for (const [what, answer] of Object.entries(answers)) {
  const times = [];
  let hits = 0;
  for (let round = -5; round < rounds; round += 1) {
    const edited = text.slice(0, at) + "1 + (2 * 3) + ".slice(0, (round + 20) % 15) + text.slice(at);
    let start = performance.now();
    document = await read(edited);
    if (what !== stroke) start = performance.now();
    const found = await answer({
      textDocument: { uri: uri.toString() },
      position: document.textDocument.positionAt(asked[(round + 20) % asked.length]),
    });
    if (round >= 0) times.push(performance.now() - start);
    if (found !== undefined) hits += 1;
  }
  if (hits === 0) throw new Error(`${what} found nothing`);
  const median = times.toSorted((a, b) => a - b)[rounds / 2];
  console.log(`| ${what} | ${ofTenor.get(what)} | ${median.toFixed(2)} ms |`);
}

/** The text read, linked and checked, in the place of what stood there. */
async function read(changed) {
  const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = shared.workspace;
  if (LangiumDocuments.hasDocument(uri)) LangiumDocuments.deleteDocument(uri);
  const made = LangiumDocumentFactory.fromString(changed, uri);
  LangiumDocuments.addDocument(made);
  await DocumentBuilder.build([made], { validation: true });
  return made;
}

/** As many lines: sections, deal terms, events, definitions that read one another, exceptions and rules. */
function noteOf(count) {
  const written = ['note "Sample"'];
  for (let k = 0; written.length < count; k += 1) {
    const earlier = (by) => `Figure_${Math.max(0, k - by)}`;
    written.push(
      `section "${k}.1" "Part ${k}"`,
      `given Price_${k}: price = $${k + 1}.05`,
      `event Notice_${k} by Holder {`,
      "  Amount: money",
      "  Count: shares",
      "}",
      `Balance_${k} starts at $${k}`,
      `/** What part ${k} comes to. */`,
      `Figure_${k} means`,
      `  the lesser of (Price_${k} * 50%, the greater of (${k === 0 ? "Price_0" : earlier(1)}, Balance_${k}))`,
      `Other_${k} means Figure_${k} * 8% + ${k < 7 ? "Price_0" : earlier(7)} - Balance_${k} / 2`,
      `Late_${k} holds when Balance_${k} is more than $0 and Figure_${k} is at most Other_${k}`,
      `notwithstanding "${k}.1", Figure_${k} is Price_${k} if Other_${k} is more than $1 or Balance_${k} is $0`,
      `when Notice_${k}`,
      `  Balance_${k} rises by Price_${k} * 2 -- as the notice says`,
    );
  }
  return `${written.slice(0, count).join("\n")}\n`;
}
