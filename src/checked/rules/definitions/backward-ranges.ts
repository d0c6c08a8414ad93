import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { DayRange } from "../../../syntax/ast.ts";
import { nodesIn } from "../../../syntax/walk.ts";
import { fixedDay } from "../../constants.ts";
import type { CheckRule } from "../rule.ts";

/** Days from a date to an earlier one, both written out: there are none, so what is said of them says nothing. */
export const backwardRanges: CheckRule = ({ statements }) =>
  statements
    .flatMap(({ statement }) => nodesIn(statement))
    .filter(isRange)
    .filter(({ from, to }) => (fixedDay(to) ?? Infinity) < (fixedDay(from) ?? 0))
    .map(({ from, to }) => diagnostic("TN4084", to.span, {}, [{ span: from.span, label: "begins here" }]));

function isRange(node: object): node is DayRange {
  return "kind" in node && node.kind === "DayRange";
}
