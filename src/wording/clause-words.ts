/** The words of the template that give a value. */
import type { Expr } from "../core/core.ts";
import { printSource } from "../core/source-text.ts";

/** The words of an expression; of a passage that is read in more than one way, only those of the choice in force. */
export function wordsAsRead(expr: Expr, readings: ReadonlyMap<string, string>): string {
  const known = wordingCache.get(readings) ?? new WeakMap<Expr, string>();
  wordingCache.set(readings, known);
  const words = known.get(expr) ?? quote(expr, readings);
  known.set(expr, words);
  return words;
}

/** By the readings of a run: one expression is quoted for many events and days, always in the same words. */
const wordingCache = new WeakMap<ReadonlyMap<string, string>, WeakMap<Expr, string>>();

function quote(expr: Expr, readings: ReadonlyMap<string, string>): string {
  const { source, start, end } = expr.span;
  let words = "";
  let from = start;
  for (const { reading, arms, span } of passagesIn(expr).toSorted((a, b) => a.span.start - b.span.start)) {
    const choice = readings.get(reading) ?? "";
    const arm = arms.get(choice);
    if (arm === undefined || span.source !== source || span.start < from) continue;
    const read = `"${reading}" is read "${choice}": ${wordsAsRead(arm, readings)}`;
    words += `${printSource({ source, start: from, end: span.start })} ${read} `;
    from = span.end;
  }
  const rest = printSource({ source, start: from, end });
  return `${words}${rest}`.replaceAll("( ", "(").replaceAll(" )", ")").trim();
}

/** The outermost passages of an expression that are read in more than one way. */
function passagesIn(part: unknown): Extract<Expr, { kind: "ByReading" }>[] {
  if (typeof part !== "object" || part === null) return [];
  if ("kind" in part && part.kind === "ByReading") return [part as Extract<Expr, { kind: "ByReading" }>];
  return Object.entries(part).flatMap(([key, inner]) => (key === "span" || key === "type" ? [] : passagesIn(inner)));
}
