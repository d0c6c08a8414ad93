/** The page of one explanation: the value, the sum that gives it, and a note for each value that it rests on. */
import type { CoreProgram } from "../../core/core.ts";
import type { ReasonFact } from "../../evaluate/reasons/reason-facts.ts";
import { describeValue } from "../../wording/explanations.ts";
import { sumLine } from "../../wording/sums/sum-line.ts";
import { contractSections } from "../contract-sections.ts";
import type { ContractText } from "../contract-text.ts";
import { NoteBook } from "../notes/note-book.ts";
import { figureOfReason, ownedName } from "../notes/note-lines.ts";
import type { Page } from "../page.ts";

/** What a page says about where its value is from. */
export interface Origin {
  readonly program: CoreProgram;
  readonly scenario: string;
  readonly receipt: string;
}

/** Everything is looked at here, so that whoever keeps to bounds can call it within them. */
export function explainPage(fact: ReasonFact, { program, scenario, receipt }: Origin, contract?: ContractText): Page {
  const book = new NoteBook();
  const note = book.noteOf(fact);
  // Paper has all of them: the page is about nothing else.
  const notes = book.write().map((it) => ({ ...it, isMain: true }));
  const { section } = describeValue(fact);
  return {
    kind: "Explanation",
    title: `${ownedName(fact, undefined)} on ${describeValue(fact).on}`,
    subtitle: `${program.title}: ${scenario}`,
    summary: [sumLine(fact) ?? describeValue(fact).because].filter((it) => it !== ""),
    keyFigures: [
      { name: section === "" ? "Value" : `Section ${section}`, figure: figureOfReason(fact, undefined, note) },
    ],
    sections: [],
    notes,
    notesLeftOut: book.leftOut,
    contract: contractSections(contract, program, { sections: [], notes }),
    foot: [
      ["Template", program.title],
      ["Scenario", scenario],
      ["Receipt", receipt],
    ],
  };
}
