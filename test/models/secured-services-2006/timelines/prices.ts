/** Adjustments of the Conversion Price, and what the limits of 4(c) rest on. */
import type { Day } from "../base/days.ts";
import { writtenDay } from "../base/days.ts";
import { drawConversion } from "./conversions.ts";
import type { Stage } from "./stage.ts";
import { add, nextId, pick, someDay } from "./stage.ts";

export function drawAdjustment(stage: Stage): void {
  const draw = pick(stage, drawSplit, drawSplit, drawDistribution, drawRights, drawSale, drawSale);
  draw(stage, someDay(stage));
}

function drawSplit(stage: Stage, day: Day): void {
  const [before, after] = pick(stage, ["1", "2"], ["2", "3"], ["10", "1"], ["20", "21"], ["3", "1"], ["1", "1"]);
  add(stage, day, pick(stage, "Stock Split", "Stock Dividend", "Combination", "Reclassification"), {
    "Shares Before": `${before}000000`,
    "Shares After": `${after}000000`,
  });
}

function drawDistribution(stage: Stage, day: Day): void {
  add(stage, day, "Pro Rata Distribution", {
    "Record Date": writtenDay(day + pick(stage, -1, 0, 0, 3, 7)),
    "Fair Market Value per Share": pick(stage, "0.01", "0.005", "0.02", "0.1"),
  });
}

function drawRights(stage: Stage, day: Day): void {
  add(stage, day, "Rights Offering", {
    "Record Date": writtenDay(day + pick(stage, 0, 0, 3, 7)),
    "Shares Outstanding at Issuance": "40000000",
    "Shares Offered": pick(stage, "10000000", "25000000"),
    "Aggregate Offering Price": pick(stage, "1554000", "1208250", "9000000"),
  });
}

function drawSale(stage: Stage, day: Day): void {
  add(stage, day, "Dilutive Issuance", {
    "Effective Price": pick(stage, "0.17", "0.15", "0.25", "0.1", "0.09", "0.1234", "0.3"),
    Exempt: pick(stage, true, false, false),
  });
}

/** What was reported is restated before it limits a conversion. */
export function drawSplitAfterReport(stage: Stage): void {
  const day = someDay(stage);
  const [report, ofHolder, change] = [day, day + pick(stage, 0, 1), day + pick(stage, 0, 1, 2)];
  drawOutstanding(stage, report);
  drawPosition(stage, ofHolder);
  drawSplit(stage, change);
  drawConversion(stage, day + pick(stage, 1, 2, 4));
}

/** Two or three notices of a day. */
export function drawBusyDay(stage: Stage): void {
  const day = someDay(stage);
  for (let left = pick(stage, 2, 3); left > 0; left--) drawConversion(stage, day);
}

export function drawReport(stage: Stage): void {
  const draw = pick(stage, drawOutstanding, drawOutstanding, drawPosition, drawPosition, drawWaiver);
  draw(stage, someDay(stage));
}

function drawOutstanding(stage: Stage, day: Day): void {
  add(stage, day, "Shares Outstanding Reported", { Shares: pick(stage, "4000000", "13000000", "60000000") });
}

function drawPosition(stage: Stage, day: Day): void {
  add(stage, day, "Holder Position Reported", { Shares: pick(stage, "0", "20000", "150000", "700000") });
}

const drawWaiver = (stage: Stage, day: Day) => add(stage, day, "Ownership Limit Waiver");

export function drawNotice(stage: Stage): void {
  const day = someDay(stage);
  add(stage, day, "Notice Sent", {
    id: nextId(stage, "n"),
    Method: pick(stage, "facsimile", "courier", "mail", "personal"),
    at: pick(stage, "09:00", "17:29", "17:30", "23:58", "23:59"),
  });
}

export function drawTransaction(stage: Stage): void {
  add(stage, someDay(stage), "Fundamental Transaction", {
    id: nextId(stage, "m"),
    Kind: pick(stage, "merger", "asset sale", "tender offer"),
    "Securities per Share": pick(stage, "0.45", "1", "0"),
    "Cash per Share": pick(stage, "0.1", "0"),
  });
}
