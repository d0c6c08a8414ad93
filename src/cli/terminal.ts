import type { WriteStream } from "node:tty";
import type { Paint } from "./render/parts/paint.ts";
import { createPaint, hasColour } from "./render/parts/paint.ts";

/** Where a command writes: results to `out`, everything about them to `err`. */
export interface Terminal {
  readonly out: Output;
  readonly err: Output;
}

export interface Output {
  write(text: string): void;
  readonly paint: Paint;
  readonly isTerminal: boolean;
  /** Columns to fill; 80 by default. */
  readonly width: number;
  /** Whether it shows more than ASCII. */
  readonly isUnicode: boolean;
}

export function openTerminal(): Terminal {
  return { out: outputOf(process.stdout), err: outputOf(process.stderr) };
}

/** Beyond this a line is hard to follow. */
const widest = 120;
const narrowest = 40;

function outputOf(stream: WriteStream): Output {
  const isTerminal = stream.isTTY === true;
  const columns = (isTerminal ? stream.columns : Number(process.env.COLUMNS)) || 80;
  return {
    write: (text) => void stream.write(text),
    paint: createPaint(hasColour(isTerminal, process.env)),
    isTerminal,
    width: Math.max(narrowest, Math.min(columns, widest)),
    isUnicode: !isTerminal || showsUnicode(process.env, process.platform),
  };
}

/** Whether a terminal's locale is one of UTF-8; on Windows, whether it is one of the newer terminals. */
export function showsUnicode(env: Readonly<Record<string, string | undefined>>, platform: string): boolean {
  if (platform === "win32") return Boolean(env.WT_SESSION ?? env.TERM_PROGRAM);
  // The first that is set counts, as POSIX has it.
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
  return /utf-?8/i.test(locale) && env.TERM !== "linux";
}
