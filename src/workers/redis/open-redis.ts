/** Connections to Redis or Valkey, and the packages that they need, which few installations have. */
import type * as BullMq from "bullmq";
import type * as IoRedis from "ioredis";
import { codeVersion, hashOf } from "../ids.ts";
import { CannotRun } from "../work.ts";

export interface Redis {
  readonly bull: typeof BullMq;
  readonly connection: IoRedis.Redis;
  /** One more to the same server: what waits for news can do nothing else. */
  readonly another: () => IoRedis.Redis;
  readonly close: () => Promise<void>;
}

/** Only workers of the very same code take what is put here. */
export const queueName = `tenor-${hashOf(codeVersion).slice(0, 16)}`;

/** How long to wait for an answer before the server counts as not there, in milliseconds. */
const answerTime = 5_000;

/** Throws `CannotRun` where the packages are missing or the server does not answer. */
export async function openRedis(url: string): Promise<Redis> {
  const { bull, redis } = await packages();
  const opened: IoRedis.Redis[] = [];
  let firstError: Error | undefined;
  const another = () => {
    // BullMQ waits for a server that is being restarted, however long that takes.
    const made = new redis.Redis(url, { ...account(url), maxRetriesPerRequest: null, lazyConnect: true });
    // Reported once, below; later the connection is made again by itself.
    made.on("error", (error) => {
      firstError ??= error;
    });
    opened.push(made);
    return made;
  };
  const close = async () => {
    for (const it of opened) it.disconnect();
    await Promise.resolve();
  };
  const connection = another();
  try {
    await inTime(connection.connect().then(() => connection.ping()));
  } catch (error) {
    await close();
    const why = firstError ?? error;
    throw new CannotRun(
      `Redis at ${shownUrl(url)} can't be used: ${why instanceof Error ? why.message : String(why)}`,
      "start the server, correct the address, or give its password in TENOR_REDIS_PASSWORD",
    );
  }
  return { bull, connection, another, close };
}

/** The address without its password. */
export function shownUrl(text: string): string {
  const url = new URL(text);
  url.password = "";
  url.username = "";
  return url.toString();
}

async function packages(): Promise<{ readonly bull: typeof BullMq; readonly redis: typeof IoRedis }> {
  try {
    return { bull: await import("bullmq"), redis: await import("ioredis") };
  } catch {
    throw new CannotRun(
      "Redis needs two packages that are not installed",
      "run `npm install bullmq@6.7.0 ioredis@6.0.0`",
    );
  }
}

/** What the address leaves out may stand in the environment, where other users of the machine do not see it. */
function account(url: string): { readonly username?: string; readonly password?: string } {
  const { TENOR_REDIS_USERNAME: username, TENOR_REDIS_PASSWORD: password } = process.env;
  if (new URL(url).password !== "") return {};
  return { ...(username !== undefined && { username }), ...(password !== undefined && { password }) };
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${answerTime / 1_000} s`)), answerTime);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
