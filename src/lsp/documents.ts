/** The texts that an editor has open, before those that are stored. */
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Files } from "../index.ts";
import type { Host } from "./host.ts";
import { pathOf, uriOf } from "./host.ts";

export class Documents implements Files {
  readonly #host: Host;
  readonly #open = new Map<string, TextDocument>();

  constructor(host: Host) {
    this.#host = host;
  }

  readonly dataFiles = (): readonly string[] => {
    const open = [...this.#open.keys()].filter((path) => path.endsWith(".json"));
    return [...new Set([...this.#host.dataFiles(), ...open])];
  };

  get library(): string | undefined {
    return this.#host.library;
  }

  readonly read = (path: string): string | undefined => this.#open.get(path)?.getText() ?? this.#host.read(path);

  readonly list = (folder: string): readonly string[] => {
    const within = [...this.#open.keys()].filter((path) => path.slice(0, path.lastIndexOf("/")) === folder);
    const names = within.map((path) => path.slice(folder.length + 1));
    return [...new Set([...this.#host.list(folder), ...names])];
  };

  /** The document of a path; one that is not open as it is stored. */
  readonly documentOf = (path: string): TextDocument =>
    this.#open.get(path) ?? TextDocument.create(uriOf(path), "tenor", 0, this.#host.read(path) ?? "");

  paths(): readonly string[] {
    return [...this.#open.keys()];
  }

  open(uri: string, text: string, version: number): void {
    this.#open.set(pathOf(uri), TextDocument.create(uri, "tenor", version, text));
  }

  change(uri: string, changes: TextDocumentContentChangeEvent[], version: number): void {
    const known = this.#open.get(pathOf(uri));
    if (known !== undefined) this.#open.set(pathOf(uri), TextDocument.update(known, changes, version));
  }

  close(uri: string): void {
    this.#open.delete(pathOf(uri));
  }
}
