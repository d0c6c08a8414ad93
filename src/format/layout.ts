/**
 * The lines of a statement: which there are, how far they are indented, and what stands between the words.
 *
 * The printer's form of the same statement says it. Where an author's words have no partner there, other wordings or
 * brackets for example, they keep what stood between them.
 */
import { tokenize } from "../../grammar/tokenize.ts";
import { alignedWith } from "./aligned.ts";
import type { Piece } from "./pieces.ts";
import { partsOf } from "./pieces.ts";

/** What stands before a token: a new line of the statement's form, a line that its author began, a blank, or nothing. */
export type Gap =
  | { readonly kind: "line"; readonly indent: number }
  | { readonly kind: "author's line" }
  | { readonly kind: "blank" }
  | { readonly kind: "none" };

/** A token with what stands before it. */
export interface Word {
  readonly piece: Piece;
  readonly gap: Gap;
}

/** In the order of the pieces. */
export function gapsOf(pieces: readonly Piece[], printed: string, currencies: readonly string[]): Gap[] {
  const tokens = printedWords(printed, currencies);
  const partners = alignedWith(
    pieces.map(({ type }) => type),
    tokens.map(({ type }) => type),
  );
  return pieces.map((piece, index): Gap => {
    const [before, here] = [partners[index - 1], partners[index]];
    if (index === 0) return { kind: "line", indent: 0 };
    if (here === undefined) return ownGap(piece, pieces[index - 1]);
    const between = printed.slice(tokens[here - 1]?.end, tokens[here]?.start);
    const end = between.lastIndexOf("\n");
    if (end !== -1) return { kind: "line", indent: between.length - end - 1 };
    if (before === undefined || before !== here - 1) return ownGap(piece, pieces[index - 1]);
    if (between === "") return { kind: "none" };
    return piece.opensLine ? { kind: "author's line" } : { kind: "blank" };
  });
}

function printedWords(
  printed: string,
  currencies: readonly string[],
): { readonly type: string; readonly start: number; readonly end: number }[] {
  return tokenize(printed, currencies).tokens.flatMap((token) => {
    let end = token.startOffset;
    return partsOf(token).map(({ image, type }) => {
      const start = end + image.length - image.trimStart().length;
      end += image.length;
      return { type, start, end };
    });
  });
}

/** As the author has it, but for blanks at the inner sides of brackets and before commas and colons. */
function ownGap({ text, opensLine, isApart }: Piece, before: Piece | undefined): Gap {
  if (opensLine) return { kind: "author's line" };
  const isClose = /^[),:]$/.test(text) || before?.text === "(" || !isApart;
  return { kind: isClose ? "none" : "blank" };
}
