/** Ten times the data, at most ten times the time and the memory. */
import { compile, loadScenario, runScenario } from "../src/index.ts";
import type { Day } from "./baseline/days.ts";
import { day, textOf } from "./baseline/days.ts";
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
  ];
}

function row(what: string, cost: (size: number) => Cost, size: number): Row {
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
    aim: 10,
    figures: `${inTime(ms)}, ${megabytes.toFixed(0)} MB held, ${shown(memory)}× the memory`,
  };
}

const rule = compile(noteText("pricing-rule").text);
const note = compile(noteText("three-year").text);

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
