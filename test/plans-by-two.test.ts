/**
 * Plans by both evaluators: random plans on random notes and markets give the same events, the same sales and the same answers;
 * the scenario that a plan makes gives them again, without the plan; and what comes later in the market changes nothing before.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { enactPlan, plansOf } from "../src/driver/plans.ts";
import { runScenario } from "../src/driver/questions.ts";
import { factsOf } from "../src/evaluate/evaluate.ts";
import type { PlanFacts } from "../src/evaluate/plans/plan-facts.ts";
import { Failure } from "../src/evaluate/values/problem.ts";
import type { ScenarioEvent } from "../src/inputs/scenario.ts";
import type { PlainDate } from "../src/units/plain-date.ts";
import { formatDate } from "../src/units/plain-date.ts";
import { describeRun } from "../src/wording/english.ts";
import type { Answer } from "../src/wording/outcome.ts";
import { ensured } from "./support/acceptance.ts";
import { compileLeniently, loadedCase } from "./support/random-note/disagreement.ts";
import { drawFrom } from "./support/random-note/draw.ts";
import { randomPlan } from "./support/random-note/plan.ts";
import { randomTemplate, templateText } from "./support/random-note/template.ts";
import { firstDay, questionsAbout, randomTimeline } from "./support/random-note/timeline.ts";
import type { SimplePlan } from "./support/simple-evaluator/plans.ts";
import type { SimpleAnswer } from "./support/simple-evaluator/simple-evaluate.ts";
import { simplyEnact } from "./support/simple-evaluator/simple-evaluate.ts";

const seed = fc.noShrink(fc.nat());
const plansDrawn = Number(process.env.TENOR_RANDOM_PLANS ?? 60);

const shown = ({ on, event, id, for: target, fields }: ScenarioEvent) =>
  `${formatDate(on)} ${event} ${id} ${target ?? ""} ${JSON.stringify([...fields], (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))}`;

/** What came of a plan, to be compared: events, sales, and what could not be decided, a day and a part each. */
function actsOf(facts: PlanFacts, events: readonly ScenarioEvent[]) {
  const given = events.filter(({ id }) => id?.startsWith("plan "));
  return {
    given: given.map(shown).toSorted(),
    sold: facts.sales.map(({ day, sold, price }) => `${formatDate(day)} ${sold.n} at ${price.n}/${price.d}`),
    undecided: facts.undecided
      .flatMap(({ rule, what, first, last, problem }) => {
        const words = `${rule ?? "sale"} ${what}: ${problem instanceof Failure ? problem.error : "absent"}`;
        return Array.from({ length: last - first + 1 }, (_, day) => `${first + day} ${words}`);
      })
      .toSorted(),
  };
}

function simplyActs({ given, sold, undecided }: SimplePlan) {
  return {
    given: given.map(shown).toSorted(),
    sold: sold.map(({ day, shares, price }) => `${formatDate(day)} ${shares.n} at ${price.n}/${price.d}`),
    undecided: undecided.toSorted(),
  };
}

const answerText = (it: Answer) => ("error" in it ? `error ${it.error.kind}` : String(it.answer));
const simpleText = (it: SimpleAnswer) =>
  it.kind === "value" ? it.text : it.kind === "null" ? "null" : `error ${it.error}`;

test("random plans on random notes", { timeout: 60_000 + plansDrawn * 2000 }, () => {
  const property = fc.property(seed, (start) => {
    const draw = drawFrom(start);
    const note = templateText(randomTemplate(draw));
    const plans = randomPlan(note, draw);
    const template = compileLeniently(`${note}${plans}`);
    fc.pre(typeof template !== "string" || !template.includes("depends on itself"));
    if (typeof template === "string") throw new Error(`${template}\n${note}${plans}`);
    const timeline = randomTimeline(draw);
    const scenario = { ...timeline, ask: questionsAbout(template.program, timeline, draw) };
    const loaded = loadedCase(template, scenario);
    fc.pre(loaded.ok);
    const [plan] = plansOf(template);
    if (plan === undefined || !loaded.ok) throw new Error("a plan was written");
    const { replayed, facts, made } = ensured(enactPlan(template, plan, loaded.value));
    const { environment } = loaded.value;
    const simple = simplyEnact(template.program, plan, loaded.value.scenario, environment, facts.through);
    expect(actsOf(facts, made.scenario.events), `${note}${plans}`).toEqual(simplyActs(simple));
    const own = describeRun(factsOf(replayed, loaded.value.scenario.ask));
    expect(own.answers.map(answerText), `${note}${plans}`).toEqual(simple.answers.map(simpleText));
    // The scenario that was made gives it all again.
    const again = ensured(runScenario(template, made)).outcome;
    expect([again.journal, again.refused]).toEqual([own.journal, own.refused]);
  });
  fc.assert(property, { numRuns: plansDrawn });
});

test("what comes later in the market changes nothing before", { timeout: 120_000 }, () => {
  const property = fc.property(seed, (start) => {
    const draw = drawFrom(start);
    const note = templateText(randomTemplate(draw));
    const template = compileLeniently(`${note}${randomPlan(note, draw)}`);
    fc.pre(typeof template !== "string");
    if (typeof template === "string") return;
    const timeline = randomTimeline(draw);
    const day = firstDay + 5 + draw(30);
    const [before, after] = [timeline.market, shocked(timeline.market, day)].map((market) => {
      const loaded = loadedCase(template, { ...timeline, market });
      const [plan] = plansOf(template);
      if (!loaded.ok || plan === undefined) return undefined;
      const { replayed, facts, made } = ensured(enactPlan(template, plan, loaded.value));
      const { journal } = describeRun(factsOf(replayed, []));
      return {
        given: made.scenario.events.filter(({ on }) => on <= day).map(shown),
        sold: facts.sales.filter((it) => it.day <= day),
        journal: journal.filter((entry) => entry.on <= formatDate(day as PlainDate)),
      };
    });
    fc.pre(before !== undefined);
    expect(after).toEqual(before);
  });
  fc.assert(property, { numRuns: 40 });
});

/** Prices and volumes after a day, three times as high. */
function shocked(market: string, day: number): string {
  const rows = market.trim().split("\n");
  const changed = rows.map((row, index) => {
    const [on = "", ...figures] = row.split(",");
    const isLater = index > 0 && on > formatDate(day as PlainDate);
    return isLater ? [on, ...figures.map((figure) => String(Number(figure) * 3))].join(",") : row;
  });
  return `${changed.join("\n")}\n`;
}
