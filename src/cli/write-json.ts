import { visibleJson } from "../index.ts";
import type { Terminal } from "./terminal.ts";

/** What a run's JSON says that it is, as its schema does. */
export const runFormat = "tenor/run@4";

/** Prints data for other programs. */
export function writeJson({ out }: Terminal, data: object): void {
  out.write(visibleJson(`${JSON.stringify(data, null, 2)}\n`));
}
