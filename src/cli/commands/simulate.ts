import type { Agreement, Merging, OpenSimulation, SimulationResult } from "../../index.ts";
import { bestOf, openSimulation, readModelText, resultOf } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { readText } from "../files/files.ts";
import { folderProblem } from "../files/folder-problem.ts";
import { wrongReportOptions } from "../html/report-options.ts";
import { limitsAsked } from "../limits.ts";
import type { Options, Run } from "../options.ts";
import type { SimulatedFrom } from "../receipts/simulated-from.ts";
import { simulatedFrom } from "../receipts/simulated-from.ts";
import { refuse, wrongUse } from "../refuse.ts";
import { simulationCsv } from "../render/parts/csv.ts";
import { renderSimulation } from "../render/simulate/simulation.ts";
import type { Asked } from "../simulating/asked.ts";
import { askedOf } from "../simulating/asked.ts";
import type { OpenSubject } from "../simulating/open-subject.ts";
import { openSubject } from "../simulating/open-subject.ts";
import { runPaths } from "../simulating/run-paths.ts";
import { sayNotCompiled } from "../simulating/say-not-compiled.ts";
import { showPath } from "../simulating/show-path.ts";
import { workOf } from "../simulating/work-of.ts";
import { writeSimulationParquet } from "../simulating/write-parquet.ts";
import type { Terminal } from "../terminal.ts";
import { stoppable, workerOptions } from "../workers/worker-options.ts";
import { writeJson } from "../write-json.ts";

/** `tenor simulate TEMPLATE --model M --paths N`: distributions over price paths. */
export const run: Run = async ([subject = ""], options, terminal) => {
  const { json } = options;
  const wrong = wrongReportOptions(options) ?? twoOutputs(options);
  if (wrong !== undefined) return wrongUse(wrong, terminal);
  const workers = workerOptions(options);
  if (typeof workers === "string") return wrongUse(workers, terminal);
  const folder = options.keep === undefined ? undefined : folderProblem(options.keep);
  if (folder !== undefined) return refuse([folder], json, terminal);
  const opened = await openSubject(subject, options.plan);
  if (!opened.ok) return refuse(opened.diagnostics, json, terminal);
  const asked = askedOf(options, opened.value);
  if (typeof asked === "string") return wrongUse(asked, terminal);
  const model = readModelText(asked.settings.model);
  if (!model.ok) return refuse(model.diagnostics, json, terminal);
  const prices = model.value.file === undefined ? undefined : await readText(model.value.file, "market", "command");
  if (prices?.ok === false) return refuse(prices.diagnostics, json, terminal);
  const { template } = opened.value;
  const texts = { ...opened.value.texts, ...(prices && { prices: prices.value }) };
  const simulation = openSimulation(template, texts, asked.settings, limitsAsked());
  if (!simulation.ok) return refuse(simulation.diagnostics, json, terminal);
  if (options.path !== undefined) return showPath(options.path, template, simulation.value, options, terminal);
  const { paths, checks } = asked;
  sayNotCompiled(simulation.value, terminal);
  const work = workOf(template, texts, asked.settings);
  const ran = await stoppable((signal) =>
    runPaths({ simulation: simulation.value, work, paths, checks, workers: { ...workers, signal }, terminal }),
  );
  if (ran === "stopped") return exitStatus.failed;
  if (!("merged" in ran)) return refuse(ran, json, terminal);
  const from = simulatedFrom(subject, opened.value, simulation.value, prices?.value, options);
  return show({ opened: opened.value, asked, simulation: simulation.value, from, options, terminal, ...ran });
};

function twoOutputs({ parquet, html, json, csv }: Options): string | undefined {
  const [other] = Object.entries({ html, json, csv }).find(([, it]) => it !== undefined && it !== false) ?? [];
  if (parquet === undefined || other === undefined) return undefined;
  return `--parquet and --${other} are two outputs: ask for one at a time`;
}

interface Simulated {
  readonly opened: OpenSubject;
  readonly asked: Asked;
  readonly simulation: OpenSimulation;
  readonly from: SimulatedFrom;
  readonly options: Options;
  readonly terminal: Terminal;
  readonly merged: Merging;
  readonly check: Agreement | undefined;
}

async function show({
  opened,
  asked,
  simulation,
  from,
  options,
  terminal,
  merged,
  check,
}: Simulated): Promise<ExitStatus> {
  const changes = asked.settings.variants.map((it) => Object.fromEntries(it));
  const result = resultOf(merged, simulation.base.metrics, changes);
  const head = {
    title: opened.template.program.title,
    model: asked.settings.model,
    seed: options.seed ?? "",
    from: simulation.firstDay,
    through: simulation.lastDay,
  };
  if (options.html !== undefined) {
    const { writeSimulation } = await import("../html/write-simulation.ts");
    const page = { ...head, sweep: asked.sweep, result };
    const written = await writeSimulation(options.html, simulation, merged, page, terminal);
    return written.ok ? exitStatus.fine : refuse(written.diagnostics, options.json, terminal);
  }
  if (options.parquet !== undefined) {
    const problem = await writeSimulationParquet(options.parquet, result, terminal);
    return problem === undefined ? exitStatus.fine : refuse([problem], options.json, terminal);
  }
  const best = asked.best && (bestOf(result.variants, asked.best.side, asked.best.loss) ?? null);
  const { out } = terminal;
  if (options.json) writeJson(terminal, { ...head, ...jsonOf(result, simulation, check, best), madeFrom: from });
  else if (options.csv) out.write(simulationCsv(result));
  else {
    const shown = { ...head, isSwept: asked.sweep.length > 0, best, check };
    out.write(renderSimulation(shown, result, out.width, out.paint));
  }
  return exitStatus.fine;
}

function jsonOf(
  result: SimulationResult,
  { notCompiled, receipt }: OpenSimulation,
  check: Agreement | undefined,
  best: ReturnType<typeof bestOf> | null,
): object {
  return {
    format: "tenor/simulate@2",
    ...result,
    notCompiled: notCompiled.map(({ changes, ...it }) => ({
      ...it,
      ...(changes && { changes: Object.fromEntries(changes) }),
    })),
    ...(check && { check }),
    ...(best !== undefined && { best }),
    receipt,
  };
}
