import { existsSync, statSync, watch } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { shownName } from "./files.ts";

/** Editors write a file in several steps; changes so close together are one. In milliseconds. */
const settlingTime = 80;

/**
 * Calls `onChange` whenever one of the files changes, or a file of Tenor's in one of the folders. Never ends by itself.
 * `others` says which files are watched besides; it is asked again after each change.
 *
 * Folders are watched rather than files: many editors put a new file in the place of the old one.
 */
export async function watchFiles(
  paths: readonly string[],
  onChange: (changed: string[]) => Promise<void>,
  others: () => Promise<readonly string[]> = async () => [],
): Promise<never> {
  const own = paths.filter((path) => !isFolder(path)).map((path) => resolve(path));
  const folders = paths.filter(isFolder).map((path) => resolve(path));
  let besides = await others();
  return new Promise((_, reject) => {
    const note = settled(async (changed) => {
      await onChange(changed);
      besides = await others();
      watchThose();
    }, reject);
    const watched = new Set<string>();
    const watchThose = (): void => {
      const ofFiles = [...own.map((it) => dirname(it)), ...besides.map((it) => dirname(it)).filter(isFolder)];
      for (const folder of [...ofFiles, ...folders]) {
        if (watched.has(folder)) continue;
        watched.add(folder);
        const isDeep = folders.includes(folder);
        const watcher = watch(folder, { recursive: isDeep }, (_event, name) => {
          const path = name === null ? folder : join(folder, name);
          const isNamed = own.includes(path) || besides.includes(path);
          if (isNamed || (isDeep && /\.(?:tenor|json|csv)$/.test(path))) note(path);
        });
        watcher.on("error", reject);
      }
    };
    watchThose();
  });
}

/** Calls `onChange` with all paths that were noted, once no more of them come. */
function settled(
  onChange: (changed: string[]) => Promise<void>,
  reject: (error: unknown) => void,
): (path: string) => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  return (path) => {
    changed.add(shownName(path));
    clearTimeout(timer);
    timer = setTimeout(() => {
      const names = [...changed].toSorted();
      changed.clear();
      onChange(names).catch(reject);
    }, settlingTime);
  };
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
