/** A template by its sections, for outlines, folding and search. */
import { assertNever } from "../base/assert-never.ts";
import { textOf, wordsOf } from "../source/span.ts";
import type { Statement } from "../syntax/ast.ts";
import type { FileView } from "./analysis.ts";
import type { Place } from "./place.ts";

export type OutlineKind =
  | "section"
  | "event"
  | "value"
  | "state"
  | "account"
  | "rule"
  | "power"
  | "duty"
  | "default"
  | "reading"
  | "story"
  | "clause"
  | "note"
  | "other";

export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: OutlineKind;
  readonly place: Place;
  /** The name within it, or its first words. */
  readonly nameAt: Place;
  readonly items: readonly OutlineItem[];
}

/** Statements under their sections, and sections within one another by their numbers: 1.2(a) within 1.2. */
export function outlineOf(file: FileView): OutlineItem[] {
  const top: OpenItem[] = [];
  const open: OpenItem[] = [];
  for (const { statement, source } of file.units) {
    const item = itemOf(statement, file.name, source.startsAt);
    if (item === undefined) continue;
    if (item.kind === "section") {
      while (open.length > 0 && !isWithin(item.name, open.at(-1)?.name ?? "")) open.pop();
      (open.at(-1)?.items ?? top).push(item);
      open.push(item);
    } else (open.at(-1)?.items ?? top).push(item);
  }
  for (const item of top) stretch(item);
  return top;
}

interface OpenItem extends OutlineItem {
  place: Place;
  readonly items: OpenItem[];
}

/** A section reaches to the end of what stands in it. */
function stretch(item: OpenItem): number {
  const end = Math.max(item.place.end, ...item.items.map(stretch));
  item.place = { ...item.place, end };
  return end;
}

function isWithin(inner: string, outer: string): boolean {
  const [label = "", other = ""] = [inner, outer].map((it) => it.split(" ")[0]);
  return label.startsWith(other) && label !== other && /^[^\p{L}\d]/u.test(label.slice(other.length));
}

function itemOf(statement: Statement, file: string, at: number): OpenItem | undefined {
  const head = headOf(statement);
  if (head === undefined) return undefined;
  const { span } = statement;
  const named = head.name?.span ?? { ...span, end: span.start + firstLine(textOf(span)).length };
  const place = (it: { readonly start: number; readonly end: number }) => ({
    file,
    start: at + it.start,
    end: at + it.end,
  });
  return {
    name: head.words,
    detail: head.detail ?? "",
    kind: head.kind,
    place: place(span),
    nameAt: place(named),
    items: [],
  };
}

interface Head {
  readonly kind: OutlineKind;
  readonly words: string;
  readonly detail?: string;
  readonly name?: { readonly span: { readonly start: number; readonly end: number } } | undefined;
}

function headOf(statement: Statement): Head | undefined {
  switch (statement.kind) {
    case "SectionHeading": {
      const { label, title } = statement;
      return { kind: "section", words: `${label.text}${title ? ` ${title.text}` : ""}`, name: label };
    }
    case "NoteHead":
      return { kind: "note", words: statement.title.text, name: statement.title };
    case "ClauseHead":
      return { kind: "clause", words: statement.title.text, name: statement.title };
    case "Use":
      return { kind: "clause", words: statement.clause.text, detail: "use", name: statement.clause };
    case "Given":
      return named("value", statement.name, "given");
    case "Takes":
    case "Gives":
      return named("value", statement.name, statement.kind === "Takes" ? statement.verb : "gives");
    case "SeriesDeclaration":
      return named("value", statement.name, "series");
    case "ScheduleDeclaration":
      return named("value", statement.name, "schedule");
    case "Definition":
      return named("value", statement.name, statement.owner && `for each ${statement.owner.text}`);
    case "EventDeclaration":
      return named("event", statement.name, statement.by && `by ${statement.by.text}`);
    case "StatusDefinition":
    case "StateDeclaration":
      return named("state", statement.name);
    case "AccountDeclaration":
      return named("account", statement.name, `${statement.debtor.text} to ${statement.creditor.text}`);
    case "ReadingDeclaration":
      return named("reading", statement.name, statement.chosen?.text);
    case "DefaultDeclaration":
      return named("default", statement.family);
    case "Exception":
      return named("rule", statement.name, "notwithstanding");
    case "Rule":
    case "PlanRule":
    case "Sale":
    case "PriceImpact":
    case "ShareBasis":
    case "DayOrder":
      return { kind: "rule", words: firstWords(statement) };
    case "Power":
      return { kind: "power", words: firstWords(statement), name: statement.name };
    case "Duty":
    case "Prohibition":
    case "Covenant":
      return { kind: "duty", words: firstWords(statement), name: statement.name };
    case "PlanHead":
    case "Story":
      return { kind: "story", words: statement.title.text, name: statement.title };
    case "InWords":
    case "OurView":
    case "RoleMark":
      return { kind: "other", words: firstWords(statement) };
    case "BrokenStatement":
      return { kind: "other", words: firstWords(statement), name: statement.declares };
    case "SentenceMark":
      return undefined;
    default:
      return assertNever(statement);
  }
}

function named(
  kind: OutlineKind,
  name: { readonly text: string; readonly span: Statement["span"] },
  detail = "",
): Head {
  return { kind, words: name.text, detail, name };
}

const longest = 60;

function firstWords({ span }: Statement): string {
  const words = wordsOf({ ...span, end: span.start + firstLine(textOf(span)).length });
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words === "" ? "…" : words;
}

function firstLine(text: string): string {
  return text.split(/[\r\n]/, 1)[0] ?? "";
}

/** Stretches that can be folded: sections, statements and comments of more than one line. */
export function foldsOf(file: FileView): Place[] {
  const sections = (items: readonly OutlineItem[]): Place[] =>
    items.flatMap((it) => (it.kind === "section" ? [it.place, ...sections(it.items)] : []));
  const statements = file.units.map(({ statement: { span }, source }) => ({
    file: file.name,
    start: source.startsAt + span.start,
    end: source.startsAt + span.end,
  }));
  const comments = [...file.text.matchAll(/(?:^[ \t]*--[^\n]*\n?){2,}/gm)].map(({ index, 0: text }) => ({
    file: file.name,
    start: index,
    end: index + text.trimEnd().length,
  }));
  return [...sections(outlineOf(file)), ...statements, ...comments].filter(({ start, end }) =>
    /[\r\n]/.test(file.text.slice(start, end)),
  );
}
