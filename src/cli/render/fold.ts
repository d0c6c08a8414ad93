import type { Exact, ReasonFact } from "../../index.ts";
import {
  Absent,
  compare,
  describeValue,
  Failure,
  formatDate,
  groupBy,
  isFigure,
  isUnlimited,
  toDecimalText,
} from "../../index.ts";
import { figureParts, renderFigure, shortFigure } from "./parts/figure.ts";

/** What hangs under a value: one thing, or one value on many days folded together. */
export type FoldedReason =
  | { readonly kind: "one"; readonly reason: ReasonFact }
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
/** So many of the lowest figures are shown. */
const lowest = 3;

/** Folds the same value on many days to one; it stands where the first of them stood. */
export function foldReasons(reasons: readonly ReasonFact[]): FoldedReason[] {
  let lines = 0;
  const groups = groupBy(reasons, (reason) => {
    const { value, of, kind } = describeValue(reason);
    // Each line of an account, and each stretch of interest, is a line of its own.
    const line = kind === "interest" || kind === "entry" || kind === "share basis" ? lines++ : undefined;
    return JSON.stringify([value, of, kind, line]);
  });
  return [...groups.values()].flatMap((group): FoldedReason[] => {
    const [first] = group;
    const days = [...new Set(group.map(({ day }) => day))].toSorted((a, b) => a - b);
    if (first === undefined || days.length < leastFold) return group.map((reason) => ({ kind: "one", reason }));
    return [folded(first, group, days.map(formatDate))];
  });
}

function folded(first: ReasonFact, group: readonly ReasonFact[], days: readonly string[]): FoldedReason {
  const { value, of, section, because, unit } = describeValue(first);
  return {
    kind: "fold",
    head: `${value}${of === undefined ? "" : ` of ${of}`} on ${days.length} days from ${days[0] ?? ""} to ${days.at(-1) ?? ""}`,
    figures: figuresOf(group, unit),
    because: first.kind === "definition" ? because : "",
    section,
  };
}

function figuresOf(group: readonly ReasonFact[], unit: string): string {
  const known = group.filter(({ result }) => !(result instanceof Absent || result instanceof Failure));
  const lacking = group.length - known.length;
  const none = lacking === 0 ? [] : [`no value on ${lacking}`];
  return [...answerWords(known, unit), ...none].join(", ");
}

function answerWords(known: readonly ReasonFact[], unit: string): string[] {
  const [first] = known.map((reason) => describeValue(reason).answer ?? "");
  if (first === undefined) return [];
  if (typeof first === "boolean") {
    const yes = known.filter(({ result }) => result === true).length;
    if (yes === 0 || yes === known.length) return [`each ${renderFigure(first, unit)}`];
    return [`yes on ${yes}`, `no on ${known.length - yes}`];
  }
  const texts = new Set(known.map((reason) => describeValue(reason).answer));
  if (texts.size === 1) return [`each ${renderFigure(shortFigure(first), unit)}`];
  const figures = known.map(({ result }) => result).filter((result) => isFigure(result) && !isUnlimited(result));
  return figures.length === known.length
    ? [rangeWords(figures.filter(isFigure), unit)]
    : [`${texts.size} different values`];
}

function rangeWords(figures: readonly Exact[], unit: string): string {
  const inOrder = figures.toSorted(compare).map((figure) => shortFigure(toDecimalText(figure)));
  const least = inOrder.slice(0, lowest).map((text) => figureParts(text, unit).figure);
  return `lowest ${least.join(", ")} … highest ${renderFigure(inOrder.at(-1) ?? "", unit)}`;
}
