/**
 * `node bench/many-rows.ts complete 100000`: so many rows of a portfolio through a Redis server of its own on this machine and two
 * workers, each row checked by its own amount. `node bench/many-rows.ts speed 5000`: the same rows in one process, through one
 * worker and through two. It needs redis-server, and Linux for the time of the processor.
 */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const folder = mkdtempSync(join(tmpdir(), "tenor-rows-"));
const running = new Set<ChildProcess>();
const [what = "complete", rows = "100000"] = process.argv.slice(2);
const count = Number(rows);
/** A chunk of about a second. */
const chunk = 230;
const file = join(folder, "rows.csv");

try {
  const loan = resolve("examples/term-loan/scenario.json");
  const lines = Array.from({ length: count }, (_, index) => `${loan},2023-03-30,${firstAmount() + index}\n`);
  writeFileSync(file, `scenario,as of,terms.Loan Amount\n${lines.join("")}`);
  if (what === "complete") await complete();
  else await speed();
} finally {
  for (const it of running) it.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}

function firstAmount(): number {
  return 1_000;
}

async function complete(): Promise<void> {
  const url = await startServer();
  const workers = [await startWorker(url), await startWorker(url)];
  const start = performance.now();
  const out = join(folder, "out.json");
  await ask(["--redis", url], out);
  const seconds = (performance.now() - start) / 1_000;
  const found = await checkedRows(out);
  print(`${found.rows} rows of ${count} in ${seconds.toFixed(0)} s, ${found.wrong} wrong, lost or out of place`);
  print(`chunks run by the two workers: ${(await Promise.all(workers.map(stopped))).join(" and ")}`);
}

/** Of eight quarterly parts at 2%, the level payment; rows differ by $1, so each has a payment of its own. */
function paymentOf(amount: number): number {
  return (amount * 0.02) / (1 - 1.02 ** -8);
}

async function checkedRows(out: string): Promise<{ readonly rows: number; readonly wrong: number }> {
  let [found, wrong] = [0, 0];
  for await (const line of createInterface(createReadStream(out))) {
    if (!line.includes('{"row":')) continue;
    const { row, answers } = JSON.parse(line.trim().replace(/,$/, ""));
    const isInPlace = row === found + 1;
    found += 1;
    const payment = paymentOf(firstAmount() + found - 1);
    if (!isInPlace || answers.length !== 1 || Math.abs(Number(answers[0].answer) - payment) > 0.00501) wrong += 1;
  }
  return { rows: found, wrong };
}

/** Rows a second, and the processor's time for all processes together. */
async function speed(): Promise<void> {
  const alone = await timed(["--threads", "1"], undefined, []);
  print(`one process: ${alone.rate.toFixed(0)} rows a second, ${alone.processor.toFixed(1)} s of the processor`);
  for (const workers of [1, 2]) {
    const url = await startServer();
    const started: ChildProcess[] = [];
    while (started.length < workers) started.push(await startWorker(url));
    const { rate, processor } = await timed(["--redis", url], alone.text, [...running]);
    const more = (100 * (processor / alone.processor - 1)).toFixed(1);
    print(
      `${workers} workers: ${rate.toFixed(0)} rows a second, ${processor.toFixed(1)} s of the processor (${more}% more)`,
    );
    await Promise.all(started.map(stopped));
    for (const it of running) it.kill("SIGKILL");
    running.clear();
  }
}

/** Twice: the first time warms the workers up, and is not counted. The bytes are those of one process. */
async function timed(args: readonly string[], bytes: string | undefined, helpers: readonly ChildProcess[]) {
  const out = join(folder, "speed.json");
  const warm = join(folder, "warm.csv");
  const [head = "", ...all] = readFileSync(file, "utf8").split("\n");
  writeFileSync(warm, [head, ...all.slice(0, 2 * chunk).map((it) => `${it}5`), ""].join("\n"));
  await ask(args, out, warm);
  const before = helpers.map(processorOf).reduce((sum, it) => sum + it, 0);
  const start = performance.now();
  const own = await ask(args, out);
  const seconds = (performance.now() - start) / 1_000;
  const processor = own + helpers.map(processorOf).reduce((sum, it) => sum + it, 0) - before;
  const text = readFileSync(out, "utf8");
  if (bytes !== undefined && bytes !== text) throw new Error("the bytes are not those of one process");
  return { rate: count / seconds, processor, text };
}

/** The seconds of the processor that the command took. */
async function ask(args: readonly string[], out: string, of = file): Promise<number> {
  const shared = [
    "--value",
    "Level Payment",
    "--json",
    "--chunk",
    String(chunk),
    "--keep",
    join(folder, `kept-${Math.random()}`),
  ];
  const started = tenor("portfolio", of, ...shared, ...args);
  started.stdout?.pipe(createWriteStream(out));
  let last = 0;
  const looks = setInterval(() => {
    last = Math.max(last, processorOf(started));
  }, 50);
  const status = await new Promise((done) => started.once("close", done));
  clearInterval(looks);
  if (status !== 0) throw new Error(`the command ended with ${String(status)}`);
  return last;
}

function tenor(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ["src/cli/main.ts", ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

/** In seconds, of a process and its threads; a tick of Linux is a hundredth. */
function processorOf({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

async function startServer(): Promise<string> {
  const port = await freePort();
  const place = ["--port", String(port), "--bind", "127.0.0.1", "--dir", mkdtempSync(join(folder, "redis-"))];
  const options = ["--appendonly", "yes", "--appendfsync", "always", "--save", ""];
  const started = spawn("redis-server", [...place, ...options], { stdio: ["ignore", "pipe", "inherit"] });
  running.add(started);
  await said(started, "Ready to accept connections");
  return `redis://127.0.0.1:${port}`;
}

async function startWorker(url: string): Promise<ChildProcess> {
  const started = tenor("worker", "--redis", url, "--threads", "1");
  running.add(started);
  await said(started, "ready for work");
  return started;
}

/** Ends a worker, and says how many chunks it ran. */
async function stopped(worker: ChildProcess): Promise<string> {
  const last = said(worker, "stopped after");
  worker.kill("SIGINT");
  return /stopped after (\d+)/.exec(await last)?.[1] ?? "?";
}

function said(started: ChildProcess, text: string): Promise<string> {
  let heard = "";
  return new Promise((done, fail) => {
    const take = (part: Buffer) => {
      heard += part.toString();
      if (heard.includes(text)) done(heard);
    };
    started.stdout?.on("data", take);
    started.stderr?.on("data", take);
    started.once("exit", () => fail(new Error(`it ended: ${heard}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
