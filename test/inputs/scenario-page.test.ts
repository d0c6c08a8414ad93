/** docs/scenario-file.md shows every key that a scenario may have, and its example runs. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadScenario } from "../../src/index.ts";
import { scenarioSchema } from "../../src/inputs/scenario-schema.ts";
import { ensured, templateOf } from "../support/acceptance.ts";
import { fencedBlocks } from "../support/markdown.ts";

const page = readFileSync("docs/scenario-file.md", "utf8");
/** In the first table under a title. */
const keysUnder = (title: string) => {
  const section = page.slice(page.indexOf(`\n## ${title}\n`));
  const table = section.slice(section.indexOf("| --- |")).split("\n\n", 1)[0] ?? "";
  return [...table.matchAll(/^\| `([$a-z]+)` \|/gm)].map(([, key]) => key);
};
const { properties } = scenarioSchema;

describe("the page of scenario files shows each key of", () => {
  test.each([
    ["Keys", properties],
    ["Events", properties.events.items.properties],
    ["Questions", properties.ask.items.properties],
  ])("%s", (title, keys) => expect(new Set(keysUnder(title))).toEqual(new Set(Object.keys(keys))));
});

test("its example is a scenario without findings", () => {
  const [example] = fencedBlocks(page).filter(({ kind }) => kind === "scenario");
  const market = {
    name: "market.csv",
    text: readFileSync("examples/juniper-first-eighteen-months/market.csv", "utf8"),
  };
  const scenario = { name: "scenario.json", text: example?.text ?? "" };
  const { warnings } = ensured(loadScenario(templateOf("juniper-2005"), { scenario, market }));
  expect(warnings).toEqual([]);
});
