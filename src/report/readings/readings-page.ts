/** The page of a scenario's readings: what each other choice of each passage moves, and which choices act on one another. */
import { groupBy } from "../../base/group-by.ts";
import type { Interaction, Interactions } from "../../compare/interactions.ts";
import type { MostMoved } from "../../compare/move-sizes.ts";
import type { MovedAnswer, ReadingMoves } from "../../compare/readings.ts";
import type { Leader, RankedChoice, ReadingTotals } from "../../compare/totals.ts";
import type { CoreProgram } from "../../core/core.ts";
import { contractSections } from "../contract-sections.ts";
import type { ContractText } from "../contract-text.ts";
import { figureOf, wordsAsFigure } from "../figures.ts";
import type { NoteBook } from "../notes/note-book.ts";
import type { Block, Cell, Figure, KeyFigure, Page, Section, Table } from "../page.ts";
import type { AnswerNotes, ExplainUnder } from "./answer-notes.ts";
import { answerNotes } from "./answer-notes.ts";
import { comparedCell, differenceCell, questionText } from "./compared.ts";

/** What was found, and in what. */
export interface ReadingsToShow {
  readonly program: CoreProgram;
  readonly scenario: string;
  /** The choices that the scenario itself makes. */
  readonly settled: ReadonlyMap<string, string>;
  readonly receipt: string;
  readonly totals: ReadingTotals;
  readonly moves: readonly ReadingMoves[];
  readonly interactions: Interactions;
  readonly explain: ExplainUnder;
  /** Looks at explanations that were found before; undefined where a bound of the run is reached. */
  readonly look: <T>(look: () => T) => T | undefined;
}

export function readingsPage(shown: ReadingsToShow, book: NoteBook, contract?: ContractText): Page {
  const { program, scenario, receipt, totals, moves, interactions } = shown;
  const noteOf = answerNotes(shown, book);
  const sections = [
    section("most", "Which reading moves most", rankedBlocks(totals)),
    section("moves", "What each reading moves", movesBlocks(shown, noteOf)),
    section("together", "Readings that act on one another", interactionBlocks(interactions, noteOf)),
    section("quiet", "Readings that move nothing", quietBlocks(moves)),
  ].filter(({ blocks }) => blocks.length > 0);
  const notes = shown.look(() => book.write()) ?? [];
  return {
    kind: "Readings of a scenario",
    title: program.title,
    subtitle: scenario,
    summary: [summaryWords(totals)],
    keyFigures: largestFigure(totals.ranked),
    sections,
    notes,
    notesLeftOut: book.leftOut,
    contract: contractSections(contract, program, { sections, notes }),
    foot: [
      ["Template", program.title],
      ["Scenario", scenario],
      ["Receipt", receipt],
    ],
  };
}

function section(id: string, title: string, blocks: readonly Block[]): Section {
  return { id, title, blocks };
}

function summaryWords({ passages, moving }: ReadingTotals): string {
  const verb = passages === 1 ? "passage can be" : "passages can be";
  const moved =
    moving === 1 ? "One of them moves" : `${moving === 0 ? "None" : moving} of them ${moving === 0 ? "moves" : "move"}`;
  return `${passages} ${verb} read in more than one way. ${moved} an answer of this scenario.`;
}

function largestFigure([first]: readonly RankedChoice[]): KeyFigure[] {
  const most = first?.most[0];
  if (first === undefined || most === undefined) return [];
  const { reading, section: label, choice } = first;
  return [
    {
      name: most.kind === "money" ? "The largest move of money" : "The largest move",
      figure: mostCell(most),
      detail: `${questionText(most)}, if "${reading}" (${label}) is read "${choice}"`,
    },
  ];
}

/** A row for each choice that moves something, a column for each kind of answer. */
function rankedBlocks({ kinds, ranked, leaders }: ReadingTotals): Block[] {
  if (ranked.length < 2) return [];
  const text =
    'Those that move most come first. A cell has the answer of its kind that moves most: "to" where there is none by default, "from" where there is none under the choice; for answers that are yes or no, how many change.';
  return [
    leaderTable(leaders),
    { kind: "Paragraph", text },
    {
      kind: "Table",
      caption: "What each choice moves most",
      columns: [{ head: "Choice" }, ...kinds.map((head) => ({ head, isFigure: true }))],
      rows: ranked.map(({ reading, section: label, choice, most }) => [
        [`"${reading}" read "${choice}"`, { kind: "Citation", sections: label }],
        ...kinds.map((kind) => mostCell(most.find((it) => it.kind === kind))),
      ]),
    },
  ];
}

function leaderTable(leaders: readonly Leader[]): Block {
  return {
    kind: "Table",
    caption: "Which choice moves most of each kind",
    columns: [{ head: "Of" }, { head: "Choice" }, { head: "What moves" }, { head: "By", isFigure: true }],
    rows: leaders.map(({ kind, reading, section: label, choice, most, answers }) => [
      kind,
      [`"${reading}" read "${choice}"`, { kind: "Citation", sections: label }],
      kind === "yes or no" ? `${answers} of them` : questionCells(most),
      mostCell({ ...most, kind, answers }),
    ]),
  };
}

function questionCells({ on, ...asked }: MovedAnswer): Cell {
  return on === undefined ? questionText(asked) : [`${questionText(asked)} on`, { kind: "Day", on }];
}

function mostCell(moved: MostMoved | undefined): Figure {
  if (moved === undefined) return wordsAsFigure("");
  const { kind, answers, unit, difference, default: before, chosen } = moved;
  if (difference !== undefined) return differenceCell(moved);
  const figure = [chosen, before].find((it) => typeof it === "string");
  if (kind === "yes or no" || kind === "other" || figure === undefined) return wordsAsFigure(String(answers));
  const shown = figureOf(figure, unit);
  return { ...shown, text: `${figure === chosen ? "to" : "from"} ${shown.text}` };
}

/** By passage, in the order of the moves: the passage, then what each choice moves. */
function movesBlocks({ program, settled, moves }: ReadingsToShow, noteOf: AnswerNotes): Block[] {
  const moving = moves.filter(({ moved }) => moved.length > 0);
  return [...groupBy(moving, ({ reading }) => reading)].flatMap(([reading, choices]): Block[] => {
    const { section: label, passage } = program.readings.get(reading) ?? { section: "", passage: "" };
    const own = settled.get(reading);
    const words = own === undefined ? "" : ` The scenario reads it "${own}".`;
    const about: Block = { kind: "Paragraph", section: label, text: `"${reading}": ${passage}.${words}` };
    return [about, ...choices.map((it) => movesTable(it, noteOf))];
  });
}

function movesTable({ reading, choice, default: usual, moved }: ReadingMoves, noteOf: AnswerNotes): Table {
  return {
    kind: "Table",
    caption: `"${reading}" read "${choice}" instead of "${usual}"`,
    columns: [
      { head: "Value" },
      { head: `"${usual}"`, isFigure: true },
      { head: `"${choice}"`, isFigure: true },
      { head: "Difference", isFigure: true },
    ],
    rows: moved.map((it) => [
      questionText(it),
      comparedCell(it.default, it.unit, noteOf(it, [[reading, usual]])),
      comparedCell(it.chosen, it.unit, noteOf(it, [[reading, choice]])),
      differenceCell(it),
    ]),
  };
}

function interactionBlocks({ pairs, run, found }: Interactions, noteOf: AnswerNotes): Block[] {
  if (run === 0) return [];
  const counts = `${run} of ${pairs} pairs of choices were run together.`;
  const text =
    found.length === 0
      ? `${counts} In each, the effects add up.`
      : `${counts} Below are those whose joint effect is not the sum of their single effects.`;
  return [{ kind: "Paragraph", text }, ...found.map((it) => interactionTable(it, noteOf))];
}

function interactionTable({ first, second, answers }: Interaction, noteOf: AnswerNotes): Table {
  const both = [first, second].map(({ reading, choice }) => [reading, choice] as const);
  return {
    kind: "Table",
    caption: `${first.section}: "${first.reading}" read "${first.choice}", and ${second.section}: "${second.reading}" read "${second.choice}"`,
    columns: [
      { head: "Value" },
      { head: "If added up", isFigure: true },
      { head: "Together", isFigure: true },
      { head: "Difference", isFigure: true },
    ],
    rows: answers.map((it) => [
      questionText(it),
      it.apart === undefined ? "" : comparedCell(it.apart, it.unit),
      comparedCell(it.together, it.unit, noteOf(it, both)),
      differenceCell(it),
    ]),
  };
}

function quietBlocks(moves: readonly ReadingMoves[]): Block[] {
  const quiet = moves.filter(({ moved }) => moved.length === 0);
  if (quiet.length === 0) return [];
  return [
    {
      kind: "Table",
      caption: "Choices that move no answer of this scenario",
      columns: [{ head: "Reading" }, { head: "Section" }, { head: "Choice" }],
      rows: quiet.map(({ reading, section: label, choice }) => [
        reading,
        { kind: "Citation", sections: label },
        choice,
      ]),
    },
  ];
}
