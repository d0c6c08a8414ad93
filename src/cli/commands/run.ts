import type { PlanWords, Replay, ScenarioRun } from "../../index.ts";
import { parseDate } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import type { OpenScenario } from "../files/open-scenario.ts";
import { isReport, wrongReportOptions } from "../html/report-options.ts";
import type { Options, Run } from "../options.ts";
import { saveScenario } from "../plans/open-plan.ts";
import { renderPlan } from "../plans/render-plan.ts";
import type { Loaded } from "../problem.ts";
import type { MadeFrom } from "../receipts/made-from.ts";
import { madeFrom } from "../receipts/made-from.ts";
import { wrongUse } from "../refuse.ts";
import { renderCsv } from "../render/parts/csv.ts";
import { renderRun } from "../render/run-report.ts";
import { standingOf } from "../standing.ts";
import type { Terminal } from "../terminal.ts";
import { withScenario } from "../with-scenario.ts";
import { runFormat, writeJson } from "../write-json.ts";

/** `tenor run SCENARIO`: what happens under a note, and the answers to what the scenario asks. */
export const run: Run = ([scenario = ""], options, terminal) => {
  const wrong = wrongReportOptions(options);
  if (wrong !== undefined) return wrongUse(wrong, terminal);
  const { json, story, plan } = options;
  const misplaced = plan === undefined ? wrongWithoutPlan(options) : wrongWithPlan(options);
  if (misplaced !== undefined) return wrongUse(misplaced, terminal);
  return withScenario(
    scenario,
    json,
    terminal,
    async (replay, opened, planned) => {
      const asked = { story, plan, through: options.through };
      const from = () => madeFrom(planned?.begun ?? opened, "run", scenario, asked);
      if (planned !== undefined && options.saveScenario !== undefined) {
        const saved = saveScenario(options.saveScenario, planned, scenario);
        if (!saved.ok) return saved;
      }
      const found = replay.outcome();
      if (!found.ok) return found;
      const shown = json
        ? showJson(found.value, opened, from, terminal, planned?.words)
        : await show(replay, found.value, options, terminal, from, planned?.words);
      if (!shown.ok) return shown;
      const { answers } = found.value.outcome;
      return { ok: true, value: answers.some((it) => "error" in it) ? exitStatus.failed : exitStatus.fine };
    },
    { story, plan, through: options.through },
  );
};

function wrongWithPlan({ story, through }: Options): string | undefined {
  if (story !== undefined) return "--plan goes on from a scenario, not from a story; leave --story out";
  const isDay = through === undefined || parseDate(through) !== undefined;
  return isDay ? undefined : "--through names no day; write one such as 2006-12-31";
}

function wrongWithoutPlan({ through, saveScenario: saved }: Options): string | undefined {
  const option = through === undefined ? saved && "--save-scenario" : "--through";
  return option && `${option} is for a run with a plan; name one with --plan`;
}

function showJson(
  { outcome, receipt }: ScenarioRun,
  opened: OpenScenario,
  from: () => MadeFrom,
  terminal: Terminal,
  plan: PlanWords | undefined,
): Loaded<undefined> {
  const { name } = opened.loaded.scenario;
  const planned = plan && { plan };
  writeJson(terminal, { format: runFormat, scenario: name, ...outcome, ...planned, receipt, madeFrom: from() });
  return { ok: true, value: undefined };
}

async function show(
  replay: Replay,
  found: ScenarioRun,
  options: Options,
  terminal: Terminal,
  from: () => MadeFrom,
  plan: PlanWords | undefined,
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
    if (plan !== undefined) out.write(renderPlan(plan, out.width, out.paint));
    out.write(renderRun({ template, loaded, run: found, ...standing.value }, out.width, out.paint));
  }
  return { ok: true, value: undefined };
}
