import type { Question, Reading, ReadingEffects, ReadingMoves, Replay, Result, Template } from "../../index.ts";
import { defaultPairs, formatDate, loadQuestion, visibleText } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { compileFile } from "../files/open-scenario.ts";
import { isReport, wrongReportOptions } from "../html/report-options.ts";
import type { Options, Run } from "../options.ts";
import { madeFrom, madeFromTemplate } from "../receipts/made-from.ts";
import { refuse, wrongUse } from "../refuse.ts";
import { renderMoves, renderPassages } from "../render/readings.ts";
import type { Terminal } from "../terminal.ts";
import { Progress } from "../testing/progress.ts";
import { withScenario } from "../with-scenario.ts";
import { writeJson } from "../write-json.ts";

/** `tenor readings TEMPLATE`: passages and views. `tenor readings SCENARIO`: what each choice moves. */
export const run: Run = ([path = ""], options, terminal) => {
  const isTemplate = path.endsWith(".tenor");
  const wrong =
    isTemplate && isReport(options) ? "a page shows the readings of a scenario: name one" : wrongReportOptions(options);
  if (wrong !== undefined) return wrongUse(wrong, terminal);
  return isTemplate ? ofTemplate(path, options, terminal) : ofScenario(path, options, terminal);
};

async function ofTemplate(path: string, { json }: Options, terminal: Terminal): Promise<ExitStatus> {
  const compiled = await compileFile(path, "command");
  if (!compiled.ok) return refuse(compiled.diagnostics, json, terminal);
  const { program } = compiled.value;
  const readings = inOrder(compiled.value, [...program.readings.values()]);
  const views = inOrder(compiled.value, program.views);
  const { out } = terminal;
  if (!json) out.write(renderPassages(readings, views, out.width, out.paint));
  else {
    writeJson(terminal, {
      format: "tenor/readings@3",
      readings: readings.flatMap(unmoved),
      passages: readings.map(({ name: reading, section, passage, choices, chosen }) => {
        return { reading, section, passage, choices, default: chosen };
      }),
      views: views.map(({ section, on, text, insteadOf, favours }) => ({ section, on, text, insteadOf, favours })),
      madeFrom: madeFromTemplate(compiled.value, "readings", path),
    });
  }
  return exitStatus.fine;
}

function unmoved({ name, section, choices, chosen }: Reading): ReadingMoves[] {
  const others = choices.filter((choice) => choice !== chosen);
  return others.map((choice) => ({ reading: name, section, default: chosen, choice, moved: [] }));
}

/** In the order of the contract's sections. */
function inOrder<T extends { readonly section: string }>({ program }: Template, items: readonly T[]): T[] {
  const place = new Map(program.sections.map(({ label }, index) => [label, index]));
  return items.toSorted((a, b) => (place.get(a.section) ?? -1) - (place.get(b.section) ?? -1));
}

function ofScenario(path: string, options: Options, terminal: Terminal): ExitStatus | Promise<ExitStatus> {
  const { value: values, all = false, pairs, json, html, xlsx, text } = options;
  if (pairs !== undefined && !/^\d{1,6}$/.test(pairs)) {
    return wrongUse(`--pairs ${visibleText(pairs)} is not a number of pairs; write a whole number`, terminal);
  }
  return withScenario(path, json, terminal, async (replay, opened) => {
    const queries = values.length === 0 ? undefined : questionsAtEnd(values, replay);
    if (queries?.ok === false) return queries;
    const mostPairs = pairs === undefined ? defaultPairs : Number(pairs);
    const progress = new Progress(terminal.err, mostRuns(replay.template, mostPairs));
    const onRun = (done: number) => progress.show(done, "runs");
    const found = replay.readingEffects(queries?.value, { mostPairs, onRun });
    progress.wipe();
    if (!found.ok) return found;
    const effects = { ...found.value, moves: inOrder(replay.template, found.value.moves) };
    const { out } = terminal;
    const { scenario } = replay.loaded;
    const from = () => madeFrom(opened, "readings", path, { value: values, pairs });
    if (isReport(options)) {
      const { writeReadings } = await import("../html/write-report.ts");
      const written = await writeReadings(replay, effects, { html, xlsx, text, terminal, from });
      return written.ok ? { ok: true, value: exitStatus.fine } : written;
    }
    if (json) writeJson(terminal, { format: "tenor/readings@3", ...described(effects), madeFrom: from() });
    else out.write(renderMoves(effects, scenario.readings, all, out.width, out.paint));
    return { ok: true, value: exitStatus.fine };
  });
}

function described({ totals, moves, interactions }: ReadingEffects): object {
  return { totals, readings: moves, interactions };
}

/** At most so many runs: one by default, one for each other choice, and the pairs. */
function mostRuns({ program }: Template, mostPairs: number): number {
  const others = [...program.readings.values()].map(({ choices }) => choices.length - 1);
  const sum = others.reduce((total, count) => total + count, 0);
  return 1 + sum + Math.min(mostPairs, (sum * (sum - 1)) / 2);
}

/** Questions for values as of the end of the scenario's last day. */
function questionsAtEnd(values: readonly string[], replay: Replay): Result<readonly Question[]> {
  const last = replay.lastDay();
  if (!last.ok) return last;
  const on = formatDate(last.value);
  const read = values.map((value) => loadQuestion(replay.template, replay.loaded, { value, on }));
  const diagnostics = read.flatMap((it) => (it.ok ? [] : it.diagnostics));
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, value: read.flatMap((it) => (it.ok ? [it.value] : [])) };
}
