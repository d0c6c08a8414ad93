import type { Replay, Result, ScenarioRun } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import type { Options, Run } from "../options.ts";
import { madeFrom } from "../receipts/made-from.ts";
import { renderCsv } from "../render/parts/csv.ts";
import { renderRun } from "../render/run-report.ts";
import { standingOf } from "../standing.ts";
import type { Terminal } from "../terminal.ts";
import { withScenario } from "../with-scenario.ts";
import { writeJson } from "../write-json.ts";

/** `tenor run SCENARIO`: what happens under a note, and the answers to what the scenario asks. */
export const run: Run = ([scenario = ""], options, terminal) =>
  withScenario(scenario, options.json, terminal, (replay, opened) => {
    const found = replay.outcome();
    if (!found.ok) return found;
    if (options.json) {
      const { outcome, receipt } = found.value;
      const from = madeFrom(opened, "run", scenario, {});
      const { name } = replay.loaded.scenario;
      writeJson(terminal, { format: "tenor/run@2", scenario: name, ...outcome, receipt, madeFrom: from });
    } else {
      const shown = show(replay, found.value, options, terminal);
      if (!shown.ok) return shown;
    }
    const { answers } = found.value.outcome;
    return { ok: true, value: answers.some((it) => "error" in it) ? exitStatus.failed : exitStatus.fine };
  });

function show(replay: Replay, found: ScenarioRun, options: Options, terminal: Terminal): Result<void> {
  const { out } = terminal;
  const { template, loaded } = replay;
  const { outcome } = found;
  if (options.csv) out.write(renderCsv(outcome.journal, outcome.refused));
  else {
    const standing = standingOf(replay);
    if (!standing.ok) return standing;
    out.write(renderRun({ template, loaded, run: found, ...standing.value }, out.width, out.paint));
  }
  return { ok: true, value: undefined };
}
