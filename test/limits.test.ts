/** What a template or a scenario from someone unknown may use; docs/limits.md. Each bound has a finding with a way out. */
import { describe, expect, test } from "vitest";
import { renderDerivation } from "../src/cli/render/derivation.ts";
import { plainPaint } from "../src/cli/render/parts/paint.ts";
import type { Diagnostic, Limits, Result } from "../src/index.ts";
import {
  compile,
  compileWithin,
  defaultLimits,
  loadScenario,
  loadStory,
  Replay,
  runScenario,
  StepMeter,
  storiesOf,
} from "../src/index.ts";
import { ensured } from "./support/acceptance.ts";

const head =
  'note "Bounded"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n\n' +
  "given Issue Date: date = 2024-01-02\ngiven Principal: money = $100\n";

interface Asked {
  readonly value?: string;
  readonly on?: string;
  readonly events?: readonly object[];
  readonly limits?: Partial<Limits>;
}

describe("bounds on a run", { timeout: 60_000 }, () => {
  const many = { value: "Principal", events: repeated(11, { on: "2024-01-03", event: "Notice" }) };
  const nested =
    "Sum of Sums means the sum of (the sum of (Principal * (the number of days from and including 2024-01-02\n" +
    "  to and including today on which (today is on or after Issue Date))) over 20 days ending today) over 20 days ending today\n";
  const looking = "Last Notice means the sum of its Amount over Notice events\n";

  test.each<[string, string, Asked, string, number, string]>([
    ["days of the run", "", { value: "Principal", on: "2024-02-12", limits: { days: 40 } }, "days", 40, "a nearer day"],
    [
      "days of a range on which something stayed so",
      "Days means the number of days from and including 1990-01-01 to and including today on which (Principal is $100)\n",
      { value: "Days", on: "2024-01-05", limits: { days: 40 } },
      "days",
      40,
      "a nearer day",
    ],
    [
      "days of a window",
      "Sum means the sum of $1 over 41 days ending today\n",
      { value: "Sum", on: "2024-01-05", limits: { days: 39 } },
      "days",
      39,
      "a nearer day",
    ],
    [
      "steps of folds in folds",
      nested,
      { value: "Sum of Sums", on: "2024-06-01", limits: { steps: 5000 } },
      "steps",
      5000,
      "`steps`",
    ],
    [
      "steps over events",
      `event Notice\n  Amount: money = $1\n${looking}`,
      { ...many, value: "Last Notice", limits: { steps: 10 } },
      "steps",
      10,
      "`steps`",
    ],
    [
      "journal entries",
      "event Notice\n",
      { ...many, limits: { journalEntries: 10 } },
      "journal entries",
      10,
      "`journalEntries`",
    ],
    [
      "definitions in a chain",
      chain(200),
      { value: "Link 0", limits: { depth: 1000 } },
      "levels of definitions",
      1000,
      "let fewer definitions",
    ],
  ])("%s", (_, statements, asked, what, allowed, help) => {
    expect(foundIn(outcomeOf(statements, asked))).toEqual([
      expect.objectContaining({
        code: "TN6002",
        message: expect.stringContaining(`needs more than ${allowed} ${what}`) as string,
        help: expect.stringContaining(help) as string,
      }),
    ]);
    // The same within the usual limits.
    expect(outcomeOf(statements, { ...asked, limits: {} }).ok).toBe(true);
  });

  test("a definition that is read on one day after the other is no deeper for it", () => {
    const statements =
      "Sum means the sum of Part over 100 days ending today\nPart means Principal * (today - Issue Date)\n";
    expect(outcomeOf(statements, { value: "Sum", on: "2024-06-01", limits: { depth: 40 } }).ok).toBe(true);
  });

  test("as many days and journal entries as are allowed work", () => {
    // The 11th of February is the fortieth day after the 2nd of January.
    expect(outcomeOf("", { value: "Principal", on: "2024-02-11", limits: { days: 40 } }).ok).toBe(true);
    expect(outcomeOf("event Notice\n", { ...many, limits: { journalEntries: 11 } }).ok).toBe(true);
  });

  test("the place is that of the definition, or of the fold", () => {
    const [found] = foundIn(outcomeOf(chain(200), { value: "Link 0", limits: { depth: 1000 } }));
    expect(found?.span.source.name).toBe("bounded.tenor");
    const [inFold] = foundIn(outcomeOf(nested, { value: "Sum of Sums", on: "2024-06-01", limits: { steps: 5000 } }));
    expect(textAt(inFold)).toMatch(/^the (?:sum|number) of/);
  });
});

describe("steps", { timeout: 60_000 }, () => {
  const daily = "Daily means today\n";
  const taken = (statements: string, asked: Asked, steps: number) =>
    codesOf(outcomeOf(statements, { ...asked, limits: { steps } }));

  test("each day of a fold takes as many as its value has parts", () => {
    const sum = (parts: number) =>
      `Sum means the sum of (${Array.from({ length: parts }, () => "Principal").join(" + ")}) over 100 days ending today\n`;
    // 200 names and 199 sums are 399 parts, half a step each: on 100 days 19,950; days and definitions take a few hundred.
    const asked = { value: "Sum", on: "2024-05-01" };
    expect(taken(sum(200), asked, 19_900)).toEqual(["TN6002"]);
    expect(taken(sum(200), asked, 20_900)).toEqual([]);
    // One name on 100 days is half a step each.
    expect(taken(sum(1), asked, 1_000)).toEqual([]);
  });

  test("a count of days that each day asks for takes no more with each day", () => {
    const statements =
      "Fine holds when today is on or after Issue Date\nLast starts at 0\non Daily\n  Last becomes Count\n" +
      "Count means the number of days from and including Issue Date to and including today on which Fine\n";
    // 19 July is day 182 + 19 = 201 of 2024, so that 2 January is 199 days before it. All days anew each day would be 20,100.
    const asked = { value: "Last", on: "2024-07-19", limits: { steps: 5_000 } };
    expect(answerTo(daily + statements, asked)).toBe("200");
  });

  test("each event takes as many as the condition on it has parts", () => {
    const condition = Array.from({ length: 50 }, () => "its Amount is $1").join(" and ");
    const statements = `event Notice\n  Amount: money\nCount means the number of Notice events where (${condition})\n`;
    const events = repeated(100, { on: "2024-01-03", event: "Notice", Amount: "1" });
    // Of 50 conditions each has two sides: 150 parts and what joins them, about 75 steps for each of 100 events.
    const asked = { value: "Count", on: "2024-01-04", events };
    expect(taken(statements, asked, 7_000)).toEqual(["TN6002"]);
    expect(taken(statements, asked, 13_000)).toEqual([]);
  });

  test("to read an account takes one for four amounts owed", () => {
    const statements = `account Fees owed by Borrower to Holder\nevent Notice\nwhen Notice\n  Fees is charged $1 due on today\n`;
    const read = `${statements}Sum means the sum of overdue Fees over 100 days ending today\n`;
    const events = repeated(60, { on: "2024-01-03", event: "Notice" });
    const asked = { events, on: "2024-06-01" };
    // The k-th posting finds k − 1 amounts: 4 × (0 + 1 + … + 59) is 7,080, and days and events take some 400.
    expect(taken(read, { ...asked, value: "Principal" }, 8_000)).toEqual([]);
    // Then 100 days × 60 ÷ 4 are 1,500 more.
    expect(taken(read, { ...asked, value: "Sum" }, 8_400)).toEqual(["TN6002"]);
    expect(taken(read, { ...asked, value: "Sum" }, 9_800)).toEqual([]);
  });

  test("a conversion makes each amount anew", () => {
    const statements = (change: string) =>
      `account Fees owed by Borrower to Holder\nevent Notice\nevent Last Notice\nwhen Notice\n  Fees is charged $1 due on today\nwhen Last Notice\n  Fees is ${change}\n`;
    const events = [
      ...repeated(60, { on: "2024-01-03", event: "Notice" }),
      ...repeated(10, { on: "2024-01-04", event: "Last Notice" }),
    ];
    const asked = { events, on: "2024-01-05", value: "Principal" };
    // Charges take 7,080, and ten more 4 × (60 + … + 69) = 2,580. Ten conversions of 60 amounts take 27 × 600 = 16,200.
    expect(taken(statements("charged $1 due on today"), asked, 10_500)).toEqual([]);
    expect(taken(statements("converted by $1"), asked, 22_000)).toEqual(["TN6002"]);
    expect(taken(statements("converted by $1"), asked, 25_000)).toEqual([]);
  });

  test("common divisors count from 2^53 on", () => {
    const sum = (exponent: number) =>
      `Big means (100.0000001% to the power of ${exponent}) * (1 + 1 / (7 + (today - Issue Date)))\nPart means Big / (3 + Big)\nSum means the sum of (Part * Part) over 100 days ending today\n`;
    const asked = { value: "Sum", on: "2024-06-01" };
    // Ten digits to the power of 20 are 200, some 660 bits: a divisor takes hundreds of rounds, and each of 100 days some of them.
    expect(taken(sum(1), asked, 25_000)).toEqual([]);
    expect(taken(sum(20), asked, 25_000)).toEqual(["TN6002"]);
  });

  test("an anniversary far from its first day takes no more than a near one", () => {
    const statements =
      "Far means the first 1-month anniversary of 0001-01-31 after 9000-02-28\nNear means the last 1-month anniversary of 2024-01-31 on or before 2024-02-29\n";
    // March has 31 days; the anniversary in February 2024 is the 29th.
    expect(answerTo(statements, { value: "Far", limits: { steps: 20 } })).toBe("9000-03-31");
    expect(answerTo(statements, { value: "Near", limits: { steps: 20 } })).toBe("2024-02-29");
  });

  test("each posting takes as many as there are amounts owed: on a daily due date they grow with the square of the days", () => {
    const statements = `account Interest owed by Borrower to Holder\n  accrues: 8% per year on Principal by actual/365\n  from and including: Issue Date\n${daily}on Daily\n  Interest falls due on today, payable on today\n`;
    // The k-th posting finds k − 1 items and a lot: 4 × (1 + 2 + … + 100) is 20,200, and a day takes few more.
    const within = (steps: number) =>
      outcomeOf(statements, { value: "Principal", on: "2024-04-11", limits: { steps } });
    expect(codesOf(within(20_000))).toEqual(["TN6002"]);
    expect(codesOf(within(22_500))).toEqual([]);
  });

  test("work on long figures counts as steps", () => {
    const figure = (exponent: number) =>
      `Big means (100.0000000000000000000000000000001% to the power of ${exponent}) * (1 + 1 / (7 + (today - Issue Date)))\nPart means Big / (3 + Big)\nSum means the number of days from and including Issue Date to and including today on which (Part is more than 0)\n`;
    const asked = { value: "Sum", on: "2024-01-11", limits: { steps: 100_000 } };
    expect(answerTo(figure(1), asked)).toBe("10");
    expect(codesOf(outcomeOf(figure(500), asked))).toEqual(["TN6002"]);
  });

  test("all that one handle is asked counts together, and so do handles that share a meter", () => {
    const statements = `${daily}reading "which"\n  passage: "one or another"\n  choices: "a", "b", "c"\n  chosen: "a"\nValue means as "which" is read\n  "a": $1\n  "b": $2\n  "c": $3\n`;
    const template = ensured(compile(head + statements, "bounded.tenor"));
    const scenario = { name: "s.json", text: scenarioText({ value: "Value", on: "2024-12-31" }) };
    // A day takes one step at least: 365 for one run, and three runs for three choices.
    const loaded = ensured(loadScenario(template, { scenario }, { steps: 800 }));
    expect(codesOf(new Replay(template, loaded).outcome())).toEqual([]);
    expect(codesOf(new Replay(template, loaded).readings())).toEqual(["TN6002"]);
    const meter = new StepMeter();
    const runs = [1, 2, 3].map(() => codesOf(new Replay(template, loaded, undefined, meter).outcome()));
    expect(runs).toEqual([[], [], ["TN6002"]]);
  });
});

test("a run of a note before 1970 ends on the day that is asked about", () => {
  const template = ensured(compile(head.replace("2024-01-02", "1950-01-02"), "bounded.tenor"));
  const scenario = { name: "s.json", text: scenarioText({ value: "Principal", on: "1950-02-01" }) };
  const loaded = ensured(loadScenario(template, { scenario }));
  // 1970-01-01 is day 0; 1950-02-01 lies twenty years, five of them leap years, less 31 days before: 20 × 365 + 5 − 31.
  expect(ensured(new Replay(template, loaded).lastDay())).toBe(-7_274);
});

describe("copies of clauses, exceptions, names", { timeout: 60_000 }, () => {
  test("clauses that use clauses, each four times over", () => {
    const clause = (level: number) =>
      `clause "c${level}"\n  language: 1\n  says: "x"\n${level === 7 ? "Value means $1\n" : `use "c${level + 1}"\n`.repeat(4)}`;
    const library = Array.from({ length: 8 }, (_, level) => ({ name: `c${level}.tenor`, text: clause(level) }));
    const found = foundIn(compile(`${head}use "c0"\n`, "bounded.tenor", ...library));
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ["TN5003", expect.stringContaining("the limit is 1000 copies of clauses") as string],
    ]);
  });

  test("sixty definitions, each the sum of all others, are a circle", () => {
    const names = Array.from({ length: 60 }, (_, index) => `Link ${index}`);
    const circle = names.map((name) => `${name} means ${names.filter((it) => it !== name).join(" + ")}\n`).join("");
    expect(new Set(codesOf(compile(head + named(circle), "bounded.tenor")))).toEqual(new Set(["TN4001"]));
  });

  const exceptions = (count: number) =>
    `section 1 "Price"\nPrice means $1\n${Array.from({ length: count }, (_, index) => {
      const over = Array.from({ length: index }, (__, before) => `2.${before + 1}`).join(", ");
      const order = index === 0 ? "" : `  over: ${over}\n`;
      return `section 2.${index + 1} "E"\nnotwithstanding Price of 1\n  while: Principal is at least $${index}\n  it is: $${index}\n${order}`;
    }).join("")}`;

  test("160 exceptions, each over all before it: the last that holds counts", () => {
    // Of those with $0 to $159 the principal of $100 is at least $100 for 101, and the last of these gives $100.
    expect(answerTo(exceptions(160), { value: "Price" })).toBe("100");
  });

  test("more than five hundred exceptions to one definition", () => {
    const chained =
      exceptions(0) +
      Array.from(
        { length: 501 },
        (_, index) =>
          `section 2.${index + 1} "E"\nnotwithstanding Price of 1\n  while: Principal is at least $${index}\n  it is: $2\n${index === 0 ? "" : `  over: 2.${index}\n`}`,
      ).join("");
    expect(foundIn(compile(head + chained, "bounded.tenor")).map(({ code, message }) => [code, message])).toEqual([
      ["TN5003", expect.stringContaining("500 exceptions to one definition") as string],
    ]);
  });

  test("a name as long as a book has no near one", () => {
    const long = `L${"o".repeat(48_000)}ng`;
    const found = foundIn(compile(`${head}${long} means $1\nOther means ${long}er\n`, "bounded.tenor"));
    expect(found.map(({ code, fix }) => [code, fix])).toEqual([["TN2001", undefined]]);
  });

  test("suggestions come with the first hundred findings", () => {
    const unknown = Array.from({ length: 150 }, (_, index) => `Value ${index} means Principl + $${index}\n`);
    const found = foundIn(compile(head + unknown.join("").replaceAll(/Value (\d+)/g, "Value$1"), "bounded.tenor"));
    expect(found.map(({ code }) => code)).toEqual(Array.from({ length: 150 }, () => "TN2001"));
    expect(found.filter(({ fix }) => fix?.text === "Principal")).toHaveLength(100);
  });
});

describe("a chain of definitions, each of which reads the next", { timeout: 60_000 }, () => {
  test.each([300, 400])("%i of them work", (length) => {
    expect(answerTo(chain(length), { value: "Link 0" })).toBe(String(100 + length));
  });

  test.each([
    ["the first read first", chain(5000), "Link 0"],
    ["the last read first", chain(5000).split("\n").toReversed().join("\n").trimStart().concat("\n"), "Link 0"],
  ])("5,000 of them, %s, give a finding", (_, statements, value) => {
    const [found] = foundIn(outcomeOf(statements, { value }));
    expect(found).toMatchObject({
      code: "TN6002",
      message: expect.stringContaining(`${defaultLimits.depth} levels`) as string,
    });
  });

  test("5,000 of them in a circle are a circle", () => {
    const circle = Array.from(
      { length: 5000 },
      (_, link) => `Link ${link} means Link ${(link + 1) % 5000} + $1\n`,
    ).join("");
    expect(foundIn(outcomeOf(named(circle), { value: "Link 0" })).map(({ code }) => code)).toEqual(["TN4001"]);
  });

  test("5,000 deal terms, each the default of the next, work", () => {
    const terms = Array.from(
      { length: 5000 },
      (_, link) => `given Link ${link}: money = ${link < 4999 ? `Link ${link + 1}` : "$7"}\n`,
    );
    expect(answerTo(named(terms.join("")), { value: "Link 0" })).toBe("7");
  });
});

describe("what lies in one another", { timeout: 60_000 }, () => {
  test.each([
    ["brackets", (n: number) => `${"(".repeat(n)}Principal${")".repeat(n)}`, "100"],
    ["the lesser of", (n: number) => `${"the lesser of $900 and (".repeat(n)}Principal${")".repeat(n)}`, "100"],
    ["cases", (n: number) => `${"$1 if today is Issue Date, otherwise (".repeat(n)}Principal${")".repeat(n)}`, "100"],
  ])("%s", (_, valueOfDepth, answer) => {
    expect(answerTo(`Value means ${valueOfDepth(40)}\n`, { value: "Value" })).toBe(answer);
    for (const depth of [500, 5_000, 50_000]) {
      const found = foundIn(outcomeOf(`Value means ${valueOfDepth(depth)}\n`, { value: "Value" }));
      expect(found.map(({ code, help }) => [code, help])).toEqual([["TN1030", "give a part of it a name of its own"]]);
    }
  });

  test.each([
    ["dates", (n: number) => `${"1 day after ".repeat(n)}today`],
    ["sums", (n: number) => `Principal${"\n  + $1".repeat(n)}`],
    [
      "conditions",
      (n: number) => `$1 if ${"some Notice has (".repeat(n)}today is Issue Date${")".repeat(n)}, otherwise $2`,
    ],
  ])("%s", (_, valueOfDepth) => {
    for (const depth of [5_000, 50_000]) {
      const found = foundIn(outcomeOf(`event Notice\nValue means ${valueOfDepth(depth)}\n`, { value: "Value" }));
      expect(found.map(({ code }) => code)).toEqual(["TN1030"]);
    }
  });

  test("objects in a scenario", () => {
    const text = `{ "scenario": ${"[".repeat(100_000)} }`;
    const loaded = loadScenario(ensured(compile(head, "bounded.tenor")), { scenario: { name: "deep.json", text } });
    expect(foundIn(loaded).map(({ code }) => code)).toEqual(["TN5003"]);
  });

  test("events, each for the one before it, ten thousand times", () => {
    const answers = (first: string) =>
      Array.from({ length: 10_000 }, (_, index) => ({
        on: "2024-01-03",
        event: "Answer",
        id: `a${index}`,
        for: index === 0 ? first : `a${index - 1}`,
      }));
    const statements = "event Notice\nevent Answer for Answer\n";
    const found = foundIn(outcomeOf(statements, { value: "Principal", events: answers("a9999") }));
    expect(found.map(({ code }) => code)).toEqual(["TN5219"]);
  });
});

describe("digits", { timeout: 60_000 }, () => {
  const notices = repeated(40, { on: "2024-01-03", event: "Notice" });

  test("a state that is squared again and again becomes undefined, and says why", () => {
    const statements =
      "event Notice\nGrown starts at 3\nOther starts at 4\nwhen Notice\n  Grown becomes Grown * Grown\n";
    const run = ensured(outcomeOf(statements, { value: "Grown", events: notices }));
    expect(run.outcome.answers).toEqual([
      expect.objectContaining({
        error: {
          kind: "undefined",
          message: expect.stringMatching(/`Grown \* Grown` .*more than 39456 digits/) as string,
        },
      }),
    ]);
    expect(answerTo(statements, { value: "Other", events: notices })).toBe("4");
  });

  test("so does a definition of it", () => {
    const squares = Array.from({ length: 40 }, (_, link) => `Link ${link + 1} means Link ${link} * Link ${link}\n`);
    const run = ensured(outcomeOf(named(`Link 0 means 3\n${squares.join("")}`), { value: "Link 40" }));
    expect(run.outcome.answers).toEqual([
      expect.objectContaining({ error: expect.objectContaining({ kind: "undefined" }) as object }),
    ]);
  });

  test("a share basis that outgrows them stops the run or makes what is expressed in shares undefined, and no more", () => {
    // Each split adds 20 × 40 digits, and sixty of them more than 39,456.
    const ratio = "9".repeat(40);
    const events = repeated(60, { on: "2024-01-03", event: "Stock Split", Ratio: ratio });
    const statements = `event Stock Split\n  Ratio: number\nshare basis changes on Stock Split by its Ratio${" * its Ratio".repeat(19)}\nHeld starts at 3 shares, restated for splits\n`;
    const run = outcomeOf(statements, { value: "Held", events });
    const kinds = run.ok
      ? run.value.outcome.answers.map((answer) => ("error" in answer ? answer.error.kind : answer.answer))
      : run.diagnostics.map(({ code }) => code);
    expect([["undefined"], ["TN6002"]]).toContainEqual(kinds);
  });

  test("a figure of a template, of a scenario, of a market", () => {
    expect(foundIn(compile(`${head}Much means $${"9".repeat(401)}\n`)).map(({ code }) => code)).toEqual(["TN3015"]);
    const template = ensured(compile(head, "bounded.tenor"));
    const scenario = { name: "s.json", text: scenarioText({ value: "Principal" }, { Principal: "9".repeat(41) }) };
    expect(foundIn(loadScenario(template, { scenario })).map(({ code }) => code)).toEqual(["TN5213"]);
  });
});

test("a calendar of many rows", { timeout: 60_000 }, () => {
  const day = (index: number) => new Date(Date.UTC(1950, 0, 1 + (index % 20_000))).toISOString().slice(0, 10);
  const rows = Array.from({ length: 150_000 }, (_, index) => `${day(index)},H\n`).join("");
  const calendar = { name: "c.csv", text: `date,holiday\n${rows}` };
  const scenario = { name: "s.json", text: scenarioText({ value: "Principal" }) };
  expect(loadScenario(ensured(compile(head)), { scenario, calendar }).ok).toBe(true);
});

describe("lengths of files", () => {
  test("of a template", () => {
    // The first line has 15 characters, the second 14: the 51st is on the third.
    const found = foundIn(compileWithin({ templateLength: 50 }, head, "bounded.tenor"));
    expect(found.map(lineAndText)).toEqual(["TN5003 3 bounded.tenor is too long: the limit is 50 characters"]);
    expect(found[0]?.help).toMatch(/raise the limit/);
    expect(compileWithin({ templateLength: head.length }, head).ok).toBe(true);
  });

  test("of a template, by default", () => {
    const long = `${head}${"-- a comment\n".repeat(defaultLimits.templateLength / 12)}`;
    expect(foundIn(compile(long)).map(({ code }) => code)).toEqual(["TN5003"]);
  });

  test("of a scenario, of market data, of a calendar", () => {
    const template = ensured(compile(head, "bounded.tenor"));
    const scenario = { name: "s.json", text: scenarioText({ value: "Principal" }) };
    const market = { name: "m.csv", text: "date,open,high,low,close,vwap,volume\n2024-01-02,1,1,1,1,1,1\n" };
    const calendar = { name: "c.csv", text: "date,holiday\n2024-01-01,New Year\n" };
    const texts = { scenario, market, calendar };
    expect(loadScenario(template, texts).ok).toBe(true);
    const found = foundIn(loadScenario(template, texts, { scenarioLength: 10, dataLength: 20 }));
    expect(found.map(lineAndText)).toEqual([
      expect.stringMatching(/^TN5003 1 s.json is too long: the limit is 10 characters/),
      expect.stringMatching(/^TN5003 1 m.csv is too long: the limit is 20 characters/),
      expect.stringMatching(/^TN5003 \d c.csv is too long: the limit is 20 characters/),
    ]);
  });
});

/** So many definitions, each a dollar more than the next. */
function chain(length: number): string {
  const links = Array.from(
    { length },
    (_, link) => `Link ${link} means ${link + 1 < length ? `Link ${link + 1}` : "Principal"} + $1\n`,
  );
  return named(links.join(""));
}

/** `Link 12` as a name of the language, which has digits only inside of words. */
function named(statements: string): string {
  return statements.replaceAll(/Link (\d+)/g, "Link$1");
}

function repeated<T>(count: number, item: T): T[] {
  return Array.from({ length: count }, () => item);
}

function outcomeOf(statements: string, { value = "Principal", on = "2024-01-05", events = [], limits }: Asked) {
  const template = compile(head + statements, "bounded.tenor");
  if (!template.ok) return template;
  const scenario = { name: "bounded.json", text: scenarioText({ value: named(value), on, events }) };
  const loaded = loadScenario(template.value, { scenario }, limits);
  return loaded.ok ? runScenario(template.value, loaded.value) : loaded;
}

function answerTo(statements: string, asked: Asked): unknown {
  const [answer] = ensured(outcomeOf(statements, asked)).outcome.answers;
  return answer !== undefined && "answer" in answer ? answer.answer : answer;
}

function scenarioText({ value, on = "2024-01-05", events = [] }: Asked, terms = {}): string {
  return JSON.stringify({ scenario: "bounded", note: "bounded", terms, events, ask: [{ value, on }] });
}

function foundIn(result: Result<unknown>): readonly Diagnostic[] {
  return result.ok ? [] : result.diagnostics;
}

function codesOf(result: Result<unknown>): string[] {
  return foundIn(result).map(({ code }) => code);
}

function lineAndText({ code, span, message }: Diagnostic): string {
  return `${code} ${span.source.positionAt(span.start).line} ${message}`;
}

function textAt(found: Diagnostic | undefined): string {
  return found?.span.source.text.slice(found.span.start, found.span.end) ?? "";
}

test("wherever the steps end, a failed expectation is shown or its bound is told", { timeout: 60_000 }, () => {
  const note =
    "Late holds when today is on or after 2024-01-03\nFee means $5\nPart means Fee + $1\nAll means Part + Fee\n" +
    'section 2 "Two"\nnotwithstanding Fee\n  while: Late\n  it is: $7\n' +
    'test "wrong"\n  expect: All on 2024-01-05 is $1\n';
  const template = ensured(compile(head + note));
  const [story] = storiesOf(template);
  if (story === undefined) throw new Error("the note has a story");
  const shown = Array.from({ length: 120 }, (_, steps) => {
    const tested = new Replay(template, ensured(loadStory(template, story, {}, { steps }))).test();
    if (!tested.ok) return tested.diagnostics[0]?.code;
    const why = tested.value[0]?.why;
    return why && renderDerivation(why, { width: 80, isUnicode: true, paint: plainPaint });
  });
  expect(shown[0]).toBe("TN6002");
  // On the 5th Fee is $7: 7 + 1 = 8, and 8 + 7 = 15.
  expect(shown.at(-1)).toContain("Fee: $7");
  expect(new Set(shown).size).toBe(2);
});
