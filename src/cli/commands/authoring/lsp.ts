import { join } from "node:path";
import { serveStreams } from "../../../lsp/stdio.ts";
import { exitStatus } from "../../exit-status.ts";
import { packageFolder } from "../../files/folders.ts";
import type { Run } from "../../options.ts";

/** `tenor lsp`: serves an editor until it ends the session. */
export const run: Run = async () => {
  await serveStreams(process.stdin, process.stdout, join(packageFolder(), "terms", "library"));
  return exitStatus.fine;
};
