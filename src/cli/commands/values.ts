import type { AskableValue, ScenarioEvent, Template } from "../../index.ts";
import { askableValues } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import { compileFile, openScenario } from "../files/open-scenario.ts";
import type { Run } from "../options.ts";
import type { Loaded } from "../problem.ts";
import { refuse } from "../refuse.ts";
import type { ListedValue } from "../render/values.ts";
import { renderValues } from "../render/values.ts";
import { writeJson } from "../write-json.ts";

/** `tenor values FILE`: what can be asked of a template or a scenario, by section. */
export const run: Run = async ([path = ""], { json }, terminal) => {
  const listed = await valuesIn(path);
  if (!listed.ok) return refuse(listed.diagnostics, json, terminal);
  const { values, template } = listed.value;
  const { out } = terminal;
  if (json) writeJson(terminal, { format: "tenor/values@1", values });
  else out.write(renderValues(values, template.program.sections, out.width, out.paint));
  return exitStatus.fine;
};

interface Listed {
  readonly template: Template;
  readonly values: readonly ListedValue[];
}

async function valuesIn(path: string): Promise<Loaded<Listed>> {
  if (path.endsWith(".tenor")) {
    const compiled = await compileFile(path, "command");
    if (!compiled.ok) return compiled;
    return { ok: true, value: { template: compiled.value, values: askableValues(compiled.value.program) } };
  }
  const opened = await openScenario(path);
  if (!opened.ok) return opened;
  const { template, loaded } = opened.value;
  const { events } = loaded.scenario;
  const values = askableValues(template.program).flatMap((value) => withIds(value, template, events));
  return { ok: true, value: { template, values } };
}

/** Of what belongs to an event, the ids that a question may name; left out where the scenario has no such event. */
function withIds(value: AskableValue, { program }: Template, events: readonly ScenarioEvent[]): ListedValue[] {
  if (value.of === undefined || !program.events.has(value.of)) return [value];
  const ids = events.flatMap(({ event, id }) => (event === value.of && id !== undefined ? [id] : []));
  return ids.length === 0 ? [] : [{ ...value, ids }];
}
