import type { Span } from "./span.ts";

/** Whether a line begins a statement: one that is not empty, not indented and no comment. */
function isAtMargin(line: string): boolean {
  return /^[^\s-]|^-[^-]/.test(line);
}

/** The whole statement that a span is part of, without comments. Statements begin at the margin of the text. */
export function statementAt({ source, start }: Span): string {
  const { line } = source.positionAt(start);
  const lines = source.text.split(/\r\n|\n|\r/);
  const first = lines.slice(0, line).findLastIndex(isAtMargin);
  const after = lines.slice(line).findIndex(isAtMargin);
  const own = lines.slice(Math.max(first, 0), after < 0 ? undefined : line + after);
  const words = own.map((it) => it.replace(/(^|\s)--.*$/, "").trimEnd()).filter((it) => it !== "");
  return source.reword(words.join("\n"));
}
