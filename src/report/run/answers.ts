import { answerCell } from "../figures.ts";
import type { Table } from "../page.ts";
import type { RunView } from "./run-source.ts";

/** The questions of the scenario with their answers. */
export function answersTable({ scenario, outcome, noteOf }: RunView): Table {
  return {
    kind: "Table",
    caption: "Questions of the scenario",
    columns: [
      { head: "Value" },
      { head: "Of" },
      { head: "On" },
      { head: "Section" },
      { head: "Answer", isFigure: true },
    ],
    rows: outcome.answers.map((answer, index) => {
      const question = scenario.ask[index];
      const note = question === undefined ? undefined : noteOf(question);
      const { value, of = "", on = "", section } = answer;
      return [
        value,
        of,
        on === "" ? "" : { kind: "Day", on },
        { kind: "Citation", sections: section },
        answerCell(answer, note),
      ];
    }),
  };
}
