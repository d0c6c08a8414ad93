import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "./rule.ts";
import { statementsOf } from "./rule.ts";

/** A duty to pay what falls due on an account: the account shows each such amount as owed already. */
export const amountsOwedTwice: Rule = (program) =>
  statementsOf(program, "Duty").flatMap(({ statement: { amount } }) => {
    if (amount?.kind !== "Measure" || !(amount.measure === "due" || amount.measure === "overdue")) return [];
    return [diagnostic("TN4024", amount.span, { account: amount.name.text })];
  });
