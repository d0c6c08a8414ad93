import { dirname, resolve } from "node:path";
import type { LoadedScenario } from "../../index.ts";
import { storiesOf } from "../../index.ts";
import type { OpenTemplate } from "../files/open-scenario.ts";
import { compileFile, openScenario, Templates } from "../files/open-scenario.ts";
import { openStory, withStories } from "../files/open-story.ts";
import { foldersNamed } from "../files/reach.ts";
import type { Loaded, Problem } from "../problem.ts";
import { refused } from "../problem.ts";

/** A template with everything that tests it: the stories in it and beside it, and the scenarios that a command names. */
export interface OpenTrials {
  readonly template: OpenTemplate;
  /** The name of the template's own text, without that of the stories beside it. */
  readonly file: string;
  readonly stories: readonly LoadedScenario[];
}

export async function openTrials(path: string, scenarios: readonly string[]): Promise<Loaded<OpenTrials>> {
  const compiled = await compileFile(withStories(path), "command");
  if (!compiled.ok) return compiled;
  const template = compiled.value;
  const folder = dirname(resolve(path));
  const folders = foldersNamed([path, ...scenarios]);
  const templates = new Templates(folders);
  const loaded: LoadedScenario[] = [];
  const problems: Problem[] = [];
  const keep = (opened: Loaded<LoadedScenario>) => {
    if (opened.ok) loaded.push(opened.value);
    else problems.push(...opened.diagnostics);
  };
  for (const story of storiesOf(template)) keep(await openStory(story, template, folder, folders));
  for (const scenario of scenarios) {
    const opened = await openScenario(scenario, templates);
    keep(opened.ok ? { ok: true, value: opened.value.loaded } : opened);
  }
  if (problems.length > 0) return refused(...problems);
  return { ok: true, value: { template, file: template.files.template.name, stories: loaded } };
}
