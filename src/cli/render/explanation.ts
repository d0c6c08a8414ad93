/**
 * Why a value is what it is, for reading: its sum on one line, the clauses level by level, then the tree of all values.
 *
 * In the tree each value has its figure, its section and the words that give it. The same value on many days, as in a
 * window of prices, is folded to one line, a state stands with what last changed it, and what gives nothing is closed,
 * unless everything is asked for. A value that is shown twice has its parts once.
 */
import type { ReasonFact } from "../../index.ts";
import {
  Absent,
  asAbove,
  describeValue,
  effectsOf,
  Failure,
  isFigure,
  isZero,
  sumLine,
  tooDeep,
  usesOf,
  visibleText,
} from "../../index.ts";
import { renderLevels } from "./explanation/levels.ts";
import type { FoldedReason } from "./fold.ts";
import { foldReasons } from "./fold.ts";
import { renderFigure, shortFigure } from "./parts/figure.ts";
import type { Paint } from "./parts/paint.ts";
import { wrap } from "./parts/text.ts";
import type { Piece, TreeNode } from "./parts/tree.ts";
import { renderTree } from "./parts/tree.ts";

export interface ExplanationStyle {
  readonly width: number;
  readonly isUnicode: boolean;
  /** Every value of every day. */
  readonly isFull: boolean;
  /** How many levels of the tree are shown. */
  readonly levels?: number | undefined;
  /** Whether the line of the sum is broken into lines of the width. */
  readonly isTerminal?: boolean;
  /** Figures only, without the clauses that give them, and so many levels of them. */
  readonly compactLevels?: number;
  readonly paint: Paint;
}

/** Text that ends with a line end. */
export function renderExplanation(reason: ReasonFact, style: ExplanationStyle): string {
  const { width, isUnicode, paint } = style;
  const { tree, closed } = opened(reason, style);
  const parts = [
    renderSum(reason, style),
    renderLevels(reason, style, (fact, level) => isOpened(fact, { root: reason, level }, style)),
    renderTree(tree, { width, isUnicode, paintLines: paint.dim }),
    closed === 0 ? "" : `${wrap(closedWords(closed), width).map(paint.dim).join("\n")}\n`,
  ];
  return parts.filter((part) => part !== "").join("\n");
}

/** The sum with the figures put in; nothing where there is no value, as the tree begins with why. */
function renderSum(reason: ReasonFact, { width, isTerminal = false, paint }: ExplanationStyle): string {
  const sum = sumLine(reason);
  if (sum === undefined) return "";
  const line = `${nameOf(reason, undefined)}: ${sum}`;
  const lines = isTerminal ? wrap(line, width - 2) : [visibleText(line)];
  return `${lines.map((text, index) => (index === 0 ? "" : "  ") + paint.bold(text)).join("\n")}\n`;
}

function closedWords(closed: number): string {
  const are = closed === 1 ? "value is" : "values are";
  return `${closed} ${are} closed: --depth N shows more levels, --full everything.`;
}

/** What a tree shows of a value and of what it uses. */
export function treeOf(reason: ReasonFact, style: ExplanationStyle): TreeNode {
  return opened(reason, style).tree;
}

function opened(reason: ReasonFact, style: ExplanationStyle): { readonly tree: TreeNode; readonly closed: number } {
  const closed = new Set<ReasonFact>();
  const tree = nodeOf(reason, { root: reason, parent: undefined, level: 0, shown: new Set(), closed }, style);
  return { tree, closed: closed.size };
}

/** Where a value stands in the tree. */
interface Place {
  /** What is explained. */
  readonly root: ReasonFact;
  readonly parent: ReasonFact | undefined;
  readonly level: number;
  /** Values whose parts are shown above. */
  readonly shown: Set<ReasonFact>;
  /** Values whose parts are not shown. */
  readonly closed: Set<ReasonFact>;
}

function nodeOf(reason: ReasonFact, place: Place, style: ExplanationStyle): TreeNode {
  const { paint, isFull, compactLevels } = style;
  const { shown, parent, level } = place;
  const isShownAbove = shown.has(reason) && usesOf(reason).length > 0;
  const isTooDeep = level >= mostLevels && usesOf(reason).length > 0;
  const isClosed = !isShownAbove && !isTooDeep && !isOpened(reason, place, style);
  if (isClosed && usesOf(reason).length > 0) place.closed.add(reason);
  const children = isShownAbove || isTooDeep || isClosed ? [] : childrenOf(reason, isFull);
  if (children.length > 0) shown.add(reason);
  const words = isShownAbove ? asAbove : isTooDeep ? tooDeep : wordsOf(reason);
  const isValueless = reason.result instanceof Absent || reason.result instanceof Failure || reason.kind === "entry";
  const isNote = !isShownAbove && isWorded(reason);
  const below = { ...place, parent: reason, level: level + 1 };
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
  reason: ReasonFact,
  { root, level }: Pick<Place, "root" | "level">,
  { isFull, levels = mostLevels, compactLevels }: ExplanationStyle,
): boolean {
  const { kind, because } = reason;
  if (level >= (compactLevels ?? levels)) return false;
  if (isFull || level === 0) return true;
  if (givesNothing(reason, root)) return false;
  return kind === "entry"
    ? because.kind === "change" && because.verb === "fall due"
    : kind !== "state" && kind !== "interest";
}

/** Nothing of a sum comes of it: it is nothing, has no value, or only decides which sum it is. */
function givesNothing({ result }: ReasonFact, root: ReasonFact): boolean {
  if (root.result instanceof Failure || root.result instanceof Absent) return false;
  if (typeof result === "boolean") return typeof root.result !== "boolean";
  return result instanceof Absent || (isFigure(result) && isZero(result));
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
  const { value, kind, section, because } = describeValue(reason);
  const name = kind === "entry" ? because : value === "" ? (lineNames[kind] ?? "") : nameOf(reason, parent);
  return [
    ...(name === "" ? [] : [{ text: `${name}:` }]),
    answerPiece(reason, parent, style),
    ...sectionPiece(section, paint),
  ];
}

function nameOf(reason: ReasonFact, parent: ReasonFact | undefined): string {
  const { value, of, on, kind, section } = describeValue(reason);
  const hasDay = kind !== "deal term" && kind !== "interest" && reason.day !== parent?.day;
  const isOfIt = of !== undefined && (of !== section || parent === undefined);
  return `${value}${isOfIt ? ` of ${of}` : ""}${hasDay ? ` on ${on}` : ""}`;
}

const lineNames: { readonly [K in ReasonFact["kind"]]?: string } = { interest: "interest", "share basis": "restated" };

function sectionPiece(section: string, paint: Paint): Piece[] {
  return section === "" ? [] : [{ text: `[${section}]`, paint: paint.cyan }];
}

function answerPiece(reason: ReasonFact, parent: ReasonFact | undefined, { isFull, paint }: ExplanationStyle): Piece {
  const { answer, unit, error, because } = describeValue(reason);
  // A line of an account shows what it did to what is measured.
  const effect = parent?.kind === "account" ? effectsOf(parent).get(reason) : undefined;
  const value = effect ?? answer;
  if (reason.kind === "entry" && value === null) {
    return {
      text: error === undefined ? "no value" : "unknown",
      paint: error === undefined ? paint.yellow : paint.red,
    };
  }
  if (error !== undefined) return { text: `${error.kind}, ${error.message}`, paint: paint.red };
  if (value === null) return { text: because === "" ? "no value" : `no value: ${because}`, paint: paint.yellow };
  const figure = typeof value === "string" && !isFull ? shortFigure(value) : value;
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
