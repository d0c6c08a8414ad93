/** Why a value is what it is, in English. */

import { byKind } from "../base/by-kind.ts";
import type { DefaultGround } from "../evaluate/compile/defaults.ts";
import type { Because, ChangePlace, ReasonFact } from "../evaluate/reasons/reason-facts.ts";
import type { AccountReading, Evaluation, Occurrence } from "../evaluate/state/run.ts";
import { isFigure, isOccurrence } from "../evaluate/state/run.ts";
import { Absent, isProblem } from "../evaluate/values/problem.ts";
import { wordsOf } from "../source/span.ts";
import { toDecimalText, zero } from "../units/exact.ts";
import { formatDate } from "../units/plain-date.ts";
import { plainValue, renderValue } from "../units/render-value.ts";
import type { ValueType } from "../units/value-type.ts";
import { unitName } from "../units/value-type.ts";
import { wordsAsRead } from "./clause-words.ts";
import { doneWords } from "./done-words.ts";
import { daysWords, interestWords, operationWords } from "./operations.ts";
import type { Reason } from "./outcome.ts";
import { problemWords } from "./problems.ts";

/** Everything down to the leaves. A value that several others rest on is explained once; after that only its name is given. */
export function describeReason(fact: ReasonFact): Reason {
  return describeOnce(fact, new Set(), 0);
}

function describeOnce(fact: ReasonFact, shown: Set<ReasonFact>, level: number): Reason {
  const { operands, operation } = fact;
  const effects = operation.kind === "account" ? { effects: operation.effects.map(toDecimalText) } : {};
  const words = { ...describeValue(fact), operation: operationWords(fact), ...effects };
  const isShownAbove = shown.has(fact);
  if (operands.length > 0 && (isShownAbove || level > mostLevels)) {
    return {
      ...words,
      because: isShownAbove ? asAbove : tooDeep,
      ...(operation.kind === "account" && { effects: [] }),
      uses: [],
    };
  }
  shown.add(fact);
  return { ...words, uses: operands.map((operand) => describeOnce(operand, shown, level + 1)) };
}

/** A balance of each day that rests on that of the day before goes back without end; JSON and its readers do not. */
const mostLevels = 500;
/** What is said of a value so far in that its parts are not shown. */
export const tooDeep = "too deep to show here: explain it by itself, as of its day";

/** Of an account, what each of its lines did to what is measured of it, where that is something. */
export function effectsOf({ operation, operands }: ReasonFact): ReadonlyMap<ReasonFact, string> {
  if (operation.kind !== "account") return new Map();
  const { effects } = operation;
  const named = operands.map((operand, index) => [operand, toDecimalText(effects[index] ?? zero)] as const);
  return new Map(named.filter(([, effect]) => effect !== "0"));
}

/** The words for a value that has been explained above. */
export const asAbove = "as above";

/** The value alone, without what it uses. */
export function describeValue(fact: ReasonFact): Omit<Reason, "uses" | "operation"> {
  const { kind, name, day, of, result, type, section, reading } = fact;
  return {
    value: reading !== undefined ? accountName(name, reading) : name,
    on: formatDate(day),
    ...(of !== undefined && { of: "type" in of ? occurrenceName(of) : of.join(", ") }),
    ...answerOf(result, type),
    section,
    kind,
    because: sumWords(fact) ?? becauseWords(fact.because),
  };
}

/** What is measured of an account, as a clause says it. */
function accountName(account: string, { measure, on, item, month }: AccountReading): string {
  if (month !== undefined) return `${measure} ${account} of ${formatDate(month).slice(0, 7)}`;
  if (item !== undefined) return `unpaid ${account}, amount ${item + 1}`;
  switch (measure) {
    case "unpaid":
      return account;
    case "payable":
      return `${account} payable on ${on === undefined ? "" : formatDate(on)}`;
    case "first overdue":
      return `the earliest missed payment date of ${account}`;
    case "attached":
      return `unpaid ${account} on what is outstanding`;
    case "attached overdue":
      return `overdue ${account} on what is outstanding`;
    default:
      return `${measure} ${account}`;
  }
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

/** Of a line that is a sum of its own, the sum. */
function sumWords(fact: ReasonFact): string | undefined {
  const { operation, operands } = fact.kind === "interest" || fact.kind === "share basis" ? fact : noSum;
  if (operation.kind === "interest") {
    return `${interestWords(operation, operands)}, ${daysWords(operation.first, operation.last)}`;
  }
  if (operation.kind !== "share basis" || isProblem(fact.result)) return undefined;
  const sign = operation.exponent > 0 ? "×" : "÷";
  const [first, ...ratios] = operands.map(({ result, type }) => (isFigure(result) ? renderValue(result, type) : "?"));
  return `${becauseWords(fact.because)}: ${[first, ...ratios].join(` ${sign} `)}`;
}

const noSum: Pick<ReasonFact, "operation" | "operands"> = { operation: { kind: "given" }, operands: [] };

const becauseWords = byKind<Because, string>({
  "no reason": () => "",
  absent: ({ problem }) => problemWords(problem),
  clause: ({ expr, exceptionIn, readings, isSolved }) =>
    `${isSolved ? "the answer of " : ""}${exceptionIn === undefined ? "" : `exception in ${exceptionIn}: `}${wordsAsRead(expr, readings)}`,
  "last change": ({ change }) => (change === undefined ? "as it started" : `since ${placeWords(change)}`),
  change: ({ verb, change }) => `${verb === "change" ? "changed" : doneWords[verb]} on ${dayAndCause(change)}`,
  account: ({ totals, type, hasMoved }) =>
    totals.map(({ what, amount }) => `${movedWords[what]} ${renderValue(amount, type)}`).join(", ") ||
    (hasMoved ? "nothing of it" : "as it started"),
  "share basis": ({ on }) => `in shares of ${formatDate(on)}`,
  "given by event": ({ event }) => `as ${event} says`,
  "deal term": () => "a deal term",
  solved: () => "solved above",
  "market data": () => "market data",
  "no default": ({ family, sections }) =>
    `no ${family}${sections.length === 0 ? "" : ` under ${sections.join(", ")}`} continues or is pending`,
  default: ({ ground }) => groundWords(ground),
  "ground of default": ({ ground }) => `${groundWords(ground)}: ${wordsOf(ground.defaultCondition.condition.span)}`,
});

const movedWords = { ...doneWords, accrual: "accrued", "base fell": "on base that is gone" };

function placeWords(change: ChangePlace): string {
  return `${dayAndCause(change)} (${change.section})`;
}

function dayAndCause({ day, cause }: ChangePlace): string {
  return `${formatDate(day)}${cause === undefined ? "" : ` by ${cause.id ?? cause.type.name}`}`;
}

function groundWords({ status: { occurredOn, pendingSince }, continues }: DefaultGround): string {
  if (occurredOn !== undefined) return `since ${formatDate(occurredOn)}`;
  if (pendingSince !== undefined) return `pending since ${formatDate(pendingSince)}, with time left to cure it`;
  return continues === true ? "it holds" : continues === false ? "it has not occurred" : "it can't be determined";
}
