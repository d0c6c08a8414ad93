/**
 * The page of a comparison: terms, cost over time, totals, where the subjects part, and what becomes of each.
 *
 * A comparison comes in, a page goes out. Columns are headed by the names of the subjects, which differ.
 */
import type { ComparedSubject, Comparison, OutcomeValue } from "../../compare/comparison.ts";
import type { ComparisonSource } from "../../compare/comparison-source.ts";
import { longDay } from "../blocks/days.ts";
import { answerCell } from "../figures.ts";
import type { NoteBook } from "../notes/note-book.ts";
import type { Block, Cell, Column, KeyFigure, Page, Section, Table } from "../page.ts";
import { costChart } from "./cost.ts";
import type { FigureNotes } from "./figure-notes.ts";
import { figureNotes } from "./figure-notes.ts";
import { outcomeBlocks } from "./outcome.ts";
import { subjectBlocks } from "./subjects.ts";

export function comparePage(source: ComparisonSource, book: NoteBook): Page {
  const { comparison } = source;
  const notes = figureNotes(source, book);
  const { story, subjects } = comparison;
  const sections = [
    section("terms", "Terms", [termsTable(comparison)]),
    section("totals", "Cost and totals", [...costChart(comparison, notes), ...totalsBlocks(comparison, notes)]),
    section("parting", "Where they part", partingBlocks(comparison)),
    section("changed", "Sections that changed", changedBlocks(comparison)),
    section("outcome", "Outcome over time", outcomeBlocks(comparison, notes)),
    section("left", "Parts of the story that do not apply", leftBlocks(subjects)),
    section("subjects", "Deal terms and readings", subjectBlocks(subjects)),
  ].filter(({ blocks }) => blocks.length > 0);
  return {
    kind: "Comparison of instruments in one story",
    title: story.title ?? story.name,
    subtitle: `${longDay(story.from)} to ${longDay(story.through)}`,
    summary: [summaryOf(comparison)],
    keyFigures: keyFiguresOf(comparison, notes),
    sections,
    notes: source.look(() => book.write()) ?? [],
    notesLeftOut: book.leftOut,
    contract: [],
    foot: [["Story", story.name], ...subjects.map(({ name, template }) => [name, template] as const)],
  };
}

function section(id: string, title: string, blocks: readonly Block[]): Section {
  return { id, title, blocks };
}

function summaryOf({ parts }: Comparison): string {
  return parts === null
    ? "Every position is the same on every day."
    : `The positions are first different on ${longDay(parts.on)}. ${capitalised(parts.because)}.`;
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The cost of each subject. */
function keyFiguresOf({ subjects, totals }: Comparison, notes: FigureNotes): KeyFigure[] {
  const costRole = "cost to the issuer";
  const cost = totals.find(({ role }) => role === costRole);
  return subjects.flatMap(({ name, title }, index) => {
    const value = cost?.values[index];
    if (value === undefined) return [];
    return [
      {
        name: `Cost to the issuer of ${name}`,
        figure: answerCell(value, notes.ofTotal(index, costRole)),
        detail: title,
      },
    ];
  });
}

/** A column for each subject behind the first one. */
function columnsOf(first: string, { subjects }: Comparison, isFigure: boolean): Column[] {
  return [{ head: first }, ...subjects.map(({ name }) => ({ head: name, isFigure }))];
}

function termsTable(comparison: Comparison): Table {
  return {
    kind: "Table",
    caption: "Terms, read out of the templates",
    columns: columnsOf("Term", comparison, false),
    rows: comparison.terms.map(({ role, values }) => [
      role,
      ...values.map((term): Cell => (term === null ? "–" : [term.value, { kind: "Citation", sections: term.section }])),
    ]),
  };
}

function totalsBlocks(comparison: Comparison, notes: FigureNotes): Block[] {
  const { totals } = comparison;
  const rules: Table = {
    kind: "Table",
    caption: "The rule of each total",
    columns: [{ head: "Total" }, { head: "Rule" }],
    rows: totals.map(({ role, rule }) => [role, rule]),
  };
  const table: Table = {
    kind: "Table",
    caption: "Totals of the story",
    columns: columnsOf("Total", comparison, true),
    rows: totals.map(({ role, values }) => [
      role,
      ...values.map((value: OutcomeValue, index) => answerCell(value, notes.ofTotal(index, role))),
    ]),
  };
  return [table, { kind: "Fold", title: "How each total is worked out", blocks: [rules] }];
}

function partingBlocks(comparison: Comparison): Block[] {
  const { parts } = comparison;
  if (parts === null) return [];
  return [
    {
      kind: "Table",
      caption: "The first day on which each position differs, and the sections that make it differ",
      columns: [{ head: "Position" }, { head: "Day" }, ...comparison.subjects.map(({ name }) => ({ head: name }))],
      rows: parts.roles.map(({ role, on, sections }) => [
        role,
        { kind: "Day", on },
        ...sections.map((it): Cell => (it === "" ? "–" : { kind: "Citation", sections: it })),
      ]),
    },
  ];
}

function changedBlocks({ changed, subjects }: Comparison): Block[] {
  if (changed.length === 0) return [];
  const heads = subjects.slice(0, 2).map(({ name }) => ({ head: name }));
  return [
    {
      kind: "Table",
      caption: "Clauses that differ between the first two drafts",
      columns: [{ head: "Section" }, { head: "Title" }, { head: "Change" }, ...heads],
      rows: changed.flatMap(({ section: label, title, change, clauses }) =>
        clauses.map(({ before, after }): Cell[] => [label, title, change, onOneLine(before), onOneLine(after)]),
      ),
    },
  ];
}

function onOneLine(statement: string | null): string {
  return statement === null ? "–" : statement.replaceAll(/\s+/g, " ");
}

function leftBlocks(subjects: readonly ComparedSubject[]): Block[] {
  const rows = subjects.flatMap(({ name, refused, notes }): Cell[][] => [
    ...refused.map(({ on, event, because }): Cell[] => [name, dayCell(on), event, `refused: ${because}`]),
    ...notes.map(({ on, what, because }): Cell[] => [name, dayCell(on), what, because]),
  ]);
  if (rows.length === 0) return [];
  const columns = ["Subject", "Day", "Event or fact", "Why"].map((head) => ({ head }));
  return [{ kind: "Table", caption: "What does not reach a subject, and why", columns, rows }];
}

function dayCell(on: string | null): Cell {
  return on === null ? "–" : { kind: "Day", on };
}
