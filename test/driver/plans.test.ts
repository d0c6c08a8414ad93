/** The plans of the templates make scenarios: run by themselves, these give the same journal, to the word. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { enactPlan, plansOf } from "../../src/driver/plans.ts";
import { runScenario } from "../../src/driver/questions.ts";
import { loadScenario } from "../../src/driver/scenarios.ts";
import { factsOf } from "../../src/evaluate/evaluate.ts";
import { compile } from "../../src/index.ts";
import { describeRun } from "../../src/wording/english.ts";
import { ensured, templateOf, termsText } from "../support/acceptance.ts";
import { clausesFor } from "../support/library.ts";

const read = (path: string) => ({ name: path, text: readFileSync(path, "utf8") });

describe.each([
  ["juniper-2005", "otc-sliding", { Principal: "500000", "Shares Outstanding": "250000000" }],
  ["secured-services-2006", "listed-smallcap", { Principal: "500000", "Shares Outstanding": "40000000" }],
])("%s", (note, market, terms) => {
  const text = termsText(note);
  const template = ensured(compile(text, note, read(`terms/${note}.plans.tenor`), ...clausesFor(text)));
  const scenario = { name: "s.json", text: JSON.stringify({ note, terms, market: "m.csv", events: [], ask: [] }) };
  const data = { market: read(`terms/data/${market}.csv`) };

  test.each(plansOf(template).map((plan) => [plan.name, plan] as const))("%s", (_, plan) => {
    const { replayed, facts, made } = ensured(
      enactPlan(template, plan, ensured(loadScenario(template, { scenario, ...data }))),
    );
    expect(facts.given.length).toBeGreaterThan(10);
    expect(facts.undecided).toEqual([]);
    const alone = templateOf(note);
    const again = ensured(loadScenario(alone, { scenario: made.texts.scenario, ...data }));
    expect(ensured(runScenario(alone, again)).outcome).toEqual(describeRun(factsOf(replayed, [])));
  });
});

test("the example's made scenario has the events that the plan gives", () => {
  const note = "discount-to-average";
  const template = ensured(compile(termsText(note), note, read(`terms/${note}.plans.tenor`)));
  const folder = `examples/${note}`;
  const texts = { scenario: read(`${folder}/scenario.json`), market: read(`${folder}/market.csv`) };
  const [plan] = plansOf(template);
  if (plan === undefined) throw new Error("the file has a plan");
  const { made, facts } = ensured(enactPlan(template, plan, ensured(loadScenario(template, texts))));
  const { ask, title, scenario, ...written } = JSON.parse(read(`${folder}/made.json`).text) as Record<string, unknown>;
  expect(ask).not.toEqual([]);
  expect([title, scenario]).not.toContain(undefined);
  expect(JSON.parse(made.texts.scenario.text)).toMatchObject(written);
  // A tenth of 1,022,000, and what is left of 138,888.
  expect(facts.sales.slice(0, 2).map(({ sold }) => sold.n)).toEqual([102200n, 36688n]);
});
