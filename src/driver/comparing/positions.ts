/** One subject's positions by role, day by day, and what it received, read off its replay. */
import type { Held, PositionOf } from "../../compare/outcome/outcome.ts";
import type { ExplainedValue } from "../../compare/parting/parting.ts";
import type { Flows, Received } from "../../compare/totals/totals.ts";
import type { CoreProgram, Value, ValueType } from "../../core/core.ts";
import { answer } from "../../evaluate/answers/answer.ts";
import { positionAt } from "../../evaluate/answers/position.ts";
import { owedTotal } from "../../evaluate/answers/position-totals.ts";
import { figureIn } from "../../evaluate/answers/verdict.ts";
import { reasonFor } from "../../evaluate/reasons/explanation.ts";
import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { usesOf } from "../../evaluate/reasons/reason-facts.ts";
import type { Replay } from "../../evaluate/replay/replay.ts";
import { isFigure, restate } from "../../evaluate/state/run.ts";
import type { Exact } from "../../units/exact.ts";
import { isZero, multiply, subtract, zero } from "../../units/exact.ts";
import type { CashFlow } from "../../units/internal-rate.ts";
import { usualCurrency } from "../../units/money/currencies.ts";
import type { Sum } from "../../units/money/sums.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, formatDate } from "../../units/plain-date.ts";
import { isRoleFor, roleNamed } from "../../units/roles.ts";
import { currencyOf } from "../../units/value-type.ts";
import { describeAnswer } from "../../wording/answers.ts";
import { describeValue } from "../../wording/explanations.ts";
import { figureShown } from "./shown.ts";

/** The value that a template marks with a role of positions; one that belongs to an event is no position. */
export function valueMarked(role: string, { roles, askable }: CoreProgram): string | undefined {
  const kind = roleNamed(role);
  if (kind === undefined || !isRoleFor("position", kind)) return undefined;
  return roles.find((it) => it.role === role && askable.get(it.name)?.noteLevel !== undefined)?.name;
}

export function positionsIn(replay: Replay): PositionOf {
  const known = new Map<string, Held>();
  return (role, day) => {
    const value = valueMarked(role, replay.machine.program);
    if (value === undefined) return undefined;
    const key = `${role}|${day}`;
    const held = known.get(key) ?? heldOn(value, day, replay);
    known.set(key, held);
    return held;
  };
}

function heldOn(value: string, on: PlainDate, replay: Replay): Held {
  const { start } = replay.run;
  if (on < start) {
    const because = `it exists only from ${formatDate(start)}`;
    return { answer: { value, on: formatDate(on), section: "", answer: null, because }, figure: undefined };
  }
  const found = answer({ value, on, of: undefined, section: undefined }, replay);
  return { answer: describeAnswer(found), figure: figureIn(found.result) };
}

/** Why a position is what it is. */
export function explanationIn(replay: Replay): (role: string, day: PlainDate) => ExplainedValue | undefined {
  return (role, on) => {
    const fact = positionReason(replay, role, on);
    return fact && explained(fact);
  };
}

export function positionReason(replay: Replay, role: string, on: PlainDate): ReasonFact | undefined {
  const value = valueMarked(role, replay.machine.program);
  if (value === undefined || on < replay.run.start) return undefined;
  return reasonFor({ value, on, of: undefined, section: undefined }, replay);
}

function explained(fact: ReasonFact): ExplainedValue {
  const { value, on, of, section, because: words } = describeValue(fact);
  const key = JSON.stringify([fact.kind, value, on, of ?? ""]);
  const { because: why } = fact;
  const shown = figureShown(fact);
  // Of a constant, the words of the clause are the figure itself.
  const because = words === shown ? "" : why.kind === "clause" ? `by "${words}"` : words;
  // What changed a state says more than where it is declared.
  const cited = why.kind === "last change" ? (why.change?.section ?? section) : section;
  return {
    name: value,
    section: cited,
    because,
    shown,
    key,
    uses: () => usesOf(fact).map(explained),
  };
}

/** A fact of the deal, with its kind of value. */
export interface DealFact {
  readonly value: Value;
  readonly type: ValueType;
}

/**
 * What the holder paid and received, and what is still owed as a day ends. `fact` gives a fact of the deal as the subject
 * has it.
 */
export function receivedIn(replay: Replay, through: PlainDate, fact: (name: string) => DealFact | undefined): Received {
  const positionOf = positionsIn(replay);
  // An instrument that marks no shares gives none.
  const isMarked = valueMarked("shares to the holder", replay.machine.program) !== undefined;
  const shares = isMarked ? changesOf("shares to the holder", 1, replay, through) : [];
  const cash = changesOf("cash to the holder", 0, replay, through);
  return {
    paid: paidIn(replay, fact("amount"), positionOf("cash from the holder", through)),
    cash: typeof cash === "string" ? cash : { currency: currencyMarked("cash to the holder", replay), list: cash },
    stock: typeof shares === "string" ? shares : valued(shares, replay),
    shares: figureOn("shares to the holder", through, positionOf),
    outstanding: outstandingIn(replay, fact("shares outstanding")?.value, through),
    owed: owedOn(through, replay),
    lastDay: through,
  };
}

function paidIn(replay: Replay, fact: DealFact | undefined, marked: Held | undefined): Received["paid"] {
  const on = replay.run.start;
  if (marked?.figure) return { on, amount: marked.figure, currency: currencyMarked("cash from the holder", replay) };
  if (fact === undefined || typeof fact.value !== "object") return undefined;
  return { on, amount: fact.value, currency: currencyOf(fact.type) ?? usualCurrency };
}

/** The currency of the value that a template marks with a role. */
function currencyMarked(role: string, replay: Replay): string {
  const value = valueMarked(role, replay.machine.program);
  const found = value && answer({ value, on: undefined, of: undefined, section: undefined }, replay);
  return (found && currencyOf(found.type)) ?? usualCurrency;
}

/** Each change of a position from the end of one day to that of the next; of shares, in shares of the later day. */
function changesOf(role: string, exponent: number, replay: Replay, through: PlainDate): CashFlow[] | string {
  const { run, machine } = replay;
  const value = valueMarked(role, machine.program);
  if (value === undefined) return `it marks no value as \`${role}\``;
  const changes: CashFlow[] = [];
  let before = { value: zero, moment: run.endOf(run.start, run.now) };
  for (let day = run.start; day <= through; day = asPlainDate(day + 1)) {
    const found = answer({ value, on: day, of: undefined, section: undefined }, replay);
    if (!isFigure(found.result)) return whyUnknown(role, heldOn(value, day, replay));
    const moment = run.endOf(day, run.now);
    const carried = restate(before.value, exponent, before.moment, moment);
    const amount = isFigure(carried) ? subtract(found.result, carried) : undefined;
    if (amount === undefined) return `\`${role}\` is unknown on ${formatDate(day)}`;
    if (!isZero(amount)) changes.push({ on: day, amount });
    before = { value: found.result, moment };
  }
  return changes;
}

/** Shares at the closing price of their day, or of the last trading day before it. */
function valued(changes: readonly CashFlow[], replay: Replay): Flows | string {
  const { run } = replay;
  if (changes.length === 0) return { currency: currencyMarked("cash to the holder", replay), list: [] };
  const { traded } = run.inputs;
  const { tradedSeries = "", series } = run.program;
  const type = series.get(tradedSeries)?.columns.get("close")?.type;
  const market = traded?.columns.includes("close") ? traded : undefined;
  const flows: CashFlow[] = [];
  for (const { on, amount } of changes) {
    const row = market?.lastRowOnOrBefore(on) ?? -1;
    const value = row < 0 ? undefined : multiply(amount, market?.value(row, "close") ?? zero);
    if (value === undefined) return `the market data have no price on or before ${formatDate(on)}`;
    flows.push({ on, amount: value });
  }
  return { currency: (type && currencyOf(type)) ?? usualCurrency, list: flows };
}

function outstandingIn({ run }: Replay, given: Value | undefined, through: PlainDate): Exact | string {
  if (typeof given !== "object") return "the story gives no `shares outstanding`";
  const restated = restate(given, 1, undefined, run.endOf(through, run.now));
  return isFigure(restated) ? restated : "what a share is on the last day is unknown";
}

function owedOn(day: PlainDate, replay: Replay): Sum | string {
  const { start } = replay.run;
  if (day < start) return `it exists only from ${formatDate(start)}`;
  const { sum } = owedTotal(positionAt(replay, day).balances) ?? { sum: { currency: usualCurrency, amount: zero } };
  if (typeof sum === "string" || !("answer" in sum)) return sum;
  const { role, answer: found } = sum;
  return whyUnknown(role.name, { answer: describeAnswer(found), figure: undefined });
}

function figureOn(role: string, day: PlainDate, positionOf: PositionOf): Exact | string {
  const held = positionOf(role, day);
  if (held === undefined) return `it marks no value as \`${role}\``;
  return held.figure ?? whyUnknown(role, held);
}

function whyUnknown(role: string, { answer: found }: Held): string {
  if ("error" in found) return `\`${role}\`: ${found.error.message}`;
  return found.answer === null ? `\`${role}\`: ${found.because}` : `\`${role}\` is no figure`;
}
