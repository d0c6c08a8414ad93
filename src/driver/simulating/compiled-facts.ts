/** What a path came to, read off the compiled note: the same figures as of its exact replay, by the same rules. */
import type { CompiledNote } from "../../bulk/compile-bulk.ts";
import type { BulkRunner } from "../../bulk/routine/javascript.ts";
import type { CoreProgram } from "../../core/core.ts";
import type { Flow, Known, PathFacts } from "../../simulation/path-facts.ts";
import { valueMarked } from "../comparing/positions.ts";
import { capClause, defaultClause, leftToSell } from "./exact-facts.ts";
import type { PathSetting } from "./exact-runner.ts";
import { chartedRoles, chartedRows } from "./exact-runner.ts";
import { currencyCounted, moneyCounted, typeOfValue } from "./money-counted.ts";
import type { OwedAmounts } from "./owed-amounts.ts";
import { owedAmounts, owedInSeveral, owedSum } from "./owed-amounts.ts";
import { nothing, notMarked, notPaid, someLeft, withoutFigure, withoutLevel } from "./path-words.ts";

const trackedRoles = ["cash to the holder", "shares to the holder", "principal left"] as const;
const atTheEnd = ["shares to the holder", "shares outstanding", "cash from the holder"] as const;

/** The values that are read of a path: as it ends, and day by day. */
export interface ReadOfPath {
  readonly metrics: readonly string[];
  readonly tracked: readonly string[];
}

export function readOfPath(program: CoreProgram, values: readonly string[]): ReadOfPath {
  const named = (roles: readonly string[]) => roles.flatMap((role) => valueMarked(role, program) ?? []);
  const asked = values.filter((it) => isFigure(it, program));
  const owed = [...owedAmounts(program).values()].flatMap((amounts) => amounts.map(({ name }) => name));
  return {
    metrics: [...new Set([...named(atTheEnd), ...owed, ...asked])],
    tracked: [...new Set([...named(trackedRoles), ...owedInSeveral(program)])],
  };
}

/** Whether a value is a number or a condition: a day or a word is no figure. */
function isFigure(name: string, program: CoreProgram): boolean {
  if (program.askable.get(name)?.noteLevel === undefined) return false;
  const type = typeOfValue(name, program);
  return type === undefined || type.kind === "quantity" || type.kind === "yes or no";
}

/** Where a role's value is read: day by day, or as the path ends. A text says why it can't be. */
interface Places {
  /** The first place of the levels, and the name of the value. */
  readonly levels: Known<readonly [base: number, name: string]>;
  readonly end: Known<readonly [metric: number, name: string]>;
}

/** Reads paths that a runner has run; rows of closes as they are at that time. */
export class CompiledFacts {
  readonly #setting: PathSetting;
  readonly #note: CompiledNote;
  readonly #runner: BulkRunner;
  readonly #days: readonly number[];
  readonly #places: ReadonlyMap<string, Places>;
  readonly #owed: OwedAmounts;
  /** The first place of the levels of each amount that is owed, as far as they are read. */
  readonly #owedLevels: readonly number[];
  readonly #counted: string;
  readonly #money: ReturnType<typeof moneyCounted>;
  /** Places of values by their names. */
  readonly #metrics: ReadonlyMap<string, number>;
  readonly #values: readonly { readonly name: string; readonly metric: number }[];
  readonly #closes: Float64Array;
  /** Of each day with a level, the row of the last close by then. */
  readonly #rowOn: readonly number[];
  readonly #lastRow: number;
  readonly #charted: readonly { readonly row: number; readonly day: number }[];
  readonly #defaults: readonly { readonly place: number; readonly clause: string }[];
  readonly #caps: readonly { readonly place: number; readonly clause: string }[];

  constructor(setting: PathSetting, note: CompiledNote, runner: BulkRunner, read: ReadOfPath) {
    const { days, maker, template, through, values } = setting;
    const rowBy = (day: number) => days.days.findLastIndex((it) => it <= day);
    this.#setting = setting;
    this.#note = note;
    this.#runner = runner;
    this.#days = note.levels.days;
    const roles = [...trackedRoles, ...atTheEnd];
    this.#places = new Map(roles.map((role) => [role, placesOf(role, note, read, template.program)]));
    this.#owed = owedAmounts(template.program);
    const owed = new Set([...this.#owed.values()].flatMap((amounts) => amounts.map(({ name }) => name)));
    this.#owedLevels = read.tracked.flatMap((name, index) => (owed.has(name) ? (note.levels.bases[index] ?? []) : []));
    this.#counted = currencyCounted(template.program);
    this.#money = moneyCounted(template.program);
    this.#metrics = new Map(read.metrics.map((name, place) => [name, place]));
    this.#values = values.map((name) => ({ name, metric: read.metrics.indexOf(name) }));
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
    const cash = this.#levels("cash to the holder");
    return {
      isExact: false,
      ...this.#money({
        paid: this.#paid(left),
        cash: typeof cash === "string" ? cash : this.#changes(cash),
        stock: this.#stock(shares),
      }),
      shares,
      outstanding: typeof all === "string" || typeof shares === "string" ? all : all - shares,
      owed: owedSum(this.#owed, this.#counted, {
        figureOf: (name) => this.#valueOf(name),
        greatest: () => this.#greatestOwed(),
      }),
      lastDay: this.#setting.through,
      daysToNothingLeft: this.#daysToNothing(left),
      values: this.#values.map(({ name, metric }) => this.#figure(name, metric)),
      defaults: this.#occurred(),
      caps: this.#caps.flatMap(({ place, clause }) => (this.#runner.figure(place) === 0 ? [] : [clause])),
      series: this.#series(),
    };
  }

  #figure(name: string, metric: number): Known<number> {
    const figure = metric < 0 ? Number.NaN : this.#runner.result(metric);
    return Number.isNaN(figure) ? withoutFigure(name) : figure;
  }

  #amount(role: string): Known<number> {
    const { end = notMarked(role) } = this.#places.get(role) ?? {};
    return typeof end === "string" ? end : this.#figure(end[1], end[0]);
  }

  /** The place of the first level, where there is one on each day. */
  #levels(role: string): Known<number> {
    const { levels = notMarked(role) } = this.#places.get(role) ?? {};
    if (typeof levels === "string") return levels;
    const [base, name] = levels;
    const runner = this.#runner;
    for (let day = 0; day < this.#days.length; day += 1) {
      if (Number.isNaN(runner.figure(base + day))) return withoutLevel(name);
    }
    return base;
  }

  /** Each change, at what one of it is worth on its day; where `shares` is what a share has become, in the shares of that day. */
  #changes(base: number, worth?: (day: number) => number, shares?: number): Flow[] {
    const [runner, days] = [this.#runner, this.#days];
    const flows: Flow[] = [];
    let [before, share] = [0, 1];
    for (let day = 0; day < days.length; day += 1) {
      const level = runner.figure(base + day);
      const shareNow = shares === undefined ? 1 : runner.figure(shares + day);
      const change = level - (shareNow === share ? before : before * (shareNow / share));
      const isSplit = shareNow !== share;
      [before, share] = [level, shareNow];
      // What the digits of a split leave is no change.
      if (change === 0 || (isSplit && Math.abs(change) <= Math.abs(level) * nothing)) continue;
      flows.push({ on: days[day] ?? 0, amount: worth === undefined ? change : change * worth(day) });
    }
    return flows;
  }

  /** What was sold counts for what it was sold for, and what is left at the last close; without sales, each change at its close. */
  #stock(shares: Known<number>): Known<readonly Flow[]> {
    const { sales } = this.#note;
    if (sales !== undefined) return typeof shares === "string" ? shares : this.#proceeds(shares, sales);
    const role = "shares to the holder";
    if (typeof this.#places.get(role)?.levels === "string") return [];
    const levels = this.#levels(role);
    return typeof levels === "string"
      ? levels
      : this.#changes(levels, (day) => this.#closes[this.#rowOn[day] ?? -1] ?? 0, this.#note.levels.shares);
  }

  #proceeds(shares: number, { proceedsByRow, sold }: NonNullable<CompiledNote["sales"]>): Flow[] {
    const { days, history } = this.#setting.days;
    const flows: Flow[] = [];
    for (let row = history; row < days.length; row += 1) {
      const amount = this.#runner.figure(proceedsByRow + row);
      if (amount !== 0) flows.push({ on: days[row] ?? 0, amount });
    }
    const left = leftToSell(shares, this.#runner.figure(sold));
    flows.push({ on: this.#setting.through, amount: left * (this.#closes[this.#lastRow] ?? 0) });
    return flows;
  }

  #paid(left: Known<number>): Known<Flow> {
    const on = this.#days[0] ?? this.#setting.through;
    const said = this.#amount("cash from the holder");
    if (typeof said !== "string") return { on, amount: said };
    return typeof left === "string" ? notPaid : { on, amount: this.#runner.figure(left) };
  }

  #valueOf(name: string): number {
    const place = this.#metrics.get(name);
    return place === undefined ? Number.NaN : this.#runner.result(place);
  }

  #greatestOwed(): number {
    let greatest = 0;
    for (const base of this.#owedLevels) {
      for (let day = 0; day < this.#days.length; day += 1) {
        const level = Math.abs(this.#runner.figure(base + day));
        if (level > greatest) greatest = level;
      }
    }
    return greatest;
  }

  #daysToNothing(left: Known<number>): Known<number> {
    if (typeof left === "string") return left;
    const days = this.#days;
    let highest = 0;
    for (let day = 0; day < days.length; day += 1) {
      const level = Math.abs(this.#runner.figure(left + day));
      highest = Math.max(highest, level);
      if (level <= highest * nothing) return (days[day] ?? 0) - (days[0] ?? 0);
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
    const levelOn = (base: Known<number>, day: number) =>
      typeof base === "string" || day < 0 ? Number.NaN : this.#runner.figure(base + day);
    return [
      this.#charted.map(({ row }) => this.#closes[row] ?? 0),
      ...levels.map((base) => this.#charted.map(({ day }) => levelOn(base, day))),
    ];
  }
}

function placesOf(role: string, note: CompiledNote, { tracked, metrics }: ReadOfPath, program: CoreProgram): Places {
  const name = valueMarked(role, program);
  if (name === undefined) return { levels: notMarked(role), end: notMarked(role) };
  const base = note.levels.bases[tracked.indexOf(name)];
  return {
    levels: base === undefined ? withoutLevel(name) : [base, name],
    end: [metrics.indexOf(name), name],
  };
}
