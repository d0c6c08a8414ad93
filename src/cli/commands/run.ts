import type { Replay, ScenarioRun } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import type { Options, Run } from "../options.ts";
import { renderCsv } from "../render/parts/csv.ts";
import type { Terminal } from "../terminal.ts";
import { withScenario } from "../with-scenario.ts";
import { writeJson } from "../write-json.ts";

/** `tenor run SCENARIO`: what happens under a note, and the answers to what the scenario asks. */
export const run: Run = ([scenario], options, terminal) =>
  withScenario(scenario, options.json, terminal, async (replay) => {
    const found = replay.outcome();
    if (!found.ok) return found;
    await show(replay, found.value, options, terminal);
    const { answers } = found.value.outcome;
    return { ok: true, value: answers.some((it) => "error" in it) ? exitStatus.failed : exitStatus.fine };
  });

async function show(replay: Replay, found: ScenarioRun, options: Options, terminal: Terminal): Promise<void> {
  const { out } = terminal;
  const { template, loaded } = replay;
  const { outcome, receipt } = found;
  if (options.json) writeJson(terminal, { format: "tenor/run@1", scenario: loaded.scenario.name, ...outcome, receipt });
  else if (options.csv) out.write(renderCsv(outcome.journal, outcome.refused));
  else {
    const { renderRun } = await import("../render/run-report.ts");
    const { positionOf } = await import("../render/position.ts");
    const position = positionOf(replay, template);
    out.write(renderRun({ template, loaded, run: found, position }, out.width, out.paint));
  }
}
