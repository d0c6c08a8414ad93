/** What came of a plan, in English. */
import type { Plan } from "../../core/core.ts";
import type { DaySales, GivenByPlan, PlanFacts, Undecided } from "../../evaluate/plans/plan-facts.ts";
import { Failure, isProblem } from "../../evaluate/values/problem.ts";
import { textOf, wordsOf } from "../../source/span.ts";
import { sumOfAll, toDecimalText, zero } from "../../units/exact.ts";
import { formatDate } from "../../units/plain-date.ts";
import { problemWords } from "../problems.ts";
import { refusalWords } from "../refusals.ts";

/** Ready for JSON. */
export interface PlanWords {
  readonly plan: string;
  readonly given: readonly GivenWords[];
  /** What could not be decided, on each of the days from one to another. */
  readonly undecided: readonly UndecidedWords[];
  readonly sales: readonly SaleWords[];
  readonly totals: {
    readonly given: number;
    readonly refused: number;
    /** In the shares of the end; null where a split has an unknown ratio. */
    readonly sold: string | null;
    readonly proceeds: string;
  };
}
interface GivenWords {
  readonly on: string;
  readonly event: string;
  readonly id: string | undefined;
  /** The rule that gave it, as far as its first line goes. */
  readonly rule: string;
  readonly outcome: "took effect" | "refused" | "unknown" | "yet to take effect";
  readonly because?: string | undefined;
}
interface UndecidedWords {
  readonly from: string;
  readonly through: string;
  readonly rule: string;
  readonly part: string;
  readonly of?: string | undefined;
  readonly because: string;
}
interface SaleWords {
  readonly on: string;
  readonly held: string;
  readonly sold: string;
  readonly price: string;
  readonly proceeds: string;
}

export function describePlan({ plan, given, undecided, sales, sold }: PlanFacts, { rules }: Plan): PlanWords {
  const ruleWords = (index: number | undefined) => {
    const rule = index === undefined ? undefined : rules[index];
    return rule === undefined ? "the sale" : firstLine(rule.span);
  };
  return {
    plan,
    given: given.map((it) => givenWords(it, ruleWords)),
    undecided: undecided.map((it) => undecidedWords(it, ruleWords)),
    sales: sales.map(saleWords),
    totals: {
      given: given.length,
      refused: given.filter(({ occurrence }) => occurrence.refused !== undefined).length,
      sold: isProblem(sold) ? null : toDecimalText(sold),
      proceeds: toDecimalText(sumOfAll(sales.map(({ proceeds }) => proceeds)) ?? zero),
    },
  };
}

function firstLine(span: Plan["span"]): string {
  const lineEnd = textOf(span).search(/[\r\n]/);
  return wordsOf(lineEnd < 0 ? span : { ...span, end: span.start + lineEnd }).replace(/,$/, "");
}

type RuleWords = (index: number | undefined) => string;

function givenWords({ day, occurrence, rule }: GivenByPlan, ruleWords: RuleWords): GivenWords {
  const { type, id, refused, undecided, appliedAt, effectiveOn } = occurrence;
  const because = undecided ?? (effectiveOn instanceof Failure ? effectiveOn : undefined);
  const of = { on: formatDate(day), event: type.name, id, rule: ruleWords(rule) };
  if (refused !== undefined) return { ...of, outcome: "refused", because: refusalWords(refused) };
  if (because !== undefined) return { ...of, outcome: "unknown", because: problemWords(because) };
  return { ...of, outcome: appliedAt === undefined ? "yet to take effect" : "took effect" };
}

function undecidedWords({ rule, what, of, problem, first, last }: Undecided, ruleWords: RuleWords): UndecidedWords {
  return {
    from: formatDate(first),
    through: formatDate(last),
    rule: ruleWords(rule),
    part: what,
    of: of && (of.id ?? of.type.name),
    because: problemWords(problem),
  };
}

function saleWords({ day, held, sold, price, proceeds }: DaySales): SaleWords {
  return {
    on: formatDate(day),
    held: toDecimalText(held),
    sold: toDecimalText(sold),
    price: toDecimalText(price),
    proceeds: toDecimalText(proceeds),
  };
}
