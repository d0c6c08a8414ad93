import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import type { CheckRule } from "../rule.ts";

/**
 * A duty of an account's debtor to pay what falls due on it: the account shows each such amount as owed already. Another party,
 * such as a guarantor, may have to pay it, too.
 */
export const amountsOwedTwice: CheckRule = (program) => {
  const debtors = new Map(
    statementsOf(program, "AccountDeclaration").map(({ statement: { name, debtor } }) => [name.text, debtor.text]),
  );
  return statementsOf(program, "Duty").flatMap(({ statement: { amount, party } }) => {
    if (amount?.kind !== "Measure" || !(amount.measure === "due" || amount.measure === "overdue")) return [];
    if (debtors.get(amount.name.text) !== party.text) return [];
    return [diagnostic("TN4024", amount.span, { account: amount.name.text })];
  });
};
