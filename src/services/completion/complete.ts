/** What can stand at the cursor: from the grammar's own productions, and the names that fit there. */
import type { Following, Next } from "../../../grammar/messages/next-tokens.ts";
import { following } from "../../../grammar/messages/next-tokens.ts";
import type { Token } from "../../../grammar/tokens.ts";
import { isIn, isTokenName, namesIn, rowOf } from "../../../grammar/words.ts";
import type { Analysis, FileView } from "../analysis.ts";
import { unitAt } from "../analysis.ts";
import type { ContractText } from "../contract.ts";
import type { Place } from "../place.ts";
import type { Candidate } from "./candidates.ts";
import { candidatesFor } from "./candidates.ts";

export interface Completion extends Candidate {
  /** What it stands in the place of. */
  readonly replaces: Place;
}

/** As many as an editor shows at once. */
const mostItems = 400;
/** A name may have several words before the cursor. */
const mostWordsBefore = 4;

export function completionsAt(
  file: FileView,
  offset: number,
  analysis: Analysis,
  contract?: ContractText,
): Completion[] {
  const { startsAt, tokens } = tokensBefore(file, offset);
  const found = new Map<string, Completion>();
  for (let typed = 0; typed <= Math.min(mostWordsBefore, tokens.length); typed += 1) {
    const before = tokens.slice(0, tokens.length - typed);
    const [first] = tokens.slice(tokens.length - typed);
    const start = first === undefined ? offset : startsAt + first.startOffset;
    const prefix = plain(file.text.slice(start, offset));
    if (typed === 0 && touchesCursor(tokens.at(-1), startsAt, offset)) continue;
    const context = { file, analysis, contract, tokens: before };
    for (const candidate of candidatesAt(following(before), context)) {
      if (!plain(candidate.label).startsWith(prefix) || found.has(candidate.label)) continue;
      found.set(candidate.label, { ...candidate, replaces: { file: file.name, start, end: offset } });
    }
    if (prefix !== "" && found.size > 0 && typed > 0) break;
  }
  return [...found.values()].slice(0, mostItems);
}

/** The tokens of the statement that end before the cursor, or that it stands in or behind. */
export function tokensBefore(file: FileView, offset: number): { startsAt: number; tokens: readonly Token[] } {
  const unit = unitAt(file, offset);
  if (unit === undefined) return { startsAt: 0, tokens: [] };
  const { startsAt } = unit.source;
  const line = file.text.slice(file.text.lastIndexOf("\n", offset - 1) + 1, offset);
  // A new statement begins at the margin, whatever stands above.
  const isNew = /^(?:[a-zA-Z"]\S*)?$/.test(line) && startsAt + unit.text.trimEnd().length < offset - line.length;
  if (isNew && line === "") return { startsAt, tokens: [] };
  return { startsAt, tokens: unit.read.tokens.filter((it) => startsAt + it.startOffset < offset) };
}

function touchesCursor(last: Token | undefined, startsAt: number, offset: number): boolean {
  return last !== undefined && /[\w"-]$/.test(last.image) && startsAt + last.startOffset + last.image.length >= offset;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, " ").replace(/^"/, "");
}

interface Context {
  readonly file: FileView;
  readonly analysis: Analysis;
  readonly contract: ContractText | undefined;
  readonly tokens: readonly Token[];
}

function candidatesAt({ next }: Following, context: Context): Candidate[] {
  const seen = new Set<string>();
  return next.flatMap((it) => {
    const key = `${it.type.name} ${it.rule} ${it.label ?? ""}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [...wordsFor(it), ...candidatesFor(it, context)];
  });
}

/** The words of the language that a token stands for; of a figure, its form. */
function wordsFor({ type: { name, LABEL: label } }: Next): Candidate[] {
  if (name === "TimeUnit") return namesIn("dayUnit", "longUnit").map((it) => word(rowOf(it).words));
  if (!isTokenName(name)) return [];
  const { example, form } = rowOf(name);
  if (isIn(name, "figure"))
    return [{ label: example ?? "", kind: "figure", detail: form ?? "", insert: example ?? "" }];
  if (example !== undefined) return [{ label: example, kind: "figure", detail: rowOf(name).words, insert: example }];
  const isDescribed = isIn(name, "literal", "fraction", "section") || ["Name", "Word", "ListLabel"].includes(name);
  if (isDescribed && name !== "Preamble") return [];
  return label === undefined ? [] : [word(label)];
}

function word(words: string): Candidate {
  // A mark such as `, if any` stands close to what it follows.
  return { label: words, kind: "word", detail: "", insert: words };
}
