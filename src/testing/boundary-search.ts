/** Searches for inputs that bring a condition to its edge: one input of a story is moved until the sides are as near as wanted. */
import type { CoreProgram, Value, ValueType } from "../core/core.ts";
import { makeMachine } from "../evaluate/compile/machine.ts";
import type { Exact } from "../units/exact.ts";
import { add, compare, divide, exact, isZero, multiply, roundTo, sign, subtract } from "../units/exact.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { addDays, asPlainDate } from "../units/plain-date.ts";
import { asTimeOfDay } from "../units/time-of-day.ts";
import { currenciesIn } from "../units/value-type.ts";
import type { Approach, Side, Threshold } from "./thresholds.ts";
import { aimOf, isNearer, isOn, sideOf, sides, watcherOf } from "./thresholds.ts";
import type { Told, Tried } from "./trial.ts";
import { passes } from "./trial.ts";

/** A story with one input moved, so that a threshold is met on one side. */
export interface Found {
  readonly side: Side;
  /** The story that it was made from. */
  readonly from: string;
  /** What was moved, in words: a deal term, or an event and its field, date or time. */
  readonly moved: string;
  readonly scenario: Tried["scenario"];
  /** A day to ask about, where it is none that the story names. */
  readonly through?: PlainDate;
}

interface Input {
  readonly words: string;
  readonly type: ValueType;
  readonly value: Value;
  readonly set: (value: Value) => Tried;
}

/** Runs that the search for one side may take. */
const mostRuns = 60;
/** Stories from which the search starts, the nearest first. */
const mostStories = 3;
/** Steps by which a guess is made better. */
const mostGuesses = 4;

/**
 * A story for each side of a threshold on which none stands; where none is found, nothing. One further off will do where no
 * story is on that side at all.
 */
export function searchSides(
  program: CoreProgram,
  { threshold, covered, further, nearest }: Approach,
): readonly Found[] {
  const look = lookerFor(program, threshold);
  return sides.flatMap((side): Found[] => {
    if (covered.has(side)) return [];
    const budget = { runs: mostRuns };
    let far: Found | undefined;
    for (const { story } of nearest.slice(0, mostStories)) {
      for (const input of inputsOf(program, story)) {
        const solved = solve(threshold, side, input, budget, look);
        if (solved === undefined) continue;
        const { scenario, through } = input.set(solved.value);
        const found = {
          side,
          from: story.name,
          moved: input.words,
          scenario,
          ...(through !== undefined && { through }),
        };
        if (solved.isNear) return [found];
        far ??= found;
      }
    }
    return far === undefined || further.has(side) ? [] : [far];
  });
}

type Look = (story: Tried, side: Side) => Exact | undefined;

/** Where a story comes nearest to a side. One machine serves all runs. */
function lookerFor(program: CoreProgram, threshold: Threshold): Look {
  let told: Told = () => undefined;
  const machine = makeMachine(program, { told: (expr, result) => told(expr, result) });
  const watch = watcherOf([threshold]);
  return (story, side) => {
    let best: Exact | undefined;
    told = watch((_, distance) => {
      if (isNearer(threshold, side, distance, best)) best = distance;
    });
    passes(machine, story);
    return best;
  };
}

interface Solved {
  readonly value: Value;
  /** Whether it stands within a step of the edge. */
  readonly isNear: boolean;
}

/**
 * The secant through two values of an input leads to the next one. Undefined where the input does not lead to the side; where
 * it only leads there at a distance, that is said.
 */
function solve(
  threshold: Threshold,
  side: Side,
  { type, value, set }: Input,
  budget: { runs: number },
  look: Look,
): Solved | undefined {
  let far: Solved | undefined;
  const distanceAt = (number: Exact): Exact | undefined => {
    const moved = valueAt(number, type);
    budget.runs -= 1;
    const distance = moved === undefined || budget.runs < 0 ? undefined : look(set(moved), side);
    if (distance !== undefined && moved !== undefined && sideOf(threshold, distance) === side) {
      const isNear = isOn(threshold, side, distance);
      if (isNear || far === undefined) far = { value: moved, isNear };
    }
    return distance;
  };
  const aim = aimOf(threshold, side);
  let x0 = numberOf(value);
  let y0 = distanceAt(x0);
  for (const nudge of nudgesOf(value)) {
    let x1 = add(x0, nudge);
    for (let guess = 0; guess < mostGuesses && x1 !== undefined && y0 !== undefined; guess += 1) {
      const y1: Exact | undefined = distanceAt(x1);
      if (far?.isNear || y1 === undefined) break;
      const slope = quotient(subtract(y1, y0), subtract(x1, x0));
      if (slope === undefined || isZero(slope)) break;
      const next: Exact | undefined = add(x1, quotient(subtract(aim, y1), slope) ?? exact(0));
      [x0, y0, x1] = [x1, y1, next && tidy(next, x1, type)];
    }
    if (far?.isNear) break;
  }
  return far;
}

function quotient(above: Exact | undefined, below: Exact | undefined): Exact | undefined {
  return above === undefined || below === undefined ? undefined : divide(above, below);
}

/** A figure as somebody would write it; where it stays where it was, the least that is written further. */
function tidy(value: Exact, before: Exact, type: ValueType): Exact {
  const step = fineness(type);
  const rounded = roundTo(value, step, "half up");
  if (compare(rounded, before) !== 0) return rounded;
  return (compare(value, before) < 0 ? subtract(before, step) : add(before, step)) ?? rounded;
}

function fineness(type: ValueType): Exact {
  if (type.kind !== "quantity") return exact(1);
  const { share, year, shownAs } = type.unit;
  const isMoney = currenciesIn(type.unit).length > 0;
  if (isMoney && share !== 0) return exact(1n, 10_000n);
  if (year !== 0 || shownAs === "percent") return exact(1n, 10_000n);
  return isMoney ? exact(1n, 100n) : exact(1);
}

function numberOf(value: Value): Exact {
  return typeof value === "number" ? exact(value) : typeof value === "object" ? value : exact(0);
}

/** Far enough to see what the input moves: a day, a minute, a hundredth of a figure; a month and a year where that moves nothing. */
function nudgesOf(value: Value): readonly Exact[] {
  if (typeof value !== "object") return [exact(1), exact(31), exact(366)];
  if (isZero(value)) return [exact(1)];
  const size = roundTo(multiply(value, exact(1n, 100n)) ?? value, exact(1n, 10_000n), "up");
  return [isZero(size) ? exact(1n, 10_000n) : size];
}

function valueAt(number: Exact, type: ValueType): Value | undefined {
  switch (type.kind) {
    case "quantity":
      return sign(number) < 0 ? undefined : number;
    case "date":
      return addDays(asPlainDate(0), Number(roundTo(number, exact(1), "down").n));
    case "time": {
      const minutes = Number(roundTo(number, exact(1), "down").n);
      return minutes < 0 || minutes >= 24 * 60 ? undefined : asTimeOfDay(minutes);
    }
    default:
      return undefined;
  }
}

const movable: ReadonlySet<ValueType["kind"]> = new Set(["quantity", "date", "time"]);

/** What of a story can be moved: what it says, and the deal terms that the template says. */
function inputsOf(program: CoreProgram, story: Tried): readonly Input[] {
  const { scenario } = story;
  const withScenario = (changed: Partial<Tried["scenario"]>): Tried => ({
    ...story,
    scenario: { ...scenario, ...changed },
  });
  const ofEvents = scenario.events.flatMap((event, index): Input[] => {
    const withEvent = (changed: Partial<typeof event>): Tried =>
      withScenario({ events: scenario.events.map((it, place) => (place === index ? { ...it, ...changed } : it)) });
    const name = event.id === undefined ? event.event : `${event.event} "${event.id}"`;
    const fields = [...event.fields].flatMap(([field, value]): Input[] => {
      const type = program.events.get(event.event)?.fields.get(field)?.type;
      if (type === undefined || !movable.has(type.kind)) return [];
      const set = (it: Value) => withEvent({ fields: new Map([...event.fields, [field, it]]) });
      return [{ words: `${field} of ${name}`, type, value, set }];
    });
    const time: Input[] =
      event.at === undefined
        ? []
        : [
            {
              words: `the time of ${name}`,
              type: { kind: "time" },
              value: event.at,
              set: (it) => (typeof it === "number" ? withEvent({ at: asTimeOfDay(it) }) : story),
            },
          ];
    const date: Input = {
      words: `the date of ${name}`,
      type: { kind: "date" },
      value: event.on,
      set: (it) => (typeof it === "number" ? withEvent({ on: asPlainDate(it) }) : story),
    };
    return [...fields, ...time, date];
  });
  const ofTerms = [...scenario.terms].flatMap(([name, value]): Input[] => {
    const type = program.params.get(name)?.type;
    if (type === undefined || !movable.has(type.kind)) return [];
    return [
      { words: name, type, value, set: (it) => withScenario({ terms: new Map([...scenario.terms, [name, it]]) }) },
    ];
  });
  const unsaid = [...program.params.values()].flatMap(({ name, type, initial }): Input[] => {
    if (scenario.terms.has(name) || initial?.kind !== "Constant" || !movable.has(type.kind)) return [];
    const set = (it: Value) => withScenario({ terms: new Map([...scenario.terms, [name, it]]) });
    return [{ words: name, type, value: initial.value, set }];
  });
  const days = [...scenario.events.map(({ on }) => on), ...scenario.ask.flatMap(({ on }) => on ?? [])];
  const last = days.toSorted((a, b) => a - b).at(-1);
  const through: Input[] =
    last === undefined
      ? []
      : [
          {
            words: "the day that is asked about",
            type: { kind: "date" },
            value: last,
            set: (it) => (typeof it === "number" ? { ...story, through: asPlainDate(it) } : story),
          },
        ];
  return [...ofEvents, ...through, ...ofTerms, ...unsaid];
}
