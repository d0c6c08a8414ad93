/** What a simulation is about: a template with deal terms and readings of the command, or a scenario. */
import { basename, dirname } from "node:path";
import type { NamedText, ScenarioTexts } from "../../index.ts";
import { parseScenario, subjectText } from "../../index.ts";
import { namedOnCommandLine, templatePath } from "../files/open-comparison.ts";
import type { OpenTemplate } from "../files/open-scenario.ts";
import {
  dataTexts,
  openScenario,
  readData,
  readRows,
  rowFilesFor,
  Templates,
  textsOf,
} from "../files/open-scenario.ts";
import { askedPlan, planIn } from "../plans/open-plan.ts";
import type { Loaded } from "../problem.ts";
import { problemsIn, refused } from "../problem.ts";

/** A note with the texts of a scenario for it. */
export interface OpenSubject {
  readonly template: OpenTemplate;
  readonly texts: ScenarioTexts & { readonly scenario: NamedText };
  /** The name of the plan. */
  readonly plan?: string | undefined;
}

/** With the plan that `--plan` names, if any. */
export async function openSubject(subject: string, plan: string | undefined): Promise<Loaded<OpenSubject>> {
  const asked = plan === undefined ? undefined : askedPlan(plan);
  const templates = new Templates([process.cwd()], asked?.fileFor);
  const opened = subject.endsWith(".json")
    ? await openScenarioOf(subject, templates)
    : await openTemplate(subject, templates);
  if (!opened.ok || asked === undefined) return opened;
  const found = planIn(opened.value.template, asked);
  return found.ok ? { ok: true, value: { ...opened.value, plan: found.value.name } } : found;
}

async function openScenarioOf(path: string, templates: Templates): Promise<Loaded<OpenSubject>> {
  const opened = await openScenario(path, templates);
  if (!opened.ok) return opened;
  return { ok: true, value: { template: opened.value.template, texts: opened.value.loaded.texts } };
}

async function openTemplate(subject: string, templates: Templates): Promise<Loaded<OpenSubject>> {
  const named = namedOnCommandLine(subject);
  if (!named.ok) return named;
  const { template: reference, folder, choices } = named.value;
  const path = templatePath(reference, folder, "the command");
  if (!path.ok) return path;
  const template = await templates.get(path.value);
  if (!template.ok) return template;
  const own = dataTexts(new Map(), undefined, {}, template.value);
  const scenario = { name: subject, text: scenarioText(reference, choices, template.value) };
  // The subject has no folder of its own, so a list's file counts from the template's.
  const files = rowFilesFor(parseScenario(scenario.text, scenario.name), template);
  const rows = await readRows(files, (file) => readData(file, "rows", dirname(path.value), templates.folders));
  const problems = problemsIn(...rows.values());
  if (problems.length > 0) return refused(...problems);
  return { ok: true, value: { template: template.value, texts: { ...own, scenario, rows: textsOf(rows) } } };
}

/** A scenario of the deal terms and readings that stand behind the question mark, in which nothing happens; wherever the template lies. */
function scenarioText(
  reference: string,
  choices: readonly (readonly [string, string])[],
  { program }: OpenTemplate,
): string {
  const chosen: { readonly terms: object; readonly readings: object } = JSON.parse(
    subjectText(reference, choices, program),
  );
  const { terms, readings } = chosen;
  return JSON.stringify(
    { scenario: "simulation", note: basename(reference), terms, readings, events: [], ask: [] },
    null,
    2,
  );
}
