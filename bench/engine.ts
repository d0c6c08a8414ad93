/** The exact engine, warm, beside programs written by hand for the same clauses. */

import type { ReasonFact } from "../src/index.ts";
import { Replay, runScenario } from "../src/index.ts";
import type { PlainDate } from "../src/units/plain-date.ts";
import { day } from "./baseline/days.ts";
import { conversionPrice, Figure } from "./baseline/pricing-rule.ts";
import { runNote } from "./baseline/three-year-note.ts";
import { benchTemplate, ensured, loadedCase, marketText, pricesOf, threeYears } from "./cases.ts";
import type { Measured } from "./measure.ts";
import { compare } from "./measure.ts";
import type { Row } from "./rows.ts";
import { inTime } from "./rows.ts";

export function pricingRule(): Row[] {
  const text = marketText(7, day("2005-10-03"), 860);
  const prices = pricesOf(text);
  const template = benchTemplate("pricing-rule");
  const scenario = { name: "scenario.json", text: '{"scenario":"p","note":"n","terms":{},"events":[],"ask":[]}' };
  const loaded = loadedCase(template, { scenario, market: { name: "market.csv", text } });
  const days = prices.days.slice(100) as PlainDate[];
  const fixedPrice = new Figure("0.05");
  const [byHand, first, again] = compare([
    ["by hand", () => days.map((on) => conversionPrice(prices, on, fixedPrice).toFixed())],
    [
      "a replay and its questions",
      () => {
        const replay = new Replay(template, loaded, days.at(-1));
        return days.map((on) => ensured(replay.answer({ value: "Conversion Price", on })));
      },
    ],
    ["questions only", questionsOnly(template, loaded, days)],
  ]) as [Measured, Measured, Measured];
  const each = (it: Measured) =>
    `${inTime(it.median / days.length)} a question, by hand ${inTime(byHand.median / days.length)}`;
  return [
    {
      what: "pricing rule: timeline of 1,200 days and 760 questions",
      beside: "decimal.js by hand",
      ratio: first.ratio,
      aim: 1,
      figures: each(first),
    },
    {
      what: "pricing rule: the same questions asked again",
      beside: "decimal.js by hand",
      ratio: again.ratio,
      aim: 1,
      figures: each(again),
    },
  ];
}

function questionsOnly(
  template: ReturnType<typeof benchTemplate>,
  loaded: ReturnType<typeof loadedCase>,
  days: readonly PlainDate[],
): () => unknown {
  const replay = new Replay(template, loaded, days.at(-1));
  // The timeline is replayed when it is first needed; here only the questions count.
  ensured(replay.lastDay());
  return () => days.map((on) => ensured(replay.answer({ value: "Conversion Price", on })));
}

/** Goes through all that an answer is made of, down to the leaves; what several answers rest on is gone through once. */
function everything(root: ReasonFact, seen: Set<ReasonFact>): number {
  const waiting = [root];
  for (let fact = waiting.pop(); fact !== undefined; fact = waiting.pop()) {
    if (seen.has(fact)) continue;
    seen.add(fact);
    waiting.push(...fact.operands);
  }
  return seen.size;
}

export function threeYearNote(): Row[] {
  return [false, true].flatMap((isTestedDaily) => {
    const noteCase = threeYears(3, isTestedDaily);
    const template = benchTemplate("three-year", ...(isTestedDaily ? ["tested-daily"] : []));
    const loaded = loadedCase(template, noteCase);
    const { terms, prices, events, questions } = noteCase;
    const [byHand, run, inWords, explained] = compare([
      ["by hand", () => runNote(terms, prices, events, questions)],
      ["Tenor", () => runScenario(template, loaded)],
      ["Tenor, its journal in words", () => ensured(runScenario(template, loaded)).outcome.journal],
      [
        "Tenor, each answer explained",
        () => {
          const replay = new Replay(template, loaded);
          const seen = new Set<ReasonFact>();
          return loaded.scenario.ask.map((query) => [
            replay.answer(query),
            everything(ensured(replay.explain(query)), seen),
          ]);
        },
      ],
    ]) as [Measured, Measured, Measured, Measured];
    const what = `three years, ${events.length} events, ${questions.length} questions${isTestedDaily ? ", a test each day" : ""}`;
    return [
      {
        what,
        beside: "decimal.js by hand",
        ratio: run.ratio,
        aim: 1.5,
        figures: `${inTime(run.median)}, by hand ${inTime(byHand.median)}`,
      },
      {
        what: `${what}; its journal in words`,
        beside: "decimal.js by hand",
        ratio: inWords.ratio,
        aim: 1.5,
        figures: inTime(inWords.median),
      },
      {
        what: `${what}; each answer explained`,
        beside: "the same without",
        ratio: explained.ratio / run.ratio,
        aim: 3,
        figures: inTime(explained.median),
      },
    ];
  });
}
