/** A name changed wherever it is written: in the template, its stories, and the scenarios and bindings for it. */
import { tokenize } from "../../../grammar/tokenize.ts";
import type { Analysis } from "../analysis.ts";
import type { Occurrence } from "../occurrences.ts";
import { occurrencesOfTerm } from "../occurrences.ts";
import type { Term } from "../terms.ts";
import { ownersOf } from "../terms.ts";
import type { TextEdit } from "./formatting.ts";
import type { DataFile } from "./names-in-data.ts";
import { namesInData } from "./names-in-data.ts";

/** A name that the template itself declares; a section is called so by the contract. */
export function renameable(at: Occurrence, analysis: Analysis): Occurrence | undefined {
  const isOwn = occurrencesOfTerm(at.term, analysis).some(({ isDeclaration }) => isDeclaration);
  return isOwn && at.term.kind !== "section" ? at : undefined;
}

/** The edits, or why the new name can't stand. */
export function renameEdits(
  { term }: Occurrence,
  name: string,
  analysis: Analysis,
  data: readonly DataFile[],
): { readonly edits: readonly TextEdit[] } | { readonly refused: string } {
  const refused = name === term.name ? undefined : problemWith(name, term, analysis);
  if (refused !== undefined) return { refused };
  const owners = ownersOf(term, analysis.checked.program.symbols);
  const inData = data.flatMap((file) => namesInData(file, term, owners));
  const places = [...occurrencesOfTerm(term, analysis), ...inData];
  return { edits: places.map((place) => ({ place, text: name })) };
}

function problemWith(name: string, term: Term, { checked }: Analysis): string | undefined {
  const { symbols } = checked.program;
  const { readings, perEvent, noteLevel } = symbols;
  if (term.kind === "reading" || term.kind === "choice") {
    const choices = term.kind === "choice" ? readings.get(term.of)?.statement.choices : undefined;
    const isTaken = choices?.some(({ text }) => text === name) ?? readings.has(name);
    if (isTaken) return `"${name}" is there already`;
    return /^[^"\r\n]+$/.test(name) ? undefined : "write at least a letter, without quotes and on one line";
  }
  if (!isName(name)) {
    return `\`${name}\` is no name: each of its words begins with a capital, but for small ones such as \`of\``;
  }
  const isTakenIn = (owner: string) => perEvent.get(owner)?.has(name) === true;
  const isTaken = term.kind === "member" ? [...ownersOf(term, symbols)].some(isTakenIn) : noteLevel.has(name);
  return isTaken ? `\`${name}\` is declared already` : undefined;
}

function isName(text: string): boolean {
  const { tokens } = tokenize(text);
  return tokens.length === 1 && tokens[0]?.tokenType.name === "Name" && tokens[0].image === text;
}
