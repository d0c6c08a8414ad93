import type { CoverReport } from "../../index.ts";
import { renderCoverPage } from "../../reports.ts";
import type { FileProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "./write-file.ts";

/** Writes the page of a contract's text beside its clauses. */
export function writeCover(
  { title, coverage }: CoverReport,
  path: string,
  terminal: Terminal,
): FileProblem | undefined {
  return writeFile(path, renderCoverPage(title, coverage), terminal);
}
