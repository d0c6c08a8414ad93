/** What findings have for a way out, as edits; which of them can't change what a template means. */
import type { Finding, Place } from "../place.ts";
import { placeOf } from "../place.ts";
import type { TextEdit } from "./formatting.ts";

export interface Fix {
  readonly finding: Finding;
  readonly edit: TextEdit;
  readonly title: string;
  readonly isSafe: boolean;
}

export function fixesOf(findings: readonly Finding[], textOf: (file: string) => string): Fix[] {
  return findings.flatMap((finding) => {
    const { fix, code } = finding.diagnostic;
    if (fix === undefined) return [];
    const place = placeOf(fix.span);
    const text = textOf(place.file);
    const written = text.slice(place.start, place.end);
    // A statement that does not parse means nothing yet; with all its words kept, it can only mean what they say.
    const isSafe = code.startsWith("TN1") && wordsOf(written) === wordsOf(fix.text);
    return [{ finding, edit: { place, text: fix.text }, title: titleOf(written, fix.text), isSafe }];
  });
}

/** What is left of a text without blanks, capitals, quotes, colons and the kinds of a dash. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s"'“”„‘’:]/g, "")
    .replaceAll(/[‐‑‒–—−]/g, "-");
}

const longest = 60;

function titleOf(written: string, text: string): string {
  const [from, to] = [written, text].map((it) => it.replaceAll(/\s+/g, " ").trim());
  const shown = (it = "") => (it.length > longest ? `${it.slice(0, longest - 1)}…` : it);
  if (from === to) return "Put the line where it belongs";
  if (to === "") return `Take out \`${shown(from)}\``;
  return from === "" ? `Insert \`${shown(to)}\`` : `Write \`${shown(to)}\` for \`${shown(from)}\``;
}

/** Texts after those edits that don't touch one another; the first of two goes before the second. */
export function applied(
  text: string,
  edits: readonly TextEdit[],
): { readonly text: string; readonly done: readonly TextEdit[] } {
  const done: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.place.start - b.place.start || a.place.end - b.place.end)) {
    const before = done.at(-1)?.place;
    if (before === undefined || isApart(before, edit.place)) done.push(edit);
  }
  let [changed, at] = ["", 0];
  for (const { place, text: replacement } of done) {
    changed += text.slice(at, place.start) + replacement;
    at = place.end;
  }
  return { text: changed + text.slice(at), done };
}

function isApart(before: Place, after: Place): boolean {
  return before.end < after.start || (before.end === after.start && before.start < after.start);
}
