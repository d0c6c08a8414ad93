/** A story of three years with daily prices, a conversion each month and quarterly payments: for the size of a page. */
import type { NamedText, Replay } from "../../src/index.ts";
import { compiled, replayOf } from "./pages.ts";

const days = 3 * 365;
const firstDay = Date.UTC(2005, 9, 3);

export function threeYears(): Replay {
  return replayOf(
    compiled("terms/juniper-2005.tenor"),
    { name: "three-years.json", text: JSON.stringify(scenario()) },
    { name: "three-years.csv", text: market().text },
  );
}

function dayText(index: number): string {
  return new Date(firstDay + index * 86_400_000).toISOString().slice(0, 10);
}

/** Weekdays; the price wanders by a fixed sequence of steps. */
function market(): NamedText {
  const lines = ["date,open,high,low,close,vwap,volume"];
  let price = 1000;
  for (let index = 0; index < days + 90; index += 1) {
    const date = dayText(index);
    if ([0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())) continue;
    price = Math.max(200, price + ((index * 7919) % 41) - 20);
    const [low, high] = [price - 10, price + 10].map((it) => (it / 10_000).toFixed(4));
    const close = (price / 10_000).toFixed(4);
    lines.push(`${date},${close},${high},${low},${close},${close},100000`);
  }
  return { name: "three-years.csv", text: `${lines.join("\n")}\n` };
}

function scenario(): object {
  const months = Array.from({ length: 35 }, (_, index) => index + 1);
  const monthDay = (month: number, day: number) =>
    dayOfMonth(2006 + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, day);
  const events = months.flatMap((month) => [
    { on: monthDay(month, 10), event: "Notice of Conversion", id: `c${month}`, "Principal Converted": "5000" },
    { on: monthDay(month, 12), event: "Shares Delivered", for: `c${month}` },
    ...(month % 3 === 0 ? [{ on: monthDay(month, 28), event: "Interest Paid", id: `p${month}`, Amount: "4000" }] : []),
  ]);
  const ask = months.map((month) => ({ value: "Conversion Shares", of: `c${month}`, section: "1.1" }));
  return {
    note: "juniper-2005",
    scenario: "three-years",
    terms: { Principal: "365000", "Shares Outstanding": "120000000" },
    market: "three-years.csv",
    events,
    ask,
  };
}

function dayOfMonth(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
