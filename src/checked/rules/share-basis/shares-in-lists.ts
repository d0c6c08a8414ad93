import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import { shareExponent } from "../../../units/value-type.ts";
import { statementsOf } from "../../ast.ts";
import { kindInWords, typeNamed } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

/** Columns of lists in shares or per share, where something changes what a share is: no day says of which shares. */
export const sharesInLists: CheckRule = (program) => {
  if (statementsOf(program, "ShareBasis").length === 0) return [];
  return statementsOf(program, "ScheduleDeclaration").flatMap(({ statement: { dates } }) => {
    if (dates.kind !== "GivenDates") return [];
    return dates.columns.flatMap(({ name, type }) => {
      const known = typeNamed(type);
      return shareExponent(known) === 0
        ? []
        : [diagnostic("TN3143", name.span, { name: name.text, found: kindInWords(known) })];
    });
  });
};
