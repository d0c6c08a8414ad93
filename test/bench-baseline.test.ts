/** The benches hold Tenor against programs written by hand for one note; that says something only where both agree. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { textOf } from "../bench/baseline/days.ts";
import { conversionPrice, Figure } from "../bench/baseline/pricing-rule.ts";
import { runNote } from "../bench/baseline/three-year-note.ts";
import { benchTemplate, ensured, loadedCase, marketText, pricesOf, threeYears } from "../bench/cases.ts";
import type { Answer } from "../src/index.ts";
import { loadScenario, Replay, runScenario } from "../src/index.ts";
import { agrees, parseDecimal } from "../src/units/exact.ts";
import type { PlainDate } from "../src/units/plain-date.ts";

const markets = ["otc-sliding", "otc-crossing", "listed-smallcap"] as const;
const marketFile = (name: string) => {
  const path = `test/data/acceptance/market/${name}.csv`;
  return { name: path, text: readFileSync(path, "utf8") };
};

describe("the pricing rule", () => {
  const template = benchTemplate("pricing-rule");
  const texts = [
    ...markets.map((name) => [name, marketFile(name).text] as const),
    ["generated", marketText(7, 13_059, 860)] as const,
  ];

  test.each(texts)("every day of three years, prices %s", (_, text) => {
    const prices = pricesOf(text);
    const scenario = {
      name: "scenario.json",
      text: JSON.stringify({ scenario: "prices", note: "n", terms: {}, events: [], ask: [] }),
    };
    const loaded = ensured(loadScenario(template, { scenario, market: { name: "market.csv", text } }));
    const through = prices.days.at(-1) as PlainDate;
    const replay = new Replay(template, loaded, through);
    for (const day of prices.days.slice(65)) {
      const theirs = answered(ensured(replay.answer({ value: "Conversion Price", on: day as PlainDate })));
      const byHand = conversionPrice(prices, day, new Figure("0.05")).toFixed();
      expect([textOf(day), theirs, byHand]).toSatisfy(isSame);
    }
  });
});

describe("the three-year note", () => {
  const cases = [
    ...Array.from({ length: 12 }, (_, seed) => [`generated ${seed + 1}`, seed + 1, undefined] as const),
    ...markets.map((name, index) => [name, 20 + index, marketFile(name)] as const),
  ];

  test.each(cases)("prices %s", (_, seed, market) => {
    for (const isTestedDaily of [false, true]) {
      const noteCase = threeYears(seed, isTestedDaily, market);
      const template = benchTemplate("three-year", ...(isTestedDaily ? ["tested-daily"] : []));
      const { outcome } = ensured(runScenario(template, loadedCase(template, noteCase)));
      const byHand = runNote(noteCase.terms, noteCase.prices, noteCase.events, noteCase.questions);
      expect(outcome.refused.length + noteCase.events.length).toBeGreaterThanOrEqual(100);
      for (const [index, theirs] of outcome.answers.entries()) {
        const ours = byHand.answers[index] ?? null;
        expect([JSON.stringify(theirs), answered(theirs), ours]).toSatisfy(isSame);
      }
    }
  });
});

/** Equal, or to one part in 10^15 where a quotient does not end. */
function same(theirs: unknown, ours: string | boolean | null): boolean {
  if (theirs === ours) return true;
  if (typeof theirs !== "string" || typeof ours !== "string") return false;
  const exact = parseDecimal(theirs);
  return exact !== undefined && (agrees(ours, exact) || new Figure(theirs).div(ours).minus(1).abs().lte("1e-15"));
}

const isSame = ([, theirs, ours]: readonly unknown[]) => same(theirs, ours as string | boolean | null);
const answered = (it: Answer): unknown => ("error" in it ? it.error : it.answer);
