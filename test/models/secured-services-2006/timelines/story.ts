/** A random story of the debenture, the same for the same seed: its terms, readings, timeline and questions. */
import { drawFrom } from "../../../support/random-note/draw.ts";
import { dayOf, writtenDay } from "../base/days.ts";
import type { Market } from "../base/market.ts";
import type { WrittenStory } from "../base/story.ts";
import type { Question } from "../model.ts";
import { drawConversion } from "./conversions.ts";
import { drawAcceleration, drawDefault } from "./defaults.ts";
import { drawPayments, drawPrepayment, drawPrincipalPaid, drawShareInterest } from "./interest.ts";
import {
  drawAdjustment,
  drawBusyDay,
  drawNotice,
  drawReport,
  drawSplitAfterReport,
  drawTransaction,
} from "./prices.ts";
import { drawQuestions } from "./questions.ts";
import type { Stage } from "./stage.ts";
import { add, inOrder, isLikely, pick } from "./stage.ts";

export interface RandomStory extends WrittenStory {
  readonly questions: readonly Question[];
}

export function randomStory(seed: number, market: Market): RandomStory {
  const draw = drawFrom(seed);
  const issue = dayOf(["2006-02-15", "2005-12-20", "2006-06-29", "2007-08-20"][draw(4)] as string);
  const maturity = issue + ([1095, 324, 373, 420][draw(4)] as number);
  const stage: Stage = {
    draw,
    market,
    issue,
    maturity,
    end: Math.min(issue + 520, dayOf("2009-04-30")),
    isCalm: draw(100) < 35,
    events: [],
  };
  const story = { terms: drawTerms(stage), readings: drawReadings(stage) };
  drawAll(stage);
  drawPayments(stage, story);
  const events = inOrder(stage.events);
  return { ...story, events, questions: drawQuestions(stage, events) };
}

function drawTerms(stage: Stage): Record<string, string> {
  const terms: Record<string, string> = {
    Principal: pick(stage, "360000", "720000", "100000", "615060"),
    "Original Issue Date": writtenDay(stage.issue),
    "Maturity Date": writtenDay(stage.maturity),
    "Initial Conversion Price": pick(stage, "0.17", "0.17", "0.3", "0.67"),
    "Shares Outstanding": pick(stage, "60000000", "12000000", "4000000"),
  };
  if (isLikely(stage, 15)) terms["Maximum Lawful Rate"] = pick(stage, "0.12", "0.05", "0.2");
  if (isLikely(stage, 20)) terms["Holder Other Shares"] = "150000";
  if (isLikely(stage, 15)) terms["Authorized Shares Available"] = pick(stage, "4000000", "2500000");
  if (isLikely(stage, 15)) terms["Aggregate Principal"] = "2800000";
  return terms;
}

const choices: Readonly<Record<string, readonly string[]>> = {
  "day count": ["30/360"],
  "rounding of the conversion price": ["nearest cent, half even", "none"],
  "rounding of shares": ["none"],
  fraction: ["one whole share"],
  "damages start": ["after the third Trading Day"],
  "damages unit": ["whole $2,000 multiples"],
  "prepayment premium": ["on principal and interest"],
  "default rate from": ["the acceleration"],
  "excess over cap": ["void"],
  "average of 20 VWAPs": ["counting it"],
  "late fee last day": ["day before payment"],
  "rescinded default interest": ["stays"],
};

function drawReadings(stage: Stage): Record<string, string> {
  const named = Object.entries(choices).filter(() => isLikely(stage, 15));
  return Object.fromEntries(named.map(([reading, others]) => [reading, pick(stage, ...others)]));
}

/** Each story leans towards a few matters, so that they meet. */
function drawAll(stage: Stage): void {
  const { issue, isCalm } = stage;
  if (isCalm || isLikely(stage, 85))
    add(stage, issue + (isCalm ? 1 : pick(stage, 14, 60, 149, 150, 151)), "Authorized Share Approval");
  if (isCalm || isLikely(stage, 90))
    add(stage, issue + (isCalm ? 1 : pick(stage, 14, 60, 179, 180, 181)), "Registration Effective");
  const always = [drawConversion, drawAdjustment, drawReport, drawShareInterest, drawSplitAfterReport, drawBusyDay];
  const troubles = [drawConversion, drawDefault, drawAcceleration];
  for (const draw of isCalm ? [...always, drawShareInterest] : [...always, ...troubles]) {
    const most = pick(stage, 0, 1, 2, 4);
    for (let count = 0; count < most; count++) draw(stage);
  }
  if (isLikely(stage, 10)) drawTransaction(stage);
  if (isLikely(stage, 20)) drawNotice(stage);
  if (isLikely(stage, 8)) drawPrincipalPaid(stage);
  // Under a second acceleration the terms order payments in a way of their own (8(b)).
  if (isLikely(stage, 15) && !stage.events.some(({ event }) => event === "Acceleration Rescinded"))
    drawPrepayment(stage);
}
