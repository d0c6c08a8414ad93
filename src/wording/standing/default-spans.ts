/** Defaults over time, in English. */
import type { DefaultSpan } from "../../evaluate/answers/default-spans.ts";
import { defaultSpans } from "../../evaluate/answers/default-spans.ts";
import type { JournalFact } from "../../evaluate/replay/journal-facts.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import type { DefaultWords } from "../outcome.ts";

/** Two grounds of one section that move together are one line for the reader. */
export function describeDefaults(journal: readonly JournalFact[]): DefaultWords[] {
  const all = defaultSpans(journal).map(spanWords);
  return [...new Map(all.map((it) => [JSON.stringify(it), it])).values()];
}

function spanWords({ move, pending, occurred, ended, state }: DefaultSpan): DefaultWords {
  const { family: value, title, section } = move.defaultCondition;
  const of = move.occurrence?.id;
  const deadline = occurred === undefined ? move.deadline : undefined;
  return {
    value,
    title,
    section,
    ...(of !== undefined && { of }),
    ...dayWords({ pending, occurred, ended, deadline }),
    state,
  };
}

function dayWords<K extends string>(
  days: { readonly [name in K]: PlainDate | undefined },
): {
  readonly [name in K]?: string;
} {
  const known = Object.entries<PlainDate | undefined>(days).flatMap(([name, day]) =>
    day === undefined ? [] : [[name, formatDate(day)] as const],
  );
  // cast: the entries are those of `days`.
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return Object.fromEntries(known) as { readonly [name in K]?: string };
}
