import type { Boundary } from "../../../index.ts";
import { boundaries } from "../../../index.ts";
import type { ExitStatus } from "../../exit-status.ts";
import { exitStatus } from "../../exit-status.ts";
import { writeFile } from "../../html/write-file.ts";
import type { Options } from "../../options.ts";
import { refuse } from "../../refuse.ts";
import { boundariesJson, isCovered, renderBoundaries } from "../../render/testing/boundaries.ts";
import type { Terminal } from "../../terminal.ts";
import { explainedFor, sidesWithReasons } from "../../testing/explained.ts";
import { openTrials } from "../../testing/open-trials.ts";
import { Progress } from "../../testing/progress.ts";
import { writeJson } from "../../write-json.ts";

/** `tenor test TEMPLATE --boundaries`: both sides of each threshold, covered or as stories to be completed. */
export async function testBoundaries(
  [path = "", ...scenarios]: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<ExitStatus> {
  const { json, section, write } = options;
  const [trials, explained] = await Promise.all([openTrials(path, scenarios), explainedFor(path, options)]);
  if (!trials.ok) return refuse(trials.diagnostics, json, terminal);
  if (!explained.ok) return refuse(explained.diagnostics, json, terminal);
  const { template, file, stories } = trials.value;
  const { approaches, boundaryOf } = boundaries(template, file, stories);
  const wanted = approaches.filter(({ threshold }) => section === undefined || threshold.section === section);
  const progress = new Progress(terminal.err, wanted.length);
  const found = wanted.map((approach, index): Boundary => {
    progress.show(index, approach.threshold.words);
    return boundaryOf(approach);
  });
  progress.wipe();
  if (write !== undefined) {
    const made = found.flatMap(({ sides }) => sides.flatMap((side) => side.made?.text ?? []));
    const problem = writeFile(write, made.join("\n"), terminal);
    if (problem !== undefined) return refuse([problem], json, terminal);
  }
  const report = sidesWithReasons(found, explained.value);
  if (json) writeJson(terminal, boundariesJson(file, report));
  else terminal.out.write(renderBoundaries(report, terminal.out.width, terminal.out.paint));
  const isWhole = report.found.every(({ sides }) => sides.every((it) => isCovered(it) || it.why !== undefined));
  return isWhole ? exitStatus.fine : exitStatus.failed;
}
