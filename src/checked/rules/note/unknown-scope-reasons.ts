import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { outOfScopeReasons } from "../../../units/out-of-scope.ts";
import { statementsOf } from "../../ast.ts";
import { nearestQuoted } from "../../infer/expressions/references.ts";
import type { CheckRule } from "../rule.ts";

/** A reason to leave sentences out of scope that is not among the published ones. */
export const unknownScopeReasons: CheckRule = (program) =>
  statementsOf(program, "SentenceMark").flatMap(({ statement: { reason } }) => {
    if (reason === undefined || outOfScopeReasons.some((it) => it === reason.text)) return [];
    const near = nearestQuoted({ suggests: true }, reason, outOfScopeReasons);
    const reasons = `the reasons are ${outOfScopeReasons.map((it) => `"${it}"`).join(", ")}`;
    return [diagnostic("TN2065", reason.span, { reason: reason.text, reasons }, [], near)];
  });
