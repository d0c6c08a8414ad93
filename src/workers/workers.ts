/** Work in chunks: what commands use of it. It is loaded by itself, and Redis only where it is asked for. */

export { shownUrl } from "./redis/open-redis.ts";
export { serveQueue } from "./redis/serve.ts";
export { forgetKept, runWork } from "./run-work.ts";
export { CannotRun } from "./work.ts";
