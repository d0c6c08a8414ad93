import type { Replay, ScenarioRun } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import type { OpenScenario } from "../files/open-scenario.ts";
import { isReport, wrongReportOptions } from "../html/report-options.ts";
import type { Options, Run } from "../options.ts";
import type { Loaded } from "../problem.ts";
import type { MadeFrom } from "../receipts/made-from.ts";
import { madeFrom } from "../receipts/made-from.ts";
import { wrongUse } from "../refuse.ts";
import { renderCsv } from "../render/parts/csv.ts";
import { renderRun } from "../render/run-report.ts";
import { standingOf } from "../standing.ts";
import type { Terminal } from "../terminal.ts";
import { withScenario } from "../with-scenario.ts";
import { writeJson } from "../write-json.ts";

/** `tenor run SCENARIO`: what happens under a note, and the answers to what the scenario asks. */
export const run: Run = ([scenario = ""], options, terminal) => {
  const wrong = wrongReportOptions(options);
  if (wrong !== undefined) return wrongUse(wrong, terminal);
  const { json, story } = options;
  return withScenario(
    scenario,
    json,
    terminal,
    async (replay, opened) => {
      const from = () => madeFrom(opened, "run", scenario, { story });
      const found = replay.outcome();
      if (!found.ok) return found;
      const shown = json
        ? showJson(found.value, opened, from, terminal)
        : await show(replay, found.value, options, terminal, from);
      if (!shown.ok) return shown;
      const { answers } = found.value.outcome;
      return { ok: true, value: answers.some((it) => "error" in it) ? exitStatus.failed : exitStatus.fine };
    },
    story,
  );
};

function showJson(
  { outcome, receipt }: ScenarioRun,
  opened: OpenScenario,
  from: () => MadeFrom,
  terminal: Terminal,
): Loaded<undefined> {
  const { name } = opened.loaded.scenario;
  writeJson(terminal, { format: "tenor/run@3", scenario: name, ...outcome, receipt, madeFrom: from() });
  return { ok: true, value: undefined };
}

async function show(
  replay: Replay,
  found: ScenarioRun,
  options: Options,
  terminal: Terminal,
  from: () => MadeFrom,
): Promise<Loaded<undefined>> {
  const { html, xlsx, text, csv } = options;
  if (isReport(options)) {
    const { writeRunReport } = await import("../html/write-report.ts");
    return writeRunReport(replay, { html, xlsx, text, terminal, from });
  }
  const { out } = terminal;
  const { template, loaded } = replay;
  const { outcome } = found;
  if (csv) out.write(renderCsv(outcome.journal, outcome.refused));
  else {
    const standing = standingOf(replay);
    if (!standing.ok) return standing;
    out.write(renderRun({ template, loaded, run: found, ...standing.value }, out.width, out.paint));
  }
  return { ok: true, value: undefined };
}
