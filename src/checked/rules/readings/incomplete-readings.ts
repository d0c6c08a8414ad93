import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { CheckedProgram } from "../../ast.ts";
import { requireChoice } from "../../infer/expressions/dates.ts";
import type { Quoted } from "../../tree.ts";
import { expressionsOfKind } from "../../walk.ts";
import { listInWords } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

/** `as … is read` that leaves a choice out, or has a line for one that the reading does not have. */
export const incompleteReadings: CheckRule = (program) =>
  // What a power does beyond its limit has the same form, and is found with the values.
  expressionsOfKind(program.statements, "AsRead").flatMap(({ reading, arms }) =>
    checked(
      reading,
      arms.map(({ choice }) => choice),
      program,
    ),
  );

function checked(reading: Quoted, choices: readonly Quoted[], { symbols }: CheckedProgram): Diagnostic[] {
  const declared = symbols.readings.get(reading.text)?.statement;
  if (declared === undefined) return [];
  const known = declared.choices.map((choice) => choice.text);
  const found: Diagnostic[] = [];
  for (const choice of choices) {
    requireChoice(choice, known, `the reading "${reading.text}"`, {
      suggests: true,
      say: (finding) => found.push(finding),
    });
  }
  const missing = known.filter((choice) => !choices.some(({ text }) => text === choice));
  if (missing.length > 0) {
    const facts = { missing: listInWords(missing), reading: reading.text };
    const related = [{ span: declared.name.span, label: "the reading is declared here" }];
    found.push(diagnostic("TN4007", reading.span, facts, related));
  }
  return found;
}
