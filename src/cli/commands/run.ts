import type { Replay, ScenarioRun } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import type { Options, Run } from "../options.ts";
import { renderCsv } from "../render/parts/csv.ts";
import { positionOf } from "../render/position.ts";
import { renderRun } from "../render/run-report.ts";
import type { Terminal } from "../terminal.ts";
import { withScenario } from "../with-scenario.ts";
import { writeJson } from "../write-json.ts";

/** `tenor run SCENARIO`: what happens under a note, and the answers to what the scenario asks. */
export const run: Run = ([scenario], options, terminal) =>
  withScenario(scenario, options.json, terminal, (replay) => {
    const found = replay.outcome();
    if (!found.ok) return found;
    show(replay, found.value, options, terminal);
    const { answers } = found.value.outcome;
    return { ok: true, value: answers.some((it) => "error" in it) ? exitStatus.failed : exitStatus.fine };
  });

function show(replay: Replay, found: ScenarioRun, options: Options, terminal: Terminal): void {
  const { out } = terminal;
  const { template, loaded } = replay;
  const { outcome, receipt } = found;
  if (options.json) writeJson(terminal, { format: "tenor/run@1", scenario: loaded.scenario.name, ...outcome, receipt });
  else if (options.csv) out.write(renderCsv(outcome.journal, outcome.refused));
  else {
    const position = positionOf(replay, template);
    out.write(renderRun({ template, loaded, run: found, position }, out.width, out.paint));
  }
}
