import { renderValue } from "../../units/render-value.ts";
import { listWords } from "../../wording/list-words.ts";
import { answerCell } from "../figures.ts";
import type { Block, Cell, Table } from "../page.ts";
import type { RunView } from "./run-source.ts";
import { termsByRole } from "./terms-by-role.ts";

/** The deal terms, the readings in force, and the template's own views. */
export function termsBlocks(run: RunView): Block[] {
  const [said, terms, readings, views] = [termsByRole(run), termsTable(run), readingsTable(run), viewsTable(run)];
  return [
    ...(said.rows.length === 0 ? [] : [said]),
    ...(terms.rows.length === 0 ? [] : [terms]),
    ...(readings.rows.length === 0 ? [] : [readings]),
    ...(views.rows.length === 0 ? [] : [{ kind: "Fold" as const, title: views.caption, blocks: [views] }]),
  ];
}

/** First those that the scenario gives, then those that the template gives. */
function termsTable({ program, scenario, start, answer }: RunView): Table {
  const rows = [...program.params.values()].map(({ name, type }) => {
    const given = scenario.terms.get(name);
    // As the note began: a later change of the shares may restate it.
    const found = given === undefined ? answer({ value: name, on: start }) : undefined;
    const value = given === undefined ? found && answerCell(found) : renderValue(given, type);
    return { isGiven: given !== undefined, cells: [name, value ?? "not known"] };
  });
  const given = rows.filter(({ isGiven }) => isGiven).map(({ cells }) => [...cells, "the scenario"]);
  const lists = listWords(scenario, program).map(([name, words]) => [name, words, "the scenario"]);
  const usual = rows.filter(({ isGiven }) => !isGiven).map(({ cells }) => [...cells, "the template"]);
  return {
    kind: "Table",
    caption: "Deal terms",
    columns: [{ head: "Term" }, { head: "Value", isFigure: true }, { head: "Given by" }],
    rows: [...given, ...lists, ...usual],
  };
}

/** Passages that can be read in more than one way. */
function readingsTable({ program, outcome }: RunView): Table {
  const rows = [...program.readings.values()].map(({ name, section, passage, choices, chosen }): Cell[] => {
    const choice = outcome.readings[name] ?? chosen;
    const others = choices.filter((it) => it !== choice).join(", ");
    const read: Cell =
      choice === chosen ? choice : [{ kind: "Marked", tone: "warn", text: choice }, `(the template has ${chosen})`];
    return [name, passage, read, others, { kind: "Citation", sections: section }];
  });
  return {
    kind: "Table",
    caption: "Passages that can be read in more than one way",
    columns: [
      { head: "Name" },
      { head: "Passage" },
      { head: "Read as" },
      { head: "Other choices" },
      { head: "Section" },
    ],
    rows,
  };
}

function viewsTable({ program }: RunView): Table {
  return {
    kind: "Table",
    caption: "Views that the template takes itself",
    columns: [{ head: "Section" }, { head: "View" }, { head: "Instead of" }, { head: "Favours" }],
    rows: program.views.map(({ section, on, text, insteadOf = "", favours = "" }) => [
      { kind: "Citation", sections: section },
      on === undefined ? text : `${on}: ${text}`,
      insteadOf,
      favours,
    ]),
  };
}
