/** A statement as its author wrote it, token by token, with what stands between the tokens. */
import type { Pieces } from "../../grammar/tokenize.ts";
import type { Token } from "../../grammar/tokens.ts";

/** A token as the author wrote it, and what stands before it. */
export interface Piece {
  /** White space inside is single blanks; a text in quotes is as it was. */
  readonly text: string;
  readonly type: string;
  /** Lines of comment above it, and an empty text for each blank line or several. */
  readonly above: readonly string[];
  /** A comment that stands behind it, on its line. */
  readonly behind: string | undefined;
  /** Whether its author began a line with it. */
  readonly opensLine: boolean;
  /** Whether anything at all stood between it and the token before. */
  readonly isApart: boolean;
}

export interface WrittenStatement {
  readonly pieces: readonly Piece[];
  /** Lines under the last token, as above; those of the margin are the last of the text and stay there. */
  readonly under: readonly string[];
}

/** Undefined where a comment stands inside a phrase, which has no other place for it. */
export function piecesOf(text: string, { tokens }: Pieces): WrittenStatement | undefined {
  if (tokens.some((token) => !isQuoted(token) && token.image.includes("--"))) return undefined;
  const ends = [0, ...tokens.map((token) => token.startOffset + token.image.length)];
  const gaps = ends.map((from, index) => {
    const gap = text.slice(from, tokens[index]?.startOffset);
    return readGap(gap, index > 0);
  });
  const pieces = tokens.flatMap((token, index): Piece[] => {
    const { above, opensLine, isApart } = gaps[index] ?? noGap;
    const before = { above: above.map((line) => line.trim()), behind: undefined, opensLine, isApart };
    const parts = partsOf(token).map(
      ({ image, type }, part): Piece =>
        part === 0
          ? { ...before, text: plain(image), type }
          : { ...noGap, text: plain(image), type, opensLine: /^[^\S\r\n]*[\r\n]/.test(image), isApart: true },
    );
    return [...parts.slice(0, -1), ...parts.slice(-1).map((last) => ({ ...last, behind: gaps[index + 1]?.behind }))];
  });
  return { pieces, under: gaps.at(-1)?.above ?? [] };
}

/** A phrase that begins with a comma in two parts, as a line may end behind the comma. */
export function partsOf({
  image,
  tokenType: { name: type },
}: Token): { readonly image: string; readonly type: string }[] {
  return /^,\s/.test(image)
    ? [
        { image: ",", type: "," },
        { image: image.slice(1), type },
      ]
    : [{ image, type }];
}

function plain(image: string): string {
  return image.startsWith('"') ? image : image.trim().replaceAll(/\s+/g, " ");
}

function isQuoted({ image }: Token): boolean {
  return image.startsWith('"');
}

interface Gap extends Pick<Piece, "above" | "behind" | "opensLine" | "isApart"> {}

const noGap: Gap = { above: [], behind: undefined, opensLine: false, isApart: false };

/** What stands between two tokens, or before the first; what stands `behind` belongs to the first of the two. */
function readGap(gap: string, hasTokenBefore: boolean): Gap {
  const lines = gap.split(/\r\n|[\r\n]/).map((line) => line.trimEnd());
  const behind = hasTokenBefore ? lines[0]?.trim() : "";
  const above = hasTokenBefore ? lines.slice(1) : lines;
  // Behind the last line end stands the indentation of the next token; under the last token, perhaps a comment.
  const whole = above.at(-1)?.trim() === "" ? above.slice(0, -1) : above;
  return {
    above: whole.filter((line, index) => line !== "" || whole[index - 1] !== ""),
    behind: behind === "" ? undefined : behind,
    opensLine: lines.length > 1,
    isApart: gap !== "",
  };
}
