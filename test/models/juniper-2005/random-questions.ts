/** Questions drawn for a timeline: about its days and the days beside them, and about its events. */
import type { Question, ScenarioEvent } from "./case.ts";
import { dayText } from "./days.ts";
import type { Stretch } from "./stretch.ts";
import { randomDay } from "./stretch.ts";

const ofADay = [
  "Market Price",
  "Variable Conversion Price",
  "Fixed Conversion Price",
  ...["Conversion Price", "Conversion Price"],
  ...["Outstanding Principal", "Outstanding Principal"],
  ...["Accrued Interest", "Accrued Interest", "Accrued Interest"],
  ...["Interest Due", "Interest Payment Date"],
  ...["Default Interest", "Default Interest", "Default Interest"],
  ...["Late Delivery Payments", "Shares Issued"],
  ...["Maximum Convertible Principal", "Maximum Convertible Principal"],
  ...["Reserved Amount Required", "Conversion Default Payments"],
  ...["Maximum Share Amount", "Maximum Conversion Date"],
  ...["Trading Market Prepayment Date", "Trading Market Prepayment Amount"],
  ...["Event of Default", "Acceleration Date", "Default Sum", "Parity Value", "Default Amount"],
  ...["Call Available", "Earliest Prepayment Date", "Optional Prepayment Amount", "Call Right Forfeited"],
  ...[
    "Determination Date",
    "Partial Call Available",
    "Partial Call Price",
    "Partial Call Principal",
    "Conversion Barred",
  ],
];

const sections = ["3.1", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "3.10", "1.6(a)"];

const ofConversion = [
  "Conversion Date",
  "Principal Accepted",
  "Conversion Amount",
  "Conversion Shares",
  "Delivery Deadline",
  "Distribution Entitlement",
  "Conversion Consideration Shares",
  "Conversion Consideration Cash",
];

export function randomQuestions(stretch: Stretch, events: readonly ScenarioEvent[]): Question[] {
  const about = events.flatMap((event) => questionsAbout(event, stretch));
  const dated = Array.from({ length: 30 }, () => dayQuestion(stretch));
  return [...dated, ...about];
}

function dayQuestion(stretch: Stretch): Question {
  const { pick, draw, until, from, days } = stretch;
  const near = pick(...days) + pick(0, 0, 1, -1);
  const day = Math.min(until, Math.max(from, draw(2) === 0 ? near : randomDay(stretch)));
  const on = dayText(day);
  return draw(6) === 0 ? { value: "Event of Default", of: pick(...sections), on } : { value: pick(...ofADay), on };
}

function questionsAbout({ event, id }: ScenarioEvent, { pick, until, draw }: Stretch): Question[] {
  if (typeof id !== "string") return [];
  if (event === "Purchase Rights Issued") return [{ value: "Purchase Rights Entitlement", of: id }];
  if (event !== "Notice of Conversion") return [];
  const fixed = [pick(...ofConversion), "Conversion Shares"].map((value) => ({ value, of: id }));
  return [...fixed, { value: "Late Delivery Payments", of: id, on: dayText(until + draw(20)) }];
}
