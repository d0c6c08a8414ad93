/**
 * Whatever is wrong with a file, the finding names its line, says what is wrong in words, and no answer is given.
 *
 * Readers of single files have tests of their own; here everything goes the way that a user's files go.
 */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../src/index.ts";
import { check, checkReport, compile, loadScenario, renderText, runScenario } from "../src/index.ts";
import { ensured } from "./support/acceptance.ts";

const loan = `note "Small Loan"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date

given Issue Date: date = 2024-01-02
given Principal: money
event Payment by Borrower
  Amount: money
event Return for Payment
reading "rounding"
  passage: "to the cent"
  choices: "up", "down"
  chosen: "up"
Owed starts at Principal
when Payment
  Owed falls by its Amount
Fee means as "rounding" is read
  "up": $2
  "down": $1
Part for each Payment is fixed as its Amount / Owed
Mean Price means the average of market low over 3 trading days ending today
`;

const payment = '{ "on": "2024-01-03", "event": "Payment", "id": "p1", "Amount": "25" }';
const parts = {
  scenario: '"scenario": "small"',
  note: '"note": "small-loan"',
  terms: '"terms": { "Principal": "100" }',
  readings: '"readings": { "rounding": "down" }',
  events: `"events": [${payment}]`,
  ask: '"ask": [{ "value": "Owed", "on": "2024-01-05" }]',
};
type Parts = Partial<Record<keyof typeof parts | "more", string | undefined>>;

/** A scenario with a part on each line, some of them others. */
function withParts(changed: Parts): string {
  const lines = Object.values({ ...parts, ...changed }).filter((line) => line !== undefined);
  return `{\n${lines.join(",\n")}\n}\n`;
}

const header = "date,open,high,low,close,vwap,volume\n";
const days = ["2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05"];
const market = header + days.map((day) => row(day)).join("");

function row(day: string, low = "1", high = "3"): string {
  return `${day},2,${high},${low},2,2,100\n`;
}

/** What is in a file, the code of what is found, a text on the line where it is found, and words of its message. */
type Row = readonly [title: string, text: string, code: string, at: string, ...words: string[]];

const events = (...list: string[]): Parts => ({ events: `"events": [\n${list.join(",\n")}]` });
const ask = (...list: string[]): Parts => ({ ask: `"ask": [\n${list.join(",\n")}]` });

const scenarios: Row[] = [
  [
    "JSON that breaks off",
    '{\n"scenario": "small",\n"note": }\n',
    "TN5004",
    '"note": }',
    "not JSON",
    "a value is missing",
  ],
  ["JSON with a comment", `// mine\n${withParts({})}`, "TN5004", "// mine", "not JSON"],
  ["no JSON at all", "Principal, 100\n", "TN5004", "Principal, 100", "not JSON"],
  ["an empty file", "", "TN5004", "", "the file is empty"],
  ["bytes that are no text", '{ "scenario": "\0" }', "TN5002", "scenario", "not plain text"],
  ["an unknown key", withParts({ more: '"evnts": []' }), "TN5201", '"evnts"', "no key `evnts`"],
  ["a missing key", withParts({ ask: undefined }), "TN5202", "{", "lacks `ask`"],
  ["a key twice", withParts({ more: '"terms": { }' }), "TN5005", '"terms": { }', "`terms` is given twice"],
  [
    "an unknown term",
    withParts({ terms: '"terms": { "Principal": "100", "Premium": "1" }' }),
    "TN5204",
    "Premium",
    "`small-loan` has no deal term `Premium`",
  ],
  ["a missing term", withParts({ terms: '"terms": { }' }), "TN5205", '"terms": { }', "`Principal` is missing"],
  [
    "a number for money",
    withParts({ terms: '"terms": { "Principal": 100.10 }' }),
    "TN5203",
    "100.10",
    "no digit is lost",
  ],
  [
    "a wrong type",
    withParts({ terms: '"terms": { "Principal": true }' }),
    "TN5213",
    "true",
    "`Principal` is an amount of money",
    "`true` is yes or no",
  ],
  [
    "a wrong unit",
    withParts({ terms: '"terms": { "Principal": "8%" }' }),
    "TN5213",
    "8%",
    "`Principal` is an amount of money",
  ],
  [
    "a date for money",
    withParts({ terms: '"terms": { "Principal": "2024-01-03" }' }),
    "TN5213",
    "2024-01-03",
    "a date",
  ],
  [
    "money for a date",
    withParts({ terms: '"terms": { "Principal": "1", "Issue Date": "100" }' }),
    "TN5006",
    "100",
    "`100` is not a date",
  ],
  [
    "an unknown reading",
    withParts({ readings: '"readings": { "round": "up" }' }),
    "TN5209",
    '"round"',
    "no reading `round`",
  ],
  [
    "an unknown choice",
    withParts({ readings: '"readings": { "rounding": "nearest" }' }),
    "TN5210",
    "nearest",
    "`rounding` has no choice `nearest`",
  ],
  [
    "an unknown event",
    withParts(events(payment, '{ "on": "2024-01-03", "event": "Payday" }')),
    "TN5206",
    "Payday",
    "no event `Payday`",
  ],
  [
    "an unknown field",
    withParts(events(payment, payment.replace('"p1"', '"p2", "Amuont": "1"'))),
    "TN5207",
    "Amuont",
    "`Payment` has no field `Amuont`",
  ],
  [
    "a missing field",
    withParts(events(payment, '{ "on": "2024-01-03", "event": "Payment" }')),
    "TN5208",
    '"Payment" }',
    "`Payment` lacks its field `Amount`",
  ],
  [
    "a day that no month has",
    withParts(events(payment.replace("2024-01-03", "2006-02-30"))),
    "TN5006",
    "2006-02-30",
    "`2006-02-30` is not a date",
    "28 days",
  ],
  [
    "a day in another notation",
    withParts(events(payment.replace("2024-01-03", "01/03/2024"))),
    "TN5006",
    "01/03/2024",
    "is not a date",
  ],
  [
    "a time that no day has",
    withParts(events(payment.replace('"id"', '"at": "25:00", "id"'))),
    "TN5223",
    "25:00",
    "`25:00` is not a time",
  ],
  [
    "an event before the note",
    withParts(events(payment.replace("2024-01-03", "2024-01-01"))),
    "TN5214",
    "2024-01-01",
    "on 2024-01-01",
    "only from 2024-01-02",
  ],
  [
    "`for` that names nothing",
    withParts(events(payment, '{ "on": "2024-01-03", "event": "Return", "for": "p9" }')),
    "TN5215",
    '"p9"',
    "No event of this scenario has the id `p9`",
  ],
  [
    "`for` that names what comes later",
    withParts(events(payment, '{ "on": "2024-01-02", "event": "Return", "for": "p1" }')),
    "TN5226",
    "2024-01-02",
    "on 2024-01-02",
    "only on 2024-01-03",
  ],
  [
    "a negative amount of an event",
    withParts(events(payment.replace('"25"', '"-25"'))),
    "TN5227",
    '"-25"',
    "`Amount` is -25",
  ],
  [
    "a negative deal term",
    withParts({ terms: '"terms": { "Principal": "-0.01" }' }),
    "TN5227",
    "-0.01",
    "`Principal` is -0.01",
  ],
  [
    "`for` that names another kind",
    withParts(
      events(
        payment,
        '{ "on": "2024-01-03", "event": "Return", "id": "r1", "for": "p1" }',
        '{ "on": "2024-01-03", "event": "Return", "for": "r1" }',
      ),
    ),
    "TN5216",
    '"for": "r1"',
    "`Return` is for a Payment, but `r1` is a Return",
  ],
  [
    "no `for`",
    withParts(events(payment, '{ "on": "2024-01-03", "event": "Return" }')),
    "TN5217",
    "Return",
    "lacks `for`",
  ],
  [
    "two events with one id",
    withParts(events(payment, payment.replace("25", "26"))),
    "TN5220",
    '"26"',
    "Two events have the id `p1`",
  ],
  [
    "an unknown value",
    withParts(ask('{ "value": "Owing", "on": "2024-01-05" }')),
    "TN5212",
    "Owing",
    "no value `Owing`",
  ],
  [
    "a value of each event without one",
    withParts(ask('{ "value": "Part", "on": "2024-01-05" }')),
    "TN5224",
    '"Part"',
    "`Part` belongs to each Payment",
  ],
  ["`of` that names nothing", withParts(ask('{ "value": "Part", "of": "p9" }')), "TN5215", '"p9"', "`p9`"],
  [
    "a note that leaves its folder",
    withParts({ note: '"note": "../small-loan"' }),
    "TN5222",
    "../small-loan",
    "names no template",
  ],
  [
    "one that leaves it further on",
    withParts({ note: '"note": "a/../../small-loan"' }),
    "TN5222",
    "a/../../",
    "names no template",
  ],
  [
    "one that begins at the root",
    withParts({ note: '"note": "/terms/small-loan"' }),
    "TN5222",
    "/terms/",
    "names no template",
  ],
  ["one with a drive", withParts({ note: '"note": "C:\\\\small-loan"' }), "TN5222", "C:", "names no template"],
];

const odd = ["__proto__", "constructor", "toString", "hasOwnProperty"];
const oddNames = odd.flatMap((name): Row[] => [
  [`a key ${name}`, withParts({ more: `"${name}": {}` }), "TN5201", `"${name}": {}`, `\`${name}\``],
  [
    `a term ${name}`,
    withParts({ terms: `"terms": { "Principal": "1", "${name}": "1" }` }),
    "TN5204",
    name,
    `\`${name}\``,
  ],
  [`a reading ${name}`, withParts({ readings: `"readings": { "${name}": "up" }` }), "TN5209", name, `\`${name}\``],
  [`a choice ${name}`, withParts({ readings: `"readings": { "rounding": "${name}" }` }), "TN5210", name, `\`${name}\``],
  [`an event ${name}`, withParts(events(`{ "on": "2024-01-03", "event": "${name}" }`)), "TN5206", name, `\`${name}\``],
  [
    `a field ${name}`,
    withParts(events(payment.replace('"id"', `"${name}": "1", "id"`))),
    "TN5207",
    name,
    `\`${name}\``,
  ],
  [`a value ${name}`, withParts(ask(`{ "value": "${name}", "on": "2024-01-05" }`)), "TN5212", name, `\`${name}\``],
  [
    `an id ${name} that is not there`,
    withParts(ask(`{ "value": "Part", "of": "${name}" }`)),
    "TN5215",
    name,
    `\`${name}\``,
  ],
]);

const markets: Row[] = [
  ["an empty file", "", "TN5101", "", "has no rows"],
  ["nothing but names", header, "TN5101", "date", "has no rows"],
  ["bytes that are no text", "\u0089PNG\r\n\u001A\n\0\0", "TN5002", "\0", "not plain text"],
  [
    "rows out of order",
    header + row("2024-01-03") + row("2024-01-02"),
    "TN5105",
    "2024-01-02",
    "2024-01-02 stands after 2024-01-03",
  ],
  ["a column that a clause reads too few", market.replace(",low,", ",other,"), "TN5102", "date", "no column `low`"],
  ["a cell too few", `${market}2024-01-08,2,3\n`, "TN5104", "2024-01-08", "3 cells", "7 cells"],
  ["a day twice", `${market}${row("2024-01-05", "2")}`, "TN5106", "2024-01-05,2,3,2", "2024-01-05 has two rows"],
  [
    "a low above its high",
    market + row("2024-01-08", "4", "3"),
    "TN5109",
    "2024-01-08",
    "low of 2024-01-08, 4",
    "high, 3",
  ],
  ["a price of zero", market + row("2024-01-08", "0"), "TN5108", "2024-01-08", "low of 2024-01-08 is 0", "above zero"],
  ["a negative price", market + row("2024-01-08", "-1"), "TN5108", "2024-01-08", "low of 2024-01-08 is -1"],
  ["NaN", market + row("2024-01-08", "NaN"), "TN5107", "2024-01-08", "`NaN`", "not a plain decimal"],
  ["an exponent", market + row("2024-01-08", "1e-2"), "TN5107", "2024-01-08", "`1e-2`", "not a plain decimal"],
  ["an infinite price", market + row("2024-01-08", "Infinity"), "TN5107", "2024-01-08", "`Infinity`"],
  [
    "four hundred digits",
    market + row("2024-01-08", `0.${"1".repeat(400)}`),
    "TN5107",
    "2024-01-08",
    "more than 40 digits",
  ],
  ["a day that no month has", market + row("2024-02-30"), "TN5006", "2024-02-30", "not a date"],
  ["an empty cell", market + row("2024-01-08", ""), "TN5107", "2024-01-08", "the cell is empty"],
];

const calendars: Row[] = [
  ["an empty file", "", "TN5101", "", "has no rows"],
  ["another column", "day,holiday\n2024-01-01,New Year\n", "TN5102", "day", "no column `date`"],
  ["a day that no month has", "date,holiday\n2023-02-29,Leap\n", "TN5006", "2023-02-29", "not a date"],
];

const templates: Row[] = [
  ["a circle", `${loan}First means Second\nSecond means First\n`, "TN4001", "First means", "First → Second → First"],
  ["a look ahead", `${loan}Later means Owed as of 1 day after today\n`, "TN4002", "Later", "yet to come"],
  [
    "two exceptions without an order",
    `${loan}section 1 "Price"\nPrice means $1\nsection 2 "Late"\nnotwithstanding Price of 1\n  while: today is Issue Date\n  it is: $2\n` +
      'section 3 "Later"\nnotwithstanding Price of 1\n  while: Owed is more than $5\n  it is: $3\n',
    "TN4009",
    "notwithstanding",
    "neither goes before the other",
  ],
  ["__proto__ as a name", `${loan}__proto__ means $1\n`, "TN1003", "__proto__", "`_` has no meaning"],
  ["a name of every object", `${loan}constructor means $1\n`, "TN1022", "constructor", "`constructor`"],
  ["such a name with a capital, unknown", `${loan}Cost means Constructor\n`, "TN2001", "Constructor", "`Constructor`"],
  ["an empty file", "", "TN4015", "", "head of a note"],
  ["bytes that are no text", `${loan}\0`, "TN1003", "\0", "no meaning"],
];

const template = ensured(compile(loan, "loan.tenor"));
const named = (name: string, text: string) => ({ name, text });

describe("a scenario with", () => {
  test.each([...scenarios, ...oddNames])("%s", (_title, text, ...expected) => {
    expectFinding(findingsIn({ scenario: text }), text, expected);
  });
});
describe("market data with", () => {
  test.each(markets)("%s", (_title, text, ...expected) => expectFinding(findingsIn({ market: text }), text, expected));
});
describe("a calendar with", () => {
  test.each(calendars)("%s", (_title, text, ...expected) =>
    expectFinding(findingsIn({ calendar: text }), text, expected),
  );
});
describe("a template with", () => {
  test.each(templates)("%s", (_title, text, ...expected) => {
    expect(compile(text, "bad.tenor").ok).toBe(false);
    expectFinding(check(text, "bad.tenor"), text, expected);
  });
});

describe("all the same", () => {
  const plain = answersTo({});

  test.each([
    ["lines that end in CR LF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte-order mark", (text: string) => `\uFEFF${text}`],
    ["both", (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`],
    ["lines that end in CR", (text: string) => text.replaceAll("\n", "\r")],
    ["blank lines at the end", (text: string) => `${text}\n\n`],
  ])("%s", (_, written) => {
    expect(plain).toEqual(["75"]);
    expect(answersTo({ scenario: written(withParts({})), market: written(market) })).toEqual(plain);
    expect(compile(written(loan)).ok).toBe(true);
  });

  test.each(odd)("%s as an id is an id like another", (id) => {
    const text = withParts({
      ...events(payment.replace("p1", id), `{ "on": "2024-01-04", "event": "Return", "for": "${id}" }`),
      ...ask(`{ "value": "Part", "of": "${id}" }`),
    });
    // $25 of the $100 that were owed.
    expect(answersTo({ scenario: text })).toEqual(["0.25"]);
  });
});

describe("a question that cannot be answered leaves the others standing", () => {
  const question = (value: string, rest: string) => `{ "value": "${value}", ${rest} }`;

  test("a window that the data do not reach says which days", () => {
    const asked = ["2024-01-03", "2024-01-04", "2024-01-06"].map((on) => question("Mean Price", `"on": "${on}"`));
    const answers = answersTo({ scenario: withParts(ask(...asked, question("Owed", '"on": "2024-01-04"'))) });
    expect(answers).toEqual([
      "missing data: there are no 3 trading days ending 2024-01-03: the market data reach from 2024-01-02 to 2024-01-05",
      // Lows of 1 on the three days from the 2nd to the 4th.
      "1",
      "missing data: there are no 3 trading days ending 2024-01-06: the market data reach from 2024-01-02 to 2024-01-05",
      "75",
    ]);
  });

  test("a division by zero says which", () => {
    const emptied = payment.replace("25", "100");
    const text = withParts({
      ...events(emptied, emptied.replace("p1", "p2")),
      ...ask(question("Part", '"of": "p2"'), question("Part", '"of": "p1"')),
    });
    expect(answersTo({ scenario: text })).toEqual(["undefined: `its Amount / Owed` divides by zero", "1"]);
  });

  test("no market data at all", () => {
    const asked = ["Mean Price", "Owed"].map((value) => question(value, '"on": "2024-01-04"'));
    const [price, owed] = answersTo({ scenario: withParts(ask(...asked)), market: undefined });
    expect(price).toMatch(/^missing data: .*the scenario names no market data/);
    expect(owed).toBe("75");
  });
});

interface Files {
  readonly scenario?: string;
  readonly market?: string | undefined;
  readonly calendar?: string;
}

function load(files: Files) {
  const { scenario = withParts({}), calendar } = files;
  const rows = "market" in files ? files.market : market;
  return loadScenario(template, {
    scenario: named("s.json", scenario),
    ...(rows !== undefined && { market: named("m.csv", rows) }),
    ...(calendar !== undefined && { calendar: named("c.csv", calendar) }),
  });
}

function findingsIn(files: Files): readonly Diagnostic[] {
  const loaded = load(files);
  return loaded.ok ? [] : loaded.diagnostics;
}

/** Answers as their figures, and errors as their kind with their words. */
function answersTo(files: Files): string[] {
  return ensured(runScenario(template, ensured(load(files)))).outcome.answers.map((answer) => {
    if ("error" in answer) return `${answer.error.kind}: ${answer.error.message}`;
    return String(answer.answer);
  });
}

function expectFinding(found: readonly Diagnostic[], text: string, [code, at, ...words]: readonly string[]): void {
  expect(found.map((it) => it.code)).toEqual([code]);
  const [first] = found as [Diagnostic];
  const { line } = first.span.source.positionAt(first.span.start);
  const lines = text.split(/\r\n|\n/).flatMap((it, index) => (it.includes(at ?? "") ? [index + 1] : []));
  expect(lines).toContain(line);
  for (const word of words) expect(first.message).toContain(word);
  // It can be shown as text and as JSON, without a stack and without a control character.
  const shown = renderText(first);
  expect(shown).not.toMatch(/\n\s+at /);
  expect(shown.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  expect(checkReport(found).diagnostics[0]).toMatchObject({ code, line });
}
