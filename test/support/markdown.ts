/** A fenced block of a Markdown page. */
export interface FencedBlock {
  /** The first word behind the fence. */
  readonly kind: string;
  /** What else stands behind the fence. */
  readonly note: string;
  readonly text: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
}

/** The fenced blocks of a page, in order. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  const lines = markdown.split("\n");
  for (let index = 0; index < lines.length; index += 1) {
    const fence = /^```(\S+) ?(.*)$/.exec(lines[index] ?? "");
    if (fence === null) {
      if (lines[index] === "```") index = closingLine(lines, index);
      continue;
    }
    const end = closingLine(lines, index);
    const text = `${lines.slice(index + 1, end).join("\n")}\n`;
    blocks.push({ kind: fence[1] ?? "", note: fence[2] ?? "", text, line: index + 1 });
    index = end;
  }
  return blocks;
}

function closingLine(lines: readonly string[], opening: number): number {
  const found = lines.indexOf("```", opening + 1);
  return found === -1 ? lines.length : found;
}

/** The cells of the tables of a page, row by row, without heads and rules. */
export function tableRows(markdown: string): string[][] {
  const lines = markdown.split("\n");
  return lines.flatMap((line, index) => {
    const isRow = line.startsWith("|") && !isTableRule(line) && !isTableRule(lines[index + 1] ?? "");
    return isRow ? [cells(line)] : [];
  });
}

function isTableRule(line: string): boolean {
  return /^\|[\s:|-]+\|$/.test(line);
}

function cells(line: string): string[] {
  return line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}

/** Where the links of a page lead, those into the web and within the page left out. */
export function linkedPaths(markdown: string): string[] {
  const withoutCode = markdown.replace(/^```[\s\S]*?^```$/gm, "");
  return [...withoutCode.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
    const [path = ""] = target.split("#");
    return path === "" || /^\w+:/.test(path) ? [] : [path];
  });
}
