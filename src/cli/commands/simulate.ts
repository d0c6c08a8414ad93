import { setImmediate } from "node:timers/promises";
import type { OpenSimulation, Result } from "../../index.ts";
import { bestOf, chunksOf, Merging, openSimulation, readModelText, resultOf } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { readText } from "../files/files.ts";
import { wrongReportOptions } from "../html/report-options.ts";
import { limitsAsked } from "../limits.ts";
import type { Options, Run } from "../options.ts";
import { refuse, wrongUse } from "../refuse.ts";
import { renderCsv, simulationCsv } from "../render/parts/csv.ts";
import { renderRun } from "../render/run-report.ts";
import { renderSimulation } from "../render/simulate/simulation.ts";
import type { Asked } from "../simulating/asked.ts";
import { askedOf, wholeNumber } from "../simulating/asked.ts";
import { KeptChunks } from "../simulating/kept-chunks.ts";
import type { OpenSubject } from "../simulating/open-subject.ts";
import { openSubject } from "../simulating/open-subject.ts";
import { standingOf } from "../standing.ts";
import type { Terminal } from "../terminal.ts";
import { Progress } from "../testing/progress.ts";
import { runFormat, writeJson } from "../write-json.ts";

/** `tenor simulate TEMPLATE --model M --paths N`: distributions over price paths. */
export const run: Run = async ([subject = ""], options, terminal) => {
  const { json } = options;
  const wrong = wrongReportOptions(options);
  if (wrong !== undefined) return wrongUse(wrong, terminal);
  const opened = await openSubject(subject, options.plan);
  if (!opened.ok) return refuse(opened.diagnostics, json, terminal);
  const asked = askedOf(options, opened.value);
  if (typeof asked === "string") return wrongUse(asked, terminal);
  const model = readModelText(asked.settings.model);
  if (!model.ok) return refuse(model.diagnostics, json, terminal);
  const prices = model.value.file === undefined ? undefined : await readText(model.value.file, "market", "command");
  if (prices?.ok === false) return refuse(prices.diagnostics, json, terminal);
  const texts = { ...opened.value.texts, ...(prices && { prices: prices.value }) };
  const simulation = openSimulation(opened.value.template, texts, asked.settings, limitsAsked());
  if (!simulation.ok) return refuse(simulation.diagnostics, json, terminal);
  const run = { subject, opened: opened.value, asked, simulation: simulation.value, options, terminal };
  return show(run);
};

interface Simulating {
  readonly subject: string;
  readonly opened: OpenSubject;
  readonly asked: Asked;
  readonly simulation: OpenSimulation;
  readonly options: Options;
  readonly terminal: Terminal;
}

async function show(simulating: Simulating): Promise<ExitStatus> {
  const { options, terminal, simulation, asked, opened } = simulating;
  if (options.path !== undefined) return showPath(options.path, simulating);
  const merged = await merge(simulating);
  if (merged === undefined) return exitStatus.failed;
  if (!merged.ok) return refuse(merged.diagnostics, options.json, terminal);
  const changes = asked.settings.variants.map((it) => Object.fromEntries(it));
  const result = resultOf(merged.value, simulation.base.metrics, changes);
  const { model, seed } = { model: asked.settings.model, seed: options.seed ?? "" };
  const head = {
    title: opened.template.program.title,
    model,
    seed,
    from: simulation.firstDay,
    through: simulation.lastDay,
  };
  if (options.html !== undefined) {
    const { writeSimulation } = await import("../html/write-simulation.ts");
    const page = { ...head, sweep: asked.sweep, result };
    const written = await writeSimulation(options.html, simulation, merged.value, page, terminal);
    return written.ok ? exitStatus.fine : refuse(written.diagnostics, options.json, terminal);
  }
  const best = asked.best && (bestOf(result.variants, asked.best.side, asked.best.loss) ?? null);
  const { out } = terminal;
  if (options.json) {
    const more = best === undefined ? {} : { best };
    writeJson(terminal, { format: "tenor/simulate@1", ...head, ...result, ...more, receipt: simulation.receipt });
  } else if (options.csv) out.write(simulationCsv(result));
  else out.write(renderSimulation({ ...head, isSwept: asked.sweep.length > 0, best }, result, out.width, out.paint));
  return exitStatus.fine;
}

/** Undefined where it was stopped: what is done is kept for the next start. */
async function merge({ simulation, asked, terminal }: Simulating): Promise<Result<Merging> | undefined> {
  const [merging, kept] = [new Merging(), new KeptChunks(simulation.receipt)];
  const progress = new Progress(terminal.err, asked.paths);
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  // Who asks twice does not wait for the chunk to end.
  process.once("SIGINT", stop);
  try {
    for (const range of chunksOf(asked.paths, simulation.variants.length)) {
      // Signals are heard between chunks.
      await setImmediate();
      if (isStopped) return stopped(range.first, asked.paths, kept, terminal);
      const known = kept.read(range);
      if (known !== undefined) {
        merging.add(known);
        continue;
      }
      const chunk = simulation.run(range, (done) => progress.show(range.first + done, "paths"));
      if (!chunk.ok) return chunk;
      kept.write(range, chunk.value);
      merging.add(chunk.value);
    }
  } finally {
    progress.wipe();
    process.off("SIGINT", stop);
  }
  kept.clear();
  return { ok: true, value: merging };
}

function stopped(done: number, all: number, { isKeeping }: KeptChunks, { err }: Terminal): undefined {
  const next = isKeeping ? "done and kept; the same command goes on from there" : "done; nothing is kept";
  err.write(`stopped: ${done} of ${all} paths are ${next}\n`);
}

/** `--path K`: the timeline of one path, by the exact engine. */
function showPath(text: string, { simulation, options, terminal, opened }: Simulating): ExitStatus {
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
  if (options.json) {
    const { outcome, receipt } = run.value;
    writeJson(terminal, { format: runFormat, scenario: `path ${path}`, ...outcome, receipt, madeFrom: null });
  } else if (options.csv) terminal.out.write(renderCsv(run.value.outcome.journal, run.value.outcome.refused));
  else
    terminal.out.write(
      renderRun(
        { template: opened.template, loaded: replay.loaded, run: run.value, ...standing.value },
        terminal.out.width,
        terminal.out.paint,
      ),
    );
  return exitStatus.fine;
}
