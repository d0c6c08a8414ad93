import { existsSync, mkdirSync, statSync } from "node:fs";
import type { FileProblem } from "../problem.ts";
import { fileProblem } from "../problem.ts";

/** Only the last folder of the path is made: a slip in the others would be kept somewhere else. */
export function folderProblem(keep: string): FileProblem | undefined {
  try {
    if (!existsSync(keep)) mkdirSync(keep, { mode: 0o700 });
    if (statSync(keep).isDirectory()) return undefined;
  } catch {
    // Said below.
  }
  return fileProblem(keep, `${keep} can't be used as a folder`, "name a folder that you may write to");
}
