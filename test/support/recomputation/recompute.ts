/**
 * Works every value of an explanation out again from what it is said to be made of, by the operation that it names.
 *
 * Each value is compared with its operands, and each leaf against what a leaf may be, so that in the end the answer follows
 * from deal terms, constants, prices, fields of events, days and the start of states alone. None of the engine is used.
 */

import { assertNever } from "../../../src/base/assert-never.ts";
import type { Operation, ReasonFact } from "../../../src/index.ts";
import { Failure, formatDate } from "../../../src/index.ts";
import { paidAmong } from "./among.ts";
import type { Books } from "./books.ts";
import type { Data } from "./dates.ts";
import { expressionValue } from "./expressions.ts";
import type { Fraction } from "./fraction.ts";
import { minus, none, order, over, plus, times } from "./fraction.ts";
import { followsAmounts, sharesInTurn, takenByCharges } from "./in-turn.ts";
import { interestOf } from "./interest.ts";
import type { Worked } from "./values.ts";
import { figureOf, isFraction, isProblem } from "./values.ts";

/** The values that don't follow from what they are said to be made of, in words; empty where all do. */
export function mistakesIn(root: ReasonFact, data: Data, books: Books, seen: Set<ReasonFact>): string[] {
  const mistakes: string[] = [];
  const waiting = [root];
  for (let fact = waiting.pop(); fact !== undefined; fact = waiting.pop()) {
    if (seen.has(fact)) continue;
    seen.add(fact);
    waiting.push(...fact.operands);
    const worked = worksOut(fact, data, books);
    if (!isSame(worked, fact.result)) mistakes.push(mistake(fact, worked));
  }
  return mistakes;
}

function worksOut(fact: ReasonFact, data: Data, books: Books): Worked {
  const { operands, operation } = fact;
  switch (operation.kind) {
    case "given":
      return leafValue(fact);
    // Whether the circle gives it back is worked out of the value that it is solved for.
    case "solved":
      return fact.result;
    case "expression":
      return expressionValue(fact, operation, data);
    case "clause":
      return clauseValue(fact);
    case "share basis":
      // What a share is may be unknown by then.
      return isProblem(fact.result) ? fact.result : inShares(operands.map(figureOf), operation.exponent);
    case "limit":
      return limited(fact, operation.beyond);
    case "undecided":
      return operands.find((it) => isProblem(it.result))?.result;
    case "start":
      return operands[0]?.result ?? fact.result;
    case "changes":
      return changed(fact);
    case "change":
      return changeValue(fact, operation);
    case "account":
      return books.measure(fact, operation);
    case "posting":
      return operands[operation.parts.indexOf("amount")]?.result ?? fact.result;
    case "payment":
      if (operation.part.among !== undefined) return paidAmong(fact, operation, books, isConserved(operation.part));
      return followsAmounts(operation) ? takenByCharges(fact, operation, books) : paid(fact, operation);
    case "base fell":
      return none;
    case "interest":
      return interestOf(operation, operands.map(figureOf));
    case "family":
      return familyValue(fact, operation.isStart);
    case "default":
      return defaultValue(fact, operation);
    default:
      return assertNever(operation);
  }
}

const leaves = new Set<ReasonFact["kind"]>(["constant", "deal term", "market", "field"]);

/** A leaf stands for itself; a definition or a state does not, unless it has no value and so is made of nothing. */
function leafValue(fact: ReasonFact): Worked {
  if (leaves.has(fact.kind)) return fact.result;
  return isProblem(fact.result) && (fact.kind === "definition" || fact.kind === "state") ? fact.result : undefined;
}

/** Exceptions apply or not; then comes the value of the one that does, or of the rule. */
function clauseValue({ operands, result }: ReasonFact): Worked {
  const last = operands.at(-1)?.result;
  const applying = operands.filter((it) => it.result === true).length;
  const isConflict = result instanceof Failure && result.error === "conflict" && applying > 1;
  return isConflict ? result : last;
}

function inShares([value, ...ratios]: readonly (Fraction | undefined)[], exponent: number): Worked {
  let restated = value;
  for (const ratio of ratios) {
    for (let count = Math.abs(exponent); count > 0; count -= 1) {
      restated = restated && ratio && (exponent > 0 ? times(restated, ratio) : over(restated, ratio));
    }
  }
  return restated;
}

function limited({ operands }: ReasonFact, beyond: "cut back" | "void"): Worked {
  const open = operands.find(({ result }) => isProblem(result));
  if (open !== undefined) return open.result;
  const [asked = none, ...limits] = operands.map(figureOf);
  const limit = limits.reduce((least, one) => (least && one && order(one, least) < 0 ? one : least), limits[0]);
  if (limit === undefined || order(asked, limit) <= 0) return asked;
  return beyond === "void" || order(limit, none) < 0 ? none : limit;
}

function changed({ operands, result }: ReasonFact): Worked {
  const [was, ...changes] = operands;
  const sets = changes.filter(({ operation }) => operation.kind === "change" && operation.sets);
  const unknown = changes.at(-1);
  if (unknown !== undefined && sets.includes(unknown) && isProblem(unknown.result) && isSame(unknown.result, result)) {
    return unknown.result;
  }
  if (sets.length > 1 || (sets.length === 1 && changes.length > 1)) {
    // One of them may not have come about, and then they need not meet.
    const open = changes.find((it) => it.result instanceof Failure && it.result.error === "missing data");
    if (open !== undefined) return isSame(open.result, result) ? open.result : undefined;
    return result instanceof Failure && result.error === "conflict" ? result : undefined;
  }
  if (sets[0] !== undefined) return sets[0].result;
  let sum: Worked = was?.result;
  for (const change of changes) {
    if (isProblem(sum)) break;
    const [a, b] = [isFraction(sum) ? sum : undefined, figureOf(change)];
    sum = isProblem(change.result) ? change.result : a && b && plus(a, b);
  }
  return sum ?? (isProblem(result) ? result : undefined);
}

function changeValue({ operands, result }: ReasonFact, { sign, sets }: Extract<Operation, { kind: "change" }>): Worked {
  // What a rule changes that may have fired is unknown, and what a rule clears has no value.
  if (isProblem(result) && !operands.some((it) => it.result === result)) return result;
  const last = operands.at(-1)?.result;
  if (sets || sign === 1 || !isFraction(last)) return last;
  return { n: -last.n, d: last.d };
}

/** The money less what went elsewhere before, as far as there is something open; what is last keeps all of it. */
function paid({ operands, result }: ReasonFact, operation: Extract<Operation, { kind: "payment" }>): Worked {
  const { part } = operation;
  const [money = none, ...others] = operands.map(figureOf);
  const earlier = others.slice(0, part.index);
  const open = others[part.index];
  const left = earlier.reduce<Fraction | undefined>(
    (rest, one) => rest && one && minus(rest, one),
    order(money, none) > 0 ? money : none,
  );
  if (left === undefined || open === undefined) return undefined;
  const most = part.isLast && part.target.kind === "Account" && !part.isInTurn ? left : undefined;
  const taken = most ?? (order(left, open) < 0 ? left : open);
  const least = order(taken, none) < 0 ? none : taken;
  // What falls due as the day ends, and late charges of what is paid in turn, are taken beside what is due.
  const isMore = isFraction(result) && order(result, least) > 0 && order(result, left) <= 0;
  const isLess = sharesInTurn(operation) && isFraction(result) && order(result, least) < 0;
  return isMore || isLess ? (isConserved(part) ? result : undefined) : least;
}

/** Whether all parts of a payment and what was left over are the money. */
function isConserved({ payment }: Extract<Operation, { kind: "payment" }>["part"]): boolean {
  const { amount } = payment.posting;
  const spread = [...payment.parts.map(({ taken }) => taken), payment.leftOver].reduce(plus, none);
  return isFraction(amount) && order(spread, amount) === 0;
}

function familyValue({ operands, result }: ReasonFact, isStart: boolean): Worked {
  const continuing = operands.filter((it) => it.result === true);
  // An event of which it is unknown whether it counts stands before the members that are looked at for others of its kind.
  const undetermined = result instanceof Failure && result.fact.kind === "unknown since" ? result : undefined;
  if (!isStart) {
    const open = undetermined ?? operands.find((it) => isProblem(it.result))?.result;
    return continuing.length > 0 ? true : (open ?? (isProblem(result) ? result : false));
  }
  const days = operands.map(startOfMember);
  const unknown = undetermined ?? days.find((it) => isProblem(it)) ?? (isProblem(result) ? result : undefined);
  return unknown ?? days.filter((it) => typeof it === "number").toSorted((a, b) => a - b)[0];
}

/** The day on which a default that continues occurred, or why that or whether it continues is unknown. */
function startOfMember({ result, operation, day }: ReasonFact): Worked {
  if (isProblem(result)) return result;
  if (result !== true) return undefined;
  const { occurredOn, startUnknown } = operation.kind === "default" ? operation.ground.status : {};
  return startUnknown ?? occurredOn ?? day;
}

/** It has occurred: its condition held as it did, and its deadline was over. It continues while the condition holds. */
function defaultValue({ operands }: ReasonFact, { ground }: Extract<Operation, { kind: "default" }>): Worked {
  const [now, then, deadline] = operands.map(({ result }) => result);
  const { status, defaultCondition, continues } = ground;
  if (status.problem !== undefined) return continues;
  if (status.occurredOn === undefined) return defaultCondition.deadline === undefined ? now : false;
  const isOver = deadline === undefined || (typeof deadline === "number" && deadline <= status.occurredOn);
  // Between two prices a condition stays as it stood.
  const held = then === true || (then instanceof Failure && then.fact.kind === "no market row");
  if (!held || !isOver) return undefined;
  return defaultCondition.ends === "never" ? true : now;
}

function isSame(worked: Worked, reported: ReasonFact["result"]): boolean {
  if (worked === reported) return true;
  if (isFraction(worked) && isFraction(reported)) return order(worked, reported) === 0 && worked.d === reported.d;
  // An expression that is evaluated twice gives a reason twice, in the same words.
  return (
    isProblem(worked) &&
    isProblem(reported) &&
    worked.constructor === reported.constructor &&
    worked.fact.kind === reported.fact.kind
  );
}

function mistake({ name, kind, day, operation, operands, result }: ReasonFact, worked: Worked): string {
  const show = (value: unknown) =>
    JSON.stringify(value, (key, inner) =>
      key === "span" || key === "clause" ? undefined : typeof inner === "bigint" ? String(inner) : inner,
    )?.slice(0, 200);
  const what = operation.kind === "expression" ? operation.expr.kind : operation.kind;
  return `${kind} ${name} on ${formatDate(day)} (${what}): ${show(worked)} from ${operands
    .map((it) => `${it.kind} ${it.name} ${show(it.result)}`)
    .join("; ")
    .slice(0, 600)}, but the answer says ${show(result)}`;
}
