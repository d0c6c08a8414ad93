/**
 * Compiled templates in the user's cache folder.
 *
 * Nothing depends on it: where it can't be written or read, or an entry is damaged, the template is compiled again.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** Which entry: the file that it lies in, and all that its bytes depend on. Two of one file drive each other out. */
export interface EntryKey {
  readonly file: string;
  readonly madeFrom: string;
}

/** The key for what is made from these texts. */
export function keyOf(...texts: readonly string[]): EntryKey {
  const madeFrom = JSON.stringify(texts);
  return { file: nameFrom(madeFrom), madeFrom };
}

/** Undefined where there is none: it is switched off, or the user has no such folder. */
export function cacheFolder(env: Environment, platform: string): string | undefined {
  if (env.TENOR_CACHE === "off") return undefined;
  const home = platform === "win32" ? env.LOCALAPPDATA : join(env.HOME ?? "", ".cache");
  // A relative folder is no folder, as the XDG specification has it.
  const base = [env.XDG_CACHE_HOME, home].find((it) => it !== undefined && isAbsolute(it));
  return base === undefined ? undefined : join(base, "tenor");
}

/**
 * What was written under the key; undefined where it is missing, made from something else, or damaged.
 *
 * An entry is written twice over and the halves are compared, and so is what it was made from. Node does that in no time,
 * where a hash takes a quarter of an empty process: most of it for loading `node:crypto`.
 */
export function readEntry(folder: string, { file, madeFrom }: EntryKey): Buffer | undefined {
  return unlessFails(() => {
    const entry = readFileSync(join(folder, file));
    const half = entry.subarray(0, entry.length / 2);
    const head = headOf(madeFrom);
    const isWhole = entry.length % 2 === 0 && half.equals(entry.subarray(half.length));
    return isWhole && half.subarray(0, head.length).equals(head) ? half.subarray(head.length) : undefined;
  });
}

/** Another process finds the whole entry or none. */
export function writeEntry(folder: string, { file, madeFrom }: EntryKey, bytes: Buffer): void {
  if (bytes.length > largestEntry) return;
  const unfinished = join(folder, `${file}.${process.pid}`);
  const head = headOf(madeFrom);
  unlessFails(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, Buffer.concat([head, bytes, head, bytes]), { mode: 0o600 });
    renameSync(unfinished, join(folder, file));
    removeOldest(folder);
  });
  unlessFails(() => rmSync(unfinished, { force: true }));
}

/** The text with its length before it, filled up so that V8 takes the code behind it without a copy. */
function headOf(text: string): Buffer {
  const size = Buffer.byteLength(text);
  const head = Buffer.alloc(Math.ceil((4 + size) / 16) * 16);
  head.writeUInt32LE(size);
  head.write(text, 4);
  return head;
}

/** A name that differs for most texts that differ, from the text's length and a thousand of its characters. */
function nameFrom(text: string): string {
  let hash = text.length;
  const step = Math.ceil(text.length / 1000);
  for (let at = 0; at < text.length; at += step) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}

const largestEntry = 8_000_000;
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

function unlessFails<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
