/**
 * The language server: the service in the words of the protocol. It knows neither files nor streams; `stdio.ts` gives it both,
 * and what runs it in a web worker would do the same.
 */
import type { Connection, InitializeResult } from "vscode-languageserver";
import { CodeActionKind, TextDocumentSyncKind } from "vscode-languageserver";
import { LanguageService, markKinds } from "../index.ts";
import { Documents } from "./documents.ts";
import type { Host } from "./host.ts";
import { pathOf } from "./host.ts";
import { PriceFinder } from "./prices.ts";
import { Publisher } from "./publisher.ts";
import { answerChanging } from "./requests/changing.ts";
import { answerMarking } from "./requests/marking.ts";
import { answerReading } from "./requests/reading.ts";
import { Session } from "./session.ts";

export function serve(connection: Connection, host: Host): void {
  const documents = new Documents(host);
  const session = new Session(connection, documents, new LanguageService(documents));
  const publisher = new Publisher(session);
  let canRefresh = false;
  const prices = new PriceFinder(session, () => canRefresh);
  const changed = () => {
    publisher.later();
    prices.later();
  };
  connection.onInitialize(({ workspaceFolders, capabilities: { workspace } }): InitializeResult => {
    canRefresh = workspace?.inlayHint?.refreshSupport === true;
    for (const { uri } of workspaceFolders ?? []) host.open(pathOf(uri));
    return { capabilities, serverInfo: { name: "tenor" } };
  });
  connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) => {
    documents.open(uri, text, version);
    changed();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    documents.change(uri, contentChanges, version);
    changed();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    publisher.closed(uri);
  });
  const filesChanged = () => {
    host.forget();
    changed();
  };
  connection.onDidSaveTextDocument(filesChanged);
  connection.onDidChangeWatchedFiles(filesChanged);
  answerReading(session);
  answerChanging(session);
  answerMarking(session, () => prices.later());
  connection.listen();
}

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  completionProvider: { triggerCharacters: [" ", '"', ":"] },
  signatureHelpProvider: { triggerCharacters: [",", ":"] },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  workspaceSymbolProvider: true,
  renameProvider: { prepareProvider: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.SourceFixAll] },
  semanticTokensProvider: {
    legend: { tokenTypes: [...markKinds], tokenModifiers: ["declaration"] },
    full: true,
    range: true,
  },
  inlayHintProvider: true,
  codeLensProvider: {},
  callHierarchyProvider: true,
};
