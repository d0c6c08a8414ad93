/** Laws that hold whatever the figures are, put to the exact engine. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, LoadedScenario, Template } from "../src/index.ts";
import { formatDate, loadScenario, parseDate, Replay, runScenario } from "../src/index.ts";
import type { Exact } from "../src/units/exact.ts";
import { add, compare, equal, parseDecimal, zero } from "../src/units/exact.ts";
import type { PlainDate } from "../src/units/plain-date.ts";
import { answersOf, smallNote } from "./evaluate/asked.ts";
import { ensured, templateOf } from "./support/acceptance.ts";
import { compileLeniently, marketTexts } from "./support/random-note/disagreement.ts";
import type { Draw } from "./support/random-note/draw.ts";
import { drawFrom, pickFrom } from "./support/random-note/draw.ts";
import { randomTemplate, templateText } from "./support/random-note/template.ts";
import type { RandomEvent, RandomScenario } from "./support/random-note/timeline.ts";
import { firstDay, questionsAbout, randomTimeline, scenarioText } from "./support/random-note/timeline.ts";

const amount = fc.integer({ min: 0, max: 2_000_000 }).map((cents) => (cents / 100).toFixed(2));
const day = fc.integer({ min: 0, max: 400 }).map((days) => formatDate((firstDay + days) as PlainDate));
const dayCount = fc.constantFrom("actual/365", "actual/360", "30E/360");
const rises = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe("interest", () => {
  const changes = fc.array(fc.record({ on: day, Amount: amount }), { maxLength: 5 });
  const balance = "Balance starts at $10000\nwhen Notice\n  Balance becomes its Amount\n";

  test("over two adjoining periods is that of the first and that of the second", () => {
    const property = fc.property(fc.tuple(day, day, day), dayCount, changes, (days, basis, notices) => {
      const [from, middle, to] = days.toSorted(rises) as [string, string, string];
      const over = (a: string, b: string) =>
        `(interest at 7% per year on Balance from and including ${a} to but excluding ${b} by ${basis})`;
      const gap = `Gap means ${over(from, middle)} + ${over(middle, to)} - ${over(from, to)}`;
      const events = notices.map((notice) => ({ event: "Notice", ...notice }));
      expect(answersOf(balance + gap, { events, ask: [{ value: "Gap", on: to }] })).toEqual(["0"]);
    });
    fc.assert(property, { numRuns: 25 });
  });

  test("that an account accrued from one day to another is the interest on its base in between", () => {
    const property = fc.property(fc.tuple(day, day), dayCount, changes, (days, basis, notices) => {
      const [from, to] = days.toSorted(rises) as [string, string];
      const statements =
        `${balance}account Interest owed by Borrower to Holder\n  accrues: 7% per year on Balance by ${basis}\n` +
        `  from and including: Issue Date\nGap means unpaid Interest - (unpaid Interest as of ${from})\n` +
        `  - (interest at 7% per year on Balance from and including ${from} to but excluding ${to} by ${basis})`;
      const events = notices.map((notice) => ({ event: "Notice", ...notice }));
      expect(answersOf(statements, { events, ask: [{ value: "Gap", on: to }] })).toEqual(["0"]);
    });
    fc.assert(property, { numRuns: 25 });
  });
});

test("no dollar of a payment appears or vanishes: what is owed falls by what was paid, as far as it was owed", () => {
  const orders = [
    "Interest, then Fee, then Balance",
    "Balance, then Interest, then Fee",
    "due Interest, then Fee, then Interest, then Balance",
    "Fee, then Balance, then Interest",
  ];
  const notes = orders.map((pots) =>
    smallNote(
      "Balance starts at $5000\naccount Interest owed by Borrower to Holder\n  accrues: 9% per year on Balance by actual/360\n" +
        "  from and including: Issue Date\naccount Fee owed by Borrower to Holder\n  accrues: 20% per year on overdue Interest by actual/365\n" +
        "  from and including: Issue Date\non the last day of the month of today\n  Interest falls due on today\n" +
        `when Notice\n  Fee is charged its Amount due on 5 days after today\nwhen Payment\n  its Amount is applied to ${pots}\n` +
        "Owed means unpaid Interest + unpaid Fee + Balance\nBefore for each Payment is fixed as Owed\n" +
        "Missing for each Payment means its Before - Owed - (the lesser of its Amount and its Before)",
    ),
  );
  const happening = fc.record({ on: day, event: fc.constantFrom("Notice", "Payment"), Amount: amount });
  const property = fc.property(fc.constantFrom(...notes), fc.array(happening, { maxLength: 8 }), (note, happenings) => {
    const events = happenings.map((it, index) => ({ ...it, id: `e${index}` }));
    const ask = events.flatMap(({ event, id }) => (event === "Payment" ? [{ value: "Missing", of: id }] : []));
    expect(note({ events, ask })).toEqual(ask.map(() => "0"));
  });
  fc.assert(property, { numRuns: 40 });
});

test("no principal and no share of a conversion appears or vanishes", () => {
  const template = templateOf("juniper-2005");
  // Within ten days nothing is undone for late delivery (1.8).
  const conversion = fc.record({ day: fc.integer({ min: 0, max: 9 }), "Principal Converted": amount });
  const property = fc.property(
    fc.array(conversion, { maxLength: 6 }),
    fc.constantFrom("2", "0.5", "3"),
    (list, ratio) => {
      const on = (days: number) => formatDate(((parseDate("2006-03-01") as PlainDate) + days) as PlainDate);
      const conversions = list.map(({ day: days, ...fields }, index) => ({
        on: on(days),
        event: "Notice of Conversion",
        id: `c${index}`,
        ...fields,
      }));
      const events = [...conversions, { on: on(5), event: "Stock Split", Ratio: ratio }];
      const ids = conversions.map(({ id }) => id);
      const ask = [
        ...ids.map((of) => ({ value: "Principal Accepted", of })),
        { value: "Outstanding Principal", on: on(10) },
        ...ids.map((of) => ({ value: "Conversion Shares", of, on: on(10) })),
        { value: "Shares Issued", on: on(10) },
      ];
      const answers = askedOfJuniper(template, events, ask);
      const [principal, shares] = [answers.slice(0, ids.length + 1), answers.slice(ids.length + 1)];
      expect(sumOf(principal)).toEqual(parseDecimal("20000"));
      expect(equal(sumOf(shares.slice(0, -1)), decimal(shares.at(-1)))).toBe(true);
    },
  );
  fc.assert(property, { numRuns: 15 });
});

function askedOfJuniper(template: Template, events: readonly object[], ask: readonly object[]): unknown[] {
  const terms = { Principal: "20000", "Shares Outstanding": "1000000000" };
  const rows = Array.from({ length: 60 }, (_, index) => (parseDate("2006-01-20") as PlainDate) + index);
  const market = rows.map((row) => `${formatDate(row as PlainDate)},0.05,0.06,0.04,0.05,0.05,1000`);
  const loaded = ensured(
    loadScenario(template, {
      scenario: { name: "j.json", text: JSON.stringify({ scenario: "j", note: "juniper-2005", terms, events, ask }) },
      market: { name: "m.csv", text: ["date,open,high,low,close,vwap,volume", ...market, ""].join("\n") },
    }),
  );
  return answersIn(template, loaded);
}

describe("splits", () => {
  const note = smallNote(
    "event Grant by Holder\n  Count: shares\nHeld starts at 1000 shares, restated for splits\nFloor starts at $3 per share, restated for splits\n" +
      "when Grant\n  Held rises by its Count\nWorth means Held * Floor\nBefore for each Stock Split is fixed as Worth\n" +
      "Gap for each Stock Split means its Before - Worth\nSince means Held - (Held as of 1 day before today)\n",
  );
  const ratio = fc.constantFrom("2", "3", "0.5", "0.1", "7");
  const split = fc.record({ on: day, Ratio: ratio }).map((it) => ({ event: "Stock Split", ...it }));

  test("keep the value of what is held", () => {
    const property = fc.property(fc.array(split, { minLength: 1, maxLength: 5 }), (splits) => {
      // Before the first day there is nothing to be compared with.
      const later = splits.filter(({ on }) => on > formatDate(firstDay));
      const events = later.map((it, index) => ({ ...it, id: `s${index}` }));
      const ask = events.flatMap(({ id, on }) => [
        { value: "Gap", of: id },
        { value: "Since", on },
      ]);
      expect(note({ events, ask })).toEqual(ask.map(() => "0"));
    });
    fc.assert(property, { numRuns: 40 });
  });

  test("and their contrary leave everything as it was", () => {
    const grant = fc.record({ on: day, Count: fc.integer({ min: 0, max: 10_000 }).map(String) });
    const property = fc.property(
      fc.array(grant, { maxLength: 4 }),
      day,
      fc.constantFrom("2", "4", "5"),
      (grants, on, by) => {
        const plain = grants.map((it) => ({ event: "Grant", ...it }));
        const there = { on, event: "Stock Split", Ratio: by };
        const back = { on, event: "Stock Split", Ratio: String(1 / Number(by)) };
        const ask = ["Held", "Worth", "Floor"].map((value) => ({ value, on: "2025-03-01" }));
        expect(note({ events: [...plain, there, back], ask })).toEqual(note({ events: plain, ask }));
      },
    );
    fc.assert(property, { numRuns: 30 });
  });
});

test("a higher valuation cap never gives more shares", () => {
  const template = templateOf("post-money-safe");
  const cap = fc.integer({ min: 600_000, max: 50_000_000 }).map(String);
  const price = fc.integer({ min: 1, max: 500 }).map((cents) => (cents / 100).toFixed(2));
  const property = fc.property(cap, cap, price, (one, other, standard) => {
    const shares = [one, other].map((it) => {
      const terms = { "Purchase Amount": "500000", "Issue Date": "2024-03-01", "Post-Money Valuation Cap": it };
      const financing = { "New Money": "1000000", "Standard Price": standard, "Capitalization Before": "9500000" };
      const events = [{ on: "2024-06-03", event: "Equity Financing", id: "f", ...financing }];
      const ask = [{ value: "Safe Preferred Shares", of: "f" }];
      const text = JSON.stringify({ scenario: "s", note: "post-money-safe", terms, events, ask });
      const loaded = ensured(loadScenario(template, { scenario: { name: "s.json", text } }));
      return decimal(answersIn(template, loaded)[0]);
    }) as [Exact, Exact];
    const [lower, higher] = Number(one) <= Number(other) ? shares : [shares[1], shares[0]];
    expect(compare(higher, lower)).not.toBe(1);
  });
  fc.assert(property, { numRuns: 30 });
});

/** Each law: two lists of answers, from one template and timeline, that are the same. */
const laws: readonly (readonly [name: string, compared: (given: Given) => TwoLists])[] = [
  [
    "events of different days may be listed in any order",
    ({ template, scenario, draw }) => {
      const events = interleaved(scenario.events, draw);
      return { one: answersTo(template, scenario), other: answersTo(template, { ...scenario, events }) };
    },
  ],
  [
    "what happens later changes no answer about an earlier day",
    ({ template, scenario, draw }) => {
      const on = formatDate((firstDay + draw(40)) as PlainDate);
      const ask = scenario.ask.filter((it) => it.of === undefined && it.on !== undefined && it.on < on);
      const later = pickFrom<RandomEvent>(draw, [
        { on, event: "Notice", id: "late", Amount: "500" },
        { on, event: "Split", id: "late", Ratio: "2" },
        { on, event: "Tick", id: "late" },
      ]);
      const events = [...scenario.events, later];
      return {
        one: answersTo(template, { ...scenario, ask }),
        other: answersTo(template, { ...scenario, ask, events }),
      };
    },
  ],
  [
    "a refused event changes nothing",
    ({ template, scenario }) => {
      const ask = scenario.ask.filter(({ of }) => of === undefined);
      const run = runScenario(template, loadedFrom(template, scenario));
      const refused = new Set((run.ok ? run.value.outcome.refused : []).map(({ id }) => id));
      const stays = ({ id }: RandomEvent) => !refused.has(id as string);
      // An event that came before the one that it is for may stand where that one was refused later.
      const named = new Set(scenario.events.filter(stays).map(({ for: target }) => target));
      const events = scenario.events.filter((it) => stays(it) || named.has(it.id as string));
      return {
        one: answersTo(template, { ...scenario, ask }),
        other: answersTo(template, { ...scenario, ask, events }),
      };
    },
  ],
  [
    "a question has one answer: among others in any order, twice, and alone",
    ({ template, scenario, draw }) => {
      const { ask } = scenario;
      const answers = answersTo(template, scenario);
      if (answers.length === 0) return { one: [], other: [] };
      const places = Array.from({ length: Math.min(4, ask.length) }, () => draw(ask.length));
      // A question without a day goes by the last one of the run, to which all questions belong.
      const last = ask.filter(({ on }) => on !== undefined).toSorted((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : 1));
      const loaded = loadedFrom(template, { ...scenario, ask: last.slice(-1) });
      const alone = places.map((place) => {
        const { value, on, of } = ask[place] ?? { value: "" };
        const dayOf = on === undefined ? {} : { on: parseDate(on) as PlainDate };
        return shortAnswer(
          ensured(new Replay(template, loaded).answer({ value, ...dayOf, ...(of !== undefined && { of }) })),
        );
      });
      const twice = answersTo(template, { ...scenario, ask: [...ask.toReversed(), ...ask] });
      return {
        one: [...answers.toReversed(), ...answers, ...places.map((place) => answers[place])],
        other: [...twice, ...alone],
      };
    },
  ],
];

test.each(laws)("templates of all constructs: %s", { timeout: 60_000 }, (_, compared) => {
  const property = fc.property(fc.noShrink(fc.nat()), (start) => {
    const draw = drawFrom(start);
    const text = templateText(randomTemplate(draw));
    const template = compileLeniently(text);
    // A draw can make a definition that needs itself, which nothing can run.
    fc.pre(typeof template !== "string" || !template.includes("depends on itself"));
    if (typeof template === "string") throw new Error(template);
    const timeline = randomTimeline(draw);
    const scenario = { ...timeline, ask: questionsAbout(template.program, timeline, draw) };
    const { one, other } = compared({ template, scenario, draw });
    expect(other, `${text}\n${scenarioText(scenario)}`).toEqual(one);
  });
  fc.assert(property, { numRuns: 50 });
});

interface TwoLists {
  readonly one: readonly unknown[];
  readonly other: readonly unknown[];
}

interface Given {
  readonly template: Template;
  readonly scenario: RandomScenario;
  readonly draw: Draw;
}

/** The events of each day in their order, the days mixed. */
function interleaved(events: readonly RandomEvent[], draw: Draw): RandomEvent[] {
  const waiting = [...Map.groupBy(events, ({ on }) => on).values()].map((list) => [...list]);
  const mixed: RandomEvent[] = [];
  for (let open = waiting; open.length > 0; open = open.filter((list) => list.length > 0)) {
    const next = pickFrom(draw, open).shift();
    if (next !== undefined) mixed.push(next);
  }
  return mixed;
}

function loadedFrom(template: Template, scenario: RandomScenario): LoadedScenario {
  return ensured(
    loadScenario(template, {
      scenario: { name: "generated.json", text: scenarioText(scenario) },
      ...marketTexts(template, scenario),
      calendar: { name: "calendar.csv", text: scenario.calendar },
    }),
  );
}

function answersTo(template: Template, scenario: RandomScenario): unknown[] {
  return answersIn(template, loadedFrom(template, scenario));
}

/** A run that needs too many digits has no answers, however it is asked. */
function answersIn(template: Template, loaded: LoadedScenario): unknown[] {
  const run = runScenario(template, loaded);
  return run.ok ? run.value.outcome.answers.map(shortAnswer) : [];
}

function shortAnswer(answer: Answer): unknown {
  return "error" in answer ? answer.error.kind : answer.answer;
}

function decimal(answer: unknown): Exact {
  const value = parseDecimal(String(answer));
  if (value === undefined) throw new Error(`${String(answer)} is no decimal`);
  return value;
}

/** What was refused, as where no principal was left, took nothing. */
function sumOf(answers: readonly unknown[]): Exact {
  const counted = answers.filter((answer) => answer !== "refused");
  return counted.reduce<Exact>((sum, answer) => add(sum, decimal(answer)) ?? zero, zero);
}
