import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import type { CheckRule } from "../rule.ts";

/** A value that is fixed, but at no event. */
export const fixedWithoutEvent: CheckRule = (program) =>
  statementsOf(program, "Definition")
    .filter(({ statement }) => statement.verb === "is fixed as" && statement.owner === undefined)
    .map(({ statement: { name } }) => diagnostic("TN4004", name.span, { name: name.text }));
