/** What is done to the operands of a value, as a formula with figures put in. */
import { byKind } from "../../base/by-kind.ts";
import type { ChangePlace, Operation, ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { isFigure } from "../../evaluate/state/run.ts";
import { isProblem } from "../../evaluate/values/problem.ts";
import { compare, zero } from "../../units/exact.ts";
import { formatDate } from "../../units/plain-date.ts";
import { unitName } from "../../units/value-type.ts";
import { accountFormula, interestFormula } from "./accounts.ts";
import { expressionFormula } from "./expressions.ts";
import type { Formula, FormulaOf } from "./formula.ts";
import { figureOf, formula, infix, listed } from "./formula.ts";

/** The formula of a value; `notes` takes what is said beside it, such as the case that held. */
export function formulaOf(fact: ReasonFact, notes: string[]): Formula {
  const { because, operation } = fact;
  if (because.kind === "clause" && because.exceptionIn !== undefined)
    notes.push(`by the exception in ${because.exceptionIn}`);
  if (because.kind === "clause" && because.isSolved) notes.push(`solved, as ${fact.name} depends on itself`);
  return formulas(operation, fact, notes);
}

/** So far a value is followed that only passes on another one. */
const mostSteps = 100;

/** The sum of the value that a formula is, where it is a value alone. */
export function followed(from: Formula, notes: string[]): Formula {
  let written = from;
  for (let step = 0; step < mostSteps; step += 1) {
    const { only } = written;
    if (only === undefined || only.operands.length === 0 || isProblem(only.result)) break;
    const next = formulaOf(only, notes);
    if (next.only === only) break;
    written = next;
  }
  return written;
}

/** A part of the expression as a formula, what has a name as its figure. */
const operand: FormulaOf = (fact, notes) => {
  const isPart = fact.kind === "operation" || fact.kind === "interest";
  if (isPart && isSum(fact)) return formulaOf(fact, notes);
  return countIn(fact) ?? figureOf(fact, nameOf(fact));
};

/** Of a value that only counts days, the count: its days are said with it. */
function countIn(fact: ReasonFact): Formula | undefined {
  if (fact.kind !== "definition" || unitName(fact.type) !== "days" || isProblem(fact.result)) return undefined;
  const written = followed(figureOf(fact, ""), []);
  return written.isCount ? written : undefined;
}

/** The sum even of a value that has a name. */
const inside: FormulaOf = (fact, notes) => followed(operand(fact, notes), notes);

/** Whether it is a sum, or the truth of something; not a value that is unknown. */
function isSum({ result }: ReasonFact): boolean {
  return isFigure(result) || typeof result !== "object";
}

function nameOf({ name, reading, of }: ReasonFact): string {
  if (reading !== undefined) return `${reading.measure} ${name}`;
  return Array.isArray(of) ? `${name} under ${of.join(", ")}` : name;
}

const lastOf = (fact: ReasonFact, notes: string[]) => {
  const last = fact.operands.at(-1);
  return last === undefined ? figureOf(fact, "") : operand(last, notes);
};

const formulas = byKind<Operation, Formula, [fact: ReasonFact, notes: string[]]>({
  given: (_, fact) => figureOf(fact, ""),
  solved: (_, fact) => figureOf(fact, fact.name),
  expression: (it, fact, notes) => expressionFormula(fact, it, notes, { of: operand, inside }),
  clause: (_, fact, notes) => lastOf(fact, notes),
  "share basis": ({ exponent }, fact, notes) => {
    notes.push(`in shares of ${formatDate(fact.because.kind === "share basis" ? fact.because.on : fact.day)}`);
    const [value, ...ratios] = fact.operands.map((it) => figureOf(it, ""));
    const times = Array.from({ length: Math.abs(exponent) }, () => ratios).flat();
    return times.reduce(
      (product, ratio) => infix(product, exponent > 0 ? "×" : "÷", ratio),
      value ?? figureOf(fact, ""),
    );
  },
  limit: ({ beyond }, fact, notes) => limited(beyond, fact, notes),
  undecided: (_, fact) => figureOf(fact, ""),
  start: (_, fact, notes) => {
    notes.push("as it started");
    return lastOf(fact, notes);
  },
  changes: (_, fact, notes) => changed(fact, notes),
  change: ({ sets, sign }, fact, notes) => {
    const written = lastOf(fact, notes);
    return sets || sign === 1 ? written : infix(formula("0"), "–", written);
  },
  account: (it, fact) => accountFormula(fact, it),
  posting: ({ parts }, fact, notes) => {
    const amount = fact.operands[Math.max(parts.indexOf("amount"), parts.indexOf("accrued"))];
    return amount === undefined ? figureOf(fact, "") : operand(amount, notes);
  },
  payment: (_, fact) => figureOf(fact, ""),
  "base fell": (_, fact) => figureOf(fact, ""),
  interest: (it, fact) => interestFormula(fact, it),
  family: ({ isStart }, fact) => {
    const holding = fact.operands.filter(({ result }) => result === true);
    if (isStart || holding.length === 0) return figureOf(fact, "");
    return formula(holding.map((it) => figureOf(it, nameOf(it)).text).join(" and "), "phrase");
  },
  default: (_, fact, notes) => {
    const [condition] = fact.operands;
    return condition !== undefined && condition.result === fact.result ? operand(condition, notes) : figureOf(fact, "");
  },
});

function limited(beyond: "cut back" | "void", fact: ReasonFact, notes: string[]): Formula {
  const [asked, ...limits] = fact.operands.map((it) => operand(it, notes));
  if (asked === undefined || limits.length === 0) return asked ?? figureOf(fact, "");
  const figures = fact.operands.map(({ result }) => (isFigure(result) ? result : zero));
  const isNothing = isFigure(fact.result) && fact.result.n === 0n && figures[0]?.n !== 0n;
  const isVoid = beyond === "void" && isNothing;
  const isBelow = figures.slice(1).some((limit) => compare(limit, zero) < 0);
  if (isVoid) {
    notes.push(`${asked.text} is beyond ${listed("the least", limits).text}, so nothing`);
    return figureOf(fact, "");
  }
  return isBelow ? figureOf(fact, "") : listed("the least", [asked, ...limits]);
}

/** The value before with what was added, or the value that was set. */
function changed(fact: ReasonFact, notes: string[]): Formula {
  const [was, ...changes] = fact.operands;
  const place = changes.at(-1)?.because;
  if (place?.kind === "change") notes.push(`since ${placeWords(place.change)}`);
  const set = changes.find(({ operation }) => operation.kind === "change" && operation.sets);
  if (set !== undefined) return lastOf(set, notes);
  if (was === undefined) return figureOf(fact, "");
  return changes.reduce(
    (sum, change) => {
      const isLess = change.operation.kind === "change" && change.operation.sign === -1;
      return infix(sum, isLess ? "–" : "+", isLess ? lastOf(change, notes) : figureOf(change, ""));
    },
    figureOf(was, ""),
  );
}

function placeWords({ day, cause }: ChangePlace): string {
  return `${formatDate(day)}${cause === undefined ? "" : ` by ${cause.id ?? cause.type.name}`}`;
}
