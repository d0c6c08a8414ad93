import type { JobTransport, RunOptions, Work } from "../work.ts";
import { CannotRun } from "../work.ts";

export async function openQueue(
  _work: Work,
  _manifest: string,
  _url: string,
  _options: RunOptions,
): Promise<JobTransport> {
  throw new CannotRun("Redis is not there yet", "leave --redis out");
}
