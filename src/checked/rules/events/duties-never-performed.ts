import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { Checked } from "../../tree.ts";
import { shown } from "../../words.ts";
import { readEachDay } from "../meant-by.ts";
import type { CheckRule } from "../rule.ts";
import { knownOnlyLater } from "./unknowable-effective-days.ts";

/** A duty to pay an amount that stays as it is: a payment does not make it less, so it is never performed. */
export const dutiesNeverPerformed: CheckRule = (program) =>
  statementsOf(program, "Duty").flatMap(({ statement: { amount, condition } }) =>
    amount?.type?.kind === "quantity" &&
    stays(amount, program) &&
    (condition === undefined || stays(condition, program))
      ? [diagnostic("TN4026", amount.span, { amount: shown(amount.span) })]
      : [],
  );

/** Whether nothing that happens, and no day that passes, can change a value. */
function stays(value: Checked, program: CheckedProgram): boolean {
  return !readEachDay(value, program).some((it) => mayChange(it, program));
}

function mayChange({ kind, meaning }: Checked, { symbols }: CheckedProgram): boolean {
  if (knownOnlyLater[kind] !== undefined) return true;
  switch (meaning?.kind) {
    case "State":
    case "Family":
    case "Referring":
      return true;
    case "Definition":
      return symbols.exceptions.has(meaning.key);
    default:
      return false;
  }
}
