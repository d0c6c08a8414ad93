/** Notes whose clauses read several series: a story names a file for each, and each note reads those that it declares. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { compareInstruments } from "../../../src/index.ts";
import { schemaProblems, tenor } from "../../cli/tenor.ts";
import { ensured } from "../../support/acceptance.ts";
import { loadedIn } from "../../support/comparing.ts";

const folder = mkdtempSync(join(tmpdir(), "tenor-series-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(name: string, text: string | object): string {
  const path = join(folder, name);
  writeFileSync(path, typeof text === "string" ? text : JSON.stringify(text));
  return path;
}

const note = (title: string, series: readonly string[], price: string) =>
  [
    `note "${title}"`,
    "  language: 1",
    "  parties: Issuer, Holder",
    "  exists from: Issue Date",
    ...series,
    "given Issue Date: date",
    `Conversion Price means ${price}`,
    'role "price of conversion": Conversion Price',
    "",
  ].join("\n");
const binding = { format: "tenor/binding@1", deal: { "issue date": "Issue Date" }, events: {} };
const binds = written("note.binding.json", binding);
const shares = "series Stock has close: price";
const inKroner = written(
  "two.tenor",
  note(
    "Two series",
    ["  currencies: USD, NOK", "series Local has close: price in NOK", "series Rate has fixing: NOK per USD"],
    "Local close / Rate fixing",
  ),
);
const inDollars = written("one.tenor", note("One series", [shares], "Stock close"));
const undeclared = written("none.tenor", note("No series", [], "market close"));
written("stock.csv", "date,close\n2024-01-02,3\n");
written("local.csv", "Day,Last\n2024-01-02,21\n");
written("rate.csv", "date,fixing\n2024-01-02,10.5\n");
written("market.csv", "date,open,high,low,close,vwap,volume\n2024-01-02,5,5,5,5,5,0\n");

const market = {
  Stock: "stock.csv",
  Local: { file: "local.csv", columns: { close: "Last" }, date: "Day" },
  Rate: "rate.csv",
  market: "market.csv",
};
const story = (files: object | string) => ({
  format: "tenor/story@1",
  market: files,
  from: "2024-01-02",
  through: "2024-01-02",
  deal: { "issue date": "2024-01-02" },
  events: [],
});

const subject = (template: string) => ({ template, binding: binds });

test("each note reads the series that it declares, under the columns that the story says", () => {
  const path = written("story.json", story(market));
  const compared = ensured(compareInstruments(loadedIn(path, [inKroner, inDollars, undeclared].map(subject))));
  const prices = compared.outcome.find(({ role }) => role === "price of conversion")?.values ?? [];
  // 21 kroner at 10.5 kroner a dollar are $2; the others are the closes of their own files.
  expect(prices.map((it) => ("answer" in it ? it.answer : it))).toEqual(["2", "3", "5"]);
});

test("the command reads the same files, and says what they were", async () => {
  const { market: _, ...files } = market;
  const path = written("command.json", story(files));
  const ran = await tenor(["compare", inKroner, inDollars, "--binding", binds, "--story", path, "--json"]);
  expect(ran.err).toBe("");
  expect(schemaProblems("compare", ran.out)).toBeNull();
  const { madeFrom } = JSON.parse(ran.out) as { readonly madeFrom: { readonly series: Record<string, object> } };
  expect(Object.keys(madeFrom.series)).toEqual(["Stock", "Local", "Rate"]);
});

test("a series that no note declares is a finding, and so is one file for a note of several", () => {
  const unknown = written("unknown.json", story({ ...market, Rates: "rate.csv" }));
  expect(() => loadedIn(unknown, [inKroner, inDollars, undeclared].map(subject))).toThrow(
    /TN5420[\s\S]*Two series or One series or No series reads no series `Rates`/,
  );
  const single = written("single.json", story("stock.csv"));
  expect(() => loadedIn(single, [inKroner, inDollars].map(subject))).toThrow(/TN5421/);
});
