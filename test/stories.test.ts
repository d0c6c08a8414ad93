/** Every story of every template passes, read in the way of the command line. */
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { compileFile } from "../src/cli/files/open-scenario.ts";
import { testStory } from "../src/cli/testing/test-template.ts";
import type { Story, Template } from "../src/index.ts";
import { storiesOf } from "../src/index.ts";

const files = readdirSync("terms").filter((name) => name.endsWith(".tenor"));

/** With a file of stories comes the template that it is about, whose own stories belong to its own file. */
const storyFiles = await Promise.all(
  files.map(async (file) => {
    const compiled = await compileFile(`terms/${file}`, "command");
    const problems = compiled.ok ? [] : compiled.diagnostics.map(({ message }) => message);
    const template = compiled.ok ? compiled.value : undefined;
    const all = template === undefined ? [] : storiesOf(template);
    const stories = all.filter(({ span }) => basename(span.source.name) === file);
    return { file, problems, stories: stories.map((story) => ({ story, template: template as Template })) };
  }),
);

describe.each(storyFiles)("$file", ({ file, problems, stories }) => {
  test("checks", () => expect(problems).toEqual([]));

  if (stories.length === 0) return;
  test.each(stories.map(({ story, template }) => [`${story.section} ${story.name}`, story, template] as const))(
    "%s",
    async (_, story, template) => expect(await mistakesIn(story, template, file)).toEqual([]),
  );
});

test.each(files.filter((file) => !/\.(?:stories|plans)\.tenor$/.test(file)))("%s has a story", (file) => {
  const own = storyFiles.filter((it) => it.file.replace(".stories.tenor", ".tenor") === file);
  expect(own.flatMap(({ stories }) => stories).length).toBeGreaterThan(0);
});

async function mistakesIn(story: Story, template: Template, file: string): Promise<unknown[]> {
  const { passed, failures, problems } = await testStory(story, template, file, "terms");
  const messages = problems.map(({ message }) => message);
  expect(messages).toEqual([]);
  expect(passed + failures.length).toBe(story.expectations.length);
  return [...failures];
}
