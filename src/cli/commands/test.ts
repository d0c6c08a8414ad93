import { assertNever, visibleText } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { shownName } from "../files/files.ts";
import { Templates } from "../files/open-scenario.ts";
import { withStories } from "../files/open-story.ts";
import { foldersNamed } from "../files/reach.ts";
import { writeFile } from "../html/write-file.ts";
import type { Options, Run } from "../options.ts";
import { problemReport } from "../problem.ts";
import { refuse, wrongUse } from "../refuse.ts";
import { renderCase } from "../render/test-report.ts";
import type { Terminal } from "../terminal.ts";
import type { Case } from "../testing/find-cases.ts";
import { findCases } from "../testing/find-cases.ts";
import { junitXml, tapLines } from "../testing/formats.ts";
import { Progress } from "../testing/progress.ts";
import type { CaseReport } from "../testing/report.ts";
import { scenarioName, testScenarioText, unreadable } from "../testing/test-scenario.ts";
import { testTemplateFile } from "../testing/test-template.ts";
import { showWarnings } from "../warnings.ts";
import { writeJson } from "../write-json.ts";

/** `tenor test PATH…`: runs scenarios, and compares their answers with what they expect. */
export const run: Run = async (paths, options, terminal) => {
  const { json, tap, quiet, coverage, boundaries } = options;
  if (coverage && boundaries)
    return wrongUse("--coverage and --boundaries are two lists: ask for one at a time", terminal);
  if (coverage) return (await import("./authoring/coverage.ts")).testCoverage(paths, options, terminal);
  if (boundaries) return (await import("./authoring/boundaries.ts")).testBoundaries(paths, options, terminal);
  if (json && tap) return wrongUse("--json and --tap are two outputs: ask for one at a time", terminal);
  if (tap && quiet) return wrongUse("--tap lists every scenario: leave --quiet out", terminal);
  const folders = foldersNamed(paths);
  const templates = new Templates(folders);
  const status = await testOnce(paths, templates, options, terminal);
  if (!options.watch) return status;
  const { watchFiles } = await import("../files/watch.ts");
  const files = new Set([...paths, ...paths.map(withStories), ...templates.paths]);
  return watchFiles([...files], async (changed) => {
    terminal.out.write(`\n${terminal.out.paint.dim(`-- ${changed.join(", ")} changed`)}\n\n`);
    await testOnce(paths, new Templates(folders), options, terminal);
  });
};

async function testOnce(
  paths: readonly string[],
  templates: Templates,
  options: Options,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { json = false, quiet = false, tap = false, junit } = options;
  const { out, err } = terminal;
  const isWanted = filterOf(options.filter);
  const cases = await findCases(paths);
  const progress = new Progress(err, cases.length);
  const reports: CaseReport[] = [];
  const shown = new Set<string>();
  for (const [index, one] of cases.entries()) {
    progress.show(index, shownName(one.path));
    for (const report of await testCase(one, templates, isWanted)) {
      reports.push(report);
      if (report.warnings?.length) progress.wipe();
      showWarnings(report.warnings ?? [], terminal, shown);
      if (json || tap || (quiet && report.failures.length === 0)) continue;
      progress.wipe();
      out.write(renderCase(report, out));
    }
  }
  progress.wipe();
  const problem = junit === undefined ? undefined : writeFile(junit, junitXml(reports), { out: err, err });
  if (problem !== undefined) return refuse([problem], json, terminal);
  if (tap) out.write(tapLines(reports));
  return conclude(paths, reports, options, terminal);
}

/** Whether a name has the words that `--filter` asks for, in capital letters or small ones. */
function filterOf(filter: string | undefined): (name: string) => boolean {
  const words = filter?.toLowerCase();
  return (name) => words === undefined || name.toLowerCase().includes(words);
}

/** A file whose path is wanted is tested as a whole; else those of its scenarios and stories whose name is. */
async function testCase(
  one: Case,
  templates: Templates,
  isWanted: (name: string) => boolean,
): Promise<readonly CaseReport[]> {
  const isWhole = isWanted(one.path);
  switch (one.kind) {
    case "scenario": {
      if (!isWhole && !isWanted(scenarioName(one.read.text))) return [];
      return [await testScenarioText(one.path, one.read, templates)];
    }
    case "template":
      return testTemplateFile(one.path, shownName(one.path), templates.folders, isWhole ? undefined : isWanted);
    case "unreadable":
      return [unreadable({ name: shownName(one.path), text: "" }, one.problems)];
    default:
      return assertNever(one);
  }
}

function conclude(
  paths: readonly string[],
  reports: readonly CaseReport[],
  { json = false, tap = false, filter }: Options,
  terminal: Terminal,
): ExitStatus {
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failures = reports.flatMap((report) => report.failures);
  if (json) {
    const { diagnostics } = problemReport(reports.flatMap(({ problems }) => problems));
    // The way to an answer is for people; programs have `tenor explain --json`.
    const listed = failures.map((failure) => ({ ...failure, why: undefined }));
    const refused = reports.flatMap(({ file, scenario, refused: events = [] }) =>
      events.map((event) => ({ file, scenario, ...event })),
    );
    const counts = { passed, failed: failures.length };
    writeJson(terminal, { format: "tenor/test@1", ...counts, failures: listed, refused, diagnostics });
  } else if (!tap) terminal.out.write(`${passed} passed, ${failures.length} failed\n`);
  if (reports.length > 0) return failures.length === 0 ? exitStatus.fine : exitStatus.failed;
  const help = 'a scenario is a .json file with the key "ask", a story a `test` in a template';
  const named = filter === undefined ? "" : ` whose name has "${visibleText(filter)}"`;
  terminal.err.write(`tenor: there is nothing to test in ${paths.join(", ")}${named}; ${help}\n`);
  return exitStatus.failed;
}
