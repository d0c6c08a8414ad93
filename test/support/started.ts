/** Processes that a test starts: what they say, and how they end. */
import type { ChildProcess } from "node:child_process";
import { createServer } from "node:net";

/** What each has said so far. */
export const heard = new Map<ChildProcess, string>();

/** Until a process has said something; it fails where the process ends before. */
export function said(started: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer) => {
      heard.set(started, `${heard.get(started) ?? ""}${chunk.toString()}`);
      if (heard.get(started)?.includes(text)) resolve();
    };
    started.stdout?.on("data", take);
    started.stderr?.on("data", take);
    started.once("exit", () => reject(new Error(`it ended: ${heard.get(started) ?? ""}`)));
  });
}

export function ended(it: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (it.exitCode !== null || it.signalCode !== null) return resolve();
    it.once("close", () => resolve());
    it.kill(signal);
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
