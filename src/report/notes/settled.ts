import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { usesOf } from "../../evaluate/reasons/reason-facts.ts";
import { add, isZero, zero } from "../../units/exact.ts";

/** Fewer lines than this are shown one by one. */
const leastSettled = 3;

/** The lines of an account up to the last of them after which nothing was left, but for the end; and the others. */
export function withoutSettled(fact: ReasonFact): {
  readonly settled: readonly ReasonFact[];
  readonly open: readonly ReasonFact[];
} {
  const uses = usesOf(fact);
  if (fact.operation.kind !== "account") return { settled: [], open: uses };
  const { effects } = fact.operation;
  const effectOf = new Map(fact.operands.map((operand, index) => [operand, effects[index] ?? zero]));
  let [balance, end] = [zero, 0];
  for (const [index, use] of uses.entries()) {
    const sum = add(balance, effectOf.get(use) ?? zero);
    if (sum === undefined) break;
    balance = sum;
    if (isZero(balance) && index < uses.length - 1) end = index + 1;
  }
  return end < leastSettled ? { settled: [], open: uses } : { settled: uses.slice(0, end), open: uses.slice(end) };
}
