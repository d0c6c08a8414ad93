import type { ScenarioRun } from "../../index.ts";
import { Replay } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { openScenario } from "../files/open-scenario.ts";
import { refuse } from "../refuse.ts";
import { renderCsv } from "../render/parts/csv.ts";
import type { Terminal } from "../terminal.ts";
import { showWarnings } from "../warnings.ts";
import { writeJson } from "../write-json.ts";

export interface RunOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** `tenor run SCENARIO`: what happens under a note, and the answers to what the scenario asks. */
export async function runRun(scenario: string, options: RunOptions, terminal: Terminal): Promise<ExitStatus> {
  const { json = false } = options;
  const opened = await openScenario(scenario);
  if (!opened.ok) return refuse(opened.problems, json, terminal);
  const { template, loaded } = opened.value;
  showWarnings(loaded.warnings, terminal);
  const replay = new Replay(template, loaded);
  const run = replay.outcome();
  if (!run.ok) return refuse(run.diagnostics, json, terminal);
  await show(replay, run.value, options, terminal);
  return run.value.outcome.answers.some((answer) => "error" in answer) ? exitStatus.failed : exitStatus.fine;
}

async function show(replay: Replay, run: ScenarioRun, options: RunOptions, terminal: Terminal): Promise<void> {
  const { out } = terminal;
  const { template, loaded } = replay;
  const { outcome, receipt } = run;
  if (options.json) writeJson(terminal, { format: "tenor/run@1", scenario: loaded.scenario.name, ...outcome, receipt });
  else if (options.csv) out.write(renderCsv(outcome.journal, outcome.refused));
  else {
    const { renderRun } = await import("../render/run-report.ts");
    const { positionOf } = await import("../render/position.ts");
    const position = positionOf(replay, template);
    out.write(renderRun({ template, loaded, run, position }, out.width, out.paint));
  }
}
