import type { Span } from "../../../index.ts";

export function lineOf({ span }: { readonly span: Span }): string {
  return String(span.source.positionAt(span.start).line);
}

const longest = 100;

/** Words of a template, not all of a long clause. */
export function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
