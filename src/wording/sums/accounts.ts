/** What is measured of an account, as the sum of what moved it. */
import type { Because, Operation, ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { isFigure } from "../../evaluate/state/run.ts";
import { equal, isZero, sign, zero } from "../../units/exact.ts";
import { renderValue } from "../../units/render-value.ts";
import { doneWords } from "../done-words.ts";
import { daysFromTo } from "./day-words.ts";
import type { Formula } from "./formula.ts";
import { figureOf, formula, infix } from "./formula.ts";
import type { Term } from "./terms.ts";
import { positive, sumOfTerms } from "./terms.ts";

/** What was done to an account, behind its amount. */
export const movedWords = {
  ...doneWords,
  "fall due": "fallen due",
  accrual: "accrued",
  "base fell": "on base that is gone",
};

/** So many movements are shown each by itself. */
const mostMovements = 3;

export function accountFormula(
  fact: ReasonFact,
  { reading, effects }: Extract<Operation, { kind: "account" }>,
): Formula {
  const { operands, because } = fact;
  if (reading.measure === "first overdue" || !isFigure(fact.result)) return figureOf(fact, "");
  const moved = operands.flatMap((operand, index) => {
    const effect = effects[index] ?? zero;
    return isZero(effect) ? [] : [{ operand, effect }];
  });
  const [only] = moved;
  if (only !== undefined && moved.length === 1 && isWhole(only.operand, only.effect)) return figureOf(only.operand, "");
  if (moved.length <= mostMovements)
    return sumOfTerms(
      moved.map(({ operand, effect }) => termOf(operand, effect)),
      fact.type,
    );
  const totals = because.kind === "account" ? because.totals : [];
  if (totals.length < 2)
    return sumOfTerms(
      moved.map(({ operand, effect }) => dated(operand, effect)),
      fact.type,
      0,
    );
  return sumOfTerms(
    totals.map(({ what, amount }) => worded(amount, movedWords[what], fact)),
    fact.type,
    totals.length,
  );
}

function termOf(operand: ReasonFact, effect: Term["amount"]): Term {
  const { operation, because } = operand;
  if (operation.kind === "interest") {
    return isWhole(operand, effect)
      ? { ...dated(operand, effect), part: interestFormula(operand, operation) }
      : worded(effect, "accrued", operand);
  }
  return worded(effect, because.kind === "change" ? verbWords(because) : movedWords["base fell"], operand);
}

/** Whether all of it counts towards what is measured. */
function isWhole({ result }: ReasonFact, effect: Term["amount"]): boolean {
  return isFigure(result) && equal(result, effect) && sign(effect) > 0;
}

function verbWords({ verb }: Extract<Because, { kind: "change" }>): string {
  return verb === "change" ? "changed" : movedWords[verb];
}

function dated({ day, operation }: ReasonFact, amount: Term["amount"]): Term {
  return operation.kind === "interest"
    ? { amount, first: operation.first, last: operation.last }
    : { amount, first: day, last: day };
}

function worded(amount: Term["amount"], words: string, fact: ReasonFact): Term {
  return { ...dated(fact, amount), part: formula(`${renderValue(positive(amount), fact.type)} ${words}`) };
}

/** `$100,000 × 8% per year × 31 days (1–31 January 2006) ÷ 365`. */
export function interestFormula(
  { operands }: ReasonFact,
  { weight, first, last, yearDays }: Extract<Operation, { kind: "interest" }>,
): Formula {
  const [base, rate] = operands.map((it) => figureOf(it, ""));
  const days = { ...formula(`${weight} ${weight === 1 ? "day" : "days"}`), days: daysFromTo(first, last) };
  const product = infix(infix(base ?? formula("unknown"), "×", rate ?? formula("unknown")), "×", days);
  return infix(product, "÷", formula(String(yearDays)));
}
