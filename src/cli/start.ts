/**
 * Starts the command line: loads its bundles with the code that V8 made of them at an earlier start.
 *
 * To compile them anew, and each function once more when it is first called, is a sixth of a short command. Node 20 has no
 * way to keep that for its own modules. The code is kept in the user's cache, and nothing depends on it.
 */
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import type { EntryKey } from "./compiled/cache.ts";
import { cacheFolder, keyOf, readEntry, writeEntry } from "./compiled/cache.ts";

const requireOfNode = createRequire(import.meta.url);
const loaded = new Map<string, { readonly exports: unknown }>();
const madeAnew: { readonly key: EntryKey; readonly script: Script }[] = [];

// By then the code holds each function that was called. A command that failed may have called few of them.
process.on("exit", (status) => {
  if (status === 0) keepCode();
});
load(fileURLToPath(new URL("main.cjs", import.meta.url)));

/** What a bundle exports, which is a CommonJS module; it runs once. */
function load(path: string): unknown {
  const known = loaded.get(path);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(path, module);
  const folder = dirname(path);
  const requireFrom = (id: string): unknown => (id.startsWith(".") ? load(join(folder, id)) : requireOfNode(id));
  Reflect.apply(scriptOf(path).runInThisContext(), undefined, [module.exports, requireFrom, module, path, folder]);
  return module.exports;
}

function scriptOf(path: string): Script {
  const text = readFileSync(path, "latin1");
  const key = keyFor(path);
  const folder = codeFolder();
  const cachedData = folder === undefined ? undefined : readEntry(folder, key);
  const head = "(function (exports, require, module, __filename, __dirname) {";
  const script = new Script(`${head}${text}\n})`, { filename: path, columnOffset: -head.length, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) madeAnew.push({ key, script });
  return script;
}

function keepCode(): void {
  const folder = codeFolder();
  if (folder === undefined) return;
  for (const { key, script } of madeAnew) writeEntry(folder, key, script.createCachedData());
}

/** Apart from the templates, so that neither drives the other out. */
function codeFolder(): string | undefined {
  const folder = cacheFolder(process.env, process.platform);
  return folder === undefined ? undefined : join(folder, "code");
}

/** Code fits one text, one V8 and one kind of processor; V8 refuses what does not fit for another reason. */
function keyFor(path: string): EntryKey {
  const { size, mtimeMs } = statSync(path);
  return keyOf(process.versions.v8, process.arch, path, `${size} ${mtimeMs}`);
}
