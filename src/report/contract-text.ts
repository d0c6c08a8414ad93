/**
 * A contract's text, divided by its section numbers.
 *
 * Plain text or Markdown. A section starts with a paragraph that opens with its number: `1.2`, `## 1.2`, `**1.2**`,
 * `Section 1.2`; a sub-section such as 1.2(a) also with `(a)`, `a)` or `a.` within 1.2. What is found twice, as in a table of contents,
 * counts where more text follows. What stands before all numbers is the first section, where that has no number.
 */
/** By section number the paragraphs of the contract. */
export type ContractText = ReadonlyMap<string, readonly string[]>;

interface Start {
  readonly label: string;
  readonly line: number;
}

/** `labels` are the section numbers to look for, in the order of the contract. */
export function readContract(text: string, labels: readonly string[]): ContractText {
  const lines = text.split(/\r\n|\n|\r/);
  const wanted = withParents(labels);
  const direct = wanted.flatMap((label) => directLines(label, lines).map((line) => ({ label, line })));
  const starts = longest(direct, lines);
  for (const label of wanted) starts.push(...nestedStart(label, starts, lines));
  const known = new Set(starts.map(({ line }) => line));
  // A section that the template does not have ends the one before it.
  const others = linesOf(anyNumber, lines).filter((line) => !known.has(line));
  starts.push(...others.map((line) => ({ label: "", line })));
  const [first] = labels;
  if (first !== undefined && !starts.some(({ label }) => label === first)) starts.unshift({ label: first, line: 0 });
  return new Map(
    segments(starts, lines)
      .filter(({ label }) => labels.includes(label))
      .map(({ label, from, to }) => [label, paragraphs(lines.slice(from, to))]),
  );
}

/** With 1.2 for 1.2(a); what is less deep comes first, so that it bounds what is deeper. */
function withParents(labels: readonly string[]): string[] {
  const all = new Set<string>();
  for (const label of labels) {
    for (const { index } of label.matchAll(/\(/g)) if (index > 0) all.add(label.slice(0, index).trim());
    all.add(label);
  }
  const depth = (label: string) => label.split("(").length;
  return [...all].toSorted((a, b) => depth(a) - depth(b));
}

/** What may stand before a section number: signs of Markdown, and a word. */
const before = String.raw`^\s*(?:#+\s*|>\s*|[*_]+)*(?:(?:section|sec\.|article|§)\s*)?[*_]*`;

/** A number alone may be that of a page or a list: a heading, or the word before it, goes first. */
function directLines(label: string, lines: readonly string[]): number[] {
  const all = linesOf(numbered(label), lines);
  const marked = all.filter((line) => /^\s*(?:#|\*\*|section|article|§)/i.test(lines[line] ?? ""));
  return /^\d+$/.test(label) && marked.length > 0 ? marked : all;
}

/** 2.10, or 2.10.1; a number alone only in a heading, or behind the word, since it may else be anything. */
const anyNumber = new RegExp(
  [
    String.raw`${before}\d+(?:\.\d+)+\.?(?:\s|[*_]|$)`,
    String.raw`^\s*(?:#+\s*|\*\*)[*_]*(?:(?:section|article)\s+)?\d+\b`,
    String.raw`^\s*(?:section|article)\s+(?:\d+|[ivxlc]+)\b`,
  ].join("|"),
  "i",
);

function numbered(label: string): RegExp {
  const digits = label.replace(/^(?:section|article)\s+/i, "");
  return new RegExp(`${before}${escapedPattern(digits)}(?![\\w(]|\\.\\d)`, "i");
}

/** `(a)`, `a)` or `a.` within 1.2 for 1.2(a), where that has no start yet. */
function nestedStart(label: string, starts: readonly Start[], lines: readonly string[]): Start[] {
  const [, parent, own] = /^(.*)(\([^()]+\))$/.exec(label) ?? [];
  const outer = segments(starts, lines).find((it) => it.label === parent?.trim());
  if (outer === undefined || own === undefined || starts.some((it) => it.label === label)) return [];
  const pattern = new RegExp(`${before}(?:${escapedPattern(own)}|${escapedPattern(own.slice(1, -1))}[.)](?=\\s))`);
  const line = linesOf(pattern, lines).find((it) => it > outer.from && it < endOf(outer, label, starts, lines));
  return line === undefined ? [] : [{ label, line }];
}

/** A sub-section lies before the next section that is not one of the same parent. */
function endOf(
  outer: { readonly from: number },
  label: string,
  starts: readonly Start[],
  lines: readonly string[],
): number {
  const parent = label.replace(/\([^()]+\)$/, "");
  const others = starts.filter((it) => it.line > outer.from && !it.label.startsWith(parent)).map(({ line }) => line);
  return others.reduce((a, b) => Math.min(a, b), lines.length);
}

/** Only at the start of a paragraph or a heading: within one, a number refers to another section. */
function linesOf(pattern: RegExp, lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => {
    const opens = index === 0 || lines[index - 1]?.trim() === "" || /^\s*(?:#|\*\*)/.test(line);
    return opens && pattern.test(line) ? [index] : [];
  });
}

/** Of each label the start after which most text follows. */
function longest(starts: readonly Start[], lines: readonly string[]): Start[] {
  const best = new Map<string, { readonly line: number; readonly length: number }>();
  for (const { label, from, to } of segments(starts, lines)) {
    const length = lines.slice(from, to).join("").length;
    if (length > (best.get(label)?.length ?? -1)) best.set(label, { line: from, length });
  }
  return [...best].map(([label, { line }]) => ({ label, line }));
}

function segments(starts: readonly Start[], lines: readonly string[]) {
  const inOrder = starts.toSorted((a, b) => a.line - b.line);
  return inOrder.map(({ label, line }, index) => ({ label, from: line, to: inOrder[index + 1]?.line ?? lines.length }));
}

/** Lines that follow one another are one paragraph; signs of Markdown are left out. */
function paragraphs(lines: readonly string[]): string[] {
  const joined = lines.map((line) => line.trim().replace(/^#+\s*/, "")).join("\n");
  return joined
    .split(/\n\s*\n/)
    .map((it) =>
      it
        .replaceAll(/\*\*|__/g, "")
        .replaceAll(/(^|\W)[*_](?=\S)|(\S)[*_](?=\W|$)/g, "$1$2")
        .replaceAll(/\s+/g, " ")
        .trim(),
    )
    .filter((it) => it !== "");
}

function escapedPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
