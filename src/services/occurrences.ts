/**
 * Every place at which a template's files write a name, and what it is the name of: the ground of definition, references,
 * rename and highlighting. It goes by the words of the text, so that a statement that does not parse has its names, too.
 */
import { once } from "../base/once.ts";
import type { CheckedStatement } from "../checked/tree.ts";
import type { StandingUnit } from "../syntax/standing-units.ts";
import type { Analysis, FileView } from "./analysis.ts";
import { checkedOf, unitAt } from "./analysis.ts";
import type { Place } from "./place.ts";
import type { Named, Term } from "./terms.ts";
import { bareTerms, isSameTerm, namedIn } from "./terms.ts";

export interface Occurrence extends Place {
  readonly term: Term;
  readonly isDeclaration: boolean;
}

/** In a unit, whose start its places count from. */
interface InUnit {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
  readonly isDeclaration: boolean;
  /** Whether it follows from the word alone what it stands for, and so from what else the template declares. */
  readonly isBare: boolean;
}

/** What is known of a unit from one edit to the next. */
interface Kept {
  readonly checked: CheckedStatement | undefined;
  readonly all: readonly InUnit[];
  readonly bare: readonly InUnit[];
}

export function occurrencesOf(file: FileView, analysis: Analysis): Occurrence[] {
  return file.units.flatMap((unit) => occurrencesInUnit(unit, file, analysis));
}

/** Those of one statement, in the order of the text. */
export function occurrencesInUnit(unit: StandingUnit, file: FileView, analysis: Analysis): Occurrence[] {
  return keptOf(unit, analysis).all.map((it) => placed(it, unit, file));
}

/** The one at an offset; also where the offset is just behind it. */
export function occurrenceAt(file: FileView, offset: number, analysis: Analysis): Occurrence | undefined {
  const unit = unitAt(file, offset);
  if (unit === undefined) return undefined;
  const all = occurrencesInUnit(unit, file, analysis).filter(({ start, end }) => start <= offset && offset <= end);
  return all.find(({ end }) => offset < end) ?? all[0];
}

/** File by file in the order of the text. */
export function occurrencesOfTerm(term: Term, analysis: Analysis): Occurrence[] {
  return analysis.files.flatMap((file) =>
    file.units.flatMap((unit) => {
      if (!plainTextOf(unit).includes(term.name)) return [];
      const found = keptOf(unit, analysis).all.filter((it) => isSameTerm(it.term, term));
      return found.map((it) => placed(it, unit, file));
    }),
  );
}

/** With single blanks, as names have. */
const plainTextOf = once(({ text }: StandingUnit) => text.replaceAll(/\s+/g, " "));

function placed({ start, end, term, isDeclaration }: InUnit, { source }: StandingUnit, { name }: FileView): Occurrence {
  return { file: name, start: source.startsAt + start, end: source.startsAt + end, term, isDeclaration };
}

/** A unit that an edit left alone is the same object. Its names are found again only where they stand for something else now. */
function keptOf(unit: StandingUnit, analysis: Analysis): Kept {
  const known = unitsOf(analysis).get(unit) ?? stillKept(unit, analysis) ?? namesOf(unit, analysis);
  unitsOf(analysis).set(unit, known);
  kept.set(unit, known);
  return known;
}

const unitsOf = once<Analysis, Map<StandingUnit, Kept>>(() => new Map());

/** As it was found last. */
const kept = new WeakMap<StandingUnit, Kept>();

function stillKept(unit: StandingUnit, analysis: Analysis): Kept | undefined {
  const known = kept.get(unit);
  if (known === undefined || known.checked !== checkedOf(analysis, unit.statement)) return undefined;
  const bareTerm = bareTerms(analysis.checked.program.symbols);
  const isSame = ({ term }: InUnit) => isSameTerm(term, bareTerm(term.name));
  return known.bare.every(isSame) ? known : undefined;
}

const noNames: ReadonlyMap<number, Named> = new Map();

function namesOf(unit: StandingUnit, analysis: Analysis): Kept {
  const { symbols } = analysis.checked.program;
  const checked = checkedOf(analysis, unit.statement);
  const bareTerm = bareTerms(symbols);
  const named = checked === undefined ? noNames : namedIn(checked, symbols);
  const all = unit.read.tokens.flatMap((token) => {
    const { startOffset, image, tokenType } = token;
    const known = named.get(startOffset);
    const isName = tokenType.name === "Name";
    if (known === undefined && !isName) return [];
    const text = known?.text ?? image.replaceAll(/\s+/g, " ");
    const term = known?.term ?? bareTerm(text);
    const isQuoted = image.startsWith('"');
    const start = startOffset + (isQuoted ? 1 : 0);
    // Behind a comma of a story a number at the end of a name is a value.
    const length = isQuoted ? image.length - 2 : isName ? lengthOf(image, text) : image.length;
    const isDeclaration = known?.isDeclaration ?? declares(unit, text);
    return [{ start, end: start + length, term, isDeclaration, isBare: known === undefined }];
  });
  return { checked, all, bare: all.filter(({ isBare }) => isBare) };
}

function lengthOf(image: string, text: string): number {
  if (image === text) return image.length;
  let [at, left] = [0, text.replaceAll(/\s/g, "").length];
  for (; at < image.length && left > 0; at += 1) if (/\S/.test(image.charAt(at))) left -= 1;
  return at;
}

/** The name of a broken statement is declared by it, as far as that could be read. */
function declares({ statement }: StandingUnit, text: string): boolean {
  return statement.kind === "BrokenStatement" && statement.declares?.text === text;
}
