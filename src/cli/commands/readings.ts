import type { Question, Reading, ReadingMoves, Template } from "../../index.ts";
import { formatDate, loadQuestion, Replay } from "../../index.ts";
import type { ExitStatus } from "../exit-status.ts";
import { exitStatus } from "../exit-status.ts";
import { compileFile, openScenario } from "../files/open-scenario.ts";
import type { Loaded } from "../problem.ts";
import { refused } from "../problem.ts";
import { refuse } from "../refuse.ts";
import { renderMoves, renderPassages } from "../render/readings.ts";
import type { Terminal } from "../terminal.ts";
import { showWarnings } from "../warnings.ts";
import { writeJson } from "../write-json.ts";

export interface ReadingsOptions {
  readonly value: readonly string[];
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `tenor readings TEMPLATE`: passages and views. `tenor readings SCENARIO`: what each choice moves. */
export function runReadings(path: string, options: ReadingsOptions, terminal: Terminal): Promise<ExitStatus> {
  return path.endsWith(".tenor") ? ofTemplate(path, options, terminal) : ofScenario(path, options, terminal);
}

async function ofTemplate(path: string, { json = false }: ReadingsOptions, terminal: Terminal): Promise<ExitStatus> {
  const compiled = await compileFile(path, "command");
  if (!compiled.ok) return refuse(compiled.problems, json, terminal);
  const { program } = compiled.value;
  const readings = inOrder(compiled.value, [...program.readings.values()]);
  const views = inOrder(compiled.value, program.views);
  const { out } = terminal;
  if (!json) out.write(renderPassages(readings, views, out.width, out.paint));
  else {
    writeJson(terminal, {
      format: "tenor/readings@1",
      readings: readings.flatMap(unmoved),
      passages: readings.map(({ name, section, passage, choices, chosen }) => ({
        reading: name,
        section,
        passage,
        choices,
        default: chosen,
      })),
      views: views.map(({ section, text, insteadOf, favours }) => ({
        section,
        text,
        ...(insteadOf !== undefined && { insteadOf }),
        ...(favours !== undefined && { favours }),
      })),
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

async function ofScenario(path: string, options: ReadingsOptions, terminal: Terminal): Promise<ExitStatus> {
  const { value: values, all = false, json = false } = options;
  const opened = await openScenario(path);
  if (!opened.ok) return refuse(opened.problems, json, terminal);
  const { template, loaded } = opened.value;
  showWarnings(loaded.warnings, terminal);
  const replay = new Replay(template, loaded);
  const queries = values.length === 0 ? undefined : questionsAtEnd(values, replay);
  if (queries?.ok === false) return refuse(queries.problems, json, terminal);
  const found = replay.readings(queries?.value);
  if (!found.ok) return refuse(found.diagnostics, json, terminal);
  const readings = inOrder(template, found.value);
  const { out } = terminal;
  if (json) writeJson(terminal, { format: "tenor/readings@1", readings });
  else out.write(renderMoves(readings, loaded.scenario.readings, all, out.width, out.paint));
  return exitStatus.fine;
}

/** Questions for values as of the end of the scenario's last day. */
function questionsAtEnd(values: readonly string[], replay: Replay): Loaded<readonly Question[]> {
  const last = replay.lastDay();
  if (!last.ok) return refused(...last.diagnostics);
  const on = formatDate(last.value);
  const read = values.map((value) => loadQuestion(replay.template, replay.loaded, { value, on }));
  const problems = read.flatMap((it) => (it.ok ? [] : it.diagnostics));
  if (problems.length > 0) return refused(...problems);
  return { ok: true, value: read.flatMap((it) => (it.ok ? [it.value] : [])) };
}
