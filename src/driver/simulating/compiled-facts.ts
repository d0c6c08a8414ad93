/** What a path came to, read off the compiled note: the same figures as of its exact replay, by the same rules. */
import type { CompiledNote } from "../../bulk/compile-bulk.ts";
import type { BulkRunner } from "../../bulk/routine/javascript.ts";
import type { CoreProgram } from "../../core/core.ts";
import { owedRoles } from "../../evaluate/answers/position-totals.ts";
import type { Flow, Known, PathFacts } from "../../simulation/path-facts.ts";
import { valueMarked } from "../comparing/positions.ts";
import { capClause, defaultClause, notMarked, notPaid, someLeft, withoutFigure, withoutLevel } from "./exact-facts.ts";
import type { PathSetting } from "./exact-runner.ts";
import { chartedRoles, chartedRows } from "./exact-runner.ts";

const trackedRoles = ["cash to the holder", "shares to the holder", "principal left"] as const;
const atTheEnd = ["shares to the holder", "shares outstanding", "cash from the holder", "default amount"] as const;

/** The values that are read of a path: as it ends, and day by day. */
export interface ReadOfPath {
  readonly metrics: readonly string[];
  readonly tracked: readonly string[];
}

export function readOfPath(program: CoreProgram, values: readonly string[]): ReadOfPath {
  const named = (roles: readonly string[]) => roles.flatMap((role) => valueMarked(role, program) ?? []);
  const asked = values.filter((it) => isFigure(it, program));
  return {
    metrics: [...new Set([...named([...atTheEnd, ...owedRoles]), ...asked])],
    tracked: [...new Set(named(trackedRoles))],
  };
}

/** Whether a value is a number or a condition: a day or a word is no figure. */
function isFigure(name: string, { askable, definitions, states, params }: CoreProgram): boolean {
  const at = askable.get(name)?.noteLevel;
  if (at === undefined) return false;
  const type = (definitions.get(at.key) ?? states.get(at.key) ?? params.get(at.key))?.type;
  return type === undefined || type.kind === "quantity" || type.kind === "yes or no";
}

/** So small a part of the greatest level is nothing: sums of doubles leave it. */
const nothing = 2 ** -44;

type Level = (day: number) => number;

/** Reads paths that a runner has run; rows of closes as they are at that time. */
export class CompiledFacts {
  readonly #setting: PathSetting;
  readonly #note: CompiledNote;
  readonly #runner: BulkRunner;
  readonly #read: ReadOfPath;
  readonly #closes: Float64Array;
  /** Of each day with a level, the row of the last close by then. */
  readonly #rowOn: readonly number[];
  readonly #lastRow: number;
  readonly #charted: readonly { readonly row: number; readonly day: number }[];
  readonly #defaults: readonly { readonly place: number; readonly clause: string }[];
  readonly #caps: readonly { readonly place: number; readonly clause: string }[];

  constructor(setting: PathSetting, note: CompiledNote, runner: BulkRunner, read: ReadOfPath) {
    const { days, maker, template, through } = setting;
    const rowBy = (day: number) => days.days.findLastIndex((it) => it <= day);
    this.#setting = setting;
    this.#note = note;
    this.#runner = runner;
    this.#read = read;
    this.#closes = maker.rows.columns.get("close") ?? new Float64Array();
    this.#rowOn = note.levels.days.map(rowBy);
    this.#lastRow = rowBy(through);
    const levelBy = (day: number) => note.levels.days.findLastIndex((it) => it <= day);
    const rows = setting.charted === 0 ? [] : chartedRows(setting);
    this.#charted = rows.map((row) => ({ row, day: levelBy(days.days[row] ?? 0) }));
    this.#defaults = note.defaults.map(({ condition, place }) => ({ place, clause: defaultClause(condition) }));
    this.#caps = note.limits.map(({ power, limit, place }) => ({
      place,
      clause: capClause(power, limit, template.program),
    }));
  }

  read(): PathFacts {
    const shares = this.#amount("shares to the holder");
    const all = this.#amount("shares outstanding");
    const left = this.#levels("principal left");
    return {
      isExact: false,
      paid: this.#paid(left),
      cash: this.#changes("cash to the holder"),
      stock: this.#stock(shares),
      shares,
      outstanding: typeof all === "string" || typeof shares === "string" ? all : all - shares,
      owed: this.#owed(),
      lastDay: this.#setting.through,
      daysToNothingLeft: this.#daysToNothing(left),
      values: this.#setting.values.map((it) => this.#figure(it)),
      defaults: this.#occurred(),
      caps: this.#caps.flatMap(({ place, clause }) => (this.#runner.figure(place) === 0 ? [] : [clause])),
      series: this.#series(),
    };
  }

  #figure(name: string): Known<number> {
    const index = this.#read.metrics.indexOf(name);
    const figure = index < 0 ? Number.NaN : this.#runner.result(index);
    return Number.isNaN(figure) ? withoutFigure(name) : figure;
  }

  #amount(role: string): Known<number> {
    const name = valueMarked(role, this.#setting.template.program);
    return name === undefined ? notMarked(role) : this.#figure(name);
  }

  #levels(role: string): Known<Level> {
    const name = valueMarked(role, this.#setting.template.program);
    if (name === undefined) return notMarked(role);
    const base = this.#note.levels.bases[this.#read.tracked.indexOf(name)] ?? 0;
    for (const day of this.#rowOn.keys()) {
      if (Number.isNaN(this.#runner.figure(base + day))) return withoutLevel(name);
    }
    return (day) => this.#runner.figure(base + day);
  }

  #changes(role: string): Known<readonly Flow[]> {
    const levels = this.#levels(role);
    if (typeof levels === "string") return levels;
    const flows: Flow[] = [];
    let before = 0;
    for (const [day, on] of this.#note.levels.days.entries()) {
      const level = levels(day);
      if (level !== before) flows.push({ on, amount: level - before });
      before = level;
    }
    return flows;
  }

  /** What was sold counts for what it was sold for, and what is left at the last close; without sales, each change at its close. */
  #stock(shares: Known<number>): Known<readonly Flow[]> {
    const { sales } = this.#note;
    if (sales !== undefined) {
      if (typeof shares === "string") return shares;
      const { days } = this.#setting.days;
      const flows: Flow[] = [];
      for (let row = this.#setting.days.history; row < days.length; row += 1) {
        const amount = this.#runner.figure(sales.proceedsByRow + row);
        if (amount !== 0) flows.push({ on: days[row] ?? 0, amount });
      }
      const left = shares - this.#runner.figure(sales.sold);
      return [...flows, { on: this.#setting.through, amount: left * (this.#closes[this.#lastRow] ?? 0) }];
    }
    const role = "shares to the holder";
    if (valueMarked(role, this.#setting.template.program) === undefined) return [];
    const levels = this.#levels(role);
    if (typeof levels === "string") return levels;
    const flows: Flow[] = [];
    let before = 0;
    for (const [day, on] of this.#note.levels.days.entries()) {
      const level = levels(day);
      if (level !== before) flows.push({ on, amount: (level - before) * (this.#closes[this.#rowOn[day] ?? -1] ?? 0) });
      before = level;
    }
    return flows;
  }

  #paid(left: Known<Level>): Known<Flow> {
    const on = this.#note.levels.days[0] ?? this.#setting.through;
    const said = this.#amount("cash from the holder");
    if (typeof said !== "string") return { on, amount: said };
    return typeof left === "string" ? notPaid : { on, amount: left(0) };
  }

  #owed(): Known<number> {
    const inDefault = this.#amount("default amount");
    if (typeof inDefault !== "string") return inDefault;
    let sum = 0;
    for (const role of owedRoles) {
      if (valueMarked(role, this.#setting.template.program) === undefined) continue;
      const amount = this.#amount(role);
      if (typeof amount === "string") return amount;
      sum += amount;
    }
    return sum;
  }

  #daysToNothing(left: Known<Level>): Known<number> {
    if (typeof left === "string") return left;
    const { days } = this.#note.levels;
    let highest = 0;
    for (const [day, on] of days.entries()) {
      const level = Math.abs(left(day));
      highest = Math.max(highest, level);
      if (level <= highest * nothing) return on - (days[0] ?? on);
    }
    return someLeft;
  }

  /** By the day on which each first occurred; of one day, as the template has them. */
  #occurred(): readonly string[] {
    const all = this.#defaults.flatMap(({ place, clause }) => {
      const on = this.#runner.figure(place);
      return on === 0 ? [] : [{ on, clause }];
    });
    return all.toSorted((a, b) => a.on - b.on).map(({ clause }) => clause);
  }

  #series(): PathFacts["series"] {
    if (this.#charted.length === 0) return [];
    const levels = chartedRoles.map((role) => this.#levels(role));
    return [
      this.#charted.map(({ row }) => this.#closes[row] ?? 0),
      ...levels.map((it) => this.#charted.map(({ day }) => (typeof it === "string" || day < 0 ? Number.NaN : it(day)))),
    ];
  }
}
