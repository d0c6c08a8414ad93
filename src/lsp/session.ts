/** What every answer of the server needs. */
import type { Connection, TextDocumentPositionParams } from "vscode-languageserver";
import type { LanguageService } from "../index.ts";
import type { Documents } from "./documents.ts";
import { pathOf } from "./host.ts";

export class Session {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly service: LanguageService;

  constructor(connection: Connection, documents: Documents, service: LanguageService) {
    this.connection = connection;
    this.documents = documents;
    this.service = service;
  }

  /** A mistake of ours in one answer must not end the session: it is logged, and the answer is empty. */
  answering<P, T>(answer: (params: P) => T, none: T): (params: P) => T {
    return (params) => {
      try {
        return answer(params);
      } catch (error) {
        this.log(error);
        return none;
      }
    };
  }

  log(error: unknown): void {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.connection.console.error(`this is a mistake of Tenor: ${words}`);
  }

  /** The file and the offset that a question is about. */
  at({ textDocument: { uri }, position }: TextDocumentPositionParams): readonly [path: string, offset: number] {
    const path = pathOf(uri);
    return [path, this.documents.documentOf(path).offsetAt(position)];
  }
}
