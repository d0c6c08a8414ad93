import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { statementsOf } from "../../ast.ts";
import type { Checked } from "../../tree.ts";
import { expressionsIn } from "../../walk.ts";
import { shown } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

/** The default of a deal term or of a field that depends on more than deal terms and, of a field, the day and time of its event. */
export const defaultsBeyondDealTerms: CheckRule = (program) => {
  const terms = statementsOf(program, "Given").map(({ statement }) => statement.initial);
  const fields = statementsOf(program, "EventDeclaration").flatMap(({ statement }) => statement.fields);
  return expressionsIn([terms, fields.map(({ initial }) => initial)]).flatMap((expression) => {
    const found = beyond(expression);
    return found === undefined ? [] : [diagnostic("TN3009", expression.span, { text: shown(expression.span), found })];
  });
};

function beyond(expression: Checked): string | undefined {
  switch (expression.kind) {
    case "Today":
      return "another date on each day";
    case "MarketColumn":
      return "a market price";
    case "Measure":
      return "a figure of an account";
    case "AsRead":
    case "ReadingTest":
      return "a matter of how the note is read";
    case "DaysFold":
    case "DaysTest":
    case "EventsFold":
    case "EventsTest":
    case "HappenedTest":
    case "DutyTest":
    case "BreachTest":
    case "DutyMeasure":
    case "InterestOn":
      return "a matter of what has happened";
    default:
      return meaningsInWords.get(expression.meaning?.kind ?? "");
  }
}

const meaningsInWords = new Map([
  ["State", "a state"],
  ["Definition", "a definition"],
  ["Family", "a matter of what has happened"],
  ["Referring", "a matter of what has happened"],
  ["Referred", "another event"],
  ["Field", "another field, which may have no value yet"],
]);
