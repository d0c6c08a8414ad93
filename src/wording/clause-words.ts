/** The words of the template that give a value. */
import { once } from "../base/once.ts";
import type { Expr } from "../core/core.ts";
import { wordsOf } from "../source/span.ts";

/** The words of an expression; of a passage that is read in more than one way, only those of the choice in force. */
export function wordsAsRead(expr: Expr, readings: ReadonlyMap<string, string>): string {
  return quoter(readings)(expr);
}

/** By the readings of a run: one expression is quoted for many events and days, always in the same words. */
const quoter = once((readings: ReadonlyMap<string, string>) => once((expr: Expr) => quote(expr, readings)));

function quote(expr: Expr, readings: ReadonlyMap<string, string>): string {
  const { source, start, end } = expr.span;
  let words = "";
  let from = start;
  for (const { reading, arms, span } of passagesIn(expr).toSorted((a, b) => a.span.start - b.span.start)) {
    const choice = readings.get(reading) ?? "";
    const arm = arms.get(choice);
    if (arm === undefined || span.source !== source || span.start < from) continue;
    const read = `"${reading}" is read "${choice}": ${wordsAsRead(arm, readings)}`;
    words += `${wordsOf({ source, start: from, end: span.start })} ${read} `;
    from = span.end;
  }
  const rest = wordsOf({ source, start: from, end });
  return `${words}${rest}`.replaceAll("( ", "(").replaceAll(" )", ")").trim();
}

/** The outermost passages of an expression that are read in more than one way. */
function passagesIn(part: unknown): Extract<Expr, { kind: "ByReading" }>[] {
  if (typeof part !== "object" || part === null) return [];
  // cast: in a tree of expressions, a kind says the shape
  // oxlint-disable-next-line typescript/consistent-type-assertions
  if ("kind" in part && part.kind === "ByReading") return [part as Extract<Expr, { kind: "ByReading" }>];
  return Object.entries(part).flatMap(([key, inner]) => (key === "span" || key === "type" ? [] : passagesIn(inner)));
}
