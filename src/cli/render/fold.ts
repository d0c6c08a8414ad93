import type { Reason } from "../../index.ts";
import { groupBy } from "../../index.ts";
import { figureParts, renderFigure, shortFigure } from "./figure.ts";

/** What hangs under a value: one thing, or one value on many days folded together. */
export type FoldedReason =
  | { readonly kind: "one"; readonly reason: Reason }
  | {
      readonly kind: "fold";
      /** `Trading Price on 20 days from 2006-02-14 to 2006-03-14`. */
      readonly head: string;
      readonly figures: string;
      readonly because: string;
      readonly section: string;
    };

/** From so many days on, a value is folded. */
const leastFold = 4;
/** So many of the lowest figures are told. */
const lowest = 3;

/** Folds the same value on many days to one; it stands where the first of them stood. */
export function foldReasons(reasons: readonly Reason[]): FoldedReason[] {
  const groups = groupBy(reasons, ({ value, of, kind }) => JSON.stringify([value, of, kind]));
  return [...groups.values()].flatMap((group): FoldedReason[] => {
    const days = new Set(group.map(({ on }) => on));
    if (days.size < leastFold) return group.map((reason) => ({ kind: "one", reason }));
    return [folded(group, [...days].toSorted())];
  });
}

function folded(group: readonly Reason[], days: readonly string[]): FoldedReason {
  const [first] = group as readonly [Reason];
  const of = first.of === undefined ? "" : ` of ${first.of}`;
  const isSaid = first.kind === "definition" && first.because !== "as above";
  return {
    kind: "fold",
    head: `${first.value}${of} on ${days.length} days from ${days[0] ?? ""} to ${days.at(-1) ?? ""}`,
    figures: figuresOf(group),
    because: isSaid ? first.because : "",
    section: first.section,
  };
}

function figuresOf(group: readonly Reason[]): string {
  const { unit } = group[0] as Reason;
  const answers = group.flatMap(({ answer }) => (answer === null ? [] : [answer]));
  const lacking = group.length - answers.length;
  const none = lacking === 0 ? [] : [`no value on ${lacking}`];
  return [...answerWords(answers, unit), ...none].join(", ");
}

function answerWords(answers: readonly (string | boolean)[], unit: string): string[] {
  const [first] = answers;
  if (first === undefined) return [];
  if (typeof first === "boolean") {
    const yes = answers.filter((answer) => answer === true).length;
    if (yes === 0 || yes === answers.length) return [`each ${renderFigure(first, unit)}`];
    return [`yes on ${yes}`, `no on ${answers.length - yes}`];
  }
  const texts = answers.map(String);
  if (new Set(texts).size === 1) return [`each ${renderFigure(shortFigure(first), unit)}`];
  const isFigure = texts.every((text) => /^-?\d+(?:\.\d+)?$/.test(text));
  return isFigure ? [rangeWords(texts, unit)] : [`${new Set(texts).size} different values`];
}

function rangeWords(texts: readonly string[], unit: string): string {
  // Only the order is worked out in floating point; the digits stay as they are.
  const inOrder = [...texts].sort((a, b) => Number(a) - Number(b));
  const least = inOrder.slice(0, lowest).map((text) => figureParts(shortFigure(text), unit).figure);
  return `lowest ${least.join(", ")} … highest ${renderFigure(shortFigure(inOrder.at(-1) ?? ""), unit)}`;
}
