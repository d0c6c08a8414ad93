/** The statements of a template as they are set against sentences: where they stand, and what they are about. */

import type { Span } from "../source/span.ts";
import { textOf } from "../source/span.ts";
import type { Identifier, SentenceRange, Statement, SyntaxTree } from "../syntax/ast.ts";
import { nodesIn } from "../syntax/walk.ts";
import { plainDigits } from "./words.ts";

export interface Clause {
  readonly section: string;
  readonly statement: Statement;
  /** What readers know it by: the name that it declares, or its first words. */
  readonly title: string;
  /** The names that it may declare: of the use of a clause, all that are given to it. */
  readonly declares: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  /** Of how many days a year of its day counts is: `actual/360` has 360. The text need not say it. */
  readonly yearDays: readonly string[];
  /** What it says in words. */
  readonly words: string;
  /** Sentences of its section that a line above it names. */
  readonly sentences: readonly SentenceRange[];
}

export interface OutOfScope {
  readonly section: string;
  /** Empty for all of the section that nothing else says. */
  readonly sentences: readonly SentenceRange[];
  readonly reason: string;
  readonly span: Span;
}

export interface ClausesOfTemplate {
  readonly clauses: readonly Clause[];
  readonly outOfScope: readonly OutOfScope[];
  readonly parties: readonly string[];
  /** Its headings, each once. */
  readonly sections: readonly string[];
  /** Sections in which a reading or a view of the template settles what the text leaves open. */
  readonly settled: readonly string[];
}

const noClauses: ReadonlySet<Statement["kind"]> = new Set([
  "OurView",
  "NoteHead",
  "RoleMark",
  "Story",
  "ClauseHead",
  "BrokenStatement",
]);

/** A view covers what a line above it names, and by its words nothing. */
function isClause({ kind }: Statement, sentences: readonly SentenceRange[]): boolean {
  return kind === "OurView" ? sentences.length > 0 : !noClauses.has(kind);
}

export function clausesOf({ statements }: SyntaxTree): ClausesOfTemplate {
  const clauses: Clause[] = [];
  const outOfScope: OutOfScope[] = [];
  const parties: string[] = [];
  const settled: string[] = [];
  let section = "";
  let sentences: readonly SentenceRange[] = [];
  for (const statement of statements) {
    if (statement.kind === "NoteHead") parties.push(...statement.parties.map(({ text }) => text));
    if (statement.kind === "ReadingDeclaration" || statement.kind === "OurView") settled.push(section);
    if (statement.kind === "SectionHeading") [section, sentences] = [statement.label.text, []];
    else if (statement.kind === "SentenceMark") {
      const { reason, span } = statement;
      sentences = reason === undefined ? statement.sentences : [];
      if (reason !== undefined) outOfScope.push({ section, sentences: statement.sentences, reason: reason.text, span });
    } else if (isClause(statement, sentences)) clauses.push(clauseOf(statement, section, sentences));
  }
  const headings = statements.flatMap((it) => (it.kind === "SectionHeading" ? [it.label.text] : []));
  return { clauses, outOfScope, parties, sections: [...new Set(headings)], settled };
}

function clauseOf(statement: Statement, section: string, sentences: readonly SentenceRange[]): Clause {
  const parts = [...identifiersIn(statement)];
  const names = parts.filter((it) => !isQuoted(it)).map(({ text }) => text);
  const declared = declaredBy(statement)?.text;
  const values = statement.kind === "Use" ? statement.bindings.map(({ value }) => value) : [];
  const given = values.flatMap((value) => (value.kind === "NameReference" ? [value.name.text] : []));
  return {
    section,
    statement,
    title: declared ?? headOf(statement),
    declares: new Set(declared === undefined ? given : [declared]),
    names: new Set(names.filter((name) => /^[A-Z]/.test(name))),
    figures: new Set(figuresIn(statement)),
    yearDays: nodesIn(statement).flatMap((node) =>
      "kind" in node && node.kind === "DayCountName" && "text" in node ? (/\d{3}/.exec(String(node.text)) ?? []) : [],
    ),
    words: parts
      .filter(isQuoted)
      .map(({ text }) => text)
      .join(". "),
    sentences,
  };
}

function isQuoted({ span }: Identifier): boolean {
  return textOf(span).startsWith('"');
}

function* identifiersIn(statement: Statement): Generator<Identifier> {
  for (const node of nodesIn(statement)) {
    if ("text" in node && typeof node.text === "string" && !("kind" in node) && "span" in node) {
      // cast: what has a text and a place, and is no node, is an identifier.
      // oxlint-disable-next-line typescript/consistent-type-assertions
      yield node as Identifier;
    }
  }
}

function declaredBy(statement: Statement): Identifier | undefined {
  if (statement.kind === "DefaultDeclaration") return undefined;
  return "name" in statement ? statement.name : undefined;
}

function figuresIn(statement: Statement): string[] {
  return nodesIn(statement).flatMap((node) => {
    if (!("kind" in node)) return [];
    if (node.kind === "NumberLiteral" && "digits" in node) return [plainDigits(String(node.digits))];
    const isDay = node.kind === "DateLiteral" || node.kind === "TimeLiteral";
    return isDay && "text" in node ? [String(node.text)] : [];
  });
}

/** The first line of a statement without a name. */
function headOf({ span }: Statement): string {
  const [line = ""] = textOf(span).split("\n");
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}
