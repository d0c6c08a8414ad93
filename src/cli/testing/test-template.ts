import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { MarketFile, NamedText, Story, Template } from "../../index.ts";
import { loadStory, nearestName, Replay, StepMeter, storiesOf } from "../../index.ts";
import { shownName } from "../files/files.ts";
import type { OpenTemplate } from "../files/open-scenario.ts";
import { compileFile, dataTexts, readData, readMarkets } from "../files/open-scenario.ts";
import { limitsAsked } from "../limits.ts";
import type { Loaded, Problem } from "../problem.ts";
import { fileProblem, problemsIn, refused } from "../problem.ts";
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
  template: Template & Pick<OpenTemplate, "calendar" | "exchange">,
  file: string,
  folder: string,
  named: readonly string[] = [],
  meter?: StepMeter,
): Promise<CaseReport> {
  const [market, calendar] = await Promise.all([
    readMarkets(story.market, (file) => readMarket(file, folder, named)),
    readData(story.calendar, "calendar", folder, named),
  ]);
  const asked = story.expectations.map(() => unknownQuestion);
  const refuse = (problems: readonly Problem[]) => notRun(file, story.name, asked, problems);
  const problems = problemsIn(...market.values(), calendar);
  if (problems.length > 0) return refuse(problems);
  const loaded = loadStory(template, story, dataTexts(market, calendar, story, template), limitsAsked());
  if (!loaded.ok) return refuse(loaded.diagnostics);
  const verdicts = new Replay(template, loaded.value, undefined, meter).test();
  if (!verdicts.ok) return refuse(verdicts.diagnostics);
  return reportOf(file, story.name, verdicts.value, loaded.value.warnings);
}

/** A market without an ending is a file in the folder `data` beside the template; any other is a path. */
async function readMarket(
  { file: market }: MarketFile,
  folder: string,
  named: readonly string[],
): Promise<Loaded<NamedText> | undefined> {
  if (market.includes(".")) return readData(market, "market", folder, named);
  const data = resolve(folder, "data");
  const path = join(data, `${market}.csv`);
  if (existsSync(path)) return readData(path, "market", folder, named);
  const place = shownName(data);
  const names = existsSync(data) ? (await readdir(data)).filter((file) => file.endsWith(".csv")) : [];
  const known = names.toSorted().map((file) => `"${basename(file, ".csv")}"`);
  const near = nearestName(`"${market}"`, known) ?? "";
  const help =
    known.length === 0
      ? `put ${market}.csv into a folder \`data\` beside the template, or write the path of a file that ends in .csv`
      : `${near && `write ${near}; `}${place}/ has ${known.join(", ")}; a path ends in .csv, and counts from the template's folder`;
  return refused(fileProblem(path, `There is no market "${market}" in ${place}/`, help));
}
