/** The inputs of the benches, made from a seed, in both shapes: for Tenor and for the programs beside it. */
import { readFileSync } from "node:fs";
import type { LoadedScenario, NamedText, Result, Template } from "../src/index.ts";
import { compile, loadScenario, renderText } from "../src/index.ts";
import type { Day } from "./baseline/days.ts";
import { businessDaysAfter, day, isBusinessDay, monthEnd, quarterEnd, textOf } from "./baseline/days.ts";
import type { Prices } from "./baseline/pricing-rule.ts";
import type { NoteEvent, NoteQuestion, NoteTerms } from "./baseline/three-year-note.ts";

export function ensured<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.diagnostics.map((it) => renderText(it)).join("\n"));
}

export function noteText(name: string): NamedText {
  const path = `bench/notes/${name}.tenor`;
  return { name: path, text: readFileSync(path, "utf8") };
}

export function benchTemplate(name: string, ...additions: readonly string[]): Template {
  const { text } = noteText(name);
  return ensured(compile(text, `bench/notes/${name}.tenor`, ...additions.map(noteText)));
}

/** Whole numbers from 0 up to `below`, always the same for one seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

/** A walk that stays between one cent and twelve; one row on each business day. */
export function marketText(seed: number, from: Day, rows: number): string {
  const roll = dice(seed);
  const lines = ["date,open,high,low,close,vwap,volume"];
  let price = 800;
  for (let at = from; lines.length <= rows; at += 1) {
    if (!isBusinessDay(at)) continue;
    price = Math.min(1_200, Math.max(100, price + roll(81) - 40));
    const low = price - roll(30);
    const high = price + roll(30);
    const figures = [price, high, low, price, (low + high) >> 1].map((it) => (it / 10_000).toFixed(4));
    lines.push(`${textOf(at)},${figures.join(",")},${100 * (1 + roll(9_000))}`);
  }
  return `${lines.join("\n")}\n`;
}

/** The rows of a market file as the programs beside Tenor take them. */
export function pricesOf(text: string): Prices {
  const rows = text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","));
  return { days: rows.map(([date]) => day(date ?? "")), low: rows.map((cells) => cells[3] ?? "") };
}

export interface NoteCase {
  readonly terms: NoteTerms;
  readonly prices: Prices;
  readonly events: readonly NoteEvent[];
  readonly questions: readonly NoteQuestion[];
  readonly market: NamedText;
  readonly scenario: NamedText;
}

/** Three years with a hundred events: each month a conversion and its delivery, each quarter a payment, reports between. */
export function threeYears(seed: number, isTestedDaily: boolean, marketFile?: NamedText): NoteCase {
  const roll = dice(seed);
  const from = day("2006-01-03");
  const maturity = day("2009-01-05");
  const events: NoteEvent[] = [];
  const questions: NoteQuestion[] = [];
  for (let month = 0; month < 36; month += 1) {
    const first = monthEnd(from, month - 1) + 1;
    const on = businessDaysAfter(first, 1 + roll(8));
    const id = `c${month + 1}`;
    events.push({ on, kind: "conversion", id, amount: String(10_000 + 5_000 * roll(20)) });
    // Deadlines are three business days away; some deliveries come within the grace of two, some much later.
    events.push({ on: businessDaysAfter(on, 1 + roll(11)), kind: "delivery", id });
    if (month % 3 === 0) events.push({ on: first + 20, kind: "payment", amount: String(500 * (1 + roll(30))) });
    if (month % 9 !== 0 && month % 2 === 0) {
      events.push({ on: first + 24, kind: "position", amount: String(100_000 * roll(40)) });
    }
    questions.push({ value: "Conversion Shares", of: id });
    const end = monthEnd(first);
    if (quarterEnd(end) === end) {
      for (const value of ["Interest Due", "Accrued Interest", "Outstanding Principal"] as const) {
        questions.push({ value, on: end });
      }
      questions.push({ value: "Late Delivery Payments", on: end }, { value: "Conversion Price", on: first + 14 });
      questions.push({ value: "Exempt Month", on: end });
      if (isTestedDaily) questions.push({ value: "Event of Default", on: end });
    }
  }
  events.sort((a, b) => a.on - b.on);
  const market = marketFile ?? { name: "market.csv", text: marketText(seed, day("2005-10-03"), 860) };
  const terms = { principal: "3000000", sharesOutstanding: "400000000", from, maturity, isTestedDaily };
  return {
    terms,
    prices: pricesOf(market.text),
    events,
    questions,
    market,
    scenario: { name: "scenario.json", text: scenarioText(terms, events, questions, isTestedDaily) },
  };
}

function scenarioText(
  terms: NoteTerms,
  events: readonly NoteEvent[],
  questions: readonly NoteQuestion[],
  isTestedDaily: boolean,
): string {
  return JSON.stringify({
    scenario: "three years",
    note: isTestedDaily ? "tested-daily" : "three-year",
    terms: { Principal: terms.principal, "Shares Outstanding": terms.sharesOutstanding },
    market: "market.csv",
    events: events.map(eventJson),
    ask: questions.map(({ value, on, of }) => ({
      value,
      ...(on !== undefined && { on: textOf(on) }),
      ...(of !== undefined && { of }),
    })),
  });
}

function eventJson({ on, kind, id, amount }: NoteEvent): object {
  const date = textOf(on);
  switch (kind) {
    case "conversion":
      return { on: date, event: "Notice of Conversion", id, "Principal Converted": amount };
    case "delivery":
      return { on: date, event: "Shares Delivered", for: id };
    case "payment":
      return { on: date, event: "Interest Paid", Amount: amount };
    case "position":
      return { on: date, event: "Holder Position Reported", Shares: amount };
  }
}

export function loadedCase(
  template: Template,
  { scenario, market }: Pick<NoteCase, "scenario" | "market">,
): LoadedScenario {
  return ensured(loadScenario(template, { scenario, market }));
}
