import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Span } from "../../../source/span.ts";
import type { CheckedProgram } from "../../ast.ts";
import { eventNamed, statementsOf } from "../../ast.ts";
import type { Identifier, StatementOf } from "../../tree.ts";
import type { CheckRule } from "../rule.ts";

/** What only a report could bring, of an event that happens by itself; and who would give one. */
export const partsOfDatedEvents: CheckRule = (program) => [
  ...statementsOf(program, "EventDeclaration").flatMap(({ statement }) => partsIn(statement)),
  ...statementsOf(program, "ShareBasis").flatMap(({ statement: { event } }) => changedBy(event, program)),
  ...givers(program).flatMap((event) => givenBySomebody(event, program)),
];

function partsIn(event: StatementOf<"EventDeclaration">): Diagnostic[] {
  const { name, happens, by, refersTo, fields, takesEffectOn } = event;
  if (happens === undefined) return [];
  const found: [Span | undefined, string][] = [
    [by?.span, "be given by a party"],
    [refersTo?.span, "be for another event"],
    [fields[0]?.span, "have a field"],
    [takesEffectOn?.span, "take effect on another day"],
  ];
  return found.flatMap(([span, what]) =>
    span === undefined ? [] : [diagnostic("TN4135", span, { event: name.text, what }, [dateOf(happens)])],
  );
}

function changedBy(event: Identifier, { symbols }: CheckedProgram): Diagnostic[] {
  const happens = eventNamed(symbols, event.text)?.happens;
  if (happens === undefined) return [];
  return [diagnostic("TN4135", event.span, { event: event.text, what: "change what a share is" }, [dateOf(happens)])];
}

/** Every place where somebody may, must or must not give an event, or gives one. */
function givers(program: CheckedProgram): Identifier[] {
  return [
    ...statementsOf(program, "Power").map(({ statement: { event } }) => event),
    ...statementsOf(program, "Duty").flatMap(({ statement: { event } }) => event ?? []),
    ...statementsOf(program, "Prohibition").map(({ statement: { event } }) => event),
    ...statementsOf(program, "PlanRule").flatMap(({ statement: { gives, otherwise } }) =>
      [gives, otherwise].flatMap((gift) => gift?.event ?? []),
    ),
  ];
}

function givenBySomebody(event: Identifier, { symbols }: CheckedProgram): Diagnostic[] {
  const happens = eventNamed(symbols, event.text)?.happens;
  return happens === undefined ? [] : [diagnostic("TN4136", event.span, { event: event.text }, [dateOf(happens)])];
}

const dateOf = ({ span }: { readonly span: Span }) => ({ span, label: "it happens by itself" });
