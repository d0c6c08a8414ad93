/** Ten times the data, at most ten times the time and the memory. */
import { compile, loadScenario, runScenario } from "../src/index.ts";
import type { Day } from "./baseline/days.ts";
import { day, isBusinessDay, textOf } from "./baseline/days.ts";
import { ensured, noteText } from "./cases.ts";
import { median } from "./measure.ts";
import type { Row } from "./rows.ts";
import { inTime, shown } from "./rows.ts";

interface Cost {
  readonly ms: number;
  readonly bytes: number;
}

export function growth(): Row[] {
  return [
    row("a million market rows read and asked", marketRows, 1_000_000),
    row("ten thousand events run", manyEvents, 10_000),
    row("a schedule of ten thousand dates, summed", scheduleDates, 10_000, nLogN),
    row("ten thousand days of two series, averaged", seriesDays, 10_000, nLogN),
  ];
}

/** Ten times as many, each found among ten times as many: at ten thousand, 10 × log 10,000 ÷ log 1,000. */
const nLogN = 13.4;

function row(what: string, cost: (size: number) => Cost, size: number, aim = 10): Row {
  cost(size / 10);
  const rounds = Array.from({ length: 5 }, () => ({ small: cost(size / 10), large: cost(size) }));
  const time = median(rounds.map(({ small, large }) => large.ms / small.ms));
  // Below a megabyte what is held drowns in what the collector has left.
  const memory = median(rounds.map(({ small, large }) => large.bytes / Math.max(small.bytes, 2 ** 20)));
  const ms = median(rounds.map(({ large }) => large.ms));
  const megabytes = median(rounds.map(({ large }) => large.bytes)) / 2 ** 20;
  return {
    what,
    beside: "a tenth of it",
    ratio: time,
    aim,
    figures: `${inTime(ms)}, ${megabytes.toFixed(0)} MB held, ${shown(memory)}× the memory`,
  };
}

const rule = compile(noteText("pricing-rule").text);
const note = compile(noteText("three-year").text);

const schedule = compile(noteText("schedule").text);
const series = compile(noteText("series").text);

function scheduleDates(count: number): Cost {
  const from = day("2006-01-03");
  const terms = {
    "Issue Date": textOf(from),
    "Maturity Date": textOf(from + 2 * count),
    Principal: "500000",
    "Interest Rate": "0.06",
  };
  const ask = [
    { value: "Level Payment", on: textOf(from) },
    { value: "Payments Left", on: textOf(from) },
  ];
  const scenario = { name: "s.json", text: JSON.stringify({ scenario: "d", note: "n", terms, events: [], ask }) };
  return costOf(() => {
    const template = ensured(schedule);
    const loaded = ensured(loadScenario(template, { scenario }));
    return [loaded, ensured(runScenario(template, loaded))];
  });
}

/** On each business day a price and a volume, of which every tenth counts for too little; on each second one a fixing. */
function seriesDays(count: number): Cost {
  const days: string[] = [];
  for (let at = day("1987-01-02"); days.length < count * 1.2; at += 1) if (isBusinessDay(at)) days.push(textOf(at));
  const stock = days.map((on, index) => `${on},${(4 + (index % 7) / 8).toFixed(3)},${index % 10 === 0 ? 500 : 5_000}`);
  const fixings = days.flatMap((on, index) => (index % 2 === 0 ? `${on},${(11 + (index % 5) / 16).toFixed(4)}` : []));
  const last = days.at(-1) ?? "";
  const terms = { "Issue Date": last, Days: String(count) };
  const ask = [{ value: "Euro Price", on: last }];
  const market = { Stock: "stock.csv", EURNOK: "fixings.csv" };
  const scenario = {
    name: "s.json",
    text: JSON.stringify({ scenario: "s", note: "n", terms, events: [], ask, market }),
  };
  const files = new Map([
    ["Stock", { name: "stock.csv", text: ["date,close,volume", ...stock, ""].join("\n") }],
    ["EURNOK", { name: "fixings.csv", text: ["date,fixing", ...fixings, ""].join("\n") }],
  ]);
  return costOf(() => {
    const template = ensured(series);
    const loaded = ensured(loadScenario(template, { scenario, series: files }));
    return [loaded, ensured(runScenario(template, loaded))];
  });
}

/** A row for every day, from long before the note to long after it: no stock has so many, but a file may. */
function marketRows(count: number): Cost {
  const text = rowsText(day("2008-01-03") - Math.floor(count * 0.7), count);
  const scenario = {
    name: "s.json",
    text: '{"scenario":"p","note":"n","terms":{},"events":[],"ask":[{"value":"Conversion Price","on":"2008-01-03"}]}',
  };
  return costOf(() => {
    const template = ensured(rule);
    const loaded = ensured(loadScenario(template, { scenario, market: { name: "m.csv", text } }));
    return [loaded, ensured(runScenario(template, loaded))];
  });
}

function rowsText(first: Day, count: number): string {
  const lines = ["date,open,high,low,close,vwap,volume"];
  for (let k = 0; k < count; k += 1) lines.push(`${textOf(first + k)},0.0401,0.0450,0.0400,0.0420,0.0421,100000`);
  return `${lines.join("\n")}\n`;
}

function manyEvents(count: number): Cost {
  const from = day("2006-01-03");
  const events = Array.from({ length: count }, (_, k) => {
    const on = textOf(from + Math.floor((k * 1_000) / count));
    return k % 2 === 0
      ? { on, event: "Holder Position Reported", Shares: String(k) }
      : { on, event: "Notice of Conversion", id: `c${k}`, "Principal Converted": "10" };
  });
  const terms = { Principal: "100000000", "Shares Outstanding": "900000000" };
  const ask = [{ value: "Outstanding Principal", on: "2008-12-01" }];
  const scenario = { name: "s.json", text: JSON.stringify({ scenario: "e", note: "n", terms, events, ask }) };
  const text = rowsText(day("2005-10-03"), 1_500);
  const market = { name: "m.csv", text };
  return costOf(() => {
    const template = ensured(note);
    const loaded = ensured(loadScenario(template, { scenario, market }));
    return [loaded, ensured(runScenario(template, loaded))];
  });
}

function costOf(run: () => unknown): Cost {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed + process.memoryUsage().external;
  const start = performance.now();
  const kept = run();
  const ms = performance.now() - start;
  globalThis.gc?.();
  const bytes = Math.max(1, process.memoryUsage().heapUsed + process.memoryUsage().external - before);
  if (kept === undefined) throw new Error("it gives something");
  return { ms, bytes };
}
