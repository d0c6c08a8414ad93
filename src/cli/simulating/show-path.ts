/** `--path K`: the timeline of one path, by the exact engine. */
import type { OpenSimulation } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import type { OpenTemplate } from "../files/open-scenario.ts";
import type { Options } from "../options.ts";
import { refuse, wrongUse } from "../refuse.ts";
import { renderCsv } from "../render/parts/csv.ts";
import { renderRun } from "../render/run-report.ts";
import { standingOf } from "../standing.ts";
import type { Terminal } from "../terminal.ts";
import { runFormat, writeJson } from "../write-json.ts";
import { wholeNumber } from "./asked.ts";

export function showPath(
  text: string,
  template: OpenTemplate,
  simulation: OpenSimulation,
  options: Options,
  terminal: Terminal,
): ExitStatus {
  const path = wholeNumber(text, Number.MAX_SAFE_INTEGER);
  if (path === undefined)
    return wrongUse(`--path ${text} is not the number of a path; write a whole number from 0 on`, terminal);
  const alone = simulation.replay(path);
  if (!alone.ok) return refuse(alone.diagnostics, options.json, terminal);
  const replay = alone.value;
  const run = replay.outcome();
  if (!run.ok) return refuse(run.diagnostics, options.json, terminal);
  const standing = standingOf(replay);
  if (!standing.ok) return refuse(standing.diagnostics, options.json, terminal);
  const { out } = terminal;
  if (options.json) {
    const { outcome, receipt } = run.value;
    writeJson(terminal, { format: runFormat, scenario: `path ${path}`, ...outcome, receipt, madeFrom: null });
  } else if (options.csv) out.write(renderCsv(run.value.outcome.journal, run.value.outcome.refused));
  else
    out.write(renderRun({ template, loaded: replay.loaded, run: run.value, ...standing.value }, out.width, out.paint));
  return exitStatus.fine;
}
