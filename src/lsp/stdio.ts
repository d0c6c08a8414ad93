/** The server over standard input and output, with the files of the disk. */
import { readdirSync, readFileSync } from "node:fs";
import type { Readable, Writable } from "node:stream";
import { createConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import type { Host } from "./host.ts";
import { serve } from "./server.ts";

/** Serves until the client ends the session. `library` is the folder of the clauses that come with Tenor. */
export function serveStreams(input: Readable, output: Writable, library: string): Promise<void> {
  const connection = createConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const ended = new Promise<void>((resolve) => {
    connection.onExit(resolve);
    input.on("end", resolve);
  });
  serve(connection, diskHost(library));
  return ended;
}

function diskHost(library: string): Host {
  const texts = new Map<string, string | undefined>();
  const folders = new Map<string, readonly string[]>();
  return {
    library: library.replaceAll("\\", "/"),
    read: (path) => remembered(texts, path, () => readFileSync(path, "utf8")),
    list: (folder) => remembered(folders, folder, () => readdirSync(folder)) ?? [],
    forget: () => {
      texts.clear();
      folders.clear();
    },
  };
}

function remembered<T>(known: Map<string, T | undefined>, key: string, read: () => T): T | undefined {
  if (known.has(key)) return known.get(key);
  let found: T | undefined;
  try {
    found = read();
  } catch {
    // There is no such file or folder.
  }
  known.set(key, found);
  return found;
}
