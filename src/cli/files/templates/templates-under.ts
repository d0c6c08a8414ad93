import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { standardInput } from "../files.ts";

/** Files that a command names, and in a folder that it names every template, by name; hidden folders are passed over. */
export function templatesUnder(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const isFolder = path !== standardInput && existsSync(path) && statSync(path).isDirectory();
    return isFolder ? templatesIn(path) : [path];
  });
}

function templatesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return isPassedOver(entry.name) ? [] : templatesIn(path);
    return entry.name.endsWith(".tenor") ? [path] : [];
  });
}

export function isPassedOver(folder: string): boolean {
  return folder === "node_modules" || folder.startsWith(".");
}
