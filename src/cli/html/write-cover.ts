import type { CoverReport, StoryCoverage } from "../../index.ts";
import { renderCoverPage } from "../../reports.ts";
import type { FileProblem } from "../problem.ts";
import type { Terminal } from "../terminal.ts";
import { writeFile } from "./write-file.ts";

/** Writes the page of a contract's text beside its clauses, coloured by what stories reach. */
export function writeCover(
  { title, coverage }: CoverReport,
  reached: StoryCoverage | undefined,
  path: string,
  terminal: Terminal,
): FileProblem | undefined {
  return writeFile(path, renderCoverPage(title, coverage, reached?.items), terminal);
}
