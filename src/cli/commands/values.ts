import type { AskableValue, ScenarioEvent, Template } from "../../index.ts";
import { askableValues } from "../../index.ts";
import { exitStatus } from "../exit-status.ts";
import { compileFile, openScenario } from "../files/open-scenario.ts";
import type { Run } from "../options.ts";
import type { Loaded } from "../problem.ts";
import { madeFrom, madeFromTemplate } from "../receipts/made-from.ts";
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
  if (json) writeJson(terminal, { format: "tenor/values@1", values, madeFrom: listed.value.from() });
  else out.write(renderValues(values, template.program.sections, out.width, out.paint));
  return exitStatus.fine;
};

interface Listed {
  readonly template: Template;
  readonly values: readonly ListedValue[];
  readonly from: () => object;
}

async function valuesIn(path: string): Promise<Loaded<Listed>> {
  if (path.endsWith(".tenor")) {
    const compiled = await compileFile(path, "command");
    if (!compiled.ok) return compiled;
    const template = compiled.value;
    const from = () => madeFromTemplate(template, "values", path);
    return { ok: true, value: { template, values: askableValues(template.program), from } };
  }
  const opened = await openScenario(path);
  if (!opened.ok) return opened;
  const { template, loaded } = opened.value;
  const { events } = loaded.scenario;
  const values = askableValues(template.program).flatMap((value) => withIds(value, template, events));
  const from = () => madeFrom(opened.value, "values", path, {});
  return { ok: true, value: { template, values, from } };
}

/** Of what belongs to an event, the ids that a question may name; left out where the scenario has no such event. */
function withIds(value: AskableValue, { program }: Template, events: readonly ScenarioEvent[]): ListedValue[] {
  if (value.of === undefined || !program.events.has(value.of)) return [value];
  const ids = events.flatMap(({ event, id }) => (event === value.of && id !== undefined ? [id] : []));
  return ids.length === 0 ? [] : [{ ...value, ids }];
}
