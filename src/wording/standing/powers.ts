/** What each party may do on a day, in English. */
import type { AnswerFact } from "../../evaluate/answers/answer.ts";
import type { MovedBalance } from "../../evaluate/answers/powers/moved-balances.ts";
import type { OwedFact, OwedInstead } from "../../evaluate/answers/powers/owed-differences.ts";
import type { PowerEffect } from "../../evaluate/answers/powers/power-effects.ts";
import type { PowerFact } from "../../evaluate/answers/powers/powers.ts";
import type { FieldBounds } from "../../evaluate/answers/powers/supposed-fields.ts";
import type { ErrorKind } from "../../evaluate/values/problem.ts";
import { Failure, isProblem } from "../../evaluate/values/problem.ts";
import { toDecimalText } from "../../units/exact.ts";
import { briefFigure } from "../../units/figure-text.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import { plainValue } from "../../units/render-value.ts";
import { unitName } from "../../units/value-type.ts";
import { describeAnswer } from "../answers.ts";
import type { AnswerValue, Owed } from "../outcome.ts";
import { byDueDate, describeOwed } from "../owed.ts";
import type { StandingDefault } from "../position.ts";
import { describeContinuing, entryName } from "../position.ts";
import { problemWords } from "../problems.ts";
import { refusalWords } from "../refusals.ts";

/** A power on a day. */
export interface PowerWords {
  readonly party: string;
  readonly event: string;
  /** The id of the event that it would be for. */
  readonly of?: string;
  readonly section: string;
  readonly may: "yes" | "no" | "unknown";
  /** Why not, or why that is unknown. */
  readonly because?: string;
  /** What it is refused for, by what the event says. */
  readonly refusedIf: readonly string[];
  /** What its conditions ask of what the event says, where that has a value. */
  readonly bounds: readonly BoundWords[];
  /** The least of its limits. */
  readonly upTo?: { readonly amount: string; readonly unit: string };
  /** Why its limit is unknown. */
  readonly limitUnknown?: string;
  /** The day on which it would take effect, where that is another. */
  readonly effectiveOn?: string;
  /** What it brings to use it as far as it goes; not there where that hangs on what nobody has said. */
  readonly brings?: EffectWords;
}

export interface BoundWords {
  readonly field: string;
  readonly atLeast?: string;
  readonly atMost?: string;
  readonly unit: string;
}

/** What stands at the end of a day with an event, and not without it. */
export interface EffectWords {
  readonly on: string;
  /** What the event is supposed to say. */
  readonly says: readonly SupposedWords[];
  readonly owed: readonly OwedThen[];
  readonly noLonger: readonly Owed[];
  /** Of what is owed in place of nothing, where a party owes another two amounts or more. */
  readonly totals: readonly DebtTotalWords[];
  readonly moved: readonly MovedWords[];
  /** Defaults that continue only with the event, and only without. */
  readonly defaults: readonly StandingDefault[];
  readonly noDefaults: readonly StandingDefault[];
  /** What may then be given for the event. */
  readonly powers: readonly PowerWords[];
}

interface SupposedWords {
  readonly name: string;
  readonly value: string | boolean;
  readonly unit: string;
}

/** An amount that is owed, with what it is without the event. */
export interface OwedThen extends Owed {
  readonly instead?: { readonly amount: string; readonly unit: string };
}

interface DebtTotalWords {
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly unit: string;
}

export interface MovedWords {
  readonly role: string;
  readonly value: string;
  readonly section: string;
  readonly before: MovedValue;
  readonly after: MovedValue;
  /** Where both are figures. */
  readonly difference?: string;
  readonly unit: string;
}

/** A value, or why there is none, or why it is unknown. */
export type MovedValue =
  | { readonly amount: AnswerValue }
  | { readonly amount: null; readonly because: string }
  | { readonly error: { readonly kind: ErrorKind; readonly message: string } };

/** `effect` is what it brings to use the power, where that was looked for. */
export function describePower(fact: PowerFact, on: PlainDate, effect?: PowerEffect): PowerWords {
  const { power, event, of, open, bounds, effectiveOn } = fact;
  return {
    party: power.party,
    event: event.name,
    ...(of?.id !== undefined && { of: of.id }),
    section: power.section,
    ...verdict(fact),
    refusedIf: open,
    bounds: bounds.flatMap(boundWords),
    ...limitWords(fact),
    ...(effectiveOn !== undefined && effectiveOn !== on && { effectiveOn: formatDate(effectiveOn) }),
    ...(effect && { brings: describeEffect(fact, effect) }),
  };
}

function describeEffect({ event }: PowerFact, effect: PowerEffect): EffectWords {
  const { fields, day, owed, noLonger, totals, moved, defaults, noDefaults, powers } = effect;
  const says = [...fields].flatMap(([name, value]): SupposedWords[] => {
    const type = event.fields.get(name)?.type;
    return type === undefined ? [] : [{ name, value: plainValue(value, type), unit: unitName(type) }];
  });
  return {
    on: formatDate(day),
    says,
    owed: owed.map((it) => owedThen(it, day)).toSorted(byDueDate),
    noLonger: noLonger.map((it) => describeOwed(it)).toSorted(byDueDate),
    totals: totals.map(({ from, to, currency, amount }) => ({
      from,
      to,
      amount: toDecimalText(amount),
      unit: currency,
    })),
    moved: moved.map(movedWords),
    defaults: defaults.map(describeContinuing),
    noDefaults: noDefaults.map(describeContinuing),
    powers: powers.map((it) => describePower(it, day)),
  };
}

function owedThen({ item, instead }: OwedInstead, day: PlainDate): OwedThen {
  const words = withOpen(describeOwed(item), item, day);
  const { amount, unit } = instead === undefined ? {} : describeOwed(instead);
  return amount === undefined || unit === undefined ? words : { ...words, instead: { amount, unit } };
}

/** What is owed by a day that hangs on what the event says is owed so as of the day on which the event would take effect. */
function withOpen(words: Owed, item: OwedFact, day: PlainDate): Owed {
  const { payableOn } = item;
  if (item.kind !== "DutyOwed" || !(payableOn instanceof Failure) || payableOn.fact.kind !== "left open") return words;
  const { amount, unit, because: _, ...rest } = words;
  if (amount === undefined || unit === undefined) return words;
  const figure = briefFigure(amount, unit);
  const text = `${item.duty.name}: ${figure} as of ${formatDate(day)}; by when, and how much then, goes by its ${payableOn.fact.name}`;
  return { ...rest, amount, unit, text };
}

function boundWords({ field: { name: field, type }, atLeast, atMost }: FieldBounds): BoundWords[] {
  if (atLeast === undefined && atMost === undefined) return [];
  const text = (value: FieldBounds["atLeast"]) => (value === undefined ? undefined : String(plainValue(value, type)));
  const [least, most] = [text(atLeast), text(atMost)];
  const unit = unitName(type);
  return [{ field, unit, ...(least !== undefined && { atLeast: least }), ...(most !== undefined && { atMost: most }) }];
}

function movedWords({ role, of, before, after, difference }: MovedBalance): MovedWords {
  const { value, section } = describeAnswer(after);
  return {
    role: role.name,
    value: of === undefined ? value : `${value} of ${entryName(of)}`,
    section,
    before: movedValue(before),
    after: movedValue(after),
    ...(difference !== undefined && { difference: toDecimalText(difference) }),
    unit: unitName(after.type),
  };
}

function movedValue(fact: AnswerFact): MovedValue {
  const words = describeAnswer(fact);
  if ("error" in words) return { error: words.error };
  return words.answer === null ? { amount: null, because: words.because } : { amount: words.answer };
}

function verdict({ power, event, lacksTarget, failed, unknown }: PowerFact): Pick<PowerWords, "may" | "because"> {
  if (lacksTarget) return { may: "no", because: `there is no ${event.refersTo ?? "event"} that it can be for` };
  if (failed.length > 0) {
    return {
      may: "no",
      because: refusalWords({ kind: "ConditionsFailed", conditions: failed, section: power.section }),
    };
  }
  return unknown === undefined ? { may: "yes" } : { may: "unknown", because: problemWords(unknown) };
}

function limitWords({ power, limit }: PowerFact): Pick<PowerWords, "upTo" | "limitUnknown"> {
  const [first] = power.limits;
  if (limit === undefined || first === undefined) return {};
  if (isProblem(limit)) return { limitUnknown: problemWords(limit) };
  return { upTo: { amount: toDecimalText(limit), unit: unitName(first.type) } };
}
