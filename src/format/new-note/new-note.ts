/**
 * A note to begin with, put together from pieces by the answers to some questions. Questions and pieces come in as texts; out comes a
 * template in the one style, with stories that pass, and the list of what is still to be filled in.
 */
import { SourceFile } from "../../source/source-file.ts";
import { formatSource } from "../format.ts";
import type { Part } from "./pieces.ts";
import { holds, piecesFrom } from "./pieces.ts";
import type { Answers, NoteQuestion } from "./questions.ts";
import { isAsked } from "./questions.ts";
import { storyOf } from "./stories.ts";

export interface NewNote {
  readonly template: string;
  /** A market file for the stories, where they need one. */
  readonly prices: string | undefined;
  /** Questions whose answers are theirs by default, marked in the template. */
  readonly blanks: readonly NoteQuestion[];
  /** Deal terms that every scenario gives. */
  readonly dealTerms: readonly string[];
}

/** `given` has what was answered; the other questions that are asked take what they have by default. `market` names the market file. */
export function newNote(questions: readonly NoteQuestion[], pieces: string, given: Answers, market: string): NewNote {
  const answers = withDefaults(questions, given);
  const blanks = questions.filter(({ name }) => answers.has(name) && !given.has(name));
  const parts = piecesFrom(pieces).flatMap((piece) => (holds(piece, answers) ? piece.parts : []));
  const filled = filledIn(parts, answers, new Set(blanks.map(({ name }) => name)));
  const terms = filled.flatMap(({ kind, lines }) => (kind === "given" ? lines : []));
  const storyTerms = filled.flatMap(({ kind, lines }) => (kind === "terms" ? lines : []));
  const prices = filled.find(({ kind }) => kind === "prices")?.lines.join("\n");
  const titles = titlesOf(filled, "section");
  const sections = titles.map((title, index) => [
    `section ${index + 1} "${title}"`,
    ...filled.flatMap((it) => (it.kind === "section" && it.title === title ? [...it.lines, ""] : [])),
  ]);
  const stories = titlesOf(filled, "story").map((title) =>
    storyOf(title, linesOf(filled, "story", title), storyTerms, prices === undefined ? undefined : market),
  );
  const text = [
    ...toSettle(answers, blanks),
    ...filled.flatMap(({ kind, lines }) => (kind === "head" ? lines : [])),
    "",
    ...terms,
    "",
    ...sections.flat(),
    `section "Stories"`,
    "-- The terms and figures of the stories are their own; the sums are worked out beside them.",
    "",
    ...stories.flatMap((story) => [...story, ""]),
  ];
  const formatted = formatSource(new SourceFile("new.tenor", `${text.join("\n").trimEnd()}\n`));
  const template = formatted.ok ? formatted.value : text.join("\n");
  const dealTerms = terms.flatMap((it) => /^given ([^:]+): [^=]+$/.exec(it)?.[1] ?? []);
  return { template, prices: prices === undefined ? undefined : `${prices}\n`, blanks, dealTerms };
}

/** Whether a question is asked depends on the answers to those before it. */
export function withDefaults(questions: readonly NoteQuestion[], given: Answers): Answers {
  const answers = new Map<string, string>();
  for (const question of questions) {
    if (isAsked(question, answers)) answers.set(question.name, given.get(question.name) ?? question.byDefault);
  }
  return answers;
}

function toSettle(answers: Answers, blanks: readonly NoteQuestion[]): string[] {
  if (blanks.length === 0) return [];
  const toFill = blanks.map(({ name }) => `${name} (${answers.get(name) ?? ""})`);
  return [...wrapped(`-- To settle, as nobody has answered: ${toFill.join(", ")}.`), ""];
}

function wrapped(text: string): string[] {
  const lines = text.match(/.{1,112}(?:\s|$)/g) ?? [];
  return lines.map((line, index) => (index === 0 ? line.trimEnd() : `-- ${line.trimEnd()}`));
}

/** Answers and numbers of sections in their places. */
function filledIn(parts: readonly Part[], answers: Answers, blanks: ReadonlySet<string>): Part[] {
  const sections = titlesOf(parts, "section");
  const fill = (line: string): string => {
    const isBlank = [...line.matchAll(/<([\w-]+)>/g)].some(([, name = ""]) => blanks.has(name));
    const marked = line.replace(/ -- <blank>$/, isBlank ? " -- to settle" : "");
    return marked.replaceAll(/<(section )?([^<>]+)>/g, (_, section, name: string) =>
      section === undefined ? (answers.get(name) ?? "") : String(sections.indexOf(name) + 1),
    );
  };
  return parts.map((part) => ({ ...part, lines: part.lines.map(fill) }));
}

function titlesOf(parts: readonly Part[], kind: Part["kind"]): string[] {
  return [...new Set(parts.filter((it) => it.kind === kind).map(({ title }) => title))];
}

function linesOf(parts: readonly Part[], kind: Part["kind"], title: string): string[] {
  return parts.flatMap((it) => (it.kind === kind && it.title === title ? it.lines : []));
}
