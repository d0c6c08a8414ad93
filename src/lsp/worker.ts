/**
 * The same server in a web worker. The page that starts it first sends the files of the disk, so to speak: the notification
 * `tenor/files` has the texts by their paths, and the folder of the clauses that come with Tenor. Then it speaks as any editor.
 */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import type { Host } from "./host.ts";
import { serve } from "./server.ts";

interface SentFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly library?: string | undefined;
}

function workerHost(): Host & { readonly take: (sent: SentFiles) => void } {
  const texts = new Map<string, string>();
  let folder: string | undefined;
  return {
    get library() {
      return folder;
    },
    read: (path) => texts.get(path),
    list: (within) => {
      const inside = [...texts.keys()].filter((path) => path.startsWith(`${within}/`));
      return inside.map((path) => path.slice(within.length + 1)).filter((name) => !name.includes("/"));
    },
    open: () => undefined,
    dataFiles: () => [...texts.keys()].filter((path) => path.endsWith(".json")),
    forget: () => undefined,
    take: ({ files, library }) => {
      for (const [path, text] of Object.entries(files)) texts.set(path, text);
      folder = library ?? folder;
    },
  };
}

const host = workerHost();
const connection = createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis));
connection.onNotification("tenor/files", host.take);
serve(connection, host);
