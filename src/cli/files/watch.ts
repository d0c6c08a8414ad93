import { existsSync, statSync, watch } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { shownName } from "./files.ts";

/** Editors write a file in several steps; changes so close together are one. In milliseconds. */
const settlingTime = 80;

/**
 * Calls `onChange` whenever one of the files changes, or a file of Tenor's in one of the folders. Never ends by itself.
 *
 * Folders are watched rather than files: many editors put a new file in the place of the old one.
 */
export function watchFiles(paths: readonly string[], onChange: (changed: string[]) => Promise<void>): Promise<never> {
  const files = new Set(paths.filter((path) => !isFolder(path)).map((path) => resolve(path)));
  const folders = paths.filter(isFolder).map((path) => resolve(path));
  return new Promise((_, reject) => {
    const changed = new Set<string>();
    let timer: NodeJS.Timeout | undefined;
    const note = (path: string): void => {
      changed.add(shownName(path));
      clearTimeout(timer);
      timer = setTimeout(() => {
        const names = [...changed].toSorted();
        changed.clear();
        onChange(names).catch(reject);
      }, settlingTime);
    };
    const watched = new Set([...[...files].map((file) => dirname(file)), ...folders]);
    for (const folder of watched) {
      const isDeep = folders.includes(folder);
      const watcher = watch(folder, { recursive: isDeep }, (_event, name) => {
        const path = name === null ? folder : join(folder, name);
        if (files.has(path) || (isDeep && /\.(?:tenor|json|csv)$/.test(path))) note(path);
      });
      watcher.on("error", reject);
    }
  });
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
