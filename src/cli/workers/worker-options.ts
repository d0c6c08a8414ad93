/** The options of commands that hand out work, and how they are stopped. */
import { join } from "node:path";
import type { RunOptions } from "../../workers/work.ts";
import { cacheFolder } from "../compiled/cache.ts";
import type { Options } from "../options.ts";
import { exampleUrl, isRedisUrl } from "./redis-url.ts";

/** What the options say, or what is wrong with them. */
export function workerOptions(options: Options): RunOptions | string {
  const { redis, threads, keep, patience } = options;
  if (redis !== undefined && !isRedisUrl(redis)) return `--redis needs an address, such as ${exampleUrl}`;
  const count = wholeNumber(threads);
  if (threads !== undefined && (count === undefined || count > mostThreads))
    return `--threads ${threads} is not a number of threads; write a whole number from 1 to ${mostThreads}`;
  const seconds = wholeNumber(patience);
  if (patience !== undefined && seconds === undefined)
    return `--patience ${patience} is not a number of seconds; write a whole number such as 60`;
  return { redis, threads: count, patience: seconds, keep: keep ?? usualFolder() };
}

const mostThreads = 1024;

/** Undefined for what is no whole number from 1. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** Where chunks that are done are kept; nowhere, where the cache is switched off. */
function usualFolder(): string | undefined {
  const folder = cacheFolder(process.env, process.platform);
  return folder === undefined ? undefined : join(folder, "kept");
}

/** Lets `Ctrl+C` stop cleanly: the first time the signal is given, the second time the process ends. */
export async function stoppable<T>(act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const signals = ["SIGINT", "SIGTERM"] as const;
  const onSignal = () => {
    for (const name of signals) process.off(name, onSignal);
    stop.abort();
  };
  for (const name of signals) process.on(name, onSignal);
  try {
    return await act(stop.signal);
  } finally {
    for (const name of signals) process.off(name, onSignal);
  }
}
