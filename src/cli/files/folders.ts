import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder and every folder above it, the nearest first. */
export function foldersUpFrom(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersUpFrom(parent)];
}

/** The folder of Tenor itself, from its sources or from the bundle. */
export function packageFolder(): string {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const folders = foldersUpFrom(here);
  return folders.find((folder) => existsSync(join(folder, "package.json"))) ?? here;
}
