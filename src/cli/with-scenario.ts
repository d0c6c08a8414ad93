import { Replay } from "../index.ts";
import type { ExitStatus } from "./exit-status.ts";
import { openScenario } from "./files/open-scenario.ts";
import type { Loaded } from "./problem.ts";
import { refuse } from "./refuse.ts";
import type { Terminal } from "./terminal.ts";
import { showWarnings } from "./warnings.ts";

/** Opens the scenario that a command names, shows its warnings, and does what the command does; else says why not. */
export async function withScenario(
  path: string | undefined,
  json: boolean | undefined,
  terminal: Terminal,
  act: (replay: Replay) => Loaded<ExitStatus> | Promise<Loaded<ExitStatus>>,
): Promise<ExitStatus> {
  const opened = await openScenario(path ?? "");
  if (opened.ok) showWarnings(opened.value.loaded.warnings, terminal);
  const done = opened.ok ? await act(new Replay(opened.value.template, opened.value.loaded)) : opened;
  return done.ok ? done.value : refuse(done.diagnostics, json, terminal);
}
