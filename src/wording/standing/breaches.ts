/** Breaches, and powers that lapse, in English. */
import type { Breach } from "../../evaluate/answers/breaches.ts";
import type { Lapse } from "../../evaluate/answers/lapses.ts";
import { isOccurrence } from "../../evaluate/state/run.ts";
import { Failure, isProblem } from "../../evaluate/values/problem.ts";
import { formatDate } from "../../units/plain-date.ts";
import { renderValue } from "../../units/render-value.ts";
import type { BreachWords, LapseWords } from "../outcome.ts";
import { problemWords } from "../problems.ts";

/** In the order of their first days; what is not known comes last. */
export function describeBreaches(breaches: readonly Breach[]): BreachWords[] {
  return breaches.map(breachWords).toSorted((a, b) => inOrder(a.since, b.since) || inOrder(a.section, b.section));
}

function breachWords(breach: Breach): BreachWords {
  const { what, occurrence, since, until } = breach;
  const isKnown = !(since instanceof Failure);
  return {
    name: what.name,
    party: what.party,
    ...(occurrence?.id !== undefined && { of: occurrence.id }),
    since: isKnown ? formatDate(since) : null,
    ...(until !== undefined && { until: formatDate(until) }),
    section: what.section,
    text: `${what.name}${idWords(breach)}${timeWords(breach)}`,
    ...(!isKnown && { because: problemWords(since) }),
  };
}

const idWords = ({ occurrence }: Pick<Breach, "occurrence">) =>
  occurrence?.id === undefined ? "" : ` (${occurrence.id})`;

function timeWords({ what, since, until }: Breach): string {
  if (since instanceof Failure) return ": whether it is breached, or since when, can't be determined";
  if ("key" in what) return `: ${what.event} on ${formatDate(since)}`;
  if (until === undefined) return `: breached since ${formatDate(since)}`;
  const ended = "event" in what || "amount" in what ? "performed" : "cured";
  return `: breached from ${formatDate(since)}, ${ended} on ${formatDate(until)}`;
}

/** In the order of their last days; what is not known comes last. */
export function describeLapses(lapses: readonly Lapse[]): LapseWords[] {
  return lapses.map(lapseWords).toSorted((a, b) => inOrder(a.by, b.by) || inOrder(a.section, b.section));
}

function lapseWords({ election, occurrence, last, otherwise }: Lapse): LapseWords {
  const { event, party, section, name } = election;
  const of = occurrence?.id === undefined ? "" : ` for ${occurrence.id}`;
  const unknown = [last, otherwise?.value].find((it) => it instanceof Failure);
  const to = otherwise && valueWords(otherwise);
  return {
    event,
    party,
    ...(occurrence?.id !== undefined && { of: occurrence.id }),
    by: last instanceof Failure ? null : formatDate(last),
    ...(to !== undefined && { to }),
    section,
    text: `${event}${of}: if none is given, ${to === undefined ? "the right to it ends" : `${name} is ${to}`}`,
    ...(unknown && { because: problemWords(unknown) }),
  };
}

function valueWords({ value, type }: NonNullable<Lapse["otherwise"]>): string {
  if (value instanceof Failure) return "a value that can't be determined";
  if (isProblem(value)) return "without a value";
  return isOccurrence(value) ? (value.id ?? value.type.name) : renderValue(value, type);
}

function inOrder(a: string | null, b: string | null): number {
  const [one, other] = [a ?? "unknown", b ?? "unknown"];
  return one < other ? -1 : one > other ? 1 : 0;
}
