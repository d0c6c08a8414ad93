/** Everything that an editor asks a language server about a text, at a place drawn at random. */
import type { Random } from "./random.ts";

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

type Question = readonly [method: string, params: object];

export function questionsOf(uri: string, text: string, random: Random): readonly Question[] {
  const lines = text.split("\n");
  const line = random.below(lines.length);
  const position = { line, character: random.below((lines[line]?.length ?? 0) + 1) };
  const range = { start: position, end: { line: line + random.below(30), character: 0 } };
  const options = { tabSize: 2, insertSpaces: true };
  const context = { includeDeclaration: true, diagnostics: [] };
  const params = { textDocument: { uri }, position, range, options, context, newName: "Another Name" };
  const story = /^test "([^"]*)"/m.exec(text)?.[1] ?? "";
  return [
    ...[...atPlace, ...ofFile, ...ofRange, "rename"].map((it): Question => [`textDocument/${it}`, params]),
    ["workspace/symbol", { query: "pri" }],
    ["tenor/stories", { uri }],
    ["tenor/contract", params],
    ["tenor/choose", random.chance(2) ? { uri, story } : { uri }],
    ...(random.chance(4) ? [["tenor/runStory", { uri, story }] as const] : []),
  ];
}

/** What an answer may refuse with words: a name that can't be given. */
export function refusalsOf(method: string): RegExp {
  return method === "textDocument/rename"
    ? /no name of the template|declared already|quotes|there already|is no name/
    : /^$/;
}
