import type { Diagnostic } from "../index.ts";
import { renderProblems } from "./problem.ts";
import type { Terminal } from "./terminal.ts";

/** Prints warnings about what was read on standard error, so that the result stays as it is; each only once. */
export function showWarnings(warnings: readonly Diagnostic[], { err }: Terminal, shown: Set<string> = new Set()): void {
  for (const warning of warnings) {
    const text = renderProblems([warning], err.paint);
    if (!shown.has(text)) err.write(text);
    shown.add(text);
  }
}
