import type { ExitStatus } from "./exit-status.ts";
import { exitStatus } from "./exit-status.ts";
import type { Problem } from "./problem.ts";
import { problemReport, renderProblems } from "./problem.ts";
import type { Terminal } from "./terminal.ts";
import { writeJson } from "./write-json.ts";

/** Reports why nothing was run: for people on standard error, for programs as JSON in place of the result. */
export function refuse(problems: readonly Problem[], json: boolean | undefined, terminal: Terminal): ExitStatus {
  if (json) writeJson(terminal, problemReport(problems));
  else terminal.err.write(renderProblems(problems, terminal.err.paint));
  return exitStatus.failed;
}

/** Says what is wrong with how a command was used. */
export function wrongUse(message: string, { err }: Terminal): ExitStatus {
  err.write(`error: ${message}\n`);
  return exitStatus.wrongUse;
}
