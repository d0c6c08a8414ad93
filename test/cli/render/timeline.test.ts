import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { createPaint, plainPaint } from "../../../src/cli/render/parts/paint.ts";
import { renderTimeline } from "../../../src/cli/render/timeline.ts";
import type { EventType, State } from "../../../src/core/core.ts";
import type { DefaultMove } from "../../../src/evaluate/compile/defaults.ts";
import type { JournalPlace } from "../../../src/evaluate/replay/journal-facts.ts";
import type { Occurrence } from "../../../src/evaluate/state/run.ts";
import type { Exact, JournalFact, PlainDate, RefusedEvent } from "../../../src/index.ts";
import { parseDate } from "../../../src/index.ts";
import { SourceFile } from "../../../src/source/source-file.ts";
import { parseDecimal, zero } from "../../../src/units/exact.ts";
import { parseTime } from "../../../src/units/time-of-day.ts";
import { money, price as pricePerShare } from "../../../src/units/value-type.ts";

const figure = (text: string) => parseDecimal(text) as Exact;
const day = (text: string) => parseDate(text) as PlainDate;
const span = { source: new SourceFile("small.tenor", ""), start: 0, end: 0 };

const amount = { name: "Principal Converted", section: "1.1", span, type: money, isOptional: false };
const conversion: EventType = {
  name: "Notice of Conversion",
  section: "1.1",
  span,
  fields: new Map([[amount.name, amount]]),
  opensDay: false,
};
const c1: Occurrence = {
  type: conversion,
  index: 0,
  placedAt: -1,
  on: day("2006-05-10"),
  at: parseTime("14:00") as Occurrence["at"],
  id: "c1",
  refersTo: undefined,
  fields: new Map([[amount.name, figure("50000")]]),
  reported: new Set([amount.name]),
  effectiveOn: day("2006-05-10"),
  mayCountFrom: day("2006-05-10"),
  fixedAt: undefined,
  appliedAt: undefined,
  refused: undefined,
  undecided: undefined,
  fixed: new Map(),
};
const inMay = { day: day("2006-05-10"), point: 1, phase: "event", cause: c1 } as const;
const inJune = { day: day("2006-06-30"), point: 2, phase: "round", cause: undefined } as const;

const payment: JournalFact = { ...inMay, kind: "EventApplied", occurrence: c1, section: "1.1" };

function stateFact(state: Pick<State, "name" | "type" | "section">, from: string, to: string): JournalFact {
  const { section } = state;
  const whole = { ...state, key: state.name, span, isOptional: false, isRestated: false };
  return { ...inMay, kind: "StateChanged", section, state: whole, from: figure(from), to: figure(to) };
}

const principal = stateFact({ name: "Outstanding Principal", type: money, section: "1.4(e)" }, "500000", "450000");
const price = stateFact({ name: "Floor", type: pricePerShare, section: "1.2(a)" }, "0.05", "0.025");
const balance = figure("6608.219178082191780822");
const interest: JournalFact = {
  ...inJune,
  kind: "AccountPosted",
  section: "1",
  account: "Interest",
  type: money,
  postings: [
    { verb: "waive", amount: zero, section: "1" },
    { verb: "fall due", amount: balance, section: "1" },
  ],
  before: balance,
  after: balance,
  change: zero,
};

function missedAs(kind: DefaultMove["kind"], place: JournalPlace, deadline?: PlainDate): JournalFact {
  const defaultCondition = { family: "Event of Default", section: "3.1" } as DefaultMove["defaultCondition"];
  const status = { pendingSince: undefined, occurredOn: undefined, problem: undefined };
  const move = { defaultCondition, occurrence: undefined, status, kind, ...(deadline !== undefined && { deadline }) };
  return { ...place, kind: "DefaultMoved", move };
}

const missed = missedAs("occurs", { ...inJune, section: "3.1" });
const refusal: RefusedEvent = {
  occurrence: { ...c1, id: "c2" },
  refused: { kind: "ConditionsFailed", conditions: [{ reason: "it is late", failedParts: [] }], section: "1.1" },
  day: day("2006-05-10"),
  entriesBefore: 3,
};

test("days are grouped, months are apart, figures stand in columns", () => {
  expect(
    renderTimeline({ journal: [payment, principal, price, interest, missed], refused: [refusal] }, 72, plainPaint),
  ).toBe(
    [
      "── May 2006 ────────────────────────────────────────────────────────────",
      "Wed 10  1.1     Notice of Conversion c1 at 14:00",
      "                  Principal Converted $50,000",
      "        1.4(e)  Outstanding Principal        $500,000 →   $450,000",
      "        1.2(a)  Floor                           $0.05 →     $0.025/share",
      "        1.1     Notice of Conversion c2 is refused:",
      "                  it is late",
      "",
      "── June 2006 ───────────────────────────────────────────────────────────",
      "Fri 30  1       Interest falls due, waived              $6,608.21…",
      "        3.1     Event of Default under 3.1 occurs",
    ].join("\n"),
  );
});

test("a name that is too wide for its column stands whole, above its figures", () => {
  const section = "1.4(e)";
  const long = stateFact({ name: "Outstanding Principal of Notes", type: money, section }, "500000", "450000");
  expect(
    renderTimeline({ journal: [payment, long], refused: [] }, 60, plainPaint)
      .split("\n")
      .slice(-2),
  ).toEqual([
    "        1.4(e)  Outstanding Principal of Notes",
    "                                         $500,000 → $450,000",
  ]);
});

test("some days of it can be shown alone", () => {
  const days = new Set(["2006-06-30"]);
  const shown = renderTimeline({ journal: [payment, missed], refused: [refusal] }, 60, plainPaint, days);
  expect(shown).toBe(`── June 2006 ${"─".repeat(47)}\nFri 30  3.1  Event of Default under 3.1 occurs`);
});

test("a refusal stands where its event would have taken effect, with the day of its notice", () => {
  const putOff = { ...refusal, occurrence: { ...refusal.occurrence, on: day("2006-05-08") }, entriesBefore: 0 };
  expect(renderTimeline({ journal: [payment, missed], refused: [putOff] }, 72, plainPaint)).toBe(
    [
      "── May 2006 ────────────────────────────────────────────────────────────",
      "Wed 10  1.1  Notice of Conversion c2 of 2006-05-08 is refused:",
      "               it is late",
      "        1.1  Notice of Conversion c1 at 14:00",
      "               Principal Converted $50,000",
      "",
      "── June 2006 ───────────────────────────────────────────────────────────",
      "Fri 30  3.1  Event of Default under 3.1 occurs",
    ].join("\n"),
  );
});

test("events are bold, defaults that begin are red, those that only wait yellow, those that are over green", () => {
  const pending = missedAs("pending", { ...inJune, section: "3.1" }, day("2024-02-03"));
  const over = missedAs("ends", { ...inJune, section: "3.1" });
  const out = renderTimeline({ journal: [payment, missed, pending, over], refused: [] }, 100, createPaint(true));
  expect(out).toContain("\u001B[32mEvent of Default under 3.1 ends\u001B[39m");
  expect(out).toContain("\u001B[1mNotice of Conversion c1 at 14:00\u001B[22m");
  expect(out).toContain("\u001B[31mEvent of Default under 3.1 occurs\u001B[39m");
  expect(out).toContain("\u001B[33mEvent of Default under 3.1 is pending until the end of 2024-02-03\u001B[39m");
});

test("without colour it says the same", () => {
  const [plain, coloured] = [plainPaint, createPaint(true)].map((paint) =>
    renderTimeline({ journal: [payment, principal, interest, missed], refused: [refusal] }, 80, paint),
  );
  expect(stripVTControlCharacters(coloured ?? "")).toBe(plain);
});

test.each([40, 60, 80, 120])("at %i columns no word is lost and no line is too long", (width) => {
  const name = "Maximum Convertible Principal of the Holder and its Affiliates";
  const long = stateFact({ name, type: money, section: "1.4(e)" }, "500000", "450000");
  const out = renderTimeline({ journal: [payment, long, interest, missed], refused: [refusal] }, width, plainPaint);
  for (const word of [...name.split(" "), "$500,000", "$450,000", "$6,608.21…", "late"]) expect(out).toContain(word);
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(width);
});

test("a list of sections that is too wide stands above its line", () => {
  const out = renderTimeline(
    { journal: [{ ...missed, section: "1.4(e), 2.1, 3.1, preamble" }], refused: [] },
    60,
    plainPaint,
  );
  expect(out.split("\n").slice(1)).toEqual([
    "Fri 30  1.4(e), 2.1, 3.1, preamble",
    "             Event of Default under 3.1 occurs",
  ]);
});

test("what would move the cursor is shown, not sent", () => {
  expect(
    renderTimeline({ journal: [{ ...payment, occurrence: { ...c1, id: "\u001B[2J" } }], refused: [] }, 60, plainPaint),
  ).not.toContain("\u001B");
});
