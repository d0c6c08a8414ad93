import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { parseDecimal } from "../../units/exact.ts";
import { percentReadings } from "../../units/percent-readings.ts";
import { percent } from "../../units/value-type.ts";
import type { CheckedProgram } from "../ast.ts";
import { statementsOf } from "../ast.ts";
import type { Checked } from "../tree.ts";
import type { CheckRule } from "./rule.ts";

/** A figure of 1 or more without a percent sign where a percentage belongs: 20 would be 2,000%. */
export const plainPercentages: CheckRule = (program) =>
  percentagesIn(program).flatMap(({ name, value, of }) => {
    if (value?.kind !== "NumberLiteral" || value.unit !== "number") return [];
    const figure = parseDecimal(value.digits);
    const readings = figure && percentReadings(figure, percent, of);
    return readings === undefined ? [] : [diagnostic("TN3087", value.span, { name, text: value.digits, ...readings })];
  });

/** What a percentage of the note is at first, or becomes. */
interface Percentage {
  readonly name: string;
  readonly value: Checked | undefined;
  readonly of: "term" | "event";
}

function percentagesIn(program: CheckedProgram): Percentage[] {
  const states = new Set(
    statementsOf(program, "StateDeclaration").flatMap(({ statement: { name, type, initial } }) =>
      type?.name === "percent" || (initial?.kind === "NumberLiteral" && initial.unit === "percent") ? [name.text] : [],
    ),
  );
  return [
    ...statementsOf(program, "Given").flatMap(({ statement: { name, type, initial } }) =>
      type.name === "percent" ? [{ name: name.text, value: initial, of: "term" as const }] : [],
    ),
    ...statementsOf(program, "EventDeclaration").flatMap(({ statement: { fields } }) =>
      fields.flatMap(({ name, type, initial }) =>
        type.name === "percent" ? [{ name: name.text, value: initial, of: "event" as const }] : [],
      ),
    ),
    ...statementsOf(program, "Rule").flatMap(({ statement: { changes } }) =>
      changes.flatMap((change) =>
        change.kind === "SetChange" && states.has(change.state.text)
          ? [{ name: change.state.text, value: change.value, of: "event" as const }]
          : [],
      ),
    ),
  ];
}
