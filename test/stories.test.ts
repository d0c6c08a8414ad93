import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { NamedText, Story, Template } from "../src/index.ts";
import { compile, loadStory, storiesOf, testScenario } from "../src/index.ts";
import { clausesFor } from "./support/library.ts";

const templates = readdirSync("terms").filter((name) => name.endsWith(".tenor") && !name.endsWith(".stories.tenor"));

describe.each(templates)("%s", (file) => {
  const template = compiled(file);
  const stories = storiesOf(template);

  test("tells a story", () => expect(stories.length).toBeGreaterThan(0));

  test.each(stories.map((story) => [`${story.section} ${story.name}`, story] as const))("%s", (_, story) => {
    expect(mistakesIn(story, template)).toEqual([]);
  });
});

/** A template with its stories and the clauses that it uses. */
function compiled(file: string): Template {
  const text = read(file);
  const stories = file.replace(/\.tenor$/, ".stories.tenor");
  const additions = [...(existsSync(`terms/${stories}`) ? [named(stories)] : []), ...clausesFor(text)];
  const result = compile(text, `terms/${file}`, ...additions);
  expect(result.ok ? [] : result.diagnostics.map(({ message }) => message)).toEqual([]);
  return (result as Extract<typeof result, { ok: true }>).value;
}

const read = (file: string) => readFileSync(`terms/${file}`, "utf8");
const named = (file: string): NamedText => ({ name: `terms/${file}`, text: read(file) });

function mistakesIn(story: Story, template: Template): unknown[] {
  const { market } = story;
  const loaded = loadStory(template, story, market === undefined ? {} : { market: named(`data/${market}.csv`) });
  if (!loaded.ok) return loaded.diagnostics.map(({ message }) => message);
  const verdicts = testScenario(template, loaded.value);
  if (!verdicts.ok) return verdicts.diagnostics.map(({ message }) => message);
  expect(verdicts.value).toHaveLength(story.expectations.length);
  return verdicts.value.filter(({ passed }) => !passed);
}
