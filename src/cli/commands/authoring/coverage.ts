import { coverByStories } from "../../../index.ts";
import type { ExitStatus } from "../../exit-status.ts";
import { exitStatus } from "../../exit-status.ts";
import type { Options } from "../../options.ts";
import { refuse } from "../../refuse.ts";
import { coverageJson, renderCoverage } from "../../render/testing/coverage.ts";
import type { Terminal } from "../../terminal.ts";
import { openTrials } from "../../testing/open-trials.ts";
import { writeJson } from "../../write-json.ts";

/** `tenor test TEMPLATE --coverage`: which clauses, branches, readings, exceptions and refusals no story gets to. */
export async function testCoverage(
  [path = "", ...scenarios]: readonly string[],
  { json, html }: Options,
  terminal: Terminal,
): Promise<ExitStatus> {
  const trials = await openTrials(path, scenarios);
  if (!trials.ok) return refuse(trials.diagnostics, json, terminal);
  const { template, file, stories } = trials.value;
  const coverage = coverByStories(template, file, stories);
  const report = {
    title: template.program.title,
    file,
    sections: template.program.sections,
    stories: stories.length,
    coverage,
  };
  if (html !== undefined) {
    const { writeCoverage } = await import("../../html/write-coverage.ts");
    const problem = await writeCoverage(report, html, terminal);
    if (problem !== undefined) return refuse([problem], json, terminal);
  } else if (json) writeJson(terminal, coverageJson(report));
  else terminal.out.write(renderCoverage(report, terminal.out.width, terminal.out.paint));
  return coverage.failing.length > 0 ? exitStatus.failed : exitStatus.fine;
}
