import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { StatementOf } from "../../tree.ts";
import { expressionsIn, expressionsOfKind } from "../../walk.ts";
import type { CheckRule } from "../rule.ts";

/**
 * A limit that nothing heeds: what it leaves has no name, or nothing reads that name. And a change by the event that takes
 * what was asked for, where the power says what is left of it. A template with a broken statement may read it there.
 */
export const limitsWithoutEffect: CheckRule = (program) => {
  if (program.statements.some(({ statement }) => statement.kind === "BrokenStatement")) return [];
  const read = namesRead(program);
  return statementsOf(program, "Power").flatMap(({ statement: power }) => {
    const { askingFor, beyond, event, giving, limits } = power;
    if (limits.length === 0 || askingFor === undefined || beyond === undefined) return [];
    const by = changesByWhatWasAsked(power, program);
    if (giving !== undefined) {
      const facts = { event: event.text, giving: giving.text };
      const passing = by.map(({ span, asked }) =>
        diagnostic("TN4023", span, { ...facts, asked }, [], helpFor(power, asked)),
      );
      if (passing.length > 0 || read.has(giving.text)) return passing;
    }
    const found = giving === undefined ? "has no name" : `is \`${giving.text}\`, which nothing reads`;
    return [diagnostic("TN4022", (giving ?? event).span, { event: event.text, found })];
  });
};

/** Names of values of events, wherever an expression reads one. */
function namesRead({ statements }: CheckedProgram): ReadonlySet<string> {
  return new Set(
    expressionsIn(statements).flatMap((it) =>
      it.kind === "ItsReference" || it.kind === "MemberReference" || it.kind === "NameReference" ? [it.name.text] : [],
    ),
  );
}

/** Of several things that are asked for together, the limit leaves only a part for each. */
function helpFor({ askingFor, giving }: StatementOf<"Power">, asked: string): { readonly help?: string } {
  if (askingFor?.kind === "ItsReference") return {};
  const part = `the lesser of its ${asked} and its ${giving?.text ?? ""}`;
  return { help: `write what of \`its ${giving?.text ?? ""}\` it is: where this comes first, \`${part}\`` };
}

/**
 * Amounts by which the event changes a state or an account, and which read the figure that the power limits, and not what the
 * limit leaves of it.
 */
function changesByWhatWasAsked({ askingFor, event, giving }: StatementOf<"Power">, program: CheckedProgram) {
  const asked = new Set(expressionsOfKind(askingFor, "ItsReference").map(({ name }) => name.text));
  return statementsOf(program, "Rule").flatMap(({ statement: { trigger, changes } }) => {
    if (trigger.kind !== "EventTrigger" || trigger.event.text !== event.text) return [];
    const amounts = changes.map((change) => {
      if (change.kind === "AddChange") return change.value;
      return change.kind === "AccountChange" || change.kind === "AppliedChange" ? change.amount : undefined;
    });
    return amounts.flatMap((amount) => {
      const read = expressionsOfKind(amount, "ItsReference");
      if (read.some(({ name }) => name.text === giving?.text)) return [];
      return read.filter(({ name }) => asked.has(name.text)).map(({ span, name }) => ({ span, asked: name.text }));
    });
  });
}
