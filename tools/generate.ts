import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Generated } from "./generated.ts";

/**
 * Writes every generated file, or with `--check` only says which ones are out of date and exits 1.
 *
 * Each file in tools/generators/ exports `generate`; its result names all files it answers for. A file it no longer
 * makes, in a folder it owns, is stale.
 */
async function generateAll(isCheck: boolean): Promise<void> {
  const stale: string[] = [];
  for (const path of filesIn("tools/generators").toSorted()) {
    const { generate } = (await import(`../${path}`)) as { generate: () => Promise<Generated> };
    stale.push(...bringUpToDate(await generate(), isCheck));
  }
  if (stale.length === 0) return;
  process.stdout.write(stale.map((path) => `${isCheck ? "out of date" : "wrote"}: ${path}\n`).join(""));
  if (isCheck) {
    process.stdout.write("Run `npm run generate` and commit the result.\n");
    process.exitCode = 1;
  }
}

/** Paths that differ from what is on disk; they are written or removed unless this is a check. */
function bringUpToDate({ files, ownedFolder }: Generated, isCheck: boolean): string[] {
  const changed = [...files].filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text);
  const leftover = filesIn(ownedFolder).filter((path) => !files.has(path));
  if (!isCheck) {
    for (const [path, text] of changed) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    for (const path of leftover) rmSync(path);
  }
  return [...changed.map(([path]) => path), ...leftover];
}

function filesIn(folder: string | undefined): string[] {
  if (folder === undefined || !existsSync(folder)) return [];
  return readdirSync(folder).map((name) => `${folder}/${name}`);
}

await generateAll(process.argv.includes("--check"));
