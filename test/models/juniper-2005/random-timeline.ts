import type { Draw } from "../../support/random-note/draw.ts";
import { pickFrom } from "../../support/random-note/draw.ts";
import type { Question, ScenarioEvent } from "./case.ts";
import { defaultReadings } from "./case.ts";
import type { Holidays } from "./days.ts";
import { dayOf, dayText, lastOfMonth, monthOf } from "./days.ts";
import { randomEvents } from "./random-events.ts";
import { randomQuestions } from "./random-questions.ts";
import type { Pick, Stretch } from "./stretch.ts";
import { randomDay } from "./stretch.ts";

/** A scenario that is not written to disk; `market` is the name of one of the acceptance files. */
export interface RandomScenario {
  readonly market: string;
  readonly terms: Readonly<Record<string, string>>;
  readonly readings: Readonly<Record<string, string>>;
  readonly events: readonly ScenarioEvent[];
  readonly ask: readonly Question[];
}

const choices: Readonly<Record<string, readonly string[]>> = {
  "trading price": ["low", "close", "vwap"],
  "fractional shares": ["down", "exact", "nearest", "up"],
  "excess over cap": ["cut back", "void"],
  "ownership base": ["after issuance", "before issuance"],
  "late notice": ["next business day", "next day"],
  quarter: ["calendar quarter ends", "three-month anniversaries of the Issue Date"],
  "exempt month": ["waived", "deferred"],
  "termination day": ["normal", "adjusted"],
  "late delivery days": ["calendar", "business"],
  "late delivery start": ["deadline", "grace"],
  "full conversion": ["principal", "principal and interest"],
  "average daily price": ["vwap", "high-low midpoint", "close"],
  "one month's interest": ["on Outstanding Principal", "on the portion prepaid"],
  "interest after due": ["replaces", "adds"],
  "partial call base": ["original Principal", "Outstanding Principal"],
  "twenty days": ["more than twenty", "twenty"],
};

export function randomScenario(draw: Draw, holidays: Holidays): RandomScenario {
  const pick: Pick = (...of) => pickFrom(draw, of);
  const from = dayOf(pick("2005-12-28", "2006-01-31", "2006-03-31", "2006-07-03", "2006-11-30", "2007-05-15"));
  const stretch: Stretch = { from, until: from + 90 + draw(420), holidays, draw, pick, days: [] };
  stretch.days.push(...Array.from({ length: 6 }, () => randomDay(stretch)));
  const events = randomEvents(stretch);
  return {
    market: pick("otc-sliding", "otc-sliding", "otc-crossing", "listed-smallcap"),
    terms: randomTerms(stretch),
    readings: randomReadings(draw),
    events,
    ask: randomQuestions(stretch, events),
  };
}

function randomTerms({ from, until, draw, pick }: Stretch): Record<string, string> {
  const shares = pick("1000000", "10000000", "100000000", "900000000");
  const maturity = pick(until + 400, until - 60, lastOfMonth(monthOf(until) - 2), until - 30 - draw(10));
  return {
    Principal: pick("365000", "500000", "36500", "1365000"),
    "Shares Outstanding": shares,
    "Issue Date": dayText(from),
    ...(draw(3) === 0 && { "Maturity Date": dayText(Math.max(maturity, from + 30)) }),
    ...(draw(3) === 0 && { "Authorized Shares Available": pick("3000000", "500000", "40000000", "999.5") }),
    ...(draw(4) === 0 && { "Holder Share of Notes": pick("0.25", "0.6") }),
    ...(draw(4) === 0 && { "Holder Other Shares": pick("10000", "20000.5") }),
    ...(draw(8) === 0 && { "Closing Date": dayText(from + 5) }),
    ...(draw(8) === 0 && { "Initial Fixed Conversion Price": pick("0.01", "0.5") }),
  };
}

function randomReadings(draw: Draw): Record<string, string> {
  const named = Object.keys(defaultReadings).filter(() => draw(6) === 0);
  return Object.fromEntries(named.map((name) => [name, pickFrom(draw, choices[name] as string[])]));
}
