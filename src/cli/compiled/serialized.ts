/**
 * Programs and findings as bytes.
 *
 * They are plain data but for the source files that their spans share. Those are listed beside the data: what is read
 * again needs no second pass, only their methods back.
 */
import { deserialize, serialize } from "node:v8";
import { SourceFile } from "../../index.ts";

interface Written {
  readonly sources: readonly SourceFile[];
  readonly value: unknown;
}

export function serialized(value: unknown): Buffer {
  return serialize({ sources: sourcesIn(value), value } satisfies Written);
}

/** What was written, with what it shared still shared. Throws for bytes that `serialized` did not write. */
export function revived(bytes: Buffer): unknown {
  // cast: `serialized` wrote it; the cache checks its integrity.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  const { sources, value } = deserialize(bytes) as Written;
  for (const source of sources) Object.setPrototypeOf(source, SourceFile.prototype);
  return value;
}

function sourcesIn(value: unknown): SourceFile[] {
  const seen = new Set<unknown>();
  const waiting = [value];
  while (waiting.length > 0) {
    const it = waiting.pop();
    if (typeof it !== "object" || it === null || seen.has(it)) continue;
    seen.add(it);
    if (it instanceof Map) waiting.push(...it.keys(), ...it.values());
    else if (!(it instanceof SourceFile)) waiting.push(...Object.values(it));
  }
  return [...seen].filter((it) => it instanceof SourceFile);
}
