import type { Question, Reading, ReadingMoves, Replay, Result, Template } from "../../index.ts";
import { formatDate, loadQuestion } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { compileFile } from "../files/open-scenario.ts";
import type { Options, Run } from "../options.ts";
import { refuse } from "../refuse.ts";
import { renderMoves, renderPassages } from "../render/readings.ts";
import type { Terminal } from "../terminal.ts";
import { withScenario } from "../with-scenario.ts";
import { writeJson } from "../write-json.ts";

/** `tenor readings TEMPLATE`: passages and views. `tenor readings SCENARIO`: what each choice moves. */
export const run: Run = ([path = ""], options, terminal) =>
  path.endsWith(".tenor") ? ofTemplate(path, options, terminal) : ofScenario(path, options, terminal);

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
      format: "tenor/readings@1",
      readings: readings.flatMap(unmoved),
      passages: readings.map(({ name: reading, section, passage, choices, chosen }) => {
        return { reading, section, passage, choices, default: chosen };
      }),
      views: views.map(({ section, text, insteadOf, favours }) => ({ section, text, insteadOf, favours })),
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

function ofScenario(path: string, { value: values, all, json }: Options, terminal: Terminal): Promise<ExitStatus> {
  return withScenario(path, json, terminal, (replay) => {
    const queries = values.length === 0 ? undefined : questionsAtEnd(values, replay);
    if (queries?.ok === false) return queries;
    const found = replay.readings(queries?.value);
    if (!found.ok) return found;
    const readings = inOrder(replay.template, found.value);
    const { out } = terminal;
    if (json) writeJson(terminal, { format: "tenor/readings@1", readings });
    else out.write(renderMoves(readings, replay.loaded.scenario.readings, all ?? false, out.width, out.paint));
    return { ok: true, value: exitStatus.fine };
  });
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
