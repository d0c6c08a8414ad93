import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import { expressionsOfKind } from "../../walk.ts";
import { shown } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

/** A start value of an event's field is a figure of the event's own day, and cannot be one of the day the note begins. */
export const restatedFieldStarts: CheckRule = (program) => {
  const terms = new Map(statementsOf(program, "Given").map(({ statement }) => [statement.name.text, statement]));
  return statementsOf(program, "EventDeclaration").flatMap(({ statement: { fields } }) =>
    fields.flatMap(({ name, initial }) => {
      const figures = expressionsOfKind(initial, "NumberLiteral").filter((it) => it.basis === "restated");
      const read = expressionsOfKind(initial, "NameReference").filter(
        (it) => terms.get(it.name.text)?.basis === "restated",
      );
      return [...figures, ...read].map(({ span }) =>
        diagnostic("TN3020", span, { name: name.text, text: shown(span) }),
      );
    }),
  );
};
