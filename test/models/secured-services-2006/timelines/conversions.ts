/** Conversions with what follows them: shares in time, on the last day, late or never; rescission; Buy-Ins. */
import type { Day } from "../base/days.ts";
import { writtenDay } from "../base/days.ts";
import { facsimileDate } from "../notices.ts";
import type { Stage } from "./stage.ts";
import { add, isLikely, nextId, pick, someDay, trading } from "./stage.ts";

export function drawConversion(stage: Stage, day: Day = someDay(stage)): void {
  const id = nextId(stage, "c");
  const at = pick(stage, undefined, undefined, undefined, "10:00", "17:29", "17:30", "18:00", "23:59");
  const later = isLikely(stage, 10) ? day + pick(stage, 1, 2, 5) : undefined;
  const asked = pick(stage, "36000", "18000", "25500", "1999", "34000", "90000", "50000", "0.1", "10000", "170");
  add(stage, day, "Notice of Conversion", {
    id,
    "Principal Converted": asked,
    ...(at !== undefined && { at }),
    ...(later !== undefined && { "Conversion Date": writtenDay(later) }),
  });
  const date = Math.max(later ?? 0, facsimileDate({ on: writtenDay(day), event: "", ...(at !== undefined && { at }) }));
  drawDelivery(stage, id, date);
}

function drawDelivery(stage: Stage, id: string, date: Day): void {
  const wait = stage.isCalm
    ? pick(stage, 0, 1, 2, 3)
    : pick(stage, 0, 1, 2, 2, 3, 3, 3, 4, 5, 6, 9, 10, 11, 15, 30, undefined);
  if (!stage.isCalm && isLikely(stage, 12))
    add(stage, trading(stage, date, pick(stage, 5, 6, 7)) + pick(stage, 0, 1), "Conversion Rescinded", { for: id });
  if (wait !== undefined) {
    // Sometimes on a day between Trading Days, after the last one in time.
    const day = trading(stage, date, wait) + (!stage.isCalm && isLikely(stage, 15) ? 1 : 0);
    add(stage, day, "Conversion Shares Delivered", { for: id, ...(wait === 0 && { at: "18:30" }) });
  }
  if ((wait ?? 99) > 4 && isLikely(stage, 30)) drawBuyIn(stage, id, date);
}

function drawBuyIn(stage: Stage, conversion: string, date: Day): void {
  const id = nextId(stage, "b");
  const day = trading(stage, date, pick(stage, 4, 5, 6, 8));
  add(stage, day, "Buy-In", {
    id,
    for: conversion,
    "Purchase Price": pick(stage, "11000", "9999.99", "10000"),
    "Shares Anticipated": "50000",
    "Sale Price": "0.2",
  });
  const paid = pick(stage, "1000", "999.99", "500", undefined);
  if (paid !== undefined)
    add(stage, trading(stage, day, pick(stage, 0, 1, 3)), "Buy-In Paid", { for: id, Amount: paid });
}
