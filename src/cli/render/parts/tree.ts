import { displayWidth, visibleText } from "../../../index.ts";

/** A piece of a line with what colours it; colour goes on after the text is broken into lines. */
export interface Piece {
  readonly text: string;
  readonly paint?: ((text: string) => string) | undefined;
}

/** One thing of a tree: its own lines, and what hangs under it. */
export interface TreeNode {
  /** Broken into lines where there is no room. */
  readonly head: readonly Piece[];
  /** More about it, on lines of its own. */
  readonly notes: readonly Piece[];
  readonly children: readonly TreeNode[];
}

export interface TreeStyle {
  readonly width: number;
  /** Lines of box characters; else plain ASCII. */
  readonly isUnicode: boolean;
  readonly paintLines: (text: string) => string;
}

const boxes = { last: "└─ ", more: "├─ ", down: "│  ", none: "   ", cut: "…" };
const letters: typeof boxes = { last: "`- ", more: "|- ", down: "|  ", none: "   ", cut: "..." };

/** A tree, each node under the one that it belongs to. Text that ends with a line end. */
export function renderTree(root: TreeNode, style: TreeStyle): string {
  const signs = style.isUnicode ? boxes : letters;
  const lines = nodeLines(root, "", "", style, signs);
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

function nodeLines(node: TreeNode, before: string, under: string, style: TreeStyle, signs: typeof boxes): string[] {
  const hasChildren = node.children.length > 0;
  const margin = under + (hasChildren ? signs.down : signs.none);
  const heads = wrapPieces(node.head, room(margin, style), signs);
  const notes = node.notes.flatMap((note) => wrapPieces([note], room(margin, style), signs));
  const own = [...heads, ...notes].map((line, index) => style.paintLines(index === 0 ? before : margin) + line);
  const last = node.children.length - 1;
  const below = node.children.flatMap((child, index) =>
    nodeLines(
      child,
      under + (index === last ? signs.last : signs.more),
      under + (index === last ? signs.none : signs.down),
      style,
      signs,
    ),
  );
  return [...own, ...below];
}

/** However deep it hangs, a line has room for a few words. */
const leastRoom = 24;

function room(margin: string, { width }: TreeStyle): number {
  return Math.max(leastRoom, width - displayWidth(margin));
}

/** Pieces one after the other, broken at spaces; each word keeps its colour. */
function wrapPieces(pieces: readonly Piece[], width: number, signs: typeof boxes): string[] {
  const words = pieces.flatMap(({ text, paint }) =>
    asSigns(visibleText(text), signs)
      .split(" ")
      .filter((word) => word !== "")
      .map((word) => ({ text: word, paint })),
  );
  const lines: Piece[][] = [];
  let used = 0;
  for (const word of words) {
    const wide = displayWidth(word.text);
    const line = lines.at(-1);
    if (line === undefined || used + 1 + wide > width) {
      lines.push([word]);
      used = wide;
    } else {
      line.push(word);
      used += 1 + wide;
    }
  }
  return lines.map(paintedLine);
}

/** Neighbours of one colour are coloured together, the spaces between them too. */
function paintedLine(words: readonly Piece[]): string {
  const runs: Piece[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last !== undefined && last.paint === word.paint)
      runs[runs.length - 1] = { ...last, text: `${last.text} ${word.text}` };
    else runs.push(word);
  }
  return runs.map(({ text, paint }) => (paint === undefined ? text : paint(text))).join(" ");
}

function asSigns(text: string, signs: typeof boxes): string {
  return text.replaceAll(boxes.cut, signs.cut);
}
