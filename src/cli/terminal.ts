import type { WriteStream } from "node:tty";
import type { Paint } from "./render/paint.ts";
import { createPaint, hasColour } from "./render/paint.ts";

/** Where a command writes: results to `out`, everything about them to `err`. */
export interface Terminal {
  readonly out: Output;
  readonly err: Output;
}

export interface Output {
  write(text: string): void;
  readonly paint: Paint;
  readonly isTerminal: boolean;
  /** Columns to fill; 80 where nobody says. */
  readonly width: number;
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
  };
}

/** Prints data for other programs. */
export function writeJson({ out }: Terminal, data: object): void {
  out.write(`${JSON.stringify(data, null, 2)}\n`);
}
