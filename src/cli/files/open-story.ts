import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { LoadedScenario, MarketFile, NamedText, Story, Template } from "../../index.ts";
import { loadStory, nearestName, storiesOf } from "../../index.ts";
import { limitsAsked } from "../limits.ts";
import type { Loaded } from "../problem.ts";
import { fileProblem, nearestHelp, problemsIn, refused } from "../problem.ts";
import { shownName } from "./files.ts";
import type { OpenScenario, OpenTemplate } from "./open-scenario.ts";
import { compileFile, dataTexts, readData, readMarkets } from "./open-scenario.ts";

export type StoryTemplate = Template & Pick<OpenTemplate, "calendar" | "exchange">;

/** A story with its data, ready to run; the files that it names count from its template's folder. */
export async function openStory(
  story: Story,
  template: StoryTemplate,
  folder: string,
  named: readonly string[] = [],
): Promise<Loaded<LoadedScenario>> {
  const [market, calendar] = await Promise.all([
    readMarkets(story.market, (file) => readStoryMarket(file, folder, named)),
    readData(story.calendar, "calendar", folder, named),
  ]);
  const problems = problemsIn(...market.values(), calendar);
  if (problems.length > 0) return refused(...problems);
  return loadStory(template, story, dataTexts(market, calendar, story, template), limitsAsked());
}

/** A story of a template, in it or in the file of stories beside it, by its name, as a scenario is opened. */
export async function openNamedStory(path: string, name: string): Promise<Loaded<OpenScenario>> {
  const compiled = await compileFile(withStories(path), "command");
  if (!compiled.ok) return compiled;
  const template = compiled.value;
  const file = template.files.template.name;
  const story = findStory(storiesOf(template), name, file);
  if (!story.ok) return story;
  const loaded = await openStory(story.value, template, dirname(resolve(path)));
  if (!loaded.ok) return loaded;
  const note = { kind: "path", text: basename(file) } as const;
  const { market, calendar } = story.value;
  return { ok: true, value: { template, loaded: loaded.value, files: { note, market, calendar, rows: [] } } };
}

/** The story with a name, of those of a template's file. */
export function findStory(stories: readonly Story[], name: string, file: string): Loaded<Story> {
  const story = stories.find((it) => it.name === name);
  if (story !== undefined) return { ok: true, value: story };
  const near = nearestName(
    name,
    stories.map((it) => it.name),
  );
  const help = near === undefined ? `\`tenor test ${file}\` lists its stories` : nearestHelp(near);
  return refused(fileProblem(file, `${file} has no story "${name}"`, help));
}

/** The file of stories beside a template, which is read together with it; without one, the template itself. */
export function withStories(path: string): string {
  const stories = path.replace(/(?<!\.stories)\.tenor$/, ".stories.tenor");
  return stories !== path && existsSync(stories) ? stories : path;
}

/** A market without an ending is a file in the folder `data` beside the template; any other is a path. */
export async function readStoryMarket(
  { file: market }: MarketFile,
  folder: string,
  named: readonly string[] = [],
): Promise<Loaded<NamedText> | undefined> {
  if (market.includes(".")) return readData(market, "market", folder, named);
  const data = resolve(folder, "data");
  const path = join(data, `${market}.csv`);
  if (existsSync(path)) return readData(path, "market", folder, named);
  const place = shownName(data);
  const names = existsSync(data) ? readdirSync(data).filter((file) => file.endsWith(".csv")) : [];
  const known = names.toSorted().map((file) => `"${basename(file, ".csv")}"`);
  const near = nearestName(`"${market}"`, known) ?? "";
  const help =
    known.length === 0
      ? `put ${market}.csv into a folder \`data\` beside the template, or write the path of a file that ends in .csv`
      : `${near && `write ${near}; `}${place}/ has ${known.join(", ")}; a path ends in .csv, and counts from the template's folder`;
  return refused(fileProblem(path, `There is no market "${market}" in ${place}/`, help));
}
