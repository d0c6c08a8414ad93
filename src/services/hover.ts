/** What an editor shows about the word under the pointer, as Markdown. */
import { textOf } from "../source/span.ts";
import type { Statement } from "../syntax/ast.ts";
import { titleOf } from "../syntax/clauses/expand.ts";
import type { Analysis, FileView } from "./analysis.ts";
import { unitAt } from "./analysis.ts";
import type { ContractText } from "./contract.ts";
import { describe, typeInWords } from "./describe.ts";
import type { Occurrence } from "./occurrences.ts";
import { occurrencesOfTerm } from "./occurrences.ts";
import type { Place } from "./place.ts";
import { placeOf } from "./place.ts";
import type { Term } from "./terms.ts";

export interface Hover {
  readonly place: Place;
  readonly markdown: string;
}

/** The value of a name on the chosen day, where a story is chosen: given by who can run it. */
export type ValueNow = (term: Term) => string | undefined;

/** Of a name at a place of a file. */
export function hoverOf(
  at: Occurrence,
  file: FileView,
  analysis: Analysis,
  more: { readonly contract?: ContractText | undefined; readonly valueNow?: ValueNow | undefined } = {},
): Hover | undefined {
  const parts = at.term.kind.startsWith("clause")
    ? ofClause(at, file, analysis)
    : ofTerm(at.term, analysis, more.contract);
  const value = more.valueNow?.(at.term);
  const shown = [...parts, ...(value === undefined ? [] : [value])];
  return shown.length === 0 ? undefined : { place: at, markdown: shown.join("\n\n") };
}

function ofTerm(term: Term, analysis: Analysis, contract: ContractText | undefined): string[] {
  const { program } = analysis.checked;
  const known = describe(term, program);
  if (known === undefined) return [];
  const { type, section, what, says } = known;
  const title = program.symbols.sections.get(section)?.title?.text;
  const where = section === "" || term.kind === "section" ? "" : `, section ${section}${title ? ` "${title}"` : ""}`;
  const unit = type === undefined ? "" : `: ${typeInWords(type)}`;
  const head = `**${escaped(term.name)}** — ${what}${unit}${escaped(where)}`;
  return [
    head,
    ...(says === undefined ? [] : [fenced(textOf(says))]),
    ...(says === undefined ? [] : declaredIn(says.source.name, analysis)),
    ...sentencesOf(term, analysis, contract),
  ];
}

/** Where a copy of a clause declares a name, whose clause that is. */
function declaredIn(name: string, { clauses }: Analysis): string[] {
  const clause = clauses.find(({ sources }) => sources[0]?.name === name);
  const title = clause === undefined ? undefined : titleOf(clause.value.statements);
  return title === undefined ? [] : [`From the clause "${title}".`];
}

const longestSentence = 600;

function sentencesOf(term: Term, analysis: Analysis, contract: ContractText | undefined): string[] {
  if (contract === undefined) return [];
  const sentences =
    term.kind === "section"
      ? (contract.partOf(term.name)?.sentences ?? []).slice(0, 2)
      : statementsDeclaring(term, analysis)
          .flatMap((it) => contract.sentencesFor(it, analysis))
          .slice(0, 2);
  return sentences.map(({ text, section, ordinal }) => {
    const shown = text.length > longestSentence ? `${text.slice(0, longestSentence)}…` : text;
    return `> ${escaped(shown)}\n>\n> _${escaped(section)}, sentence ${ordinal}_`;
  });
}

function statementsDeclaring(term: Term, analysis: Analysis): Statement[] {
  return occurrencesOfTerm(term, analysis).flatMap(({ file, start, isDeclaration }) => {
    const view = analysis.files.find(({ name }) => name === file);
    const unit = isDeclaration && view !== undefined ? unitAt(view, start) : undefined;
    return unit === undefined ? [] : [unit.statement];
  });
}

/** What a clause says, in the words of the note that uses it. */
function ofClause({ term, start }: Occurrence, file: FileView, analysis: Analysis): string[] {
  const title = term.kind === "clause" ? term.name : "of" in term ? term.of : "";
  const clause = analysis.clauses.find(({ value }) => titleOf(value.statements) === title);
  if (clause === undefined) return [];
  const { statements } = clause.value;
  const use = unitAt(file, start)?.statement;
  const named = statements.flatMap((it) => (it.kind === "Takes" || it.kind === "Gives" ? [it] : []));
  if (term.kind === "clause name") {
    const own = named.find(({ name }) => name.text === term.name);
    return own === undefined
      ? []
      : [
          `**${escaped(term.name)}** — what "${title}" ${own.kind === "Gives" ? "gives" : own.verb}`,
          fenced(textOf(own.span)),
        ];
  }
  const head = statements.find((it) => it.kind === "ClauseHead");
  const filledIn = use?.kind === "Use" ? copyOf(use, analysis) : [];
  return [
    `**${escaped(title)}**${head?.says === undefined ? "" : ` — ${escaped(head.says.text)}`}`,
    ...(filledIn.length === 0 ? [] : [fenced(filledIn.join("\n"))]),
  ];
}

/** The statements that a use stands for, with the note's own names. */
function copyOf({ span, bindings }: Extract<Statement, { kind: "Use" }>, { checked }: Analysis): string[] {
  const { statements } = checked.look.names;
  const from = statements.findIndex((it) => it.statement.span === span);
  const own = new Set(bindings.map(({ value }) => value.span.source));
  own.add(span.source);
  const copied: string[] = [];
  for (const { statement } of statements.slice(from + 1)) {
    if (own.has(statement.span.source) || statement.span.source.wording.size === 0) break;
    copied.push(statement.span.source.reword(textOf(statement.span)));
  }
  return copied;
}

function fenced(text: string): string {
  return `\`\`\`tenor\n${text.replaceAll("```", "'''")}\n\`\`\``;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#]/g, (it) => `\\${it}`);
}

/** Where a name is declared. */
export function definitionOf(term: Term, analysis: Analysis): Place[] {
  if (term.kind === "clause" || term.kind === "clause name") return inClause(term, analysis);
  const declared = occurrencesOfTerm(term, analysis).filter(({ isDeclaration }) => isDeclaration);
  if (declared.length > 0) return declared;
  const says = describe(term, analysis.checked.program)?.says;
  return says === undefined ? [] : [placeOf(says)];
}

function inClause(term: Extract<Term, { kind: "clause" | "clause name" }>, { clauses }: Analysis): Place[] {
  const title = term.kind === "clause" ? term.name : term.of;
  const clause = clauses.find(({ value }) => titleOf(value.statements) === title);
  return (clause?.value.statements ?? []).flatMap((it) => {
    if (term.kind === "clause") return it.kind === "ClauseHead" ? [placeOf(it.title.span)] : [];
    return (it.kind === "Takes" || it.kind === "Gives") && it.name.text === term.name ? [placeOf(it.name.span)] : [];
  });
}
