/** Events drawn for a timeline: each theme brings a few that belong together, some in time and some too late. */
import type { ScenarioEvent } from "./case.ts";
import type { Day } from "./days.ts";
import { businessDaysAfter, dayText, lastBusinessDay, lastOfMonth, monthOf } from "./days.ts";
import type { Stretch } from "./stretch.ts";
import { randomDay } from "./stretch.ts";

type Draft = Readonly<Record<string, string | boolean>> & { readonly event: string };
type Add = (day: Day, event: Draft) => void;
type Theme = (stretch: Stretch, add: Add, id: string) => void;

export function randomEvents(stretch: Stretch): ScenarioEvent[] {
  const made: { readonly day: Day; readonly event: ScenarioEvent }[] = [];
  const add: Add = (day, event) => {
    if (day <= stretch.from || day > stretch.until) return;
    stretch.days.push(day);
    made.push({ day, event: { on: dayText(day), ...event } });
  };
  if (stretch.draw(3) > 0) register(stretch, add);
  const count = 2 + stretch.draw(9);
  for (let index = 1; index <= count; index++) stretch.pick(...themes)(stretch, add, `e${index}`);
  // Those with a time come last in their day, by their times, so that the list is its own order.
  const time = ({ event }: { readonly event: ScenarioEvent }) => `${event.at ?? ""}`;
  const sorted = made.toSorted((a, b) => a.day - b.day || (time(a) < time(b) ? -1 : Number(time(a) > time(b))));
  const known = new Set<unknown>();
  // What an event answers must be listed before it.
  return sorted.flatMap(({ event }) => {
    if (event.for !== undefined && !known.has(event.for)) return [];
    known.add(event.id);
    return [event];
  });
}

function register({ from, pick }: Stretch, add: Add): void {
  add(from + pick(20, 44, 45, 46, 60), { event: "Registration Filed" });
  add(from + pick(70, 119, 120, 121, 140), { event: "Registration Effective" });
}

const conversion: Theme = (stretch, add, id) => convertOn(randomDay(stretch), stretch, add, id);

/** Several notices of a day, in one order or another. */
const busyDay: Theme = (stretch, add, id) => {
  const day = randomDay(stretch);
  for (const letter of ["a", "b", "c"].slice(0, 2 + stretch.draw(2))) convertOn(day, stretch, add, `${id}${letter}`);
};

/** What was reported is restated before it limits a conversion. */
const splitAfterReport: Theme = (stretch, add, id) => {
  const { pick } = stretch;
  const day = Math.max(randomDay(stretch), stretch.from + 6);
  add(day, { event: "Shares Outstanding Reported", Shares: pick("20000000", "3000000", "1234567.5") });
  add(day + pick(0, 1), { event: "Holder Position Reported", Shares: pick("0", "10000", "40000.5") });
  add(day + pick(0, 1, 3), { event: "Stock Split", Ratio: pick("2", "0.1", "1.05") });
  convertOn(day + pick(1, 3, 4), stretch, add, id);
};

/** A quarter's interest in parts, on its last day, on the day that this rolls to, or beside them. */
const instalments: Theme = (stretch, add) => {
  const { pick } = stretch;
  const month = monthOf(randomDay(stretch));
  const end = lastOfMonth(month - (month % 3) + 2);
  for (const after of [0, pick(1, 2, 3), pick(2, 5, 40)]) {
    const at = pick(undefined, undefined, "09:30", "19:00");
    add(end + after, {
      event: "Interest Paid",
      Amount: pick("3640", "100.005", "7280"),
      ...(at !== undefined && { at }),
    });
  }
};

function convertOn(day: Day, stretch: Stretch, add: Add, id: string): void {
  const { draw, pick, holidays } = stretch;
  const late = draw(6) === 0;
  add(day, {
    event: "Notice of Conversion",
    id,
    ...(late ? { at: pick("18:00", "21:30") } : draw(3) === 0 && { at: pick("17:59", "09:00", "12:00") }),
    "Principal Converted": pick("7300", "36500", "50000", "365000", "20400.5"),
    ...(draw(2) === 0 && { "Include Interest": true }),
    ...(draw(4) === 0 && { "Include Default Interest": true }),
    ...(draw(4) === 0 && { "Include Damages": true }),
  });
  const after = pick(0, 3, 3, 3, 5, 6, 8, 12, 13, 14, 40);
  const delivered = businessDaysAfter(after, day, holidays);
  if (draw(5) > 0) add(Math.max(delivered, day + (late ? 5 : 0)), { event: "Shares Delivered", for: id });
  if (draw(3) === 0) {
    const notified = businessDaysAfter(pick(3, 4, 5, 12, 13, 14), day, holidays);
    add(notified, { event: "Conversion Failure Notice", id: `${id}-notice` });
    const cured = businessDaysAfter(pick(2, 3, 4, 60), notified, holidays);
    if (draw(3) === 0) add(cured, { event: "Conversion Failure Cured", for: `${id}-notice` });
  }
}

const payment: Theme = (stretch, add) => {
  const { pick } = stretch;
  const amount = pick("7280", "7360", "500", "12.34", "20000", "3000");
  add(randomDay(stretch), { event: "Interest Paid", Amount: amount });
};

const repayment: Theme = (stretch, add, id) =>
  add(randomDay(stretch), { event: "Principal Paid", id, Amount: stretch.pick("36500", "100000", "1000000", "36500") });

/** After the Closing Date, whose share count the deal terms give. */
const split: Theme = (stretch, add) =>
  add(Math.max(randomDay(stretch), stretch.from + 6), {
    event: "Stock Split",
    Ratio: stretch.pick("2", "0.1", "3", "0.5"),
  });

const reports: Theme = (stretch, add) => {
  const { pick } = stretch;
  add(randomDay(stretch), { event: "Shares Outstanding Reported", Shares: pick("20000000", "900000000", "1234567.5") });
  add(randomDay(stretch), { event: "Holder Position Reported", Shares: pick("0", "10000", "40000") });
};

const authorization: Theme = (stretch, add) =>
  add(randomDay(stretch), { event: "Shares Authorized", Shares: stretch.pick("100000", "5000000", "900000000") });

const announcement: Theme = (stretch, add, id) => {
  const day = randomDay(stretch);
  add(day, { event: "Major Announcement", id, Kind: stretch.pick("merger", "asset sale", "tender offer") });
  if (stretch.draw(4) > 0) add(day + stretch.draw(90), { event: "Announcement Ended", for: id });
};

const issue: Theme = (stretch, add) => {
  const { pick, draw } = stretch;
  const kind = pick("stock", "options", "convertibles");
  add(randomDay(stretch), {
    event: "Securities Issued",
    Kind: kind,
    Consideration: pick("10000", "40000", "3000"),
    "Maximum Shares": pick("1000000", "300000", "999999"),
    ...(kind === "options" && { "Additional Consideration": pick("5000", "100") }),
    ...(kind !== "stock" && { "Conversion Consideration": pick("0", "7000") }),
    ...(draw(4) === 0 && { Exempt: true }),
  });
};

const distribution: Theme = (stretch, add, id) => {
  const { pick } = stretch;
  const day = randomDay(stretch);
  const record = day + pick(-3, 0, 1, 10, 30);
  if (record > stretch.until || record < stretch.from) return;
  add(day, { event: "Distribution", id, "Amount per Share": pick("0.002", "0.0105"), "Record Date": dayText(record) });
};

const rights: Theme = (stretch, add, id) => {
  const { pick } = stretch;
  const day = randomDay(stretch);
  const record = day + pick(0, 1, 10, 30);
  if (record > stretch.until) return;
  add(day, {
    event: "Purchase Rights Issued",
    id,
    "Rights per Share": pick("0.5", "2"),
    "Record Date": dayText(record),
  });
};

const merger: Theme = (stretch, add, id) => {
  const { pick, draw } = stretch;
  const day = randomDay(stretch);
  add(day, {
    event: "Merger Consummated",
    id,
    "Successor Shares per Share": pick("0.25", "3"),
    "Cash per Share": pick("0", "0.012"),
  });
  if (draw(2) > 0) add(day + pick(0, 0, 3), { event: "Merger Election", for: id, "Treat as Default": draw(2) === 0 });
};

const judgment: Theme = (stretch, add, id) => {
  const day = randomDay(stretch);
  add(day, { event: "Judgment", id, Amount: stretch.pick("50000", "50000.01", "80000") });
  if (stretch.draw(3) > 0) add(day + stretch.pick(5, 19, 20, 21, 40), { event: "Judgment Resolved", for: id });
};

const bankruptcy: Theme = (stretch, add, id) => {
  const day = randomDay(stretch);
  add(day, { event: "Bankruptcy Proceeding", id });
  if (stretch.draw(6) > 0) add(day + stretch.pick(10, 29, 30, 31, 40), { event: "Proceeding Stayed", for: id });
};

const breach: Theme = (stretch, add, id) => {
  const day = randomDay(stretch);
  add(day, { event: "Breach Notice", id, Section: stretch.pick("1.3", "1.6(d)", "2.1", "4(e)", "5", "4(d)") });
  if (stretch.draw(3) > 0) add(day + stretch.pick(5, 9, 10, 11, 30), { event: "Breach Cured", for: id });
};

const lapse: Theme = (stretch, add) => {
  const day = Math.max(randomDay(stretch), stretch.from + 141);
  add(day, { event: "Registration Lapsed" });
  if (stretch.draw(5) > 0) add(day + stretch.pick(1, 5, 9, 10, 11, 12, 20, 21), { event: "Registration Restored" });
};

const toggles: Theme = (stretch, add) => {
  const day = randomDay(stretch);
  const [begin, end] = stretch.pick(
    ["Delisting", "Relisting"] as const,
    ["Cross Default", "Cross Default Ended"] as const,
  );
  add(day, { event: begin });
  if (stretch.draw(4) > 0) add(day + stretch.draw(30), { event: end });
};

const rare: Theme = (stretch, add) => {
  const { pick, draw } = stretch;
  if (draw(2) === 0) return;
  add(
    randomDay(stretch),
    pick<Draft>({ event: "Receiver Appointed" }, { event: "Misrepresentation", Material: draw(2) === 0 }),
  );
};

const notice: Theme = (stretch, add, id) => {
  const day = randomDay(stretch);
  add(day, { event: "Default Notice" });
  for (const part of stretch.pick(["1"], ["1", "2"], [], [], [])) {
    const amount = stretch.pick("9000000", "20000", "300000");
    add(day + stretch.pick(0, 5, 20), { event: "Default Amount Paid", id: `${id}-${part}`, Amount: amount });
  }
};

const call: Theme = (stretch, add, id) => {
  const { pick, draw, holidays } = stretch;
  const day = randomDay(stretch);
  const date = day + pick(14, 16, 20);
  add(day, { event: "Optional Prepayment Notice", id, "Prepayment Date": dayText(date) });
  if (draw(3) === 0) return;
  const paid = businessDaysAfter(pick(0, 0, 2, 3), date, holidays);
  add(paid, {
    event: "Optional Prepayment Paid",
    id: `${id}-paid`,
    for: id,
    Amount: pick("9000000", "20000", "700000"),
  });
};

const partialCall: Theme = (stretch, add, id) => {
  const date = lastBusinessDay(monthOf(randomDay(stretch)), stretch.holidays);
  add(date, { event: "Partial Call", id, "Determination Date": dayText(date) });
};

const themes: readonly Theme[] = [
  ...[conversion, conversion, conversion, conversion, conversion, conversion],
  ...[busyDay, busyDay, splitAfterReport, instalments, instalments],
  ...[payment, payment, payment, repayment, split, split, reports, authorization, announcement, announcement, issue],
  ...[distribution, rights, merger, judgment, bankruptcy, breach, lapse, toggles, rare, notice, notice, call, call],
  partialCall,
];
