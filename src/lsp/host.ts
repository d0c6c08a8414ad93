/** Where the server gets files from, beside those that the editor has open. */
export interface Host {
  readonly read: (path: string) => string | undefined;
  readonly list: (folder: string) => readonly string[];
  readonly library?: string | undefined;
  /** A folder that the editor has open. */
  readonly open: (folder: string) => void;
  /** Paths of data files (.json) in the folders that are open. */
  readonly dataFiles: () => readonly string[];
  /** Whatever is remembered of stored files may have changed. */
  readonly forget: () => void;
}

/** The path of a document; what is no file keeps its whole address. */
export function pathOf(uri: string): string {
  if (!uri.startsWith("file:")) return uri;
  try {
    const path = decodeURIComponent(new URL(uri).pathname);
    return /^\/[A-Za-z]:/.test(path) ? path.slice(1) : path;
  } catch {
    return uri;
  }
}

export function uriOf(path: string): string {
  if (/^[a-z][\w+.-]+:/i.test(path)) return path;
  const parts = path.split("/").map(encodeURIComponent);
  return `file://${path.startsWith("/") ? "" : "/"}${parts.join("/")}`;
}
