import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import type { CheckRule } from "../rule.ts";

/** An account that accrues, but not from any day. */
export const accountsWithoutFirstDay: CheckRule = (program) =>
  statementsOf(program, "AccountDeclaration")
    .filter(({ statement }) => statement.accrual !== undefined && statement.from === undefined)
    .map(({ statement: { name } }) => diagnostic("TN4020", name.span, { name: name.text }));
