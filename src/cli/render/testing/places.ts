import type { Span } from "../../../index.ts";
import { counted } from "../parts/text.ts";

export function lineOf({ span }: { readonly span: Span }): string {
  return String(span.source.positionAt(span.start).line);
}

/** The words of the line on which something begins. */
export function lineText({ span: { source, start } }: { readonly span: Span }): string {
  const { text } = source;
  const end = text.indexOf("\n", start);
  return text.slice(text.lastIndexOf("\n", start - 1) + 1, end === -1 ? undefined : end).trim();
}

const longest = 100;

/** Words of a template, not all of a long clause. */
export function short(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** Reasons that nothing needs, by section. */
export function staleWords(stale: readonly { readonly section: string }[]): string {
  const sections = [...new Set(stale.map(({ section }) => section))].join(", ");
  return `${counted(stale.length, "explanation")} of what stories show, or of what is no longer there: ${sections}`;
}
