/**
 * The language server: the service in the words of the protocol. It knows neither files nor streams; `stdio.ts` and `worker.ts`
 * give it both.
 */
import type { Connection, InitializeResult, TextDocumentPositionParams } from "vscode-languageserver";
import { TextDocumentSyncKind } from "vscode-languageserver";
import { LanguageService } from "../index.ts";
import { Documents } from "./documents.ts";
import type { Host } from "./host.ts";
import { pathOf } from "./host.ts";
import { Publisher } from "./publisher.ts";
import { completionItemOf, locationOf, rangeOf, symbolKinds, symbolOf } from "./shapes.ts";

export function serve(connection: Connection, host: Host): void {
  const documents = new Documents(host);
  const service = new LanguageService(documents);
  const publisher = new Publisher(connection, documents, service);
  const { documentOf } = documents;
  /** A mistake of ours in one answer must not end the session: it is logged, and the answer is empty. */
  const answering =
    <P, T>(answer: (params: P) => T, none: T) =>
    (params: P): T => {
      try {
        return answer(params);
      } catch (error) {
        connection.console.error(
          `this is a mistake of Tenor: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        return none;
      }
    };
  const at = ({ textDocument: { uri }, position }: TextDocumentPositionParams) => {
    const path = pathOf(uri);
    return [path, documentOf(path).offsetAt(position)] as const;
  };

  connection.onInitialize((): InitializeResult => ({ capabilities, serverInfo: { name: "tenor" } }));
  connection.onDidOpenTextDocument(({ textDocument: { uri, text, version } }) => {
    documents.open(uri, text, version);
    publisher.later();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    documents.change(uri, contentChanges, version);
    publisher.later();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.close(uri);
    publisher.closed(uri);
  });
  const filesChanged = () => {
    host.forget();
    publisher.later();
  };
  connection.onDidSaveTextDocument(filesChanged);
  connection.onDidChangeWatchedFiles(filesChanged);
  connection.onHover(
    answering((params) => {
      const hover = service.hover(...at(params));
      return (
        hover && { contents: { kind: "markdown", value: hover.markdown }, range: rangeOf(hover.place, documentOf) }
      );
    }, undefined),
  );
  connection.onDefinition(
    answering((params) => service.definition(...at(params)).map((it) => locationOf(it, documentOf)), []),
  );
  connection.onReferences(
    answering((params) => {
      const found = service.references(...at(params));
      const shown = params.context.includeDeclaration ? found : found.filter(({ isDeclaration }) => !isDeclaration);
      return shown.map((it) => locationOf(it, documentOf));
    }, []),
  );
  connection.onDocumentHighlight(
    answering((params) => {
      const [path, offset] = at(params);
      const here = service.references(path, offset).filter(({ file }) => file === path);
      return here.map((it) => ({ range: rangeOf(it, documentOf) }));
    }, []),
  );
  connection.onCompletion(
    answering((params) => service.completions(...at(params)).map((it) => completionItemOf(it, documentOf)), []),
  );
  connection.onDocumentSymbol(
    answering(({ textDocument: { uri } }) => service.outline(pathOf(uri)).map((it) => symbolOf(it, documentOf)), []),
  );
  connection.onFoldingRanges(
    answering(({ textDocument: { uri } }) => {
      const ranges = service.folds(pathOf(uri)).map((it) => rangeOf(it, documentOf));
      return ranges.map(({ start, end }) => ({ startLine: start.line, endLine: end.line }));
    }, []),
  );
  connection.onDocumentFormatting(
    answering(({ textDocument: { uri } }) => {
      const edits = service.format(pathOf(uri));
      return edits.map(({ place, text }) => ({ range: rangeOf(place, documentOf), newText: text }));
    }, []),
  );
  connection.onDocumentRangeFormatting(
    answering(({ textDocument: { uri }, range }) => {
      const document = documentOf(pathOf(uri));
      const stretch = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      const edits = service.format(pathOf(uri), stretch);
      return edits.map(({ place, text }) => ({ range: rangeOf(place, documentOf), newText: text }));
    }, []),
  );
  connection.onWorkspaceSymbol(
    answering(({ query }) => {
      const found = service.symbols(documents.paths(), query);
      return found.map((it) => ({
        name: it.name,
        kind: symbolKinds[it.kind],
        location: locationOf(it.nameAt, documentOf),
      }));
    }, []),
  );
  connection.onRequest(
    "tenor/choose",
    answering(({ uri, story, on }: { uri: string; story?: string; on?: string }) => {
      service.choose(pathOf(uri), story === undefined ? undefined : { story, on });
      return true;
    }, false),
  );
  connection.listen();
}

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  completionProvider: { triggerCharacters: [" ", '"', ":", "\n"] },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  workspaceSymbolProvider: true,
};
