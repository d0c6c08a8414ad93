/** An expression of the template as a formula, with the figures that it had put in. */
import { byKind } from "../../base/by-kind.ts";
import type { Arithmetic, Expr, Shift } from "../../core/core.ts";
import type { Operation, ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { isFigure, isSame } from "../../evaluate/state/run.ts";
import { isProblem } from "../../evaluate/values/problem.ts";
import { wordsOf } from "../../source/span.ts";
import { isUnlimited, isZero } from "../../units/exact.ts";
import { plainNumber } from "../../units/value-type.ts";
import { wordsAsRead } from "../clause-words.ts";
import { stepWords } from "../problems.ts";
import { unitWords } from "./day-words.ts";
import { foldFormula } from "./folds.ts";
import type { Formula, FormulaOf, Sign } from "./formula.ts";
import { chain, figureOf, figureText, formula, infix, listed, rounded, within } from "./formula.ts";
import { sumOfTerms } from "./terms.ts";

type OfExpression = Extract<Operation, { kind: "expression" }>;

/** What a formula is made with: the value, what is said beside the sum, and how its operands are written. */
interface Making {
  readonly fact: ReasonFact;
  readonly operation: OfExpression;
  readonly notes: string[];
  readonly of: FormulaOf;
  /** The same, with the sum even of an operand that has a name. */
  readonly inside: FormulaOf;
}

export function expressionFormula(
  fact: ReasonFact,
  operation: OfExpression,
  notes: string[],
  writers: Pick<Making, "of" | "inside">,
): Formula {
  return formulas(operation.expr, { fact, operation, notes, ...writers });
}

const last = (_: Expr, { fact, notes, of }: Making) => {
  const operand = fact.operands.at(-1);
  return operand === undefined ? figureOf(fact) : of(operand, notes);
};

const phrase = (expr: Expr, { fact }: Making) => figureOf(fact, inQuotes(wordsOf(expr.span)));

const formulas = byKind<Expr, Formula, [making: Making]>({
  Constant: last,
  ReadParam: last,
  ReadDefinition: last,
  ReadDisplaced: last,
  ReadState: last,
  ReadField: last,
  EventMoment: last,
  Today: last,
  MarketPrice: last,
  OccurrenceValue: last,
  Phrase: (_, { fact }) => figureOf(fact, ""),
  FamilyHolds: last,
  FamilyStart: last,
  AsOf: (expr, making) => {
    const [date] = making.fact.operands;
    if (date !== undefined) making.notes.push(`as of ${figureOf(date, "").text}`);
    return last(expr, making);
  },
  Arithmetic: ({ operator, left }, { fact, notes, of }) => {
    const isSum = operator === "+" && fact.operands.some(isNothing);
    const [first, second] = (isSum ? adding(fact) : fact.operands).map((it) => of(it, notes));
    if (first !== undefined && isSum) return first;
    if (first === undefined || second === undefined) return figureOf(fact);
    if (left.type.kind === "time")
      return formula(`hours from ${within(second, "sum")} to ${within(first, "sum")}`, "phrase");
    if (left.type.kind === "date")
      return formula(`days from ${within(second, "sum")} to ${within(first, "sum")}`, "phrase");
    return infix(first, signs[operator], second);
  },
  Extreme: (expr, making) => {
    const words = expr.type.kind === "date" ? dateWords[expr.which] : `the ${expr.which}`;
    return listed(
      words,
      bounding(making.fact).map((it) => boundFormula(it, making)),
    );
  },
  Total: (_, { fact, notes, of }) =>
    chain(
      "+",
      adding(fact).map((it) => of(it, notes)),
    ) ?? figureOf(fact, ""),
  Case: (expr, making) => {
    // What is defined for a duty has no words of its own.
    if (wordsOf(expr.otherwise.span) !== "") making.notes.push(caseWords(expr.arms, making));
    return last(expr, making);
  },
  ByReading: (expr, making) => {
    const choice = making.fact.because.kind === "clause" ? making.fact.because.readings.get(expr.reading) : undefined;
    if (choice !== undefined) making.notes.push(`"${expr.reading}" is read "${choice}"`);
    return last(expr, making);
  },
  ReadingIs: ({ reading, choice }, { fact }) => figureOf(fact, `“"${reading}" is read "${choice}"”`),
  OnlyWhile: (expr, making) => {
    if (!expr.isTable && wordsOf(expr.condition.span) !== "")
      making.notes.push(`while “${asRead(expr.condition, making)}” holds`);
    return last(expr, making);
  },
  OrElse: last,
  Round: ({ mode }, { fact, notes, inside }) => {
    const [value, step] = fact.operands;
    if (value === undefined || step === undefined) return figureOf(fact);
    return rounded(
      inside(value, notes),
      figureOf(value, "").text,
      `rounded ${mode} to a multiple of ${figureOf(step, "").text}`,
    );
  },
  RoundedPower: ({ mode, base }, { fact, notes, of }) => {
    const [exponent, step] = fact.operands.slice(base === undefined ? 0 : 1);
    const raised = base === undefined ? formula("e") : fact.operands[0] && of(fact.operands[0], notes);
    if (raised === undefined || exponent === undefined || step === undefined) return figureOf(fact);
    const power = infix(raised, "^", of(exponent, notes));
    return rounded(power, power.text, `rounded ${mode} to a multiple of ${figureOf(step, "").text}`);
  },
  AccountMeasure: (expr, making) => {
    if (expr.on === undefined || expr.measure === "payable") return last(expr, making);
    const [part, attached, base] = making.fact.operands.map((it) => figureOf(it, ""));
    if (part === undefined || attached === undefined || base === undefined) return figureOf(making.fact, "");
    return infix(infix(attached, "×", part), "÷", base);
  },
  Interest: (_, { fact, notes, of }) => {
    const stretches = fact.operands.filter(({ operation }) => operation.kind === "interest");
    const terms = stretches.flatMap((it) =>
      it.operation.kind === "interest" && isFigure(it.result)
        ? [{ amount: it.result, first: it.operation.first, last: it.operation.last, stretch: it }]
        : [],
    );
    const few = terms.length <= mostStretches;
    return sumOfTerms(
      terms.map(({ stretch, ...term }) => ({
        ...term,
        ...(few && term.amount.n >= 0n && { part: of(stretch, notes) }),
      })),
      fact.type,
      few ? mostStretches : 0,
    );
  },
  DayFold: (expr, { fact, operation, notes }) => foldFormula(expr, fact, operation, notes),
  EventFold: (expr, { fact, operation, notes }) => foldFormula(expr, fact, operation, notes),
  TimeElsewhere: ({ place }, { fact, notes, of }) => {
    const [time, on] = fact.operands;
    if (time === undefined || on === undefined) return figureOf(fact);
    return formula(`${within(of(time, notes), "sum")} in ${place} on ${within(of(on, notes), "sum")}`, "phrase");
  },
  TimeShift: ({ minutes, direction }, { fact, notes, of }) => {
    const [from, count] = fact.operands;
    if (from === undefined || count === undefined) return figureOf(fact);
    const unit = minutes === 60 ? "hours" : "minutes";
    const by = within(of(count, notes), "sum");
    return formula(`${by} ${unit} ${direction} ${within(of(from, notes), "sum")}`, "phrase");
  },
  Shift: ({ unit, direction }, { fact, notes, of }) => {
    const [from, count] = fact.operands;
    if (from === undefined || count === undefined) return figureOf(fact);
    return formula(`${countWords(count, unit)} ${direction} ${within(of(from, notes), "sum")}`, "phrase");
  },
  Step: ({ unit, relation, series }, { fact, notes, of }) =>
    fromDate(stepWords(unitWords(unit, series), relation), fact, notes, of),
  PeriodEdge: ({ which, unit, period }, { fact, notes, of }) =>
    fromDate(`the ${which} ${unit} of the ${period} of`, fact, notes, of),
  DatePart: ({ part }, { fact, notes, of }) => fromDate(`the ${part} of`, fact, notes, of),
  Every: ({ relation }, { fact, notes, of }) => {
    const [months, anchor, from] = fact.operands.map((it) => of(it, notes));
    if (months === undefined || anchor === undefined || from === undefined) return figureOf(fact);
    const steps = `every ${within(months, "sum")} months from ${within(anchor, "sum")}`;
    return formula(`the ${nearest[relation]} date ${relation} ${within(from, "sum")}, ${steps}`, "phrase");
  },
  Compare: ({ operator }, { fact, notes, of }) => {
    const [left, right] = fact.operands.map((it) => of(it, notes));
    if (left === undefined || right === undefined) return figureOf(fact);
    return formula(`${within(left, "sum")} ${operator} ${within(right, "sum")}`, "comparison");
  },
  IsSet: phrase,
  HasHappened: phrase,
  Not: (_, { fact, notes, of }) => {
    const [condition] = fact.operands;
    return condition === undefined
      ? figureOf(fact)
      : formula(`not ${within(of(condition, notes), "figure")}`, "comparison");
  },
  Logic: ({ operator }, { fact, notes, of }) => {
    const deciding = fact.operands.filter(({ result }) => result === (operator === "any"));
    const shown = (deciding.length > 0 ? deciding.slice(0, 1) : fact.operands).map((it) => of(it, notes));
    if (shown.length < 2) return shown[0] ?? figureOf(fact);
    const word = operator === "all" ? " and " : " or ";
    return formula(shown.map((it) => within(it, "comparison")).join(word), "phrase");
  },
});

const signs: { readonly [K in Arithmetic["operator"]]: Sign } = { "+": "+", "-": "–", "*": "×", "/": "÷", "^": "^" };
const dateWords = { least: "the earliest", greatest: "the latest" };
const nearest = { "on or after": "first", after: "first", "on or before": "last", before: "last" };

/** So many stretches of interest are shown each with its factors. */
const mostStretches = 3;

/** What has no value may be left out. */
function given({ operands }: ReasonFact): readonly ReasonFact[] {
  const known = operands.filter(({ result }) => !isProblem(result));
  return known.length === 0 ? operands : known;
}

/** Without the nothing that is added to something. */
function adding(fact: ReasonFact): readonly ReasonFact[] {
  const all = given(fact);
  const something = all.filter((it) => !isNothing(it));
  return something.length === 0 ? all.slice(0, 1) : something;
}

function isNothing({ result }: ReasonFact): boolean {
  return isFigure(result) && isZero(result);
}

/** Without a bound that nothing can pass, and without a bound of nothing that was not passed. */
function bounding(fact: ReasonFact): readonly ReasonFact[] {
  const all = given(fact);
  const bounds = all.filter(({ result, kind }) => {
    if (!isFigure(result) || result === fact.result) return true;
    return !(isUnlimited(result) || (kind === "constant" && isZero(result)));
  });
  return bounds.some(({ result }) => isSame(result, fact.result)) ? bounds : all;
}

/** The sum of the operand that is the result, unless it is a choice of its own; of the others, the figures. */
function boundFormula(operand: ReasonFact, { fact, notes, of, inside }: Making): Formula {
  if (!isFigure(operand.result) || !isSame(operand.result, fact.result)) return of(operand, notes);
  const own: string[] = [];
  const written = inside(operand, own);
  if (written.binding === "phrase") return of(operand, notes);
  notes.push(...own);
  return written;
}

/** The condition that held, or that none did. */
function caseWords(arms: readonly { readonly condition: Expr }[], making: Making): string {
  const held = making.fact.operands.slice(0, -1).findIndex(({ result }) => result === true);
  const arm = arms[held];
  if (arm !== undefined) return `as “${asRead(arm.condition, making)}” holds`;
  const [only] = arms;
  return arms.length === 1 && only !== undefined
    ? `as “${asRead(only.condition, making)}” does not hold`
    : `as none of its ${arms.length} cases holds`;
}

function asRead(condition: Expr, { fact: { because } }: Making): string {
  return wordsAsRead(condition, because.kind === "clause" ? because.readings : noReadings);
}

const inQuotes = (words: string): string => (words === "" ? "" : `“${words}”`);

const noReadings: ReadonlyMap<string, string> = new Map();

function countWords(count: ReasonFact, unit: Shift["unit"]): string {
  const figure = figureText(count.result, plainNumber);
  return `${figure} ${unit}${figure === "1" ? "" : "s"}`;
}

function fromDate(words: string, fact: ReasonFact, notes: string[], of: FormulaOf): Formula {
  const [from] = fact.operands;
  return from === undefined ? figureOf(fact) : formula(`${words} ${within(of(from, notes), "sum")}`, "phrase");
}
