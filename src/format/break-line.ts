import type { Word } from "./layout.ts";

/** So many characters fit on a line; a text in quotes may go beyond, as it is never broken. */
export const lineWidth = 120;

/** How far lines are indented: the first of them, and those that run on, by the brackets open since the form's line began. */
export interface Indents {
  readonly first: number;
  readonly further: number;
}

/** Words as lines that fit, broken where the fewest brackets are open, as late as possible. */
export function brokenLines(words: readonly Word[], { first, further }: Indents, open = 0): string[] {
  const text = " ".repeat(first) + textOf(words);
  // To break before a long text in quotes would not make it fit.
  const end = words.at(-1)?.piece.text ?? "";
  if (text.length - (end.startsWith('"') ? end.length : 0) <= lineWidth) return [text];
  const at = breakIn(words, first);
  if (at === undefined) return [text];
  const before = words.slice(0, at);
  const openThen = open + openedIn(before);
  const next = brokenLines(words.slice(at), { first: indentAt(further, openThen), further }, openThen);
  return [" ".repeat(first) + textOf(before), ...next];
}

/** A line that runs on inside brackets stands further in; one behind the end of outer ones further out. */
export function indentAt(further: number, open: number): number {
  return Math.max(further + 2 * open, 2);
}

/** How many more brackets are open behind the words than before them. */
export function openedIn(words: readonly Word[]): number {
  return words.reduce((sum, { piece: { text } }) => sum + (text === "(" ? 1 : text === ")" ? -1 : 0), 0);
}

function textOf(words: readonly Word[]): string {
  return words
    .map(({ piece, gap }, index) => (index > 0 && gap.kind === "blank" ? ` ${piece.text}` : piece.text))
    .join("");
}

/** The place of the word that begins the next line; undefined where there is none. */
function breakIn(words: readonly Word[], indent: number): number | undefined {
  let width = indent;
  let depth = 0;
  let best: { readonly at: number; readonly cost: number } | undefined;
  for (const [at, word] of words.entries()) {
    if (width > lineWidth && best !== undefined) break;
    const rank = at === 0 ? undefined : rankOf(word, words[at - 1]);
    // A line that ends early looks like one that its author ended there.
    const isEarly = width < lineWidth / 3;
    const cost = rank === undefined ? undefined : depth * 10 + rank + (isEarly ? 5 : 0);
    if (cost !== undefined && (best === undefined || cost <= best.cost)) best = { at, cost };
    depth += openedIn([word]);
    width += word.piece.text.length + (word.gap.kind === "blank" ? 1 : 0);
  }
  return best?.at;
}

/** How well a line may begin with a word, 0 best; a name, figure or label stays with what it belongs to. */
function rankOf({ piece: { text }, gap }: Word, before: Word | undefined): number | undefined {
  if (gap.kind !== "blank") return undefined;
  if (before?.piece.text === ",") return 0;
  if (/^(?:and|or|if|while|unless|only while|otherwise|but)$/.test(text)) return 1;
  if (/^[-+]$/.test(text)) return 3;
  if (/^[*/]$/.test(text)) return 4;
  return /^[a-z][a-z -]*$/.test(text) ? 2 : undefined;
}
