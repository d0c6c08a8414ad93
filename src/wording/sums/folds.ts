/** Sums, averages and the like over days and events, with the figures that count. */
import type { DayFold, EventFold } from "../../core/core.ts";
import type { OperandsFor, Operation, ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { isFigure } from "../../evaluate/state/run.ts";
import { Absent } from "../../evaluate/values/problem.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import { renderValue } from "../../units/render-value.ts";
import { daysFromTo } from "./day-words.ts";
import type { Formula } from "./formula.ts";
import { chain, figureOf, figureText, formula, infix, listed, within } from "./formula.ts";
import type { Counted } from "./terms.ts";
import { pickedFrom, sumOfTerms, termsOf } from "./terms.ts";

type OfExpression = Extract<Operation, { kind: "expression" }>;

/** What days or one event gave. */
interface Looked {
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly values: readonly ReasonFact[];
}

export function foldFormula(
  expr: DayFold | EventFold,
  fact: ReasonFact,
  { subjects }: OfExpression,
  notes: string[],
): Formula {
  const looked = lookedAt(fact, subjects);
  const unit = expr.kind === "DayFold" ? expr.days.unit : expr.dates === undefined ? "event" : "date";
  switch (expr.operation) {
    case "every":
    case "some":
    case "no":
      return quantified(expr, looked, unit);
    case "number":
      return numberOf(fact, countedIn(expr, looked), unit);
    case "first":
    case "last":
      return listedDays(expr.operation, countedIn(expr, looked), fact);
    default:
      return ofFigures(expr, fact, countedIn(expr, looked), notes);
  }
}

function lookedAt({ operands }: ReasonFact, subjects: readonly OperandsFor[]): Looked[] {
  return subjects.flatMap(({ subject, from }, index) => {
    if (subject === undefined) return [];
    const values = operands.slice(from, subjects[index + 1]?.from);
    const days = "first" in subject ? subject : { first: subject.on, last: subject.on };
    return [{ first: days.first, last: days.last, values }];
  });
}

/** What counts: the days or events for which the condition holds, with the value of each. */
function countedIn(
  expr: DayFold | EventFold,
  looked: readonly Looked[],
): (Omit<Counted, "fact"> & { fact?: ReasonFact })[] {
  return looked.flatMap(({ first, last, values }) => {
    const conditions = conditionsOf(expr);
    if (values.slice(0, conditions).some(({ result }) => result !== true)) return [];
    const fact = expr.body === undefined ? undefined : values[conditions];
    if (fact?.result instanceof Absent) return [];
    return [{ first, last, ...(fact && { fact }) }];
  });
}

/** How many conditions are looked at of each before its value. */
function conditionsOf(expr: DayFold | EventFold): number {
  const counted = expr.kind === "DayFold" && expr.days.kind === "DayWindow" ? expr.days.where : undefined;
  return [counted, expr.where].filter((it) => it !== undefined).length;
}

const ruleWords = { every: "as each must", some: "as one must", no: "as none may" };

/** `12 of 12 trading days meet it, as each must`. */
function quantified(expr: DayFold | EventFold, all: readonly Looked[], unit: string): Formula {
  const { operation } = expr;
  const conditions = conditionsOf(expr);
  const looked = all.filter(({ values }) => values.slice(0, conditions).every(({ result }) => result === true));
  const met = looked.filter(({ values }) => values.at(-1)?.result === true).length;
  const rule = operation === "every" || operation === "some" || operation === "no" ? ruleWords[operation] : "";
  return formula(`${met} of ${looked.length} ${unit}s meet it, ${rule}`);
}

function numberOf(fact: ReasonFact, counted: readonly Omit<Counted, "fact">[], unit: string): Formula {
  const { result } = fact;
  const [first, last] = [counted[0], counted.at(-1)];
  const plural = isFigure(result) && renderValue(result, { kind: "quantity", unit: none }) === "1" ? "" : "s";
  const count = isFigure(result) ? renderValue(result, { kind: "quantity", unit: none }) : "unknown";
  const words: Formula = { ...formula(`${count} ${unit}${plural}`), isCount: true };
  return first === undefined || last === undefined ? words : { ...words, days: daysFromTo(first.first, last.last) };
}

const none = { money: {}, share: 0, year: 0 };

function listedDays(which: "first" | "last", counted: readonly Omit<Counted, "fact">[], fact: ReasonFact): Formula {
  if (counted.length === 0) return figureOf(fact);
  if (counted.length <= mostListed)
    return listed(
      `the ${which}`,
      counted.map(({ first }) => formula(formatDate(first))),
    );
  const [from, to] = [counted[0], counted.at(-1)];
  const range = from && to ? ` from ${formatDate(from.first)} to ${formatDate(to.last)}` : "";
  return formula(`the ${which} of ${counted.length} days${range}`, "phrase");
}

/** So many figures are listed; of more, the lowest and the highest are given. */
const mostListed = 8;

function ofFigures(
  expr: DayFold | EventFold,
  fact: ReasonFact,
  all: readonly (Omit<Counted, "fact"> & { fact?: ReasonFact })[],
  notes: string[],
): Formula {
  const counted = all.flatMap(({ fact: value, ...days }) => (value === undefined ? [] : [{ ...days, fact: value }]));
  const chosen = chosenFrom(expr, counted, fact, notes);
  const [first] = chosen;
  if (first !== undefined && chosen.length === 1) return figureOf(first.fact, "");
  const type = first?.fact.type ?? fact.type;
  const unit = expr.kind === "DayFold" && chosen === counted ? expr.days.unit : undefined;
  switch (expr.operation) {
    case "sum":
      return sumOfTerms(termsOf(chosen, type, unit), type);
    case "product":
      return productOf(chosen, fact);
    case "average": {
      const sum = sumOfTerms(termsOf(chosen, type, unit), type);
      return infix(formula(within(sum, "product")), "÷", formula(String(chosen.length)));
    }
    default:
      return extremeOf(
        expr.operation === "lowest" || expr.operation === "earliest" ? "least" : "greatest",
        chosen,
        fact,
      );
  }
}

/** Of nothing, a product is 1; of many factors, the product alone is shown. */
function productOf(factors: readonly Counted[], { result, type }: ReasonFact): Formula {
  if (factors.length <= mostListed)
    return (
      chain(
        "×",
        factors.map(({ fact }) => figureOf(fact, "")),
      ) ?? formula("1")
    );
  return formula(`${figureText(result, type)} of ${factors.length} factors`);
}

function chosenFrom(
  expr: DayFold | EventFold,
  counted: readonly Counted[],
  { operands }: ReasonFact,
  notes: string[],
): readonly Counted[] {
  if (expr.kind === "EventFold" || expr.pick === undefined) return counted;
  const count = operands.at(-1)?.result;
  const wanted = count !== undefined && isFigure(count) ? Number(count.n) : counted.length;
  notes.push(`the ${wanted === 1 ? "" : `${wanted} `}${expr.pick.which} of ${counted.length} days`);
  return pickedFrom(counted, expr.pick.which, wanted);
}

/** Different values, each once. */
function extremeOf(which: "least" | "greatest", counted: readonly Counted[], fact: ReasonFact): Formula {
  const texts = [...new Set(counted.map(({ fact: { result, type } }) => figureText(result, type)))];
  const words = fact.type.kind === "date" ? { least: "the earliest", greatest: "the latest" }[which] : `the ${which}`;
  if (texts.length === 0) return figureOf(fact);
  if (texts.length <= mostListed)
    return listed(
      words,
      texts.map((text) => formula(text)),
    );
  const inOrder = pickedFrom(counted, "lowest", counted.length);
  const [low, high] = [inOrder[0], inOrder.at(-1)].map((it) => (it ? figureOf(it.fact, "").text : ""));
  return formula(`${words} of ${texts.length} figures from ${low} to ${high}`, "phrase");
}
