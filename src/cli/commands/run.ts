import { runScenario } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { openScenario } from "../open-scenario.ts";
import { refuse } from "../refuse.ts";
import { renderCsv } from "../render/csv.ts";
import type { RunToShow } from "../render/run-report.ts";
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
  const run = runScenario(template, loaded);
  if (!run.ok) return refuse(run.diagnostics, json, terminal);
  await show({ template, loaded, run: run.value }, options, terminal);
  return run.value.outcome.answers.some((answer) => "error" in answer) ? exitStatus.failed : exitStatus.fine;
}

async function show({ template, loaded, run }: RunToShow, options: RunOptions, terminal: Terminal): Promise<void> {
  const { out } = terminal;
  const { outcome, receipt } = run;
  if (options.json) writeJson(terminal, { format: "tenor/run@1", scenario: loaded.scenario.name, ...outcome, receipt });
  else if (options.csv) out.write(renderCsv(outcome.journal, outcome.refused));
  else {
    const { renderRun } = await import("../render/run-report.ts");
    out.write(renderRun({ template, loaded, run }, out.width, out.paint));
  }
}
