/** Questions on the days around the events, and on each event. */
import type { Day } from "../base/days.ts";
import { dayOf, quarterEnd, writtenDay } from "../base/days.ts";
import type { WrittenEvent } from "../base/story.ts";
import type { Question } from "../model.ts";
import type { Stage } from "./stage.ts";
import { pick } from "./stage.ts";

const ofDays = [
  "Conversion Price",
  "Outstanding Principal",
  "Accrued Interest",
  "Late Fees",
  "Shares Issued",
  "Maximum Convertible Principal",
  "Excess Principal",
  "Reserved Shares Required",
  "Mandatory Prepayment Amount",
  "Interest Rate in Force",
  "VWAP",
  "Holder Issuable Maximum",
  "Beneficial Ownership Limitation",
  "Interest Payment Date",
  "Event of Default",
  "Failed Share Payment Cash",
] as const;

const clauses = ["(i)", "(ii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)", "(ix)", "(x)", "(xi)", "(xii)"];

const ofConversions = [
  "Conversion Date",
  "Principal Accepted",
  "Conversion Shares",
  "Fractional Share Cash",
  "Conversion Interest",
  "Delivery Date",
  "Rescission Date",
  "Alternate Consideration Securities",
  "Alternate Consideration Cash",
] as const;

const ofOthers: Readonly<Record<string, string>> = {
  "Buy-In": "Buy-In Payment",
  "Notice Sent": "Notice Effective Date",
  "Indebtedness Incurred": "Covenant Breached",
  "Lien Created": "Covenant Breached",
  "Charter Amended": "Covenant Breached",
  "Cash Dividend Paid": "Covenant Breached",
  "Interest Shares Delivered": "Interest Conversion Rate",
};

const ofQuarters = [
  "Interest Due",
  "Interest Share Payment Allowed",
  "Interest Conversion Shares",
  "Interest Shares Issuable",
  "Equity Conditions Met",
  "Interest Conversion Rate",
] as const;

export function drawQuestions(stage: Stage, events: readonly WrittenEvent[]): Question[] {
  const days = [...events.map(({ on }) => dayOf(on)), stage.maturity].flatMap((day) => [
    day,
    day + stage.draw(8),
    day - 1,
  ]);
  const chosen = Array.from({ length: 26 }, () => pick(stage, ...days)).filter((day) => day >= stage.issue);
  return [
    ...chosen.flatMap((day) => onDay(stage, day)),
    ...quarters(stage),
    ...events.flatMap((it) => ofEvent(stage, it)),
  ];
}

function onDay(stage: Stage, day: Day): Question[] {
  const on = writtenDay(Math.min(day, stage.end));
  const values = ["Accrued Interest", "Late Fees", pick(stage, ...ofDays), pick(stage, ...ofDays)];
  return [
    ...values.map((value) => ({ value, on })),
    { value: "Event of Default", of: `8(a)${pick(stage, ...clauses)}`, on },
  ];
}

function quarters(stage: Stage): Question[] {
  const asked: Question[] = [];
  for (let end = quarterEnd(stage.issue); end < stage.end; end = quarterEnd(end + 1)) {
    asked.push(
      { value: "Interest Due", on: writtenDay(end) },
      { value: pick(stage, ...ofQuarters), on: writtenDay(end) },
    );
  }
  return asked;
}

function ofEvent(stage: Stage, { id, on, event }: WrittenEvent): Question[] {
  if (id === undefined) return [];
  if (event !== "Notice of Conversion") {
    const value = ofOthers[event];
    return value === undefined ? [] : [{ value, of: id }];
  }
  const fixed = [pick(stage, ...ofConversions), pick(stage, ...ofConversions)].map((value) => ({ value, of: id }));
  const later = () => writtenDay(Math.min(stage.end, dayOf(on) + 5 + stage.draw(20)));
  return [...fixed, ...[later(), later()].map((day) => ({ value: "Liquidated Damages", of: id, on: day }))];
}
