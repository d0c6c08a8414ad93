import { byKind } from "../base/by-kind.ts";
import type { Value, ValueType } from "../core/core.ts";
import type {
  AccountPosted,
  AmountLeftOver,
  DatePassedOver,
  DefaultMoved,
  EventApplied,
  EventUndecided,
  JournalFact,
  StateChanged,
} from "../evaluate/replay/journal-facts.ts";
import type { Occurrence } from "../evaluate/state/run.ts";
import { isFigure } from "../evaluate/state/run.ts";
import type { Problem } from "../evaluate/values/problem.ts";
import { Absent, isProblem } from "../evaluate/values/problem.ts";
import { compare, sign, toDecimalText } from "../units/exact.ts";
import { formatDate } from "../units/plain-date.ts";
import { plainValue, renderValue } from "../units/render-value.ts";
import { formatTime } from "../units/time-of-day.ts";
import { unitName } from "../units/value-type.ts";
import type { AnswerValue, JournalEntry } from "./outcome.ts";
import { problemWords } from "./problems.ts";

export function describeEntry(fact: JournalFact): JournalEntry {
  const { cause, section, day } = fact;
  const { at, kind, ...words } = wordsOf(fact);
  return { on: formatDate(day), event: cause && (cause.id ?? cause.type.name), at, kind, section, ...words };
}

type Words = Omit<JournalEntry, "on" | "section" | "event">;
type FactOf<K> = Extract<JournalFact, { readonly kind: K }>;

const wordsOf = byKind<JournalFact, Words>({
  EventApplied: eventWords,
  EventUndecided: undecidedWords,
  StateChanged: stateWords,
  NothingChanged: ({ name, problem }) => {
    return { kind: "problem", name, text: `${name} of no event is changed: ${problemWords(problem)}` };
  },
  AccountPosted: accountWords,
  AmountLeftOver: leftOverWords,
  DatePassedOver: passedOverWords,
  DefaultMoved: defaultWords,
});

function eventWords(fact: FactOf<"EventApplied">): Words {
  const { at, type } = fact.occurrence;
  const [head, fields] = [eventHead(fact), eventFields(fact)];
  const text = fields === "" ? head : `${head}: ${fields}`;
  return { ...(at !== undefined && { at: formatTime(at) }), kind: "event", name: type.name, text };
}

/** `Call c for n of 2024-01-03`: the event, what it is for, and its day where it counts only from a later one. */
export function eventHead({ occurrence, day }: Pick<FactOf<"EventApplied">, "occurrence" | "day">): string {
  const { on, refersTo } = occurrence;
  const target = refersTo === undefined ? "" : ` for ${refersTo.id ?? refersTo.type.name}`;
  return `${eventName(occurrence)}${target}${on === day ? "" : ` of ${formatDate(on)}`}`;
}

/** What was reported of the event, without start values that stand for what was not: `Amount $5, Kind stock`. */
export function eventFields({ occurrence: { fields, reported, type } }: EventApplied): string {
  const given = [...type.fields.values()].flatMap(({ name, type: fieldType }) => {
    const value = fields.get(name);
    if (value === undefined || isProblem(value) || !reported.has(name)) return [];
    return [`${name} ${renderValue(value, fieldType)}`];
  });
  return given.join(", ");
}

function undecidedWords({ occurrence, whether, problem }: EventUndecided): Words {
  const text = `whether ${eventName(occurrence)} ${whether} can't be determined: ${problemWords(problem)}`;
  return { kind: "problem", name: occurrence.type.name, text };
}

/** The id of what happens by itself begins with its name. */
function eventName({ type, id }: Occurrence): string {
  if (id === undefined) return type.name;
  return type.happens === undefined ? `${type.name} ${id}` : id;
}

/** `Cap in Force of first` of a state or an account that each event has. */
export function nameOfChanged({ name, of }: Pick<JournalEntry, "name" | "of">): string {
  return of === undefined ? name : `${name} of ${of}`;
}

function stateWords({ state, of, from, to }: StateChanged): Words {
  const { type } = state;
  const named = { name: state.name, ...ofEvent(of) };
  return {
    kind: isProblem(to) && !(to instanceof Absent) ? "problem" : "state",
    ...named,
    ...(from === undefined ? {} : { from: plain(from, type) }),
    to: plain(to, type),
    unit: unitName(type),
    text: `${nameOfChanged(named)} ${verb(from, to)} ${shown(to, type)}`,
  };
}

/** The event that has something. */
export const ofEvent = (of: Occurrence | undefined): { readonly of?: string } =>
  of === undefined ? {} : { of: of.id ?? of.type.name };

function accountWords({ account, of, type, postings, before, after, change }: AccountPosted): Words {
  const named = { name: account, ...ofEvent(of) };
  const was = isProblem(before) ? undefined : before;
  const is = isProblem(after) ? undefined : after;
  const what = [...new Set(postings.map((posting) => posting.verb))].sort().join(", ");
  return {
    kind: is === undefined ? "problem" : "account",
    ...named,
    ...(was === undefined ? {} : { from: toDecimalText(was) }),
    to: is === undefined ? null : toDecimalText(is),
    ...(change === undefined ? {} : { amount: toDecimalText(change) }),
    unit: unitName(type),
    text: isProblem(after)
      ? `${nameOfChanged(named)} becomes ${shown(after, type)}`
      : `${nameOfChanged(named)}: ${what}; ${renderValue(after, type)} unpaid`,
  };
}

function leftOverWords({ of, account, ofEvent: event, amount, type }: FactOf<"AmountLeftOver">): Words {
  const name = of === "payment" ? of : (account ?? of);
  const named = { name, ...(of === "payment" ? {} : ofEvent(event)) };
  const text = sign(amount) < 0 ? belowZero(of, renderValue(amount, type)) : tooMuch(of, renderValue(amount, type));
  return { kind: "problem", ...named, amount: toDecimalText(amount), unit: unitName(type), text };
}

function passedOverWords({ date, movedTo, names }: DatePassedOver): Words {
  const [name = ""] = names;
  const what = `${names.join(" and ")} ${names.length === 1 ? "does" : "do"} not change on ${formatDate(date)}`;
  const why =
    movedTo === undefined
      ? "that this is the day of the clause was known only later"
      : `the day of the clause moved on to ${formatDate(movedTo)} before it came`;
  return { kind: "problem", name, text: `${what}: ${why}` };
}

function tooMuch(of: AmountLeftOver["of"], amount: string): string {
  const [what, than] = {
    payment: ["payment", "all that it is applied to"],
    convert: ["conversion", "what is owed"],
    "fall due": ["amount that falls due", "what has accrued"],
  }[of];
  return `${amount} of the ${what} is left over: it is more than ${than}`;
}

function belowZero(of: AmountLeftOver["of"], amount: string): string {
  const what = { payment: "a payment", convert: "a conversion", "fall due": "an amount that falls due" }[of];
  return `${what} of ${amount} is less than nothing, and moves nothing`;
}

const moveWords = {
  occurs: "occurs",
  ends: "ends",
  pending: "is pending",
  clears: "is cured in time",
  problem: "can't be determined",
  "occurred unseen": "continues, since a day that can't be determined",
  "is determined": "does not continue",
} as const;

function defaultWords({ move: { defaultCondition, kind, occurrence, deadline } }: DefaultMoved): Words {
  const { family, section } = defaultCondition;
  const of = occurrence?.id === undefined ? "" : ` (${occurrence.id})`;
  const until = deadline === undefined ? "" : ` until the end of ${formatDate(deadline)}`;
  const text = `${family} under ${section}${of} ${moveWords[kind]}${until}`;
  return { kind: kind === "problem" ? "problem" : "default", name: family, text };
}

function plain(value: Value | Problem, type: ValueType): AnswerValue | null {
  return isProblem(value) ? null : plainValue(value, type);
}

function shown(value: Value | Problem, type: ValueType): string {
  if (value instanceof Absent) return "not set";
  if (!isProblem(value)) return renderValue(value, type);
  const words = problemWords(value);
  return value.fact.kind === "unknown since" ? words : `unknown: ${words}`;
}

function verb(from: Value | Problem | undefined, to: Value | Problem): string {
  if (from === undefined) return "starts at";
  if (!isFigure(from) || !isFigure(to)) return "becomes";
  return compare(to, from) > 0 ? "rises to" : "falls to";
}
