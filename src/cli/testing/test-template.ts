import { basename, dirname, resolve } from "node:path";
import type { Story } from "../../index.ts";
import { Replay, StepMeter, storiesOf } from "../../index.ts";
import { compileFile } from "../files/open-scenario.ts";
import type { StoryTemplate } from "../files/open-story.ts";
import { openStory } from "../files/open-story.ts";
import type { CaseReport } from "./report.ts";
import { notRun, reportOf, unknownQuestion } from "./report.ts";

/** Compiles a template and runs the stories in it. A template that has errors counts as one failure. */
export async function testTemplateFile(
  path: string,
  file: string,
  named: readonly string[] = [],
  isWanted: (title: string) => boolean = () => true,
): Promise<readonly CaseReport[]> {
  const compiled = await compileFile(path, "command");
  if (!compiled.ok) return [notRun(file, "", [], compiled.diagnostics)];
  const template = compiled.value;
  // With a file of stories comes the template that it is about, whose own stories are not asked for.
  const stories = storiesOf(template).filter(
    ({ span, name }) => basename(span.source.name) === basename(path) && isWanted(name),
  );
  // One bound on steps for all of them.
  const meter = new StepMeter();
  return Promise.all(stories.map((story) => testStory(story, template, file, dirname(resolve(path)), named, meter)));
}

/** Runs one story; the files that it names count from its template's folder. */
export async function testStory(
  story: Story,
  template: StoryTemplate,
  file: string,
  folder: string,
  named: readonly string[] = [],
  meter?: StepMeter,
): Promise<CaseReport> {
  const asked = story.expectations.map(() => unknownQuestion);
  const loaded = await openStory(story, template, folder, named);
  if (!loaded.ok) return notRun(file, story.name, asked, loaded.diagnostics);
  const replay = new Replay(template, loaded.value, undefined, meter);
  const verdicts = replay.test();
  if (!verdicts.ok) return notRun(file, story.name, asked, verdicts.diagnostics);
  const refused = replay.unexpectedRefusals();
  return reportOf(file, story.name, verdicts.value, loaded.value, refused.ok ? refused.value : []);
}
