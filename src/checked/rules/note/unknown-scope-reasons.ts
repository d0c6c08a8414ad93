import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import { nearestQuoted } from "../../infer/expressions/references.ts";
import type { CheckRule } from "../rule.ts";

/** Why a sentence of a contract may be left out of its template: `sentence 3 is out of scope: "another document"`. */
const outOfScopeReasons = [
  "recital or form",
  "definition used elsewhere",
  "representation",
  "another document",
  "procedure and governing law",
  "judgement of a person",
] as const;

/** A reason to leave sentences out of scope that is not among the published ones. */
export const unknownScopeReasons: CheckRule = (program) =>
  statementsOf(program, "SentenceMark").flatMap(({ statement: { reason } }) => {
    if (reason === undefined || outOfScopeReasons.some((it) => it === reason.text)) return [];
    const near = nearestQuoted({ suggests: true }, reason, outOfScopeReasons);
    const reasons = `the reasons are ${outOfScopeReasons.map((it) => `"${it}"`).join(", ")}`;
    return [diagnostic("TN2065", reason.span, { reason: reason.text, reasons }, [], near)];
  });
