/** How much of a contract's text a template says, for reading. */
import type { CoveredSentence, CoverReport, LooseFigure, Stale } from "../../../index.ts";
import type { Paint } from "../parts/paint.ts";
import { flexible, renderTable } from "../parts/table.ts";
import { counted, wrap } from "../parts/text.ts";

/** With `full`, every sentence with its clauses; else those that nothing says. Text that ends with a line end. */
export function renderCover(
  { title, coverage, stale }: CoverReport,
  full: boolean,
  width: number,
  paint: Paint,
): string {
  const { totals, unconfirmed, parts, figuresOfText, figuresOfTemplate, findings } = coverage;
  const all = totals.encoded + totals.declared + totals.uncovered;
  const head =
    `${paint.bold(title)}: ${counted(all, "sentence")}, ${totals.encoded} encoded, ${totals.declared} declared, ` +
    (totals.uncovered === 0 ? paint.green("none uncovered") : paint.red(`${totals.uncovered} uncovered`));
  const sentences = parts.flatMap((it) => it.sentences);
  const blocks = [
    wrap(head, width).join("\n"),
    sectionTable(coverage, width, paint),
    full ? sentenceTable("Sentences and their clauses", sentences, width, paint) : "",
    sentenceTable(
      "Not covered",
      sentences.filter(({ status }) => status === "uncovered"),
      width,
      paint,
    ),
    figureTable("Figures of the text that no clause of their section has", figuresOfText, width, paint),
    figureTable(
      "Figures of the template that their section of the text does not have",
      figuresOfTemplate,
      width,
      paint,
    ),
    findingTable(findings, width, paint),
    ...withoutText(coverage).map((it) => wrap(it, width).join("\n")),
    stale === undefined ? "" : staleBlock(stale, width, paint),
    unconfirmed === 0 ? "" : wrap(confirmWords(unconfirmed), width).join("\n"),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** What the template names and the text does not have. */
function withoutText({ sectionsWithoutText, sentencesWithoutText }: CoverReport["coverage"]): string[] {
  const sections =
    sectionsWithoutText.length === 0 ? [] : [`The text has no section ${sectionsWithoutText.join(", ")}.`];
  const sentences = sentencesWithoutText.map(({ section, sentence, has, line }) => {
    return `Line ${line} names sentence ${sentence} of ${section}, which has ${counted(has, "sentence")}.`;
  });
  return [...sections, ...sentences];
}

function confirmWords(count: number): string {
  return (
    `The clauses of ${counted(count, "sentence")} were found by what both are about. Read them with --full or --html, and ` +
    "write `sentence 2` above the clauses that say the second sentence of a section."
  );
}

function sectionTable({ parts }: CoverReport["coverage"], width: number, paint: Paint): string {
  const count = (sentences: readonly CoveredSentence[], status: CoveredSentence["status"]) =>
    sentences.filter((it) => it.status === status).length;
  const shown = (figure: number) => (figure === 0 ? "" : String(figure));
  const right = (head: string) => ({ head, align: "right" as const });
  const rows = parts
    .filter(({ sentences }) => sentences.length > 0)
    .map(({ part: { label, title }, sentences }) => [
      { text: label, paint: paint.bold },
      { text: title },
      { text: String(sentences.length) },
      { text: shown(count(sentences, "encoded")) },
      { text: shown(count(sentences, "declared")) },
      { text: shown(count(sentences, "uncovered")), paint: paint.red },
    ]);
  const columns = ["section", flexible("title"), ...["sentences", "encoded", "declared", "uncovered"].map(right)];
  return renderTable(columns, rows, width, paint).trimEnd();
}

function sentenceTable(title: string, sentences: readonly CoveredSentence[], width: number, paint: Paint): string {
  if (sentences.length === 0) return "";
  const rows = sentences.map(({ sentence: { section, ordinal, line, text }, matches, reason, status }) => [
    { text: `${section}, sentence ${ordinal}`, paint: paint.bold },
    { text: String(line) },
    { text: brief(text) },
    { text: reason ?? matches.map(({ clause, isNamed }) => clause.title + (isNamed ? "" : " ?")).join("; ") },
    { text: status === "uncovered" ? "" : status },
  ]);
  const columns = [
    "sentence",
    { head: "line", align: "right" as const },
    flexible("text"),
    flexible("clauses"),
    "status",
  ];
  return `${paint.bold(title)}\n${renderTable(columns, rows, width, paint).trimEnd()}`;
}

/** The first words of a sentence. */
function brief(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99).trimEnd()}…`;
}

function figureTable(title: string, figures: readonly LooseFigure[], width: number, paint: Paint): string {
  if (figures.length === 0) return "";
  const rows = figures.map(({ section, line, text }) => [{ text: section }, { text: String(line) }, { text }]);
  const columns = ["section", { head: "line", align: "right" as const }, flexible("figure")];
  return `${paint.bold(title)}\n${renderTable(columns, rows, width, paint).trimEnd()}`;
}

function findingTable(findings: CoverReport["coverage"]["findings"], width: number, paint: Paint): string {
  if (findings.length === 0) return "";
  const rows = findings.map(({ section, line, message }) => [
    { text: section },
    { text: String(line) },
    { text: message },
  ]);
  const columns = ["section", { head: "line", align: "right" as const }, flexible("finding")];
  return `${paint.bold("What the text leaves open")}\n${renderTable(columns, rows, width, paint).trimEnd()}`;
}

function staleBlock({ sentences, stories }: Stale, width: number, paint: Paint): string {
  if (sentences.length === 0) return "The other text has the same sentences.";
  const rows = sentences.map(({ sentence: { section, ordinal, text }, change, clauses }) => [
    { text: change, paint: change === "new" ? paint.green : paint.red },
    { text: `${section}, sentence ${ordinal}`, paint: paint.bold },
    { text: brief(text) },
    { text: clauses.map(({ title }) => title).join("; ") },
  ]);
  const table = renderTable(["", "sentence", flexible("text"), flexible("clauses to look at")], rows, width, paint);
  const ofStories =
    stories.length === 0 ? "" : `\n${wrap(`Stories to look at: ${stories.join("; ")}`, width).join("\n")}`;
  return `${paint.bold("What the other text changes")}\n${table.trimEnd()}${ofStories}`;
}
