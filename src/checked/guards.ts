import { once } from "../base/once.ts";
import type { Expression } from "../syntax/ast.ts";
import { writtenForm } from "../syntax/walk.ts";

/**
 * Whether two conditions plainly never hold together: they ask for two choices of one reading, for two values of one thing,
 * or one says `not` what the other says. False where that is not plain.
 */
export function excludeOneAnother(a: Expression, b: Expression): boolean {
  const claims = claimsIn(b);
  return claimsIn(a).some((claim) => claims.some((other) => contradict(claim, other)));
}

/** One thing that must be so where a condition holds: a test that holds, or does not; or one value of a thing. */
interface Claim {
  readonly test: string;
  readonly holds: boolean;
  /** For a test that one thing has one value: the thing, and the value. */
  readonly one?: { readonly of: string; readonly value: string };
}

/** Exceptions are compared in pairs, so the claims of a condition are computed once. */
const claimsIn = once((condition: Expression) => claimsOf(condition, true));

function claimsOf(condition: Expression, holds: boolean): Claim[] {
  switch (condition.kind) {
    case "Not":
      return claimsOf(condition.condition, !holds);
    case "Logic":
      if ((condition.operator === "and") !== holds) return [];
      return condition.conditions.flatMap((it) => claimsOf(it, holds));
    case "ConditionList":
      return claimsOfList(condition, holds);
    case "SetTest":
    case "HappenedTest":
      return [{ test: writtenForm({ ...condition, isNegated: false }), holds: holds !== condition.isNegated }];
    case "ReadingTest":
      return [{ ...plain(condition, holds), one: { of: condition.reading.text, value: condition.choice.text } }];
    case "Comparison":
      return [comparisonClaim(condition, holds)];
    default:
      return [plain(condition, holds)];
  }
}

function claimsOfList(list: Extract<Expression, { kind: "ConditionList" }>, holds: boolean): Claim[] {
  const itemsHold = list.word === "none of" ? !holds : holds;
  const isDecided = list.word === "all of" ? holds : list.word === "none of" ? holds : !holds;
  return isDecided ? list.items.flatMap(({ condition }) => claimsOf(condition, itemsHold)) : [];
}

/** `X is "a"` and `X is not "a"` are one test and its opposite; `X is "a"` and `X is "b"` are two values of X. */
function comparisonClaim(comparison: Extract<Expression, { kind: "Comparison" }>, holds: boolean): Claim {
  const { word, left, right } = comparison;
  if (word !== "is" && word !== "is not") return plain(comparison, holds);
  const claim = { test: writtenForm({ ...comparison, word: "is" }), holds: holds === (word === "is") };
  return right.kind === "TextLiteral" ? { ...claim, one: { of: writtenForm(left), value: right.text } } : claim;
}

function plain(condition: Expression, holds: boolean): Claim {
  return { test: writtenForm(condition), holds };
}

function contradict(a: Claim, b: Claim): boolean {
  if (a.test === b.test) return a.holds !== b.holds;
  return a.holds && b.holds && a.one !== undefined && a.one.of === b.one?.of && a.one.value !== b.one.value;
}
