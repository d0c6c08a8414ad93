import type { CoreProgram } from "../../../src/core/core.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import { formatDate, isWeekend, parseDate } from "../../../src/units/plain-date.ts";
import type { Draw } from "./draw.ts";
import { pickFrom } from "./draw.ts";

/** A scenario with its files, as parts, so that an event or a question can be taken out. */
export interface RandomScenario {
  readonly terms: Readonly<Record<string, string | readonly RandomEvent[]>>;
  readonly readings: Readonly<Record<string, string>>;
  readonly events: readonly RandomEvent[];
  readonly ask: readonly RandomQuestion[];
  readonly market: string;
  readonly calendar: string;
}
export type RandomEvent = Readonly<Record<string, string | boolean>>;
export interface RandomQuestion {
  readonly value: string;
  readonly on?: string;
  readonly of?: string;
}

export function scenarioText({ terms, readings, events, ask }: RandomScenario): string {
  const lines = (items: readonly unknown[]) => items.map((it) => `\n  ${JSON.stringify(it)}`).join(",");
  const parts = [
    `"scenario": "generated", "note": "generated", "terms": ${JSON.stringify(terms)}, "readings": ${JSON.stringify(readings)}`,
    `"events": [${lines(events)}]`,
    `"ask": [${lines(ask)}]`,
  ];
  return `{${parts.join(",\n")}}`;
}

/** The day on which generated notes begin to exist. */
export const firstDay = parseDate("2024-01-02") as PlainDate;

/** Events on few days, so that several fall on one; late notices, splits, some of them of no use. */
export function randomTimeline(draw: Draw): RandomScenario {
  const pick = <T>(...choices: readonly T[]): T => pickFrom(draw, choices);
  const someDays = Array.from({ length: 1 + draw(4) }, () => firstDay + draw(40));
  // Days next to each other, too: what is late on one of them meets what is late on the other.
  const days = someDays.flatMap((day) => [day, day + draw(2)]).map((day) => formatDate(day as PlainDate));
  const events: RandomEvent[] = [];
  for (let index = draw(10); index > 0; index--) {
    const on = pick(...days);
    const timed = draw(2) === 0 ? { at: pick("19:00", "09:30", "18:00") } : {};
    const id = `e${events.length + 1}`;
    switch (draw(9)) {
      case 8: {
        const back = draw(6);
        const day = formatDate(((parseDate(on) ?? firstDay) - (draw(3) === 0 ? back : 0)) as PlainDate);
        events.push({
          on,
          ...timed,
          event: "Echo",
          id,
          for: `Beat ${pick(...[day, day, "2024-01-02", "2024-01-16"].filter((it) => it <= on))}`,
          Amount: pick("1", "60"),
        });
        break;
      }
      case 0:
        events.push({ on, ...timed, event: "Split", id, Ratio: pick("2", "0.5", "3", "1", "0") });
        break;
      case 7:
        events.push({ on, event: "Combination", id, "Old per New": pick("4", "0.5", "0") });
        break;
      case 1:
        events.push({ on, ...timed, event: "Tick", id });
        break;
      case 2: {
        const notices = events.filter(({ event }) => event === "Notice");
        const notice = notices[draw(Math.max(1, notices.length))];
        if (notice !== undefined)
          events.push({
            ...notBefore({ on, ...timed }, notice),
            event: "Reply",
            id,
            for: notice.id as string,
            Amount: pick("1", "40", "333.33"),
          });
        break;
      }
      case 3:
        events.push({
          on,
          ...timed,
          event: "Deal",
          id,
          Worth: pick("0.5", "1.25", "3"),
          "Record Date": formatDate((firstDay - 2 + draw(50)) as PlainDate),
        });
        break;
      default:
        events.push({
          on,
          ...timed,
          event: "Notice",
          id,
          Amount: pick("10", "100", "0", "777.77", "2000"),
          ...(draw(2) === 0 && { Count: pick("7", "0", "1000") }),
          ...(draw(2) === 0 && { Wanted: formatDate((firstDay - 5 + draw(50)) as PlainDate) }),
          ...(draw(2) === 0 && { Open: draw(2) === 0 }),
        });
    }
  }
  return {
    terms: {
      Principal: pick("1000", "0", "365000", "123.45"),
      ...pick({}, { "Tranche 2": "75" }),
      ...pick({}, { "Spare Price": "2.5" }),
      ...(draw(3) === 0 ? {} : { "Listed Days": listedRows(draw) }),
    },
    readings: draw(3) === 0 ? { basis: pick("left", "right") } : {},
    events,
    ask: [],
    market: marketText(draw),
    calendar: `date,holiday\n2024-01-15,holiday\n2024-02-19,holiday\n${draw(3) === 0 ? "" : "2023-12-25,holiday\n2025-01-01,holiday\n"}`,
  };
}

/** Rows of a list, each day once, in no order. */
function listedRows(draw: Draw): RandomEvent[] {
  const days = new Set(Array.from({ length: draw(5) }, () => firstDay - 5 + draw(60)));
  return [...days].map((day) => ({
    on: formatDate(day as PlainDate),
    Sum: pickFrom(draw, ["10", "0", "333.33"]),
    ...(draw(2) === 0 && { Part: pickFrom(draw, ["0.5", "-2"]) }),
  }));
}

/** Day and time for what answers an event: no reply comes before what it is for. */
export function notBefore(reply: RandomEvent, { on = "", at }: RandomEvent): RandomEvent {
  const first = { on, ...(at !== undefined && { at }) };
  if (`${reply.on}` < `${on}`) return first;
  if (reply.on !== on) return reply;
  // What has no time stands behind another event of the day, which may be any.
  if (at === undefined) return reply.at === undefined ? reply : { ...reply, at: "23:59" };
  return reply.at === undefined || reply.at < at ? first : reply;
}

/** Weekdays around the start, a few left out; sometimes the data begin late or end early. */
function marketText(draw: Draw): string {
  return weekdays(draw, firstDay - (draw(4) === 0 ? 0 : 20), firstDay + (draw(4) === 0 ? 15 : 70));
}

/** Market data of low prices on weekdays, about one in twelve left out; the prices are quarters of a dollar over `scale`. */
export function weekdays(draw: Draw, from: number, to: number, scale = 1): string {
  const rows = ["date,open,high,low,close,vwap,volume"];
  for (let day = from as PlainDate; day <= to; day = (day + 1) as PlainDate) {
    if (isWeekend(day) || draw(12) === 0) continue;
    const price = () => ((0.5 + draw(8) / 4) / scale).toString();
    rows.push([formatDate(day), price(), "3", price(), price(), price(), String(draw(500))].join(","));
  }
  return `${rows.join("\n")}\n`;
}

/** Everything that can be asked, each on a few days, and of each event also as it was fixed. */
export function questionsAbout(program: CoreProgram, { events }: RandomScenario, draw: Draw): RandomQuestion[] {
  const anyDay = () => formatDate((firstDay - 2 + draw(48)) as PlainDate);
  const eventDays = events.map(({ on }) => on as string);
  const someDay = () => eventDays[draw(eventDays.length + 2)] ?? anyDay();
  const names = [...program.askable.values()];
  const bare = names.flatMap(({ name, noteLevel: of }) =>
    of === undefined ? [] : [someDay(), someDay(), someDay()].map((on) => ({ value: name, on })),
  );
  const owned = events.flatMap(({ event, id }) =>
    names
      .filter((it) => it.perEvent.has(event as string))
      .flatMap(({ name }) => [
        { value: name, of: id as string },
        { value: name, of: id as string, on: someDay() },
      ]),
  );
  const beats = ["2024-01-16", "2024-02-01", "2024-01-11", anyDay()].flatMap((day) =>
    names
      .filter((it) => it.perEvent.has("Beat"))
      .flatMap(({ name }) => [
        { value: name, of: `Beat ${day}` },
        { value: name, of: `Beat ${day}`, on: someDay() },
      ]),
  );
  return [...bare, ...owned, ...beats];
}
