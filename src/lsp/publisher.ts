/** Sends what is wrong in the open files, once for each burst of changes. */
import type { Connection } from "vscode-languageserver";
import type { LanguageService } from "../index.ts";
import { placeOf } from "../index.ts";
import type { Documents } from "./documents.ts";
import { diagnosticOf } from "./shapes.ts";

export class Publisher {
  readonly #connection: Connection;
  readonly #documents: Documents;
  readonly #service: LanguageService;
  #isWaiting = false;

  constructor(connection: Connection, documents: Documents, service: LanguageService) {
    this.#connection = connection;
    this.#documents = documents;
    this.#service = service;
  }

  /** After the messages that have arrived: of several changes in a row only the last text is checked. */
  later(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => {
      this.#isWaiting = false;
      this.#publish();
    }, 0);
  }

  closed(uri: string): void {
    void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #publish(): void {
    const seen = new Set<string>();
    for (const path of this.#documents.paths()) {
      if (!path.endsWith(".tenor") && path.includes(".json")) continue;
      const files = this.#service.filesOf(path);
      const findings = this.#service.findings(path);
      for (const file of files.filter((it) => !seen.has(it))) {
        seen.add(file);
        const document = this.#documents.documentOf(file);
        const own = findings.filter(({ place }) => place.file === file);
        const diagnostics = own.map((it) =>
          diagnosticOf(
            it,
            it.diagnostic.related.map(({ span }) => placeOf(span)),
            this.#documents.documentOf,
          ),
        );
        void this.#connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
      }
    }
  }
}
