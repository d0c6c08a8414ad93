import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { statementsOf } from "../../ast.ts";
import type { Checked, StatementOf } from "../../tree.ts";
import { expressionsIn } from "../../walk.ts";
import type { CheckRule } from "../rule.ts";

/** An effective day that depends on what is not known when the notice comes in. */
export const unknowableEffectiveDays: CheckRule = (program) =>
  statementsOf(program, "EventDeclaration").flatMap(({ statement }) => checked(statement, program));

function checked({ name, takesEffectOn }: StatementOf<"EventDeclaration">, program: CheckedProgram): Diagnostic[] {
  if (takesEffectOn === undefined) return [];
  const seen = new Set<string>();
  const waiting: { readonly part: unknown; readonly path: readonly string[] }[] = [{ part: takesEffectOn, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const expression of expressionsIn(next.part)) {
      const found = unknowable(expression, program);
      if (found !== undefined) {
        const path = next.path.length === 0 ? "" : `, through ${next.path.map((step) => `\`${step}\``).join(" and ")}`;
        const facts = { event: name.text, found, path };
        const related = next.path.length === 0 ? [] : [{ span: expression.span, label: "depends on it here" }];
        return [diagnostic("TN4003", takesEffectOn.span, facts, related)];
      }
      const meaning = expression.meaning;
      if (meaning?.kind !== "Definition" || seen.has(meaning.key)) continue;
      seen.add(meaning.key);
      const definition = program.symbols.definitions.get(meaning.key);
      const exceptions = program.symbols.exceptions.get(meaning.key) ?? [];
      const path = [...next.path, definition?.name.text ?? meaning.key];
      waiting.push({ part: [definition?.statement, exceptions.map(({ statement }) => statement)], path });
    }
  }
  return [];
}

/** In words, what can't be known at the notice; undefined for what can. */
function unknowable(expression: Checked, program: CheckedProgram): string | undefined {
  const kind = knownOnlyLater[expression.kind];
  if (kind !== undefined) return kind;
  const meaning = expression.meaning;
  switch (meaning?.kind) {
    case "State":
      return `the state \`${meaning.name}\``;
    case "Family":
      return `whether \`${meaning.name}\` holds`;
    case "Referring":
      return `a later \`${meaning.event}\``;
    case "Definition": {
      const definition = program.symbols.definitions.get(meaning.key);
      return definition?.isFixed
        ? `\`${definition.name.text}\`, which is fixed only as the event is applied`
        : undefined;
    }
    default:
      return undefined;
  }
}

/** What is known only later, by the kind of expression that reads it. */
export const knownOnlyLater: { readonly [kind in Checked["kind"]]?: string } = {
  Today: "today",
  MarketColumn: "market prices",
  Measure: "an account",
  EventsFold: "other events",
  EventsTest: "other events",
  HappenedTest: "other events",
  DutyTest: "what has been done",
  BreachTest: "what has been done",
  DutyMeasure: "what has been done",
  DaysFold: "the days that have passed",
  DaysTest: "the days that have passed",
  InterestOn: "the days that have passed",
  AsOf: "a value as of another day",
};
