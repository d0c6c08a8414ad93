/** `Ctrl+C` stops a simulation cleanly, and a second start goes on. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { projectFolder } from "./tenor.ts";

const note = "test/data/simulation/tranche-note.tenor?Issue Date=2026-01-05&Maturity Date=2026-06-01";
const asked = ["simulate", note, "--plan", "tranches", "--model", "gbm?volatility=70%&price=1.00", "--json"];

interface Started {
  readonly stop: () => void;
  readonly ended: Promise<{ readonly status: number | null; readonly out: string; readonly err: string }>;
}

function started(keep: string, ...more: readonly string[]): Started {
  const env = { ...process.env, NO_COLOR: "1" };
  const args = [join(projectFolder, "bin/tenor.mjs"), ...asked, ...more, "--keep", keep];
  const child = spawn(process.execPath, args, { cwd: projectFolder, env });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text) => (out += String(text)));
  child.stderr.on("data", (text) => (err += String(text)));
  const ended = once(child, "close").then(([status]) => ({ status: Number(status), out, err }));
  return { stop: () => child.kill("SIGINT"), ended };
}

const folder = () => mkdtempSync(join(tmpdir(), "tenor-stop-"));
const chunksIn = (kept: string) =>
  existsSync(kept) ? readdirSync(kept, { recursive: true }).filter((it) => /[0-9a-f]{64}$/.test(String(it))) : [];

test.each([
  ["compiled", 60_000, []],
  ["in the exact engine", 150, ["--exact"]],
] as const)(
  "what was done %s is kept, and the same command ends with the bytes of one that was not stopped",
  async (_, paths, engine) => {
    const [keep, other] = [folder(), folder()];
    const args = ["--paths", String(paths), ...engine];
    const first = started(keep, ...args, "--threads", "1");
    // The folder of the work, and a chunk in it.
    while (chunksIn(keep).length < 2) await setTimeout(10);
    first.stop();
    const stopped = await first.ended;
    expect(stopped).toMatchObject({ status: 1, out: "" });
    expect(stopped.err).toContain(`of ${paths} paths are done and kept; the same command goes on from there`);
    expect(chunksIn(keep).length).toBeGreaterThan(1);
    const [again, whole] = [
      await started(keep, ...args, "--threads", "1").ended,
      await started(other, ...args, "--threads", "2").ended,
    ];
    expect(again).toEqual(whole);
    expect(again.status).toBe(0);
    // What is done keeps nothing.
    expect(chunksIn(keep)).toEqual([]);
    for (const it of [keep, other]) rmSync(it, { recursive: true });
  },
  240_000,
);
