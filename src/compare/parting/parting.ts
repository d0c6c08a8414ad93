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
  /** The words of the clause, or what last changed it. */
  readonly because: string;
  /** What it was made of; `key` tells which of two explanations are about the same thing. */
  readonly uses: () => readonly ExplainedValue[];
  readonly key: string;
}

export interface PartingSubject {
  readonly name: string;
  readonly positionOf: PositionOf;
  readonly explain: (role: string, day: PlainDate) => ExplainedValue | undefined;
}

/** Null where nothing differs. Only roles that at least two of the subjects mark are looked at. */
export function partingOf(
  subjects: readonly PartingSubject[],
  roles: readonly string[],
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
  const { role, on } = first;
  const reasons = reasonsFor(role, on, subjects);
  return {
    on: formatDate(on),
    role,
    sections: reasons.map((reason) => reason?.section ?? ""),
    because: wordsFor(role, subjects, reasons),
    roles: found.map((it) => ({ role: it.role, on: formatDate(it.on) })),
  };
}

function differsOn(day: PlainDate, role: string, subjects: readonly PartingSubject[]): boolean {
  const held = subjects.flatMap(({ positionOf }) => positionOf(role, day) ?? []);
  return held.some((it) => !isSameHeld(it, held[0] ?? it));
}

/** The explanations of the role, followed down for as long as all subjects are about the same value. */
function reasonsFor(
  role: string,
  on: PlainDate,
  subjects: readonly PartingSubject[],
): readonly (ExplainedValue | undefined)[] {
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

function firstDifference(reasons: readonly (ExplainedValue | undefined)[]): ExplainedValue[] | undefined {
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

function wordsFor(
  role: string,
  subjects: readonly PartingSubject[],
  reasons: readonly (ExplainedValue | undefined)[],
): string {
  const sides = subjects.map(({ name }, index) => {
    const reason = reasons[index];
    if (reason === undefined) return `${name} marks no value as that`;
    const clause = reason.because === "" ? "" : `, by "${reason.because}"`;
    return `in ${name} ${reason.name} is ${reason.shown}${clause}`;
  });
  return `${role}: ${sides.join("; ")}`;
}
