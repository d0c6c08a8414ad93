/** Which definitions read a definition, and which it reads. */
import { groupBy } from "../base/group-by.ts";
import type { Analysis, FileView } from "./analysis.ts";
import { unitAt } from "./analysis.ts";
import type { Occurrence } from "./occurrences.ts";
import { occurrenceAt, occurrencesInUnit, occurrencesOfTerm } from "./occurrences.ts";
import type { Term } from "./terms.ts";
import { termKey } from "./terms.ts";

export interface Call {
  /** What reads, or is read, where it is declared. */
  readonly declared: Occurrence;
  /** Where it is read. */
  readonly places: readonly Occurrence[];
}

export function callAt(file: FileView, offset: number, analysis: Analysis): Occurrence | undefined {
  const at = occurrenceAt(file, offset, analysis);
  return at && declarationOf(at.term, analysis);
}

/** A statement without a name of its own, such as a rule, stands for what it reads first. */
export function incoming(term: Term, analysis: Analysis): Call[] {
  const read = occurrencesOfTerm(term, analysis).filter(({ isDeclaration }) => !isDeclaration);
  return grouped(read, (it) => headOf(it, analysis));
}

export function outgoing(term: Term, analysis: Analysis): Call[] {
  const declared = declarationOf(term, analysis);
  const unit = declared && unitOf(declared, analysis);
  if (declared === undefined || unit === undefined) return [];
  const within = occurrencesInUnit(unit.unit, unit.file, analysis).filter(({ isDeclaration }) => !isDeclaration);
  return grouped(within, (it) => declarationOf(it.term, analysis));
}

function grouped(places: readonly Occurrence[], of: (place: Occurrence) => Occurrence | undefined): Call[] {
  const found = places.flatMap((place) => {
    const declared = of(place);
    return declared === undefined ? [] : [{ declared, place }];
  });
  const byHead = groupBy(found, ({ declared }) => `${declared.file} ${declared.start}`);
  return [...byHead.values()].flatMap((all) => {
    const [first] = all;
    return first === undefined ? [] : [{ declared: first.declared, places: all.map(({ place }) => place) }];
  });
}

function declarationOf(term: Term, analysis: Analysis): Occurrence | undefined {
  return occurrencesOfTerm(term, analysis).find(({ isDeclaration }) => isDeclaration);
}

/** The name that the statement around a place declares, or else the first that it has. */
function headOf(place: Occurrence, analysis: Analysis): Occurrence | undefined {
  const unit = unitOf(place, analysis);
  if (unit === undefined || unit.unit.statement.kind === "Story") return undefined;
  const within = occurrencesInUnit(unit.unit, unit.file, analysis);
  const head = within.find(({ isDeclaration }) => isDeclaration) ?? within[0];
  return head !== undefined && termKey(head.term) === termKey(place.term) && !head.isDeclaration ? undefined : head;
}

function unitOf({ file: path, start }: Occurrence, { files }: Analysis) {
  const file = files.find(({ name }) => name === path);
  const unit = file && unitAt(file, start);
  return file && unit && { file, unit };
}
