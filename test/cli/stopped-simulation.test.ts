/** `Ctrl+C` stops a simulation cleanly, and a second start goes on. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { projectFolder } from "./tenor.ts";

const note = "test/data/simulation/tranche-note.tenor?Issue Date=2026-01-05&Maturity Date=2027-01-04";
const asked = ["simulate", note, "--plan", "tranches", "--model", "gbm?volatility=70%&price=1.00", "--json"];

interface Started {
  readonly stop: () => void;
  readonly ended: Promise<{ readonly status: number | null; readonly out: string; readonly err: string }>;
}

function started(cache: string, paths: number): Started {
  const env = { ...process.env, XDG_CACHE_HOME: cache, TENOR_CACHE: "on", NO_COLOR: "1" };
  const args = [join(projectFolder, "bin/tenor.mjs"), ...asked, "--paths", String(paths)];
  const child = spawn(process.execPath, args, { cwd: projectFolder, env });
  let [out, err] = ["", ""];
  child.stdout.on("data", (text) => (out += String(text)));
  child.stderr.on("data", (text) => (err += String(text)));
  const ended = once(child, "close").then(([status]) => ({ status: Number(status), out, err }));
  return { stop: () => child.kill("SIGINT"), ended };
}

test("what was done is kept, and the same command ends with the bytes of one that was not stopped", async () => {
  const [cache, other] = [mkdtempSync(join(tmpdir(), "tenor-stop-")), mkdtempSync(join(tmpdir(), "tenor-whole-"))];
  const kept = join(cache, "tenor", "simulations");
  const chunks = () =>
    existsSync(kept) ? readdirSync(kept, { recursive: true }).filter((it) => String(it).endsWith(".json")) : [];
  const first = started(cache, 150);
  while (chunks().length === 0) await setTimeout(20);
  first.stop();
  const stopped = await first.ended;
  expect(stopped).toMatchObject({ status: 1, out: "" });
  expect(stopped.err).toMatch(/^stopped: \d+ of 150 paths are done and kept; the same command goes on from there$/m);
  expect(chunks().length).toBeGreaterThan(0);
  const [again, whole] = [await started(cache, 150).ended, await started(other, 150).ended];
  expect(again).toEqual(whole);
  expect(again.status).toBe(0);
  // What is done keeps nothing.
  expect(chunks()).toEqual([]);
  for (const folder of [cache, other]) rmSync(folder, { recursive: true });
}, 240_000);
