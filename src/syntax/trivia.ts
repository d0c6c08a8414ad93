import type { Pieces } from "../../grammar/tokenize.ts";
import type { Span } from "../source/span.ts";
import type { Comment, Trivia } from "./ast.ts";

/** The comments and blank lines of a unit; undefined where it has none. */
export function triviaOf(
  text: string,
  { comments }: Pieces,
  spanOf: (start: number, end: number) => Span,
): Trivia | undefined {
  const found: Comment[] = [];
  const paragraphs = new Set<number>();
  const waiting = [...comments];
  let line = 0;
  for (const { index, 0: written } of text.matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/g)) {
    const end = index + written.length;
    const comment = waiting[0] !== undefined && waiting[0].startOffset < end ? waiting.shift() : undefined;
    const isBehind = comment !== undefined && text.slice(index, comment.startOffset).trim() !== "";
    if (comment !== undefined) {
      const span = spanOf(comment.startOffset, comment.startOffset + comment.length);
      const words = text.slice(comment.startOffset, comment.startOffset + comment.length);
      found.push({ kind: "Comment", text: words, line, isBehind, span });
    } else if (written.trim() === "") paragraphs.add(line);
    if (isBehind || (comment === undefined && written.trim() !== "")) line += 1;
  }
  const above = [...paragraphs].filter((it) => it < line);
  return found.length + above.length > 0 ? { comments: found, paragraphs: above } : undefined;
}
