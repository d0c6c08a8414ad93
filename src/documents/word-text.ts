/**
 * The text of a Word document, as Markdown that a contract's text may be: headings, bold words, a line for each paragraph.
 *
 * A document comes in as its bytes, a text goes out. Pictures, notes, headers and footers are left out. Word does not store
 * the numbers that it makes itself, only the depth of each: at a heading they are written 1, 1.1, 1.1.1, and else 1., (a), (i).
 */
import mammoth from "mammoth";

/** Undefined where the bytes are no Word document. */
export async function wordText(bytes: Buffer): Promise<string | undefined> {
  const paragraphs: Paragraph[] = [];
  const transformDocument = (document: unknown): unknown => {
    paragraphs.push(...paragraphsIn(document));
    return document;
  };
  try {
    await mammoth.convertToHtml({ buffer: bytes }, { transformDocument });
  } catch {
    return undefined;
  }
  const numbers = new Numbers();
  const lines = paragraphs.map((it) => lineOf(it, numbers.of(it))).filter((line) => line !== "");
  return `${lines.join("\n\n")}\n`;
}

interface Paragraph {
  /** Its depth as a heading, from 1; 0 where it is none. */
  readonly heading: number;
  /** The depth of the number that Word gives it, from 0. */
  readonly level: number | undefined;
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly text: string;
  readonly isBold: boolean;
}

type Node = Readonly<Record<string, unknown>>;

function isNode(it: unknown): it is Node {
  return typeof it === "object" && it !== null;
}

const childrenOf = (node: Node): readonly Node[] => (Array.isArray(node.children) ? node.children.filter(isNode) : []);

/** Also those in tables, in the order of the document. */
function paragraphsIn(node: unknown): Paragraph[] {
  if (!isNode(node)) return [];
  if (node.type !== "paragraph") return childrenOf(node).flatMap(paragraphsIn);
  const [, depth = "0"] = /^heading (\d)/i.exec(String(node.styleName)) ?? [];
  const numbering = isNode(node.numbering) && node.numbering.isOrdered === true ? node.numbering : undefined;
  const level = numbering === undefined ? undefined : Number(numbering.level);
  return [{ heading: Number(depth), level, pieces: piecesIn(node, false) }];
}

function piecesIn(node: Node, isBold: boolean): Piece[] {
  const bold = isBold || node.isBold === true;
  if (node.type === "text") return [{ text: String(node.value), isBold: bold }];
  if (node.type === "tab" || node.type === "break") return [{ text: " ", isBold: bold }];
  return childrenOf(node).flatMap((it) => piecesIn(it, bold));
}

function lineOf({ heading, pieces }: Paragraph, number: string): string {
  const words = heading > 0 ? pieces.map(({ text }) => text).join("") : withBold(pieces);
  const text = words.replaceAll(/\s+/g, " ").trim();
  if (text === "") return "";
  const line = number === "" ? text : `${number} ${text}`;
  return heading > 0 ? `${"#".repeat(heading)} ${line}` : line;
}

/** Bold words between two signs each; blanks at their ends stay outside. */
function withBold(pieces: readonly Piece[]): string {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last?.isBold === piece.isBold) runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs
    .map(({ text, isBold }) => (isBold ? text.replace(/^(\s*)(\S(?:.*\S)?)(\s*)$/s, "$1**$2**$3") : text))
    .join("");
}

/** Counts the numbers that Word makes. Those of a list begin anew behind a heading. */
class Numbers {
  #headings: number[] = [];
  #list: number[] = [];

  of({ heading, level }: Paragraph): string {
    if (heading > 0) this.#list = [];
    if (level === undefined) return "";
    const counts = heading > 0 ? this.#headings : this.#list;
    const next = [...Array.from({ length: level }, (_, at) => counts[at] ?? 1), (counts[level] ?? 0) + 1];
    if (heading > 0) this.#headings = next;
    else this.#list = next;
    const last = next.at(-1) ?? 1;
    return heading > 0 ? `${next.join(".")}${level === 0 ? "." : ""}` : listNumber(last, level);
  }
}

function listNumber(count: number, level: number): string {
  if (level === 0) return `${count}.`;
  if (level === 2) return `(${roman(count)})`;
  const letter = String.fromCodePoint("a".charCodeAt(0) + ((count - 1) % 26));
  return level === 1 ? `(${letter})` : `(${letter.toUpperCase()})`;
}

function roman(count: number): string {
  const parts = [
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ] as const;
  let [rest, written] = [count, ""];
  for (const [value, digits] of parts) {
    for (; rest >= value; rest -= value) written += digits;
  }
  return written;
}
