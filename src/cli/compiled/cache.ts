/**
 * Compiled templates in the user's cache folder.
 *
 * Nothing depends on it: where it can't be written or read, or an entry is damaged, the template is compiled again.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** Undefined where there is none: it is switched off, or the user has no such folder. */
export function cacheFolder(env: Environment, platform: string): string | undefined {
  if (env.TENOR_CACHE === "off") return undefined;
  const home = platform === "win32" ? env.LOCALAPPDATA : join(env.HOME ?? "", ".cache");
  // A relative folder is no folder, as the XDG specification has it.
  const base = [env.XDG_CACHE_HOME, home].find((it) => it !== undefined && isAbsolute(it));
  return base === undefined ? undefined : join(base, "tenor");
}

/** What was written under the key; undefined where it is missing or damaged. */
export function readEntry(folder: string, key: string): Buffer | undefined {
  return unlessFails(() => {
    const entry = readFileSync(join(folder, key));
    const bytes = entry.subarray(checksumLength);
    return entry.subarray(0, checksumLength).equals(checksumOf(bytes)) ? bytes : undefined;
  });
}

/** Another process finds the whole entry or none. */
export function writeEntry(folder: string, key: string, bytes: Buffer): void {
  if (bytes.length > largestEntry) return;
  const unfinished = join(folder, `${key}.${process.pid}`);
  unlessFails(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, Buffer.concat([checksumOf(bytes), bytes]), { mode: 0o600 });
    renameSync(unfinished, join(folder, key));
    removeOldest(folder);
  });
  unlessFails(() => rmSync(unfinished, { force: true }));
}

const largestEntry = 16_000_000;
const mostEntries = 200;
const mostBytes = 64_000_000;

function removeOldest(folder: string): void {
  const files = readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isFile() ? [{ path, size: stat.size, time: stat.mtimeMs }] : [];
  });
  let [count, size] = [0, 0];
  for (const file of files.toSorted((a, b) => b.time - a.time)) {
    count += 1;
    size += file.size;
    if (count > mostEntries || size > mostBytes) rmSync(file.path, { force: true });
  }
}

const checksumLength = 32;

function checksumOf(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function unlessFails<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
