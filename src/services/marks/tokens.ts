/** Which word of a text is what, for an editor's colours. */

import { isIn } from "../../../grammar/words.ts";
import { assertNever } from "../../base/assert-never.ts";
import type { CheckedSymbols } from "../../checked/ast.ts";
import type { Analysis, FileView } from "../analysis.ts";
import type { Occurrence } from "../occurrences.ts";
import { occurrencesOf } from "../occurrences.ts";
import type { Place } from "../place.ts";

/** In the words of the protocol's standard kinds. */
export const markKinds = [
  "keyword",
  "variable",
  "property",
  "event",
  "type",
  "parameter",
  "class",
  "struct",
  "enum",
  "enumMember",
  "namespace",
  "string",
  "number",
  "comment",
  "operator",
  "function",
] as const;
export type MarkKind = (typeof markKinds)[number];

export interface Mark extends Place {
  readonly kind: MarkKind;
  readonly isDeclaration: boolean;
}

/** In the order of the text, each on one line. */
export function marksOf(file: FileView, analysis: Analysis): Mark[] {
  const named = new Map(occurrencesOf(file, analysis).map((it) => [it.start, it]));
  const { symbols } = analysis.checked.program;
  return file.units.flatMap(({ read, source: { startsAt } }) => {
    const words = read.tokens.flatMap(({ startOffset, image, tokenType: { name } }) => {
      const start = startsAt + startOffset;
      const occurrence = named.get(start) ?? named.get(start + 1);
      const kind = occurrence === undefined ? kindOfWord(name) : kindOfName(occurrence, symbols);
      const isDeclaration = occurrence?.isDeclaration === true;
      return kind === undefined ? [] : [{ file: file.name, start, end: start + image.length, kind, isDeclaration }];
    });
    const comments = read.comments.map(({ startOffset, length }) => {
      const start = startsAt + startOffset;
      return { file: file.name, start, end: start + length, kind: "comment" as const, isDeclaration: false };
    });
    const all: Mark[] = [...words, ...comments];
    return all.toSorted((a, b) => a.start - b.start).flatMap((mark) => byLine(mark, file.text));
  });
}

function kindOfWord(name: string): MarkKind | undefined {
  if (name === "Text") return "string";
  if (isIn(name, "figure", "literal", "fraction", "constant", "yesNo", "section")) return "number";
  if (isIn(name, "type", "kind")) return "type";
  if (isIn(name, "sum", "product", "power", "mark")) return "operator";
  return name === "Name" ? "variable" : "keyword";
}

function kindOfName({ term }: Occurrence, { noteLevel }: CheckedSymbols): MarkKind {
  switch (term.kind) {
    case "member":
      return "property";
    case "reading":
      return "enum";
    case "choice":
      return "enumMember";
    case "section":
      return "namespace";
    case "clause":
      return "function";
    case "clause name":
      return "parameter";
    case "name":
      return kindOfSymbol(noteLevel.get(term.name)?.kind);
    default:
      return assertNever(term);
  }
}

function kindOfSymbol(kind: SymbolKind | undefined): MarkKind {
  return kind === undefined ? "variable" : kindsOfSymbols[kind];
}

type SymbolKind = NonNullable<ReturnType<CheckedSymbols["noteLevel"]["get"]>>["kind"];

const kindsOfSymbols: Readonly<Record<SymbolKind, MarkKind>> = {
  Party: "class",
  Given: "parameter",
  Event: "event",
  Definition: "variable",
  State: "variable",
  Account: "struct",
  Family: "enum",
  Schedule: "struct",
  Series: "struct",
};

/** A phrase may go over two lines. */
function byLine(mark: Mark, text: string): Mark[] {
  const parts: Mark[] = [];
  for (const { index, 0: line } of text.slice(mark.start, mark.end).matchAll(/[^\r\n]+/g)) {
    const start = mark.start + index + (index === 0 ? 0 : line.length - line.trimStart().length);
    const end = mark.start + index + line.length;
    if (start < end) parts.push({ ...mark, start, end });
  }
  return parts;
}
