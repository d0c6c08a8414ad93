/** Sends what is wrong in the open files, once for each burst of changes. */
import { placeOf } from "../index.ts";
import type { Session } from "./session.ts";
import { diagnosticOf } from "./shapes.ts";

export class Publisher {
  readonly #session: Session;
  #isWaiting = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** After the messages that have arrived: of several changes in a row only the last text is checked. */
  later(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    setTimeout(() => {
      this.#isWaiting = false;
      try {
        this.#publish();
      } catch (error) {
        this.#session.log(error);
      }
    }, 0);
  }

  closed(uri: string): void {
    void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  #publish(): void {
    const { connection, documents, service } = this.#session;
    const seen = new Set<string>();
    for (const path of documents.paths()) {
      const files = service.filesOf(path);
      const findings = service.findings(path);
      for (const file of files.filter((it) => !seen.has(it))) {
        seen.add(file);
        const document = documents.documentOf(file);
        const own = findings.filter(({ place }) => place.file === file);
        const diagnostics = own.map((it) =>
          diagnosticOf(
            it,
            it.diagnostic.related.map(({ span }) => placeOf(span)),
            documents.documentOf,
          ),
        );
        void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
      }
    }
  }
}
