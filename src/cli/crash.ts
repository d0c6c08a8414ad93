import { createHash } from "node:crypto";

/**
 * What to say when Tenor itself is at fault: one line with a code that stays the same for the same mistake, and no stack
 * trace, which says nothing to whoever only wanted an answer.
 */
export function renderCrash(error: unknown, isDebugging: boolean): string {
  const line = `tenor: this is a mistake in Tenor, not in your files (code ${crashCode(error)}). Please report it, with the command and its files.`;
  if (!isDebugging) return `${line} TENOR_DEBUG=1 shows more.\n`;
  return `${line}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

/** Eight letters and digits from the kind of error and the place in the program, not from what was read. */
export function crashCode(error: unknown): string {
  const { name, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const place = /^\s+at (?:async )?([\w.#<>]+)/m.exec(stack)?.[1] ?? "";
  return createHash("sha256").update(`${name} ${place}`).digest("hex").slice(0, 8);
}
