import picocolors from "picocolors";
import type { Paint as DiagnosticPaint } from "../../../index.ts";

/** Styles for what a command prints; each takes a text without line ends. */
export interface Paint {
  readonly bold: Style;
  readonly dim: Style;
  readonly red: Style;
  readonly green: Style;
  readonly yellow: Style;
  readonly cyan: Style;
  readonly diagnostic: DiagnosticPaint;
}

type Style = (text: string) => string;

/** Styles that colour, or that leave every text as it is. */
export function createPaint(hasColour: boolean): Paint {
  const { bold, dim, red, green, yellow, cyan, blue } = picocolors.createColors(hasColour);
  return {
    bold,
    dim,
    red,
    green,
    yellow,
    cyan,
    diagnostic: {
      error: (text) => bold(red(text)),
      warning: (text) => bold(yellow(text)),
      hint: (text) => bold(cyan(text)),
      message: bold,
      frame: blue,
      related: blue,
      help: bold,
    },
  };
}

export const plainPaint: Paint = createPaint(false);

/**
 * Whether to colour what goes to a stream: never under `NO_COLOR`, always under `FORCE_COLOR`, else on a terminal.
 *
 * An empty variable counts as not set, as no-color.org has it; `FORCE_COLOR=0` asks for none.
 */
export function hasColour(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return isTerminal && env.TERM !== "dumb";
}
