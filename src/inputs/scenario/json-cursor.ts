/** Where a cursor stands in JSON that may be half written. */
import { getLocation, parse } from "jsonc-parser";

export interface JsonCursor {
  /** Keys and indexes down to what stands, or would stand, at the cursor. */
  readonly path: readonly (string | number)[];
  /** Whether a key stands there, and not a value. */
  readonly isAtKey: boolean;
  /** What has been written there so far, without its quote, and the offsets of all that stands there. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  /** Whether a colon follows already, where a key stands there. */
  readonly hasColon: boolean;
}

export function jsonCursor(text: string, offset: number): JsonCursor {
  const { path, isAtPropertyKey: isAtKey, previousNode } = getLocation(text, offset);
  const isWithin =
    previousNode !== undefined && previousNode.offset < offset && offset <= previousNode.offset + previousNode.length;
  const start = isWithin ? previousNode.offset : offset;
  // A text that is not closed goes on to the end of its line; what is behind the cursor then is no part of it.
  const isClosed = isWithin && /^"(?:[^"\\\n]|\\.)*"$/.test(text.slice(start, start + previousNode.length));
  const end = isClosed ? start + previousNode.length : offset;
  const typed = text.slice(start, offset).replace(/^"/, "");
  return { path, isAtKey, typed, start, end, hasColon: /^\s*:/.test(text.slice(end)) };
}

/** As much of a text as can be understood, as plain data. */
export function looseJson(text: string): unknown {
  return parse(text, [], { allowTrailingComma: true, disallowComments: false });
}
