import { exitStatus } from "../../exit-status.ts";
import type { Run } from "../../options.ts";
import { fileProblem } from "../../problem.ts";
import { refuse, wrongUse } from "../../refuse.ts";
import { exampleUrl } from "../../workers/redis-url.ts";
import { stoppable, workerOptions } from "../../workers/worker-options.ts";

/** `tenor worker --redis URL`: runs chunks that other machines hand out, until it is stopped. */
export const run: Run = async (_, options, terminal) => {
  const asked = workerOptions(options);
  if (typeof asked === "string") return wrongUse(asked, terminal);
  const { redis, threads } = asked;
  if (redis === undefined) return wrongUse(`a worker needs --redis with an address, such as ${exampleUrl}`, terminal);
  const { CannotRun, serveQueue, shownUrl } = await import("../../../workers/workers.ts");
  let [done, failed] = [0, 0];
  try {
    await stoppable((signal) =>
      serveQueue(redis, {
        threads,
        signal,
        onReady: () => terminal.err.write(`ready for work from ${shownUrl(redis)}; Ctrl+C stops it\n`),
        onChunk: (why) => {
          done++;
          if (why === undefined) return;
          failed++;
          terminal.err.write(`a chunk failed: ${why}\n`);
        },
      }),
    );
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    return refuse([fileProblem("", error.message, error.help)], undefined, terminal);
  }
  terminal.err.write(`stopped after ${done} chunks, ${failed} failed\n`);
  return exitStatus.fine;
};
