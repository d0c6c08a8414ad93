/** The files of series in a scenario: their names of columns, what is wrong with them, and what looks wrong in each. */
import { expect, test } from "vitest";
import { compile, loadScenarioData } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";

const noteWith = (declared: string, clause: string) =>
  ensured(
    compile(
      `note "Files"\n  language: 1\n  parties: A, B\n  exists from: Issue Date\ngiven Issue Date: date = 2024-01-02\n${declared}section 1 "Price"\n${clause}\n`,
    ),
  );
const two = noteWith("series Stock has low, close\nseries Fix has fixing\n", "Price means Stock close * Fix fixing");
const one = noteWith("series Stock has low, close\n", "Price means Stock close");
const none = noteWith("", "Price means market close");

function found(template: typeof two, market: unknown, texts: Readonly<Record<string, string>>): unknown {
  const ask = [{ value: "Price", on: "2024-01-03" }];
  const named = Object.entries(texts).map(([name, text]) => [name, { name: `${name}.csv`, text }] as const);
  const [, unnamed] = named.find(([name]) => name === "market") ?? [];
  const loaded = loadScenarioData(
    template,
    { note: "files", terms: {}, events: [], ask, market },
    { ...(unnamed && { market: unnamed }), series: new Map(named.filter(([name]) => name !== "market")) },
  );
  return loaded.ok ? "read" : loaded.diagnostics.map(({ code, message, help }) => [code, message, help].join(" | "));
}

const stock = "date,close\n2024-01-02,1\n2024-01-03,2\n";
const fix = "Day,ECB\n2024-01-02,11\n2024-01-03,12\n";

test.each([
  [
    "a file for each, with names of its own",
    two,
    { Stock: "s.csv", Fix: { file: "f.csv", columns: { fixing: "ECB" }, date: "Day" } },
    { Stock: stock, Fix: fix },
  ],
  // No clause reads the low, so the file need not have it.
  ["one file for the only series, without its name", one, "s.csv", { market: stock }],
  ["the same by name", one, { Stock: "s.csv" }, { Stock: stock }],
  [
    "columns that nobody reads, whatever they hold",
    one,
    "s.csv",
    { market: "date,close,vwap\n2024-01-02,1,#N/A N/A\n" },
  ],
  [
    "a vendor's names for the one market of a note",
    none,
    { file: "m.csv", columns: { close: "Close" }, date: "Date" },
    { market: "Date,Close,Volume\n2024-01-02,1,5\n" },
  ],
  ["the six usual columns where one is read", none, "m.csv", { market: "date,close\n2024-01-02,1\n" }],
])("%s", (_, template, market, texts) => expect(found(template, market, texts)).toBe("read"));

test.each([
  ["an unknown series", two, { Stok: "s.csv" }, {}, "TN5420", "no series `Stok`", "write `Stock`"],
  [
    "a series where the note declares none",
    none,
    { Stock: "m.csv" },
    {},
    "TN5420",
    "no series `Stock`",
    "take this out",
  ],
  ["one file for two series", two, "s.csv", { market: stock }, "TN5421", "`Fix`, `Stock`", '"Fix": "…", "Stock": "…"'],
  [
    "an unknown column",
    two,
    { Stock: { file: "s.csv", columns: { cloze: "C" } } },
    {},
    "TN5422",
    "no column `cloze`",
    "write `close`",
  ],
  ["an unknown key", two, { Stock: { file: "s.csv", column: {} } }, {}, "TN5423", "no key `column`", '"columns"'],
  ["a file without its path", two, { Stock: { columns: {} } }, {}, "TN5423", "no `file`", '"file"'],
  [
    "names of columns that are no texts",
    two,
    { Stock: { file: "s.csv", columns: { close: 5 } } },
    {},
    "TN5423",
    "`columns` has to be",
    "PX_LAST",
  ],
  [
    "a column that the file lacks",
    two,
    { Stock: "s.csv" },
    { Stock: "date,low\n2024-01-02,1\n" },
    "TN5102",
    "no column `close`",
    "close",
  ],
  [
    "a column that the scenario names and the file lacks",
    one,
    { Stock: { file: "s.csv", columns: { low: "Low" } } },
    { Stock: "date,close\n2024-01-02,1\n" },
    "TN5102",
    "no column `Low`",
    "Low",
  ],
  [
    "a price of zero",
    one,
    "s.csv",
    { market: "date,close\n2024-01-02,0\n" },
    "TN5108",
    "The close",
    "correct the figure",
  ],
])("%s is an error", (_, template, market, texts, code, message, help) => {
  const problems = found(template, market, texts);
  expect(problems).toEqual([expect.stringContaining(code)]);
  expect(problems).toEqual([expect.stringContaining(message)]);
  expect(problems).toEqual([expect.stringContaining(help)]);
});

function warnings(texts: Readonly<Record<string, string>>): string[] {
  const named = Object.entries(texts).map(([name, text]) => [name, { name: `${name}.csv`, text }] as const);
  const data = { note: "files", terms: {}, events: [], ask: [], market: { Stock: "Stock.csv", Fix: "Fix.csv" } };
  const { warnings } = ensured(loadScenarioData(two, data, { series: new Map(named) }));
  return warnings.map(({ code, span }) => `${code} ${span.source.name}`);
}

const rows = (column: string, figures: readonly (readonly [string, number])[]) =>
  `date,${column}\n${figures.map((row) => row.join(",")).join("\n")}\n`;

test.each([
  // 2024-01-06 is a Saturday.
  [
    "a row on a Saturday",
    {
      Fix: rows("fixing", [
        ["2024-01-05", 1],
        ["2024-01-06", 1],
      ]),
    },
    ["TN5112 Fix.csv"],
  ],
  // The 3rd is a Wednesday and a business day everywhere; the 1st of May is none in Oslo, though banks are open in New York.
  [
    "a day without a fixing",
    {
      Fix: rows("fixing", [
        ["2024-02-06", 1],
        ["2024-02-08", 1],
      ]),
    },
    ["TN5113 Fix.csv"],
  ],
  [
    "a day without one that is free elsewhere",
    {
      Fix: rows("fixing", [
        ["2024-04-30", 1],
        ["2024-05-02", 1],
      ]),
    },
    [],
  ],
  [
    "the eve of Christmas without one, when the exchange in Oslo is closed",
    {
      Fix: rows("fixing", [
        ["2024-12-23", 1],
        ["2024-12-27", 1],
      ]),
    },
    [],
  ],
  [
    "a day without a price",
    {
      Stock: rows("close", [
        ["2024-04-30", 1],
        ["2024-05-02", 1.1],
      ]),
    },
    ["TN5113 Stock.csv"],
  ],
  // Halved, which a price does at a split, and a fixing may do.
  [
    "a price that is halved",
    {
      Stock: rows("close", [
        ["2024-01-02", 2],
        ["2024-01-03", 2.01],
        ["2024-01-04", 1],
      ]),
    },
    ["TN5114 Stock.csv"],
  ],
  [
    "a fixing that is halved",
    {
      Fix: rows("fixing", [
        ["2024-01-02", 2],
        ["2024-01-03", 2.01],
        ["2024-01-04", 1],
      ]),
    },
    [],
  ],
  [
    "a fixing that stands still",
    {
      Fix: rows("fixing", [
        ["2024-01-02", 2],
        ["2024-01-03", 2],
        ["2024-01-04", 2],
      ]),
    },
    [],
  ],
])("%s", (_, texts, expected) => expect(warnings(texts)).toEqual(expected));
