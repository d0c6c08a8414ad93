/** Which workers are there: each says so every few seconds, with the version of its code, by the clock of Redis. */
import type { Redis as Connection } from "ioredis";
import { codeVersion } from "../ids.ts";

const present = "tenor:workers";
/** Milliseconds after which a worker that has said nothing is gone. */
const gone = 15_000;
export const sayEvery = 5_000;

export async function sayPresent(connection: Connection, worker: string): Promise<void> {
  await connection.zadd(present, await timeOf(connection), `${codeVersion} ${worker}`);
}

export async function sayGone(connection: Connection, worker: string): Promise<void> {
  await connection.zrem(present, `${codeVersion} ${worker}`);
}

/** How many workers of this version are there, and which other versions have workers. */
export async function presentWorkers(
  connection: Connection,
): Promise<{ readonly own: number; readonly otherVersions: readonly string[] }> {
  const since = (await timeOf(connection)) - gone;
  const all = await connection.zrangebyscore(present, since, "+inf");
  const versions = all.map((entry) => entry.slice(0, entry.lastIndexOf(" ")));
  const others = versions.filter((version) => version !== codeVersion);
  return { own: versions.length - others.length, otherVersions: [...new Set(others)].toSorted() };
}

async function timeOf(connection: Connection): Promise<number> {
  const [seconds] = await connection.time();
  return Number(seconds) * 1_000;
}
