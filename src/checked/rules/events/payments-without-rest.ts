import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { StatementOf } from "../../tree.ts";
import { expressionsOfKind } from "../../walk.ts";
import type { CheckRule } from "../rule.ts";

type Change = StatementOf<"Rule">["changes"][number];

/** A payment that is reported, of which what its last target does not take goes nowhere. An account as such takes all. */
export const paymentsWithoutRest: CheckRule = (program) =>
  statementsOf(program, "Rule").flatMap(({ statement: { trigger, changes } }) =>
    trigger.kind === "EventTrigger" ? changes.flatMap((change) => lostRest(change, trigger.event.text, program)) : [],
  );

function lostRest(change: Change, event: string, { symbols: { noteLevel, perEvent } }: CheckedProgram) {
  if (change.kind !== "AppliedChange") return [];
  const last = change.targets.at(-1);
  const kind = last && noteLevel.get(last.name.text)?.kind;
  if (last === undefined || kind === undefined || (kind === "Account" && !last.isDueOnly)) return [];
  const isReported = expressionsOfKind(change.amount, "ItsReference").some(
    ({ name }) => perEvent.get(event)?.get(name.text)?.kind === "Field",
  );
  return isReported ? [diagnostic("TN4025", last.name.span, { event, last: last.name.text })] : [];
}
