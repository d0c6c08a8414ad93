/**
 * The executable's entry: reads the command line, runs one command, and leaves its exit status.
 *
 * Start-up time is felt with each command, so nothing but the command line itself is loaded here; each command loads what
 * it needs.
 */
import { writeSync } from "node:fs";
import type { ExitStatus } from "./exit-status.ts";
import { exitStatus } from "./exit-status.ts";
import { runCommandLine } from "./program.ts";
import { openTerminal } from "./terminal.ts";

process.on("uncaughtException", (error) => void fail(error));
// The reader may stop before the end, as `head` does; then the pipe is closed.
for (const stream of [process.stdout, process.stderr]) stream.on("error", endWhenClosed);

void run();

async function run(): Promise<void> {
  try {
    leave(await runCommandLine(process.argv.slice(2), openTerminal()));
  } catch (error) {
    await fail(error);
  }
}

/**
 * Sets the exit status and lets Node end by itself, so that everything written still arrives. Once all of it has arrived
 * the process ends at once: Node would collect garbage first. Where writing failed, what listens to errors says so.
 */
function leave(status: ExitStatus): void {
  process.exitCode = status;
  whenWritten(process.stdout, () => whenWritten(process.stderr, () => process.exit()));
}

function whenWritten(stream: NodeJS.WriteStream, act: () => void): void {
  const { errored } = stream;
  stream.write("", (error) => {
    if (!error && !errored) act();
  });
}

async function fail(error: unknown): Promise<void> {
  if (isOfSystem(error) && error.syscall === "uv_cwd") {
    process.stderr.write("error: the folder you are in is not there any more\n  = help: change to another folder\n");
    return leave(exitStatus.failed);
  }
  process.exitCode = exitStatus.ourMistake;
  const { renderCrash } = await import("./crash.ts");
  process.stderr.write(renderCrash(error, Boolean(process.env.TENOR_DEBUG)));
  leave(exitStatus.ourMistake);
}

function endWhenClosed(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit();
  // Without a stream to write to, nothing more can be said than this.
  const help = error.code === "ENOSPC" ? "make room on the disk" : "check where the output goes";
  writeSync(2, `error: the output can't be written (${error.code})\n  = help: ${help}, and run the command again\n`);
  process.exit(exitStatus.failed);
}

function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
