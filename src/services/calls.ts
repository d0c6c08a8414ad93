/** Which definitions read a definition, and which it reads. */
import { groupBy } from "../base/group-by.ts";
import type { Analysis, FileView } from "./analysis.ts";
import { unitAt } from "./analysis.ts";
import type { Occurrence, Term } from "./occurrences.ts";
import { occurrenceAt, occurrencesIn, occurrencesOfTerm, termKey } from "./occurrences.ts";

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
  const { startsAt } = unit.source;
  const within = occurrencesIn(analysis).filter(
    (it) =>
      it.file === declared.file && it.start >= startsAt && it.end <= startsAt + unit.text.length && !it.isDeclaration,
  );
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
  if (unit === undefined || unit.statement.kind === "Story") return undefined;
  const { startsAt } = unit.source;
  const within = occurrencesIn(analysis).filter(
    (it) => it.file === place.file && it.start >= startsAt && it.end <= startsAt + unit.text.length,
  );
  const head = within.find(({ isDeclaration }) => isDeclaration) ?? within[0];
  return head !== undefined && termKey(head.term) === termKey(place.term) && !head.isDeclaration ? undefined : head;
}

function unitOf({ file, start }: Occurrence, { files }: Analysis) {
  const view = files.find(({ name }) => name === file);
  return view && unitAt(view, start);
}
