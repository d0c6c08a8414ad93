/** Reads what chunks of rows gave. */
import type { DiagnosticJson } from "../../index.ts";
import type { RowResult, RowTask } from "../../workers/kinds/portfolio.ts";
import type { Done } from "../../workers/work.ts";
import { fileProblem, problemReport } from "../problem.ts";

/** The rows of a chunk in their order; where all of the chunk failed, each row says so. */
export function resultsOf(done: Done, rows: readonly RowTask[]): readonly RowResult[] {
  if ("failed" in done) return rows.map(({ row, id }) => ({ row, id, failed: [lostChunk(done.failed)] }));
  // cast: the kind of work wrote it, for the part that it was given.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return JSON.parse(new TextDecoder().decode(done.bytes)) as readonly RowResult[];
}

function lostChunk(why: string): DiagnosticJson {
  const help = "start the command again: rows that are done are kept";
  const [found] = problemReport([fileProblem("", `The rows could not be run: ${why}`, help)]).diagnostics;
  if (found === undefined) throw new Error("a problem is reported");
  return found;
}
