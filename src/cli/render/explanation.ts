/**
 * The tree behind an answer, for reading: each value with its figure, its section and the words that give it.
 *
 * The same value on many days, as in a window of prices, is folded to one line, and a state stands with what last changed
 * it, unless everything is asked for. A value that is shown twice has its parts once.
 */
import type { ReasonFact } from "../../index.ts";
import { Absent, asAbove, describeValue, effectsOf, Failure, tooDeep, usesOf } from "../../index.ts";
import type { FoldedReason } from "./fold.ts";
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
  /** Figures only, without the clauses that give them, and so many levels of them. */
  readonly compactLevels?: number;
  readonly paint: Paint;
}

/** Text that ends with a line end. */
export function renderExplanation(reason: ReasonFact, style: ExplanationStyle): string {
  const { width, isUnicode, isFull, paint } = style;
  return renderTree(treeOf(reason, style), { width, isUnicode, isShort: !isFull, paintLines: paint.dim });
}

/** What a tree shows of a value and of what it uses. */
export function treeOf(reason: ReasonFact, style: ExplanationStyle): TreeNode {
  return nodeOf(reason, { parent: undefined, level: 0, told: new Set() }, style);
}

/** Where a value stands in the tree. */
interface Place {
  readonly parent: ReasonFact | undefined;
  readonly level: number;
  /** Values whose parts are shown above. */
  readonly told: Set<ReasonFact>;
}

function nodeOf(reason: ReasonFact, place: Place, style: ExplanationStyle): TreeNode {
  const { paint, isFull, compactLevels } = style;
  const { told, parent, level } = place;
  const isTold = told.has(reason) && usesOf(reason).length > 0;
  const isTooDeep = level >= mostLevels && usesOf(reason).length > 0;
  const children = isTold || isTooDeep || !isOpened(reason, place, style) ? [] : childrenOf(reason, isFull);
  if (children.length > 0) told.add(reason);
  const words = isTold ? asAbove : isTooDeep ? tooDeep : wordsOf(reason);
  const isValueless = reason.result instanceof Absent || reason.result instanceof Failure || reason.kind === "entry";
  const isNote = !isTold && isWorded(reason);
  const below = { parent: reason, level: level + 1, told };
  return {
    head: [
      ...headOf(reason, parent, style),
      ...(isNote || isValueless || words === "" ? [] : [{ text: `(${words})`, paint: paint.dim }]),
    ],
    notes:
      !isNote || compactLevels !== undefined || reason.result instanceof Absent || words === ""
        ? []
        : [{ text: words, paint: paint.dim }],
    children: children.map((child) =>
      child.kind === "fold" ? foldNode(child, style) : nodeOf(child.reason, below, style),
    ),
  };
}

/** Farther in there is no room on any line. */
const mostLevels = 60;

/** Whether what it is made of is shown under it. */
function isOpened(
  { kind, because }: ReasonFact,
  { level }: Place,
  { isFull, compactLevels }: ExplanationStyle,
): boolean {
  if (isFull) return true;
  if (compactLevels !== undefined && level >= compactLevels) return false;
  if (level === 0) return true;
  return kind === "entry"
    ? because.kind === "change" && because.verb === "fall due"
    : kind !== "state" && kind !== "interest";
}

function childrenOf(reason: ReasonFact, isFull: boolean): readonly FoldedReason[] {
  const all = usesOf(reason);
  // Of what falls due, what had accrued is of interest, and not when.
  const uses = reason.kind === "entry" && !isFull ? all.filter(({ kind }) => kind === "account") : all;
  return isFull ? uses.map((use) => ({ kind: "one", reason: use })) : foldReasons(uses);
}

function foldNode(
  { head, figures, because, section }: Extract<FoldedReason, { kind: "fold" }>,
  { paint, compactLevels }: ExplanationStyle,
): TreeNode {
  return {
    head: [{ text: `${head}:` }, { text: figures, paint: paint.bold }, ...sectionPiece(section, paint)],
    notes: because === "" || compactLevels !== undefined ? [] : [{ text: because, paint: paint.dim }],
    children: [],
  };
}

/** The value with its day, where that is not the day of what it is used for, its figure and its section. */
function headOf(reason: ReasonFact, parent: ReasonFact | undefined, style: ExplanationStyle): Piece[] {
  const { paint } = style;
  const { value, of, on, kind, section, because } = describeValue(reason);
  const hasDay = kind !== "deal term" && kind !== "interest" && reason.day !== parent?.day;
  const named = `${value}${of === undefined || (of === section && parent !== undefined) ? "" : ` of ${of}`}${hasDay ? ` on ${on}` : ""}`;
  const name = kind === "entry" ? because : value === "" ? (lineNames[kind] ?? "") : named;
  return [
    ...(name === "" ? [] : [{ text: `${name}:` }]),
    answerPiece(reason, parent, style),
    ...sectionPiece(section, paint),
  ];
}

const lineNames: { readonly [K in ReasonFact["kind"]]?: string } = { interest: "interest", "share basis": "restated" };

function sectionPiece(section: string, paint: Paint): Piece[] {
  return section === "" ? [] : [{ text: `[${section}]`, paint: paint.cyan }];
}

function answerPiece(reason: ReasonFact, parent: ReasonFact | undefined, { isFull, paint }: ExplanationStyle): Piece {
  const { answer, unit, error, because } = describeValue(reason);
  // A line of an account shows what it did to what is measured.
  const effect = parent?.kind === "account" ? effectsOf(parent).get(reason) : undefined;
  const told = effect ?? answer;
  if (reason.kind === "entry" && told === null) {
    return {
      text: error === undefined ? "no value" : "unknown",
      paint: error === undefined ? paint.yellow : paint.red,
    };
  }
  if (error !== undefined) return { text: `${error.kind}, ${error.message}`, paint: paint.red };
  if (told === null) return { text: because === "" ? "no value" : `no value: ${because}`, paint: paint.yellow };
  const figure = typeof told === "string" && !isFull ? shortFigure(told) : told;
  return { text: renderFigure(figure, unit), paint: paint.bold };
}

/** Whether its words are a sentence: those of a clause, of a default or of an account. */
function isWorded({ kind }: ReasonFact): boolean {
  return kind === "definition" || kind === "family" || kind === "account";
}

/** What is said of a value beside its figure. Market rows speak for themselves. */
export function wordsOf(reason: ReasonFact): string {
  if (reason.kind === "market") return "";
  return describeValue(reason).because;
}
