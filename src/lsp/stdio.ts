/** The server over standard input and output, with the files of the disk. */
import type { Dirent } from "node:fs";
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
  const folders = new Map<string, readonly string[] | undefined>();
  const open = new Set<string>();
  let data: readonly string[] | undefined;
  return {
    library: library.replaceAll("\\", "/"),
    read: (path) => remembered(texts, path, () => readFileSync(path, "utf8")),
    list: (folder) => remembered(folders, folder, () => readdirSync(folder)) ?? [],
    open: (folder) => void open.add(folder),
    dataFiles: () => {
      data ??= [...open].flatMap((folder) => dataFilesUnder(folder));
      return data;
    },
    forget: () => {
      texts.clear();
      folders.clear();
      data = undefined;
    },
  };
}

/** Folders and data files that are looked at, at most. */
const mostFolders = 2_000;
const mostDataFiles = 2_000;

function dataFilesUnder(top: string): string[] {
  const found: string[] = [];
  const waiting = [top];
  for (let count = 0; count < mostFolders && found.length < mostDataFiles; count += 1) {
    const folder = waiting.shift();
    if (folder === undefined) break;
    for (const entry of entriesOf(folder)) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !/^(?:\.|node_modules$|dist$)/.test(entry.name)) waiting.push(path);
      else if (entry.name.endsWith(".json")) found.push(path);
    }
  }
  return found;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
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
