import { byKind } from "../base/by-kind.ts";
import type { Step } from "../core/core.ts";
import type { AbsentFact, FailureFact, Problem, Reach } from "../evaluate/values/problem.ts";
import { wordsOf } from "../source/span.ts";
import { mostDigits } from "../units/exact.ts";
import { theMarket } from "../units/market-columns.ts";
import { formatDate } from "../units/plain-date.ts";
import { refusalWords } from "./refusals.ts";

type Fact = AbsentFact | FailureFact;
type FactOf<K> = Extract<Fact, { readonly kind: K }>;

export function problemWords({ fact }: Problem): string {
  return factWords(fact);
}

const factWords: (fact: Fact) => string = byKind({
  "not set": ({ state }) => `${state} is not set`,
  "not given": ({ name }) => `${name} is not given`,
  "left out": ({ name }) => `the deal term ${name} is left out`,
  "no start": ({ event }) => `nothing says when the first period of ${event} starts`,
  "no time reported": ({ event }) => `no time was reported for the ${event}`,
  "not begun": ({ account }) => `${account} has not begun`,
  "nothing overdue": ({ account }) => `nothing of ${account} is overdue`,
  // What is defined for a duty has no words of its own.
  "condition fails": ({ condition }) =>
    wordsOf(condition) === "" ? "there is none at that time" : `${wordsOf(condition)} does not hold`,
  "in no row": ({ key }) => `${wordsOf(key)} lies in no row of the table`,
  "no operand set": ({ clause }) => `nothing in \`${wordsOf(clause)}\` is set`,
  "nothing to fold": ({ clause }) => `nothing to take in \`${wordsOf(clause)}\``,
  "no such event": ({ event }) => `no such ${event}`,
  "no event refers to it": ({ event, target }) => `no ${event} for that ${target}`,
  "refers to no event": ({ event, source }) =>
    source === event ? `it is the first of ${event}` : `that ${source} names no ${event}`,
  "event does not count": ({ event }) => `the ${event} does not count`,
  "no default continues": ({ family }) => `no ${family} continues`,
  "fixed later": ({ on }) => `it is fixed on ${formatDate(on)}`,
  "event counts later": ({ from }) => `its event counts from ${formatDate(from)}`,

  "no market data": noMarketData,
  "price to come": ({ series, day }) => `the ${dataOf(series)} of ${formatDate(day)} are not known before it closes`,
  "no market row": ({ series, day }) => `the ${dataOf(series)} have no row for ${formatDate(day)}`,
  "observed too early": ({ series, day, notBefore }) =>
    `the last row of the ${dataOf(series)} is of ${formatDate(day)}, and none before ${formatDate(notBefore)} counts`,
  "before the note": ({ name, start }) => `${name} has no value before ${formatDate(start)}`,
  "clock out of reach": ({ places, on }) =>
    `the clocks of ${places.join(" and ")} are not both known on ${formatDate(on)}`,
  "day ahead": ({ clause, day, today }) => `\`${wordsOf(clause)}\`: ${formatDate(day)} is after ${formatDate(today)}`,
  "too few values": ({ clause, wanted, found }) =>
    `\`${wordsOf(clause)}\` needs ${wanted} values, and there are ${found}`,
  "shift out of reach": ({ count, unit, direction, from, reach }) =>
    `${count} ${unit}${count === 1 ? "" : "s"} ${direction} ${formatDate(from)}: ${reachWords(reach)}`,
  "step out of reach": ({ unit, relation, from, reach }) =>
    `${stepWords(unit, relation)} ${formatDate(from)}: ${reachWords(reach)}`,
  "period out of reach": ({ months, anchor, reach }) =>
    `every ${months} months from ${formatDate(anchor)}: ${reachWords(reach)}`,
  "range out of reach": ({ unit, first, last, reach }) =>
    `the ${unit}s from ${formatDate(first)} to ${formatDate(last)} are not known: ${reachWords(reach)}`,
  "window out of reach": ({ count, unit, end, limit, chosen }) => {
    const why = limit.kind === "today" ? `it is only ${formatDate(limit.day)}` : reachWords(limit);
    if (chosen === undefined) return `there are no ${count} ${unit}s ending ${formatDate(end)}: ${why}`;
    const met = `${count} ${unit}s ending ${formatDate(end)} on which \`${wordsOf(chosen.clause)}\``;
    return `there are no ${met}, only ${chosen.found}: ${why}`;
  },
  "event not effective": ({ event, because }) =>
    `the ${event} does not count: ${because === undefined ? "it has not taken effect" : problemWords(because)}`,

  "unknown since": ({ since, because }) => `unknown from ${formatDate(since)} on: ${problemWords(because)}`,

  "no arithmetic result": ({ clause, why }) => `\`${wordsOf(clause)}\` ${arithmeticWords[why]}`,
  "no fold result": ({ clause }) =>
    `\`${wordsOf(clause)}\` has no result: it is unlimited less an amount, or has more digits than are kept`,
  "no whole number": ({ of }) => wholeNumberWords[of],
  "no single answer": ({ name, why }) => `${name} depends on itself, and ${unsolvedWords[why]}`,
  "last period unsaid": ({ schedule, to }) =>
    `${formatDate(to)} is no date of the cycle of ${schedule}, which does not say whether the last period is short or long`,
  "no accrual base": ({ account }) => `${account} accrues on nothing, so no part of it can be determined`,
  "no such part": ({ account }) => `no such part of ${account} can be determined`,
  "no interest periods": ({ dayCount }) => `${dayCount} goes by interest periods, and the clause does not say which`,
  "unlimited accrual": ({ account }) => `${account} accrues an unlimited amount`,
  "cannot accrue": ({ account, because }) => `${account} cannot accrue: ${problemWords(because)}`,
  "unlimited posting": ({ section }) => `an unlimited amount cannot be posted (${section})`,
  "unlimited deduction": () => "an unlimited amount cannot be taken away",
  "unlimited state": ({ state }) => `${state} would be unlimited less an amount`,
  "unusable share ratio": () => "shares cannot be restated by a ratio of zero or less",
  "needs a value": ({ because }) => problemWords(because),
  "left open": ({ name, event }) => `it depends on the ${name} of the ${event}`,
  "not fixed yet": ({ name, event }) => `${name} is not fixed before its ${event} takes effect`,
  "unknown name": ({ name }) => `the template defines no ${name}`,
  "name of an event": ({ name }) => `${name} belongs to an event: ask of which`,
  "name of another event": ({ name, event }) => `${name} does not belong to a ${event}`,
  "never happens": ({ event, day }) => `no ${event} happens on ${formatDate(day)}`,

  "event refused": ({ event, because, named }) =>
    `${named === "in a clause" ? "that" : "the"} ${event} was refused: ${refusalWords(because)}`,

  "exceptions collide": ({ name, sections }) =>
    `${name}: the exceptions in ${sections.join(" and ")} both apply, and neither goes before the other`,
  "state set twice": ({ state, sections }) =>
    `${state} is set by more than one clause at once (${sections.join(" and ")})`,
});

/** The market data of a note that declares no series, or those of one that it declares. */
function dataOf(series: string): string {
  return series === theMarket ? "market data" : `data of ${series}`;
}

function noMarketData({ series }: { readonly series: string }): string {
  return `the scenario names no ${dataOf(series)}`;
}

/** `the first business day on or after`, for a date to follow. */
export function stepWords(unit: string, relation: Step["relation"]): string {
  if (relation === "modified following" || relation === "modified preceding") return `the ${relation} ${unit} of`;
  return `the ${endOf[relation]} ${unit} ${relation}`;
}

const endOf = { "on or after": "first", after: "first", "on or before": "last", before: "last" } as const;

const arithmeticWords: { readonly [K in FactOf<"no arithmetic result">["why"]]: string } = {
  "division by zero": "divides by zero",
  "unlimited operand": "has no result, since an amount in it is unlimited",
  "fractional exponent": "has no result, since the exponent is no whole number and no rounding stands behind the power",
  "root of no amount": "has no result, since it raises an amount below zero or without limit to a fraction",
  digits: `has no result: it has more than ${mostDigits} digits`,
};

const unsolvedWords: { readonly [K in FactOf<"no single answer">["why"]]: string } = {
  "no answer": "no figure above zero fits",
  "several answers": "more than one figure fits",
  "bent otherwise": "it is not certain that only one figure fits, as an amount that it rests on is below zero",
};

const wholeNumberWords: { readonly [K in FactOf<"no whole number">["of"]]: string } = {
  shift: "a number of days or months is a whole number of at most 1,000,000",
  "days between": "the days between are a whole number",
  "months between": "the months between are a whole number",
  "values picked": "the number of lowest or highest values is a whole number from 1",
  minutes: "times lie a whole number of minutes apart, at most 1,000,000",
  "days of a window": "a window holds a whole number of days, at least one",
};

const reachWords = byKind<Reach, string>({
  years: () => "a date lies outside the years 1 to 9999",
  "no market data": noMarketData,
  "market data": ({ series, from, to }) => `the ${dataOf(series)} reach from ${formatDate(from)} to ${formatDate(to)}`,
  "no row": ({ series, name, day }) =>
    `the ${dataOf(series)} have no row for ${formatDate(day)}, on which the exchange was open by the calendar ${name}`,
  calendar: ({ name, from, to, ends }) => {
    const why = ends === undefined ? "" : `: ${ends}`;
    return `the calendar ${name} reaches from ${formatDate(from)} to ${formatDate(to)}${why}`;
  },
});
