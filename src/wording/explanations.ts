/** Why a value is what it is, in English. */

import type { Because, ReasonFact } from "../evaluate/answers/reason-facts.ts";
import type { DefaultGround } from "../evaluate/compile/defaults.ts";
import type { JournalPlace } from "../evaluate/replay/journal-facts.ts";
import type { Evaluation, Occurrence } from "../evaluate/state/run.ts";
import { isOccurrence } from "../evaluate/state/run.ts";
import { Absent, isProblem } from "../evaluate/values/problem.ts";
import { wordsOf } from "../source/span.ts";
import { formatDate } from "../units/plain-date.ts";
import { plainValue } from "../units/render-value.ts";
import type { ValueType } from "../units/value-type.ts";
import { unitName } from "../units/value-type.ts";
import { wordsAsRead } from "./clause-words.ts";
import type { Reason } from "./outcome.ts";
import { problemWords } from "./problems.ts";

export function describeReason(fact: ReasonFact): Reason {
  return { ...describeValue(fact), uses: fact.uses.map(describeReason) };
}

/** The value alone, without what it uses. */
export function describeValue({
  kind,
  name,
  day,
  of,
  result,
  type,
  section,
  because,
}: ReasonFact): Omit<Reason, "uses"> {
  return {
    value: kind === "market" ? `market ${name}` : name,
    on: formatDate(day),
    ...(of !== undefined && { of: "type" in of ? occurrenceName(of) : of.join(", ") }),
    ...answerOf(result, type),
    section,
    kind,
    because: becauseWords(because),
  };
}

const occurrenceName = ({ id, type, on }: Occurrence): string => id ?? `${type.name} of ${formatDate(on)}`;

function answerOf(
  result: Evaluation,
  type: ValueType,
): Pick<Reason, "answer" | "unit"> & Partial<Pick<Reason, "error">> {
  const unit = unitName(type);
  if (result instanceof Absent) return { answer: null, unit };
  if (isProblem(result)) return { answer: null, unit, error: { kind: result.error, message: problemWords(result) } };
  if (isOccurrence(result)) return { answer: occurrenceName(result), unit: "event" };
  return { answer: plainValue(result, type), unit };
}

type BecauseOf<K> = Extract<Because, { readonly kind: K }>;

function becauseWords<K extends Because["kind"]>(because: BecauseOf<K>): string {
  return words[because.kind](because);
}

const words: { readonly [K in Because["kind"]]: (because: BecauseOf<K>) => string } = {
  "no reason": () => "",
  "shown before": () => "as above",
  absent: ({ problem }) => problemWords(problem),
  clause: ({ expr, exceptionIn, readings }) =>
    `${exceptionIn === undefined ? "" : `exception in ${exceptionIn}: `}${wordsAsRead(expr, readings)}`,
  "last change": ({ change }) => (change === undefined ? "as it started" : changeWords(change)),
  "given by event": ({ event }) => `as ${event} says`,
  "deal term": () => "a deal term",
  "market data": () => "market data",
  "no default": ({ family, sections }) =>
    `no ${family}${sections.length === 0 ? "" : ` under ${sections.join(", ")}`} has occurred or is pending`,
  default: ({ ground }) => groundWords(ground),
  "ground of default": ({ ground }) => `${groundWords(ground)}: ${wordsOf(ground.defaultCondition.condition.span)}`,
};

function changeWords({ day, cause, section }: JournalPlace): string {
  const by = cause === undefined ? "" : ` by ${cause.id ?? cause.type.name}`;
  return `since ${formatDate(day)}${by} (${section})`;
}

function groundWords({ status: { occurredOn, pendingSince }, continues }: DefaultGround): string {
  if (occurredOn !== undefined) return `since ${formatDate(occurredOn)}`;
  if (pendingSince !== undefined) return `pending since ${formatDate(pendingSince)}, with time left to cure it`;
  return continues === true ? "it holds" : "it can't be told";
}
