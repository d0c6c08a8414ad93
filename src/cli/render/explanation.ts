/**
 * The tree behind an answer, for reading: each value with its figure, its section and the words that give it.
 *
 * The same value on many days, as in a window of prices, is folded to one line unless everything is asked for.
 */
import type { ReasonFact } from "../../index.ts";
import { Absent, describeValue, Failure } from "../../index.ts";
import { foldReasons } from "./fold.ts";
import { renderFigure, shortFigure } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";
import type { Piece, TreeNode } from "./parts/tree.ts";
import { renderTree } from "./parts/tree.ts";

export interface ExplanationStyle {
  readonly width: number;
  readonly isUnicode: boolean;
  /** Whole clauses and every day. */
  readonly isFull: boolean;
  /** Figures only, without the clauses that give them. */
  readonly isCompact?: boolean;
  readonly paint: Paint;
}

/** Text that ends with a line end. */
export function renderExplanation(reason: ReasonFact, style: ExplanationStyle): string {
  const { width, isUnicode, isFull, paint } = style;
  return renderTree(nodeOf(reason, undefined, style), { width, isUnicode, isShort: !isFull, paintLines: paint.dim });
}

/** What a tree shows of a value and of what it uses. */
export function nodeOf(reason: ReasonFact, parent: ReasonFact | undefined, style: ExplanationStyle): TreeNode {
  const { paint, isFull, isCompact = false } = style;
  const words = wordsOf(reason);
  const isLeaf = !isWorded(reason);
  return {
    head: [
      ...headOf(reason, parent, style),
      ...(isLeaf && !isAbsent(reason) && !(reason.result instanceof Failure)
        ? [{ text: words, paint: paint.dim }]
        : []),
    ],
    notes: isCompact || isLeaf || isAbsent(reason) || words === "" ? [] : [{ text: words, paint: paint.dim }],
    children: childrenOf(reason, isFull).map((child) =>
      child.kind === "fold" ? foldNode(child, style) : nodeOf(child.reason, reason, style),
    ),
  };
}

type Child = ReturnType<typeof childrenOf>[number];

function childrenOf(reason: ReasonFact, isFull: boolean) {
  return isFull ? reason.uses.map((use) => ({ kind: "one" as const, reason: use })) : foldReasons(reason.uses);
}

function foldNode(
  { head, figures, because, section }: Extract<Child, { kind: "fold" }>,
  style: ExplanationStyle,
): TreeNode {
  const { paint } = style;
  return {
    head: [{ text: `${head}:` }, { text: figures, paint: paint.bold }, ...sectionPiece(section, paint)],
    notes: because === "" || style.isCompact ? [] : [{ text: because, paint: paint.dim }],
    children: [],
  };
}

/** The value with its day, where that is not the day of what it is used for, its figure and its section. */
function headOf(reason: ReasonFact, parent: ReasonFact | undefined, { paint, isFull }: ExplanationStyle): Piece[] {
  const { value, of, on, kind, section } = describeValue(reason);
  const hasDay = kind !== "deal term" && reason.day !== parent?.day;
  const name = `${value}${of === undefined || (of === section && parent !== undefined) ? "" : ` of ${of}`}${hasDay ? ` on ${on}` : ""}:`;
  return [{ text: name }, answerPiece(reason, isFull, paint), ...sectionPiece(section, paint)];
}

function sectionPiece(section: string, paint: Paint): Piece[] {
  return section === "" ? [] : [{ text: `[${section}]`, paint: paint.cyan }];
}

function answerPiece(reason: ReasonFact, isFull: boolean, paint: Paint): Piece {
  const { answer, unit, error, because } = describeValue(reason);
  if (error !== undefined) return { text: `${error.kind}, ${error.message}`, paint: paint.red };
  if (answer === null) return { text: isAbsent(reason) ? `no value: ${because}` : "no value", paint: paint.yellow };
  const figure = typeof answer === "string" && !isFull ? shortFigure(answer) : answer;
  return { text: renderFigure(figure, unit), paint: paint.bold };
}

function isAbsent({ result, because }: ReasonFact): boolean {
  return result instanceof Absent && because.kind !== "shown before";
}

/** Whether its words are a sentence: those of a clause or of a default, where they are not shown above. */
function isWorded({ kind, because }: ReasonFact): boolean {
  return (kind === "definition" || kind === "family") && because.kind !== "shown before";
}

/** What is said of a value beside its figure. Market rows and what is shown above speak for themselves. */
function wordsOf(reason: ReasonFact): string {
  const words = bareWordsOf(reason);
  return reason.kind === "market" || isWorded(reason) ? words : `(${words})`;
}

/** The same without parentheses, for where nothing stands before it. */
export function bareWordsOf(reason: ReasonFact): string {
  return reason.kind === "market" ? "" : describeValue(reason).because;
}
