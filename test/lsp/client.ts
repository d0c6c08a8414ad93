/** A client of the language server over streams, as an editor is one. */
import { PassThrough } from "node:stream";
import type { Diagnostic, InitializeResult } from "vscode-languageserver";
import type { MessageConnection } from "vscode-languageserver/node";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import { serveStreams } from "../../src/lsp/stdio.ts";

export interface Client {
  readonly connection: MessageConnection;
  readonly capabilities: InitializeResult["capabilities"];
  /** What the server logged: mistakes of its own. */
  readonly logged: readonly string[];
  readonly open: (uri: string, text: string) => void;
  /** The document as a whole, anew. */
  readonly change: (uri: string, text: string) => void;
  readonly ask: <T>(method: string, params: object) => Promise<T>;
  /** The next findings that are sent for a document. */
  readonly findings: (uri: string) => Promise<readonly Diagnostic[]>;
  readonly end: () => void;
}

export async function startClient(library = "terms/library", folder?: string): Promise<Client> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  void serveStreams(toServer, toClient, library);
  const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const logged: string[] = [];
  const waiting = new Map<string, ((found: readonly Diagnostic[]) => void)[]>();
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => void logged.push(message));
  connection.onNotification("textDocument/publishDiagnostics", (sent: { uri: string; diagnostics: Diagnostic[] }) => {
    for (const give of waiting.get(sent.uri) ?? []) give(sent.diagnostics);
    waiting.delete(sent.uri);
  });
  connection.listen();
  const { capabilities } = await connection.sendRequest<InitializeResult>("initialize", {
    processId: null,
    rootUri: null,
    capabilities: { workspace: { inlayHint: { refreshSupport: true } } },
    workspaceFolders: folder === undefined ? null : [{ uri: `file://${folder}`, name: "deals" }],
  });
  await connection.sendNotification("initialized", {});
  let version = 1;
  const notify = (method: string, params: object) => void connection.sendNotification(method, params);
  return {
    connection,
    capabilities,
    logged,
    open: (uri, text) => {
      notify("textDocument/didOpen", { textDocument: { uri, languageId: "tenor", version: 1, text } });
    },
    change: (uri, text) => {
      version += 1;
      notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
    },
    ask: (method, params) => connection.sendRequest(method, params),
    findings: (uri) =>
      new Promise((resolve) => {
        waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]);
      }),
    end: () => connection.dispose(),
  };
}

/** A text with the cursor at `|`, and where that is. */
export function withCursor(marked: string): { text: string; position: { line: number; character: number } } {
  const at = marked.indexOf("|");
  const before = marked.slice(0, at).split("\n");
  return {
    text: marked.slice(0, at) + marked.slice(at + 1),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}
