/** Work handed out through a real Redis server on this machine: whatever fails, the bytes are those of one process. */
import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepare } from "../../src/cli/portfolio/prepare.ts";
import { readPortfolio } from "../../src/index.ts";
import { chunkId, hashOf, manifestOf } from "../../src/workers/ids.ts";
import { openRedis, queueName } from "../../src/workers/redis/open-redis.ts";
import type { Done, RunOptions, Work } from "../../src/workers/work.ts";
import { runWork } from "../../src/workers/workers.ts";
import { tenor } from "../cli/tenor.ts";
import { ended, freePort, heard, said } from "../support/started.ts";

const server = spawnSync("redis-server", ["--version"]).status === 0;
if (!server) process.stderr.write("redis-server is not installed: no work is handed out through Redis\n");

const rows = Array.from({ length: 24 }, (_, index) => `examples/term-loan/scenario.json,2023-03-30,${1000 + index}`);
const read = readPortfolio(`scenario,as of,terms.Loan Amount\n${rows.join("\n")}\n`, "notes.csv");
const asked = { values: ["Level Payment"], within: { count: 30, unit: "day" }, limits: {} } as const;
const { work, tasks } = await prepare("notes.csv", read.ok ? read.value : [], asked);
const parts = tasks.map((task) => [task]);

describe.skipIf(!server)("through Redis", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "tenor-redis-"));
  const running = new Set<ChildProcess>();
  let port = 0;
  let url = "";
  let redis: ChildProcess;
  let whole: string[] = [];

  beforeAll(async () => {
    port = await freePort();
    url = `redis://127.0.0.1:${port}`;
    redis = await startServer();
    whole = (await runAll({ threads: 1 })).map(textOf);
  }, 30_000);

  afterAll(async () => {
    await Promise.all([...running].map((it) => ended(it, "SIGKILL")));
    rmSync(folder, { recursive: true, force: true });
  });

  test("two workers give the bytes of one process; a second run of the same work is one with the first", async () => {
    const workers = await Promise.all([startWorker(), startWorker()]);
    const [one, other] = await Promise.all([runAll({ redis: url }), runAll({ redis: url })]);
    expect(one.map(textOf)).toEqual(whole);
    expect(other.map(textOf)).toEqual(whole);
    await Promise.all(workers.map((it) => ended(it, "SIGINT")));
    // Each chunk was run once, though it was asked for twice.
    expect(workers.map(chunksRun).reduce((sum, count) => sum + count)).toBe(parts.length);
  });

  test("a worker that is killed in the middle loses nothing", async () => {
    const [lost, kept] = await Promise.all([startWorker(), startWorker()]);
    const done = runAll({ redis: url, onProgress: (count) => count === 3 && lost?.kill("SIGKILL") }, changed("killed"));
    expect((await done).map(textOf)).toEqual(whole);
    if (kept !== undefined) await ended(kept, "SIGINT");
  });

  test("a worker that stands still for a while holds nobody up, and what it gives later changes nothing", async () => {
    const [slow, other] = await Promise.all([startWorker(), startWorker()]);
    const onProgress = (count: number) => count === 3 && slow?.kill("SIGSTOP");
    expect((await runAll({ redis: url, onProgress }, changed("slow"))).map(textOf)).toEqual(whole);
    slow?.kill("SIGCONT");
    await Promise.all([slow, other].map((it) => it && ended(it, "SIGINT")));
    expect((await runAll({ redis: url }, changed("slow"))).map(textOf)).toEqual(whole);
  });

  test("a server that is started again with its file goes on where it was", async () => {
    const worker = await startWorker();
    let restarted: Promise<void> | undefined;
    const restart = async () => {
      await ended(redis, "SIGTERM");
      redis = await startServer();
    };
    const onProgress = (count: number) => {
      if (count === 3) restarted = restart();
    };
    expect((await runAll({ redis: url, onProgress }, changed("restarted"))).map(textOf)).toEqual(whole);
    await restarted;
    await ended(worker, "SIGINT");
  });

  test("without a worker of this version it says so, and names the versions that are there", async () => {
    const { connection, close } = await openRedis(url);
    const [seconds] = await connection.time();
    await connection.zadd("tenor:workers", Number(seconds) * 1_000 + 60_000, "9.9.9-other someone");
    await expect(runAll({ redis: url, patience: 1 }, changed("alone"))).rejects.toThrow(
      "There is no worker of this version of Tenor, only of version 9.9.9-other",
    );
    await connection.del("tenor:workers");
    await close();
  });

  test("a chunk that is not what its name says, and a file that was exchanged, are refused", async () => {
    const exchanged = changed("exchanged");
    const { bull, connection, another, close } = await openRedis(url);
    const workId = hashOf(manifestOf(exchanged));
    const [part] = parts;
    const queue = new bull.Queue(queueName, { connection: another() });
    const events = new bull.QueueEvents(queueName, { connection: another() });
    await events.waitUntilReady();
    const answer = async (jobId: string, data: object) =>
      (await queue.add("chunk", data, { jobId })).waitUntilFinished(events, 20_000);
    const [file = ""] = Object.values(exchanged.files);
    await connection.set(`tenor:work:${workId}`, manifestOf(exchanged));
    for (const text of Object.values(exchanged.files)) await connection.set(`tenor:file:${hashOf(text)}`, text);
    await connection.set(`tenor:file:${hashOf(file)}`, `${file} `);
    const worker = await startWorker();
    expect(await answer("c-another", { workId, part })).toEqual({
      failed: "A chunk is not the one that its name says",
    });
    expect(await answer("c-shape", { run: "rm" })).toEqual({ failed: "What is in the queue is no chunk of a work" });
    expect(await answer(`c-${chunkId(workId, part ?? [])}`, { workId, part })).toEqual({
      failed: "A text in Redis is not the one that its name says",
    });
    await connection.del(`tenor:file:${hashOf(file)}`);
    await ended(worker, "SIGINT");
    await Promise.all([queue.close(), events.close()]);
    await close();
  });

  test("what failed is run again by the next start", async () => {
    const worker = await startWorker();
    const wrong = { ...work, settings: { templates: [] } };
    const failed = parts.map(() => "The settings of the portfolio have another shape");
    expect((await runAll({ redis: url }, wrong)).map(textOf)).toEqual(failed);
    expect((await runAll({ redis: url }, wrong)).map(textOf)).toEqual(failed);
    await ended(worker, "SIGINT");
    expect(heard.get(worker)).toContain(`stopped after ${2 * parts.length} chunks, ${2 * parts.length} failed`);
  });

  test("a simulation gives the bytes of one process, compiled and exact, with paths in both engines", async () => {
    const workers = await Promise.all([startWorker(), startWorker()]);
    const note = "test/data/simulation/tranche-note.tenor?Issue Date=2026-01-05&Maturity Date=2026-03-02";
    const asked = ["simulate", note, "--plan", "tranches", "--model", "gbm?volatility=70%&price=1", "--json"];
    for (const more of [
      ["--paths", "9000", "--check", "6"],
      ["--paths", "40", "--exact"],
    ]) {
      const alone = await tenor([...asked, ...more, "--threads", "1"]);
      expect(alone).toMatchObject({ status: 0, err: "" });
      expect(await tenor([...asked, ...more, "--redis", url])).toEqual(alone);
    }
    await Promise.all(workers.map((it) => ended(it, "SIGINT")));
    // Three chunks of 4,096 paths and two of four checks; three chunks of sixteen.
    expect(workers.map(chunksRun).reduce((sum, count) => sum + count)).toBe(8);
  });

  test("a server that is not there is a message", async () => {
    await expect(runAll({ redis: "redis://127.0.0.1:1" })).rejects.toThrow(
      "Redis at redis://127.0.0.1:1 can't be used",
    );
  });

  /** The same rows as another work: what was done for one is not taken for the other. */
  function changed(name: string): Work {
    return { ...work, files: { ...work.files, [`${name} only`]: name } };
  }

  async function startServer(): Promise<ChildProcess> {
    const place = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes"];
    const started = spawn("redis-server", [...place, "--appendfsync", "always", "--save", ""], { stdio: "pipe" });
    running.add(started);
    await said(started, "Ready to accept connections");
    return started;
  }

  async function startWorker(): Promise<ChildProcess> {
    // From the sources, as these tests are: both are of one version.
    const args = ["src/cli/main.ts", "worker", "--redis", url, "--threads", "1"];
    const started = spawn(process.execPath, args, { stdio: "pipe" });
    running.add(started);
    await said(started, "ready for work");
    return started;
  }
});

async function runAll(options: RunOptions, of: Work = work): Promise<Done[]> {
  const done: Done[] = [];
  for await (const chunk of runWork(of, parts, options)) done.push(chunk);
  return done;
}

function textOf(done: Done): string {
  return "bytes" in done ? new TextDecoder().decode(done.bytes) : done.failed;
}

function chunksRun(worker: ChildProcess): number {
  return Number(/stopped after (\d+) chunks, 0 failed/.exec(heard.get(worker) ?? "")?.[1]);
}
