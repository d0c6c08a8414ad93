/** The first day on which the positions of subjects differ, and the clause of each that makes the difference. */
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, formatDate } from "../../units/plain-date.ts";
import type { Parting } from "../comparison.ts";
import type { PositionOf } from "../outcome/outcome.ts";
import { isSameHeld } from "../outcome/outcome.ts";

/** A value in the explanation of another. */
export interface ExplainedValue {
  readonly name: string;
  readonly section: string;
  /** `$0.05 per share`, or why there is none. */
  readonly shown: string;
  /** As it goes on behind "is": `by "the lesser of …"`, `since 2006-05-10 by c1 (1.1)`. */
  readonly because: string;
  /** What it was made of; two explanations with one `key` are about the same thing. */
  readonly uses: () => readonly ExplainedValue[];
  readonly key: string;
}

export interface PartingSubject {
  readonly name: string;
  readonly positionOf: PositionOf;
  readonly explain: (role: string, day: PlainDate) => ExplainedValue | undefined;
}

type Reasons = readonly (ExplainedValue | undefined)[];

/**
 * Null where nothing differs. Only roles that at least two of the subjects mark are looked at. `choices` says how subjects
 * of one template differ, where they do.
 */
export function partingOf(
  subjects: readonly PartingSubject[],
  { roles, choices }: { readonly roles: readonly string[]; readonly choices: string },
  from: PlainDate,
  through: PlainDate,
): Parting | null {
  const found: { role: string; on: PlainDate }[] = [];
  for (let day = from; day <= through && found.length < roles.length; day = asPlainDate(day + 1)) {
    const open = roles.filter((role) => !found.some((it) => it.role === role));
    for (const role of open) if (differsOn(day, role, subjects)) found.push({ role, on: day });
  }
  const [first] = found;
  if (first === undefined) return null;
  const reasons = reasonsFor(first.role, first.on, subjects);
  return {
    on: formatDate(first.on),
    role: first.role,
    sections: sectionsOf(reasons),
    because: `${first.role}: ${wordsFor(subjects, reasons, choices)}`,
    roles: found.map(({ role, on }) => {
      return { role, on: formatDate(on), sections: sectionsOf(reasonsFor(role, on, subjects)) };
    }),
  };
}

const sectionsOf = (reasons: Reasons) => reasons.map((reason) => reason?.section ?? "");

function differsOn(day: PlainDate, role: string, subjects: readonly PartingSubject[]): boolean {
  const held = subjects.flatMap(({ positionOf }) => positionOf(role, day) ?? []);
  return held.some((it) => !isSameHeld(it, held[0] ?? it));
}

/** The explanations of the role, followed down for as long as all subjects are about the same value. */
function reasonsFor(role: string, on: PlainDate, subjects: readonly PartingSubject[]): Reasons {
  let reasons = subjects.map(({ explain }) => explain(role, on));
  for (let depth = 0; depth < deepest; depth += 1) {
    const below = firstDifference(reasons);
    if (below === undefined) break;
    reasons = below;
  }
  return reasons;
}

/** Deeper than any clause; explanations that go round from day to day would have no end. */
const deepest = 40;

function firstDifference(reasons: Reasons): ExplainedValue[] | undefined {
  const [first, ...others] = reasons.flatMap((reason) => reason ?? []);
  if (first === undefined || others.length < reasons.length - 1) return undefined;
  // Below values of different clauses, parts with one name need not be the same thing.
  if (others.some((it) => it.because !== first.because || it.key !== first.key)) return undefined;
  const uses = others.map((it) => it.uses());
  for (const part of first.uses()) {
    const same = uses.map((list) => list.find(({ key }) => key === part.key));
    const parts = [part, ...same.flatMap((it) => it ?? [])];
    if (parts.length < reasons.length) return undefined;
    if (parts.some(({ shown }) => shown !== part.shown)) return parts;
  }
  return undefined;
}

function wordsFor(subjects: readonly PartingSubject[], reasons: Reasons, choices: string): string {
  const [first] = reasons;
  const isOneClause =
    first !== undefined && reasons.every((it) => it?.because === first.because && it.name === first.name);
  if (isOneClause) {
    const values = subjects.map(({ name }, index) => `${reasons[index]?.shown ?? ""} in ${name}`);
    const differ = choices === "" ? "" : ` (${choices})`;
    return `${first.name} is ${values.join(" and ")}${differ}${behind(first)}`;
  }
  const sides = subjects.map(({ name }, index) => {
    const reason = reasons[index];
    return reason === undefined
      ? `${name} marks no value as that`
      : `in ${name} ${reason.name} is ${reason.shown}${behind(reason)}`;
  });
  return [...sides, ...(choices === "" ? [] : [choices])].join("; ");
}

const behind = ({ because }: ExplainedValue) => (because === "" ? "" : `, ${because}`);
