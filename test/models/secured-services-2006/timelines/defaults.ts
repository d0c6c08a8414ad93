/** Events of Default, most of them on the last day in time or the first that is too late; and acceleration. */
import type { Day } from "../base/days.ts";
import type { Stage } from "./stage.ts";
import { add, isLikely, nextId, pick, someDay, trading } from "./stage.ts";

export function drawDefault(stage: Stage): void {
  const day = someDay(stage);
  const draw = pick(stage, ...kinds);
  draw(stage, day);
}

const kinds: readonly ((stage: Stage, day: Day) => void)[] = [
  (stage, day) => add(stage, day, "Misrepresentation", { Material: pick(stage, true, true, false) }),
  (stage, day) =>
    add(stage, day, "Cross Default", {
      Amount: pick(stage, "150000", "150000.01", "400000"),
      Accelerated: pick(stage, true, false),
    }),
  drawControl,
  drawCovenant,
  drawBankruptcy,
  drawDelisting,
  drawLapse,
  drawLapse,
  drawBreach,
  (stage, day) => isLikely(stage, 20) && add(stage, day, "Conversion Refused"),
];

function drawControl(stage: Stage, day: Day): void {
  const [kind, percents] = pick(
    stage,
    ["acquisition", ["0.4", "0.405"]],
    ["merger", ["0.6", "0.59"]],
    ["asset sale", ["0.4", "0.41"]],
    ["board replacement", ["0.5", "0.51"]],
  ) as [string, string[]];
  add(stage, day, "Change of Control", { Kind: kind, Percent: pick(stage, ...percents) });
}

function drawCovenant(stage: Stage, day: Day): void {
  const id = nextId(stage, "d");
  add(stage, day, "Covenant Default", { id });
  const notice = trading(stage, day, pick(stage, 0, 1, 4, 5, 6));
  const isNoticed = isLikely(stage, 60);
  if (isNoticed) add(stage, notice, "Covenant Default Notice", { for: id });
  const cured = isNoticed
    ? trading(stage, notice, pick(stage, 3, 4, 5, 6))
    : trading(stage, day, pick(stage, 9, 10, 11));
  if (isLikely(stage, 75)) add(stage, cured + pick(stage, 0, 0, 1), "Covenant Default Cured", { for: id });
}

function drawBankruptcy(stage: Stage, day: Day): void {
  const id = nextId(stage, "k");
  add(stage, day, "Bankruptcy Case", { id, Voluntary: isLikely(stage, 15) });
  if (isLikely(stage, 80)) add(stage, day + pick(stage, 20, 59, 60, 61), "Bankruptcy Dismissed", { for: id });
}

function drawDelisting(stage: Stage, day: Day): void {
  add(stage, day, "Delisting");
  if (isLikely(stage, 85)) add(stage, trading(stage, day, pick(stage, 2, 4, 5, 6)), "Relisting");
}

function drawLapse(stage: Stage, day: Day): void {
  add(stage, day, "Registration Lapsed");
  if (isLikely(stage, 15)) add(stage, day, "Merger Negotiation Opinion");
  add(stage, trading(stage, day, pick(stage, 1, 4, 7, 9, 10, 11, 12, 20, 21)), "Registration Restored");
}

function drawBreach(stage: Stage, day: Day): void {
  const kind = pick(stage, "Indebtedness Incurred", "Lien Created", "Charter Amended", "Cash Dividend Paid");
  add(stage, day, kind, { id: nextId(stage, "v"), Amount: "80000", Permitted: isLikely(stage, 50) });
}

/** It is refused unless there is an Event of Default. */
export function drawAcceleration(stage: Stage): void {
  const day = someDay(stage);
  if (isLikely(stage, 60))
    add(stage, day - pick(stage, 0, 1, 4, 5, 6, 30, 60), "Misrepresentation", { Material: true });
  add(stage, day, "Acceleration Elected");
  const rescinded = day + pick(stage, 0, 1, 14, 45, 130);
  if (isLikely(stage, 55)) add(stage, rescinded, "Acceleration Rescinded");
  if (isLikely(stage, 20)) add(stage, rescinded + pick(stage, 1, 20), "Acceleration Elected");
}
