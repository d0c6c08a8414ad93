import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder and every folder above it, the nearest first. */
export function foldersUpFrom(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersUpFrom(parent)];
}

/** The folder of Tenor itself, from its sources or from the bundle. */
export function packageFolder(): string {
  const folders = foldersUpFrom(import.meta.dirname);
  return folders.find((folder) => existsSync(join(folder, "package.json"))) ?? import.meta.dirname;
}
