/** What a path came to, read off its exact replay. Figures become binary here: they are means and percentiles from here on. */

import type { CoreProgram, Power } from "../../core/core.ts";
import type { Dependency } from "../../core/dependencies.ts";
import { directDependencies } from "../../core/dependencies.ts";
import { answer } from "../../evaluate/answers/answer.ts";
import { positionAt } from "../../evaluate/answers/position.ts";
import { owedTotal } from "../../evaluate/answers/position-totals.ts";
import { figureIn } from "../../evaluate/answers/verdict.ts";
import type { DaySales } from "../../evaluate/plans/plan-facts.ts";
import type { Replay } from "../../evaluate/replay/replay.ts";
import type { Occurrence } from "../../evaluate/state/run.ts";
import { bindingOf, isFigure, restate } from "../../evaluate/state/run.ts";
import type { Flow, Known, PathFacts } from "../../simulation/path-facts.ts";
import { toBinary } from "../../units/binary/to-binary.ts";
import type { Exact } from "../../units/exact.ts";
import { compare } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import { valueMarked } from "../comparing/positions.ts";
import { currencyCounted, moneyCounted } from "./money-counted.ts";
import { owedIn } from "./owed-amounts.ts";
import { nothing, notMarked, notPaid, someLeft, withoutFigure, withoutLevel } from "./path-words.ts";

/** What is read of a path beside what every note has. */
export interface Asked {
  /** Values by their names, as the path ends. */
  readonly values: readonly string[];
  /** The close on a day, or on the last trading day before it. */
  readonly closeOn: (day: PlainDate) => number;
  /** What a plan sold, where it sells. */
  readonly sales?: readonly DaySales[] | undefined;
}

export function exactFacts(replay: Replay, { values, closeOn, sales }: Asked): Omit<PathFacts, "series"> {
  const { run, lastDay } = replay;
  const { start } = run;
  const before = asPlainDate(start - 1);
  const days: readonly PlainDate[] = [
    ...new Set<PlainDate>([start, ...run.changesBetween(before, lastDay), lastDay]),
  ].toSorted((a, b) => a - b);
  const left = levelsOf("principal left", replay, days);
  const stock = changesOf("shares to the holder", 1, replay, days);
  const shares = amountOn("shares to the holder", replay, lastDay);
  const all = amountOn("shares outstanding", replay, lastDay);
  return {
    isExact: true,
    ...moneyCounted(replay.machine.program)({
      paid: paidIn(replay, left),
      cash: changesOf("cash to the holder", 0, replay, days),
      stock: sales === undefined ? valued(stock, closeOn) : proceedsOf(sales, shares, replay, closeOn),
    }),
    shares,
    outstanding: typeof all === "string" || typeof shares === "string" ? all : all - shares,
    owed: owedOf(replay),
    lastDay,
    daysToNothingLeft: daysToNothing(left, start),
    values: values.map((value) => figureOf(value, replay, lastDay)),
    defaults: replay.journal.entries.flatMap((it) =>
      it.kind === "DefaultMoved" && (it.move.kind === "occurs" || it.move.kind === "occurred unseen")
        ? [defaultClause(it.move.defaultCondition)]
        : [],
    ),
    caps: replay.occurrences.flatMap((it) => capsOn(it, replay)),
  };
}

export const defaultClause = ({ section, title }: { readonly section: string; readonly title: string }): string =>
  `${section} "${title}"`;

/** A value as a number; a condition is 1 where it holds, and 0 where not. */
export function figureOf(value: string, replay: Replay, on: PlainDate): Known<number> {
  const { result } = answer({ value, on, of: undefined, section: undefined }, replay);
  if (typeof result === "boolean") return result ? 1 : 0;
  const figure = figureIn(result);
  return figure === undefined ? withoutFigure(value) : toBinary(figure);
}

export function amountOn(role: string, replay: Replay, on: PlainDate): Known<number> {
  const value = valueMarked(role, replay.machine.program);
  return value === undefined ? notMarked(role) : figureOf(value, replay, on);
}

interface Level {
  readonly on: PlainDate;
  readonly value: Exact;
}

function levelsOf(role: string, replay: Replay, days: readonly PlainDate[]): Known<readonly Level[]> {
  const value = valueMarked(role, replay.machine.program);
  if (value === undefined) return notMarked(role);
  const levels: Level[] = [];
  for (const on of days) {
    const figure = figureIn(answer({ value, on, of: undefined, section: undefined }, replay).result);
    if (figure === undefined) return withoutLevel(value);
    levels.push({ on, value: figure });
  }
  return levels;
}

/** Each change of a position; of shares, in shares of the later day. */
function changesOf(role: string, exponent: number, replay: Replay, days: readonly PlainDate[]): Known<readonly Flow[]> {
  const { run } = replay;
  const levels = levelsOf(role, replay, days);
  if (typeof levels === "string") return exponent === 1 && levels === notMarked(role) ? [] : levels;
  return levels.flatMap(({ on, value }, index) => {
    const before = levels[index - 1];
    const carried = before && restate(before.value, exponent, run.endOf(before.on, run.now), run.endOf(on, run.now));
    const amount = toBinary(value) - (carried !== undefined && isFigure(carried) ? toBinary(carried) : 0);
    return amount === 0 ? [] : [{ on, amount }];
  });
}

function valued(stock: Known<readonly Flow[]>, closeOn: Asked["closeOn"]): Known<readonly Flow[]> {
  if (typeof stock === "string") return stock;
  return stock.map(({ on, amount }) => ({ on, amount: amount * closeOn(asPlainDate(on)) }));
}

/** What was sold, for what it was sold; what is left counts at the last close. */
function proceedsOf(
  sales: readonly DaySales[],
  shares: Known<number>,
  { run, lastDay }: Replay,
  closeOn: Asked["closeOn"],
): Known<readonly Flow[]> {
  if (typeof shares === "string") return shares;
  const sharesAt = (day: PlainDate) => toBinary(run.sharesAt(run.endOf(day, run.now)).splitFactor);
  const inLast = sharesAt(lastDay);
  const sold = sales.reduce((sum, it) => sum + (toBinary(it.sold) * inLast) / sharesAt(it.day), 0);
  const proceeds = sales.map(({ day, proceeds: amount }) => ({ on: day, amount: toBinary(amount) }));
  return [...proceeds, { on: lastDay, amount: leftToSell(shares, sold) * closeOn(lastDay) }];
}

export function leftToSell(shares: number, sold: number): number {
  return Math.abs(shares - sold) <= shares * nothing ? 0 : shares - sold;
}

/** What the template says that the holder paid; else the principal as the first day ends. */
function paidIn(replay: Replay, left: Known<readonly Level[]>): Known<Flow> {
  const on = replay.run.start;
  const said = amountOn("cash from the holder", replay, replay.lastDay);
  if (typeof said !== "string") return { on, amount: said };
  const [first] = typeof left === "string" ? [] : left;
  return first === undefined ? notPaid : { on, amount: toBinary(first.value) };
}

function owedOf(replay: Replay): Known<number> {
  const { sum = 0 } = owedTotal(positionAt(replay, replay.lastDay).balances) ?? {};
  if (typeof sum !== "object") return sum;
  if ("answer" in sum) return withoutFigure(sum.answer.query.value);
  return owedIn(sum.currency, toBinary(sum.amount), currencyCounted(replay.machine.program));
}

function daysToNothing(left: Known<readonly Level[]>, start: PlainDate): Known<number> {
  if (typeof left === "string") return left;
  const done = left.find(({ value }) => value.n === 0n);
  return done === undefined ? someLeft : done.on - start;
}

/** The limits that an event ran into: those that are least of all, where it asked for more. */
function capsOn(occurrence: Occurrence, replay: Replay): string[] {
  const { machine, run } = replay;
  const power = machine.powers.get(occurrence.type.name);
  if (power === undefined || occurrence.refused !== undefined || occurrence.fixedAt === undefined) return [];
  if (power.limits.length === 0 || occurrence.appliedAt === undefined) return [];
  const [moment, binding] = [run.momentAt(occurrence.fixedAt), bindingOf(occurrence)];
  const asked = power.askingFor?.(moment, binding);
  if (asked === undefined || !isFigure(asked)) return [];
  const limits = power.limits.map((code) => code(moment, binding));
  const figures = limits.filter(isFigure);
  const least = figures.reduce<Exact>((low, it) => (compare(it, low) < 0 ? it : low), asked);
  if (compare(asked, least) <= 0) return [];
  return limits.flatMap((limit, index) =>
    isFigure(limit) && compare(limit, least) === 0 ? [capClause(power.power, index, machine.program)] : [],
  );
}

/** A limit by its clause, and by the values that it is made of. */
export function capClause({ section, limits }: Power, index: number, { definitions }: CoreProgram): string {
  const limit = limits[index];
  const names = limit === undefined ? [] : directDependencies(limit).flatMap((it) => namesOf(it, definitions));
  return `${section} "${[...new Set(names)].join(", ")}"`;
}

function namesOf(it: Dependency, definitions: CoreProgram["definitions"]): string[] {
  if (it.kind === "definition") return [definitions.get(it.key)?.name ?? it.key];
  return "name" in it ? [it.name] : [];
}
