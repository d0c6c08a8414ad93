/** How columns of subjects are headed, and how much room each has. */
import { visibleText } from "../../../index.ts";
import { wrap } from "../parts/text.ts";

/** A to Z, then by number. */
export function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

const gap = 2;

/** What is left for each subject's column behind a first one. */
export function columnRoom(first: number, subjects: number, width: number): number {
  return Math.max(12, Math.floor((width - gap - first) / subjects) - gap);
}

/** As much of a text as fills so many lines of a width, with "…" where something is left out. */
export function cut(text: string, room: number, lines: number): string {
  const all = wrap(visibleText(text), room);
  if (all.length <= lines) return all.join(" ");
  const shown = all.slice(0, lines);
  const last = shown.pop() ?? "";
  // A long name is broken rather than left out.
  const filled = last.length < room / 2 ? `${last} ${all[lines] ?? ""}` : last;
  return [...shown, `${filled.slice(0, room - 1)}…`].join(" ");
}

/** A text two columns in, its further lines four. */
export function inset(text: string, width: number): string[] {
  return wrap(visibleText(text), width - 4).map((line, index) => `${index === 0 ? "  " : "    "}${line}`);
}
