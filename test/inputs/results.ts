import { renderText } from "../../src/diagnostics/render-text.ts";
import type { Result } from "../../src/diagnostics/result.ts";
import { textOf } from "../../src/source/span.ts";

/** The value that was read; fails the test with what was found where there is none. */
export function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.diagnostics.map((it) => renderText(it)).join("\n"));
  return result.value;
}

/** What was found, each as `TN5001 line:column`, in order. */
export function placesOf(result: Result<unknown>): string[] {
  if (result.ok) return [];
  return result.diagnostics.map(({ code, span }) => {
    const { line, column } = span.source.positionAt(span.start);
    return `${code} ${line}:${column}`;
  });
}

/** What was found, each as `TN5001 line text`, with the text that is marked, in order. */
export function marksOf(result: Result<unknown>): string[] {
  if (result.ok) return [];
  return result.diagnostics.map(({ code, span }) => {
    return `${code} ${span.source.positionAt(span.start).line} ${textOf(span)}`;
  });
}

/** What was found as a reader sees it. */
export function shownOf(result: Result<unknown>): string {
  return result.ok ? "" : result.diagnostics.map((it) => renderText(it)).join("\n");
}
