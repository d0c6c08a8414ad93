import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram, CheckedSymbols } from "../../ast.ts";
import { definitionKey, statementsOf } from "../../ast.ts";
import type { StatementOf } from "../../tree.ts";
import { expressionsOfKind } from "../../walk.ts";
import type { CheckRule } from "../rule.ts";

type Change = StatementOf<"Rule">["changes"][number];
type PaymentTarget = Extract<Change, { readonly kind: "AppliedChange" }>["targets"][number];

/** A payment that is reported, of which what its last target does not take goes nowhere. An account as such takes all. */
export const paymentsWithoutRest: CheckRule = (program) =>
  statementsOf(program, "Rule").flatMap(({ statement: { trigger, changes } }) =>
    trigger.kind === "EventTrigger" ? changes.flatMap((change) => lostRest(change, trigger.event.text, program)) : [],
  );

function lostRest(change: Change, event: string, { symbols }: CheckedProgram) {
  if (change.kind !== "AppliedChange") return [];
  const { perEvent } = symbols;
  const last = change.targets.at(-1);
  const kind = last && statementOf(last, symbols)?.kind;
  if (last === undefined || kind === undefined) return [];
  if (kind === "AccountDeclaration" && !last.isDueOnly && !last.each) return [];
  const isReported = expressionsOfKind(change.amount, "ItsReference").some(
    ({ name }) => perEvent.get(event)?.get(name.text)?.kind === "Field",
  );
  return isReported ? [diagnostic("TN4025", last.name.span, { event, last: last.name.text })] : [];
}

/** What declares a target, of the note or of each event. Of several events, none keeps what is left. */
function statementOf({ name, subject, each }: PaymentTarget, { noteLevel, definitions }: CheckedSymbols) {
  if (each) return definitions.get(definitionKey(name.text, each.owner.text))?.statement;
  if (subject === undefined) return noteLevel.get(name.text)?.statement;
  return subject.meaning?.kind === "Definition" ? definitions.get(subject.meaning.key)?.statement : undefined;
}
