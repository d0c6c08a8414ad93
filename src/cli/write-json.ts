import { visibleJson } from "../index.ts";
import type { Terminal } from "./terminal.ts";

/** Prints data for other programs. */
export function writeJson({ out }: Terminal, data: object): void {
  out.write(visibleJson(`${JSON.stringify(data, null, 2)}\n`));
}
