import { writeFileSync } from "node:fs";
import { visibleText } from "../../index.ts";
import { standardInput } from "../files/files.ts";
import type { FileProblem } from "../problem.ts";
import { fileProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";

/** Writes what a command made to a file, or a text to standard output where the file is `-`. */
export function writeFile(path: string, content: string | Uint8Array, { out }: Terminal): FileProblem | undefined {
  if (path === standardInput && typeof content === "string") {
    out.write(content);
    return undefined;
  }
  try {
    writeFileSync(path, content);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    const help = "name a file in a folder that exists and that you may write to";
    return fileProblem(path, `${path} can't be written (${code})`, help);
  }
  out.write(`wrote ${visibleText(path)}\n`);
  return undefined;
}
